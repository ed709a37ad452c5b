// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/datasetcard.h"

#include "core/export/appendtext.h"

#include <QFileInfo>

#include <numeric>

namespace winnow {

namespace {

/// Every JSON string is one of YAML too.
QByteArray yamlText(const QString& text)
{
    QByteArray out;
    appendJsonString(out, text);
    return out;
}

QString configOf(const ExportTable& table)
{
    return table.config.isEmpty() ? QStringLiteral("default") : table.config;
}

/// A text of the data in a line of Markdown, letter by letter.
QByteArray code(const QString& text)
{
    QString line = text.simplified();
    line.replace(u'`', u'\'');
    return "`" + line.toUtf8() + "`";
}

void appendCounts(QByteArray& out, const QMap<QString, qint64>& counts)
{
    for (auto it = counts.constBegin(); it != counts.constEnd(); ++it) {
        out += "- " + code(it.key()) + ": " + QByteArray::number(it.value()) + '\n';
    }
}

QByteArray sizeCategory(qint64 rows)
{
    if (rows < 1000) {
        return "n<1K";
    }
    if (rows < 10'000) {
        return "1K<n<10K";
    }
    if (rows < 100'000) {
        return "10K<n<100K";
    }
    return rows < 1'000'000 ? "100K<n<1M" : "1M<n<10M";
}

QStringList configsOf(const QVector<ExportTable>& tables)
{
    QStringList configs;
    for (const ExportTable& table : tables) {
        configs.append(configOf(table));
    }
    configs.removeDuplicates();
    return configs;
}

void appendConfigs(QByteArray& out, const QVector<ExportTable>& tables, const QString& pattern)
{
    out += "configs:\n";
    for (const QString& config : configsOf(tables)) {
        out += "- config_name: " + yamlText(config) + "\n  data_files:\n";
        for (const ExportTable& table : tables) {
            if (configOf(table) == config) {
                QString path = pattern;
                path.replace(QLatin1String("%2"), config).replace(QLatin1String("%1"), table.split);
                out += "  - split: " + yamlText(table.split) + "\n    path: " + yamlText(path) + '\n';
            }
        }
    }
}

void appendInfo(QByteArray& out, const ExportEnd::Part& written, const QByteArray& features)
{
    const qint64 files = std::accumulate(written.files.begin(), written.files.end(), qint64(0),
        [](qint64 sum, const StagedFile::Written& file) { return sum + file.bytes; });
    const QStringList configs = configsOf(written.tables);
    out += "dataset_info:\n";
    for (const QString& config : configs) {
        out += "- config_name: " + yamlText(config) + "\n  features:\n" + features + "  splits:\n";
        qint64 bytes = 0;
        for (const ExportTable& table : written.tables) {
            if (configOf(table) == config) {
                bytes += table.bytes;
                out += "  - name: " + yamlText(table.split)
                    + "\n    num_bytes: " + QByteArray::number(table.bytes)
                    + "\n    num_examples: " + QByteArray::number(table.rows) + '\n';
            }
        }
        if (configs.size() == 1) {
            out += "  download_size: " + QByteArray::number(files) + '\n';
        }
        out += "  dataset_size: " + QByteArray::number(bytes) + '\n';
    }
}

void appendSubset(QByteArray& out, const Subset& subset, bool weighted)
{
    out += "## The subset\n\nThe rows are of the subset " + code(subset.name) + " (method "
        + code(subset.method) + ", seed " + QByteArray::number(subset.seed) + ", "
        + QByteArray::number(subset.size) + " samples";
    out += weighted ? "). The column `weight` says what a row counts.\n\n" : ").\n\n";
}

void appendSource(QByteArray& out, const ExportPlan& plan, const ExportPlan::DatasetPart& part)
{
    const Dataset& dataset = part.dataset;
    out += "## Where it comes from\n\n- Source: " + code(QFileInfo(dataset.sourcePath).fileName())
        + ", SHA-256 `" + dataset.sourceHash.toHex() + "`\n";
    if (dataset.generated) {
        out += "- It was made by a generator, not collected.\n";
    }
    out += "- Kept: " + QByteArray::number(part.items.size()) + " of "
        + QByteArray::number(part.samples.size()) + " samples, by the policy " + code(plan.policy.name)
        + "\n- Decisions of people: " + QByteArray::number(plan.decisions) + ", ledger SHA-256 `"
        + plan.ledgerHash.toHex() + "`\n\n## What became of the samples\n\n";
    appendCounts(out, part.dispositions);
    if (!part.reasons.isEmpty()) {
        out += "\nWhy samples are not as they were or not here:\n\n";
        appendCounts(out, part.reasons);
    }
    out += '\n';
}

} // namespace

QByteArray datasetCard(const ExportPlan& plan, const ExportPlan::DatasetPart& part,
    const ExportEnd::Part& written, const CardFacts& facts)
{
    QByteArray out = "---\npretty_name: " + yamlText(part.dataset.name)
        + "\n# license: say here what the licence of the source is; it is not known to the program that "
          "wrote "
          "this.\ntask_categories:\n- visual-question-answering\nsize_categories:\n- "
        + sizeCategory(written.rows) + '\n';
    appendConfigs(out, written.tables, facts.pattern);
    if (!facts.features.isEmpty()) {
        appendInfo(out, written, facts.features);
    }
    out += "---\n\n# " + part.dataset.name.simplified().toHtmlEscaped().toUtf8() + "\n\n"
        + QByteArray::number(written.rows)
        + " questions with answers, cleaned with Winnow " WINNOW_VERSION ".\n\n";
    appendSource(out, plan, part);
    if (plan.subset) {
        appendSubset(out, *plan.subset, written.layout.weights);
    }
    if (written.layout.changes) {
        out += "## Changed rows\n\nWhere question, options or answer are not those of the source, the column "
               "`changed_since` names the version that the row differs from.\n\n";
    }
    if (written.layout.groups) {
        out += "## Rotations\n\nSome questions come several times, their options rotated. Rows of one "
               "`g_index` belong together: a model is right when it is right in all of them.\n\n";
    }
    out += "## How to load it\n\n```python\nfrom datasets import load_dataset\n\n";
    for (const ExportTable& table : written.tables) {
        out += "load_dataset(\"PATH/TO/THIS/FOLDER\", ";
        if (!table.config.isEmpty()) {
            out += yamlText(table.config) + ", ";
        }
        out += "split=" + yamlText(table.split) + ")  # " + QByteArray::number(table.rows) + " rows\n";
    }
    out += "```\n\n";
    if (!facts.images.isEmpty()) {
        out += facts.images.toUtf8() + "\n\n";
    }
    return out
        + "## Licence\n\nThat of the source holds; Winnow does not know it. Add it as `license:` in the head "
          "of this file before you publish.\n";
}

QByteArray evalYaml(const ExportPlan::DatasetPart& part, const ExportEnd::Part& written)
{
    QByteArray out = "name: " + yamlText(part.dataset.name) + "\ndescription: "
        + yamlText(QStringLiteral("%1 of %2 samples of %3, kept after an audit")
                       .arg(part.items.size())
                       .arg(part.samples.size())
                       .arg(part.dataset.name))
        + "\nevaluation_framework: winnow\ntasks:\n";
    for (const ExportTable& table : written.tables) {
        QString id = written.base;
        if (!table.config.isEmpty()) {
            id += u'_' + table.config;
        }
        if (written.tables.size() > 1 && table.config != table.split) {
            id += u'_' + table.split;
        }
        out += "  - id: " + yamlText(id) + "\n    config: " + yamlText(configOf(table))
            + "\n    split: " + yamlText(table.split) + '\n';
    }
    return out;
}

} // namespace winnow
