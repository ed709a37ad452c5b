// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/responsecheck.h"

#include "core/store/responseblock.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace winnow {

namespace {

struct BlockRow {
    qint64 run = 0;
    qint64 set = 0;
    int attempt = 0;
    int shift = 0;
    qint64 block = 0;
    std::array<qint64, 4> counts{}; // entries, missing, replies, probable
    std::optional<ScoreBlock> scores;
    std::optional<DetailBlock> details;
    bool scoresChanged = false;

    qint64 first() const { return block << kBlockBits; }
};

template <typename Each> void forEachRow(sqlite::Connection& connection, const Progress* progress, Each each)
{
    sqlite::Statement rows(connection,
        QStringLiteral(
            "SELECT b.run_id, b.score_set, b.attempt, b.shift, b.block, b.entries, b.missing,"
            " b.replies, b.probable, s.bytes, b.details IS NOT NULL, d.bytes FROM response_blocks b"
            " LEFT JOIN packed s ON s.id = b.scores LEFT JOIN packed d ON d.id = b.details"
            " ORDER BY b.run_id, b.score_set, b.attempt, b.shift, b.block"));
    while (rows.step()) {
        if (progress != nullptr && progress->isCancelled()) {
            return;
        }
        BlockRow row{rows.integer(0), rows.integer(1), int(rows.integer(2)), int(rows.integer(3)),
            rows.integer(4), {rows.integer(5), rows.integer(6), rows.integer(7), rows.integer(8)},
            unpackScores(rows.blob(9)), DetailBlock()};
        if (row.scores && rows.integer(10) != 0) {
            row.details = unpackDetails(rows.blob(11), row.scores->size());
        }
        each(row);
    }
}

/// Samples of the dataset of one run after the other.
class SamplesOfRun {
public:
    explicit SamplesOfRun(sqlite::Connection& connection)
        : m_query(connection,
            QStringLiteral(
                "SELECT id FROM samples WHERE dataset_id = (SELECT dataset_id FROM runs WHERE id = ?)"))
    {
    }
    bool has(qint64 run, qint64 sample)
    {
        if (run != m_run) {
            m_run = run;
            m_samples.clear();
            m_query.bind(1, run);
            while (m_query.step()) {
                m_samples.push_back(m_query.integer(0));
            }
            m_query.reset();
            std::sort(m_samples.begin(), m_samples.end());
        }
        return std::binary_search(m_samples.begin(), m_samples.end(), sample);
    }

private:
    sqlite::Statement m_query;
    qint64 m_run = 0;
    std::vector<qint64> m_samples;
};

std::array<qint64, 4> countsOf(const ScoreBlock& scores, const DetailBlock& details)
{
    qint64 probable = 0;
    for (std::size_t i = 0; i + 1 < details.probabilityOffsets.size(); ++i) {
        probable += details.probabilityOffsets[i] != details.probabilityOffsets[i + 1] ? 1 : 0;
    }
    return {qint64(scores.size()),
        std::count_if(
            scores.scores.begin(), scores.scores.end(), [](double score) { return std::isnan(score); }),
        std::count_if(details.texts.begin(), details.texts.end(), [](qint64 text) { return text != 0; }),
        probable};
}

template <typename T> void keepOnly(std::vector<T>& column, const std::vector<std::size_t>& kept)
{
    if (column.empty()) {
        return;
    }
    std::vector<T> rest;
    for (const std::size_t row : kept) {
        rest.push_back(column[row]);
    }
    column = std::move(rest);
}

void keepOnly(BlockRow& row, const std::vector<std::size_t>& kept)
{
    keepOnly(row.scores->samples, kept);
    keepOnly(row.scores->scores, kept);
    keepOnly(row.scores->codes, kept);
    DetailBlock& details = *row.details;
    keepOnly(details.texts, kept);
    keepOnly(details.promptTokens, kept);
    keepOnly(details.outputTokens, kept);
    keepOnly(details.latency, kept);
    keepOnly(details.cost, kept);
    keepOnly(details.verifier, kept);
    keepOnly(details.logProbability, kept);
    if (!details.probabilities.empty()) {
        DetailBlock rest;
        rest.probabilityOffsets.push_back(0);
        for (const std::size_t i : kept) {
            rest.probabilities.insert(rest.probabilities.end(),
                details.probabilities.begin() + details.probabilityOffsets[i],
                details.probabilities.begin() + details.probabilityOffsets[i + 1]);
            rest.probabilityOffsets.push_back(quint32(rest.probabilities.size()));
        }
        details.probabilities = std::move(rest.probabilities);
        details.probabilityOffsets = std::move(rest.probabilityOffsets);
    }
}

std::vector<qint64> sortedIds(sqlite::Connection& connection, const QString& sql)
{
    std::vector<qint64> ids;
    sqlite::Statement query(connection, sql);
    while (query.step()) {
        ids.push_back(query.integer(0));
    }
    return ids;
}

/// Texts that some block names, ascending.
std::vector<qint64> usedTexts(sqlite::Connection& connection)
{
    std::vector<qint64> used;
    forEachRow(connection, nullptr, [&](const BlockRow& row) {
        if (row.scores && row.details) {
            used.insert(used.end(), row.details->texts.begin(), row.details->texts.end());
            if (used.size() > 8'000'000) {
                std::sort(used.begin(), used.end());
                used.erase(std::unique(used.begin(), used.end()), used.end());
            }
        }
    });
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());
    return used;
}

