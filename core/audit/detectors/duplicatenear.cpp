// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/duplicatenear.h"

#include "core/audit/detectors/evaluation.h"
#include "core/audit/duplicates/samplekey.h"

#include <QSet>

#include <algorithm>

namespace winnow {

namespace {

constexpr qsizetype kKeysShown = 20;
// The first of each group scores below what a policy drops unreviewed: one of each is to stay.
constexpr double kFirstScore = 0.5;
constexpr double kSameImageScore = 0.9;
constexpr double kCopyScore = 0.85;
// Without pictures, like questions may be about different ones.
constexpr double kTextOnlyScore = 0.5;

bool goldDiffers(const DuplicateMember& a, const DuplicateMember& b)
{
    return a.data->hasGold[a.sample] && b.data->hasGold[b.sample]
        && goldContent(*a.data, a.sample) != goldContent(*b.data, b.sample);
}

void addNotes(const Duplicates& found, DetectorResult& result)
{
    result.notes += found.notes;
    if (found.unmeasured > 0) {
        result.notes.append(
            Sentence::of(QT_TRANSLATE_NOOP("Detector",
                             "%1 could not be compared (missing, unreadable or not yet measured)."))
                .arg(countText(found.unmeasured, "image", "images")));
    }
    if (found.candidates > 0) {
        DatasetFinding finding;
        finding.id = QStringLiteral("look_alikes");
        finding.summary = Sentence::of(
            QT_TRANSLATE_NOOP("Detector",
                "Pictures with the same question and close hashes: %1, %2 of them one picture stored twice"))
                              .arg(countText(found.candidates, "pair", "pairs"))
                              .arg(found.copies);
        finding.details
            = {{QStringLiteral("candidates"), found.candidates}, {QStringLiteral("copies"), found.copies}};
        result.findings.push_back(finding);
    }
}

/// One member of each set of exact copies.
std::vector<DuplicateMember> distinctOf(const std::vector<DuplicateMember>& group)
{
    QSet<quint32> seen;
    std::vector<DuplicateMember> distinct;
    for (const DuplicateMember& member : group) {
        if (!seen.contains(member.exact)) {
            seen.insert(member.exact);
            distinct.push_back(member);
        }
    }
    return distinct;
}

/// The names of the first members of a group.
template <typename Name> QJsonArray namesOf(const std::vector<DuplicateMember>& group, Name&& name)
{
    QJsonArray names;
    for (const DuplicateMember& member : group) {
        if (names.size() < kKeysShown) {
            names.append(name(member));
        }
    }
    return names;
}

/// What every flag on a member of a group says; `first` names the first of them.
QJsonObject groupEvidence(
    const QString& first, bool kept, const QJsonArray& names, std::size_t size, const Likeness& likeness)
{
    return {{QStringLiteral("first"), first},
        {QStringLiteral("role"), kept ? QStringLiteral("first") : QStringLiteral("copy")},
        {QStringLiteral("group"), names}, {QStringLiteral("size"), int(size)},
        {QStringLiteral("distance"), likeness.distance}, {QStringLiteral("same_image"), likeness.sameImage},
        {QStringLiteral("same_text"), likeness.sameText}};
}

void flagNear(Evaluation& run, const std::vector<DuplicateMember>& group, bool imagesOnly)
{
    const AuditData& data = run.data;
    const std::vector<DuplicateMember> distinct = distinctOf(group);
    if (distinct.size() < 2) {
        return;
    }
    const QJsonArray keys
        = namesOf(group, [&](const DuplicateMember& member) { return data.key(member.sample); });
    for (const DuplicateMember& member : distinct) {
        const bool kept = &member == &distinct.front();
        const DuplicateMember& other = kept ? distinct[1] : distinct.front();
        const Likeness likeness = likenessOf(member, other);
        const bool conflict = goldDiffers(member, other);
        const bool pictured = !imageKey(data, member.sample).isEmpty();
        const Sentence how = !imagesOnly ? likeness.sentence
            : likeness.sameImage         ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "Same image"))
                                 : Sentence::of(QT_TRANSLATE_NOOP("Detector", "Copy of the same picture"));
        Sentence summary
            = Sentence::of(QT_TRANSLATE_NOOP("Detector", "%1 as %2")).arg(how, data.key(other.sample));
        if (kept) {
            summary += Sentence::of(QT_TRANSLATE_NOOP("Detector", "; the first of them"));
        }
        if (conflict) {
            summary += Sentence::of(QT_TRANSLATE_NOOP("Detector", "; gold answers differ"));
        }
        QJsonObject evidence
            = groupEvidence(data.key(group.front().sample), kept, keys, group.size(), likeness);
        evidence.insert(QStringLiteral("gold_differs"), conflict);
        run.flag(member.sample, "duplicate_near",
            kept                     ? kFirstScore
                : !pictured          ? kTextOnlyScore
                : likeness.sameImage ? kSameImageScore
                                     : kCopyScore,
            summary, std::move(evidence));
    }
}

