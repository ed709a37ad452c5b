// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/budget.h"

#include <ctime>

namespace winnow::internal {

namespace {

double threadSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) + 1e-9 * double(now.tv_nsec);
}

} // namespace

Budget::Budget(const DecodeLimits& limits)
    : m_limits(limits)
    , m_end(threadSeconds() + limits.maxSeconds)
{
}

bool Budget::isSpent() const
{
    return threadSeconds() >= m_end;
}

} // namespace winnow::internal
