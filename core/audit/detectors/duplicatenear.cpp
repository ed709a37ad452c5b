// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/duplicatenear.h"

#include "core/audit/detectorsupport.h"
#include "core/audit/samplekey.h"

#include <QSet>

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
    const AuditData& data = input.data;
    DuplicateOptions options = duplicateOptions(parameters);
    options.imagesOnly = parameters.choice(QLatin1String("match")) == u"image";
    const auto outcome = sharedDuplicates({&data}, options, input.memo, progress);
    const Result<Duplicates>& found = *outcome;
    if (!found) {
        return tl::unexpected<Error>(found.error());
    }
    DetectorResult result;
    for (const std::vector<DuplicateMember>& group : found->groups) {
        QSet<quint32> seen;
        std::vector<DuplicateMember> distinct;
        QJsonArray keys;
        for (const DuplicateMember& member : group) {
            if (!seen.contains(member.exact)) {
                seen.insert(member.exact);
                distinct.push_back(member);
            }
            if (keys.size() < kKeysShown) {
                keys.append(data.key(member.sample));
            }
        }
        if (distinct.size() < 2) {
            continue;
        }
        for (const DuplicateMember& member : distinct) {
            const bool kept = &member == &distinct.front();
            const DuplicateMember& other = kept ? distinct[1] : distinct.front();
            const Likeness likeness = likenessOf(member, other);
            const bool conflict = goldDiffers(member, other);
            const bool pictured = !imageKey(data, member.sample).isEmpty();
            Sentence summary = options.imagesOnly
                ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "%1 as %2"))
                      .arg(likeness.sameImage
                              ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "Same image"))
                              : Sentence::of(QT_TRANSLATE_NOOP("Detector", "Copy of the same picture")),
                          data.key(other.sample))
                : Sentence::of(QT_TRANSLATE_NOOP("Detector", "%1 as %2"))
                      .arg(likeness.sentence, data.key(other.sample));
            if (kept) {
                summary += Sentence::of(QT_TRANSLATE_NOOP("Detector", "; the first of them"));
            }
            if (conflict) {
                summary += Sentence::of(QT_TRANSLATE_NOOP("Detector", "; gold answers differ"));
            }
            result.flags.push_back(makeFlag(data, member.sample, "duplicate_near",
                kept                     ? kFirstScore
                    : !pictured          ? kTextOnlyScore
                    : likeness.sameImage ? kSameImageScore
                                         : kCopyScore,
                summary,
                {{QStringLiteral("first"), data.key(group.front().sample)},
                    {QStringLiteral("role"), kept ? QStringLiteral("first") : QStringLiteral("copy")},
                    {QStringLiteral("group"), keys}, {QStringLiteral("size"), int(group.size())},
                    {QStringLiteral("distance"), likeness.distance},
                    {QStringLiteral("same_image"), likeness.sameImage},
                    {QStringLiteral("same_text"), likeness.sameText},
                    {QStringLiteral("gold_differs"), conflict}}));
        }
    }
    if (!options.imagesOnly) {
        noteWithoutQuestion(data, result.notes);
    }
    addNotes(*found, result);
    return result;
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
    const AuditData& data = input.data;
    // The groups are the same whichever dataset is asked about.
    const auto outcome = sharedDuplicates(input.all, duplicateOptions(parameters), input.memo, progress);
    const Result<Duplicates>& found = *outcome;
    if (!found) {
        return tl::unexpected<Error>(found.error());
    }
    DetectorResult result;
    for (const std::vector<DuplicateMember>& group : found->groups) {
        QJsonArray keys;
        QSet<QString> places;
        for (const DuplicateMember& member : group) {
            places.insert(placeOf(member));
            if (keys.size() < kKeysShown) {
                keys.append(whereOf(member));
            }
        }
        if (places.size() < 2) {
            continue;
        }
        for (const DuplicateMember& member : group) {
            if (member.data != &data) {
                continue;
            }
            const DuplicateMember* other = nullptr;
            for (const DuplicateMember& candidate : group) {
                if (placeOf(candidate) != placeOf(member)) {
                    other = &candidate;
                    break;
                }
            }
            const bool kept = &member == &group.front();
            const Likeness likeness = likenessOf(member, *other);
            Sentence summary = Sentence::of(QT_TRANSLATE_NOOP("Detector", "%1 as %2"))
                                   .arg(likeness.sentence, whereOf(*other));
            const QString split = data.splits.value(data.split[member.sample]);
            if (!split.isEmpty()) {
                summary += Sentence::of(QT_TRANSLATE_NOOP("Detector", "; this one is in %1")).arg(split);
            }
            result.flags.push_back(makeFlag(data, member.sample, "duplicate_cross_split",
                kept                                          ? kFirstScore
                    : likeness.sameImage && likeness.sameText ? 1
                                                              : kCopyScore,
                summary,
                {{QStringLiteral("first"), whereOf(group.front())},
                    {QStringLiteral("role"), kept ? QStringLiteral("first") : QStringLiteral("copy")},
                    {QStringLiteral("group"), keys}, {QStringLiteral("size"), int(group.size())},
                    {QStringLiteral("distance"), likeness.distance},
                    {QStringLiteral("same_image"), likeness.sameImage},
                    {QStringLiteral("same_text"), likeness.sameText}}));
        }
    }
    noteWithoutQuestion(data, result.notes);
    addNotes(*found, result);
    return result;
}

} // namespace winnow