QString whereOf(const DuplicateMember& member)
{
    const QString split = member.data->splits.value(member.data->split[member.sample]);
    const QString key = member.data->key(member.sample);
    return split.isEmpty() ? key : QStringLiteral("%1 (%2)").arg(key, split);
}

QString placeOf(const DuplicateMember& member)
{
    return member.data->dataset + QChar(0x1f) + member.data->splits.value(member.data->split[member.sample]);
}

/// Flags the members that are of the dataset, in a group that stands in several places.
void flagAcross(Evaluation& run, const std::vector<DuplicateMember>& group)
{
    const AuditData& data = run.data;
    const auto elsewhere = [&](const DuplicateMember& member) {
        return std::find_if(group.begin(), group.end(),
            [&](const DuplicateMember& other) { return placeOf(other) != placeOf(member); });
    };
    if (elsewhere(group.front()) == group.end()) {
        return;
    }
    const QJsonArray names = namesOf(group, whereOf);
    for (const DuplicateMember& member : group) {
        if (member.data != &data) {
            continue;
        }
        const DuplicateMember& other = *elsewhere(member);
        const bool kept = &member == &group.front();
        const Likeness likeness = likenessOf(member, other);
        Sentence summary
            = Sentence::of(QT_TRANSLATE_NOOP("Detector", "%1 as %2")).arg(likeness.sentence, whereOf(other));
        const QString split = data.splits.value(data.split[member.sample]);
        if (!split.isEmpty()) {
            summary += Sentence::of(QT_TRANSLATE_NOOP("Detector", "; this one is in %1")).arg(split);
        }
        run.flag(member.sample, "duplicate_cross_split",
            kept                                          ? kFirstScore
                : likeness.sameImage && likeness.sameText ? 1
                                                          : kCopyScore,
            summary, groupEvidence(whereOf(group.front()), kept, names, group.size(), likeness));
    }
}

} // namespace

QVector<ParameterInfo> duplicateParameters()
{
    return {integerParameter("distance", QT_TRANSLATE_NOOP("Detector", "Hash distance, at most"),
                QT_TRANSLATE_NOOP("Detector", "bits"), 10, 0, 20,
                QT_TRANSLATE_NOOP(
                    "Detector", "Pictures whose 64-bit hashes differ in more bits are not compared")),
        booleanParameter("turns", QT_TRANSLATE_NOOP("Detector", "Mirrored and turned"), false,
            QT_TRANSLATE_NOOP("Detector", "Also find pictures that were mirrored or turned")),
        booleanParameter("crops", QT_TRANSLATE_NOOP("Detector", "Cut"), false,
            QT_TRANSLATE_NOOP("Detector",
                "Also find pictures whose margins were cut off, up to 40% of the area, at the same scale")),
        realParameter("text_similarity", QT_TRANSLATE_NOOP("Detector", "Similarity of questions, at least"),
            QT_TRANSLATE_NOOP("Detector", "share"), 0.9, 0.5, 1,
            QT_TRANSLATE_NOOP("Detector",
                "Of the 4-letter pieces that two questions with a misspelt word must have in common"))};
}

