// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace winnow::cli {

/// `gate P [--policy NAME] --max-blind SHARE --min-difference POINTS --max-flagged SHARE`: for pipelines;
/// Failed where a limit is missed or cannot be judged.
class GateCommand : public Command {
public:
    Description description() const override;
    int run(Context& context) const override;
};

} // namespace winnow::cli
