// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/exportcommands.h"

#include "core/export/exporter.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

namespace winnow::cli {

namespace {

QStringList exporterIds()
{
    QStringList ids;
    for (const auto& exporter : exporters()) {
        ids.append(exporter->info().id);
    }
    return ids;
}

struct Place {
    const char* name;
    ExportOptions::Images images;
};
constexpr Place kPlaces[] = {{"folder", ExportOptions::Images::Folder},
    {"embedded", ExportOptions::Images::Embedded}, {"linked", ExportOptions::Images::Linked}};

QString placeName(ExportOptions::Images images)
{
    return QString::fromLatin1(kPlaces[int(images)].name);
}

} // namespace

Command::Description ExportCommand::description() const
{
    return {QStringLiteral("export"), QStringLiteral("PROJECT"),
        QStringLiteral("Writes the samples that a policy keeps and a manifest, all of it or nothing"),
        {valueOption("format", "\"winnow-cli exporters\" lists the formats", "ID"),
            valueOption("out",
                "a folder that is new, empty or an earlier export, which is replaced; or a file name with "
                "the "
                "format's suffix, for one dataset",
                "PATH"),
            policyOption(), subsetOption(), valueOption("dataset", "only this dataset", "NAME"),
            valueOption("images",
                "folder, embedded, or linked (rows name the files where they are); the format has its own "
                "default, a single file embeds",
                "HOW"),
            valueOption(
                "longest-side", "scale larger images down to so many pixels; else byte for byte", "PIXELS"),
            flagOption("dry-run", "say what would be written and how large, and write nothing")}};
}

int ExportCommand::run(Context& context) const
{
    const Exporter* exporter = exporterById(context.value("format"));
    if (!exporter) {
        return context.usage(
            QStringLiteral("--format takes one of %1").arg(exporterIds().join(QStringLiteral(", "))));
    }
    ExportOptions options;
    options.out = context.value("out");
    options.dryRun = context.isSet("dry-run");
    if (options.out.isEmpty() && !options.dryRun) {
        return context.usage(QStringLiteral("export needs --out"));
    }
    if (context.isSet("longest-side")) {
        options.longestSide = context.value("longest-side").toInt();
        if (options.longestSide < 1) {
            return context.usage(QStringLiteral("--longest-side takes a number of pixels"));
        }
    }
    if (context.isSet("images")) {
        for (const Place& place : kPlaces) {
            if (context.value("images") == QLatin1String(place.name)) {
                options.images = place.images;
            }
        }
        if (!options.images) {
            return context.usage(QStringLiteral("--images takes folder, embedded or linked"));
        }
    }
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    auto policy = policyOf(context, **project);
    if (!policy) {
        return context.failed(policy.error());
    }
    const ExportSelection selection{policy->name, context.value("subset"), context.value("dataset")};
    const QString here = QDir::current().canonicalPath();
    const bool fromWithin = QFileInfo(options.out).canonicalFilePath() == here;
    auto result = exporter->run(**project, selection, options, context.progress);
    if (!result) {
        return context.failed(result.error());
    }
    context.print({{QStringLiteral("folder"), result->folder}, {QStringLiteral("dry_run"), options.dryRun},
        {QStringLiteral("files"), QJsonArray::fromStringList(result->files)},
        {QStringLiteral("bytes"), result->bytes}, {QStringLiteral("image_bytes"), result->imageBytes},
        {QStringLiteral("flagged"), result->plan.flagged},
        {QStringLiteral("reviewed"), result->plan.reviewed},
        {QStringLiteral("dropped_unconfirmed"), result->plan.unconfirmedDrops.size()},
        {QStringLiteral("notes"), QJsonArray::fromStringList(result->notes.english())},
        {QStringLiteral("manifest"), result->manifest}});
    if (!context.json) {
        context.out << (options.dryRun ? "Would write " : "Wrote ") << result->plan.exported << " of "
                    << counted(result->plan.total, "sample", "samples");
        if (!options.dryRun) {
            context.out << " to " << result->folder;
        }
        context.out << ", " << counted(result->bytes, "byte", "bytes") << " with "
                    << counted(result->imagesWritten, "image", "images") << ": "
                    << result->files.join(QStringLiteral(", ")) << "\nPolicy " << policy->name
                    << (context.isSet("policy") ? "" : " (the project's choice)") << "\n";
        if (const auto& subset = result->plan.subset) {
            context.out << "Subset " << subset->name << ": " << counted(subset->size, "sample", "samples")
                        << (result->plan.weighted ? ", weighted" : "") << "\n";
        }
        if (result->plan.flagged) {
            context.out << result->plan.reviewed << " of "
                        << counted(result->plan.flagged, "flagged sample", "flagged samples") << " reviewed; "
                        << result->plan.unconfirmedDrops.size()
                        << " dropped on flags that nobody confirmed\n";
        }
        if (result->plan.disputed) {
            context.out << "Kept because annotators disagree: " << result->plan.disputed << "\n";
        }
        if (result->imagesMissing) {
            context.out << counted(result->imagesMissing, "image was not to be had; its name was kept",
                "images were not to be had; their names were kept")
                        << "\n";
        }
        for (const Sentence& note : std::as_const(result->notes)) {
            context.out << note.english() << "\n";
        }
        if (fromWithin) {
            context.out << "The folder you are in was exchanged: \"cd .\" goes to the new one\n";
        }
    }
    return Done;
}

Command::Description ExportersCommand::description() const
{
    return {
        QStringLiteral("exporters"), QString(), QStringLiteral("Lists the formats that can be written"), {}};
}

int ExportersCommand::run(Context& context) const
{
    QJsonArray array;
    QList<QStringList> rows;
    for (const auto& exporter : exporters()) {
        const ExporterInfo info = exporter->info();
        QJsonArray images;
        for (const ExportOptions::Images place : info.images) {
            images.append(placeName(place));
        }
        array.append(QJsonObject{{QStringLiteral("id"), info.id}, {QStringLiteral("title"), info.title},
            {QStringLiteral("description"), info.description}, {QStringLiteral("suffix"), info.suffix},
            {QStringLiteral("images"), images}});
        rows.append({info.id, info.title, info.description});
    }
    context.print({{QStringLiteral("exporters"), array}});
    if (!context.json) {
        context.out << table(
            {QStringLiteral("id"), QStringLiteral("format"), QStringLiteral("what it is")}, rows);
    }
    return Done;
}

} // namespace winnow::cli
