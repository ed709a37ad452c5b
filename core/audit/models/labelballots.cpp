// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/models/labelballots.h"

#include "core/audit/models/modeltable.h"

#include <algorithm>

namespace winnow {

namespace {

constexpr std::size_t kElsewhere = std::numeric_limits<std::size_t>::max();
/// A model that answers more than this share of samples differently each time is unsteady by itself.
constexpr double kMostSwaying = 0.5;
constexpr qint64 kFewestRepeated = 20;

/// Models that answer most samples differently from attempt to attempt: their swaying tells of them, not of
/// the sample, so only their first attempt counts.
std::vector<bool> swayingModels(const AuditData& data, const std::vector<ModelView>& models)
{
    std::vector<bool> sways(models.size(), false);
    for (std::size_t m = 0; m < models.size(); ++m) {
        if (models[m].columns.size() < 2) {
            continue;
        }
        qint64 repeated = 0;
        qint64 differing = 0;
        for (std::size_t i = 0; i < data.size(); ++i) {
            qint32 first = kNoAnswer;
            bool several = false;
            bool differs = false;
            for (const ResponseColumn* column : models[m].columns) {
                const qint32 code = column->codes[i];
                if (code >= 0) {
                    several = several || first >= 0;
                    differs = differs || (first >= 0 && code != first);
                    first = first < 0 ? code : first;
                }
            }
            repeated += several;
            differing += differs;
        }
        sways[m] = repeated >= kFewestRepeated && differing > kMostSwaying * double(repeated);
    }
    return sways;
}

} // namespace

LabelBallots::LabelBallots(const AuditData& data)
    : m_data(data)
    , m_models(modelsOf(data, Condition::Standard))
    , m_open(columnsUnder(data, m_models, Condition::OpenEnded))
    , m_sways(swayingModels(data, m_models))
{
}

std::size_t LabelBallots::answerOf(std::size_t sample, const ResponseColumn& column)
{
    const qint32 code = column.codes[sample];
    if (m_isMcq) {
        if (column.condition != Condition::OpenEnded) {
            return std::size_t(code) < m_answers ? std::size_t(code) : kElsewhere;
        }
        if (column.isRight(sample)) {
            return m_gold;
        }
        for (std::size_t option = 0; option < m_answers; ++option) {
            if (option != m_gold && m_data.optionCode(sample, int(option)) == code) {
                return option;
            }
        }
        return kElsewhere;
    }
    // Open answers match the gold answer when the scorer says so, whatever their spelling.
    if (column.isRight(sample)) {
        return 0;
    }
    const auto known = std::find(m_codes.begin() + 1, m_codes.end(), code);
    if (known == m_codes.end()) {
        m_codes.push_back(code);
        return m_codes.size() - 1;
    }
    return std::size_t(known - m_codes.begin());
}

bool LabelBallots::collect(std::size_t sample)
{
    m_isMcq = m_data.isMcq(sample);
    m_voters.clear();
    m_asked.clear();
    m_named.clear();
    m_elsewhere.clear();
    m_codes.assign(1, m_data.goldCode[sample]);
    m_gold = m_isMcq ? std::size_t(std::max<qint16>(0, m_data.goldIndex[sample])) : 0;
    m_answers = m_isMcq ? std::size_t(m_data.optionCount[sample]) : 0;

    if (!m_isMcq) {
        // Which answers there are has to be known before they are counted.
        for (const ModelView& model : m_models) {
            for (const ResponseColumn* column : model.columns) {
                if (column->codes[sample] >= 0) {
                    answerOf(sample, *column);
                }
            }
        }
        m_answers = m_codes.size();
    }
    m_shares.assign(m_answers, 0.0);
    m_counts.assign(m_models.size() * m_answers, 0);
    for (std::size_t m = 0; m < m_models.size(); ++m) {
        int asked = 0;
        int named = 0;
        int elsewhere = 0;
        const std::size_t row = m_voters.size() * m_answers;
        const auto take = [&](const ResponseColumn& column, bool open) {
            if (column.codes[sample] < 0) {
                return;
            }
            const std::size_t answer = answerOf(sample, column);
            if (answer != kElsewhere) {
                ++m_counts[row + answer];
                ++(open ? named : asked);
            } else if (open) {
                ++elsewhere;
            }
        };
        for (const ResponseColumn* column : m_models[m].columns) {
            if (asked == 0 || !m_sways[m]) {
                take(*column, false);
            }
        }
        if (m_isMcq && asked > 0) {
            for (const ResponseColumn* column : m_open[m]) {
                take(*column, true);
            }
        }
        if (asked == 0) {
            continue;
        }
        const double given = asked + named;
        for (std::size_t answer = 0; answer < m_answers; ++answer) {
            m_shares[answer] += m_counts[row + answer] / given;
        }
        m_voters.push_back(m);
        m_asked.push_back(asked);
        m_named.push_back(named);
        m_elsewhere.push_back(elsewhere);
    }
    return !m_voters.empty();
}

qint32 LabelBallots::code(std::size_t answer) const
{
    return m_isMcq ? qint32(answer) : m_codes[answer];
}

} // namespace winnow
