// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/auditrunreader.h"

#include "core/domain/response.h"
#include "core/text/normalise.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>
#include <map>

namespace winnow {

namespace {

/// Columns of one run by (attempt, shift).
class RunReader {
public:
    RunReader(const AuditData& data, const SamplePositions& positions, RunColumns& out)
        : m_data(data)
        , m_positions(positions)
        , m_out(out)
    {
    }

    void readResponses(sqlite::Connection& connection, const Progress& progress)
    {
        auto& reply = connection.cached(
            QStringLiteral("SELECT 1 FROM response_details WHERE run_id = ? AND text <> '' LIMIT 1"));
        reply.bind(1, m_out.run.id.value);
        m_hasReplies = reply.step();
        reply.reset();
        auto& query = connection.cached(QStringLiteral(
            "SELECT sample_id, shift, attempt, score, answer FROM responses WHERE run_id = ?"));
        query.bind(1, m_out.run.id.value);
        qint64 rows = 0;
        while (query.step()) {
            if ((++rows & 0x3fff) == 0 && progress.isCancelled()) {
                break;
            }
            const qint32 at = m_positions[query.integer(0)];
            if (at < 0) {
                continue;
            }
            ResponseColumn& target = column(int(query.integer(2)), int(query.integer(1)));
            if (!query.isNull(3)) {
                target.scores[std::size_t(at)] = float(query.real(3));
            }
            setAnswer(target, std::size_t(at), query.utf8(4));
        }
        query.reset();
    }

    void readProbabilities(sqlite::Connection& connection)
    {
        std::map<ResponseColumn*, std::map<std::size_t, QJsonArray>> found;
        auto& query = connection.cached(
            QStringLiteral("SELECT sample_id, shift, attempt, probabilities FROM response_details"
                           " WHERE run_id = ? AND probabilities IS NOT NULL"));
        query.bind(1, m_out.run.id.value);
        while (query.step()) {
            const qint32 at = m_positions[query.integer(0)];
            if (at >= 0) {
                ResponseColumn& target = column(int(query.integer(2)), int(query.integer(1)));
                found[&target][std::size_t(at)] = QJsonDocument::fromJson(query.blob(3)).array();
            }
        }
        query.reset();
        for (auto& [target, bySample] : found) {
            target->probabilityOffsets.assign(m_data.size() + 1, 0);
            for (std::size_t i = 0; i < m_data.size(); ++i) {
                const auto it = bySample.find(i);
                if (it != bySample.end()) {
                    addProbabilities(*target, i, it->second);
                }
                target->probabilityOffsets[i + 1] = quint32(target->probabilities.size());
            }
        }
    }

    /// Columns in order, their addresses no longer of use.
    void finish()
    {
        for (auto& [key, column] : m_columns) {
            m_out.columns.push_back(std::move(column));
        }
    }

private:
    ResponseColumn& column(int attempt, int shift)
    {
        if (m_last != nullptr && m_last->attempt == attempt && m_last->shift == shift) {
            return *m_last;
        }
        auto [it, added] = m_columns.try_emplace({attempt, shift});
        if (added) {
            ResponseColumn& fresh = it->second;
            fresh.runId = m_out.run.id;
            fresh.model = m_out.run.model;
            fresh.family = m_out.run.family;
            fresh.condition = m_out.run.condition;
            fresh.setting = m_out.run.setting;
            fresh.attempt = attempt;
            fresh.shift = shift;
            fresh.hasReplies = m_hasReplies;
            fresh.scores.assign(m_data.size(), std::numeric_limits<float>::quiet_NaN());
            fresh.codes.assign(m_data.size(), kNoResponse);
            if (shift != 0) {
                fresh.shown.assign(m_data.size(), -1);
            }
        }
        m_last = &it->second;
        return *m_last;
    }

    /// Base position of the option shown at `letter`; -1 when the rotation is not known.
    int basePosition(std::size_t sample, int shift, int letter) const
    {
        for (const Rotation& rotation : m_data.rotations[sample]) {
            if (rotation.shift == shift) {
                return letter < rotation.permutation.size()
                    ? optionPosition(QStringView(rotation.permutation).mid(letter, 1))
                    : -1;
            }
        }
        return -1;
    }

