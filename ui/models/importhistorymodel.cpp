// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/importhistorymodel.h"

#include "core/store/datasetstore.h"
#include "ui/models/plaintext.h"
#include "ui/models/tableroles.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLocale>
#include <QSet>

namespace winnow {

namespace {

bool isNumber(int column)
{
    return column >= ImportHistoryModel::AddedColumn && column <= ImportHistoryModel::WarningsColumn;
}

QString kindTitle(const QString& role)
{
    return role == u"samples"  ? ImportHistoryModel::tr("Samples")
        : role == u"responses" ? ImportHistoryModel::tr("Model responses")
                               : ImportHistoryModel::tr("Judgements");
}

} // namespace

QVector<ImportRecord> ImportHistory::partsOf(ImportId import) const
{
    QVector<ImportRecord> parts;
    for (const Line& line : lines) {
        if (line.record.id == import || line.record.partOf == import) {
            parts.append(line.record);
        }
    }
    return parts;
}

Result<ImportHistory> loadImportHistory(const Project& project)
{
    const bool writable = !project.isReadOnly();
    return project.read([&](sqlite::Connection& c) {
        ImportHistory history;
        QHash<DatasetId, QString> names;
        for (const Dataset& dataset : DatasetStore(c).all()) {
            history.datasets.append(dataset.name);
            names.insert(dataset.id, dataset.name);
        }
        const QVector<ImportRecord> records = ImportStore(c).all();
        QSet<DatasetId> stoodOn;
        for (auto it = records.crbegin(); it != records.crend(); ++it) {
            const bool later = stoodOn.contains(it->datasetId);
            const bool whole = !it->undone && !it->partOf;
            if (whole) {
                stoodOn.insert(it->datasetId);
            }
            const bool can = whole && !later && it->undoable && writable && names.contains(it->datasetId);
            history.lines.append({*it, names.value(it->datasetId), can, later});
        }
        return history;
    });
}

int ImportHistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_history.lines.size());
}

int ImportHistoryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportHistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((isNumber(section)              ? Qt::AlignRight
                           : section == UndoColumn ? Qt::AlignHCenter
                                                   : Qt::AlignLeft)
            | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const QString titles[] = {tr("File"), tr("Kind"), tr("Dataset"), tr("New"), tr("Changed"),
        tr("Unchanged"), tr("Rejected"), tr("Warnings"), tr("When"), tr("Undo")};
    return titles[section];
}

QVariant ImportHistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const ImportHistory::Line& line = m_history.lines.at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(line, column);
    case Qt::ToolTipRole:
        return plainTip(tip(line, column));
    case Qt::TextAlignmentRole:
        return headerData(column, Qt::Horizontal, role);
    case LinkRole:
    case ActionRole:
        return column == UndoColumn && line.canUndo;
    case MutedRole:
        return line.record.undone;
    default:
        return {};
    }
}

QString ImportHistoryModel::text(const ImportHistory::Line& line, Column column) const
{
    const auto count = [](qint64 value) { return QLocale().toString(value); };
    const ImportRecord& record = line.record;
    switch (column) {
    case FileColumn:
        return QFileInfo(record.file).fileName();
    case KindColumn:
        return kindTitle(record.role);
    case DatasetColumn:
        return line.dataset.isEmpty() ? QStringLiteral("–") : line.dataset;
    case AddedColumn:
        return count(record.added);
    case ChangedColumn:
        return count(record.changed);
    case UnchangedColumn:
        return count(record.unchanged);
    case RejectedColumn:
        return count(record.rejected);
    case WarningsColumn:
        return count(record.warnings);
    case WhenColumn:
        return QLocale().toString(
            QDateTime::fromString(record.startedAt, Qt::ISODateWithMs).toLocalTime(), QLocale::ShortFormat);
    case UndoColumn:
        return record.undone ? tr("undone") : line.canUndo ? tr("Undo…") : QString();
    case ColumnCount:
        break;
    }
    return {};
}

QString ImportHistoryModel::tip(const ImportHistory::Line& line, Column column) const
{
    if (column == FileColumn) {
        return line.record.file;
    }
    if (column != UndoColumn || line.record.undone) {
        return {};
    }
    if (line.canUndo) {
        return tr("Takes back all that this import brought");
    }
    if (line.record.partOf) {
        return tr("Belongs to the import of the same file");
    }
    if (line.dataset.isEmpty()) {
        return tr("Its dataset was removed");
    }
    if (!line.record.undoable) {
        return tr("An older version imported it; what it brought was not noted");
    }
    return line.stoodOn ? tr("A later import of the dataset stands on it") : QString();
}

void ImportHistoryModel::set(const ImportHistory& history)
{
    beginResetModel();
    m_history = history;
    endResetModel();
}

} // namespace winnow
