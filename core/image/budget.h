// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to core/image, as mat.h.

#include "core/image/imagecodec.h"

namespace winnow::internal {

/// What is left of the limits of one image while it is decoded. One thread: its time is that of the thread
/// that made it, so that other work on the machine changes no verdict.
class Budget {
public:
    explicit Budget(const DecodeLimits& limits);

    const DecodeLimits& limits() const { return m_limits; }
    /// Whether the time is used up. Cheap enough to be asked every few rows.
    bool isSpent() const;

private:
    DecodeLimits m_limits;
    double m_end;
};

} // namespace winnow::internal