    void setAnswer(ResponseColumn& target, std::size_t at, std::string_view answer)
    {
        if (answer.empty()) {
            target.codes[at] = kNoAnswer;
            return;
        }
        if (m_data.isChoice(target, at)) {
            const char c = answer.front();
            const int options = m_data.optionCount[at];
            const int single = answer.size() != 1 ? -1
                : c >= 'A' && c <= 'Z'            ? c - 'A'
                : c >= 'a' && c <= 'z'            ? c - 'a'
                                                  : -1;
            // Decoding is for the few samples that have more options than there are letters.
            const int letter = answer.size() > 1 && options > 26
                ? optionPosition(QString::fromUtf8(answer.data(), qsizetype(answer.size())), options)
                : single;
            if (letter < 0 || letter >= options) {
                target.codes[at] = kNoAnswer;
            } else if (target.shift == 0) {
                target.codes[at] = letter;
            } else {
                target.shown[at] = qint16(letter);
                const int base = basePosition(at, target.shift, letter);
                target.codes[at] = base >= 0 ? base : kNoAnswer;
            }
            return;
        }
        const QString raw = QString::fromUtf8(answer.data(), qsizetype(answer.size()));
        auto it = m_spellings.constFind(raw);
        if (it == m_spellings.constEnd()) {
            const QString text = normaliseText(raw);
            auto known = m_answers.constFind(text);
            if (known == m_answers.constEnd()) {
                known = m_answers.insert(text, qint32(m_out.answers.size()));
                m_out.answers.push_back(text);
                m_out.spellings.push_back(raw);
            }
            it = m_spellings.insert(raw, *known);
        }
        target.codes[at] = *it;
    }

    void addProbabilities(ResponseColumn& target, std::size_t sample, const QJsonArray& values) const
    {
        const std::size_t start = target.probabilities.size();
        target.probabilities.resize(start + std::size_t(values.size()), 0.0f);
        for (qsizetype i = 0; i < values.size(); ++i) {
            const int base = target.shift == 0 ? int(i) : basePosition(sample, target.shift, int(i));
            if (base >= 0 && base < values.size()) {
                target.probabilities[start + std::size_t(base)]
                    = float(values[i].toDouble(std::numeric_limits<double>::quiet_NaN()));
            }
        }
    }

    const AuditData& m_data;
    const SamplePositions& m_positions;
    RunColumns& m_out;
    std::map<std::pair<int, int>, ResponseColumn> m_columns;
    ResponseColumn* m_last = nullptr;
    bool m_hasReplies = false;
    QHash<QString, qint32> m_spellings;
    QHash<QString, qint32> m_answers;
};

} // namespace

std::vector<RunRow> readRuns(sqlite::Connection& connection, const AuditData& data, const AuditParts& parts)
{
    std::vector<RunRow> runs;
    auto& query
        = connection.cached(QStringLiteral("SELECT r.id, m.name, m.family, r.condition, r.setting FROM runs r"
                                           " JOIN models m ON m.id = r.model_id WHERE r.dataset_id = ?"
                                           " ORDER BY m.name, r.condition, r.setting, r.id"));
    query.bind(1, data.datasetId.value);
    while (query.step()) {
        const auto condition = conditionFromId(query.text(3));
        if (condition && parts.conditions[std::size_t(*condition)]) {
            QString family = query.text(2);
            if (family.isEmpty()) {
                family = guessFamily(query.text(1));
            }
            runs.push_back({RunId{query.integer(0)}, query.text(1), family, *condition, query.text(4)});
        }
    }
    query.reset();
    return runs;
}

void readElsewhere(sqlite::Connection& connection, AuditData& data)
{
    auto& query = connection.cached(QStringLiteral(
        "SELECT m.name, (SELECT SUM(score) FROM (SELECT score FROM responses WHERE run_id = r.id AND score IS"
        " NOT NULL LIMIT 500)), (SELECT COUNT(*) FROM (SELECT 1 FROM responses WHERE run_id = r.id AND score"
        " IS NOT NULL LIMIT 500)) FROM runs r JOIN models m ON m.id = r.model_id"
        " WHERE r.dataset_id <> ? AND r.condition = 'standard'"));
    query.bind(1, data.datasetId.value);
    while (query.step()) {
        ScoreSum& score = data.elsewhere[query.text(0)];
        score.sum += query.real(1);
        score.count += query.real(2);
    }
    query.reset();
}

void readRun(sqlite::Connection& connection, const AuditData& data, const SamplePositions& positions,
    bool probabilities, const Progress& progress, RunColumns& run)
{
    RunReader reader(data, positions, run);
    reader.readResponses(connection, progress);
    if (probabilities) {
        reader.readProbabilities(connection);
    }
    reader.finish();
}

} // namespace winnow
