// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/subsetsharesmodel.h"

#include "ui/models/tableroles.h"

#include <QLocale>

#include <algorithm>

namespace winnow {

namespace {

bool asksNothing(const SubsetShare& share)
{
    return share.least <= 0 && share.most < 0;
}

} // namespace

void SubsetSharesModel::setInput(const SubsetInput& input)
{
    const QVector<SubsetShare> wanted = shares();
    m_offered.clear();
    for (qsizetype i = 0; i < input.datasets.size(); ++i) {
        m_offered.append(
            {{input.datasets.at(i), {}}, std::count(input.dataset.begin(), input.dataset.end(), quint16(i))});
    }
    for (qsizetype i = 0; i < input.capabilities.size(); ++i) {
        if (!input.capabilities.at(i).isEmpty()) {
            m_offered.append({{{}, input.capabilities.at(i)},
                std::count(input.capability.begin(), input.capability.end(), quint16(i))});
        }
    }
    build(wanted);
}

void SubsetSharesModel::setShares(const QVector<SubsetShare>& wanted)
{
    if (wanted != shares()) {
        build(wanted);
    }
}

void SubsetSharesModel::build(const QVector<SubsetShare>& wanted)
{
    beginResetModel();
    m_rows = m_offered;
    for (const SubsetShare& share : wanted) {
        const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) {
            return row.share.dataset == share.dataset && row.share.capability == share.capability;
        });
        if (found == m_rows.end()) {
            m_rows.append({share, 0});
        } else {
            found->share = share;
        }
    }
    endResetModel();
}

QVector<SubsetShare> SubsetSharesModel::shares() const
{
    QVector<SubsetShare> asked;
    for (const Row& row : m_rows) {
        if (!asksNothing(row.share)) {
            asked.append(row.share);
        }
    }
    return asked;
}

int SubsetSharesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SubsetSharesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString SubsetSharesModel::text(const Row& row, int column) const
{
    switch (Column(column)) {
    case NameColumn:
        return row.share.dataset.isEmpty() ? row.share.capability
            : row.share.capability.isEmpty()
            ? row.share.dataset
            : row.share.dataset + QStringLiteral(", ") + row.share.capability;
    case SamplesColumn:
        return QLocale().toString(row.samples);
    case LeastColumn:
        return row.share.least > 0 ? QLocale().toString(row.share.least) : QString();
    case MostColumn:
        return row.share.most >= 0 ? QLocale().toString(row.share.most) : QString();
    case ColumnCount:
        break;
    }
    return {};
}

QVariant SubsetSharesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return index.column() >= LeastColumn && text(row, index.column()).isEmpty()
            ? QStringLiteral("–")
            : text(row, index.column());
    case Qt::EditRole:
        return text(row, index.column());
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case MutedRole:
        return index.column() >= LeastColumn && text(row, index.column()).isEmpty();
    default:
        return {};
    }
}

QVariant SubsetSharesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((section > NameColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (Column(section)) {
    case NameColumn:
        return tr("Dataset or capability");
    case SamplesColumn:
        return tr("Samples");
    case LeastColumn:
        return tr("At least");
    case MostColumn:
        return tr("At most");
    case ColumnCount:
        break;
    }
    return {};
}

Qt::ItemFlags SubsetSharesModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() >= LeastColumn ? usual | Qt::ItemIsEditable : usual;
}

bool SubsetSharesModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)
        || index.column() < LeastColumn) {
        return false;
    }
    const QString written = value.toString().trimmed();
    bool isNumber = true;
    const qint64 number = written.isEmpty() ? -1 : QLocale().toLongLong(written, &isNumber);
    if (!isNumber || number < -1) {
        return false;
    }
    SubsetShare& share = m_rows[index.row()].share;
    qint64& changed = index.column() == LeastColumn ? share.least : share.most;
    const qint64 wanted = index.column() == LeastColumn ? std::max<qint64>(0, number) : number;
    if (changed != wanted) {
        changed = wanted;
        emit dataChanged(index, index);
        emit edited();
    }
    return true;
}

} // namespace winnow
