// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/policy.h"

#include "core/domain/flagkind.h"

#include <QtGlobal>

#include <algorithm>

namespace winnow {

namespace {

std::optional<Disposition> dispositionFromId(const QString& id)
{
    for (Disposition d : {Disposition::Keep, Disposition::Drop, Disposition::Fix, Disposition::Convert,
             Disposition::Circular}) {
        if (dispositionId(d) == id) {
            return d;
        }
    }
    return std::nullopt;
}

Policy makePolicy(const QString& name, const QString& description)
{
    Policy policy{name, description, {}, {}};
    for (const FlagKind& kind : flagKinds()) {
        policy.rules.insert(kind.id, {.confirmed = kind.confirmed});
    }
    return policy;
}

QJsonObject rulesToJson(const QMap<QString, PolicyRule>& rules)
{
    QJsonObject kinds;
    for (auto it = rules.constBegin(); it != rules.constEnd(); ++it) {
        kinds.insert(it.key(),
            QJsonObject{{QStringLiteral("confirmed"), dispositionId(it->confirmed)},
                {QStringLiteral("unreviewed"), dispositionId(it->unreviewed)},
                {QStringLiteral("minimum_score"), it->minimumScore},
                {QStringLiteral("probabilities_only"), it->probabilitiesOnly}});
    }
    return kinds;
}

Result<> readRules(const QJsonObject& kinds, QMap<QString, PolicyRule>& rules)
{
    for (auto it = kinds.constBegin(); it != kinds.constEnd(); ++it) {
        if (!flagKindById(it.key())) {
            return fail(ErrorCode::InvalidInput,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no flag kind \"%1\"")).arg(it.key()));
        }
        const QJsonObject body = it->toObject();
        const auto confirmed
            = dispositionFromId(body.value(QStringLiteral("confirmed")).toString(QStringLiteral("keep")));
        const auto unreviewed
            = dispositionFromId(body.value(QStringLiteral("unreviewed")).toString(QStringLiteral("keep")));
        if (!confirmed || !unreviewed) {
            return fail(ErrorCode::InvalidInput,
                Sentence::of(
                    QT_TRANSLATE_NOOP("Error", "The policy's rule for %1 names an unknown disposition"))
                    .arg(it.key()),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Use keep, drop, fix, convert or circular")));
        }
        rules.insert(it.key(),
            {*confirmed, *unreviewed, body.value(QStringLiteral("minimum_score")).toDouble(0),
                body.value(QStringLiteral("probabilities_only")).toBool(false)});
    }
    return {};
}

} // namespace

PolicyRule Policy::rule(const QString& kind, const QString& dataset) const
{
    const auto own = datasetRules.constFind(dataset);
    return own != datasetRules.constEnd() && own->contains(kind) ? own->value(kind) : rules.value(kind);
}

Result<> Policy::set(const QString& text)
{
    const auto wrong = [&] {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "\"%1\" is no rule of a policy")).arg(text),
            Sentence::of(QT_TRANSLATE_NOOP("Error",
                "Write [DATASET/]KIND=CONFIRMED[,UNREVIEWED[@SCORE]], such as dark=keep,drop@0.8; each is "
                "keep, "
                "drop, fix, convert or circular")));
    };
    const qsizetype equals = text.lastIndexOf(u'=');
    const QString place = text.left(equals);
    const qsizetype slash = place.lastIndexOf(u'/');
    const QString kind = place.mid(slash + 1);
    const QStringList said = text.mid(equals + 1).split(u',');
    if (equals <= 0 || slash == 0 || said.size() > 2) {
        return wrong();
    }
    if (!flagKindById(kind)) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no flag kind \"%1\"")).arg(kind));
    }
    PolicyRule rule;
    const QStringList unreviewed = said.value(1, QStringLiteral("keep")).split(u'@');
    const auto confirmed = dispositionFromId(said.first());
    const auto open = dispositionFromId(unreviewed.first());
    bool isNumber = true;
    if (unreviewed.size() > 1) {
        rule.minimumScore = unreviewed.at(1).toDouble(&isNumber);
    }
    const bool inRange = rule.minimumScore >= 0 && rule.minimumScore <= 1;
    if (!confirmed || !open || unreviewed.size() > 2 || !isNumber || !inRange) {
        return wrong();
    }
    rule.confirmed = *confirmed;
    rule.unreviewed = *open;
    (slash < 0 ? rules : datasetRules[place.left(slash)]).insert(kind, rule);
    return {};
}

