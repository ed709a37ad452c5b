// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/democommand.h"

#include "app/cli/counted.h"
#include "core/demo/writedemo.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace winnow::cli {

Command::Description DemoCommand::description() const
{
    return {QStringLiteral("demo"), QStringLiteral("PROJECT"),
        QStringLiteral(
            "Makes a project with a generated benchmark: rendered images, simulated models, planted defects"),
        {valueOption("samples", "how many samples (1000)", "N"),
            valueOption("models", "how many simulated models (27)", "M"),
            valueOption("seed", "the same seed gives the same benchmark (1)", "S"),
            valueOption("truth", "writes sample_key,kind for every planted defect", "FILE.csv")}};
}

int DemoCommand::run(Context& context) const
{
    DemoOptions options;
    const auto number = [&](const char* option, auto& value) {
        if (!context.isSet(option)) {
            return true;
        }
        bool ok = false;
        const qulonglong parsed = context.value(option).toULongLong(&ok);
        value = std::remove_reference_t<decltype(value)>(parsed);
        return ok && qulonglong(value) == parsed;
    };
    for (const char* option : {"samples", "models"}) {
        if (!number(option, option[0] == 's' ? options.samples : options.models)) {
            return context.usage(QStringLiteral("--%1 takes a whole number").arg(QLatin1String(option)));
        }
    }
    if (!number("seed", options.seed)) {
        return context.usage(QStringLiteral("--seed takes a whole number"));
    }
    context.progress.report(0, 0, QStringLiteral("Generating"));
    auto benchmark = DemoBenchmark::generate(options);
    if (!benchmark) {
        return context.failed(benchmark.error());
    }
    const QString path = context.arguments.at(0);
    auto project = Project::create(path);
    if (!project) {
        return context.failed(project.error());
    }
    auto summary = writeDemo(**project, *benchmark, context.progress);
    if (!summary) {
        const QString images = (*project)->imagesPath();
        project->reset();
        for (const QString& file :
            {path, QString(path + QStringLiteral("-wal")), QString(path + QStringLiteral("-shm")), images}) {
            QFile::remove(file);
        }
        return context.failed(summary.error());
    }
    if (context.isSet("truth")) {
        QSaveFile truth(context.value("truth"));
        const QByteArray csv = benchmark->truthCsv();
        if (!truth.open(QIODevice::WriteOnly) || truth.write(csv) != csv.size() || !truth.commit()) {
            return context.failed({ErrorCode::Io,
                QStringLiteral("%1 cannot be written: %2").arg(context.value("truth"), truth.errorString()),
                QStringLiteral("Choose another place")});
        }
    }
    context.print({{QStringLiteral("project"), (*project)->path()}, {QStringLiteral("generated"), true},
        {QStringLiteral("samples"), summary->samples}, {QStringLiteral("images"), summary->images},
        {QStringLiteral("models"), summary->models}, {QStringLiteral("runs"), summary->runs},
        {QStringLiteral("responses"), summary->responses},
        {QStringLiteral("planted"), benchmark->truth().size()}});
    if (!context.json) {
        context.out << "Generated " << counted(summary->samples, "sample", "samples") << ", "
                    << counted(summary->models, "simulated model", "simulated models") << " and "
                    << counted(summary->responses, "response", "responses") << " in " << (*project)->path()
                    << ". They are made up and measure nothing.\n";
    }
    return Done;
}

} // namespace winnow::cli
