// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/tablewriter.h"

#include "core/export/appendtext.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace winnow {

namespace {

const QStringList kOwnColumns{QStringLiteral("index"), QStringLiteral("g_index"), QStringLiteral("rotation"),
    QStringLiteral("image"), QStringLiteral("image_path"), QStringLiteral("question"), QStringLiteral("hint"),
    QStringLiteral("answer"), QStringLiteral("accepted_answers"), QStringLiteral("category"),
    QStringLiteral("l2-category"), QStringLiteral("split")};

/// Last, and only where they say something.
const QString kParent = QStringLiteral("parent");
const QString kStep = QStringLiteral("step");
const QString kWeight = QStringLiteral("weight");
const QString kChangedSince = QStringLiteral("changed_since");

/// A Python list of strings, as the kit writes several images.
QString listLiteral(const QStringList& texts)
{
    QStringList items;
    for (QString text : texts) {
        text.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'"));
        text.replace(u'\n', QStringLiteral("\\n")).replace(u'\r', QStringLiteral("\\r"));
        items.append(u'\'' + text + u'\'');
    }
    return u'[' + items.join(QStringLiteral(", ")) + u']';
}

QString cellOf(const QJsonValue& value)
{
    if (value.isString()) {
        return value.toString();
    }
    if (value.isNull() || value.isUndefined()) {
        return {};
    }
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.mid(1, text.size() - 2));
}

/// Cells of one line, all of them quoted.
class Cells {
public:
    /// `losses`: where the cells are looked at, or nullptr.
    Cells(QByteArray& out, const TableShape& shape, TableLosses* losses)
        : m_out(out)
        , m_shape(shape)
        , m_losses(losses)
    {
    }
    void add(const QString& text)
    {
        if (m_count > 0) {
            m_out += m_shape.separator;
        }
        if (text.isEmpty()) {
            ++m_count;
            m_out += "\"\"";
            return;
        }
        // A table with such a character is a binary file to most readers.
        const bool zero = text.contains(QChar(u'\0'));
        if (m_losses != nullptr) {
            m_losses->look(m_count, text, zero);
        }
        ++m_count;
        m_out += '"';
        if (zero) {
            appendDoubling(m_out, QString(text).replace(QChar(u'\0'), QChar::ReplacementCharacter), '"');
        } else {
            appendDoubling(m_out, text, '"');
        }
        m_out += '"';
    }
    void end() { m_out += m_shape.lineEnd; }

private:
    QByteArray& m_out;
    const TableShape& m_shape;
    TableLosses* m_losses;
    qsizetype m_count = 0;
};

/// The kit reads a column of whole numbers as such, any other as text.
void appendKey(QByteArray& keys, const QString& index)
{
    keys += keys.isEmpty() ? "" : ", ";
    bool isNumber = false;
    const qint64 number = index.toLongLong(&isNumber);
    if (isNumber && QString::number(number) == index) {
        keys += index.toLatin1();
    } else {
        appendJsonString(keys, index);
    }
}

} // namespace

TableWriter::TableWriter(const TableShape& shape)
    : m_shape(shape)
{
}

QStringList TableWriter::warnings() const
{
    return (m_losses ? m_losses->sentences() : QStringList()) + m_notes.sentences();
}

QString TableWriter::list(const QStringList& texts) const
{
    if (!m_shape.jsonLists) {
        return listLiteral(texts);
    }
    QByteArray json;
    appendJsonList(json, texts);
    return QString::fromUtf8(json);
}

void TableWriter::header(QByteArray& out) const
{
    QStringList columns{QStringLiteral("index")};
    if (layout().groups) {
        columns += {QStringLiteral("g_index"), QStringLiteral("rotation")};
    }
    columns.append(layout().embedsImages ? QStringLiteral("image") : QStringLiteral("image_path"));
    columns.append(QStringLiteral("question"));
    if (layout().hints) {
        columns.append(QStringLiteral("hint"));
    }
    for (int i = 0; i < layout().optionColumns; ++i) {
        columns.append(optionLetter(i));
    }
    columns.append(QStringLiteral("answer"));
    if (layout().accepted) {
        columns.append(QStringLiteral("accepted_answers"));
    }
    columns += {QStringLiteral("category"), QStringLiteral("l2-category"), QStringLiteral("split")};
    columns += layout().extraColumns;
    if (layout().steps) {
        columns += {kParent, kStep};
    }
    if (layout().weights) {
        columns.append(kWeight);
    }
    if (layout().changes) {
        columns.append(kChangedSince);
    }
    m_losses = std::make_unique<TableLosses>(columns);
    Cells cells(out, m_shape, nullptr);
    for (const QString& column : std::as_const(columns)) {
        cells.add(column);
    }
    cells.end();
}

void TableWriter::line(QByteArray& out, const ExportRecord& record) const
{
    const auto& [sample, row, images, extra, weight, since] = record;
    Cells cells(out, m_shape, m_losses.get());
    cells.add(row.index);
    if (layout().groups) {
        cells.add(row.group.isEmpty() ? row.index : row.group);
        cells.add(QString::number(row.shift));
    }
    cells.add(images.texts.size() > 1 ? list(images.texts) : images.texts.value(0));
    cells.add(row.question);
    if (layout().hints) {
        cells.add(sample.hint);
    }
    for (int i = 0; i < layout().optionColumns; ++i) {
        cells.add(row.options.value(i));
    }
    cells.add(row.gold);
    if (layout().accepted) {
        cells.add(row.accepted.isEmpty() ? QString() : list(row.accepted));
    }
    cells.add(sample.category);
    cells.add(sample.capability);
    cells.add(sample.split);
    for (const QString& column : layout().extraColumns) {
        cells.add(cellOf(extra.value(column)));
    }
    if (layout().steps) {
        cells.add(sample.parent);
        cells.add(sample.step);
    }
    if (layout().weights) {
        cells.add(QString::fromLatin1(shortestNumber(weight)));
    }
    if (layout().changes) {
        cells.add(since);
    }
    cells.end();
    if (m_shape.forKit) {
        appendKey(m_keys, row.index);
        // As it loads and asks at e8e78f0.
        m_notes.count(images.texts.isEmpty(),
            QStringLiteral(
                "no image: VLMEvalKit leaves the row out, or where images are in a folder does not load the "
                "dataset"));
        m_notes.count(!images.texts.isEmpty() && !layout().embedsImages,
            QStringLiteral(
                "VLMEvalKit opens the image by the path as it stands: embed images, or run it in their "
                "folder"));
    }
}

bool isTableColumn(const QString& name, const ExportLayout& layout)
{
    const int option = optionPosition(name);
    return kOwnColumns.contains(name) || (layout.weights && name == kWeight)
        || (layout.changes && name == kChangedSince) || (layout.steps && (name == kParent || name == kStep))
        || (option >= 0 && option < layout.optionColumns && name.at(0).isUpper());
}

Sentence tableObstacle(qsizetype options)
{
    constexpr int kLetters = 26;
    return options > kLetters
        ? Sentence::of(QT_TRANSLATE_NOOP("Error", "it has %1 options, the format has columns for %2"))
              .arg(options, kLetters)
        : Sentence();
}

} // namespace winnow
