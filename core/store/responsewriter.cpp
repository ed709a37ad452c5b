// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/responsewriter.h"

#include "core/store/responseblock.h"
#include "core/store/responsesink.h"
#include "core/store/responsestore.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace winnow {

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
/// Responses in memory before all blocks are written; some 30 bytes each.
constexpr qint64 kMostHeld = 1'000'000;
constexpr std::size_t kShortText = 24;
constexpr std::size_t kMostShortTexts = 100'000;

/// Responses of one block in order of arrival.
struct Rows {
    std::vector<quint16> samples;
    std::vector<double> scores;
    std::vector<quint16> codes;
    std::vector<std::string> answers;
    DetailBlock details;
    /// Probabilities by row; empty until there are any.
    std::vector<std::vector<double>> probabilities;

    std::size_t size() const { return samples.size(); }
};

template <typename T> void permute(std::vector<T>& values, const std::vector<std::size_t>& order)
{
    if (values.empty()) {
        return;
    }
    std::vector<T> sorted;
    sorted.reserve(order.size());
    for (const std::size_t from : order) {
        sorted.push_back(std::move(values[from]));
    }
    values = std::move(sorted);
}

/// A value of a column that begins empty: the rows before it get `unknown`.
template <typename T> void setValue(std::vector<T>& column, std::size_t row, T value, T unknown)
{
    if (column.size() <= row) {
        column.resize(row + 1, unknown);
    }
    column[row] = value;
}

template <typename T> void fill(std::vector<T>& column, std::size_t size, T unknown)
{
    if (!column.empty()) {
        column.resize(size, unknown);
    }
}

} // namespace

struct ResponseWriter::OpenBlock {
    Rows rows;
    /// Row of a sample, -1 = none.
    std::array<qint16, kBlockSize> rowOf;
    std::unordered_map<std::string, quint16> codeOf;
    std::array<quint16, 128> letterCode{};
    bool scoresChanged = false;
    bool detailsChanged = false;
    /// Rows of `packed` that hold what it was read from; 0 = none.
    qint64 scores = 0;
    qint64 details = 0;

    OpenBlock() { rowOf.fill(-1); }

    quint16 code(std::string_view answer, bool hasText)
    {
        if (answer.empty()) {
            return hasText ? kUnreadCode : kBlankCode;
        }
        const auto first = static_cast<unsigned char>(answer.front());
        const bool letter = answer.size() == 1 && first < letterCode.size();
        if (letter && letterCode[first] != 0) {
            return letterCode[first];
        }
        const auto [it, added] = codeOf.try_emplace(std::string(answer), quint16(rows.answers.size() + 2));
        if (added) {
            rows.answers.emplace_back(answer);
        }
        if (letter) {
            letterCode[first] = it->second;
        }
        return it->second;
    }
    std::string_view answer(std::size_t row) const
    {
        return rows.codes[row] < 2 ? std::string_view()
                                   : std::string_view(rows.answers[rows.codes[row] - 2u]);
    }
    qint64 text(std::size_t row) const
    {
        return row < rows.details.texts.size() ? rows.details.texts[row] : 0;
    }

    std::size_t add(quint16 sample)
    {
        rowOf[sample] = qint16(rows.size());
        rows.samples.push_back(sample);
        rows.scores.push_back(kUnknown);
        rows.codes.push_back(kBlankCode);
        detailsChanged = true; // they have a value a row
        return rows.size() - 1;
    }

    void setScore(std::size_t row, double score, std::string_view answer, bool hasText)
    {
        rows.scores[row] = score;
        rows.codes[row] = code(answer, hasText);
        scoresChanged = true;
    }

    void setDetails(std::size_t row, qint64 text, const Response* response)
    {
        DetailBlock& d = rows.details;
        const auto set = [&](auto& column, const auto& value, auto unknown) {
            if (value || row < column.size()) {
                setValue(column, row, value ? *value : unknown, unknown);
            }
        };
        static const Response none;
        const Response& from = response ? *response : none;
        set(d.texts, text ? std::optional(text) : std::nullopt, qint64(0));
        set(d.promptTokens, from.promptTokens, qint64(-1));
        set(d.outputTokens, from.outputTokens, qint64(-1));
        set(d.latency, from.latency, kUnknown);
        set(d.cost, from.cost, kUnknown);
        set(d.verifier, from.verifier, kUnknown);
        set(d.logProbability, from.logProbability, kUnknown);
        if (!from.optionProbabilities.isEmpty() || row < rows.probabilities.size()) {
            setValue(rows.probabilities, row,
                std::vector<double>(from.optionProbabilities.begin(), from.optionProbabilities.end()), {});
        }
        detailsChanged = true;
    }

