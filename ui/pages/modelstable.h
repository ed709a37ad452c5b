// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/modelrows.h"
#include "ui/charts/numbertable.h"

namespace winnow {

/// Which lines of the table of models are shown; empty = all.
struct ModelsFilter {
    QString dataset;
    QString condition;
};

/// The lines as a table whose numbers open their samples. Columns in which no line says anything are left
/// out.
NumberTable modelsTable(const QVector<ModelRow>& rows, const ModelsFilter& filter);

} // namespace winnow
