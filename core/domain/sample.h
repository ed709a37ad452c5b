// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVector>

namespace winnow {

/// A benchmark such as ChartQA.
struct Dataset {
    DatasetId id;
    QString name;
    QString sourcePath;
    QByteArray sourceHash;
    QString format;
    /// Made by the demo generator, not measured.
    bool generated = false;
    qint64 sampleCount = 0;
};

/// Whether an image of a sample can be shown.
enum class ImageState { Ok, Missing, Unreadable, Refused };

/// One image of a sample. By reference (`path`) or embedded beside the project (`path` empty).
struct ImageRef {
    ImageId id;
    /// The text that stood in the source file ("images/5.jpg", or empty for embedded bytes).
    QString source;
    /// Absolute path of a referenced file; empty when the bytes are in the image store.
    QString path;
    QByteArray sha256;
    ImageState state = ImageState::Ok;
    int width = 0;
    int height = 0;
    /// "jpeg", "png", … as told by the bytes, not by the name.
    QString format;
    qint64 byteSize = 0;
};

/// One rotation of a circular MCQ: how the options stood in that row of the source.
struct Rotation {
    int shift = 0;
    QString sourceIndex;
    /// Letter shown -> letter of the base sample, e.g. "BCDA": what is shown as A is the base's B.
    QString permutation;
    QString gold;
};

/// One question with its image(s), options and gold answer. Key = (dataset, source index).
struct Sample {
    SampleId id;
    DatasetId datasetId;
    QString dataset;
    QString sourceIndex;
    /// Order in the source, from 0.
    qint64 position = 0;
    QString split;
    QString capability;
    QString category;
    QString question;
    QString hint;
    /// Letter for an MCQ, text otherwise; empty = no gold answer is known.
    QString gold;
    /// All accepted answers where there are several (the first is `gold`).
    QStringList acceptedAnswers;
    /// Empty unless the sample is multiple choice. Position 0 is letter A.
    QStringList options;
    QVector<ImageRef> images;
    QVector<Rotation> rotations;
    /// Source index of the question, in the same dataset, that it is a step of; empty = none. That may be a
    /// step itself, or not be there at all.
    QString parent;
    /// What the step is called ("read the legend"); steps of one name are compared over all questions.
    QString step;
    /// Columns of the source that have no field here, as they came.
    QJsonObject extra;
    /// SHA-256 over normalised question, options, gold and image hashes.
    QByteArray contentHash;

    bool isMcq() const { return !options.isEmpty(); }
    /// Index of the gold option, or -1.
    int goldIndex() const;
    /// "DATASET/INDEX".
    QString key() const { return dataset + u'/' + sourceIndex; }
};

/// "A" for 0, … "Z" for 25, "AA" for 26.
QString optionLetter(int position);
/// -1 unless `text` is exactly one option letter (A-Z, either case).
int optionPosition(QStringView text);
/// The same for the options of one sample: -1 beyond the last, and where there are more than 26 also "AA" and
/// on (capitals only).
int optionPosition(QStringView label, qsizetype options);
/// The content hash of a sample (see Sample::contentHash). Rotations, source position and what
/// it is a step of do not count.
QByteArray computeContentHash(const Sample& sample);

QString imageStateId(ImageState state);
ImageState imageStateFromId(QStringView id);

} // namespace winnow
