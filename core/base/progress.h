// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <atomic>

namespace winnow {

/// How long work speaks to whoever started it. Implementations are thread-safe.
/// Workers poll `isCancelled()` at least every few milliseconds and report at most a few dozen times a
/// second.
class Progress {
public:
    virtual ~Progress() = default;

    /// True once the user wants the work to stop; the worker then returns ErrorCode::Cancelled.
    virtual bool isCancelled() const = 0;
    /// `done` of `total` units (0 = unknown total), in the step named by `step`.
    virtual void report(qint64 done, qint64 total, const QString& step) = 0;
};

/// Hands on whether the work is cancelled, keeps reports to itself, and can be cancelled alone.
class InnerProgress : public Progress {
public:
    explicit InnerProgress(const Progress& outer)
        : m_outer(outer)
    {
    }
    bool isCancelled() const override
    {
        return m_cancelled.load(std::memory_order_relaxed) || m_outer.isCancelled();
    }
    void report(qint64, qint64, const QString&) override { }
    void cancel() { m_cancelled.store(true, std::memory_order_relaxed); }

private:
    const Progress& m_outer;
    std::atomic<bool> m_cancelled{false};
};

/// Ignores reports; can be cancelled from any thread.
class SilentProgress : public Progress {
public:
    bool isCancelled() const override { return m_cancelled.load(std::memory_order_relaxed); }
    void report(qint64, qint64, const QString&) override { }
    void cancel() { m_cancelled.store(true, std::memory_order_relaxed); }

private:
    std::atomic<bool> m_cancelled{false};
};

} // namespace winnow
