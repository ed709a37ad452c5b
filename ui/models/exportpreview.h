// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exportplan.h"

namespace winnow {

/// An export plan with the samples behind each of its numbers. An immutable value.
struct ExportPreview {
    ExportPlan plan;
    QMap<Disposition, QVector<SampleId>> byDisposition;
    /// Samples that are not kept as they are, by reason; one with two reasons is in both.
    QMap<QString, QVector<SampleId>> byReason;
    struct Part {
        QString dataset;
        qint64 total = 0;
        QVector<SampleId> samples;
        QVector<SampleId> exported;
    };
    QVector<Part> datasets;

    /// NotFound names what is unknown. Not on the GUI thread.
    static Result<ExportPreview> make(const Project& project, const ExportSelection& selection);
};

} // namespace winnow
