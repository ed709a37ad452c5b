// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/standingstore.h"

#include <QVector>

namespace winnow {

/// What decides on samples, read once for any number of policies. An immutable value that can be asked as a
/// StandingStore is.
class Standing {
public:
    /// Throws sqlite::Failure; use inside Project::read.
    static Standing read(sqlite::Connection& connection);

    qint64 samples() const { return m_samples; }
    void forEachFlag(const std::function<void(const StandingFlag&)>& visit) const;
    void forEachFound(const std::function<void(const FoundByPeople&)>& visit) const;
    void forEachAction(const std::function<void(const StandingAction&)>& visit) const;

private:
    qint64 m_samples = 0;
    /// With the evidence that calls a score a probability, and no other.
    QVector<StandingFlag> m_flags;
    QVector<FoundByPeople> m_found;
    QVector<StandingAction> m_actions;
};

} // namespace winnow
