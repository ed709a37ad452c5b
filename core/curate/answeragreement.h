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
    /// What the reply answers, where every reply is listed: options as shown, and all accepted answers.
    QStringList options;
    QStringList accepted;

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
    /// The file gave the scores; otherwise they are ours, and agreeing says nothing.
    bool recorded = false;
    /// What ours are by; empty = by the kind of sample.
    QString scorer;
    /// Right by both.
    qint64 bothRight = 0;
    qint64 agreed = 0;
    QVector<AnswerDifference> differences;
    /// The first replies that could not be read.
    QVector<AnswerDifference> unreadExamples;
    /// Every reply that was compared, where that is asked for.
    QVector<AnswerDifference> everything;

    QJsonObject toJson() const;
};

/// Compares every stored answer, scored as is set for its dataset, with the score that its file gave it, also
/// where it was scored anew since. `dataset` empty = all. Not on the GUI thread.
Result<QVector<RunAgreement>> answerAgreement(
    const Project& project, const QString& dataset, Progress& progress, bool everything = false);

/// Our verdicts beside the recorded ones of all runs of a dataset.
struct DatasetAgreement {
    QString dataset;
    QString scorer;
    qint64 compared = 0;
    qint64 agreed = 0;
    /// Right by ours and wrong by theirs, and the other way round.
    qint64 oursOnly = 0;
    qint64 theirsOnly = 0;
    qint64 bothRight = 0;

    /// NaN when nothing was compared.
    double share() const;
    /// Cohen's kappa (1960): agreement beyond that of chance; NaN when either says the same of all.
    double kappa() const;
    QJsonObject toJson() const;
};

/// Of the runs whose scores a file gave, in the order of the datasets.
QVector<DatasetAgreement> agreementByDataset(const QVector<RunAgreement>& runs);

} // namespace winnow
