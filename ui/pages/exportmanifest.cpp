// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exporter.h"
#include "core/import/importer.h"
#include "core/subset/methodregistry.h"
#include "ui/models/terms.h"
#include "ui/pages/exportresultcard.h"
#include "ui/pages/policypicker.h"
#include "ui/util/format.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace winnow {

namespace {

// lupdate files free functions under their namespace.
QString tr(const char* text, const char* comment = nullptr, int number = -1)
{
    return QCoreApplication::translate("winnow", text, comment, number);
}

/// What a format is called, not its id.
QString formatTitle(const QString& id)
{
    const Exporter* exporter = exporterById(id);
    return exporter ? coreText(exporter->info().title) : id;
}

QString sourceTitle(const QString& id)
{
    const Importer* importer = importerById(id);
    return importer ? coreText(importer->title()) : id;
}

/// Enough of a hash to compare by eye; the whole is in the tip.
QString shortHash(const QString& hash)
{
    return hash.isEmpty() ? QStringLiteral("–") : hash.left(12) + u'…';
}

QString dispositionName(const QString& id)
{
    for (const Disposition d : {Disposition::Keep, Disposition::Drop, Disposition::Fix, Disposition::Convert,
             Disposition::Circular}) {
        if (dispositionId(d) == id) {
            return dispositionTitle(d);
        }
    }
    return id;
}

QString textOf(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key)).toString();
}

QString countOf(const QJsonObject& object, const char* key)
{
    return formatCount(object.value(QLatin1String(key)).toInteger());
}

void addRow(NumberTable& table, const QString& what, const QString& value, const QString& tip = {})
{
    table.rows.append({{what}, {value, {}, tip}});
}

void addSamples(NumberTable& table, const QJsonObject& samples)
{
    addRow(table, tr("Samples"), tr("%1 of %2").arg(countOf(samples, "exported"), countOf(samples, "total")));
    const QJsonObject dispositions = samples.value(QLatin1String("by_disposition")).toObject();
    for (auto it = dispositions.constBegin(); it != dispositions.constEnd(); ++it) {
        addRow(table, tr("  %1").arg(dispositionName(it.key())), formatCount(it->toInteger()));
    }
    const QJsonObject reasons = samples.value(QLatin1String("by_reason")).toObject();
    for (auto it = reasons.constBegin(); it != reasons.constEnd(); ++it) {
        addRow(table, tr("  Reason: %1").arg(reasonTitle(it.key())), formatCount(it->toInteger()));
    }
}

void addSubset(NumberTable& table, const QJsonObject& subset)
{
    if (subset.isEmpty()) {
        return;
    }
    const int samples = int(subset.value(QLatin1String("samples")).toInteger());
    addRow(table, tr("Subset"),
        (subset.value(QLatin1String("weighted")).toBool()
                ? tr("%1: %Ln samples with weights", nullptr, samples)
                : tr("%1: %Ln samples", nullptr, samples))
            .arg(textOf(subset, "name")));
    const SubsetMethod* method = subsetMethod(textOf(subset, "method"));
    addRow(table, tr("Subset chosen by"),
        tr("%1, budget %2, seed %3")
            .arg(method ? coreText(QString::fromUtf8(method->info().title)) : textOf(subset, "method"),
                countOf(subset, "budget"), QString::number(subset.value(QLatin1String("seed")).toInteger())));
    if (const QString hash = textOf(subset, "source_sha256"); !hash.isEmpty()) {
        addRow(table, tr("Subset chosen from"), tr("SHA-256 %1").arg(shortHash(hash)), hash);
    }
}

void addImages(NumberTable& table, const QJsonObject& images)
{
    addRow(table, tr("Images"),
        (textOf(images, "stored") == QLatin1String("folder") ? tr("%1 written as files, %2 missing")
                                                             : tr("%1 written into the data, %2 missing"))
            .arg(countOf(images, "written"), countOf(images, "missing")));
    if (const QString list = textOf(images, "list"); !list.isEmpty()) {
        addRow(table, tr("File %1").arg(list), tr("SHA-256 %1").arg(shortHash(textOf(images, "list_sha256"))),
            textOf(images, "list_sha256"));
    }
}

void addFiles(NumberTable& table, const QJsonArray& files)
{
    for (const QJsonValue& value : files) {
        const QJsonObject file = value.toObject();
        addRow(table, tr("File %1").arg(textOf(file, "name")),
            tr("%Ln samples, SHA-256 %1", nullptr, int(file.value(QLatin1String("samples")).toInteger()))
                .arg(shortHash(textOf(file, "sha256"))),
            textOf(file, "sha256"));
    }
}

void addSources(NumberTable& table, const QJsonArray& sources)
{
    for (const QJsonValue& value : sources) {
        const QJsonObject source = value.toObject();
        const QString generated
            = source.value(QLatin1String("generated")).toBool() ? tr(", generated") : QString();
        const QString file = textOf(source, "file");
        addRow(table, tr("Source of %1").arg(textOf(source, "dataset")),
            QStringLiteral("%1, SHA-256 %2%3")
                .arg(file.isEmpty() ? sourceTitle(textOf(source, "format")) : file,
                    shortHash(textOf(source, "sha256")), generated),
            textOf(source, "sha256"));
    }
}

} // namespace

NumberTable manifestTable(const QJsonObject& manifest)
{
    NumberTable table;
    table.columns = {{tr("What"), false, {}}, {tr("Value"), false, {}}};
    addRow(table, tr("Written by"),
        QStringLiteral("%1 %2, %3")
            .arg(textOf(manifest, "tool"), textOf(manifest, "version"), textOf(manifest, "created_at")));
    addRow(table, tr("Format"), formatTitle(textOf(manifest, "format")));
    const QJsonObject policy = manifest.value(QLatin1String("policy")).toObject();
    const Policy applied{textOf(policy, "name"), textOf(policy, "description"), {}, {}};
    addRow(table, tr("Policy"), policyTitle(applied), policyDescription(applied));
    addSubset(table, manifest.value(QLatin1String("subset")).toObject());
    addSamples(table, manifest.value(QLatin1String("samples")).toObject());
    addImages(table, manifest.value(QLatin1String("images")).toObject());
    addFiles(table, manifest.value(QLatin1String("files")).toArray());
    addSources(table, manifest.value(QLatin1String("sources")).toArray());
    const QJsonObject ledger = manifest.value(QLatin1String("ledger")).toObject();
    addRow(table, tr("Ledger"),
        tr("%Ln events, SHA-256 %1", nullptr, int(ledger.value(QLatin1String("events")).toInteger()))
            .arg(shortHash(textOf(ledger, "sha256"))),
        textOf(ledger, "sha256"));
    return table;
}

} // namespace winnow
