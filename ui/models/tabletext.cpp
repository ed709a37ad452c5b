// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tabletext.h"

#include "ui/models/tableroles.h"

#include <QStringList>

#include <functional>

namespace winnow {

namespace {

QString textOf(const QVariant& value)
{
    return value.typeId() == QMetaType::Double ? QString::number(value.toDouble(), 'g', 12)
                                               : value.toString();
}

QStringList linesOf(const QAbstractItemModel& model, const QVector<int>& rows, const QVector<int>& columns,
    QChar separator, const std::function<QString(QString)>& field)
{
    QStringList lines;
    QStringList cells;
    for (const int column : columns) {
        cells.append(field(model.headerData(column, Qt::Horizontal).toString()));
    }
    lines.append(cells.join(separator));
    for (const int row : rows) {
        cells.clear();
        for (const int column : columns) {
            const QModelIndex index = model.index(row, column);
            const QVariant plain = index.data(PlainRole);
            cells.append(field(plain.isValid() ? textOf(plain) : index.data().toString()));
        }
        lines.append(cells.join(separator));
    }
    return lines;
}

} // namespace

QString csvField(QString text)
{
    const bool quoted
        = text.contains(u',') || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r');
    return quoted ? QString(u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"') : text;
}

QString tableAsTsv(const QAbstractItemModel& model, const QVector<int>& rows, const QVector<int>& columns)
{
    const auto field
        = [](QString text) { return text.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' '); };
    return linesOf(model, rows, columns, u'\t', field).join(u'\n') + u'\n';
}

QByteArray tableAsCsv(const QAbstractItemModel& model, const QVector<int>& rows, const QVector<int>& columns)
{
    return (
        linesOf(model, rows, columns, u',', csvField).join(QStringLiteral("\r\n")) + QStringLiteral("\r\n"))
        .toUtf8();
}

} // namespace winnow
