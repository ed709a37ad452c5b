// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>
#include <QVector>

namespace winnow {

/// What a dataset asks for.
enum class AnswerKind { Choice, Open, ChoiceOrOpen, Text, Box, Point };

/// One of the datasets of the DatBench suite (arXiv 2601.02316, Table 1): what is known of it without looking
/// into a file. Facts only; nobody else keeps a list of them.
struct KnownDataset {
    /// Stable id, stored and printed.
    const char* key;
    const char* name;
    /// One of knownCapabilities().
    const char* capability;
    AnswerKind kind;
    /// Scoring rule of its replies; empty where a judge model is used for it.
    const char* scorer;
    /// Blind cut-off of open questions and of multiple choice, in models of 27 (Table 7 of the paper).
    int blindHits;
    int blindHitsOfChoices;
    /// Paper or place.
    const char* source;
    /// What files, hubs and harnesses call it, split by spaces; case, punctuation and splits do not matter.
    const char* names;
    /// What its relatives have in their names (versions, parts): enough for a published cut-off, not for
    /// taking one for the other. May be empty.
    const char* family;
};

/// The nine abilities of the suite.
struct KnownCapability {
    const char* key;
    /// The translation source of the screens.
    const char* title;
};

/// In the order of the paper.
const QVector<KnownDataset>& knownDatasets();
const QVector<KnownCapability>& knownCapabilities();

/// The dataset that goes by this name, or by that of a file or hub ("lmms-lab/ChartQA",
/// "MMBench_DEV_EN.tsv"); nullptr when it is none of them.
const KnownDataset* knownDataset(const QString& name);
const KnownDataset* knownDatasetByKey(QStringView key);
/// A dataset's name, or that of its file or hub, as names are compared: without case, marks, place and split.
QString datasetNameKey(const QString& name);
/// The one that the name holds somewhere, longest first: a version or a part of it.
const KnownDataset* relatedDataset(const QString& name);

} // namespace winnow
