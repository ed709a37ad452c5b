// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/exportpreview.h"

namespace winnow {

Result<ExportPreview> ExportPreview::make(const Project& project, const ExportSelection& selection)
{
    return project.read([&](sqlite::Connection& c) -> Result<ExportPreview> {
        auto planned = ExportPlan::make(c, selection);
        if (!planned) {
            return tl::unexpected<Error>(planned.error());
        }
        ExportPreview preview;
        const Dispositions dispositions = Dispositions::derive(c, planned->policy);
        for (const ExportPlan::DatasetPart& part : std::as_const(planned->datasets)) {
            Part shown{part.dataset.name, part.samples.size(), part.samples, {}};
            for (const SampleId id : part.samples) {
                const SampleOutcome outcome = dispositions.of(id);
                preview.byDisposition[outcome.disposition].append(id);
                if (outcome.disposition != Disposition::Drop) {
                    shown.exported.append(id);
                }
                if (outcome.disposition != Disposition::Keep) {
                    for (const QString& reason : outcome.reasons) {
                        preview.byReason[reason].append(id);
                    }
                }
            }
            preview.datasets.append(shown);
        }
        preview.plan = std::move(*planned);
        return preview;
    });
}

} // namespace winnow
