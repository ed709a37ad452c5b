// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exporter.h"

#include "core/export/exportjob.h"
#include "core/export/manifest.h"
#include "core/store/ledger.h"
#include "core/store/policystore.h"

namespace winnow {

Result<ExportResult> Exporter::run(Project& project, const ExportSelection& selection,
    const ExportOptions& options, Progress& progress) const
{
    // What was decided elsewhere and is in the journal only belongs in it too.
    const auto synced = project.ledger().sync();
    if (!synced && project.ledger().status().pending > 0) {
        return tl::unexpected<Error>(synced.error());
    }
    auto result = ExportJob(*this, project, selection, options, progress).run();
    if (result && !synced) {
        result->notes.append(synced.error().sentence());
    }
    if (!result || options.dryRun || project.isReadOnly()) {
        return result;
    }
    const QByteArray manifest = manifestBytes(result->manifest);
    auto recorded = project.write(
        {.parts = ChangeSet::Exports, .samples = {}}, [&](sqlite::Connection& c) -> Result<bool> {
            PolicyStore(c).recordExport(info().id, result->folder, selection.policy, manifest);
            return true;
        });
    if (!recorded) {
        // The files are there and whole; that the project could not note it is worth a word, no more.
        result->notes.append(
            Sentence::of(QT_TRANSLATE_NOOP("Error", "The export is not in the project's list: %1"))
                .arg(recorded.error().messageSentence()));
    }
    return result;
}

} // namespace winnow
