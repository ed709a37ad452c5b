// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/labelconflict.h"

#include "core/audit/detectorsupport.h"
#include "core/audit/samplekey.h"
#include "core/text/normalise.h"

#include <QSet>

#include <algorithm>
#include <iterator>

namespace winnow {

namespace {

// Without an image the two may have been asked about different pictures.
constexpr double kUnpicturedScore = 0.5;
// In a text benchmark a few keys contradict each other, not one in twenty.
constexpr double kMissingImagesShare = 0.05;
constexpr std::size_t kMissingImagesLeast = 20;
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

} // namespace

const DetectorInfo& LabelConflictDetector::info() const
{
    static const DetectorInfo info{QStringLiteral("label_conflict"), 1,
        QStringLiteral("Duplicates with different gold"),
        QStringLiteral(
            "Finds samples with the same image, question and options but different gold answers. At least "
            "one of them is wrong."),
        QStringLiteral("METHODS C8"), {QStringLiteral("label_conflict")}, {{Need::Texts, 1}, {Need::Gold, 1}},
        {Need::Images}, {}};
    return info;
}

Result<DetectorResult> LabelConflictDetector::evaluate(
    const DetectorInput& input, const Parameters&, Progress& progress) const
{
    const AuditData& data = input.data;
    DetectorResult result;
    QHash<QByteArray, std::vector<quint32>> groups;
    std::vector<QByteArray> order;
    Ticker ticker(progress, data.size(), QStringLiteral("Comparing gold answers of duplicates"));
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (!ticker.at(i)) {
            return auditCancelled();
        }
        const auto text = textKey(data, i);
        if (!text || data.texts[i].question.trimmed().isEmpty() || !data.hasGold[i]) {
            continue;
        }
        const QByteArray key = imageKey(data, i) + '\x1d' + *text;
        auto& group = groups[key];
        if (group.empty()) {
            order.push_back(key);
        }
        group.push_back(quint32(i));
    }
    std::vector<FlagDraft> unpictured;
    for (const QByteArray& key : order) {
        const std::vector<quint32>& group = groups[key];
        if (group.size() < 2) {
            continue;
        }
        const bool pictured = !imageKey(data, group.front()).isEmpty();
        // Answers that no two members share.
        QSet<QString> common = acceptedContents(data, group.front());
        QSet<QString> golds;
        QJsonArray members;
        for (const quint32 member : group) {
            common.intersect(acceptedContents(data, member));
            golds.insert(goldContent(data, member));
            if (members.size() < kMembersShown) {
                members.append(QJsonObject{{QStringLiteral("key"), data.key(member)},
                    {QStringLiteral("gold"), goldShown(data, member)}});
            }
        }
        if (!common.isEmpty() || golds.size() < 2) {
            continue;
        }
        for (const quint32 member : group) {
            quint32 other = group.front();
            for (const quint32 candidate : group) {
                if (goldContent(data, candidate) != goldContent(data, member)) {
                    other = candidate;
                    break;
                }
            }
            QString summary = QStringLiteral("The gold answer is %1 here and %2 in %3, which asks the same")
                                  .arg(goldShown(data, member), goldShown(data, other), data.key(other));
            if (!pictured) {
                summary += QStringLiteral("; no image is there to compare");
            }
            auto& flags = pictured ? result.flags : unpictured;
            flags.push_back(makeFlag(data, member, "label_conflict", pictured ? 1 : kUnpicturedScore, summary,
                {{QStringLiteral("group"), members}, {QStringLiteral("answers"), int(golds.size())}}));
        }
    }
    if (unpictured.size() >= kMissingImagesLeast
        && double(unpictured.size()) > kMissingImagesShare * double(data.size())) {
        DatasetFinding finding;
        finding.id = QStringLiteral("images_missing");
        finding.notable = true;
        finding.summary
            = QStringLiteral("%1 without an image ask what another asks and have another gold answer: "
                             "their images were probably not imported, so none is flagged")
                  .arg(countText(qint64(unpictured.size()), "sample", "samples"));
        finding.details = {{QStringLiteral("samples"), int(unpictured.size())}};
        result.findings.push_back(finding);
    } else {
        std::move(unpictured.begin(), unpictured.end(), std::back_inserter(result.flags));
    }
    return result;
}

} // namespace winnow
