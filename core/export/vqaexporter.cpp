// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/vqaexporter.h"

#include "core/export/jsonobject.h"
#include "core/export/lossnotes.h"
#include "core/text/goldreader.h"

#include <QFileInfo>
#include <QHash>

#include <array>
#include <cmath>

namespace winnow {

namespace {

/// Ids that are made begin here; no index as large is taken for one.
constexpr qint64 kMadeIds = 1'000'000'000'000;
const std::array kOwn{"question_id", "image_id", "question", "multiple_choices", "image", "index", "split",
    "category", "capability", "hint", "dataset", "rotation", "g_index", "weight", "answers", "answer_type",
    "question_type", "multiple_choice_answer", "accepted_answers"};

/// What the family calls the kind of an answer.
QLatin1String answerType(const QString& answer)
{
    const QString folded = answer.trimmed().toLower();
    if (folded == u"yes" || folded == u"no") {
        return QLatin1String("yes/no");
    }
    bool number = false;
    const double value = folded.toDouble(&number);
    return QLatin1String(number && std::isfinite(value) ? "number" : "other");
}

class VqaWriter final : public ExportWriter {
    Result<> open(StagedFiles& files, const QString& name, const ExportLayout& layout) override
    {
        m_layout = layout;
        WINNOW_TRY(m_questions.open(files, name + QStringLiteral("_questions.json")));
        WINNOW_TRY(m_annotations.open(files, name + QStringLiteral("_annotations.json")));
        head(m_questions.text(), "questions");
        head(m_annotations.text(), "annotations");
        return {};
    }

    Result<> row(const ExportRecord& record) override
    {
        const qint64 id = questionId(record.row.index);
        const qint64 image = imageId(record.images);
        m_questions.text() += m_rows > 0 ? ",\n" : "\n";
        m_annotations.text() += m_rows > 0 ? ",\n" : "\n";
        ++m_rows;
        question(m_questions.text(), record, id, image);
        annotation(m_annotations.text(), record, id, image);
        look(record);
        WINNOW_TRY(m_questions.flush());
        return m_annotations.flush();
    }

    Result<QVector<StagedFile::Written>> close() override
    {
        QVector<StagedFile::Written> all;
        for (BlockFile* file : {&m_questions, &m_annotations}) {
            file->text() += "\n]}\n";
            auto written = file->close();
            if (!written) {
                return tl::unexpected<Error>(written.error());
            }
            all.append(*std::move(written));
        }
        return all;
    }

    QStringList warnings() const override { return m_losses.sentences(); }

    /// Both files of a split say which one.
    void head(QByteArray& out, const char* list) const
    {
        const QString& name = m_layout.dataset.name;
        JsonObject object(out);
        JsonObject info(object.key("info"));
        info.add("description", name);
        info.end();
        object.add("task_type", QLatin1String(m_layout.optionColumns > 0 ? "Multiple-Choice" : "Open-Ended"));
        object.add("data_type", name);
        object.add("data_subtype", name);
        object.key(list) += '[';
    }

    qint64 questionId(const QString& index)
    {
        bool number = false;
        const qint64 value = index.toLongLong(&number);
        if (number && value >= 0 && value < kMadeIds && QString::number(value) == index) {
            return value;
        }
        m_losses.count(true,
            QStringLiteral("question_id is made, because the index is no whole number; \"index\" keeps it"));
        return kMadeIds + m_rows;
    }

    /// Images of one name have one number; 0 = none.
    qint64 imageId(const RowImages& images)
    {
        if (images.texts.isEmpty()) {
            return 0;
        }
        auto known = m_imageIds.find(images.texts.first());
        if (known == m_imageIds.end()) {
            known = m_imageIds.insert(images.texts.first(), m_imageIds.size() + 1);
        }
        return *known;
    }

