// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/llavaexporter.h"

#include "core/export/jsonobject.h"
#include "core/export/lossnotes.h"

#include <QRegularExpression>

#include <algorithm>

namespace winnow {

namespace {

class LlavaWriter final : public LineWriter {
public:
    QStringList warnings() const override { return m_losses.sentences(); }

private:
    void header(QByteArray& out) const override { out += "[\n"; }
    void footer(QByteArray& out) const override { out += rowsBefore() > 0 ? "\n]\n" : "]\n"; }

    void line(QByteArray& out, const ExportRecord& record) const override
    {
        const auto& [sample, row, images, extra, weight, since] = record;
        out += rowsBefore() > 0 ? ",\n" : "";
        JsonObject object(out);
        object.add("id", row.index);
        if (images.texts.size() == 1) {
            object.add("image", images.texts.first());
        } else if (!images.texts.isEmpty()) {
            object.add("image", images.texts);
        }
        QString said = promptText(layout().prompt, sample.hint, row.question, row.options);
        // The one token that its loader counts.
        static const QRegularExpression numbered(QStringLiteral("<image ?\\d+>"));
        const QString token = QStringLiteral("<image>");
        said.replace(numbered, token);
        const qsizetype without = images.texts.size() - said.count(token);
        said.prepend(QString(token + u'\n').repeated(std::max<qsizetype>(0, without)));
        object.key("conversations") += '[';
        turn(out, "human", said);
        out += ", ";
        turn(out, "gpt", row.gold);
        out += ']';
        object.end();
        look(record);
    }

    static void turn(QByteArray& out, const char* from, const QString& value)
    {
        JsonObject object(out);
        object.add("from", QLatin1String(from));
        object.add("value", value);
        object.end();
    }

    void look(const ExportRecord& record) const
    {
        m_losses.count(!record.row.options.isEmpty(),
            QStringLiteral("options stand in the text of the question, not in a field of their own"));
        m_losses.count(record.row.accepted.size() > 1,
            QStringLiteral("other accepted answers are left out, there is one reply a question"));
        m_losses.count(record.row.gold.isEmpty(), QStringLiteral("the reply is empty, no answer is known"));
        m_losses.count(!record.row.group.isEmpty(),
            QStringLiteral("which rotations belong together is not said, but in their ids"));
        m_losses.count(!record.extra.isEmpty() || !record.sample.category.isEmpty()
                || !record.sample.capability.isEmpty() || !record.sample.split.isEmpty(),
            QStringLiteral("split, category, capability and other columns are left out"));
        m_losses.count(layout().weights, QStringLiteral("weights are left out"));
    }

    mutable LossNotes m_losses;
};

} // namespace

ExporterInfo LlavaExporter::info() const
{
    return {QStringLiteral("llava"), QStringLiteral(QT_TRANSLATE_NOOP("Exporter", "LLaVA conversations")),
        QStringLiteral(QT_TRANSLATE_NOOP("Exporter",
            "A JSON list for training and asking LLaVA and its kin: question and answer as a conversation, "
            "images in a folder")),
        QStringLiteral("json"), {ExportOptions::Images::Folder, ExportOptions::Images::Linked}};
}

std::unique_ptr<ExportWriter> LlavaExporter::writer() const
{
    return std::make_unique<LlavaWriter>();
}

bool LlavaExporter::isOwnColumn(const QString&, const ExportLayout&) const
{
    return false;
}

} // namespace winnow
