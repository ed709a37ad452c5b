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

void onInterrupt(int number)
{
    s_interrupted = true;
    // Whoever asks twice does not want to wait: a process that is killed leaves its project as it was.
    std::signal(number, SIG_DFL);
}

QString line(qint64 done, qint64 total, const QString& step)
{
    if (total > 0) {
        return QStringLiteral("%1: %2%").arg(step).arg(100 * done / total);
    }
    return done > 0 ? QStringLiteral("%1: %2").arg(step).arg(done) : step;
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
        // A log wants one line a stage and few while a stage is long, not one a detail of it.
        constexpr qint64 kPauseMs = 1000;
        constexpr qint64 kPercent = 10;
        const QString stage = step.section(u':', 0, 0);
        const qint64 percent = total > 0 ? 100 * done / total : 0;
        if (stage != m_step) {
            std::fprintf(stderr, "%s\n", qPrintable(stage));
        } else if (percent < m_percent + kPercent || m_timer.elapsed() < kPauseMs) {
            return;
        } else {
            std::fprintf(stderr, "%s\n", qPrintable(line(done, total, stage)));
        }
        m_step = stage;
        m_percent = percent;
        m_timer.start();
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
    std::fprintf(stderr, "\r\033[K%s", qPrintable(line(done, total, step)));
    std::fflush(stderr);
}

} // namespace winnow::cli