bool isThere(const std::vector<qint64>& texts, qint64 text)
{
    return text == 0 || std::binary_search(texts.begin(), texts.end(), text);
}

const QString kTexts = QStringLiteral("SELECT id FROM response_texts ORDER BY id");
const QString kUnusedColumns = QStringLiteral(
    "FROM packed WHERE NOT EXISTS(SELECT 1 FROM response_blocks WHERE scores = packed.id)"
    " AND NOT EXISTS(SELECT 1 FROM response_blocks WHERE details IS NOT NULL AND details = packed.id)");

} // namespace

ResponseFaults checkResponses(sqlite::Connection& connection, const Progress& progress)
{
    ResponseFaults faults;
    const std::vector<qint64> texts = sortedIds(connection, kTexts);
    SamplesOfRun samples(connection);
    forEachRow(connection, &progress, [&](const BlockRow& row) {
        if (!row.scores || !row.details) {
            ++faults.damaged;
            return;
        }
        for (const quint16 sample : row.scores->samples) {
            faults.strayResponses += samples.has(row.run, row.first() + sample) ? 0 : 1;
        }
        for (const qint64 text : row.details->texts) {
            faults.lostTexts += isThere(texts, text) ? 0 : 1;
        }
        faults.wrongCounts += row.counts == countsOf(*row.scores, *row.details) ? 0 : 1;
    });
    const std::vector<qint64> used = usedTexts(connection);
    faults.unusedTexts = std::count_if(texts.begin(), texts.end(),
        [&](qint64 text) { return !std::binary_search(used.begin(), used.end(), text); });
    faults.unusedColumns = connection.integer(QStringLiteral("SELECT count(*) ") + kUnusedColumns);
    return faults;
}

void removeUnusedResponses(sqlite::Connection& connection)
{
    connection.execute(QStringLiteral("DELETE ") + kUnusedColumns);
    const std::vector<qint64> used = usedTexts(connection);
    auto& forget = connection.cached(QStringLiteral("DELETE FROM response_texts WHERE id = ?"));
    for (const qint64 text : sortedIds(connection, kTexts)) {
        if (!std::binary_search(used.begin(), used.end(), text)) {
            forget.bind(1, text).run();
        }
    }
}

void mendResponses(sqlite::Connection& connection)
{
    const std::vector<qint64> texts = sortedIds(connection, kTexts);
    SamplesOfRun samples(connection);
    std::vector<BlockRow> changed;
    forEachRow(connection, nullptr, [&](BlockRow& row) {
        const auto before = row.counts;
        if (!row.scores) {
            changed.push_back(std::move(row));
            return;
        }
        bool differs = !row.details;
        row.details = row.details ? row.details : DetailBlock();
        for (std::size_t i = 0; i < row.details->texts.size(); ++i) {
            if (!isThere(texts, row.details->texts[i])) {
                row.details->texts[i] = 0;
                differs = true;
            }
        }
        std::vector<std::size_t> kept;
        for (std::size_t i = 0; i < row.scores->size(); ++i) {
            if (samples.has(row.run, row.first() + row.scores->samples[i])) {
                kept.push_back(i);
            }
        }
        row.scoresChanged = kept.size() != row.scores->size();
        differs = differs || row.scoresChanged;
        keepOnly(row, kept);
        row.counts = countsOf(*row.scores, *row.details);
        if (differs || row.counts != before) {
            changed.push_back(std::move(row));
        }
    });
    sqlite::Statement add(connection, QStringLiteral("INSERT INTO packed(size, bytes) VALUES(?, ?)"));
    const auto pack = [&](const QByteArray& bytes) {
        add.bindAll(qint64(bytes.size()), bytes).run();
        return connection.lastInsertId();
    };
    sqlite::Statement remove(connection,
        QStringLiteral("DELETE FROM response_blocks WHERE run_id = ? AND score_set = ? AND attempt = ?"
                       " AND shift = ? AND block = ?"));
    sqlite::Statement put(connection,
        QStringLiteral("UPDATE response_blocks SET entries = ?6, missing = ?7, replies = ?8, probable = ?9,"
                       " scores = coalesce(nullif(?10, 0), scores), details = nullif(?11, 0) WHERE run_id = "
                       "?1 AND score_set = ?2"
                       " AND attempt = ?3 AND shift = ?4 AND block = ?5"));
    for (const BlockRow& row : changed) {
        if (!row.scores || row.scores->size() == 0) {
            remove.bindAll(row.run, row.set, row.attempt, row.shift, row.block).run();
            continue;
        }
        put.bindAll(row.run, row.set, row.attempt, row.shift, row.block, row.counts[0], row.counts[1],
               row.counts[2], row.counts[3], row.scoresChanged ? pack(packScores(*row.scores)) : qint64(0),
               row.details->isEmpty() ? qint64(0) : pack(packDetails(*row.details, row.scores->size())))
            .run();
    }
}

} // namespace winnow
