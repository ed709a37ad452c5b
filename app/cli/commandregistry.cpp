// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/commands/answerscommand.h"
#include "app/cli/commands/auditcommands.h"
#include "app/cli/commands/checkcommand.h"
#include "app/cli/commands/comparecommand.h"
#include "app/cli/commands/datasetscommand.h"
#include "app/cli/commands/decisioncommands.h"
#include "app/cli/commands/democommand.h"
#include "app/cli/commands/erratacommands.h"
#include "app/cli/commands/exportcommands.h"
#include "app/cli/commands/gapscommand.h"
#include "app/cli/commands/gatecommand.h"
#include "app/cli/commands/importcommands.h"
#include "app/cli/commands/importscommand.h"
#include "app/cli/commands/lintcommand.h"
#include "app/cli/commands/modelcommands.h"
#include "app/cli/commands/namescommands.h"
#include "app/cli/commands/policiescommand.h"
#include "app/cli/commands/pricescommand.h"
#include "app/cli/commands/projectcommands.h"
#include "app/cli/commands/rescorecommand.h"
#include "app/cli/commands/restorecommand.h"
#include "app/cli/commands/samplecommands.h"
#include "app/cli/commands/samplescommand.h"
#include "app/cli/commands/scorescommand.h"
#include "app/cli/commands/subsetcommand.h"
#include "app/cli/commands/suitecommand.h"
#include "app/cli/commands/transformcommand.h"

namespace winnow::cli {

const std::vector<std::unique_ptr<Command>>& commands()
{
    static const std::vector<std::unique_ptr<Command>> all = [] {
        std::vector<std::unique_ptr<Command>> list;
        list.push_back(std::make_unique<NewCommand>());
        list.push_back(std::make_unique<DemoCommand>());
        list.push_back(std::make_unique<ImportCommand>());
        list.push_back(std::make_unique<LintCommand>());
        list.push_back(std::make_unique<FormatsCommand>());
        list.push_back(std::make_unique<MappingsCommand>());
        list.push_back(std::make_unique<DetectorsCommand>());
        list.push_back(std::make_unique<ExportersCommand>());
        list.push_back(std::make_unique<AuditCommand>());
        list.push_back(std::make_unique<SamplesCommand>());
        list.push_back(std::make_unique<FlagsCommand>());
        list.push_back(std::make_unique<ScoresCommand>());
        list.push_back(std::make_unique<ShowCommand>());
        list.push_back(std::make_unique<DecideCommand>());
        list.push_back(std::make_unique<UndoCommand>(UndoCommand::Direction::Undo));
        list.push_back(std::make_unique<UndoCommand>(UndoCommand::Direction::Redo));
        list.push_back(std::make_unique<MergeCommand>());
        list.push_back(std::make_unique<LedgerCommand>());
        list.push_back(std::make_unique<DatasetsCommand>());
        list.push_back(std::make_unique<StatsCommand>());
        list.push_back(std::make_unique<ModelsCommand>());
        list.push_back(std::make_unique<PricesCommand>());
        list.push_back(std::make_unique<CompareCommand>());
        list.push_back(std::make_unique<SubsetCommand>());
        list.push_back(std::make_unique<TransformCommand>());
        list.push_back(std::make_unique<SuiteCommand>());
        list.push_back(std::make_unique<AnswersCommand>());
        list.push_back(std::make_unique<ImportsCommand>());
        list.push_back(std::make_unique<RenameCommand>());
        list.push_back(std::make_unique<RemoveCommand>());
        list.push_back(std::make_unique<RescoreCommand>());
        list.push_back(std::make_unique<ScorersCommand>());
        list.push_back(std::make_unique<PoliciesCommand>());
        list.push_back(std::make_unique<InsightsCommand>());
        list.push_back(std::make_unique<GapsCommand>());
        list.push_back(std::make_unique<GateCommand>());
        list.push_back(std::make_unique<ExportCommand>());
        list.push_back(std::make_unique<ErrataCommand>());
        list.push_back(std::make_unique<ApplyErrataCommand>());
        list.push_back(std::make_unique<CheckCommand>());
        list.push_back(std::make_unique<RestoreCommand>());
        return list;
    }();
    return all;
}

} // namespace winnow::cli
