// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/subsetsamplemodel.h"

#include "ui/models/clickthrough.h"
#include "ui/models/plaintext.h"
#include "ui/models/tableroles.h"
#include "ui/models/terms.h"

#include <QLocale>

namespace winnow {

void SubsetSampleModel::setChoice(const SubsetChoice& choice)
{
    beginResetModel();
    m_choice = choice;
    endResetModel();
}

int SubsetSampleModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_choice.keys.size());
}

int SubsetSampleModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString SubsetSampleModel::text(qsizetype place, int column) const
{
    const std::uint32_t item = m_choice.chosen.selection.items[size_t(place)];
    const SubsetInput& input = m_choice.study->input();
    const ItemStatistics& statistics = m_choice.study->problem()->statistics();
    const QString none = QStringLiteral("–");
    switch (Column(column)) {
    case KeyColumn:
        return m_choice.keys.at(place);
    case CapabilityColumn:
        return input.capabilities.at(input.capability[item]);
    case WhyColumn:
        return sentenceText(m_choice.why.value(place));
    case RightColumn:
        return statistics.answered[item]
            ? QLocale().toString(100 * double(statistics.share[item]), 'f', 0) + u'%'
            : none;
    case CorrelationColumn:
        return input.table.models >= 3 ? QLocale().toString(double(statistics.pointBiserial[item]), 'f', 2)
                                       : none;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant SubsetSampleModel::plain(qsizetype place, int column) const
{
    const std::uint32_t item = m_choice.chosen.selection.items[size_t(place)];
    const ItemStatistics& statistics = m_choice.study->problem()->statistics();
    if (column == RightColumn) {
        return statistics.answered[item] ? QVariant(double(statistics.share[item])) : QVariant(QString());
    }
    if (column == CorrelationColumn) {
        return m_choice.study->input().table.models >= 3 ? QVariant(double(statistics.pointBiserial[item]))
                                                         : QVariant(QString());
    }
    return text(place, column);
}

QVariant SubsetSampleModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const qsizetype place = index.row();
    switch (role) {
    case Qt::DisplayRole:
        return text(place, index.column());
    case Qt::ToolTipRole:
        return index.column() == WhyColumn || index.column() == KeyColumn
            ? plainTip(text(place, index.column()))
            : QString();
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case PlainRole:
        return plain(place, index.column());
    case OpenRole:
        return index.column() != KeyColumn ? QVariant()
                                           : QVariant::fromValue(ClickThrough::toSamples(
                                               m_choice.keys.at(place), {{m_choice.sampleAt(place)}}));
    case IdRole:
        return m_choice.sampleAt(place).value;
    case MustRole:
        return m_choice.chosen.selection.reason[size_t(place)] == ChosenFor::Must;
    default:
        return {};
    }
}

QVariant SubsetSampleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((section >= RightColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole) {
        return section == RightColumn ? plainTip(tr("Share of the models that are right"))
            : section == CorrelationColumn
            ? plainTip(tr("Point-biserial correlation of right with the models' accuracy"))
            : QString();
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (Column(section)) {
    case KeyColumn:
        return tr("Sample");
    case CapabilityColumn:
        return tr("Capability");
    case WhyColumn:
        return tr("Why it is in");
    case RightColumn:
        return tr("Right");
    case CorrelationColumn:
        return QStringLiteral("r_pb");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace winnow
