// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/answeragreement.h"

#include "core/curate/samplescoring.h"
#include "core/store/datasetstore.h"
#include "core/store/responsestore.h"
#include "core/text/normalise.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <vector>

namespace winnow {

namespace {

constexpr qsizetype kExamples = 5;

struct Reply {
    qint64 sample;
    int shift;
    int attempt;
    std::optional<double> score;
    QString answer;
    qint64 text;
};

/// By sample, rotation and attempt.
std::vector<Reply> repliesOf(ResponseStore& store, RunId run)
{
    std::vector<Reply> replies;
    store.forEachBlock(run, true, [&](const ResponseStore::Block& block) {
        for (std::size_t i = 0; i < block.scores.size(); ++i) {
            const double score = block.scores.scores[i];
            const std::string_view answer = block.scores.answer(i);
            replies.push_back({block.firstSample + block.scores.samples[i], block.shift, block.attempt,
                std::isnan(score) ? std::nullopt : std::optional(score),
                QString::fromUtf8(answer.data(), qsizetype(answer.size())),
                i < block.details.texts.size() ? block.details.texts[i] : 0});
        }
        return true;
    });
    std::sort(replies.begin(), replies.end(), [](const Reply& a, const Reply& b) {
        return std::tie(a.sample, a.shift, a.attempt) < std::tie(b.sample, b.shift, b.attempt);
    });
    return replies;
}

} // namespace

QJsonObject AnswerDifference::toJson() const
{
    return {{QStringLiteral("sample"), sampleKey}, {QStringLiteral("model"), run.model},
        {QStringLiteral("condition"), conditionId(run.condition)}, {QStringLiteral("setting"), run.setting},
        {QStringLiteral("shift"), shift}, {QStringLiteral("attempt"), attempt},
        {QStringLiteral("gold"), gold}, {QStringLiteral("text"), text}, {QStringLiteral("read"), answer},
        {QStringLiteral("our_score"), ours}, {QStringLiteral("score"), theirs}};
}

QJsonObject RunAgreement::toJson() const
{
    return {{QStringLiteral("dataset"), run.dataset}, {QStringLiteral("model"), run.model},
        {QStringLiteral("condition"), conditionId(run.condition)}, {QStringLiteral("setting"), run.setting},
        {QStringLiteral("replies"), replies}, {QStringLiteral("missing"), missing},
        {QStringLiteral("unread"), unread}, {QStringLiteral("compared"), compared},
        {QStringLiteral("agreed"), agreed}};
}

Result<QVector<RunAgreement>> answerAgreement(
    const Project& project, const QString& dataset, Progress& progress)
{
    return project.read([&](sqlite::Connection& c) -> Result<QVector<RunAgreement>> {
        QVector<RunAgreement> all;
        ResponseStore store(c);
        const QVector<Run> runs = store.runs();
        const ScoringRule byKind;
        // Runs of a dataset follow each other.
        DatasetId loaded;
        std::optional<SampleScoring> samples;
        for (const Run& run : runs) {
            if (!dataset.isEmpty() && run.dataset != dataset) {
                continue;
            }
            if (loaded.value != run.datasetId.value) {
                samples.emplace(c, run.datasetId);
                loaded = run.datasetId;
            }
            progress.report(
                all.size(), runs.size(), QStringLiteral(QT_TRANSLATE_NOOP("Step", "Reading responses")));
            RunAgreement entry;
            entry.run = run;
            for (const Reply& reply : repliesOf(store, run.id)) {
                if (progress.isCancelled()) {
                    return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
                }
                const QString& answer = reply.answer;
                const QString text = store.text(reply.text);
                if (!reply.score && answer.isEmpty() && isMissingResponse(text)) {
                    ++entry.missing;
                    continue;
                }
                ++entry.replies;
                const SampleId id{reply.sample};
                const Sample& sample = samples->sample(id);
                AnswerDifference here{.sampleKey = sample.key(),
                    .run = run,
                    .shift = reply.shift,
                    .attempt = reply.attempt,
                    .gold = shownGold(sample, reply.shift),
                    .text = text.isEmpty() ? answer : text,
                    .answer = answer,
                    .theirs = reply.score.value_or(0)};
                if (answer.isEmpty()) {
                    if (text.trimmed().isEmpty()) {
                        continue; // a bare score
                    }
                    ++entry.unread;
                    if (entry.unreadExamples.size() < kExamples) {
                        entry.unreadExamples.append(here);
                    }
                }
                ReplyToScore asked = samples->replyTo(id, run.condition, here.shift);
                const std::string said = text.toStdString();
                asked.text = said.empty() ? std::string_view("said") : std::string_view(said);
                const auto ours = byKind.scoreOf(answer, asked);
                if (!reply.score || (!ours && !answer.isEmpty())) {
                    continue;
                }
                here.ours = ours.value_or(0);
                ++entry.compared;
                if ((here.ours >= 0.5) == (here.theirs >= 0.5)) {
                    ++entry.agreed;
                } else {
                    entry.differences.append(here);
                }
            }
            all.append(entry);
        }
        return all;
    });
}

} // namespace winnow