DuplicateOptions duplicateOptions(const Parameters& parameters)
{
    DuplicateOptions options;
    options.distance = parameters.integer(QLatin1String("distance"));
    options.turns = parameters.flag(QLatin1String("turns"));
    options.crops = parameters.flag(QLatin1String("crops"));
    options.textSimilarity = parameters.real(QLatin1String("text_similarity"));
    return options;
}

const DetectorInfo& DuplicateNearDetector::info() const
{
    static const DetectorInfo info = [] {
        DetectorInfo made{QStringLiteral("duplicate_near"), 2,
            QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Near duplicate")),
            QStringLiteral(QT_TRANSLATE_NOOP("Detector",
                "Finds samples that ask the same about the same picture stored again: recompressed, "
                "resized, brightened, in another format, or with the question dressed in other words. "
                "Figures of one template look alike to a hash; a look at both tells them apart.")),
            QStringLiteral("imagededup's pHash (distance 10), Jaccard over character 4-grams; METHODS C8"),
            {QStringLiteral("duplicate_near")}, {{Need::Texts, 1}}, {Need::ImageMeasures},
            duplicateParameters()};
        made.parameters.prepend(choiceParameter("match", QT_TRANSLATE_NOOP("Detector", "Same"),
            {QStringLiteral("image_and_question"), QStringLiteral("image")},
            QT_TRANSLATE_NOOP(
                "Detector", "image: flag every further sample about a picture, whatever is asked")));
        return made;
    }();
    return info;
}

Result<DetectorResult> DuplicateNearDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    Evaluation run(input, parameters, progress);
    DuplicateOptions options = duplicateOptions(parameters);
    options.imagesOnly = run.choice("match") == u"image";
    const auto outcome = sharedDuplicates({&run.data}, options, input.memo, progress);
    const Result<Duplicates>& found = *outcome;
    if (!found) {
        return tl::unexpected<Error>(found.error());
    }
    for (const std::vector<DuplicateMember>& group : found->groups) {
        flagNear(run, group, options.imagesOnly);
    }
    if (!options.imagesOnly) {
        noteWithoutQuestion(run.data, run.result.notes);
    }
    addNotes(*found, run.result);
    return run.finish();
}

const DetectorInfo& DuplicateCrossSplitDetector::info() const
{
    static const DetectorInfo info{QStringLiteral("duplicate_cross_split"), 2,
        QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Duplicate across splits")),
        QStringLiteral(QT_TRANSLATE_NOOP("Detector",
            "Finds samples that repeat one of another split or another dataset of the project, "
            "exactly or nearly. What is tested there may have been trained on here.")),
        QStringLiteral("METHODS C8"), {QStringLiteral("duplicate_cross_split")},
        {{Need::Texts, 1}, {Need::SeveralSplitsOrDatasets, 1}}, {Need::ImageMeasures}, duplicateParameters(),
        DetectorScope::Project};
    return info;
}

Result<DetectorResult> DuplicateCrossSplitDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    Evaluation run(input, parameters, progress);
    // The groups are the same whichever dataset is asked about.
    const auto outcome = sharedDuplicates(input.all, duplicateOptions(parameters), input.memo, progress);
    const Result<Duplicates>& found = *outcome;
    if (!found) {
        return tl::unexpected<Error>(found.error());
    }
    for (const std::vector<DuplicateMember>& group : found->groups) {
        flagAcross(run, group);
    }
    noteWithoutQuestion(run.data, run.result.notes);
    addNotes(*found, run.result);
    return run.finish();
}

} // namespace winnow
