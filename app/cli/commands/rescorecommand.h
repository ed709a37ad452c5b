// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace winnow::cli {

/// `rescore P`: scores stored replies anew, lists the score sets that runs have, and goes back to one.
class RescoreCommand : public Command {
public:
    Description description() const override;
    int run(Context& context) const override;
};

/// `scorers`: what there is, with needs, parameters and sources.
class ScorersCommand : public Command {
public:
    Description description() const override;
    int run(Context& context) const override;
};

} // namespace winnow::cli
