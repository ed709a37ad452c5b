// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace winnow::cli {

/// `models P`: accuracy, interval, n and missing by model, condition and dataset.
class ModelsCommand : public Command {
public:
    Description description() const override;
    int run(Context& context) const override;
};

/// `insights P [--policy NAME] [--against NAME]`: before and after, or two policies beside each other.
class InsightsCommand : public Command {
public:
    Description description() const override;
    int run(Context& context) const override;
};

} // namespace winnow::cli
