// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/dispositions.h"
#include "core/domain/sample.h"

namespace winnow {

/// One row of an export: a sample, or one rotation of it, as it is to be written.
struct ExportRow {
    QString index;
    /// Index of the unrotated sample; empty where there are no rotations.
    QString group;
    /// Which rotation, 0 = the sample itself.
    int shift = 0;
    QString question;
    QStringList options;
    QString gold;
    QStringList accepted{};
    /// The question was multiple choice and is open now.
    bool converted = false;
    /// The rule that suits the answer of a converted question; empty = that of the dataset.
    QString scorer{};
    /// Question, options or answer are not those of the source.
    bool changed = false;
};

/// The rows a sample becomes under an outcome, the sample itself first: changed gold or question, options
/// removed (convert), rotations (those of the source, or all cyclic ones). What could not be done is added to
/// `warnings`.
QVector<ExportRow> rowsOf(
    const Sample& sample, const SampleOutcome& outcome, QStringList* warnings = nullptr);

} // namespace winnow
