// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace winnow {

/// One who agreed: a decision that stands.
struct ErrataVoice {
    QString annotator;
    /// ISO 8601 UTC.
    QString at;
    QString kind;
    /// Ids of a Verdict and an Action; empty = none.
    QString verdict;
    QString action;
    QString note;
};

/// Why something is proposed, and who agreed.
struct ErrataGrounds {
    /// Flag kinds, or "decision" where a person gave no kind.
    QStringList reasons;
    /// One sentence a flag.
    QStringList evidence;
    QVector<ErrataVoice> agreed;
};

/// One field of one sample with what it says and what it should say.
struct ErrataChange {
    /// The key of the sample's row in its file.
    QString index;
    /// Order in the source, from 0; -1 = not known.
    qint64 position = -1;
    /// "question", "hint", "answer", "accepted_answers", "option A" …
    QString field;
    /// One text; accepted answers are any number. The answer of a choice is a letter ("A, C" for several).
    QStringList before;
    QStringList after;
    /// For the answer of a choice: the texts of the options that the letters stand for.
    QString beforeOption;
    QString afterOption;
    ErrataGrounds grounds;
};

/// A sample that should go.
struct ErrataRemoval {
    QString index;
    qint64 position = -1;
    ErrataGrounds grounds;
};

/// A published version of a benchmark.
struct ErrataVersion {
    /// The name of its file, without folders.
    QString file;
    /// 32 bytes; empty = not known.
    QByteArray sha256;

    /// "FILE 0123456789ab".
    QString name() const;
};

/// What is wrong in a version of a benchmark, as a patch that programs read: errata.json.
struct Errata {
    QString dataset;
    ErrataVersion source;
    /// Where two versions were compared: the other one.
    std::optional<ErrataVersion> target;
    QVector<ErrataChange> changes;
    QVector<ErrataRemoval> removals;
    /// Samples that only the other version has.
    QStringList added;

    bool isEmpty() const { return changes.isEmpty() && removals.isEmpty(); }
    /// One JSON document with keys in a fixed order; the same errata give the same bytes.
    QByteArray toJson() const;
    /// `name` is what the file is called in errors: WrongKind where it is no patch, NewerVersion,
    /// InvalidInput with the place of what is wrong. What this version does not know is passed over.
    static Result<Errata> fromJson(const QByteArray& json, const QString& name);
    /// The same of a file.
    static Result<Errata> read(const QString& path);
};

inline const QString kErrataQuestion = QStringLiteral("question");
inline const QString kErrataHint = QStringLiteral("hint");
inline const QString kErrataAnswer = QStringLiteral("answer");
inline const QString kErrataAccepted = QStringLiteral("accepted_answers");
/// "option A" for 0.
QString errataOptionField(int option);
/// The option that such a field is of; -1 for other fields.
int errataOption(const QString& field);

} // namespace winnow
