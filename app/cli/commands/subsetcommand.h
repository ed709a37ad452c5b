// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace winnow::cli {

/// `subset P --budget N`: chooses a small set, tries it on models it was chosen without, and stores it with
/// --name. `subset P`: lists what is stored.
class SubsetCommand : public Command {
public:
    Description description() const override;
    int run(Context& context) const override;
};

} // namespace winnow::cli