    /// Whether a verifier's rating or a log-probability is told that is not the one of the row.
    bool ratesAnew(std::size_t row, const Response& response) const
    {
        const auto other = [&](const std::optional<double>& told, const std::vector<double>& column) {
            return told && !(row < column.size() && column[row] == *told);
        };
        return other(response.verifier, rows.details.verifier)
            || other(response.logProbability, rows.details.logProbability);
    }

    /// Of the same reply: what is known of it and not told anew stays.
    void keepDetails(std::size_t row, Response& response) const
    {
        const auto keep = [&](auto& told, const auto& column, const auto& isKnown) {
            if (!told && row < column.size() && isKnown(column[row])) {
                told = column[row];
            }
        };
        const auto counted = [](qint64 value) { return value >= 0; };
        const auto measured = [](double value) { return !std::isnan(value); };
        const DetailBlock& d = rows.details;
        keep(response.promptTokens, d.promptTokens, counted);
        keep(response.outputTokens, d.outputTokens, counted);
        keep(response.latency, d.latency, measured);
        keep(response.cost, d.cost, measured);
        keep(response.verifier, d.verifier, measured);
        keep(response.logProbability, d.logProbability, measured);
        if (response.optionProbabilities.isEmpty() && row < rows.probabilities.size()) {
            const auto& known = rows.probabilities[row];
            response.optionProbabilities = QVector<double>(known.begin(), known.end());
        }
    }

    void sort()
    {
        std::vector<std::size_t> order(rows.size());
        std::iota(order.begin(), order.end(), 0);
        std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return rows.samples[a] < rows.samples[b]; });
        fill(rows.details.texts, rows.size(), qint64(0));
        fill(rows.details.promptTokens, rows.size(), qint64(-1));
        fill(rows.details.outputTokens, rows.size(), qint64(-1));
        fill(rows.details.latency, rows.size(), kUnknown);
        fill(rows.details.cost, rows.size(), kUnknown);
        fill(rows.details.verifier, rows.size(), kUnknown);
        fill(rows.details.logProbability, rows.size(), kUnknown);
        fill(rows.probabilities, rows.size(), {});
        permute(rows.samples, order);
        permute(rows.scores, order);
        permute(rows.codes, order);
        permute(rows.details.texts, order);
        permute(rows.details.promptTokens, order);
        permute(rows.details.outputTokens, order);
        permute(rows.details.latency, order);
        permute(rows.details.cost, order);
        permute(rows.details.verifier, order);
        permute(rows.details.logProbability, order);
        permute(rows.probabilities, order);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            rowOf[rows.samples[i]] = qint16(i);
        }
        rows.details.probabilities.clear();
        rows.details.probabilityOffsets.clear();
        if (!rows.probabilities.empty()) {
            rows.details.probabilityOffsets.push_back(0);
            for (const auto& values : rows.probabilities) {
                rows.details.probabilities.insert(
                    rows.details.probabilities.end(), values.begin(), values.end());
                rows.details.probabilityOffsets.push_back(quint32(rows.details.probabilities.size()));
            }
        }
    }
};

struct ResponseWriter::RunState {
    /// What the run has now; 0 = nothing yet.
    qint64 set = 0;
    /// Whether it is this writer's own.
    bool own = false;
};

ResponseWriter::ResponseWriter(sqlite::Connection& connection)
    : m_connection(connection)
    , m_sink(sinkInto(connection))
{
}

ResponseWriter::ResponseWriter(sqlite::Connection& snapshot, ImportStage& stage)
    : m_connection(snapshot)
    , m_sink(sinkInto(stage))
    , m_staged(true)
{
}

ResponseWriter::~ResponseWriter() = default;

ResponseWriter::RunState& ResponseWriter::stateOf(RunId run)
{
    auto& state = m_runs[run.value];
    if (!state) {
        state = std::make_unique<RunState>();
        state->set = run.value > 0 ? ScoreSets(m_connection).current(run) : 0;
    }
    return *state;
}

void ResponseWriter::ownSet(RunId run)
{
    RunState& state = stateOf(run);
    if (!state.own && !m_staged) {
        state.set = ScoreSets(m_connection).branch(run);
    }
    state.own = true;
}

ResponseWriter::OpenBlock& ResponseWriter::open(RunId run, int attempt, int shift, qint64 block)
{
    const Key key{run.value, attempt, shift, block};
    if (m_last != nullptr && m_lastKey == key) {
        return *m_last;
    }
    // Also where nothing changes: what is read to be compared is held too.
    if (m_held > kMostHeld) {
        finish();
    }
    auto& entry = m_blocks[key];
    if (!entry) {
        entry = std::make_unique<OpenBlock>();
        try {
            load(*entry, stored(key));
        } catch (...) {
            m_blocks.erase(key);
            throw;
        }
    }
    m_last = entry.get();
    m_lastKey = key;
    return *m_last;
}

