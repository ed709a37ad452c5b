// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/response.h"
#include "core/sqlite/connection.h"
#include "core/store/scoresets.h"

#include <QHash>

#include <compare>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace winnow {

/// Adds responses inside one write transaction: collects them by block and packs each block once. Call
/// `finish()` before the transaction ends; without, as when it is given up, the last of it is not written.
/// What a run had before stays as its older score set. Throws sqlite::Failure; one thread.
class ResponseWriter {
public:
    explicit ResponseWriter(sqlite::Connection& connection);
    ~ResponseWriter();
    ResponseWriter(const ResponseWriter&) = delete;
    ResponseWriter& operator=(const ResponseWriter&) = delete;

    /// ReadAnew: the same text, with another answer or score than before.
    enum class Outcome { Added, Changed, ReadAnew, Unchanged };
    /// Adds the response, or replaces the one with its (run, sample, shift, attempt).
    Outcome put(const Response& response);
    /// The hot path: the caller promises that the key is new and that the run had no responses before.
    /// `score` NaN = missing. `details` for tokens, seconds, cost and probabilities alone.
    void addRaw(RunId run, SampleId sample, int shift, int attempt, double score, std::string_view answer,
        std::string_view text, const Response* details = nullptr);
    /// Writes what is still in memory.
    void finish();

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

    OpenBlock& open(RunId run, int attempt, int shift, qint64 block);
    RunState& stateOf(RunId run);
    /// The set of a run that this writer may change; made from the one before at the first change.
    void ownSet(RunId run);
    void write(const Key& key, OpenBlock& block);
    void forgetPacked(qint64 scores, qint64 details);
    qint64 textId(std::string_view text);
    qint64 addPacked(const QByteArray& bytes);

    sqlite::Connection& m_connection;
    sqlite::Statement m_addText;
    sqlite::Statement m_addPacked;
    sqlite::Statement m_putBlock;
    sqlite::Statement m_findBlock;
    std::unordered_map<Key, std::unique_ptr<OpenBlock>, KeyHash> m_blocks;
    OpenBlock* m_last = nullptr;
    Key m_lastKey;
    std::unordered_map<qint64, std::unique_ptr<RunState>> m_runs;
    std::unordered_map<std::string, qint64> m_shortTexts;
    qint64 m_nextText = 0;
    /// Responses in memory.
    qint64 m_held = 0;
};

} // namespace winnow
