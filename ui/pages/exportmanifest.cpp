// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exporter.h"
#include "core/import/importer.h"
#include "ui/models/terms.h"
#include "ui/pages/exportpage.h"
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

} // namespace

NumberTable manifestTable(const QJsonObject& manifest)
{
    NumberTable table;
    table.columns = {{tr("What"), false, {}}, {tr("Value"), false, {}}};
    const auto add = [&](const QString& what, const QString& value, const QString& tip = {}) {
        table.rows.append({{what, {}, {}, -1, {}}, {value, {}, tip, -1, {}}});
    };
    const auto text = [](const QJsonObject& object, const char* key) {
        return object.value(QLatin1String(key)).toString();
    };
    const auto numberOf = [](const QJsonObject& object, const char* key) {
        return int(object.value(QLatin1String(key)).toInteger());
    };
    const auto count = [](const QJsonObject& object, const char* key) {
        return formatCount(object.value(QLatin1String(key)).toInteger());
    };
    add(tr("Written by"),
        QStringLiteral("%1 %2, %3")
            .arg(text(manifest, "tool"), text(manifest, "version"), text(manifest, "created_at")));
    add(tr("Format"), formatTitle(text(manifest, "format")));
    const QJsonObject policy = manifest.value(QLatin1String("policy")).toObject();
    const Policy applied{text(policy, "name"), text(policy, "description"), {}, {}};
    add(tr("Policy"), policyTitle(applied), policyDescription(applied));
    const QJsonObject samples = manifest.value(QLatin1String("samples")).toObject();
    add(tr("Samples"), tr("%1 of %2").arg(count(samples, "exported"), count(samples, "total")));
    const QJsonObject dispositions = samples.value(QLatin1String("by_disposition")).toObject();
    for (auto it = dispositions.constBegin(); it != dispositions.constEnd(); ++it) {
        add(tr("  %1").arg(dispositionName(it.key())), formatCount(it->toInteger()));
    }
    const QJsonObject reasons = samples.value(QLatin1String("by_reason")).toObject();
    for (auto it = reasons.constBegin(); it != reasons.constEnd(); ++it) {
        add(tr("  Reason: %1").arg(reasonTitle(it.key())), formatCount(it->toInteger()));
    }
    const QJsonObject images = manifest.value(QLatin1String("images")).toObject();
    add(tr("Images"),
        (text(images, "stored") == QLatin1String("folder") ? tr("%1 written as files, %2 missing")
                                                           : tr("%1 written into the data, %2 missing"))
            .arg(count(images, "written"), count(images, "missing")));
    if (const QString list = text(images, "list"); !list.isEmpty()) {
        add(tr("File %1").arg(list), tr("SHA-256 %1").arg(shortHash(text(images, "list_sha256"))),
            text(images, "list_sha256"));
    }
    for (const QJsonValue& value : manifest.value(QLatin1String("files")).toArray()) {
        const QJsonObject file = value.toObject();
        add(tr("File %1").arg(text(file, "name")),
            tr("%Ln samples, SHA-256 %1", nullptr, numberOf(file, "samples"))
                .arg(shortHash(text(file, "sha256"))),
            text(file, "sha256"));
    }
    for (const QJsonValue& value : manifest.value(QLatin1String("sources")).toArray()) {
        const QJsonObject source = value.toObject();
        const QString generated
            = source.value(QLatin1String("generated")).toBool() ? tr(", generated") : QString();
        add(tr("Source of %1").arg(text(source, "dataset")),
            QStringLiteral("%1, SHA-256 %2%3")
                .arg(text(source, "file").isEmpty() ? sourceTitle(text(source, "format"))
                                                    : text(source, "file"),
                    shortHash(text(source, "sha256")), generated),
            text(source, "sha256"));
    }
    const QJsonObject ledger = manifest.value(QLatin1String("ledger")).toObject();
    add(tr("Ledger"),
        tr("%Ln events, SHA-256 %1", nullptr, numberOf(ledger, "events"))
            .arg(shortHash(text(ledger, "sha256"))),
        text(ledger, "sha256"));
    return table;
}

} // namespace winnow
