// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace winnow {

/// Makes values one after the other on a thread of its own, a little before they are asked for. What makes
/// them is called on that thread only; next() is for one other thread.
template <typename Value> class ReadAhead {
public:
    /// The next value, nothing at the end, or why there is none.
    using Make = std::function<Result<std::optional<Value>>()>;

    /// No more is made while `most` wait, by the weights that they are made with (at least one is).
    ReadAhead(Make make, std::function<qint64(const Value&)> weightOf, qint64 most)
        : m_make(std::move(make))
        , m_weightOf(std::move(weightOf))
        , m_most(most)
        , m_thread([this] { work(); })
    {
    }
    /// Ends the thread once the value at hand is made.
    ~ReadAhead()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stopped = true;
        }
        m_room.notify_all();
        m_thread.join();
    }
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;

    /// Waits for it. After the end, or an error, the same again.
    Result<std::optional<Value>> next()
    {
        std::unique_lock lock(m_mutex);
        m_made.wait(lock, [this] { return !m_waiting.empty() || m_last; });
        if (m_waiting.empty()) {
            return *m_last;
        }
        std::optional<Value> value(std::move(m_waiting.front()));
        m_waiting.pop_front();
        m_weight -= m_weightOf(*value);
        lock.unlock();
        m_room.notify_one();
        return value;
    }

private:
    void work()
    {
        for (;;) {
            auto made = m_make();
            const bool last = !made || !made->has_value();
            std::unique_lock lock(m_mutex);
            if (last) {
                m_last = std::move(made);
            } else {
                m_weight += m_weightOf(**made);
                m_waiting.push_back(*std::move(*made));
                m_made.notify_one();
                m_room.wait(lock, [this] { return m_weight < m_most || m_stopped; });
            }
            const bool stopped = m_stopped;
            lock.unlock();
            m_made.notify_one();
            if (last || stopped) {
                return;
            }
        }
    }

    Make m_make;
    std::function<qint64(const Value&)> m_weightOf;
    qint64 m_most;
    std::mutex m_mutex;
    std::condition_variable m_made;
    std::condition_variable m_room;
    std::deque<Value> m_waiting;
    qint64 m_weight = 0;
    /// How it ended.
    std::optional<Result<std::optional<Value>>> m_last;
    bool m_stopped = false;
    /// Last, so that all else is there while it runs.
    std::thread m_thread;
};

} // namespace winnow
