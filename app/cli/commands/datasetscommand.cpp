// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/datasetscommand.h"

#include "core/curate/datasetsettings.h"
#include "core/store/datasetstore.h"

#include <QJsonArray>

namespace winnow::cli {

namespace {

QJsonObject toJson(const DatasetSettings& dataset)
{
    return {{QStringLiteral("dataset"), dataset.dataset}, {QStringLiteral("samples"), dataset.samples},
        {QStringLiteral("known_as"), dataset.knownAs},
        {QStringLiteral("known"),
            dataset.known ? QJsonValue(QString::fromLatin1(dataset.known->key)) : QJsonValue()},
        {QStringLiteral("capabilities"), QJsonArray::fromStringList(dataset.capabilities)},
        {QStringLiteral("scorer"), dataset.scorer},
        {QStringLiteral("scorer_reason"), dataset.scorerReason.english()},
        {QStringLiteral("tau"), dataset.blindHits}, {QStringLiteral("tau_mcq"), dataset.blindHitsOfChoices},
        {QStringLiteral("prompt"),
            QJsonObject{{QStringLiteral("prefix"), dataset.prompt.prefix},
                {QStringLiteral("suffix_choices"), dataset.prompt.suffixOfChoices},
                {QStringLiteral("suffix_open"), dataset.prompt.suffixOfOpen}}},
        {QStringLiteral("example_prompt"),
            promptText(
                dataset.prompt, dataset.example.hint, dataset.example.question, dataset.example.options)}};
}

QJsonArray toJson(const SuiteCoverage& suite)
{
    QJsonArray parts;
    for (const SuiteCoverage::Part& part : suite.parts) {
        QJsonArray here, missing;
        for (const SuiteCoverage::Entry& entry : part.entries) {
            (entry.datasets.isEmpty() ? missing : here).append(QString::fromLatin1(entry.known->key));
        }
        parts.append(QJsonObject{{QStringLiteral("capability"), QString::fromLatin1(part.capability->key)},
            {QStringLiteral("here"), here}, {QStringLiteral("missing"), missing}});
    }
    return parts;
}

void print(QTextStream& out, const QVector<DatasetSettings>& datasets)
{
    QList<QStringList> rows;
    const auto orDash = [](const QString& text) { return text.isEmpty() ? QStringLiteral("-") : text; };
    const auto hits = [&](int number) { return orDash(number > 0 ? QString::number(number) : QString()); };
    for (const DatasetSettings& dataset : datasets) {
        rows.append({dataset.dataset, QString::number(dataset.samples),
            orDash(dataset.known ? QString::fromUtf8(dataset.known->name) : QString()),
            orDash(dataset.capabilities.join(QStringLiteral(", "))), orDash(dataset.scorer),
            hits(dataset.blindHits), hits(dataset.blindHitsOfChoices)});
    }
    out << table({QStringLiteral("dataset"), QStringLiteral("samples"), QStringLiteral("known as"),
                     QStringLiteral("capability"), QStringLiteral("scorer"), QStringLiteral("tau"),
                     QStringLiteral("tau mcq")},
        rows);
    for (const DatasetSettings& dataset : datasets) {
        if (!dataset.scorerReason.isEmpty()) {
            out << dataset.dataset << ": scorer " << orDash(dataset.scorer) << ", "
                << dataset.scorerReason.english() << '\n';
        }
    }
}

void print(QTextStream& out, const SuiteCoverage& suite)
{
    out << "\nDatBench suite: " << suite.here << " of " << suite.of << " datasets\n";
    QList<QStringList> rows;
    for (const SuiteCoverage::Part& part : suite.parts) {
        QStringList missing;
        for (const SuiteCoverage::Entry& entry : part.entries) {
            if (entry.datasets.isEmpty()) {
                missing.append(QString::fromUtf8(entry.known->name));
            }
        }
        rows.append({QString::fromLatin1(part.capability->key),
            QStringLiteral("%1 of %2").arg(part.here).arg(part.entries.size()),
            missing.isEmpty() ? QStringLiteral("-") : missing.join(QStringLiteral(", "))});
    }
    out << table({QStringLiteral("capability"), QStringLiteral("here"), QStringLiteral("not here")}, rows);
}

Result<> change(sqlite::Connection& connection, const QString& name, const QStringList& changes)
{
    const auto dataset = DatasetStore(connection).byName(name);
    if (!dataset) {
        return fail(ErrorCode::NotFound, QStringLiteral("There is no dataset \"%1\"").arg(name));
    }
    for (const QString& text : changes) {
        const qsizetype equals = text.indexOf(u'=');
        const QString field = text.left(equals).trimmed();
        const QString value = text.mid(equals + 1);
        // Blanks and line ends of a prompt are what the model sees.
        const bool asItIs = field.startsWith(QStringLiteral("prompt_"));
        WINNOW_TRY(changeDatasetSetting(connection, dataset->id, field, asItIs ? value : value.trimmed()));
    }
    return {};
}

} // namespace

Command::Description DatasetsCommand::description() const
{
    return {QStringLiteral("datasets"), QStringLiteral("PROJECT"),
        QStringLiteral("Lists the datasets with what is set for them, and which of the DatBench suite there "
                       "are"),
        {valueOption("dataset", "the one that --set changes", "NAME"),
            valueOption("set",
                "capability, known_as (one of the suite, none, or empty: by its name), scorer, tau, tau_mcq, "
                "prompt_prefix, prompt_suffix_choices or prompt_suffix_open; may be given again",
                "FIELD=VALUE")}};
}

int DatasetsCommand::run(Context& context) const
{
    if (context.isSet("set") != context.isSet("dataset")) {
        return context.usage(QStringLiteral("--dataset NAME and --set FIELD=VALUE go together"));
    }
    const QStringList changes = context.values("set");
    for (const QString& text : changes) {
        if (text.indexOf(u'=') <= 0) {
            return context.usage(QStringLiteral("--set takes FIELD=VALUE, not \"%1\"").arg(text));
        }
    }
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    if (!changes.isEmpty()) {
        const auto done = (*project)->write({.parts = ChangeSet::Samples, .samples = {}},
            [&](sqlite::Connection& c) -> Result<> { return change(c, context.value("dataset"), changes); });
        if (!done) {
            return context.failed(done.error());
        }
    }
    const auto datasets = (*project)->read([](sqlite::Connection& c) { return readDatasetSettings(c); });
    if (!datasets) {
        return context.failed(datasets.error());
    }
    const SuiteCoverage suite = suiteCoverage(*datasets);
    QJsonArray rows;
    for (const DatasetSettings& dataset : *datasets) {
        rows.append(toJson(dataset));
    }
    context.print({{QStringLiteral("datasets"), rows}, {QStringLiteral("suite"), toJson(suite)}});
    if (!context.json) {
        print(context.out, *datasets);
        print(context.out, suite);
    }
    return Done;
}

} // namespace winnow::cli