QJsonObject Policy::toJson() const
{
    QJsonObject json{{QStringLiteral("name"), name}, {QStringLiteral("description"), description},
        {QStringLiteral("kinds"), rulesToJson(rules)}};
    if (!datasetRules.isEmpty()) {
        QJsonObject datasets;
        for (auto it = datasetRules.constBegin(); it != datasetRules.constEnd(); ++it) {
            datasets.insert(it.key(), rulesToJson(*it));
        }
        json.insert(QStringLiteral("datasets"), datasets);
    }
    return json;
}

Result<Policy> Policy::fromJson(const QJsonObject& json)
{
    Policy policy;
    policy.name = json.value(QStringLiteral("name")).toString();
    policy.description = json.value(QStringLiteral("description")).toString();
    if (policy.name.isEmpty()) {
        return fail(
            ErrorCode::InvalidInput, Sentence::of(QT_TRANSLATE_NOOP("Error", "A policy needs a name")));
    }
    WINNOW_TRY(readRules(json.value(QStringLiteral("kinds")).toObject(), policy.rules));
    const QJsonObject datasets = json.value(QStringLiteral("datasets")).toObject();
    for (auto it = datasets.constBegin(); it != datasets.constEnd(); ++it) {
        WINNOW_TRY(readRules(it->toObject(), policy.datasetRules[it.key()]));
    }
    return policy;
}

bool isBuiltInPolicy(const QString& name)
{
    const QVector<Policy> policies = builtInPolicies();
    return std::any_of(
        policies.begin(), policies.end(), [&](const Policy& policy) { return policy.name == name; });
}

QVector<Policy> builtInPolicies()
{
    Policy reviewed = makePolicy(kDefaultPolicy,
        QStringLiteral(QT_TRANSLATE_NOOP(
            "Policy", "Only what people confirmed is removed or changed; unreviewed flags keep the sample")));

    Policy strict = makePolicy(QStringLiteral("strict"),
        QStringLiteral(QT_TRANSLATE_NOOP("Policy",
            "As reviewed, and unreviewed flags of high precision drop the sample; wrong gold answers "
            "only where people have checked enough of them")));
    for (const FlagKind& kind : flagKinds()) {
        if (kind.has(FlagKind::HighPrecision)) {
            PolicyRule& rule = strict.rules[kind.id];
            rule.unreviewed = Disposition::Drop;
            rule.minimumScore = 0.9;
            rule.probabilitiesOnly = kind.has(FlagKind::RankUntilChecked);
        }
    }

    Policy everything = makePolicy(QStringLiteral("everything"),
        QStringLiteral(QT_TRANSLATE_NOOP("Policy",
            "Every flag that nobody overrode drops the sample; one of each group of duplicates stays")));
    for (const FlagKind& kind : flagKinds()) {
        if (!kind.has(FlagKind::Proposal)) {
            PolicyRule& rule = everything.rules[kind.id];
            rule.unreviewed = Disposition::Drop;
            rule.confirmed = Disposition::Drop;
        }
        if (kind.has(FlagKind::FirstStays)) {
            everything.rules[kind.id].minimumScore = 0.6;
        }
    }
    // Its steps 1 to 3 (METHODS A3 to A5): every multiple choice question is transformed, what is answered
    // without the image goes, and wrong or ambiguous gold answers as far as people or judges found them.
    Policy datbench = makePolicy(QStringLiteral("datbench"),
        QStringLiteral(QT_TRANSLATE_NOOP("Policy",
            "As DatBench-Full: options go or are asked in every order, blindly solvable samples drop, "
            "and what people confirmed is removed or changed")));
    datbench.rules[QStringLiteral("blind_solvable")].unreviewed = Disposition::Drop;
    for (const FlagKind& kind : flagKinds()) {
        if (kind.has(FlagKind::Proposal)) {
            datbench.rules[kind.id].unreviewed = kind.confirmed;
        }
    }
    return {reviewed, strict, everything, datbench};
}

Disposition strongest(Disposition a, Disposition b)
{
    const auto weight = [](Disposition d) {
        switch (d) {
        case Disposition::Drop:
            return 4;
        case Disposition::Fix:
            return 3;
        case Disposition::Circular:
            return 2;
        case Disposition::Convert:
            return 1;
        case Disposition::Keep:
            break;
        }
        return 0;
    };
    return weight(a) >= weight(b) ? a : b;
}

} // namespace winnow
