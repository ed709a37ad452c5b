// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/lmmsevalexporter.h"

#include "core/export/appendtext.h"
#include "core/export/hubwriter.h"
#include "core/export/lmmsutils.h"

#include <QFileInfo>

namespace winnow {

namespace {

/// Names of tasks go through command lines and file names.
QString taskName(const QString& base, const QString& split, qsizetype splits)
{
    const QString whole = splits > 1 ? base + u'_' + split : base;
    QString name;
    for (const QChar c : whole.toLower()) {
        const bool plain = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
        name += plain ? c : QChar(u'_');
    }
    return name;
}

QByteArray quoted(const QString& text)
{
    // Every JSON string is one of YAML too.
    QByteArray out;
    appendJsonString(out, text);
    return out;
}

QByteArray taskYaml(const ExportEnd::Part& part, const ExportTable& table)
{
    const PromptTemplate& prompt = part.layout.prompt;
    QByteArray out = "task: " + taskName(part.base, table.split, part.tables.size()).toUtf8()
        + "\ndataset_path: parquet\ndataset_kwargs:\n  data_files:\n    " + quoted(table.split) + ":\n";
    const QString begin = part.base + QStringLiteral("/data/") + table.split + u'-';
    for (const StagedFile::Written& file : part.files) {
        if (file.path.startsWith(begin)) {
            out += "      - " + quoted(file.path.mid(part.base.size() + 1)) + '\n';
        }
    }
    return out + "test_split: " + quoted(table.split)
        + "\noutput_type: generate_until\n"
          "doc_to_visual: !function utils.doc_to_visual\n"
          "doc_to_text: !function utils.doc_to_text\n"
          "doc_to_target: !function utils.doc_to_target\n"
          "process_results: !function utils.process_results\n"
          "generation_kwargs:\n  max_new_tokens: 1024\n  temperature: 0\n  do_sample: false\n  until: []\n"
          "metric_list:\n"
          "  - metric: accuracy\n"
          "    aggregation: !function utils.accuracy\n"
          "    higher_is_better: true\n"
          "lmms_eval_specific_kwargs:\n  default:\n    pre_prompt: "
        + quoted(prompt.prefix) + "\n    post_prompt: " + quoted(prompt.suffixOfChoices)
        + "\n    post_prompt_open: " + quoted(prompt.suffixOfOpen) + "\nmetadata:\n  - version: 1.0\n";
}

QByteArray readMe(const ExportPlan::DatasetPart& part, const ExportEnd::Part& written)
{
    QByteArray tasks;
    for (const ExportTable& table : written.tables) {
        tasks += (tasks.isEmpty() ? "" : ",")
            + taskName(written.base, table.split, written.tables.size()).toUtf8();
    }
    QString source = QFileInfo(part.dataset.sourcePath).fileName().simplified();
    source.replace(u'`', u'\'');
    return "# " + part.dataset.name.simplified().toHtmlEscaped().toUtf8() + " for lmms-eval\n\n"
        + QByteArray::number(written.rows) + " rows of " + QByteArray::number(part.items.size())
        + " kept samples (of " + QByteArray::number(part.samples.size()) + "), from `" + source.toUtf8()
        + "`, SHA-256 `" + part.dataset.sourceHash.toHex()
        + "`.\n\n```sh\npython -m lmms_eval --include_path PATH/TO/THIS/FOLDER --tasks " + tasks
        + " --model MODEL --batch_size 1\n```\n\n`accuracy` counts a question that is asked in several "
          "rotations as right only when it is right in all. Up to version 0.7.2 of lmms-eval, start it in "
          "this folder: it does not look for data files beside the YAML file.\n";
}

/// Scorers that utils.py has; answers to the others are compared as texts there.
bool isKnownScorer(const QString& rule)
{
    const QString id = rule.left(rule.indexOf(u'(') < 0 ? rule.size() : rule.indexOf(u'('));
    return QStringList{QString(), QStringLiteral("mcq"), QStringLiteral("exact"),
        QStringLiteral("normalised"), QStringLiteral("numeric"), QStringLiteral("relaxed"),
        QStringLiteral("anls"), QStringLiteral("yesno")}
        .contains(id);
}

class LmmsEvalWriter final : public HubWriter {
public:
    LmmsEvalWriter()
        : HubWriter(true)
    {
    }
    Result<> open(StagedFiles& files, const QString& name, const ExportLayout& layout) override
    {
        if (!isKnownScorer(layout.scorer)) {
            m_warnings.append(
                QStringLiteral("%1: answers are scored by \"%2\" here, utils.py compares them as texts")
                    .arg(layout.dataset.name, layout.scorer));
        }
        return HubWriter::open(files, name, layout);
    }
    QStringList warnings() const override { return m_warnings; }

private:
    QStringList m_warnings;
};

} // namespace

ExporterInfo LmmsEvalExporter::info() const
{
    return {QStringLiteral("lmms_eval"), QStringLiteral(QT_TRANSLATE_NOOP("Exporter", "lmms-eval task")),
        QStringLiteral(QT_TRANSLATE_NOOP("Exporter",
            "A folder for --include_path: a task a split with its prompt and scoring, and the rows as "
            "Parquet")),
        {}, {ExportOptions::Images::Embedded}};
}

std::unique_ptr<ExportWriter> LmmsEvalExporter::writer() const
{
    return std::make_unique<LmmsEvalWriter>();
}

Result<QVector<StagedFile::Written>> LmmsEvalExporter::finish(const ExportEnd& end) const
{
    QVector<StagedFile::Written> all;
    const auto add = [&](const QString& name, const QByteArray& bytes) -> Result<> {
        auto file = end.files.add(name, bytes);
        if (!file) {
            return tl::unexpected<Error>(file.error());
        }
        all.append(*std::move(file));
        return {};
    };
    for (qsizetype i = 0; i < end.parts.size(); ++i) {
        const ExportEnd::Part& part = end.parts.at(i);
        UniqueNames names;
        for (const ExportTable& table : part.tables) {
            const QString task = taskName(part.base, table.split, part.tables.size());
            WINNOW_TRY(add(part.base + u'/' + names.take(task, QStringLiteral(".yaml"), table.split.toUtf8()),
                taskYaml(part, table)));
        }
        WINNOW_TRY(add(part.base + QStringLiteral("/utils.py"), lmmsUtils()));
        WINNOW_TRY(add(part.base + QStringLiteral("/README.md"), readMe(end.plan.datasets.at(i), part)));
    }
    return all;
}

bool LmmsEvalExporter::isOwnColumn(const QString& name, const ExportLayout&) const
{
    return HubTable::isOwn(name);
}

QJsonObject LmmsEvalExporter::libraries() const
{
    return {{QStringLiteral("libduckdb"), ParquetWriter::libraryVersion()}};
}

} // namespace winnow
