// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminalprogress.h"

#include <atomic>
#include <csignal>
#include <cstdio>

#include <unistd.h>

namespace winnow::cli {

namespace {

std::atomic<bool> s_interrupted{false};

void onInterrupt(int)
{
    s_interrupted = true;
}

} // namespace

TerminalProgress::TerminalProgress()
    : m_terminal(isatty(STDERR_FILENO) != 0)
{
    std::signal(SIGINT, onInterrupt);
    std::signal(SIGTERM, onInterrupt);
}

TerminalProgress::~TerminalProgress()
{
    if (m_lineOpen) {
        std::fputs("\r\033[K", stderr);
    }
}

bool TerminalProgress::isCancelled() const
{
    return s_interrupted.load(std::memory_order_relaxed);
}

void TerminalProgress::report(qint64 done, qint64 total, const QString& step)
{
    QMutexLocker lock(&m_mutex);
    if (!m_terminal) {
        // A log wants one line a stage, not one a detail of it.
        const QString stage = step.section(u':', 0, 0);
        if (stage != m_step) {
            std::fprintf(stderr, "%s\n", qPrintable(stage));
            m_step = stage;
        }
        return;
    }
    const bool newStep = step != m_step;
    constexpr qint64 kRedrawMs = 100;
    if (!newStep && m_timer.isValid() && m_timer.elapsed() < kRedrawMs) {
        return;
    }
    m_timer.start();
    m_step = step;
    m_lineOpen = true;
    if (total > 0) {
        std::fprintf(stderr, "\r\033[K%s: %lld of %lld", qPrintable(step), static_cast<long long>(done),
            static_cast<long long>(total));
    } else {
        std::fprintf(stderr, "\r\033[K%s: %lld", qPrintable(step), static_cast<long long>(done));
    }
    std::fflush(stderr);
}

} // namespace winnow::cli
