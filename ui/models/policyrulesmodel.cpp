// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/policyrulesmodel.h"

#include "core/domain/flagkind.h"
#include "ui/models/plaintext.h"
#include "ui/models/tableroles.h"
#include "ui/models/terms.h"

#include <QLocale>

namespace winnow {

PolicyRulesModel::PolicyRulesModel(PolicyDrafts* drafts, QObject* parent)
    : QAbstractTableModel(parent)
    , m_drafts(drafts)
{
}

int PolicyRulesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || m_row < 0 ? 0 : int(flagKinds().size());
}

int PolicyRulesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

PolicyRule PolicyRulesModel::rule(int row) const
{
    return m_drafts->policy(m_row).rule(flagKinds().at(row).id, m_dataset);
}

bool PolicyRulesModel::isOwn(int row) const
{
    return !m_dataset.isEmpty()
        && PolicyDrafts::hasOwnRule(m_drafts->policy(m_row), m_dataset, flagKinds().at(row).id);
}

bool PolicyRulesModel::isEditable(const QModelIndex& index) const
{
    if (m_row < 0 || m_drafts->isBuiltIn(m_row)) {
        return false;
    }
    const bool acts = rule(index.row()).unreviewed != Disposition::Keep;
    switch (Column(index.column())) {
    case ConfirmedColumn:
    case UnreviewedColumn:
        return true;
    case ScoreColumn:
        return acts;
    case WhereColumn:
        return acts && flagKinds().at(index.row()).has(FlagKind::RankUntilChecked);
    case KindColumn:
    case ColumnCount:
        break;
    }
    return false;
}

Qt::ItemFlags PolicyRulesModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.isValid() && isEditable(index) ? usual | Qt::ItemIsEditable : usual;
}

QString PolicyRulesModel::text(int column, const PolicyRule& rule) const
{
    const bool acts = rule.unreviewed != Disposition::Keep;
    switch (column) {
    case ConfirmedColumn:
        return dispositionTitle(rule.confirmed);
    case UnreviewedColumn:
        return dispositionTitle(rule.unreviewed);
    case ScoreColumn:
        return acts ? QLocale().toString(rule.minimumScore, 'f', 2) : QStringLiteral("–");
    case WhereColumn:
        return !acts ? QString() : rule.probabilitiesOnly ? tr("where checked") : tr("everywhere");
    default:
        return {};
    }
}

QVariant PolicyRulesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const FlagKind& kind = flagKinds().at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return column == KindColumn ? flagKindTitle(kind.id) : text(column, rule(index.row()));
    case Qt::EditRole: {
        const PolicyRule now = rule(index.row());
        return column == ConfirmedColumn ? QVariant(int(now.confirmed))
            : column == UnreviewedColumn ? QVariant(int(now.unreviewed))
            : column == ScoreColumn      ? QVariant(now.minimumScore)
            : column == WhereColumn      ? QVariant(now.probabilitiesOnly)
                                         : QVariant();
    }
    case Qt::TextAlignmentRole:
        return headerData(column, Qt::Horizontal, role);
    case GroupIconRole:
        return column == KindColumn ? QVariant(int(kind.group)) : QVariant();
    case OwnRole:
        return isOwn(index.row());
    case StrongRole:
        return isOwn(index.row()) && column != KindColumn;
    case MutedRole: {
        const PolicyRule now = rule(index.row());
        const bool keeps = (column == ConfirmedColumn && now.confirmed == Disposition::Keep)
            || (column > ConfirmedColumn && now.unreviewed == Disposition::Keep);
        return column != KindColumn && (keeps || (!m_dataset.isEmpty() && !isOwn(index.row())));
    }
    default:
        return {};
    }
}

QVariant PolicyRulesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((section == ScoreColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole && section == WhereColumn) {
        return plainTip(
            tr("Where checked: only in datasets whose gold answers people have checked enough of, "
               "for only there the score is a probability"));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (Column(section)) {
    case KindColumn:
        return tr("Kind of flag");
    case ConfirmedColumn:
        return tr("Confirmed");
    case UnreviewedColumn:
        return tr("Unreviewed");
    case ScoreColumn:
        return tr("From score");
    case WhereColumn:
        return tr("Counts");
    case ColumnCount:
        break;
    }
    return {};
}

bool PolicyRulesModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || !isEditable(index)) {
        return false;
    }
    PolicyRule changed = rule(index.row());
    switch (Column(index.column())) {
    case ConfirmedColumn:
        changed.confirmed = Disposition(value.toInt());
        break;
    case UnreviewedColumn:
        changed.unreviewed = Disposition(value.toInt());
        break;
    case ScoreColumn:
        changed.minimumScore = qBound(0.0, value.toDouble(), 1.0);
        break;
    case WhereColumn:
        changed.probabilitiesOnly = value.toBool();
        break;
    case KindColumn:
    case ColumnCount:
        return false;
    }
    if (data(index, Qt::EditRole) == value) {
        return true;
    }
    m_drafts->setRule(m_row, m_dataset, flagKinds().at(index.row()).id, changed);
    emit dataChanged(this->index(index.row(), 0), this->index(index.row(), ColumnCount - 1));
    return true;
}

QVector<std::pair<QString, QVariant>> PolicyRulesModel::choices(int column) const
{
    if (column == WhereColumn) {
        return {{tr("everywhere"), false}, {tr("where checked"), true}};
    }
    QVector<std::pair<QString, QVariant>> all;
    if (column == ConfirmedColumn || column == UnreviewedColumn) {
        for (const Disposition each : {Disposition::Keep, Disposition::Drop, Disposition::Fix,
                 Disposition::Convert, Disposition::Circular}) {
            all.append({dispositionTitle(each), int(each)});
        }
    }
    return all;
}

void PolicyRulesModel::show(int row, const QString& dataset)
{
    beginResetModel();
    m_row = row;
    m_dataset = dataset;
    endResetModel();
}

void PolicyRulesModel::inherit(int row)
{
    if (m_row >= 0 && row >= 0 && isOwn(row)) {
        m_drafts->inheritRule(m_row, m_dataset, flagKinds().at(row).id);
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

} // namespace winnow
