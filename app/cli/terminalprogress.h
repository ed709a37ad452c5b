// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"

#include <QElapsedTimer>
#include <QMutex>

namespace winnow::cli {

/// Progress on the error output: one line with the percentage, rewritten, on a terminal; otherwise one line a
/// step, and one for every tenth of a step that takes long. SIGINT (Ctrl+C) and SIGTERM cancel; the second
/// one ends the program as it would any other.
class TerminalProgress : public Progress {
public:
    TerminalProgress();
    ~TerminalProgress() override;
    bool isCancelled() const override;
    void report(qint64 done, qint64 total, const QString& step) override;

private:
    QMutex m_mutex;
    QElapsedTimer m_timer;
    QString m_step;
    qint64 m_percent = 0;
    bool m_terminal = false;
    bool m_lineOpen = false;
};

} // namespace winnow::cli
