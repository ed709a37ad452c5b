// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/samplecursor.h"

#include <limits>

namespace winnow {

namespace {

/// Rows that are stepped over sooner than sought behind.
constexpr int kNear = 16;

} // namespace

void SampleCursor::step()
{
    m_at = m_rows.step() ? m_rows.integer(0) : std::numeric_limits<qint64>::max();
}

void SampleCursor::seek(qint64 sample)
{
    m_rows.reset();
    m_rows.bind(1, sample);
    step();
}

bool SampleCursor::moveTo(SampleId sample)
{
    const qint64 wanted = sample.value;
    if (m_from > m_at || wanted < m_from) {
        seek(wanted);
    }
    for (int steps = 0; m_at < wanted; ++steps) {
        steps < kNear ? step() : seek(wanted);
    }
    m_from = wanted;
    return m_at == wanted;
}

bool SampleCursor::next()
{
    const qint64 sample = m_at;
    // A second visit has to seek: its rows are behind.
    m_from = sample + 1;
    step();
    return m_at == sample;
}

} // namespace winnow
