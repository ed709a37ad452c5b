// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/answeragreement.h"

#include "core/base/jsonnumber.h"
#include "core/curate/samplescoring.h"
#include "core/store/datasetstore.h"
#include "core/store/importstore.h"
#include "core/store/responsestore.h"
#include "core/store/scoresets.h"
#include "core/store/settingsstore.h"
#include "core/text/normalise.h"

#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

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

/// What the file said last, before anything was scored anew; 0 = what is current.
qint64 recordedSet(sqlite::Connection& connection, RunId run)
{
    const QVector<ScoreSet> sets = ScoreSets(connection).ofRun(run);
    const auto last
        = std::find_if(sets.rbegin(), sets.rend(), [](const ScoreSet& set) { return set.scorer.isEmpty(); });
    return last == sets.rend() ? 0 : last->id;
}

/// The files whose replies came with scores.
QSet<QString> scoredFiles(sqlite::Connection& connection)
{
    QSet<QString> files;
    for (const ImportRecord& record : ImportStore(connection).all()) {
        const QJsonArray columns
            = QJsonDocument::fromJson(record.mapping).object()[QLatin1String("responses")].toArray();
        for (const QJsonValue& column : columns) {
            if (!column[QLatin1String("score")].toString().isEmpty()) {
                files.insert(QFileInfo(record.file).absoluteFilePath());
            }
        }
    }
    return files;
}

/// By sample, rotation and attempt.
std::vector<Reply> repliesOf(ResponseStore& store, RunId run, qint64 set)
{
    std::vector<Reply> replies;
    store.forEachBlock(
        run, true,
        [&](const ResponseStore::Block& block) {
            for (std::size_t i = 0; i < block.scores.size(); ++i) {
                const double score = block.scores.scores[i];
                const std::string_view answer = block.scores.answer(i);
                replies.push_back({block.firstSample + block.scores.samples[i], block.shift, block.attempt,
                    std::isnan(score) ? std::nullopt : std::optional(score),
                    QString::fromUtf8(answer.data(), qsizetype(answer.size())),
                    i < block.details.texts.size() ? block.details.texts[i] : 0});
            }
            return true;
        },
        set);
    std::sort(replies.begin(), replies.end(), [](const Reply& a, const Reply& b) {
        return std::tie(a.sample, a.shift, a.attempt) < std::tie(b.sample, b.shift, b.attempt);
    });
    return replies;
}

} // namespace

QJsonObject AnswerDifference::toJson() const
{
    QJsonObject json{{QStringLiteral("sample"), sampleKey}, {QStringLiteral("model"), run.model},
        {QStringLiteral("condition"), conditionId(run.condition)}, {QStringLiteral("setting"), run.setting},
        {QStringLiteral("shift"), shift}, {QStringLiteral("attempt"), attempt},
        {QStringLiteral("gold"), gold}, {QStringLiteral("text"), text}, {QStringLiteral("read"), answer},
        {QStringLiteral("our_score"), ours}, {QStringLiteral("score"), theirs}};
    if (!options.isEmpty()) {
        json.insert(QStringLiteral("options"), QJsonArray::fromStringList(options));
    }
    if (!accepted.isEmpty()) {
        json.insert(QStringLiteral("accepted"), QJsonArray::fromStringList(accepted));
    }
    return json;
}

QJsonObject RunAgreement::toJson() const
{
    return {{QStringLiteral("dataset"), run.dataset}, {QStringLiteral("model"), run.model},
        {QStringLiteral("condition"), conditionId(run.condition)}, {QStringLiteral("setting"), run.setting},
        {QStringLiteral("replies"), replies}, {QStringLiteral("missing"), missing},
        {QStringLiteral("unread"), unread}, {QStringLiteral("compared"), compared},
        {QStringLiteral("agreed"), agreed}, {QStringLiteral("recorded"), recorded},
        {QStringLiteral("scorer"), scorer}};
}

double DatasetAgreement::share() const
{
    return compared > 0 ? double(agreed) / double(compared) : std::nan("");
}

