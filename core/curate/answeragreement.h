// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/domain/response.h"
#include "core/store/project.h"

#include <QJsonObject>
#include <QVector>

namespace winnow {

/// A reply that we score otherwise than the score in the project says: that of its file.
struct AnswerDifference {
    QString sampleKey;
    Run run;
    int shift = 0;
    int attempt = 0;
    /// Letter or text, as shown in that rotation.
    QString gold;
    QString text;
    /// What we read; empty = nothing.
    QString answer;
    double ours = 0;
    double theirs = 0;

    QJsonObject toJson() const;
};

/// How the replies of one run were read, and whether our verdict on what was read is that of the project.
struct RunAgreement {
    Run run;
    qint64 replies = 0;
    /// No reply.
    qint64 missing = 0;
    /// A reply in which no answer could be read.
    qint64 unread = 0;
    /// Replies with a score of the file and one of ours, and those where both are on the same side of one
    /// half.
    qint64 compared = 0;
    qint64 agreed = 0;
    QVector<AnswerDifference> differences;
    /// The first replies that could not be read.
    QVector<AnswerDifference> unreadExamples;

    QJsonObject toJson() const;
};

/// Compares every stored answer, scored by the default rules (the letters of a choice, `exact` or
/// `contains`), with its stored score. `dataset` empty = all. Not on the GUI thread.
Result<QVector<RunAgreement>> answerAgreement(
    const Project& project, const QString& dataset, Progress& progress);

} // namespace winnow
