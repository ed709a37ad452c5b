// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/project.h"

#include <vector>

namespace winnow {

/// Several readers of one project that see one and the same snapshot, for work that reads with many threads.
/// The readers are its own; the snapshot ends when it goes.
class SharedSnapshot {
public:
    /// With as many readers as this machine has cores. Fewer, down to one, when the project is written so
    /// often that no moment lies between two commits.
    static Result<SharedSnapshot> open(const Project& project);
    ~SharedSnapshot();
    SharedSnapshot(SharedSnapshot&& other) noexcept = default;
    SharedSnapshot& operator=(SharedSnapshot&&) = delete;
    SharedSnapshot(const SharedSnapshot&) = delete;
    SharedSnapshot& operator=(const SharedSnapshot&) = delete;

    const Project& project() const { return *m_project; }
    /// At least one; each for one thread at a time. What uses them may throw sqlite::Failure.
    std::size_t size() const { return m_readers.size(); }
    sqlite::Connection& reader(std::size_t index) { return *m_readers[index]; }

private:
    explicit SharedSnapshot(const Project& project);
    bool begin();
    void end();

    const Project* m_project;
    std::vector<std::unique_ptr<sqlite::Connection>> m_readers;
    std::vector<std::unique_ptr<sqlite::Transaction>> m_transactions;
};

} // namespace winnow
