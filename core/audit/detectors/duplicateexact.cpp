// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/duplicateexact.h"

#include "core/audit/detectors/evaluation.h"
#include "core/audit/duplicates/repeated.h"
#include "core/audit/duplicates/samplekey.h"
#include "core/stats/random.h"
#include "core/text/normalise.h"

#include <algorithm>

namespace winnow {

namespace {

constexpr qsizetype kKeysShown = 20;
// Below the copies and below what a policy drops unreviewed: one of each group is to stay.
constexpr double kFirstScore = 0.5;
// Samples without any image may have been asked about different pictures that were not imported; all the more
// when their answers differ.
constexpr double kTextCopyScore = 0.8;
constexpr double kTextCopyOtherGoldScore = 0.4;

DatasetFinding sharedImages(const QHash<QByteArray, int>& samplesByImage)
{
    qint64 images = 0;
    qint64 samples = 0;
    for (const int count : samplesByImage) {
        if (count > 1) {
            ++images;
            samples += count;
        }
    }
    DatasetFinding finding;
    finding.id = QStringLiteral("shared_images");
    finding.summary = images == 0
        ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "No two samples share an image"))
        : (images == 1 ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "%1 is asked about in %2"))
                       : Sentence::of(QT_TRANSLATE_NOOP("Detector", "%1 are asked about in %2")))
              .arg(countText(images, "image", "images"), countText(samples, "sample", "samples"));
    finding.details = {{QStringLiteral("images"), images}, {QStringLiteral("samples"), samples}};
    return finding;
}

/// Options alone ("yes", "no") say nothing without a question.
bool asksAnything(const AuditText& text)
{
    return !text.question.trimmed().isEmpty()
        && (!text.options.isEmpty() || !foldText(text.question).isEmpty());
}

struct CopiesRun : Evaluation {
    CopiesRun(const DetectorInput& detectorInput, const Parameters& values, Progress& report)
        : Evaluation(detectorInput, values, report)
        , imageOnly(choice("match") == u"image")
        , lost(imageOnly ? std::make_shared<const std::vector<bool>>() : sharedLostImages(data, input.memo))
        , hashes(imageOnly ? nullptr : sharedTextHashes(data, input.memo))
    {
    }

    void collect(std::size_t i)
    {
        const QByteArray image = imageKey(data, i);
        if (!image.isEmpty()) {
            ++samplesByImage[image];
        }
        const bool asked = !imageOnly && asksAnything(data.texts[i]);
        result.judged[i] = imageOnly ? !image.isEmpty() : asked && !isLost(i);
        if (imageOnly ? image.isEmpty() : !asked) {
            ++wordless;
            return;
        }
        compared.push_back(quint32(i));
        numbers.push_back(stats::mix64(quint64(qHash(image)) ^ (imageOnly ? 0 : (*hashes)[i])));
    }

    /// Samples with one key, in the order of the first of each; those that are alone among them.
    std::vector<std::vector<quint32>> groups() const
    {
        std::vector<std::vector<quint32>> found;
        QHash<QByteArray, std::size_t> places;
        // Equal keys have equal numbers: only those that share one need a key.
        const std::vector<quint64> repeated = repeatedOf(numbers);
        for (std::size_t c = 0; c < compared.size(); ++c) {
            if (!holds(repeated, numbers[c])) {
                continue;
            }
            const std::size_t i = compared[c];
            const QByteArray image = imageKey(data, i);
            const QByteArray key = imageOnly ? image : image + '\x1d' + *textKey(data, i);
            const auto known = places.constFind(key);
            const std::size_t place = known != places.constEnd() ? *known : found.size();
            if (place == found.size()) {
                places.insert(key, place);
                found.emplace_back();
            }
            found[place].push_back(quint32(i));
        }
        return found;
    }

