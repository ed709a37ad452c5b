// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/restorecommand.h"

#include "core/store/backups.h"

namespace winnow::cli {

Command::Description RestoreCommand::description() const
{
    return {QStringLiteral("restore"), QStringLiteral("PROJECT"),
        QStringLiteral("Brings a backup back; the project as it was is kept beside it"),
        {valueOption("from", "the backup to take; otherwise the newest that is whole", "BACKUP")}};
}

int RestoreCommand::run(Context& context) const
{
    const auto restored = restoreBackup(context.arguments.at(0), context.value("from"), context.progress);
    if (!restored) {
        return context.failed(restored.error());
    }
    context.print(
        {{QStringLiteral("restored_from"), restored->from}, {QStringLiteral("kept_as"), restored->keptAs}});
    if (!context.json) {
        context.out << "Restored from " << restored->from << "\n";
        if (!restored->keptAs.isEmpty()) {
            context.out << "The file as it was is kept as " << restored->keptAs << "\n";
        }
    }
    return Done;
}

} // namespace winnow::cli
