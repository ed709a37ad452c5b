// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exporter.h"

#include "core/base/clock.h"
#include "core/export/exportimages.h"
#include "core/export/jsonlexporter.h"
#include "core/export/stagedfiles.h"
#include "core/export/vlmevalkitexporter.h"
#include "core/store/policystore.h"
#include "core/store/samplestore.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

namespace winnow {

namespace {

constexpr qint64 kRotationStep = 1000000;

QString safeName(const QString& name)
{
    static const QRegularExpression unsafe(
        QStringLiteral("[^\\w.-]+"), QRegularExpression::UseUnicodePropertiesOption);
    QString safe = QString(name).replace(unsafe, QStringLiteral("_"));
    while (safe.startsWith(u'.')) {
        safe.remove(0, 1);
    }
    return safe.isEmpty() ? QStringLiteral("dataset") : safe;
}

QString rotatedIndex(const QString& index, int shift)
{
    bool number = false;
    const qint64 value = index.toLongLong(&number);
    return number && value >= 0 && value < kRotationStep
        ? QString::number(value + shift * kRotationStep)
        : QStringLiteral("%1_rotation_%2").arg(index).arg(shift);
}

QJsonObject counts(const QMap<QString, qint64>& map)
{
    QJsonObject json;
    for (auto it = map.constBegin(); it != map.constEnd(); ++it) {
        json.insert(it.key(), it.value());
    }
    return json;
}

} // namespace

const std::vector<std::unique_ptr<Exporter>>& exporters()
{
    static const std::vector<std::unique_ptr<Exporter>> all = [] {
        std::vector<std::unique_ptr<Exporter>> list;
        list.push_back(std::make_unique<JsonlExporter>());
        list.push_back(std::make_unique<VlmEvalKitExporter>());
        return list;
    }();
    return all;
}

const Exporter* exporterById(QStringView id)
{
    for (const auto& exporter : exporters()) {
        if (exporter->info().id == id) {
            return exporter.get();
        }
    }
    return nullptr;
}

QVector<ExportRow> rowsOf(const Sample& sample, const SampleOutcome& outcome)
{
    ExportRow base{
        sample.sourceIndex, {}, sample.question, sample.options, sample.gold, sample.acceptedAnswers};
    if (!outcome.newQuestion.isEmpty()) {
        base.question = outcome.newQuestion;
    }
    if (!outcome.newGold.isEmpty()) {
        base.gold = outcome.newGold;
        base.accepted.clear();
    }
    const int gold = sample.isMcq() ? optionPosition(base.gold) : -1;
    if (outcome.disposition == Disposition::Convert && gold >= 0 && gold < sample.options.size()) {
        base.gold = sample.options.at(gold);
        base.options.clear();
        base.accepted.clear();
        return {base};
    }
    const int k = int(sample.options.size());
    if (outcome.disposition == Disposition::Circular && k > 1 && gold >= 0 && gold < k) {
        QVector<ExportRow> rows;
        for (int shift = 0; shift < k; ++shift) {
            ExportRow row = base;
            row.index = shift == 0 ? base.index : rotatedIndex(base.index, shift);
            row.group = base.index;
            for (int shown = 0; shown < k; ++shown) {
                row.options[shown] = sample.options.at((shown + shift) % k);
            }
            row.gold = optionLetter((gold - shift + k) % k);
            rows.append(row);
        }
        return rows;
    }
    QVector<ExportRow> rows{base};
    for (const Rotation& rotation : sample.rotations) {
        if (rotation.shift == 0) {
            rows.first().group = base.index;
            continue;
        }
        rows.first().group = base.index;
        ExportRow row = base;
        row.index = rotation.sourceIndex;
        row.group = base.index;
        row.gold = rotation.gold;
        for (int shown = 0; shown < k && shown < rotation.permutation.size(); ++shown) {
            const int from = optionPosition(rotation.permutation.mid(shown, 1));
            row.options[shown] = from >= 0 && from < k ? sample.options.at(from) : QString();
            // The source's own letter stands unless the gold was corrected: equal option texts make ours a
            // guess.
            if (!outcome.newGold.isEmpty() && gold >= 0 && from == gold) {
                row.gold = optionLetter(shown);
            }
        }
        rows.append(row);
    }
    return rows;
}

Result<ExportResult> Exporter::run(
    Project& project, const ExportPlan& plan, const ExportOptions& options, Progress& progress) const
{
    const ExporterInfo about = info();
    QString folder = options.out;
    QString fileName;
    if (folder.endsWith(u'.' + about.suffix) && !QFileInfo(folder).isDir()) {
        const QFileInfo file(folder);
        fileName = file.fileName();
        folder = file.absolutePath();
        if (plan.datasets.size() > 1) {
            return fail(ErrorCode::InvalidInput,
                QStringLiteral("%1 is one file, but the project has %2 datasets")
                    .arg(options.out)
                    .arg(plan.datasets.size()),
                QStringLiteral("Give a folder, or choose one dataset"));
        }
    }
    auto staged = StagedFiles::in(folder);
    if (!staged) {
        return tl::unexpected<Error>(staged.error());
    }
    ExportResult result;
    result.folder = QFileInfo(folder).absoluteFilePath();
    QJsonArray fileList;
    QJsonArray sources;
    qint64 done = 0;
    QSet<QString> names;

    auto written = project.read([&](sqlite::Connection& c) -> Result<bool> {
        SampleStore samples(c);
        for (const ExportPlan::DatasetPart& part : plan.datasets) {
            QString base = safeName(part.dataset.name);
            while (names.contains(base.toLower())) {
                base += u'_';
            }
            names.insert(base.toLower());
            const QString name = fileName.isEmpty() ? base + u'.' + about.suffix : fileName;
            ExportImages images(project, **staged, QStringLiteral("images/") + base, options.images);

            Layout layout;
            layout.images = options.images;
            QSet<QString> extra;
            for (const ExportItem& item : part.items) {
                const auto sample = samples.byId(item.id);
                if (!sample) {
                    continue;
                }
                for (const ExportRow& row : rowsOf(*sample, item.outcome)) {
                    layout.optionColumns = std::max(layout.optionColumns, int(row.options.size()));
                    layout.groups = layout.groups || !row.group.isEmpty();
                    layout.accepted = layout.accepted || !row.accepted.isEmpty();
                }
                layout.hints = layout.hints || !sample->hint.isEmpty();
                for (auto it = sample->extra.constBegin(); it != sample->extra.constEnd(); ++it) {
                    extra.insert(it.key());
                }
            }
            layout.extraColumns = QStringList(extra.begin(), extra.end());
            layout.extraColumns.sort();

            QString current;
            QByteArray pending = header(layout);
            // Images come first: a data file never names an image that is not there yet.
            QVector<QStringList> imageTexts;
            if (options.images == ExportOptions::Images::Folder) {
                for (const ExportItem& item : part.items) {
                    const auto sample = samples.byId(item.id);
                    auto texts = images.texts(sample->images);
                    if (!texts) {
                        return tl::unexpected<Error>(texts.error());
                    }
                    imageTexts.append(*texts);
                    if (progress.isCancelled()) {
                        return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled; nothing was exported"));
                    }
                }
            }
            WINNOW_TRY((*staged)->begin(name));
            for (qsizetype i = 0; i < part.items.size(); ++i) {
                const ExportItem& item = part.items.at(i);
                const auto sample = samples.byId(item.id);
                QStringList texts;
                if (options.images == ExportOptions::Images::Folder) {
                    texts = imageTexts.at(i);
                } else {
                    auto embedded = images.texts(sample->images);
                    if (!embedded) {
                        return tl::unexpected<Error>(embedded.error());
                    }
                    texts = *embedded;
                }
                for (const ExportRow& each : rowsOf(*sample, item.outcome)) {
                    pending += row(layout, *sample, each, texts);
                }
                constexpr qsizetype kFlushBytes = 1 << 20;
                if (pending.size() > kFlushBytes) {
                    WINNOW_TRY((*staged)->write(pending));
                    pending.clear();
                }
                if ((++done & 0xff) == 0) {
                    progress.report(done, plan.exported, QStringLiteral("Writing samples"));
                    if (progress.isCancelled()) {
                        return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled; nothing was exported"));
                    }
                }
            }
            WINNOW_TRY((*staged)->write(pending));
            auto hash = (*staged)->end();
            if (!hash) {
                return tl::unexpected<Error>(hash.error());
            }
            result.files.append(name);
            result.imagesWritten += images.written();
            result.imagesMissing += images.missing();
            fileList.append(
                QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("dataset"), part.dataset.name},
                    {QStringLiteral("samples"), part.items.size()},
                    {QStringLiteral("sha256"), QString::fromLatin1(hash->toHex())}});
            sources.append(QJsonObject{{QStringLiteral("dataset"), part.dataset.name},
                {QStringLiteral("file"), QFileInfo(part.dataset.sourcePath).fileName()},
                {QStringLiteral("sha256"), QString::fromLatin1(part.dataset.sourceHash.toHex())},
                {QStringLiteral("format"), part.dataset.format},
                {QStringLiteral("generated"), part.dataset.generated},
                {QStringLiteral("samples"), part.total}, {QStringLiteral("exported"), part.items.size()}});
        }
        return true;
    });
    if (!written) {
        return tl::unexpected<Error>(written.error());
    }

    result.manifest = {{QStringLiteral("tool"), QStringLiteral("Winnow")},
        {QStringLiteral("version"), QStringLiteral(WINNOW_VERSION)}, {QStringLiteral("format"), about.id},
        {QStringLiteral("created_at"), nowUtc()}, {QStringLiteral("sources"), sources},
        {QStringLiteral("files"), fileList},
        {QStringLiteral("images"),
            QJsonObject{{QStringLiteral("stored"),
                            options.images == ExportOptions::Images::Folder ? QStringLiteral("folder")
                                                                            : QStringLiteral("embedded")},
                {QStringLiteral("written"), result.imagesWritten},
                {QStringLiteral("missing"), result.imagesMissing}}},
        {QStringLiteral("samples"),
            QJsonObject{{QStringLiteral("total"), plan.total}, {QStringLiteral("exported"), plan.exported},
                {QStringLiteral("by_disposition"), counts(plan.dispositions)},
                {QStringLiteral("by_reason"), counts(plan.reasons)}}},
        {QStringLiteral("policy"), plan.policy.toJson()},
        {QStringLiteral("subset"), plan.subset.isEmpty() ? QJsonValue() : QJsonValue(plan.subset)},
        {QStringLiteral("ledger"),
            QJsonObject{{QStringLiteral("sha256"), QString::fromLatin1(plan.ledgerHash.toHex())},
                {QStringLiteral("events"), plan.decisions}}}};
    const QByteArray manifest = QJsonDocument(result.manifest).toJson(QJsonDocument::Indented);
    auto manifestHash = (*staged)->add(QStringLiteral("manifest.json"), manifest);
    if (!manifestHash) {
        return tl::unexpected<Error>(manifestHash.error());
    }
    result.files.append(QStringLiteral("manifest.json"));
    WINNOW_TRY((*staged)->publish());
    progress.report(plan.exported, plan.exported, QStringLiteral("Written"));
    if (!project.isReadOnly()) {
        WINNOW_TRY(project.write(
            {.parts = ChangeSet::Exports, .samples = {}}, [&](sqlite::Connection& c) -> Result<bool> {
                PolicyStore(c).recordExport(about.id, result.folder, plan.policy.name, manifest);
                return true;
            }));
    }
    return result;
}

} // namespace winnow
