// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace winnow {

/// How long a step of work will go on, from how fast it went so far. Says nothing until it has seen enough,
/// and begins anew with each step. Not thread-safe.
class TimeLeft {
public:
    /// What was reported at a time, in milliseconds of any clock.
    void report(qint64 done, qint64 total, const QString& step, qint64 at);
    /// Seconds, at that time; nullopt = not known.
    std::optional<qint64> seconds(qint64 at) const;

private:
    QString m_step;
    qint64 m_total = 0;
    qint64 m_firstDone = 0;
    qint64 m_firstAt = 0;
    qint64 m_done = 0;
    qint64 m_at = 0;
    bool m_began = false;
};

} // namespace winnow
