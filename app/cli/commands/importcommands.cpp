// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/importcommands.h"

#include "core/import/importer.h"
#include "core/import/importjob.h"
#include "core/import/importremedy.h"
#include "core/import/judgementimport.h"
#include "core/import/recordformat.h"
#include "core/import/savedmapping.h"
#include "core/store/settingsstore.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QSaveFile>

namespace winnow::cli {

namespace {

QJsonObject toJson(const ImportIssue& issue)
{
    return {{QStringLiteral("severity"), importSeverityId(issue.severity)},
        {QStringLiteral("file"), issue.file}, {QStringLiteral("line"), issue.line},
        {QStringLiteral("column"), issue.column}, {QStringLiteral("found"), issue.found.english()},
        {QStringLiteral("expected"), issue.expected.english()}, {QStringLiteral("sample"), issue.sampleKey}};
}

QJsonObject toJson(const ImportCounts& counts)
{
    return {{QStringLiteral("added"), counts.added}, {QStringLiteral("changed"), counts.changed},
        {QStringLiteral("unchanged"), counts.unchanged}};
}

/// Null unless the import made a known dataset.
QJsonValue toJson(const DatasetProposal& proposal)
{
    if (!proposal.known) {
        return {};
    }
    return QJsonObject{{QStringLiteral("dataset"), QString::fromLatin1(proposal.known->key)},
        {QStringLiteral("capability"), proposal.capability}, {QStringLiteral("scorer"), proposal.scorer},
        {QStringLiteral("tau"), proposal.blindHits},
        {QStringLiteral("tau_mcq"), proposal.blindHitsOfChoices}};
}

QJsonObject toJson(const ImportReport& report)
{
    QJsonArray runs, issues;
    for (const ImportedRun& run : report.runs) {
        runs.append(QJsonObject{{QStringLiteral("model"), run.model},
            {QStringLiteral("condition"), conditionId(run.condition)},
            {QStringLiteral("setting"), run.setting}, {QStringLiteral("responses"), run.responses},
            {QStringLiteral("missing"), run.missing}});
    }
    for (const ImportIssue& issue : report.issues) {
        issues.append(toJson(issue));
    }
    return {{QStringLiteral("file"), report.file}, {QStringLiteral("format"), report.format},
        {QStringLiteral("dataset"), report.dataset}, {QStringLiteral("known"), toJson(report.proposal)},
        {QStringLiteral("mapping"), report.mapping.toJson()},
        {QStringLiteral("samples"), toJson(report.samples)},
        {QStringLiteral("responses"), toJson(report.responses)},
        {QStringLiteral("rotations"), report.rotations}, {QStringLiteral("images"), report.images},
        {QStringLiteral("images_missing"), report.imagesMissing},
        {QStringLiteral("images_refused"), report.imagesRefused},
        {QStringLiteral("images_unreadable"), report.imagesUnreadable},
        {QStringLiteral("missing_responses"), report.missingResponses},
        {QStringLiteral("rejected"), report.rejected}, {QStringLiteral("warnings"), report.warnings},
        {QStringLiteral("notes"), report.notes}, {QStringLiteral("runs"), runs},
        {QStringLiteral("messages"), QJsonArray::fromStringList(report.messages.english())},
        {QStringLiteral("issues"), issues}};
}

/// How a guess that the report tells of is put right.
const QString kGuessOptions = QStringLiteral("(to say otherwise: --as, --map FIELD=COLUMN, --model, "
                                             "--condition, --condition-map THEIRS=OURS, --model-map "
                                             "THEIRS=OURS, --images, --capability, --scorer, --tau)");

/// The option by which the command line does what an error advises.
QString optionFor(ImportRemedy remedy)
{
    switch (remedy) {
    case ImportRemedy::CheckFile:
        return QStringLiteral("winnow-cli lint FILE");
    case ImportRemedy::ReplyColumn:
        return QStringLiteral("--map response=COLUMN");
    case ImportRemedy::Columns:
        return QStringLiteral("--map FIELD=COLUMN");
    case ImportRemedy::KeyColumn:
        return QStringLiteral("--map index=COLUMN");
    case ImportRemedy::WhichDataset:
        return QStringLiteral("--dataset NAME");
    case ImportRemedy::OtherDataset:
        return QStringLiteral("--dataset NAME, --map index=COLUMN");
    case ImportRemedy::ReplyNotKey:
        return QStringLiteral("--map response=COLUMN, --map prediction=COLUMN");
    }
    return {};
}

Error withOption(Error error)
{
    if (const auto remedy = importRemedyOf(error)) {
        error.remedy += QStringLiteral(" (%1)").arg(optionFor(*remedy));
    }
    return error;
}

void print(QTextStream& out, const ImportReport& report)
{
    out << report.file << " (" << report.format << ") -> " << report.dataset << "\n";
    const auto line = [&](const char* what, const ImportCounts& counts) {
        if (counts.total()) {
            out << "  " << what << ": " << counts.added << " added, " << counts.changed << " changed, "
                << counts.unchanged << " as before\n";
        }
    };
    line("samples", report.samples);
    line("responses", report.responses);
    const auto number = [&](const char* what, qint64 count) {
        if (count) {
            out << "  " << what << ": " << count << "\n";
        }
    };
    number("rotations", report.rotations);
    number("images", report.images);
    number("images missing", report.imagesMissing);
    number("images refused", report.imagesRefused);
    number("images unreadable", report.imagesUnreadable);
    number("missing responses", report.missingResponses);
    number("rejected records", report.rejected);
    number("warnings", report.warnings);
    for (const Sentence& message : report.messages) {
        out << "  " << message.english() << "\n";
    }
    if (!report.messages.isEmpty()) {
        out << "  " << kGuessOptions << "\n";
    }
    constexpr qsizetype kShown = 10;
    for (const ImportIssue& issue : report.issues.mid(0, kShown)) {
        out << "  " << importSeverityId(issue.severity) << " at line " << issue.line
            << (issue.column.isEmpty() ? QString() : QStringLiteral(", column ") + issue.column)
            << ": found \"" << issue.found.english() << "\", expected " << issue.expected.english() << "\n";
    }
    if (report.issues.size() > kShown) {
        out << "  … --report FILE.csv writes all issues\n";
    }
}

QJsonObject toJson(const JudgementReport& report)
{
    QJsonObject flags;
    QJsonArray issues;
    for (auto it = report.flags.constBegin(); it != report.flags.constEnd(); ++it) {
        flags.insert(it.key(), it.value());
    }
    for (const ImportIssue& issue : report.issues) {
        issues.append(toJson(issue));
    }
    return {{QStringLiteral("file"), report.file}, {QStringLiteral("format"), QStringLiteral("judgements")},
        {QStringLiteral("dataset"), report.dataset}, {QStringLiteral("judge"), report.judge},
        {QStringLiteral("judgements"), report.judgements}, {QStringLiteral("sound"), report.sound},
        {QStringLiteral("by_kind"), flags}, {QStringLiteral("new"), report.added},
        {QStringLiteral("kept"), report.kept}, {QStringLiteral("resolved"), report.resolved},
        {QStringLiteral("rejected"), report.rejected}, {QStringLiteral("issues"), issues}};
}

void print(QTextStream& out, const JudgementReport& report)
{
    out << report.file << " (judgements by " << report.judge << ") -> " << report.dataset << "\n  "
        << counted(report.judgements, "judgement", "judgements")
        << ", finding the sample sound: " << report.sound << "\n";
    for (auto it = report.flags.constBegin(); it != report.flags.constEnd(); ++it) {
        out << "  " << it.key() << ": " << it.value() << "\n";
    }
    out << "  flags: " << report.added << " new, " << report.kept << " kept, " << report.resolved
        << " resolved\n";
    if (report.rejected) {
        out << "  rejected records: " << report.rejected << "\n";
    }
}

/// A cancelled import says what became of the others that were asked for with it.
Error cancelledOr(const Error& error, qsizetype imported)
{
    if (error.code != ErrorCode::Cancelled) {
        return withOption(error);
    }
    return {ErrorCode::Cancelled,
        imported == 0 ? QStringLiteral("cancelled; nothing was imported")
                      : QStringLiteral("cancelled; before it %1 imported")
                            .arg(counted(imported, "file was", "files were")),
        {}};
}

/// What was named, and of what holds several datasets each of them, or the one that --dataset names. Archives
/// stay unpacked as long as `opened` is kept.
Result<QStringList> partsOf(Context& context, std::vector<RecordFiles>& opened)
{
    QStringList paths;
    ReadLimits limits;
    limits.progress = &context.progress;
    for (const QString& file : context.arguments.mid(1)) {
        auto files = recordFiles(file, limits);
        // What cannot be read is told by its own import.
        QStringList parts = files ? files->parts : QStringList();
        if (const QString dataset = context.value("dataset"); !parts.isEmpty() && !dataset.isEmpty()) {
            parts.removeIf([&](const QString& part) { return !part.endsWith(u'/' + dataset); });
            if (parts.size() != 1) {
                return severalDatasets(file, files->parts);
            }
        }
        paths += parts.isEmpty() ? QStringList{file} : parts;
        if (files) {
            opened.push_back(std::move(*files));
        }
    }
    return paths;
}

/// "field=column" pairs; nullopt names the first that is none.
std::optional<QString> readPairs(const QStringList& texts, QVector<std::pair<QString, QString>>& pairs)
{
    for (const QString& text : texts) {
        const qsizetype equals = text.indexOf(u'=');
        if (equals <= 0) {
            return text;
        }
        pairs.append({text.left(equals).trimmed(), text.mid(equals + 1).trimmed()});
    }
    return std::nullopt;
}

} // namespace

Command::Description ImportCommand::description() const
{
    return {QStringLiteral("import"), QStringLiteral("PROJECT FILE|FOLDER|ZIP..."),
        QStringLiteral(
            "Imports samples, responses or judgements; guesses the format and the mapping when not told"),
        {valueOption("as", "samples, responses or judgements", "ROLE"),
            valueOption("format", "\"winnow-cli formats\" lists the formats", "ID"),
            valueOption("dataset", "the dataset to import into", "NAME"),
            valueOption("capability",
                "the capability of the samples; empty: as in the file, also for a known dataset", "NAME"),
            valueOption("model", "the model of responses that do not name one", "NAME"),
            valueOption("condition", qPrintable(conditionList()), "C"),
            valueOption("setting", "tells this run from others of the same model and condition", "TEXT"),
            valueOption(
                "attempt", "which of several tries this is, from 1, where the file does not say it", "N"),
            valueOption("mapping",
                "a saved mapping, by its name or as a file; what else is said goes before it", "NAME|FILE"),
            valueOption("save-mapping",
                "saves which column is what and the words for conditions and models, once imported",
                "NAME|FILE"),
            valueOption(
                "map", "which column feeds a field; empty column = none; may be given again", "FIELD=COLUMN"),
            valueOption(
                "condition-map", "what the file calls a condition; may be given again", "THEIRS=OURS"),
            valueOption("model-map", "what the file calls a model; may be given again", "THEIRS=OURS"),
            valueOption("judge",
                "also reads who judged the samples in the same file to be wrong, ambiguous or unreadable, as "
                "judgements of this name",
                "NAME"),
            valueOption("images", "the folder that image paths are relative to", "DIR"),
            valueOption("scorer",
                "how responses without a score are scored; empty: by the kind of sample, not as is usual for "
                "a known dataset",
                "ID"),
            valueOption("tau", "blind cut-off of a known dataset's open questions, in models; 0 = none", "N"),
            valueOption("tau-mcq", "the same of its multiple choice", "N"),
            valueOption("report", "writes all issues as CSV", "FILE.csv")}};
}

int ImportCommand::run(Context& context) const
{
    ImportRequest request;
    if (context.isSet("as")) {
        const QString role = context.value("as");
        if (role == u"samples") {
            request.role = ImportRole::Samples;
        } else if (role == u"responses") {
            request.role = ImportRole::Responses;
        } else if (role != u"judgements") {
            return context.usage(QStringLiteral("--as takes samples, responses or judgements"));
        }
    }
    if (context.isSet("condition")) {
        request.condition = conditionFromId(context.value("condition"));
        if (!request.condition) {
            return context.usage(QStringLiteral("--condition takes ") + conditionList());
        }
    }
    request.format = context.value("format");
    if (!request.format.isEmpty() && !importerById(request.format)) {
        QStringList ids;
        for (const auto& importer : importers()) {
            ids.append(importer->id());
        }
        return context.usage(QStringLiteral("there is no format \"%1\"; the formats are %2")
                                 .arg(request.format, ids.join(QStringLiteral(", "))));
    }
    request.dataset = context.value("dataset");
    if (context.isSet("capability")) {
        request.capability = context.value("capability");
    }
    request.model = context.value("model");
    request.judge = context.value("judge");
    if (!request.judge.isEmpty() && context.value("as") == u"judgements") {
        return context.usage(QStringLiteral(
            "--judge is for files that give more than judgements; with --as judgements the name "
            "is --model"));
    }
    request.setting = context.value("setting");
    if (context.isSet("attempt")) {
        request.attempt = context.value("attempt").toInt();
        if (*request.attempt < 1) {
            return context.usage(QStringLiteral("--attempt takes a whole number from 1"));
        }
    }
    request.imagesDir = context.value("images");
    if (context.isSet("scorer")) {
        request.scorer = context.value("scorer");
    }
    for (const auto& [option, hits] :
        {std::pair("tau", &request.blindHits), {"tau-mcq", &request.blindHitsOfChoices}}) {
        if (!context.isSet(option)) {
            continue;
        }
        if (!checkSetting(settingInfo(Setting::BlindHits), context.value(option))) {
            return context.usage(QStringLiteral("--%1 takes a number of models").arg(QLatin1String(option)));
        }
        *hits = context.value(option).toInt();
    }
    if (const auto wrong = readPairs(context.values("map"), request.map)) {
        return context.usage(QStringLiteral("--map takes FIELD=COLUMN, not \"%1\"").arg(*wrong));
    }
    if (const auto wrong = readPairs(context.values("condition-map"), request.conditionMap)) {
        return context.usage(QStringLiteral("--condition-map takes THEIRS=OURS, not \"%1\"").arg(*wrong));
    }
    for (const auto& [theirs, ours] : request.conditionMap) {
        if (!conditionFromId(ours)) {
            return context.usage(QStringLiteral("--condition-map: \"%1\" is no condition; they are %2")
                                     .arg(ours, conditionList()));
        }
    }
    if (const auto wrong = readPairs(context.values("model-map"), request.modelMap)) {
        return context.usage(QStringLiteral("--model-map takes THEIRS=OURS, not \"%1\"").arg(*wrong));
    }
    if (context.isSet("mapping")) {
        const auto saved = readMapping(context.value("mapping"));
        if (!saved) {
            return context.failed(saved.error());
        }
        applyMapping(*saved, request);
    }
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    QJsonArray reports;
    QVector<ImportIssue> issues;
    qint64 rejected = 0;
    std::vector<RecordFiles> opened;
    const auto files = partsOf(context, opened);
    if (!files) {
        return context.failed(withOption(files.error()));
    }
    for (const QString& file : *files) {
        request.file = file;
        if (context.value("as") == u"judgements") {
            auto report = importJudgements(**project, request, context.progress);
            if (!report) {
                return context.failed(cancelledOr(report.error(), reports.size()));
            }
            rejected += report->rejected;
            issues += report->issues;
            reports.append(toJson(*report));
            if (!context.json) {
                print(context.out, *report);
            }
            continue;
        }
        auto report = runImport(**project, request, context.progress);
        if (!report) {
            return context.failed(cancelledOr(report.error(), reports.size()));
        }
        if (context.isSet("save-mapping")) {
            const QString path = context.value("save-mapping");
            const auto saved = savedMappingOf(QFileInfo(path).completeBaseName(), request, report->mapping);
            if (auto written = writeMapping(path, saved); !written) {
                return context.failed(written.error());
            }
        }
        rejected += report->rejected + (report->judgements ? report->judgements->rejected : 0);
        QJsonObject told = toJson(*report);
        if (report->judgements) {
            told.insert(QStringLiteral("judgements"), toJson(*report->judgements));
        }
        reports.append(told);
        auto all = (*project)->read([&](sqlite::Connection& c) { return ImportStore(c).issues(report->id); });
        if (all) {
            issues += *all;
        }
        if (!context.json) {
            print(context.out, *report);
            if (report->judgements) {
                print(context.out, *report->judgements);
            }
        }
    }
    if (context.isSet("report")) {
        QSaveFile file(context.value("report"));
        const QByteArray csv = issuesToCsv(issues);
        if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size() || !file.commit()) {
            return context.failed({ErrorCode::Io,
                QStringLiteral("%1 cannot be written: %2").arg(context.value("report"), file.errorString()),
                QStringLiteral("Choose another place; the issues are in the project as well")});
        }
    }
    context.print({{QStringLiteral("imports"), reports}, {QStringLiteral("rejected"), rejected}});
    return rejected ? SomeRejected : Done;
}

