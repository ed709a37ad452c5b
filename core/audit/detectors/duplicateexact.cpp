// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/duplicateexact.h"

#include "core/audit/detectorsupport.h"
#include "core/audit/repeated.h"
#include "core/audit/samplekey.h"
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
    const AuditData& data = input.data;
    const bool imageOnly = parameters.choice(QLatin1String("match")) == u"image";
    DetectorResult result;
    QHash<QByteArray, std::vector<quint32>> groups;
    std::vector<QByteArray> order;
    QHash<QByteArray, int> samplesByImage;
    std::vector<quint32> compared;
    std::vector<quint64> numbers;
    qint64 wordless = 0;
    const auto shared
        = imageOnly ? std::make_shared<const std::vector<bool>>() : sharedLostImages(data, input.memo);
    const std::vector<bool>& lost = *shared;
    const auto hashes = imageOnly ? nullptr : sharedTextHashes(data, input.memo);
    reportLostImages(lost, result);
    result.judged.assign(data.size(), false);
    Ticker ticker(progress, data.size(), QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Comparing samples")));
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (!ticker.at(i)) {
            return auditCancelled();
        }
        const QByteArray image = imageKey(data, i);
        if (!image.isEmpty()) {
            ++samplesByImage[image];
        }
        const bool asked = !imageOnly && asksAnything(data.texts[i]);
        result.judged[i] = imageOnly ? !image.isEmpty() : asked && (lost.empty() || !lost[i]);
        if (imageOnly ? image.isEmpty() : !asked) {
            ++wordless;
            continue;
        }
        compared.push_back(quint32(i));
        numbers.push_back(stats::mix64(quint64(qHash(image)) ^ (imageOnly ? 0 : (*hashes)[i])));
    }
    // Equal keys have equal numbers: only those that share one need a key.
    const std::vector<quint64> repeated = repeatedOf(numbers);
    for (std::size_t c = 0; c < compared.size(); ++c) {
        if (!holds(repeated, numbers[c])) {
            continue;
        }
        const std::size_t i = compared[c];
        const QByteArray image = imageKey(data, i);
        const QByteArray key = imageOnly ? image : image + '\x1d' + *textKey(data, i);
        auto& group = groups[key];
        if (group.empty()) {
            order.push_back(key);
        }
        group.push_back(quint32(i));
    }
    for (const QByteArray& key : order) {
        const std::vector<quint32>& group = groups[key];
        if (group.size() < 2) {
            continue;
        }
        const std::size_t first = group.front();
        if (!lost.empty() && lost[first]) {
            continue;
        }
        bool goldDiffers = false;
        QJsonArray keys;
        for (const quint32 member : group) {
            goldDiffers = goldDiffers
                || (data.hasGold[member] && data.hasGold[first]
                    && goldContent(data, member) != goldContent(data, first));
            if (keys.size() < kKeysShown) {
                keys.append(data.key(member));
            }
        }
        const bool pictured = !imageKey(data, first).isEmpty();
        const QString sameId = imageOnly ? QStringLiteral("image")
            : pictured                   ? QStringLiteral("image and question")
                                         : QStringLiteral("question");
        const Sentence same = imageOnly ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "Same image as %1"))
            : pictured ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "Same image and question as %1"))
                       : Sentence::of(QT_TRANSLATE_NOOP("Detector", "Same question as %1"));
        for (std::size_t member = 0; member < group.size(); ++member) {
            const bool kept = member == 0;
            const std::size_t other = kept ? group[1] : first;
            Sentence summary = same.arg(data.key(other));
            if (group.size() > 2) {
                summary
                    += Sentence::of(QT_TRANSLATE_NOOP("Detector", " (%1 samples in all)")).arg(group.size());
            }
            if (kept) {
                summary += Sentence::of(QT_TRANSLATE_NOOP("Detector", "; the first of them"));
            }
            if (goldDiffers) {
                summary += pictured ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "; gold answers differ"))
                                    : Sentence::of(QT_TRANSLATE_NOOP("Detector",
                                        "; gold answers differ, and no image is there to compare"));
            }
            result.flags.push_back(makeFlag(data, group[member], "duplicate_exact",
                kept              ? kFirstScore
                    : imageOnly   ? 0.7
                    : pictured    ? 1
                    : goldDiffers ? kTextCopyOtherGoldScore
                                  : kTextCopyScore,
                summary,
                {{QStringLiteral("first"), data.key(first)}, {QStringLiteral("group"), keys},
                    {QStringLiteral("size"), int(group.size())},
                    {QStringLiteral("gold_differs"), goldDiffers}, {QStringLiteral("same"), sameId},
                    {QStringLiteral("role"), kept ? QStringLiteral("first") : QStringLiteral("copy")}}));
        }
    }
    if (!samplesByImage.isEmpty()) {
        result.findings.push_back(sharedImages(samplesByImage));
    }
    if (wordless > 0) {
        result.notes.append(imageOnly
                ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "Not compared: %1 without an image."))
                      .arg(countText(wordless, "sample", "samples"))
                : Sentence::of(QT_TRANSLATE_NOOP("Detector", "Not compared: %1 without a question."))
                      .arg(countText(wordless, "sample", "samples")));
    }
    return result;
}

} // namespace winnow
