// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/timeleft.h"

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

/// Before that a guess would jump about.
constexpr qint64 kLeastMilliseconds = 2000;
constexpr double kLeastShare = 0.02;

} // namespace

void TimeLeft::report(qint64 done, qint64 total, const QString& step, qint64 at)
{
    if (!m_began || step != m_step || total != m_total || done < m_done) {
        m_began = true;
        m_step = step;
        m_total = total;
        m_firstDone = done;
        m_firstAt = at;
    }
    m_done = done;
    m_at = at;
}

std::optional<qint64> TimeLeft::seconds(qint64 at) const
{
    const qint64 went = m_done - m_firstDone;
    const qint64 took = m_at - m_firstAt;
    if (m_total <= 0 || took < kLeastMilliseconds || double(went) < kLeastShare * double(m_total)) {
        return std::nullopt;
    }
    const double left = double(m_total - m_done) * double(took) / double(went) - double(at - m_at);
    return qint64(std::ceil(std::max(0.0, left) / 1000));
}

} // namespace winnow
