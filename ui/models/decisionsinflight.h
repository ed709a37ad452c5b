// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/decision.h"

#include <QMap>
#include <QVector>

#include <algorithm>
#include <iterator>
#include <optional>

namespace winnow {

/// Requests to the decision service that have not been answered: what the window shows of these samples is
/// newer than what the project says.
class DecisionsInFlight {
public:
    /// An undo or redo says nothing: what it is about, the answer tells.
    void add(qint64 ticket, const Decision& decision = {}) { m_decisions.insert(ticket, decision); }
    /// The sample of a request that was answered, 0 for an undo or redo; nothing when it is not one of ours.
    std::optional<SampleId> take(qint64 ticket)
    {
        const auto found = m_decisions.constFind(ticket);
        if (found == m_decisions.constEnd()) {
            return std::nullopt;
        }
        const SampleId sample = found->sampleId;
        m_decisions.erase(found);
        return sample;
    }
    bool has(SampleId sample) const
    {
        return std::any_of(m_decisions.cbegin(), m_decisions.cend(),
            [sample](const Decision& decision) { return decision.sampleId == sample; });
    }
    /// In the order in which they were taken.
    QVector<Decision> on(SampleId sample) const
    {
        QVector<Decision> decisions;
        std::copy_if(m_decisions.cbegin(), m_decisions.cend(), std::back_inserter(decisions),
            [sample](const Decision& decision) { return decision.sampleId == sample; });
        return decisions;
    }
    qsizetype size() const { return m_decisions.size(); }
    void clear() { m_decisions.clear(); }

private:
    QMap<qint64, Decision> m_decisions;
};

} // namespace winnow
