// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace winnow::cli {

/// `rename P`: another name, a further name or a family for a dataset or a model.
class RenameCommand : public Command {
public:
    Description description() const override;
    int run(Context& context) const override;
};

/// `remove P`: takes a dataset, a model or one of its runs out of the project.
class RemoveCommand : public Command {
public:
    Description description() const override;
    int run(Context& context) const override;
};

} // namespace winnow::cli
