// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace winnow::cli {

/// `errata P --out DIR`: what people corrected in a dataset, as a patch and a report.
/// `errata OLD NEW --out DIR`: what two versions of a benchmark differ in.
class ErrataCommand : public Command {
public:
    Description description() const override;
    int run(Context& context) const override;
};

/// `apply-errata FILE PATCH --out FILE`: a patched copy of a benchmark's file.
class ApplyErrataCommand : public Command {
public:
    Description description() const override;
    int run(Context& context) const override;
};

} // namespace winnow::cli
