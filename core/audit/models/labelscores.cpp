// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/models/labelscores.h"

#include "core/audit/detectors/detectorsupport.h"
#include "core/stats/faultcurve.h"

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

/// The many samples that are hardly doubted have nearly one chance; this much of the score is their place in
/// the order, so that numbers of single precision still tell them apart.
constexpr double kTieBreak = 0.002;

} // namespace

LabelScores labelScores(
    const AuditData& data, const std::vector<LabelBelief>& beliefs, const std::vector<bool>& judged)
{
    LabelScores result;
    result.scores.assign(data.size(), std::numeric_limits<double>::quiet_NaN());
    result.places.assign(data.size(), 0);
    std::vector<stats::CheckedBelief> checks;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (!judged[i] || std::isnan(beliefs[i].sound)) {
            continue;
        }
        order.push_back(i);
        if (const LabelCheck check = data.labelCheck(i); check != LabelCheck::None) {
            checks.push_back({1 - beliefs[i].sound, check == LabelCheck::Faulty});
            ++result.checked;
            result.faulty += check == LabelCheck::Faulty;
        }
    }
    const stats::FaultCurve curve(result.areProbabilities() ? std::span<const stats::CheckedBelief>(checks)
                                                            : std::span<const stats::CheckedBelief>());
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return beliefs[a].sound < beliefs[b].sound; });
    result.judged = qint64(order.size());
    for (std::size_t at = 0; at < order.size(); ++at) {
        const std::size_t i = order[at];
        // Equally doubtful samples share the first of their places.
        const bool tied = at > 0 && beliefs[order[at - 1]].sound <= beliefs[i].sound;
        result.places[i] = tied && beliefs[order[at - 1]].sound >= beliefs[i].sound
            ? result.places[order[at - 1]]
            : qint64(at) + 1;
        result.scores[i] = (1 - kTieBreak) * curve(1 - beliefs[i].sound)
            + kTieBreak * (1 - double(result.places[i] - 1) / double(result.judged));
    }
    return result;
}

void LabelScores::describe(std::size_t sample, QJsonObject& evidence) const
{
    evidence.insert(QStringLiteral("scale"), scoreScaleId(scale()));
    evidence.insert(QStringLiteral("checked"), checked);
    if (!areProbabilities()) {
        evidence.insert(QStringLiteral("place"), places[sample]);
        evidence.insert(QStringLiteral("judged"), judged);
    }
}

Sentence LabelScores::note() const
{
    if (areProbabilities()) {
        return Sentence::of(QT_TRANSLATE_NOOP("Detector",
                                "The scores are probabilities, learnt from the gold answers that people "
                                "checked here: %1, of which %2 faulty."))
            .arg(checked)
            .arg(faulty);
    }
    return Sentence::of(
        QT_TRANSLATE_NOOP("Detector",
            "The scores are a rank, not probabilities: people have checked %1 of these gold "
            "answers, and it takes %2. Models that share a misconception look like a wrong key."))
        .arg(checked)
        .arg(kEnough);
}

bool isUnread(const ModelView& model, std::size_t sample)
{
    bool unread = false;
    for (const ResponseColumn* column : model.columns) {
        if (column->codes[sample] >= 0) {
            return false;
        }
        unread = unread || column->isUnread(sample);
    }
    return unread;
}

std::vector<bool> mostlyRead(const AuditData& data, const std::vector<ModelView>& models)
{
    std::vector<bool> result(data.size(), true);
    for (std::size_t i = 0; i < data.size(); ++i) {
        int read = 0;
        int unread = 0;
        for (const ModelView& model : models) {
            unread += isUnread(model, i);
            read += modelAnswer(model, i) >= 0;
        }
        result[i] = unread <= read;
    }
    return result;
}

void noteUnread(qint64 unread, SentenceList& notes)
{
    if (unread > 0) {
        notes.append(Sentence::of(
            QT_TRANSLATE_NOOP("Detector", "Not judged: %1 where most replies could not be read."))
                         .arg(countText(unread, "sample", "samples")));
    }
}

} // namespace winnow
