// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/project.h"
#include "ui/widgets/messagebar.h"

#include <optional>

namespace winnow {

/// The one thing that people must know of a project that was just opened, the gravest first; none when all is
/// well. `showDisputed` shows the samples on whose flags annotators disagree.
std::optional<Message> openingNotice(Project& project, std::function<void()> showDisputed);

} // namespace winnow