double DatasetAgreement::kappa() const
{
    const double n = double(compared);
    const double ours = double(bothRight + oursOnly);
    const double theirs = double(bothRight + theirsOnly);
    const double chance = (ours * theirs + (n - ours) * (n - theirs)) / (n * n);
    return compared > 0 && chance < 1 ? (share() - chance) / (1 - chance) : std::nan("");
}

QJsonObject DatasetAgreement::toJson() const
{
    return {{QStringLiteral("dataset"), dataset}, {QStringLiteral("scorer"), scorer},
        {QStringLiteral("compared"), compared}, {QStringLiteral("agreed"), agreed},
        {QStringLiteral("share"), jsonNumber(share())}, {QStringLiteral("ours_only"), oursOnly},
        {QStringLiteral("theirs_only"), theirsOnly}, {QStringLiteral("both_right"), bothRight},
        {QStringLiteral("kappa"), jsonNumber(kappa())}};
}

QVector<DatasetAgreement> agreementByDataset(const QVector<RunAgreement>& runs)
{
    QVector<DatasetAgreement> all;
    for (const RunAgreement& run : runs) {
        if (!run.recorded) {
            continue;
        }
        if (all.isEmpty() || all.last().dataset != run.run.dataset) {
            all.append({.dataset = run.run.dataset, .scorer = run.scorer});
        }
        DatasetAgreement& one = all.last();
        one.compared += run.compared;
        one.agreed += run.agreed;
        one.bothRight += run.bothRight;
        for (const AnswerDifference& difference : run.differences) {
            ++(difference.ours >= 0.5 ? one.oursOnly : one.theirsOnly);
        }
    }
    return all;
}

Result<QVector<RunAgreement>> answerAgreement(
    const Project& project, const QString& dataset, Progress& progress, bool everything)
{
    return project.read([&](sqlite::Connection& c) -> Result<QVector<RunAgreement>> {
        QVector<RunAgreement> all;
        ResponseStore store(c);
        const QVector<Run> runs = store.runs();
        const QSet<QString> files = scoredFiles(c);
        ScoringRule rule;
        // Runs of a dataset follow each other.
        DatasetId loaded;
        std::optional<SampleScoring> samples;
        for (const Run& run : runs) {
            if (!dataset.isEmpty() && run.dataset != dataset) {
                continue;
            }
            if (loaded.value != run.datasetId.value) {
                samples.emplace(c, run.datasetId);
                rule = ScoringRule::forOpenQuestions(SettingsStore(c).text(Setting::Scorer, run.datasetId))
                           .value_or(ScoringRule());
                loaded = run.datasetId;
            }
            progress.report(
                all.size(), runs.size(), QStringLiteral(QT_TRANSLATE_NOOP("Step", "Reading responses")));
            RunAgreement entry;
            entry.run = run;
            entry.scorer = rule.text();
            entry.recorded = files.contains(QFileInfo(run.sourcePath).absoluteFilePath());
            for (const Reply& reply : repliesOf(store, run.id, recordedSet(c, run.id))) {
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
                AnswerDifference here;
                here.sampleKey = sample.key();
                here.run = run;
                here.shift = reply.shift;
                here.attempt = reply.attempt;
                here.gold = shownGold(sample, reply.shift);
                here.text = text.isEmpty() ? answer : text;
                here.answer = answer;
                here.theirs = reply.score.value_or(0);
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
                const bool anew = !said.empty() && rule.scorerFor(asked).needs().testFlag(Scorer::OwnReading);
                const ScoredReply read = anew ? rule.apply(asked) : ScoredReply();
                const auto ours = anew ? read.score : rule.scoreOf(answer, asked);
                here.answer = anew ? read.answer : answer;
                if (!reply.score || (!ours && !answer.isEmpty())) {
                    continue;
                }
                here.ours = ours.value_or(0);
                ++entry.compared;
                if (everything) {
                    here.options = asked.options;
                    here.accepted = asked.accepted;
                    entry.everything.append(here);
                }
                if ((here.ours >= 0.5) == (here.theirs >= 0.5)) {
                    ++entry.agreed;
                    entry.bothRight += here.ours >= 0.5;
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