ResponseWriter::BlockRow ResponseWriter::stored(const Key& key)
{
    if (const auto row = m_rows.find(key); row != m_rows.end()) {
        return row->second;
    }
    const RunState& state = stateOf({key.run});
    if (state.set == 0) {
        return {};
    }
    auto& find = m_connection.cached(QStringLiteral(
        "SELECT entries, missing, replies, probable, scores, coalesce(details, 0) FROM response_blocks"
        " WHERE run_id = ? AND score_set = ? AND attempt = ? AND shift = ? AND block = ?"));
    find.bindAll(key.run, state.set, key.attempt, key.shift, key.block);
    BlockRow row;
    if (find.step()) {
        row = {find.integer(0), find.integer(1), find.integer(2), find.integer(3), find.integer(4),
            find.integer(5)};
    }
    find.reset();
    return row;
}

void ResponseWriter::load(OpenBlock& block, const BlockRow& row)
{
    if (row.scores == 0) {
        return;
    }
    auto scores = unpackScores(m_sink->packed(row.scores));
    auto details = row.details == 0 ? std::optional(DetailBlock())
                                    : unpackDetails(m_sink->packed(row.details), scores ? scores->size() : 0);
    if (!scores || !details) {
        throw sqlite::Failure{damagedResponses()};
    }
    block.scores = row.scores;
    block.details = row.details;
    block.rows.samples = std::move(scores->samples);
    block.rows.scores = std::move(scores->scores);
    block.rows.codes = std::move(scores->codes);
    block.rows.answers = std::move(scores->answers);
    for (std::size_t i = 0; i < block.rows.answers.size(); ++i) {
        block.codeOf.emplace(block.rows.answers[i], quint16(i + 2));
    }
    for (std::size_t i = 0; i + 1 < details->probabilityOffsets.size(); ++i) {
        block.rows.probabilities.emplace_back(details->probabilities.begin() + details->probabilityOffsets[i],
            details->probabilities.begin() + details->probabilityOffsets[i + 1]);
    }
    block.rows.details = std::move(*details);
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
        block.rowOf[block.rows.samples[i]] = qint16(i);
    }
    m_held += qint64(block.rows.size());
}

qint64 ResponseWriter::textId(std::string_view text)
{
    if (text.empty()) {
        return 0;
    }
    const bool isShort = text.size() <= kShortText;
    if (isShort) {
        if (const auto known = m_shortTexts.find(std::string(text)); known != m_shortTexts.end()) {
            return known->second;
        }
    }
    const qint64 id = m_sink->addText(text);
    if (isShort && m_shortTexts.size() < kMostShortTexts) {
        m_shortTexts.emplace(text, id);
    }
    return id;
}

void ResponseWriter::addRaw(RunId run, SampleId sample, int shift, int attempt, double score,
    std::string_view answer, std::string_view text, const Response* details)
{
    ownSet(run);
    OpenBlock& block = open(run, attempt, shift, sample.value >> kBlockBits);
    const std::size_t row = block.add(quint16(sample.value & (kBlockSize - 1)));
    block.setScore(row, score, answer, !text.empty());
    const qint64 id = textId(text);
    if (id != 0 || details != nullptr) {
        block.setDetails(row, id, details);
    }
    ++m_held;
}

ResponseWriter::Outcome ResponseWriter::put(const Response& told, bool scoreOnly)
{
    Response response = told;
    const quint16 sample = quint16(response.sampleId.value & (kBlockSize - 1));
    const qint64 number = response.sampleId.value >> kBlockBits;
    OpenBlock* block = &open(response.runId, response.attempt, response.shift, number);
    if (const int row = block->rowOf[sample]; scoreOnly && row >= 0) {
        const std::size_t at = std::size_t(row);
        const std::string_view known = block->answer(at);
        response.text = ResponseStore(m_connection).text(block->text(at));
        response.answer = QString::fromUtf8(known.data(), qsizetype(known.size()));
        block->keepDetails(at, response);
    }
    const double score = response.score.value_or(kUnknown);
    const QByteArray answer = response.answer.toUtf8();
    const std::string_view answerText(answer.constData(), std::size_t(answer.size()));
    Outcome outcome = Outcome::Added;
    qint64 textKey = 0;
    if (const int row = block->rowOf[sample]; row >= 0) {
        const std::size_t at = std::size_t(row);
        const bool sameText = ResponseStore(m_connection).text(block->text(at)) == response.text;
        const double old = block->rows.scores[at];
        const bool sameScore = old == score || (std::isnan(old) && std::isnan(score));
        const bool same = sameText && sameScore && block->answer(at) == answerText;
        if (same && !block->ratesAnew(at, response)) {
            return Outcome::Unchanged;
        }
        if (same) {
            block->keepDetails(at, response);
        }
        textKey = sameText ? block->text(at) : 0;
        outcome = sameText && !same && !response.text.isEmpty() ? Outcome::ReadAnew : Outcome::Changed;
    }
    if (!stateOf(response.runId).own) {
        ownSet(response.runId);
    }
    const bool added = block->rowOf[sample] < 0;
    const std::size_t row = added ? block->add(sample) : std::size_t(block->rowOf[sample]);
    block->setScore(row, score, answerText, !response.text.isEmpty());
    if (textKey == 0) {
        const QByteArray text = response.text.toUtf8();
        textKey = textId(std::string_view(text.constData(), std::size_t(text.size())));
    }
    block->setDetails(row, textKey, &response);
    m_held += added ? 1 : 0;
    return outcome;
}