Command::Description FormatsCommand::description() const
{
    return {QStringLiteral("formats"), QString(),
        QStringLiteral("Lists the formats that can be imported and the fields that can be mapped"), {}};
}

int FormatsCommand::run(Context& context) const
{
    QJsonArray formats, fields;
    QList<QStringList> rows, fieldRows;
    for (const auto& importer : importers()) {
        formats.append(
            QJsonObject{{QStringLiteral("id"), importer->id()}, {QStringLiteral("title"), importer->title()},
                {QStringLiteral("description"), importer->description()},
                {QStringLiteral("reads"), importer->reads()}});
        rows.append({importer->id(), importer->reads(), importer->description()});
    }
    for (const ImportField& field : importFields()) {
        fields.append(QJsonObject{{QStringLiteral("id"), field.id},
            {QStringLiteral("title"), QString::fromUtf8(field.title)},
            {QStringLiteral("several_columns"), field.many},
            {QStringLiteral("of_response"), field.ofResponse}});
        fieldRows.append({field.id, field.ofResponse ? QStringLiteral("response") : QStringLiteral("sample"),
            QString::fromUtf8(field.title)});
    }
    QJsonArray files;
    QList<QStringList> fileRows;
    for (const auto& format : recordFormats()) {
        files.append(
            QJsonObject{{QStringLiteral("id"), format->id()}, {QStringLiteral("title"), format->title()},
                {QStringLiteral("suffixes"), QJsonArray::fromStringList(format->suffixes())}});
        if (!format->suffixes().isEmpty()) {
            fileRows.append({format->title(), format->suffixes().join(QStringLiteral(", "))});
        }
    }
    context.print({{QStringLiteral("formats"), formats}, {QStringLiteral("files"), files},
        {QStringLiteral("fields"), fields}});
    if (!context.json) {
        context.out << table(
            {QStringLiteral("format"), QStringLiteral("reads"), QStringLiteral("what it is")}, rows)
                    << "\n"
                    << table({QStringLiteral("file"), QStringLiteral("usual endings")}, fileRows) << "\n"
                    << table({QStringLiteral("field"), QStringLiteral("of"),
                                 QStringLiteral("for --map FIELD=COLUMN")},
                           fieldRows);
    }
    return Done;
}

