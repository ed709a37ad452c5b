// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace winnow::cli {

/// `flags P`: flags with score, evidence and state.
class FlagsCommand : public Command {
public:
    Description description() const override;
    int run(Context& context) const override;
};

/// `show P KEY`: one sample with options, responses, flags and decisions.
class ShowCommand : public Command {
public:
    Description description() const override;
    int run(Context& context) const override;
};

} // namespace winnow::cli
