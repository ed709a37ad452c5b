// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace winnow::cli {

/// `transform P`: proposes what of the multiple choice questions becomes open-ended and what is asked in
/// every order, as flags to review; --accept REASON confirms open proposals of one reason as one step.
class TransformCommand : public Command {
public:
    Description description() const override;
    int run(Context& context) const override;
};

} // namespace winnow::cli