Command::Description MappingsCommand::description() const
{
    return {QStringLiteral("mappings"), QString(),
        QStringLiteral("Lists the mappings that were saved, for import --mapping NAME"), {}};
}

int MappingsCommand::run(Context& context) const
{
    QJsonArray list;
    QList<QStringList> rows;
    for (const QString& name : savedMappingNames()) {
        const auto saved = readMapping(name);
        if (!saved) {
            return context.failed(saved.error());
        }
        QStringList fields;
        for (auto it = saved->mapping.fields.constBegin(); it != saved->mapping.fields.constEnd(); ++it) {
            fields.append(importField(it.key()).id + u'=' + it->columns.join(u','));
        }
        list.append(QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("file"), mappingPath(name)},
            {QStringLiteral("mapping"), saved->mapping.toJson()}});
        rows.append({name, fields.join(u' ')});
    }
    context.print({{QStringLiteral("mappings"), list}, {QStringLiteral("folder"), mappingFolder()}});
    if (!context.json) {
        context.out << (rows.isEmpty()
                ? QStringLiteral("No mapping is saved in %1 (import … --save-mapping NAME)\n")
                      .arg(mappingFolder())
                : table({QStringLiteral("mapping"), QStringLiteral("columns")}, rows));
    }
    return Done;
}

} // namespace winnow::cli
