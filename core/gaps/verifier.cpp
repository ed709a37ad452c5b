// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gaps/verifier.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace winnow {

namespace {

struct VerifierName {
    VerifierKind kind;
    const char* id;
    const char* title;
};

const VerifierName kVerifiers[] = {
    {VerifierKind::None, "none", QT_TRANSLATE_NOOP("Gaps", "nothing checked")},
    {VerifierKind::Agreement, "agreement", QT_TRANSLATE_NOOP("Gaps", "agreement of the tries")},
    {VerifierKind::Rating, "rating", QT_TRANSLATE_NOOP("Gaps", "a judge's rating")},
    {VerifierKind::Model, "model", QT_TRANSLATE_NOOP("Gaps", "another model's answer")},
    {VerifierKind::LogProbability, "log_probability", QT_TRANSLATE_NOOP("Gaps", "log-probability")},
    {VerifierKind::Form, "form", QT_TRANSLATE_NOOP("Gaps", "the answer's form")},
    {VerifierKind::Oracle, "oracle", QT_TRANSLATE_NOOP("Gaps", "an oracle")},
};

} // namespace

QString verifierId(VerifierKind kind)
{
    return QString::fromLatin1(kVerifiers[std::size_t(kind)].id);
}

std::optional<VerifierKind> verifierFromId(QStringView id)
{
    for (const VerifierName& name : kVerifiers) {
        if (id == QLatin1String(name.id)) {
            return name.kind;
        }
    }
    return std::nullopt;
}

Sentence titleOf(const Verifier& verifier)
{
    if (verifier.kind == VerifierKind::Model && !verifier.model.isEmpty()) {
        return Sentence::of(QT_TRANSLATE_NOOP("Gaps", "the same answer from %1")).arg(verifier.model);
    }
    return Sentence::of(kVerifiers[std::size_t(verifier.kind)].title);
}

float VerifierSource::of(const Contender& contender, std::size_t sample, std::size_t attempt) const
{
    constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();
    const TryColumn& column = contender.tries[attempt];
    const auto at
        = [&](const std::vector<float>& values) { return values.empty() ? kUnknown : values[sample]; };
    const auto markOf = [&](const TryColumn& of) {
        return of.answer.empty() ? std::uint32_t(UnknownAnswer) : of.answer[sample];
    };
    switch (kind) {
    case VerifierKind::None:
        return 1;
    case VerifierKind::Rating:
        return at(column.rating);
    case VerifierKind::LogProbability:
        return at(column.logProbability);
    case VerifierKind::Form: {
        const std::uint32_t mark = markOf(column);
        return mark == UnknownAnswer ? kUnknown : mark == NoAnswer ? 0.0F : 1.0F;
    }
    case VerifierKind::Model: {
        if (other == nullptr || !other->tried(sample)) {
            return kUnknown;
        }
        const std::uint32_t theirs = markOf(other->tries.front());
        const std::uint32_t mine = markOf(column);
        if (theirs == UnknownAnswer || mine == UnknownAnswer) {
            return kUnknown;
        }
        return mine >= FirstAnswerMark && mine == theirs ? 1.0F : 0.0F;
    }
    case VerifierKind::Oracle:
        return column.outcome[sample] == Try::Right ? 1.0F : 0.0F;
    case VerifierKind::Agreement:
        break;
    }
    return kUnknown;
}

bool VerifierSource::speaksFor(const Contender& contender, std::size_t attempts) const
{
    std::size_t made = 0;
    std::size_t said = 0;
    for (std::size_t attempt = 0; attempt < std::min(attempts, contender.tries.size()); ++attempt) {
        const TryColumn& column = contender.tries[attempt];
        // A few thousand, evenly: what was recorded was recorded throughout.
        const std::size_t stride = std::max<std::size_t>(1, column.outcome.size() / 4096);
        for (std::size_t sample = 0; sample < column.outcome.size(); sample += stride) {
            if (column.outcome[sample] == Try::None) {
                continue;
            }
            ++made;
            if (kind == VerifierKind::Agreement) {
                said += !column.answer.empty() && column.answer[sample] != UnknownAnswer ? 1 : 0;
            } else {
                said += std::isnan(of(contender, sample, attempt)) ? 0 : 1;
            }
        }
    }
    return made > 0 && said * 2 > made;
}

} // namespace winnow
