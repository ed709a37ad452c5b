// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace winnow::cli {

/// `policies P`: the project's policies, listed, shown, copied, edited, chosen, removed, written and read.
class PoliciesCommand : public Command {
public:
    Description description() const override;
    int run(Context& context) const override;
};

} // namespace winnow::cli
