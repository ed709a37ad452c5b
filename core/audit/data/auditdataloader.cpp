// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/data/auditdataloader.h"

#include "core/audit/data/auditsnapshot.h"

namespace winnow {

void AuditParts::add(Need need)
{
    const auto condition = [&](Condition which) { conditions[std::size_t(which)] = true; };
    switch (need) {
    case Need::StandardResponses:
        return condition(Condition::Standard);
    case Need::BlindResponses:
        return condition(Condition::Blind);
    case Need::CircularResponses:
        return condition(Condition::Circular);
    case Need::OpenEndedResponses:
        return condition(Condition::OpenEnded);
    case Need::ChoicesOnlyResponses:
        return condition(Condition::ChoicesOnly);
    case Need::OptionProbabilities:
        probabilities = true;
        return;
    case Need::Texts:
        texts = true;
        return;
    case Need::Images:
        images = true;
        return;
    case Need::ImageMeasures:
        images = true;
        measures = true;
        return;
    default:
        return;
    }
}

void AuditParts::add(const AuditParts& other)
{
    texts = texts || other.texts;
    images = images || other.images;
    measures = measures || other.measures;
    probabilities = probabilities || other.probabilities;
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        conditions[i] = conditions[i] || other.conditions[i];
    }
}

AuditParts partsOf(const DetectorInfo& info)
{
    AuditParts parts;
    for (const Requirement& requirement : info.requirements) {
        parts.add(requirement.need);
    }
    for (const Need need : info.uses) {
        parts.add(need);
    }
    return parts;
}

Result<std::shared_ptr<const AuditData>> loadAuditData(
    const Project& project, DatasetId dataset, const AuditParts& parts, Progress& progress)
{
    auto snapshot = AuditSnapshot::open(project);
    return snapshot ? snapshot->load(dataset, parts, progress) : tl::unexpected<Error>(snapshot.error());
}

} // namespace winnow
