// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace winnow::cli {

/// `restore PROJECT`: puts a backup in the place of a project that nobody has open.
class RestoreCommand : public Command {
public:
    Description description() const override;
    int run(Context& context) const override;
};

} // namespace winnow::cli
