// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace winnow::cli {

/// `export P --format ID --out PATH`: writes data plus manifest.json.
class ExportCommand : public Command {
public:
    Description description() const override;
    int run(Context& context) const override;
};

/// `exporters`: the registry.
class ExportersCommand : public Command {
public:
    Description description() const override;
    int run(Context& context) const override;
};

} // namespace winnow::cli
