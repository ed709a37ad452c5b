// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/decision.h"

#include <QString>

namespace winnow {

/// The icon of what people did with a sample; empty for nothing.
QString actionIcon(Action action);

} // namespace winnow
