// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/repeatexport.h"

#include <QHash>
#include <QJsonArray>

namespace winnow {

namespace {

QString textOf(const QJsonValue& object, const char* key)
{
    return object.toObject().value(QLatin1String(key)).toString();
}

tl::unexpected<Error> another(const Sentence& what)
{
    return fail(ErrorCode::InvalidInput, what,
        Sentence::of(QT_TRANSLATE_NOOP("Error",
            "Use the sources, the decisions and the subset that the manifest names, then the same bytes come "
            "again")));
}

QHash<QString, QString> hashesOf(const QJsonObject& manifest)
{
    QHash<QString, QString> hashes;
    for (const QJsonValue& file : manifest.value(QLatin1String("files")).toArray()) {
        hashes.insert(textOf(file, "name"), textOf(file, "sha256"));
    }
    const QJsonValue images = manifest.value(QLatin1String("images"));
    if (const QString list = textOf(images, "list"); !list.isEmpty()) {
        hashes.insert(list, textOf(images, "list_sha256"));
    }
    return hashes;
}

Result<> compareSources(const ExportPlan& plan, const QJsonObject& manifest)
{
    QHash<QString, QString> here;
    for (const ExportPlan::DatasetPart& part : plan.datasets) {
        here.insert(part.dataset.name, QString::fromLatin1(part.dataset.sourceHash.toHex()));
    }
    for (const QJsonValue& source : manifest.value(QLatin1String("sources")).toArray()) {
        const QString name = textOf(source, "dataset");
        if (!here.contains(name)) {
            return another(
                Sentence::of(QT_TRANSLATE_NOOP("Error", "The project has no dataset \"%1\"")).arg(name));
        }
        if (here.take(name) != textOf(source, "sha256")) {
            return another(
                Sentence::of(QT_TRANSLATE_NOOP("Error", "The dataset \"%1\" is of another file than %2"))
                    .arg(name, textOf(source, "file")));
        }
    }
    if (!here.isEmpty()) {
        return another(Sentence::of(QT_TRANSLATE_NOOP("Error", "The manifest knows no dataset \"%1\""))
                           .arg(here.cbegin().key()));
    }
    return {};
}

} // namespace

Result<RepeatedExport> repeatExport(const Project& project, const QJsonObject& manifest)
{
    RepeatedExport repeated;
    repeated.exporter = exporterById(manifest.value(QLatin1String("format")).toString());
    if (!repeated.exporter) {
        return another(Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no format \"%1\""))
                           .arg(manifest.value(QLatin1String("format")).toString()));
    }
    auto policy = Policy::fromJson(manifest.value(QLatin1String("policy")).toObject());
    if (!policy) {
        return tl::unexpected<Error>(policy.error());
    }
    repeated.selection.policy = policy->name;
    repeated.selection.exactly = *policy;
    repeated.selection.subset = textOf(manifest.value(QLatin1String("subset")), "name");
    repeated.selection.dataset = manifest.value(QLatin1String("selected_dataset")).toString();
    const QJsonObject images = manifest.value(QLatin1String("images")).toObject();
    const QString stored = images.value(QLatin1String("stored")).toString();
    repeated.options.images = stored == u"folder" ? ExportOptions::Images::Folder
        : stored == u"linked"                     ? ExportOptions::Images::Linked
                                                  : ExportOptions::Images::Embedded;
    repeated.options.longestSide = images.value(QLatin1String("longest_side")).toInt();
    repeated.options.createdAt = manifest.value(QLatin1String("created_at")).toString();
    const auto plan = ExportPlan::make(project, repeated.selection);
    if (!plan) {
        return tl::unexpected<Error>(plan.error());
    }
    WINNOW_TRY(compareSources(*plan, manifest));
    const QString ledger = textOf(manifest.value(QLatin1String("ledger")), "sha256");
    if (ledger != QLatin1String(plan->ledgerHash.toHex())) {
        return another(Sentence::of(
            QT_TRANSLATE_NOOP("Error", "The decisions of the project are not those of the manifest")));
    }
    if (plan->subset
        && textOf(manifest.value(QLatin1String("subset")), "source_sha256")
            != QLatin1String(plan->subset->sourceHash.toHex())) {
        return another(
            Sentence::of(QT_TRANSLATE_NOOP("Error", "The subset \"%1\" was chosen from other samples"))
                .arg(plan->subset->name));
    }
    return repeated;
}

QStringList changedFiles(const QJsonObject& manifest, const QJsonObject& repeated)
{
    const QHash<QString, QString> before = hashesOf(manifest);
    const QHash<QString, QString> after = hashesOf(repeated);
    QStringList changed;
    for (auto it = before.constBegin(); it != before.constEnd(); ++it) {
        if (after.value(it.key()) != it.value()) {
            changed.append(it.key());
        }
    }
    for (auto it = after.constBegin(); it != after.constEnd(); ++it) {
        if (!before.contains(it.key())) {
            changed.append(it.key());
        }
    }
    changed.sort();
    return changed;
}

} // namespace winnow
