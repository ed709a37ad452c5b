// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QHash>

#include <algorithm>
#include <optional>

namespace winnow {

/// Requests to the decision service that have not been answered: what the window shows of these samples is
/// newer than what the project says.
class DecisionsInFlight {
public:
    /// `sample` is 0 for an undo or redo: whose it is, the answer tells.
    void add(qint64 ticket, SampleId sample) { m_samples.insert(ticket, sample); }
    /// The sample of a request that was answered; nothing when it is not one of ours.
    std::optional<SampleId> take(qint64 ticket)
    {
        const auto found = m_samples.constFind(ticket);
        if (found == m_samples.constEnd()) {
            return std::nullopt;
        }
        const SampleId sample = *found;
        m_samples.erase(found);
        return sample;
    }
    bool has(SampleId sample) const
    {
        return std::find(m_samples.cbegin(), m_samples.cend(), sample) != m_samples.cend();
    }
    qsizetype size() const { return m_samples.size(); }
    void clear() { m_samples.clear(); }

private:
    QHash<qint64, SampleId> m_samples;
};

} // namespace winnow
