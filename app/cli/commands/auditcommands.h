// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace winnow::cli {

/// `audit P`: runs detectors, prints new, kept and resolved flags.
class AuditCommand : public Command {
public:
    Description description() const override;
    int run(Context& context) const override;
};

/// `detectors`: the registry with needs, parameters and presets.
class DetectorsCommand : public Command {
public:
    Description description() const override;
    int run(Context& context) const override;
};

} // namespace winnow::cli
