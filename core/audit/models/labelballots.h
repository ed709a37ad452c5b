// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/data/auditdata.h"

#include <cstddef>
#include <vector>

namespace winnow {

/// Everything the models answered to one sample with the image in view: standard responses of all attempts,
/// and for a multiple-choice sample the open-ended ones, counted for the option whose text they give.
class LabelBallots {
public:
    explicit LabelBallots(const AuditData& data);

    /// Models of the standard condition, in order of name.
    const std::vector<ModelView>& models() const { return m_models; }

    /// Reads one sample; what the accessors below return is valid until the next call. False when nobody
    /// answered readably.
    bool collect(std::size_t sample);

    /// Positions in models() of those that answered.
    const std::vector<std::size_t>& voters() const { return m_voters; }
    /// Number of different answers; the options of a multiple-choice sample, else the gold answer (0) and
    /// what was given beside it.
    std::size_t answers() const { return m_answers; }
    std::size_t gold() const { return m_gold; }
    /// How often a voter gave an answer, over all its responses.
    int count(std::size_t voter, std::size_t answer) const { return m_counts[voter * m_answers + answer]; }
    /// Responses of a voter with options in view, or to an open question.
    int asked(std::size_t voter) const { return m_asked[voter]; }
    /// Its open-ended responses to a multiple-choice sample that name an option, and that name none.
    int named(std::size_t voter) const { return m_named[voter]; }
    int elsewhere(std::size_t voter) const { return m_elsewhere[voter]; }
    int total(std::size_t voter) const { return m_asked[voter] + m_named[voter] + m_elsewhere[voter]; }
    /// Sum over the voters of their share for an answer.
    double share(std::size_t answer) const { return m_shares[answer]; }
    /// The answer as coded in AuditData.
    qint32 code(std::size_t answer) const;

private:
    std::size_t answerOf(std::size_t sample, const ResponseColumn& column);

    const AuditData& m_data;
    std::vector<ModelView> m_models;
    /// Open-ended columns of each model.
    std::vector<std::vector<const ResponseColumn*>> m_open;
    std::vector<bool> m_sways;
    bool m_isMcq = false;
    std::size_t m_answers = 0;
    std::size_t m_gold = 0;
    std::vector<std::size_t> m_voters;
    std::vector<int> m_counts;
    std::vector<int> m_asked;
    std::vector<int> m_named;
    std::vector<int> m_elsewhere;
    std::vector<double> m_shares;
    std::vector<qint32> m_codes;
};

} // namespace winnow
