// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/decision.h"

#include <QJsonObject>
#include <QMap>
#include <QString>

namespace winnow {

/// What a policy does with one kind of flag.
struct PolicyRule {
    /// When a person confirmed the flag without naming an action.
    Disposition confirmed = Disposition::Keep;
    /// While nobody has decided (open or unsure), if the flag's score is at least `minimumScore`.
    Disposition unreviewed = Disposition::Keep;
    double minimumScore = 0;
    /// Unreviewed flags count only where their score is a probability: of a dataset whose gold answers people
    /// have checked. Elsewhere it is no more than a rank.
    bool probabilitiesOnly = false;
};

/// How flags and decisions become dispositions. Human decisions always win: an explicit action first,
/// then confirmed flags, then unreviewed ones; overridden flags do nothing.
struct Policy {
    QString name;
    QString description;
    /// By kind.
    QMap<QString, PolicyRule> rules;
    /// By dataset and kind, where one dataset has rules of its own.
    QMap<QString, QMap<QString, PolicyRule>> datasetRules;

    /// What holds for a kind in a dataset.
    PolicyRule rule(const QString& kind, const QString& dataset) const;
    /// Takes a rule as people write it: "[DATASET/]KIND=CONFIRMED[,UNREVIEWED[@SCORE]]". What is not said
    /// keeps the sample, from score 0. InvalidInput says what is wrong with it.
    Result<> set(const QString& rule);

    QJsonObject toJson() const;
    /// InvalidInput names the offending kind or value.
    static Result<Policy> fromJson(const QJsonObject& json);
};

/// Policies every project has: "reviewed" (the default: only what people confirmed), "strict" (also
/// unreviewed high-precision flags), "everything" (every flag drops), "datbench" (its steps 1 to 3).
QVector<Policy> builtInPolicies();
/// Those cannot be changed, only copied.
bool isBuiltInPolicy(const QString& name);
inline const QString kDefaultPolicy = QStringLiteral("reviewed");

/// The more severe of two dispositions: drop > fix > circular > convert > keep.
Disposition strongest(Disposition a, Disposition b);

} // namespace winnow
