// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/importscommand.h"

#include "core/store/datasetstore.h"
#include "core/store/importstore.h"
#include "core/store/importundo.h"

#include <QJsonArray>

namespace winnow::cli {

namespace {

int undo(Context& context, Project& project)
{
    bool number = false;
    const qint64 id = context.value("undo").toLongLong(&number);
    if (!number) {
        return context.failed(fail(ErrorCode::InvalidInput,
            QStringLiteral("\"%1\" is no number of an import").arg(context.value("undo")),
            QStringLiteral("\"winnow-cli imports P\" lists them"))
                                  .value());
    }
    const auto done = undoImport(project, {id});
    if (!done) {
        return context.failed(done.error());
    }
    context.print({{QStringLiteral("file"), done->file}, {QStringLiteral("dataset"), done->dataset},
        {QStringLiteral("removed"), done->removed}, {QStringLiteral("restored"), done->restored},
        {QStringLiteral("runs"), done->runs}, {QStringLiteral("dataset_removed"), done->datasetRemoved}});
    if (!context.json) {
        context.out << "Undone: " << done->file << "\n  samples: " << done->removed << " removed, "
                    << done->restored << " as before\n  runs: " << done->runs << " as before\n";
        if (done->datasetRemoved) {
            context.out << "  " << done->dataset << " is gone with it\n";
        }
    }
    return Done;
}

} // namespace

Command::Description ImportsCommand::description() const
{
    return {QStringLiteral("imports"), QStringLiteral("PROJECT"),
        QStringLiteral("What was imported; takes one import back"),
        {valueOption("undo", "takes back all that this import brought", "ID")}};
}

int ImportsCommand::run(Context& context) const
{
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    if (context.isSet("undo")) {
        return undo(context, **project);
    }
    struct Listed {
        ImportRecord record;
        QString dataset;
    };
    const auto imports = (*project)->read([](sqlite::Connection& c) {
        QVector<Listed> all;
        DatasetStore datasets(c);
        for (const ImportRecord& record : ImportStore(c).all()) {
            const auto dataset = datasets.byId(record.datasetId);
            all.append({record, dataset ? dataset->name : QString()});
        }
        return all;
    });
    if (!imports) {
        return context.failed(imports.error());
    }
    QJsonArray array;
    QList<QStringList> rows;
    for (const auto& [record, dataset] : *imports) {
        array.append(QJsonObject{{QStringLiteral("id"), record.id.value},
            {QStringLiteral("file"), record.file}, {QStringLiteral("role"), record.role},
            {QStringLiteral("dataset"), dataset}, {QStringLiteral("added"), record.added},
            {QStringLiteral("changed"), record.changed}, {QStringLiteral("unchanged"), record.unchanged},
            {QStringLiteral("rejected"), record.rejected}, {QStringLiteral("at"), record.finishedAt},
            {QStringLiteral("undone"), record.undone}});
        rows.append({QString::number(record.id.value), record.role, dataset, QString::number(record.added),
            QString::number(record.changed), QString::number(record.unchanged),
            QString::number(record.rejected), record.undone ? QStringLiteral("undone") : QString(),
            record.file});
    }
    context.print({{QStringLiteral("imports"), array}});
    if (!context.json) {
        context.out << table(
            {QStringLiteral("id"), QStringLiteral("told"), QStringLiteral("dataset"), QStringLiteral("added"),
                QStringLiteral("changed"), QStringLiteral("as before"), QStringLiteral("rejected"), QString(),
                QStringLiteral("file")},
            rows);
    }
    return Done;
}

} // namespace winnow::cli
