// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/checkcommand.h"

#include "core/store/integrity.h"
#include "core/store/salvage.h"

#include <QFileInfo>
#include <QJsonArray>

namespace winnow::cli {

Command::Description CheckCommand::description() const
{
    return {QStringLiteral("check"), QStringLiteral("PROJECT"), QStringLiteral("Checks a project file"),
        {flagOption("repair",
            "put right what is derived; of a damaged file, save all that can be read into a new project "
            "beside"
            " it")}};
}

namespace {

/// A name beside the damaged project that nothing has yet.
QString freeName(const QString& path)
{
    for (int i = 1;; ++i) {
        const QString number = i == 1 ? QString() : QStringLiteral("-%1").arg(i);
        const QString name = path + QStringLiteral(".salvaged") + number + QStringLiteral(".winnow");
        if (!QFileInfo::exists(name) && !QFileInfo::exists(name + QStringLiteral("-images"))
            && !QFileInfo::exists(name + QStringLiteral("-ledger"))) {
            return name;
        }
    }
}

QJsonObject toJson(const SalvagedTable& table)
{
    QJsonObject json{{QStringLiteral("table"), table.name}, {QStringLiteral("rows"), table.rows},
        {QStringLiteral("unverified"), table.unverified}, {QStringLiteral("rebuilt"), table.rebuilt},
        {QStringLiteral("orphaned"), table.orphaned}};
    if (table.expected) {
        json.insert(QStringLiteral("expected"), *table.expected);
    }
    return json;
}

void describe(Context& context, const QString& path, const SalvageReport& report)
{
    context.out << path << " is damaged and was left as it is; "
                << counted(report.rows, "row was", "rows were") << " saved to " << report.target << "\n\n";
    QList<QStringList> rows;
    for (const SalvagedTable& table : report.tables) {
        rows.append({table.name, QString::number(table.rows),
            table.expected ? QString::number(*table.expected) : QString(), QString::number(table.unverified),
            QString::number(table.rebuilt), QString::number(table.orphaned)});
    }
    context.out << table(
        {QStringLiteral("table"), QStringLiteral("saved"), QStringLiteral("of"),
            QStringLiteral("perhaps wrong"), QStringLiteral("in part"), QStringLiteral("left out")},
        rows);
    context.out << counted(report.decisions, "decision, undo or redo", "decisions, undos and redos")
                << ", of them " << report.fromJournal << " that only the journal had\n";
    if (report.changedSamples) {
        context.out << counted(report.changedSamples,
            "sample is not what was imported; import its file again to put that right",
            "samples are not what was imported; import their files again to put that right")
                    << "\n";
    }
    if (report.lostImages) {
        context.out << counted(report.lostImages,
            "embedded image is lost; import the file that held it again",
            "embedded images are lost; import the files that held them again")
                    << "\n";
    }
}

int salvage(Context& context, const QStringList& problems)
{
    const QString path = context.arguments.at(0);
    auto report = salvageProject(path, freeName(path), context.progress);
    if (!report) {
        for (const QString& problem : problems) {
            context.err << "winnow-cli: " << problem << "\n";
        }
        return context.failed(report.error());
    }
    QJsonArray tables;
    for (const SalvagedTable& table : report->tables) {
        tables.append(toJson(table));
    }
    context.print(
        {{QStringLiteral("ok"), false}, {QStringLiteral("problems"), QJsonArray::fromStringList(problems)},
            {QStringLiteral("salvaged_to"), report->target}, {QStringLiteral("rows"), report->rows},
            {QStringLiteral("tables"), tables}, {QStringLiteral("changed_samples"), report->changedSamples},
            {QStringLiteral("images"), report->images}, {QStringLiteral("lost_images"), report->lostImages},
            {QStringLiteral("decisions"), report->decisions},
            {QStringLiteral("decisions_from_journal"), report->fromJournal},
            {QStringLiteral("lost_decisions"), report->lostDecisions}});
    if (!context.json) {
        for (const QString& problem : problems) {
            context.out << "problem: " << problem << "\n";
        }
        describe(context, path, *report);
    }
    return Failed;
}

int print(Context& context, const IntegrityReport& report, bool sound)
{
    context.print({{QStringLiteral("ok"), sound},
        {QStringLiteral("problems"), QJsonArray::fromStringList(report.problems)},
        {QStringLiteral("repaired"), QJsonArray::fromStringList(report.repaired)},
        {QStringLiteral("notes"), QJsonArray::fromStringList(report.notes)},
        {QStringLiteral("missing_image_files"), report.missingImageFiles},
        {QStringLiteral("orphaned_image_blobs"), report.orphanedImageBlobs}});
    if (!context.json) {
        for (const QString& problem : report.problems) {
            context.out << "problem: " << problem << "\n";
        }
        for (const QString& repaired : report.repaired) {
            context.out << "repaired: " << repaired << "\n";
        }
        for (const QString& note : report.notes) {
            context.out << "note: " << note << "\n";
        }
        if (report.missingImageFiles) {
            context.out << counted(report.missingImageFiles, "referenced image file is not where it was",
                "referenced image files are not where they were")
                        << "\n";
        }
        context.out << (sound ? "The project is sound.\n" : "The project has problems.\n");
    }
    return sound ? Done : Failed;
}

} // namespace

int CheckCommand::run(Context& context) const
{
    const QString path = context.arguments.at(0);
    const bool repair = context.isSet("repair");
    // Before anything opens it: opening forgets the damaged part of a log.
    const QStringList damage = damageBeforeOpening(path);
    if (!damage.isEmpty()) {
        if (repair) {
            return salvage(context, damage);
        }
        IntegrityReport report;
        report.problems = damage;
        return print(context, report, false);
    }
    auto project = openProject(context, Project::Mode::Repair);
    if (!project) {
        const bool readable
            = project.error().code == ErrorCode::Damaged || project.error().code == ErrorCode::NotAProject;
        return readable && repair && QFileInfo(path).isFile() && QFileInfo(path).size() > 0
            ? salvage(context, {project.error().message})
            : context.failed(project.error());
    }
    auto report = checkProject(**project, repair, context.progress);
    if (!report) {
        return context.failed(report.error());
    }
    if (!repair || report->problems.isEmpty()) {
        return print(context, *report, report->problems.isEmpty());
    }
    if (report->damagedPages) {
        project->reset();
        return salvage(context, report->problems);
    }
    // Whether it is sound now, another look tells.
    auto after = checkProject(**project, false, context.progress);
    if (!after) {
        return context.failed(after.error());
    }
    return print(context, *report, after->problems.isEmpty());
}

} // namespace winnow::cli
