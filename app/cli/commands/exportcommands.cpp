// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/exportcommands.h"

#include "core/export/exporter.h"
#include "core/export/manifest.h"
#include "core/export/repeatexport.h"

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
        {valueOption("format",
             "\"winnow-cli exporters\" lists the formats; given again, each goes to a folder of its name in "
             "--out",
             "ID"),
            valueOption("from-manifest", "make an earlier export again, byte for byte", "FILE"),
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

namespace {

/// One export that was asked for.
struct Wanted {
    const Exporter* exporter = nullptr;
    ExportSelection selection;
    ExportOptions options;
    /// Of the export that is made again; else empty.
    QJsonObject manifest{};
};

/// The options that hold for every format; false after a word about wrong ones.
bool readOptions(Context& context, ExportOptions& options, int* code)
{
    options.out = context.value("out");
    options.dryRun = context.isSet("dry-run");
    const auto wrong = [&](const QString& why) {
        *code = context.usage(why);
        return false;
    };
    if (options.out.isEmpty() && !options.dryRun) {
        return wrong(QStringLiteral("export needs --out"));
    }
    if (context.isSet("longest-side")) {
        options.longestSide = context.value("longest-side").toInt();
        if (options.longestSide < 1) {
            return wrong(QStringLiteral("--longest-side takes a number of pixels"));
        }
    }
    if (context.isSet("images")) {
        for (const Place& place : kPlaces) {
            if (context.value("images") == QLatin1String(place.name)) {
                options.images = place.images;
            }
        }
        if (!options.images) {
            return wrong(QStringLiteral("--images takes folder, embedded or linked"));
        }
    }
    return true;
}

QJsonObject toJson(const ExportResult& result, const Wanted& wanted)
{
    QJsonObject json{{QStringLiteral("folder"), result.folder},
        {QStringLiteral("dry_run"), wanted.options.dryRun},
        {QStringLiteral("files"), QJsonArray::fromStringList(result.files)},
        {QStringLiteral("bytes"), result.bytes}, {QStringLiteral("image_bytes"), result.imageBytes},
        {QStringLiteral("flagged"), result.plan.flagged}, {QStringLiteral("reviewed"), result.plan.reviewed},
        {QStringLiteral("dropped_unconfirmed"), result.plan.unconfirmedDrops.size()},
        {QStringLiteral("notes"), QJsonArray::fromStringList(result.notes.english())},
        {QStringLiteral("manifest"), result.manifest}};
    if (!wanted.manifest.isEmpty()) {
        json.insert(QStringLiteral("changed_files"),
            QJsonArray::fromStringList(changedFiles(wanted.manifest, result.manifest)));
    }
    return json;
}

void printText(Context& context, const ExportResult& result, const Wanted& wanted)
{
    context.out << (wanted.options.dryRun ? "Would write " : "Wrote ") << result.plan.exported << " of "
                << counted(result.plan.total, "sample", "samples");
    if (!wanted.options.dryRun) {
        context.out << " to " << result.folder;
    }
    context.out << ", " << counted(result.bytes, "byte", "bytes") << " with "
                << counted(result.imagesWritten, "image", "images") << ": "
                << result.files.join(QStringLiteral(", ")) << "\nPolicy " << result.plan.policy.name
                << (context.isSet("policy") || !wanted.manifest.isEmpty() ? "" : " (the project's choice)")
                << "\n";
    if (const auto& subset = result.plan.subset) {
        context.out << "Subset " << subset->name << ": " << counted(subset->size, "sample", "samples")
                    << (result.plan.weighted ? ", weighted" : "") << "\n";
    }
    if (result.plan.flagged) {
        context.out << result.plan.reviewed << " of "
                    << counted(result.plan.flagged, "flagged sample", "flagged samples") << " reviewed; "
                    << result.plan.unconfirmedDrops.size() << " dropped on flags that nobody confirmed\n";
    }
    if (result.plan.disputed) {
        context.out << "Kept because annotators disagree: " << result.plan.disputed << "\n";
    }
    if (result.imagesMissing) {
        context.out << counted(result.imagesMissing, "image was not to be had; its name was kept",
            "images were not to be had; their names were kept")
                    << "\n";
    }
    if (!wanted.manifest.isEmpty()) {
        const QStringList changed = changedFiles(wanted.manifest, result.manifest);
        context.out << (changed.isEmpty() ? QStringLiteral("The same bytes as the manifest says")
                                          : QStringLiteral("Other bytes than the manifest says: %1")
                                                .arg(changed.join(QStringLiteral(", "))))
                    << "\n";
    }
    for (const Sentence& note : std::as_const(result.notes)) {
        context.out << note.english() << "\n";
    }
    constexpr qsizetype kTold = 10;
    for (const QString& warning : result.warnings.mid(0, kTold)) {
        context.out << warning << "\n";
    }
    if (result.warnings.size() > kTold) {
        context.out << result.warnings.size() - kTold << " more of these are in the manifest\n";
    }
}

} // namespace

int ExportCommand::run(Context& context) const
{
    ExportOptions options;
    int code = Done;
    const QStringList formats = context.values("format");
    const bool again = context.isSet("from-manifest");
    for (const QString& format : formats) {
        if (!exporterById(format)) {
            return context.usage(
                QStringLiteral("--format takes one of %1").arg(exporterIds().join(QStringLiteral(", "))));
        }
    }
    if (formats.isEmpty() != again) {
        return context.usage(again ? QStringLiteral("--from-manifest says the format itself")
                                   : QStringLiteral("export needs --format, one of %1")
                                         .arg(exporterIds().join(QStringLiteral(", "))));
    }
    if (!readOptions(context, options, &code)) {
        return code;
    }
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    QVector<Wanted> all;
    if (again) {
        const auto manifest = readManifest(context.value("from-manifest"));
        if (!manifest) {
            return context.failed(manifest.error());
        }
        auto repeated = repeatExport(**project, *manifest);
        if (!repeated) {
            return context.failed(repeated.error());
        }
        repeated->options.out = options.out;
        repeated->options.dryRun = options.dryRun;
        all.append({repeated->exporter, repeated->selection, repeated->options, *manifest});
    } else {
        auto policy = policyOf(context, **project);
        if (!policy) {
            return context.failed(policy.error());
        }
        for (const QString& format : formats) {
            Wanted wanted{exporterById(format),
                {policy->name, context.value("subset"), context.value("dataset")}, options};
            if (formats.size() > 1 && !options.out.isEmpty()) {
                wanted.options.out = QDir(options.out).filePath(format);
            }
            all.append(wanted);
        }
    }
    QJsonArray documents;
    const QString here = QDir::current().canonicalPath();
    bool same = true;
    for (const Wanted& wanted : std::as_const(all)) {
        const bool fromWithin = QFileInfo(wanted.options.out).canonicalFilePath() == here;
        const auto result
            = wanted.exporter->run(**project, wanted.selection, wanted.options, context.progress);
        if (!result) {
            return context.failed(result.error());
        }
        documents.append(toJson(*result, wanted));
        same = same && (!again || changedFiles(wanted.manifest, result->manifest).isEmpty());
        if (!context.json) {
            printText(context, *result, wanted);
            if (fromWithin) {
                context.out << "The folder you are in was exchanged: \"cd .\" goes to the new one\n";
            }
        }
    }
    context.print(documents.size() == 1 ? documents.first().toObject()
                                        : QJsonObject{{QStringLiteral("exports"), documents}});
    return same ? Done : Failed;
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
