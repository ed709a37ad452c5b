// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/inspectexporter.h"

#include "core/export/jsonobject.h"
#include "core/export/lossnotes.h"
#include "core/export/taskfile.h"
#include "core/text/goldreader.h"

#include <array>

namespace winnow {

namespace {

const std::array kOwn{"dataset", "split", "category", "capability", "question", "hint", "group", "rotation",
    "several", "scorer", "weight", "parent", "step", "changed_since"};

/// What an image in base64 is, told by its first bytes; empty for other texts.
QByteArray mimeOf(const QString& base64)
{
    static constexpr std::pair<const char*, const char*> kBegins[]{{"iVBORw0KGgo", "image/png"},
        {"/9j/", "image/jpeg"}, {"R0lGOD", "image/gif"}, {"UklGR", "image/webp"}, {"Qk", "image/bmp"},
        {"SUkq", "image/tiff"}, {"TU0A", "image/tiff"}};
    for (const auto& [begin, mime] : kBegins) {
        if (base64.startsWith(QLatin1String(begin))) {
            return mime;
        }
    }
    return {};
}

class InspectWriter final : public LineWriter {
public:
    QStringList warnings() const override { return m_losses.sentences(); }

private:
    void line(QByteArray& out, const ExportRecord& record) const override
    {
        const ExportRow& row = record.row;
        JsonObject object(out);
        const QString text = textOf(record);
        input(object.key("input"), record.images, text);
        if (!row.options.isEmpty()) {
            object.add("choices", row.options);
        }
        const QVector<int> several = goldSet(row.gold, row.options.size());
        if (!several.isEmpty()) {
            QStringList letters;
            for (const int position : several) {
                letters.append(optionLetter(position));
            }
            object.add("target", letters);
        } else if (row.options.isEmpty() && row.accepted.size() > 1) {
            object.add("target", row.accepted);
        } else {
            object.add("target", row.gold);
        }
        object.add("id", row.index);
        metadata(object.key("metadata"), record, text, !several.isEmpty());
        object.end();
        out += '\n';
        m_losses.count(row.options.contains(QString()),
            QStringLiteral("an option without text, which json_dataset() leaves out; task.py keeps it"));
        m_losses.count(row.options.size() > 26, QStringLiteral("more options than letters"));
        m_losses.count(!row.options.isEmpty() && !layout().prompt.suffixOfChoices.isEmpty(),
            QStringLiteral("multiple_choice() asks in words of its own, not by the dataset's prompt"));
        m_losses.count(row.gold.isEmpty(), QStringLiteral("the target is empty, no answer is known"));
    }

    /// The solver shows the options itself.
    QString textOf(const ExportRecord& record) const
    {
        const ExportRow& row = record.row;
        const PromptTemplate& prompt = layout().prompt;
        return row.options.isEmpty()
            ? promptText(prompt, record.sample.hint, row.question, {})
            : promptText({prompt.prefix, {}, {}}, record.sample.hint, row.question, {});
    }

    void input(QByteArray& out, const RowImages& images, const QString& text) const
    {
        if (images.texts.isEmpty()) {
            appendJsonString(out, text);
            return;
        }
        out += '[';
        JsonObject message(out);
        message.add("role", QLatin1String("user"));
        message.key("content") += '[';
        for (const QString& image : images.texts) {
            const QByteArray mime = layout().embedsImages ? mimeOf(image) : QByteArray();
            JsonObject part(out);
            part.add("type", QLatin1String("image"));
            const QString begin = mime.isEmpty()
                ? QString()
                : QStringLiteral("data:%1;base64,").arg(QString::fromLatin1(mime));
            part.add("image", QString(begin + image));
            part.end();
            out += ", ";
        }
        JsonObject part(out);
        part.add("type", QLatin1String("text"));
        part.add("text", text);
        part.end();
        out += ']';
        message.end();
        out += ']';
    }

    void metadata(QByteArray& out, const ExportRecord& record, const QString& asked, bool several) const
    {
        const auto& [sample, row, images, extra, weight, since] = record;
        JsonObject object(out);
        object.add("dataset", sample.dataset);
        object.add("split", sample.split);
        object.add("category", sample.category);
        object.add("capability", sample.capability);
        if (asked != row.question) {
            object.add("question", row.question);
        }
        if (layout().hints) {
            object.add("hint", sample.hint);
        }
        if (layout().groups) {
            object.add("group", row.group.isEmpty() ? row.index : row.group);
            object.add("rotation", row.shift);
        }
        object.add("several", several);
        object.add("scorer", row.scorer.isEmpty() ? layout().scorer : row.scorer);
        if (layout().steps && !sample.parent.isEmpty()) {
            object.add("parent", sample.parent);
            object.add("step", sample.step);
        }
        if (layout().weights) {
            object.add("weight", weight);
        }
        if (!since.isEmpty()) {
            object.add("changed_since", since);
        }
        for (auto it = extra.constBegin(); it != extra.constEnd(); ++it) {
            object.addExtra(it.key(), it.value());
        }
        object.end();
    }

    mutable LossNotes m_losses;
};

} // namespace

ExporterInfo InspectExporter::info() const
{
    return {QStringLiteral("inspect"),
        QStringLiteral(QT_TRANSLATE_NOOP("Exporter", "inspect_ai dataset and task")),
        QStringLiteral(QT_TRANSLATE_NOOP("Exporter",
            "Samples with choices, targets and images in the message, and a task.py that \"inspect eval\" "
            "runs")),
        QStringLiteral("jsonl"),
        {ExportOptions::Images::Folder, ExportOptions::Images::Embedded, ExportOptions::Images::Linked}};
}

std::unique_ptr<ExportWriter> InspectExporter::writer() const
{
    return std::make_unique<InspectWriter>();
}

Result<QVector<StagedFile::Written>> InspectExporter::finish(const ExportEnd& end) const
{
    QByteArray program = taskFile(QStringLiteral("inspect_task.py"));
    QStringList bases;
    for (const ExportEnd::Part& part : end.parts) {
        bases.append(part.base);
    }
    const QStringList names = programNames(bases);
    for (qsizetype i = 0; i < bases.size(); ++i) {
        program += "\n\n@task\ndef " + names.at(i).toLatin1() + "():\n    return samples_of(";
        appendJsonString(program, QString(bases.at(i) + QStringLiteral(".jsonl")));
        program += ")\n";
    }
    auto written = end.files.add(QStringLiteral("task.py"), program);
    if (!written) {
        return tl::unexpected<Error>(written.error());
    }
    return QVector<StagedFile::Written>{*std::move(written)};
}

bool InspectExporter::isOwnColumn(const QString& name, const ExportLayout&) const
{
    return std::any_of(kOwn.begin(), kOwn.end(), [&](const char* own) { return name == QLatin1String(own); });
}

} // namespace winnow
