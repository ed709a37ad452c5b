// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/labelconflict.h"

#include "core/audit/detectors/duplicatenear.h"
#include "core/audit/detectors/evaluation.h"
#include "core/audit/duplicates/samplekey.h"
#include "core/text/normalise.h"

#include <QSet>

#include <algorithm>
#include <iterator>

namespace winnow {

namespace {

// Without an image the two may have been asked about different pictures.
constexpr double kUnpicturedScore = 0.5;
constexpr qsizetype kMembersShown = 20;

/// Everything that counts as right, by content.
QSet<QString> acceptedContents(const AuditData& data, std::size_t sample)
{
    QSet<QString> contents{goldContent(data, sample)};
    for (const QString& answer : data.texts[sample].acceptedAnswers) {
        contents.insert(normaliseText(answer));
    }
    return contents;
}

QString goldShown(const AuditData& data, std::size_t sample)
{
    const int gold = data.goldIndex[sample];
    return gold >= 0
        ? QStringLiteral("%1 (%2)").arg(optionLetter(gold), data.texts[sample].options.value(gold))
        : data.gold[sample];
}

/// Flags all of a group of samples that ask the same, when no answer is right in every one of them.
void flagConflict(Evaluation& run, const std::vector<std::size_t>& group)
{
    const AuditData& data = run.data;
    const bool pictured = !imageKey(data, group.front()).isEmpty();
    QSet<QString> common = acceptedContents(data, group.front());
    QSet<QString> golds;
    QJsonArray shown;
    for (const std::size_t member : group) {
        common.intersect(acceptedContents(data, member));
        golds.insert(goldContent(data, member));
        if (shown.size() < kMembersShown) {
            shown.append(QJsonObject{{QStringLiteral("key"), data.key(member)},
                {QStringLiteral("gold"), goldShown(data, member)}});
        }
    }
    if (!common.isEmpty() || golds.size() < 2) {
        return;
    }
    for (const std::size_t member : group) {
        std::size_t other = group.front();
        for (const std::size_t candidate : group) {
            if (goldContent(data, candidate) != goldContent(data, member)) {
                other = candidate;
                break;
            }
        }
        Sentence summary = Sentence::of(
            QT_TRANSLATE_NOOP("Detector", "The gold answer is %1 here and %2 in %3, which asks the same"))
                               .arg(goldShown(data, member), goldShown(data, other), data.key(other));
        if (!pictured) {
            summary += Sentence::of(QT_TRANSLATE_NOOP("Detector", "; no image is there to compare"));
        }
        run.flag(member, "label_conflict", pictured ? 1 : kUnpicturedScore, summary,
            {{QStringLiteral("group"), shown}, {QStringLiteral("answers"), int(golds.size())}});
    }
}

} // namespace

const DetectorInfo& LabelConflictDetector::info() const
{
    static const DetectorInfo info{QStringLiteral("label_conflict"), 3,
        QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Duplicates with different gold")),
        QStringLiteral(QT_TRANSLATE_NOOP("Detector",
            "Finds samples with the same picture, question and options, exactly or nearly, but "
            "different gold answers. At least "
            "one of them is wrong.")),
        QStringLiteral("METHODS C8"), {QStringLiteral("label_conflict")}, {{Need::Texts, 1}, {Need::Gold, 1}},
        {Need::ImageMeasures}, duplicateParameters()};
    return info;
}

Result<DetectorResult> LabelConflictDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    Evaluation run(input, parameters, progress);
    const auto outcome = sharedDuplicates({&run.data}, duplicateOptions(parameters), input.memo, progress);
    const Result<Duplicates>& found = *outcome;
    if (!found) {
        return tl::unexpected<Error>(found.error());
    }
    noteWithoutQuestion(run.data, run.result.notes);
    reportLostImages(*sharedLostImages(run.data, input.memo), run.result);
    for (const std::vector<DuplicateMember>& members : found->groups) {
        std::vector<std::size_t> group;
        for (const DuplicateMember& member : members) {
            if (run.data.hasGold[member.sample]) {
                group.push_back(member.sample);
            }
        }
        if (group.size() > 1) {
            flagConflict(run, group);
        }
    }
    return run.finish();
}

} // namespace winnow
