// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/policy.h"

#include "core/domain/flagkind.h"

#include <QtGlobal>

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

/// What a confirmed flag of a kind means for the sample.
Disposition confirmedDefault(const FlagKind& kind)
{
    if (kind.id == u"mcq_inflated" || kind.id == u"mcq_guessable") {
        return Disposition::Convert;
    }
    if (kind.id == u"mcq_position_bias") {
        return Disposition::Circular;
    }
    // Hard, easy or plain-looking samples are facts about a sample, not faults of it.
    if (kind.id == u"frontier" || kind.id == u"saturated" || kind.id == u"grayscale" || kind.id == u"odd_size"
        || kind.id == u"odd_aspect_ratio") {
        return Disposition::Keep;
    }
    return Disposition::Drop;
}

Policy makePolicy(const QString& name, const QString& description)
{
    Policy policy{name, description, {}};
    for (const FlagKind& kind : flagKinds()) {
        policy.rules.insert(kind.id, {.confirmed = confirmedDefault(kind)});
    }
    return policy;
}

} // namespace

QJsonObject Policy::toJson() const
{
    QJsonObject kinds;
    for (auto it = rules.constBegin(); it != rules.constEnd(); ++it) {
        kinds.insert(it.key(),
            QJsonObject{{QStringLiteral("confirmed"), dispositionId(it->confirmed)},
                {QStringLiteral("unreviewed"), dispositionId(it->unreviewed)},
                {QStringLiteral("minimum_score"), it->minimumScore},
                {QStringLiteral("probabilities_only"), it->probabilitiesOnly}});
    }
    return {{QStringLiteral("name"), name}, {QStringLiteral("description"), description},
        {QStringLiteral("kinds"), kinds}};
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
    const QJsonObject kinds = json.value(QStringLiteral("kinds")).toObject();
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
        policy.rules.insert(it.key(),
            {*confirmed, *unreviewed, body.value(QStringLiteral("minimum_score")).toDouble(0),
                body.value(QStringLiteral("probabilities_only")).toBool(false)});
    }
    return policy;
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
    for (const char* id : {"blind_solvable", "duplicate_exact", "label_conflict", "mcq_malformed",
             "parser_loss", "label_incorrect"}) {
        PolicyRule& rule = strict.rules[QString::fromLatin1(id)];
        rule.unreviewed = Disposition::Drop;
        rule.minimumScore = 0.9;
    }
    strict.rules[QStringLiteral("label_incorrect")].probabilitiesOnly = true;

    Policy everything = makePolicy(QStringLiteral("everything"),
        QStringLiteral(QT_TRANSLATE_NOOP("Policy",
            "Every flag that nobody overrode drops the sample; one of each group of duplicates stays")));
    for (PolicyRule& rule : everything.rules) {
        rule.unreviewed = Disposition::Drop;
        rule.confirmed = Disposition::Drop;
    }
    // Detectors score the first of a group of duplicates lower: one of each is to stay.
    for (const char* id : {"duplicate_exact", "duplicate_near", "duplicate_cross_split"}) {
        everything.rules[QString::fromLatin1(id)].minimumScore = 0.6;
    }
    return {reviewed, strict, everything};
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
