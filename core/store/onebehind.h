// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <functional>
#include <future>

namespace winnow {

/// Runs one piece of work on a second thread while the caller prepares the next. Used by one thread.
class OneBehind {
public:
    ~OneBehind()
    {
        if (m_running.valid()) {
            m_running.wait();
        }
    }
    /// Waits for the piece before; its error is returned and `work` is not begun then.
    Result<> run(std::function<Result<>()> work)
    {
        WINNOW_TRY(wait());
        m_running = std::async(std::launch::async, std::move(work));
        return {};
    }
    Result<> wait() { return m_running.valid() ? m_running.get() : Result<>(); }

private:
    std::future<Result<>> m_running;
};

} // namespace winnow