    void question(QByteArray& out, const ExportRecord& record, qint64 id, qint64 image) const
    {
        const auto& [sample, row, images, extra, weight, since] = record;
        JsonObject object(out);
        object.add("image_id", image);
        object.add("question", row.question);
        object.add("question_id", id);
        if (m_layout.optionColumns > 0) {
            object.add("multiple_choices", row.options);
        }
        object.add("index", row.index);
        if (images.texts.size() == 1) {
            object.add("image", images.texts.first());
        } else if (!images.texts.isEmpty()) {
            object.add("image", images.texts);
        }
        if (m_layout.groups) {
            object.add("g_index", row.group.isEmpty() ? row.index : row.group);
            object.add("rotation", row.shift);
        }
        object.add("dataset", sample.dataset);
        object.add("split", sample.split);
        object.add("category", sample.category);
        object.add("capability", sample.capability);
        if (m_layout.hints) {
            object.add("hint", sample.hint);
        }
        if (m_layout.weights) {
            object.add("weight", weight);
        }
        for (auto it = extra.constBegin(); it != extra.constEnd(); ++it) {
            object.addExtra(it.key(), it.value());
        }
        object.end();
    }

    void annotation(QByteArray& out, const ExportRecord& record, qint64 id, qint64 image) const
    {
        const ExportRow& row = record.row;
        QStringList answers = row.accepted;
        if (answers.isEmpty() && !row.gold.isEmpty()) {
            for (const int position : positions(row)) {
                answers.append(row.options.at(position));
            }
            if (answers.isEmpty()) {
                answers.append(row.gold);
            }
        }
        const QString answer = row.options.isEmpty() && !row.gold.isEmpty() ? row.gold : answers.value(0);
        JsonObject object(out);
        object.add("question_type", record.sample.category);
        object.add("multiple_choice_answer", answer);
        object.key("answers") += '[';
        for (qsizetype i = 0; i < answers.size(); ++i) {
            out += i > 0 ? ", " : "";
            JsonObject said(out);
            said.add("answer", answers.at(i));
            said.add("answer_confidence", QLatin1String("yes"));
            said.add("answer_id", i + 1);
            said.end();
        }
        out += ']';
        object.add("image_id", image);
        object.add("answer_type", answerType(answer));
        object.add("question_id", id);
        object.end();
    }

    /// Of the options that are right.
    static QVector<int> positions(const ExportRow& row)
    {
        const int one = optionPosition(row.gold, row.options.size());
        return one >= 0 ? QVector<int>{one} : goldSet(row.gold, row.options.size());
    }

    void look(const ExportRecord& record)
    {
        const ExportRow& row = record.row;
        m_losses.count(record.images.texts.size() > 1,
            QStringLiteral("image_id names the first of several images; \"image\" lists them"));
        m_losses.count(!row.options.isEmpty() && positions(row).size() > 1,
            QStringLiteral("several options are right together, and each stands as an answer of its own"));
        const int gold = optionPosition(row.gold, row.options.size());
        m_losses.count(gold >= 0 && row.options.count(row.options.at(gold)) > 1,
            QStringLiteral("the answer is a text that two options have; the letter is lost"));
        m_losses.count(
            !record.sample.parent.isEmpty(), QStringLiteral("which question it is a step of is left out"));
    }

    ExportLayout m_layout;
    BlockFile m_questions;
    BlockFile m_annotations;
    LossNotes m_losses;
    QHash<QString, qint64> m_imageIds;
    qint64 m_rows = 0;
};

} // namespace

ExporterInfo VqaExporter::info() const
{
    return {QStringLiteral("vqav2"), QStringLiteral(QT_TRANSLATE_NOOP("Exporter", "VQA v2 pair")),
        QStringLiteral(QT_TRANSLATE_NOOP("Exporter",
            "A file of questions and one of annotations, joined by question_id, images in a folder")),
        {}, {ExportOptions::Images::Folder, ExportOptions::Images::Linked}};
}

std::unique_ptr<ExportWriter> VqaExporter::writer() const
{
    return std::make_unique<VqaWriter>();
}

bool VqaExporter::isOwnColumn(const QString& name, const ExportLayout&) const
{
    return std::any_of(kOwn.begin(), kOwn.end(), [&](const char* own) { return name == QLatin1String(own); });
}

} // namespace winnow
