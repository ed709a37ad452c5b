// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/auditcommands.h"

#include "core/audit/run/auditrunner.h"
#include "core/store/datasetstore.h"

#include <QJsonArray>

namespace winnow::cli {

namespace {

/// "0.05" -> number, "true" -> boolean, anything else -> text.
QJsonValue parameterValue(const QString& text)
{
    bool number = false;
    const double value = text.toDouble(&number);
    if (number) {
        return value;
    }
    if (text == u"true" || text == u"false") {
        return text == u"true";
    }
    return text;
}

QString typeName(ParameterInfo::Type type)
{
    switch (type) {
    case ParameterInfo::Type::Integer:
        return QStringLiteral("integer");
    case ParameterInfo::Type::Real:
        return QStringLiteral("real");
    case ParameterInfo::Type::Boolean:
        return QStringLiteral("boolean");
    case ParameterInfo::Type::Choice:
        return QStringLiteral("choice");
    }
    return {};
}

QJsonObject toJson(const ParameterInfo& parameter)
{
    QJsonObject json{{QStringLiteral("id"), parameter.id}, {QStringLiteral("title"), parameter.title},
        {QStringLiteral("unit"), parameter.unit}, {QStringLiteral("type"), typeName(parameter.type)},
        {QStringLiteral("default"), parameter.defaultValue},
        {QStringLiteral("description"), parameter.description}};
    if (parameter.type == ParameterInfo::Type::Choice) {
        json.insert(QStringLiteral("choices"), QJsonArray::fromStringList(parameter.choices));
    } else if (parameter.type != ParameterInfo::Type::Boolean) {
        json.insert(QStringLiteral("minimum"), parameter.minimum);
        json.insert(QStringLiteral("maximum"), parameter.maximum);
    }
    return json;
}

QJsonObject toJson(const DetectorOutcome& outcome)
{
    QJsonObject kinds;
    for (auto it = outcome.byKind.constBegin(); it != outcome.byKind.constEnd(); ++it) {
        kinds.insert(it.key(), it.value());
    }
    QJsonArray findings;
    for (const DatasetFinding& finding : outcome.findings) {
        findings.append(QJsonObject{{QStringLiteral("id"), finding.id},
            {QStringLiteral("summary"), finding.summary.english()},
            {QStringLiteral("notable"), finding.notable}, {QStringLiteral("details"), finding.details}});
    }
    return {{QStringLiteral("detector"), outcome.detector}, {QStringLiteral("dataset"), outcome.dataset},
        {QStringLiteral("state"), outcomeStateId(outcome.state)},
        {QStringLiteral("message"), outcome.message.english()}, {QStringLiteral("new"), outcome.added},
        {QStringLiteral("kept"), outcome.kept}, {QStringLiteral("resolved"), outcome.resolved},
        {QStringLiteral("by_kind"), kinds}, {QStringLiteral("findings"), findings},
        {QStringLiteral("notes"), QJsonArray::fromStringList(outcome.notes.english())},
        {QStringLiteral("seconds"), outcome.seconds}};
}

} // namespace

Command::Description AuditCommand::description() const
{
    return {QStringLiteral("audit"), QStringLiteral("PROJECT"),
        QStringLiteral("Runs detectors and prints new, kept and resolved flags"),
        {valueOption("detector", "only this detector; may be given again", "ID"),
            valueOption("dataset", "only this dataset; may be given again", "NAME"),
            valueOption("preset", "a published recipe; \"winnow-cli detectors\" lists them", "NAME"),
            valueOption("set", "a parameter; may be given again", "DETECTOR.PARAMETER=VALUE")}};
}

int AuditCommand::run(Context& context) const
{
    AuditRequest request;
    request.detectors = context.values("detector");
    request.preset = context.value("preset");
    for (const QString& setting : context.values("set")) {
        const qsizetype equals = setting.indexOf(u'=');
        if (equals <= 0 || !setting.left(equals).contains(u'.')) {
            return context.usage(
                QStringLiteral("--set takes DETECTOR.PARAMETER=VALUE, not \"%1\"").arg(setting));
        }
        request.settings.insert(setting.left(equals), parameterValue(setting.mid(equals + 1)));
    }
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    for (const QString& name : context.values("dataset")) {
        auto dataset = (*project)->read([&](sqlite::Connection& c) { return DatasetStore(c).byName(name); });
        if (!dataset) {
            return context.failed(dataset.error());
        }
        if (!*dataset) {
            return context.failed(
                {ErrorCode::NotFound, QStringLiteral("There is no dataset \"%1\"").arg(name),
                    QStringLiteral("\"winnow-cli stats\" lists the datasets")});
        }
        request.datasets.append((*dataset)->id);
    }
    auto report = AuditRunner(**project).run(request, context.progress);
    if (!report) {
        return context.failed(report.error());
    }
    QJsonArray outcomes;
    QMap<QString, qint64> kinds;
    for (const DetectorOutcome& outcome : report->outcomes) {
        outcomes.append(toJson(outcome));
        for (auto it = outcome.byKind.constBegin(); it != outcome.byKind.constEnd(); ++it) {
            kinds[it.key()] += it.value();
        }
    }
    QJsonObject byKind;
    QList<QStringList> rows;
    for (auto it = kinds.constBegin(); it != kinds.constEnd(); ++it) {
        byKind.insert(it.key(), it.value());
    }
    context.print({{QStringLiteral("new"), report->added}, {QStringLiteral("kept"), report->kept},
        {QStringLiteral("resolved"), report->resolved}, {QStringLiteral("by_kind"), byKind},
        {QStringLiteral("runs"), outcomes}});
    if (!context.json) {
        for (const DetectorOutcome& outcome : report->outcomes) {
            const bool done = outcome.state == DetectorOutcome::State::Done;
            rows.append({outcome.dataset, outcome.detector, done ? QString::number(outcome.added) : QString(),
                done ? QString::number(outcome.kept) : QString(),
                done ? QString::number(outcome.resolved) : QString(),
                done ? QString() : outcome.message.english()});
        }
        context.out << table(
            {QStringLiteral("dataset"), QStringLiteral("detector"), QStringLiteral("new"),
                QStringLiteral("kept"), QStringLiteral("resolved"), QStringLiteral("not run because")},
            rows) << "\n";
        for (const DetectorOutcome& outcome : report->outcomes) {
            for (const DatasetFinding& finding : outcome.findings) {
                context.out << outcome.dataset << ": " << finding.summary.english() << "\n";
            }
        }
        // What several detectors say of the same responses is said once.
        QStringList notes;
        QHash<QString, QStringList> sayers;
        for (const DetectorOutcome& outcome : report->outcomes) {
            for (const Sentence& note : outcome.notes) {
                const QString line = outcome.dataset + QStringLiteral(": ") + note.english();
                if (!sayers.contains(line)) {
                    notes.append(line);
                }
                sayers[line].append(outcome.detector);
            }
        }
        for (const QString& line : std::as_const(notes)) {
            context.out << line << " (" << sayers.value(line).join(QStringLiteral(", ")) << ")\n";
        }
        QList<QStringList> kindRows;
        for (auto it = kinds.constBegin(); it != kinds.constEnd(); ++it) {
            kindRows.append({it.key(), QString::number(it.value())});
        }
        context.out << "\n" << table({QStringLiteral("kind"), QStringLiteral("flags")}, kindRows);
        context.out << "\nNew " << report->added << ", kept " << report->kept << ", resolved "
                    << report->resolved << "\n";
    }
    return report->anyFailed() ? Failed : Done;
}

Command::Description DetectorsCommand::description() const
{
    return {QStringLiteral("detectors"), QString(),
        QStringLiteral("Lists the detectors with what they need, their parameters and the presets"), {}};
}

int DetectorsCommand::run(Context& context) const
{
    QJsonArray detectors;
    for (const auto& detector : DetectorRegistry::instance().detectors()) {
        const DetectorInfo& info = detector->info();
        QJsonArray needs, parameters;
        QStringList needTitles;
        for (const Requirement& requirement : info.requirements) {
            needs.append(QJsonObject{{QStringLiteral("id"), needId(requirement.need)},
                {QStringLiteral("models"), requirement.models},
                {QStringLiteral("title"), needTitle(requirement).english()}});
            needTitles.append(needTitle(requirement).english());
        }
        for (const ParameterInfo& parameter : info.parameters) {
            parameters.append(toJson(parameter));
        }
        detectors.append(QJsonObject{{QStringLiteral("id"), info.id},
            {QStringLiteral("version"), info.version}, {QStringLiteral("title"), info.title},
            {QStringLiteral("description"), info.description}, {QStringLiteral("source"), info.source},
            {QStringLiteral("kinds"), QJsonArray::fromStringList(info.kinds)},
            {QStringLiteral("needs"), needs}, {QStringLiteral("parameters"), parameters}});
        if (!context.json) {
            context.out << info.id << "  (" << info.title << ")\n  " << info.description
                        << "\n  Source: " << info.source
                        << "\n  Raises: " << info.kinds.join(QStringLiteral(", ")) << "\n  Needs: "
                        << (needTitles.isEmpty() ? QStringLiteral("nothing but samples")
                                                 : needTitles.join(QStringLiteral("; ")))
                        << "\n";
            for (const ParameterInfo& parameter : info.parameters) {
                context.out << "    " << info.id << "." << parameter.id << " = "
                            << parameter.defaultValue.toVariant().toString()
                            << (parameter.unit.isEmpty() ? QString() : u' ' + parameter.unit) << "  "
                            << parameter.title << ". " << parameter.description << "\n";
            }
            context.out << "\n";
        }
    }
    QJsonArray presets;
    for (const AuditPreset& preset : DetectorRegistry::presets()) {
        presets.append(QJsonObject{{QStringLiteral("id"), preset.id}, {QStringLiteral("title"), preset.title},
            {QStringLiteral("description"), preset.description},
            {QStringLiteral("settings"), preset.settings}});
        if (!context.json) {
            context.out << "preset " << preset.id << "  (" << preset.title << ")\n  " << preset.description
                        << "\n";
        }
    }
    context.print({{QStringLiteral("detectors"), detectors}, {QStringLiteral("presets"), presets}});
    return Done;
}

} // namespace winnow::cli
