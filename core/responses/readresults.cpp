// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/responses/readresults.h"

#include "core/responses/samplepositions.h"
#include "core/store/responsestore.h"

#include <cmath>
#include <limits>
#include <map>
#include <memory>

namespace winnow {

namespace {

constexpr float kNone = std::numeric_limits<float>::quiet_NaN();

/// Sums and counts, a pair a sample.
struct Sums {
    explicit Sums(std::size_t samples = 0)
        : sum(samples, 0)
        , count(samples, 0)
    {
    }
    void add(std::size_t at, float value)
    {
        sum[at] += value;
        ++count[at];
    }
    float mean(std::size_t at) const { return count[at] ? sum[at] / float(count[at]) : kNone; }

    std::vector<float> sum;
    std::vector<quint32> count;
};

/// Reads run after run, those of a dataset and of a model in it together.
class ResultsReader {
public:
    ResultsReader(sqlite::Connection& connection, const SampleIndex& index)
        : m_store(connection)
        , m_index(index)
        , m_scores(index.ids().size())
        , m_answered(index.ids().size(), 0)
        , m_right(index.ids().size(), 0)
    {
    }

    void read(const Run& run, const Progress& progress)
    {
        if (!m_positions || run.dataset != m_dataset) {
            endModel();
            m_dataset = run.dataset;
            m_rows = m_index.rowsOf(m_dataset);
            std::vector<qint64> samples;
            for (const quint32 row : m_rows) {
                samples.push_back(m_index.ids()[row]);
            }
            m_positions = std::make_unique<SamplePositions>(samples);
        }
        if (run.model != m_model) {
            endModel();
            m_model = run.model;
        }
        if (m_settings.sum.empty()) {
            m_settings = Sums(m_rows.size());
        }
        Sums attempts(m_rows.size());
        m_store.forEachBlock(run.id, true, [&](const ResponseStore::Block& block) {
            take(block, attempts);
            return !progress.isCancelled();
        });
        for (std::size_t s = 0; s < m_rows.size(); ++s) {
            if (attempts.count[s]) {
                m_settings.add(s, attempts.mean(s));
            }
        }
    }

    SampleResults finish()
    {
        endModel();
        const std::size_t n = m_index.ids().size();
        SampleResults results;
        for (auto& [model, found] : m_models) {
            results.models.append(model);
            results.right.push_back(std::move(found.right));
            results.wrong.push_back(std::move(found.wrong));
        }
        results.share.reserve(n);
        results.accuracy.reserve(n);
        for (std::size_t i = 0; i < n; ++i) {
            results.share.push_back(rightShareOf(m_right[i], m_answered[i]));
            results.accuracy.push_back(m_scores.mean(i));
        }
        for (std::size_t i = 0; i < m_seconds.sum.size(); ++i) {
            results.seconds.push_back(m_seconds.mean(i));
            results.time.push_back(timeTakenOf(results.seconds.back()));
        }
        return results;
    }

private:
    struct Verdicts {
        SampleBits right;
        SampleBits wrong;
    };

    void take(const ResponseStore::Block& block, Sums& attempts)
    {
        for (std::size_t i = 0; i < block.scores.size(); ++i) {
            const qint32 at = (*m_positions)[block.firstSample + block.scores.samples[i]];
            if (at < 0) {
                continue;
            }
            const quint32 row = m_rows[std::size_t(at)];
            if (const double score = block.scores.scores[i]; !std::isnan(score)) {
                attempts.add(std::size_t(at), float(score));
                m_scores.add(row, float(score));
            }
            if (!block.details.latency.empty() && block.details.latency[i] >= 0) {
                if (m_seconds.sum.empty()) {
                    m_seconds = Sums(m_index.ids().size());
                }
                m_seconds.add(row, float(block.details.latency[i]));
            }
        }
    }

    /// What all settings of a model say in the mean.
    void endModel()
    {
        if (m_settings.sum.empty()) {
            return;
        }
        auto found = m_models.find(m_model);
        if (found == m_models.end()) {
            const SampleBits none(m_index.ids().size());
            found = m_models.emplace(m_model, Verdicts{none, none}).first;
        }
        for (std::size_t s = 0; s < m_rows.size(); ++s) {
            if (m_settings.count[s]) {
                const bool right = m_settings.mean(s) >= 0.5F;
                (right ? found->second.right : found->second.wrong).insert(m_rows[s]);
                ++m_answered[m_rows[s]];
                m_right[m_rows[s]] += right;
            }
        }
        m_settings = Sums();
    }

    ResponseStore m_store;
    const SampleIndex& m_index;
    QString m_dataset;
    QString m_model;
    std::vector<quint32> m_rows;
    std::unique_ptr<SamplePositions> m_positions;
    Sums m_settings;
    Sums m_scores;
    Sums m_seconds;
    std::vector<quint16> m_answered;
    std::vector<quint16> m_right;
    std::map<QString, Verdicts> m_models;
};

} // namespace

Result<std::shared_ptr<const SampleIndex>> withResults(
    const Project& project, const std::shared_ptr<const SampleIndex>& index, Progress& progress)
{
    return project.read([&](sqlite::Connection& c) -> Result<std::shared_ptr<const SampleIndex>> {
        ResultsReader reader(c, *index);
        const QVector<Run> runs = ResponseStore(c).runs();
        for (qsizetype i = 0; i < runs.size(); ++i) {
            progress.report(i, runs.size(), QStringLiteral(QT_TRANSLATE_NOOP("Step", "Reading scores")));
            if (runs.at(i).condition == Condition::Standard) {
                reader.read(runs.at(i), progress);
            }
            if (progress.isCancelled()) {
                return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
            }
        }
        return index->withResults(std::make_shared<const SampleResults>(reader.finish()));
    });
}

} // namespace winnow