void ResponseWriter::write(const Key& key, OpenBlock& block)
{
    if (!block.scoresChanged && !block.detailsChanged) {
        return;
    }
    block.sort();
    Rows& rows = block.rows;
    const qint64 oldScores = block.scores;
    const qint64 oldDetails = block.details;
    block.scores = m_sink->addPacked(packScores({rows.samples, rows.scores, rows.codes, rows.answers}));
    if (block.detailsChanged) {
        block.details
            = rows.details.isEmpty() ? 0 : m_sink->addPacked(packDetails(rows.details, rows.size()));
    }
    const auto missing = std::count_if(
        rows.scores.begin(), rows.scores.end(), [](double score) { return std::isnan(score); });
    const auto replies = std::count_if(
        rows.details.texts.begin(), rows.details.texts.end(), [](qint64 text) { return text != 0; });
    const auto probable = std::count_if(rows.probabilities.begin(), rows.probabilities.end(),
        [](const std::vector<double>& values) { return !values.empty(); });
    const BlockRow row{
        qint64(rows.size()), qint64(missing), qint64(replies), qint64(probable), block.scores, block.details};
    // Of a stage, what was there before belongs to the older set.
    const bool own = !m_staged || m_rows.contains(key);
    if (m_staged) {
        m_rows[key] = row;
    } else {
        putBlock(m_connection, key, stateOf({key.run}).set, row);
    }
    if (own && oldScores != 0) {
        m_sink->release(oldScores);
        if (oldDetails != block.details) {
            m_sink->release(oldDetails);
        }
    }
}

void ResponseWriter::putBlock(sqlite::Connection& connection, const Key& key, qint64 set, const BlockRow& row)
{
    connection
        .cached(
            QStringLiteral("INSERT OR REPLACE INTO response_blocks(run_id, score_set, attempt, shift, block,"
                           " entries, missing, replies, probable, scores, details)"
                           " VALUES(?,?,?,?,?,?,?,?,?,?,nullif(?, 0))"))
        .bindAll(key.run, set, key.attempt, key.shift, key.block, row.entries, row.missing, row.replies,
            row.probable, row.scores, row.details)
        .run();
}

QVector<qint64> ResponseWriter::publish(
    sqlite::Connection& connection, const std::function<RunId(RunId)>& runs)
{
    ScoreSets sets(connection);
    QVector<qint64> added;
    QHash<qint64, std::pair<RunId, qint64>> places;
    for (const auto& [key, row] : m_rows) {
        const auto place = places.constFind(key.run);
        if (place == places.constEnd()) {
            const RunId run = runs({key.run});
            if (sets.current(run) != stateOf({key.run}).set) {
                throw sqlite::Failure{fail(ErrorCode::Locked,
                    Sentence::of(QT_TRANSLATE_NOOP(
                        "Error", "Another import has changed the same responses meanwhile")),
                    Sentence::of(QT_TRANSLATE_NOOP("Error", "Import the file once more")))
                                          .value()};
            }
            added.append(sets.branch(run));
            places.insert(key.run, {run, added.last()});
        }
        const auto [run, set] = places.value(key.run);
        Key there = key;
        there.run = run.value;
        putBlock(connection, there, set, row);
    }
    return added;
}

void ResponseWriter::finish()
{
    // In order, so that what belongs together lies together and equal imports make equal files.
    std::vector<std::pair<Key, OpenBlock*>> blocks;
    for (const auto& [key, block] : m_blocks) {
        blocks.emplace_back(key, block.get());
    }
    std::sort(blocks.begin(), blocks.end());
    for (const auto& [key, block] : blocks) {
        write(key, *block);
    }
    m_blocks.clear();
    m_last = nullptr;
    m_held = 0;
    m_sink->flush();
}

} // namespace winnow
