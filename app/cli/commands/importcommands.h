// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace winnow::cli {

/// `import P FILE...`: reads samples, responses or judgements.
class ImportCommand : public Command {
public:
    Description description() const override;
    int run(Context& context) const override;
};

/// `formats`: the importer registry and the fields that can be mapped.
class FormatsCommand : public Command {
public:
    Description description() const override;
    int run(Context& context) const override;
};

/// `mappings`: what was saved with `import --save-mapping NAME`, or in the window.
class MappingsCommand : public Command {
public:
    Description description() const override;
    int run(Context& context) const override;
};

} // namespace winnow::cli
