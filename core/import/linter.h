// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/import/importrequest.h"

namespace winnow {

/// A kind of damage that a file carries or will suffer in the next table reader.
struct LintRule {
    /// Stable id: null_like_option, cut_cell, …
    QString id;
    const char* title;
    /// Why it matters, one sentence.
    const char* why;
};

/// Every rule, in the order to show them.
const QVector<LintRule>& lintRules();

struct LintFinding {
    QString rule;
    ImportIssue issue;
};

/// What linting one file found. Nothing is imported.
struct LintReport {
    QString file;
    QString layout;
    FieldMapping mapping;
    qint64 records = 0;
    /// By rule id; rules without a finding are not in it.
    QMap<QString, qint64> counts;
    /// The first findings of each rule.
    QVector<LintFinding> findings;

    qint64 total() const;
};

/// Reads a file as an import would (format, map, imagesDir and limits of the request count) and reports what
/// is or gets lost: words that readers take for an empty cell, cells cut at 32,767 characters, answers that
/// lose digits, repeated keys, list literals, placeholders without images, doubled or empty options, keys
/// that are not among the options, transparent images, repeated or empty responses, records that cannot be
/// read.
Result<LintReport> lintFile(const ImportRequest& request, Progress& progress);

} // namespace winnow