    void flagGroup(const std::vector<quint32>& group)
    {
        if (group.size() < 2 || isLost(group.front())) {
            return;
        }
        const std::size_t first = group.front();
        Group about;
        about.pictured = !imageKey(data, first).isEmpty();
        for (const quint32 member : group) {
            about.goldDiffers = about.goldDiffers
                || (data.hasGold[member] && data.hasGold[first]
                    && goldContent(data, member) != goldContent(data, first));
            if (about.keys.size() < kKeysShown) {
                about.keys.append(data.key(member));
            }
        }
        for (std::size_t member = 0; member < group.size(); ++member) {
            const bool kept = member == 0;
            flag(group[member], "duplicate_exact", kept ? kFirstScore : scoreOfCopy(about),
                summaryOf(about, kept, group.size(), data.key(kept ? group[1] : first)),
                {{QStringLiteral("first"), data.key(first)}, {QStringLiteral("group"), about.keys},
                    {QStringLiteral("size"), int(group.size())},
                    {QStringLiteral("gold_differs"), about.goldDiffers},
                    {QStringLiteral("same"),
                        imageOnly            ? QStringLiteral("image")
                            : about.pictured ? QStringLiteral("image and question")
                                             : QStringLiteral("question")},
                    {QStringLiteral("role"), kept ? QStringLiteral("first") : QStringLiteral("copy")}});
        }
    }

    void reportRest()
    {
        if (!samplesByImage.isEmpty()) {
            find(sharedImages(samplesByImage));
        }
        note(wordless,
            imageOnly ? QT_TRANSLATE_NOOP("Detector", "Not compared: %1 without an image.")
                      : QT_TRANSLATE_NOOP("Detector", "Not compared: %1 without a question."));
    }

    bool imageOnly;
    std::shared_ptr<const std::vector<bool>> lost;

private:
    struct Group {
        bool pictured = false;
        bool goldDiffers = false;
        QJsonArray keys;
    };

    bool isLost(std::size_t i) const { return !lost->empty() && (*lost)[i]; }

    double scoreOfCopy(const Group& group) const
    {
        return imageOnly        ? 0.7
            : group.pictured    ? 1
            : group.goldDiffers ? kTextCopyOtherGoldScore
                                : kTextCopyScore;
    }

    Sentence summaryOf(const Group& group, bool kept, std::size_t members, const QString& other) const
    {
        const Sentence same = imageOnly ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "Same image as %1"))
            : group.pictured ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "Same image and question as %1"))
                             : Sentence::of(QT_TRANSLATE_NOOP("Detector", "Same question as %1"));
        Sentence summary = Sentence(same).arg(other);
        if (members > 2) {
            summary += Sentence::of(QT_TRANSLATE_NOOP("Detector", " (%1 samples in all)")).arg(members);
        }
        if (kept) {
            summary += Sentence::of(QT_TRANSLATE_NOOP("Detector", "; the first of them"));
        }
        if (group.goldDiffers) {
            summary += group.pictured ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "; gold answers differ"))
                                      : Sentence::of(QT_TRANSLATE_NOOP("Detector",
                                          "; gold answers differ, and no image is there to compare"));
        }
        return summary;
    }

    std::shared_ptr<const std::vector<quint64>> hashes;
    QHash<QByteArray, int> samplesByImage;
    std::vector<quint32> compared;
    std::vector<quint64> numbers;
    qint64 wordless = 0;
};

} // namespace

const DetectorInfo& DuplicateExactDetector::info() const
{
    static const DetectorInfo info{QStringLiteral("duplicate_exact"), 2,
        QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Exact duplicate")),
        QStringLiteral(QT_TRANSLATE_NOOP("Detector",
            "Finds samples with the same image bytes and the same question and options as an earlier one; "
            "without images, the same question and options. All members are flagged; the first scores lower, "
            "so that a policy can keep one of each.")),
        QStringLiteral("METHODS C8"), {QStringLiteral("duplicate_exact")}, {{Need::Texts, 1}}, {Need::Images},
        {choiceParameter("match", QT_TRANSLATE_NOOP("Detector", "Same"),
            {QStringLiteral("image_and_question"), QStringLiteral("image")},
            QT_TRANSLATE_NOOP(
                "Detector", "image: flag every further sample about an image, whatever is asked"))}};
    return info;
}

Result<DetectorResult> DuplicateExactDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    CopiesRun run(input, parameters, progress);
    reportLostImages(*run.lost, run.result);
    run.result.judged.assign(run.data.size(), false);
    if (!run.eachSample(
            QT_TRANSLATE_NOOP("Detector", "Comparing samples"), [&](std::size_t i) { run.collect(i); })) {
        return auditCancelled();
    }
    for (const std::vector<quint32>& group : run.groups()) {
        run.flagGroup(group);
    }
    run.reportRest();
    return run.finish();
}

} // namespace winnow
