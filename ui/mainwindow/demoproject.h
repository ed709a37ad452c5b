// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/project.h"

namespace winnow {

/// Where the demo lives: $XDG_DATA_HOME/winnow/demo.winnow.
QString demoProjectPath();
/// Makes it where there is none, generated and audited, and says where it is. A run that is cancelled or
/// fails leaves no half-made demo behind. Not on the GUI thread.
Result<QString> makeDemo(Progress& progress);

} // namespace winnow
