// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace winnow::cli {

/// `new P`: an empty project.
class NewCommand : public Command {
public:
    Description description() const override;
    int run(Context& context) const override;
};

/// `stats P`: how much there is of everything.
class StatsCommand : public Command {
public:
    Description description() const override;
    int run(Context& context) const override;
};

} // namespace winnow::cli
