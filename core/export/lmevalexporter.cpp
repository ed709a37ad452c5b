// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/lmevalexporter.h"

#include "core/export/jsonlrow.h"
#include "core/export/lossnotes.h"
#include "core/export/taskfile.h"

#include <QSet>

namespace winnow {

namespace {

class LmEvalWriter final : public ExportWriter {
    Result<> open(StagedFiles& files, const QString& name, const ExportLayout& layout) override
    {
        m_files = &files;
        m_name = name;
        m_layout = layout;
        return m_rows.open(files, name + u'/' + name + QStringLiteral(".jsonl"));
    }

    Result<> row(const ExportRecord& record) override
    {
        JsonObject object(m_rows.text());
        addJsonlMembers(object, record, m_layout);
        if (!record.row.scorer.isEmpty()) {
            object.add("scorer", record.row.scorer);
        }
        object.end();
        m_rows.text() += '\n';
        m_images = m_images || !record.images.texts.isEmpty();
        look(record);
        return m_rows.flush();
    }

    Result<QVector<StagedFile::Written>> close() override
    {
        QVector<StagedFile::Written> all;
        auto rows = m_rows.close();
        if (!rows) {
            return tl::unexpected<Error>(rows.error());
        }
        all.append(*std::move(rows));
        const std::pair<QString, QByteArray> rest[]{{m_name + QStringLiteral(".yaml"), yaml()},
            {QStringLiteral("utils.py"), taskFile(QStringLiteral("lm_eval_utils.py"))}};
        for (const auto& [name, bytes] : rest) {
            auto written = m_files->add(m_name + u'/' + name, bytes);
            if (!written) {
                return tl::unexpected<Error>(written.error());
            }
            all.append(*std::move(written));
        }
        return all;
    }

    QStringList warnings() const override { return m_losses.sentences(); }

    QByteArray yaml() const
    {
        QByteArray text = "task: ";
        appendJsonString(text, m_name);
        text += "\ncustom_dataset: !function utils.load_dataset\n"
                "test_split: test\n"
                "output_type: generate_until\n"
                "doc_to_text: !function utils.doc_to_text\n";
        text += m_images ? "doc_to_image: !function utils.doc_to_image\n" : "";
        text += "doc_to_target: !function utils.doc_to_target\n"
                "process_results: !function utils.process_results\n"
                "generation_kwargs:\n  until: []\n  do_sample: false\n  max_gen_toks: 1024\n"
                "metric_list:\n"
                "  - metric: acc\n    aggregation: mean\n    higher_is_better: true\n"
                "  - metric: acc_all_rotations\n    aggregation: !function utils.all_rotations\n"
                "    higher_is_better: true\n"
                "metadata:\n  version: 1.0\n";
        const std::pair<const char*, QString> told[]{{"prefix", m_layout.prompt.prefix},
            {"suffix_choices", m_layout.prompt.suffixOfChoices},
            {"suffix_open", m_layout.prompt.suffixOfOpen}, {"scorer", m_layout.scorer}};
        for (const auto& [key, value] : told) {
            text += "  ";
            text += key;
            text += ": ";
            appendJsonString(text, value);
            text += '\n';
        }
        return text;
    }

    void look(const ExportRecord& record)
    {
        static const QSet<QString> read{QString(), QStringLiteral("exact"), QStringLiteral("normalised"),
            QStringLiteral("contains"), QStringLiteral("vqa"), QStringLiteral("numeric"),
            QStringLiteral("relaxed"), QStringLiteral("yesno"), QStringLiteral("mcq")};
        const QString rule = record.row.scorer.isEmpty() ? m_layout.scorer : record.row.scorer;
        m_losses.count(record.row.options.isEmpty() && !read.contains(rule.section(u'(', 0, 0)),
            QStringLiteral("the task scores by equal text what is scored by %1 here").arg(rule));
        m_losses.count(
            record.images.texts.size() > 1, QStringLiteral("the model must take several images at once"));
    }

    StagedFiles* m_files = nullptr;
    QString m_name;
    ExportLayout m_layout;
    BlockFile m_rows;
    LossNotes m_losses;
    bool m_images = false;
};

} // namespace

ExporterInfo LmEvalExporter::info() const
{
    return {QStringLiteral("lm_eval"),
        QStringLiteral(QT_TRANSLATE_NOOP("Exporter", "lm-evaluation-harness task")),
        QStringLiteral(QT_TRANSLATE_NOOP("Exporter",
            "A task folder with samples, images, prompts and the reading of replies, for its option "
            "include_path")),
        {}, {ExportOptions::Images::Folder, ExportOptions::Images::Linked}};
}

std::unique_ptr<ExportWriter> LmEvalExporter::writer() const
{
    return std::make_unique<LmEvalWriter>();
}

Exporter::ImagePlace LmEvalExporter::imagePlace(const QString& base, const Sample&) const
{
    return {base + u'/' + exportnames::kImages, exportnames::kImages + u'/'};
}

bool LmEvalExporter::isOwnColumn(const QString& name, const ExportLayout& layout) const
{
    return name == u"scorer" || isJsonlMember(name, layout);
}

} // namespace winnow
