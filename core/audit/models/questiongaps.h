// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/data/auditdata.h"

#include <optional>

namespace winnow {

/// Something a question speaks of and does not hold.
struct QuestionGap {
    enum class Kind {
        /// The options choose among numbered statements, and there are none.
        Statements,
        /// It refers by number to another question, equation, … that is not there.
        Reference,
        /// A statement with no question, blank or instruction (English only).
        AsksNothing,
    };
    Kind kind;
    /// How surely something is missing, 0..1.
    double score = 0;
    /// The labels or the reference, as they are written.
    QString what;
};

/// The surest gap of a question without images; with an image everything may be in the picture.
std::optional<QuestionGap> questionGap(const AuditText& text);

} // namespace winnow
