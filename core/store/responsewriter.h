// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/response.h"
#include "core/sqlite/connection.h"
#include "core/store/scoresets.h"

#include <QHash>

#include <compare>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace winnow {

class ImportStage;
class ResponseSink;

/// Adds responses: collects them by block and packs each block once. What a run had before stays as its older
/// score set. Throws sqlite::Failure; one thread.
///
/// Inside one write transaction: call `finish()` before it ends; without, as when it is given up, the last of
/// it is not written. Or into a stage: `finish()`, then `publish()` in the stage's last transaction.
class ResponseWriter {
public:
    explicit ResponseWriter(sqlite::Connection& connection);
    /// `snapshot` is what the project holds while the import goes on. Runs that are not in the project yet
    /// have ids below 0 of the caller's choice.
    ResponseWriter(sqlite::Connection& snapshot, ImportStage& stage);
    ~ResponseWriter();
    ResponseWriter(const ResponseWriter&) = delete;
    ResponseWriter& operator=(const ResponseWriter&) = delete;

    /// ReadAnew: the same text, with another answer or score than before.
    enum class Outcome { Added, Changed, ReadAnew, Unchanged };
    /// Adds the response, or replaces the one with its (run, sample, shift, attempt). What else is known of
    /// the same reply stays where only its rating or log-probability is new; `scoreOnly` = the reply is the
    /// one that is there, and only what it scores is told.
    Outcome put(const Response& told, bool scoreOnly = false);
    /// The hot path: the caller promises that the key is new and that the run had no responses before.
    /// `score` NaN = missing. `details` for all but the text alone.
    void addRaw(RunId run, SampleId sample, int shift, int attempt, double score, std::string_view answer,
        std::string_view text, const Response* details = nullptr);
    /// Writes what is still in memory.
    void finish();
    /// Of a stage: makes what was added the runs' current score sets. `runs` gives the id in the project of
    /// every run. Returns the new sets. Fails (Locked) when a run was changed by another import meanwhile.
    QVector<qint64> publish(sqlite::Connection& connection, const std::function<RunId(RunId)>& runs);

private:
    /// Which block.
    struct Key {
        qint64 run = 0;
        int attempt = 0;
        int shift = 0;
        qint64 block = 0;
        auto operator<=>(const Key&) const = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key& key) const
        {
            return qHashMulti(0, key.run, key.attempt, key.shift, key.block);
        }
    };
    struct OpenBlock;
    struct RunState;
    /// A row of response_blocks.
    struct BlockRow {
        qint64 entries = 0;
        qint64 missing = 0;
        qint64 replies = 0;
        qint64 probable = 0;
        qint64 scores = 0;
        qint64 details = 0;
    };

    OpenBlock& open(RunId run, int attempt, int shift, qint64 block);
    RunState& stateOf(RunId run);
    /// The set of a run that this writer may change; made from the one before at the first change.
    void ownSet(RunId run);
    /// What the block holds already; scores 0 = nothing.
    BlockRow stored(const Key& key);
    void load(OpenBlock& block, const BlockRow& row);
    void write(const Key& key, OpenBlock& block);
    void putBlock(sqlite::Connection& connection, const Key& key, qint64 set, const BlockRow& row);
    qint64 textId(std::string_view text);

    sqlite::Connection& m_connection;
    std::unique_ptr<ResponseSink> m_sink;
    bool m_staged = false;
    /// Of a stage: the rows that publish() writes.
    std::map<Key, BlockRow> m_rows;
    std::unordered_map<Key, std::unique_ptr<OpenBlock>, KeyHash> m_blocks;
    OpenBlock* m_last = nullptr;
    Key m_lastKey;
    std::unordered_map<qint64, std::unique_ptr<RunState>> m_runs;
    std::unordered_map<std::string, qint64> m_shortTexts;
    /// Responses in memory.
    qint64 m_held = 0;
};

} // namespace winnow
