// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/curate/modelstats.h"

#include <QStringList>

namespace winnow {

/// One model's scores before and after a policy over samples in one order.
struct ModelScores {
    QString model;
    QString family;
    /// NaN = no score.
    std::vector<float> before;
    /// NaN also where the policy drops the sample.
    std::vector<float> after;
    /// 1 where the model replied and no answer could be read.
    std::vector<quint8> unread;
    /// Samples of its datasets that it has no score for, dropped ones not counted after.
    qint64 missingBefore = 0;
    qint64 missingAfter = 0;

    /// Puts the samples of another dataset behind its own, which become `count` in all; the models that have
    /// no run there are left to padTo().
    void append(const ModelScores& other, size_t offset);
    void padTo(size_t count);
};

/// A model before and after the policy. A ranked model's rates are over the samples of its ranking, so that
/// what stands side by side is comparable; another's are over the samples it answered. `missing` counts its
/// datasets either way.
struct ModelShift {
    QString model;
    QString family;
    Rate before;
    Rate after;
    /// Samples it answered at all.
    qint64 answeredBefore = 0;
    qint64 answeredAfter = 0;
    /// Index into the rankings; -1 = unranked.
    int ranking = -1;
    /// 1 = best of its ranking; ties share the better rank; 0 = none.
    int rankBefore = 0;
    int rankAfter = 0;
    /// Why it is unranked: with it, `shared` of the `sharedOf` samples of the nearest ranking would be
    /// common; 0 of 0 where there is no ranking.
    qint64 shared = 0;
    qint64 sharedOf = 0;
};

/// Models that are compared with each other.
struct ModelRanking {
    QStringList models; // best before first
    /// The samples it is over: those that every one of its models has a score for.
    QVector<SampleId> before;
    /// The same of the cleaned samples, by the models that are still ranked there.
    QVector<SampleId> after;
    /// Agreement of the order before and after (NaN below two models ranked in both).
    double kendall = 0;
    double spearman = 0;
};

/// All models of a project or a dataset.
struct ModelComparison {
    /// By ranking and rank before; unranked ones last.
    QVector<ModelShift> models;
    /// Those of most models first.
    QVector<ModelRanking> rankings;
    /// Samples that can move a model past another of its ranking: changed by the policy, and not alike for
    /// all.
    QVector<SampleId> orderMoving;
};

/// Models are ranked together over the samples that all of them answered, and a model joins a ranking only
/// while at least half of the samples of its fullest model stay common.
///
/// The model that answered most begins a ranking; the others follow in that order, each joins the first
/// ranking that it leaves half of, or begins another. Who ends up alone is unranked. After the policy the
/// same holds for the cleaned samples among the models of each ranking; where they fall apart, the larger
/// part is ranked. `changed`: 1 where the policy drops a sample or scores it anew.
ModelComparison compareModels(const QVector<ModelScores>& scores, const std::vector<qint64>& samples,
    const std::vector<quint8>& changed);

/// Why a model is unranked, in English; empty for a ranked one.
QString unrankedReason(const ModelShift& model);

} // namespace winnow
