// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/scoresets.h"

#include "core/base/clock.h"
#include "core/store/responseblock.h"
#include "core/store/responsesink.h"
#include "core/store/settingsstore.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace winnow {

namespace {

ScoreBlock toScoreBlock(const ScoreSets::Rescored& block)
{
    ScoreBlock packed;
    packed.samples = block.samples;
    packed.scores = block.scores;
    std::unordered_map<std::string, quint16> codes;
    for (std::size_t i = 0; i < block.answers.size(); ++i) {
        if (block.answers[i].empty()) {
            packed.codes.push_back(block.said[i] ? kUnreadCode : kBlankCode);
            continue;
        }
        const auto [it, added] = codes.try_emplace(block.answers[i], quint16(packed.answers.size() + 2));
        if (added) {
            packed.answers.push_back(block.answers[i]);
        }
        packed.codes.push_back(it->second);
    }
    return packed;
}

} // namespace

QVector<ScoreSet> ScoreSets::ofRun(RunId run)
{
    QVector<ScoreSet> sets;
    auto& query = m_connection.cached(QStringLiteral(
        "SELECT s.id, s.parent, s.scorer, s.created_at, s.current, total(b.entries), total(b.missing)"
        " FROM score_sets s LEFT JOIN response_blocks b ON b.run_id = s.run_id AND b.score_set = s.id"
        " WHERE s.run_id = ? GROUP BY s.id ORDER BY s.id"));
    query.bind(1, run.value);
    while (query.step()) {
        sets.append({query.integer(0), run, query.integer(1), query.text(2), query.text(3),
            query.integer(4) != 0, query.integer(5), query.integer(6)});
    }
    query.reset();
    return sets;
}

qint64 ScoreSets::current(RunId run)
{
    auto& query
        = m_connection.cached(QStringLiteral("SELECT id FROM score_sets WHERE run_id = ? AND current = 1"));
    query.bind(1, run.value);
    const qint64 id = query.step() ? query.integer(0) : 0;
    query.reset();
    return id;
}

double ScoreSets::mean(qint64 set)
{
    double sum = 0;
    qint64 count = 0;
    sqlite::Statement blocks(m_connection,
        QStringLiteral("SELECT p.bytes FROM response_blocks b JOIN packed p ON p.id = b.scores"
                       " WHERE b.score_set = ? ORDER BY b.id"));
    blocks.bind(1, set);
    while (blocks.step()) {
        const auto block = unpackScores(blocks.blob(0));
        if (!block) {
            throw sqlite::Failure{damagedResponses()};
        }
        for (const double score : block->scores) {
            if (!std::isnan(score)) {
                sum += score;
                ++count;
            }
        }
    }
    return count > 0 ? sum / double(count) : std::nan("");
}

std::optional<RunId> ScoreSets::runOf(qint64 set)
{
    auto& query = m_connection.cached(QStringLiteral("SELECT run_id FROM score_sets WHERE id = ?"));
    query.bind(1, set);
    const auto run = query.step() ? std::optional(RunId{query.integer(0)}) : std::nullopt;
    query.reset();
    return run;
}

bool ScoreSets::goBackBefore(RunId run, qint64 set)
{
    m_connection.cached(QStringLiteral("DELETE FROM score_sets WHERE run_id = ? AND id >= ?"))
        .bindAll(run.value, set)
        .run();
    m_connection
        .cached(QStringLiteral("UPDATE score_sets SET current = 1 WHERE id ="
                               " (SELECT max(id) FROM score_sets WHERE run_id = ?1)"))
        .bindAll(run.value)
        .run();
    return m_connection.changes() > 0;
}

qint64 ScoreSets::branch(RunId run, const QString& scorer)
{
    const qint64 parent = current(run);
    m_connection.cached(QStringLiteral("UPDATE score_sets SET current = 0 WHERE run_id = ? AND current = 1"))
        .bindAll(run.value)
        .run();
    auto& insert = m_connection.cached(
        QStringLiteral("INSERT INTO score_sets(run_id, parent, scorer, created_at, current)"
                       " VALUES(?1, nullif(?2, 0), ?3, ?4, 1) RETURNING id"));
    insert.bindAll(run.value, parent, scorer, nowUtc());
    const qint64 id = insert.runForInteger();
    m_connection
        .cached(QStringLiteral(
            "INSERT INTO response_blocks(run_id, score_set, attempt, shift, block, entries, missing,"
            " replies, probable, scores, details) SELECT run_id, ?3, attempt, shift, block,"
            " entries, missing, replies, probable, scores, details FROM response_blocks"
            " WHERE run_id = ?1 AND score_set = ?2"))
        .bindAll(run.value, parent, id)
        .run();
    return id;
}

Result<qint64> ScoreSets::rescore(
    RunId run, qint64 base, const QString& scorer, const std::vector<Rescored>& blocks)
{
    if (current(run) != base) {
        return fail(ErrorCode::Locked,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "The responses were changed meanwhile")),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Score them once more")));
    }
    const qint64 set = branch(run, scorer);
    const auto sink = sinkInto(m_connection);
    auto& update = m_connection.cached(QStringLiteral(
        "UPDATE response_blocks SET scores = ?1, missing = ?2 WHERE run_id = ?3 AND score_set = ?4"
        " AND attempt = ?5 AND shift = ?6 AND block = ?7"));
    for (const Rescored& block : blocks) {
        const ScoreBlock packed = toScoreBlock(block);
        const auto missing = std::count_if(
            packed.scores.begin(), packed.scores.end(), [](double score) { return std::isnan(score); });
        update
            .bindAll(sink->addPacked(packScores(packed)), qint64(missing), run.value, set, block.attempt,
                block.shift, block.firstSample >> kBlockBits)
            .run();
    }
    dataChanged(run);
    return set;
}

Result<> ScoreSets::choose(RunId run, qint64 set)
{
    if (runOf(set) != run) {
        return fail(ErrorCode::NotFound,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no score set %1 of this run")).arg(set));
    }
    m_connection.cached(QStringLiteral("UPDATE score_sets SET current = 0 WHERE run_id = ? AND current = 1"))
        .bindAll(run.value)
        .run();
    m_connection.cached(QStringLiteral("UPDATE score_sets SET current = 1 WHERE id = ?")).bindAll(set).run();
    dataChanged(run);
    return {};
}

void ScoreSets::dataChanged(RunId run)
{
    auto& query = m_connection.cached(QStringLiteral("SELECT dataset_id FROM runs WHERE id = ?"));
    query.bind(1, run.value);
    SettingsStore(m_connection).dataChanged({query.runForInteger()});
}

} // namespace winnow
