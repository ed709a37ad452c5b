// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/facetmodel.h"

#include "ui/models/plaintext.h"
#include "ui/models/terms.h"

#include <QCollator>
#include <QLocale>

#include <algorithm>

namespace winnow {

namespace {

constexpr int kShortList = 8;

} // namespace

FacetModel::FacetModel(FilterState* filter, QObject* parent)
    : QAbstractListModel(parent)
    , m_filter(filter)
    , m_folded{int(FilterField::Category), int(FilterField::Split)}
{
    connect(filter, &FilterState::changed, this, [this] {
        if (!m_rows.isEmpty()) {
            emit dataChanged(index(0), index(rowCount() - 1));
        }
    });
}

int FacetModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant FacetModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        switch (row.kind) {
        case RowKind::Heading:
            return filterFieldTitle(row.field);
        case RowKind::Value:
            return filterValueTitle(row.field, row.value);
        case RowKind::More:
            return tr("%n more", nullptr, int(row.count));
        }
        return {};
    case Qt::ToolTipRole:
        return plainTip(tip(row));
    case Qt::AccessibleDescriptionRole:
        return filterFieldHint(row.field);
    case Qt::AccessibleTextRole:
        if (row.kind == RowKind::Value) {
            const QString text = QStringLiteral("%1, %2").arg(
                filterValueTitle(row.field, row.value), QLocale().toString(row.count));
            return m_filter->contains(row.field, row.value) ? tr("%1, chosen").arg(text) : text;
        }
        return data(index, Qt::DisplayRole);
    case KindRole:
        return int(row.kind);
    case FieldRole:
        return int(row.field);
    case ValueRole:
        return row.value;
    case CountRole:
        return row.count;
    case ChosenRole:
        return row.kind == RowKind::Value && m_filter->contains(row.field, row.value);
    case ShareRole:
        return row.share;
    case FoldedRole:
        return m_folded.contains(int(row.field));
    case GroupRole:
        return row.field == FilterField::Kind && row.kind == RowKind::Value ? int(flagGroupOfKind(row.value))
                                                                            : -1;
    default:
        return {};
    }
}

QString FacetModel::tip(const Row& row) const
{
    const QString hint = filterFieldHint(row.field);
    if (row.kind != RowKind::Value) {
        return row.kind == RowKind::Heading ? hint : QString();
    }
    const QString value
        = QStringLiteral("%1: %2").arg(filterValueTitle(row.field, row.value), QLocale().toString(row.count));
    return hint.isEmpty() ? value : value + u'\n' + hint;
}

void FacetModel::setCounts(const FacetCounts& counts)
{
    m_counts = counts;
    if (m_counts.rightBy.size() <= kShortList) {
        m_modelsFolded = false;
    } else if (!m_modelsFolded) {
        m_modelsFolded = true;
        m_folded += {int(FilterField::RightBy), int(FilterField::WrongBy)};
    }
    rebuild();
}

void FacetModel::activate(const QModelIndex& index)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return;
    }
    const Row row = m_rows.at(index.row());
    switch (row.kind) {
    case RowKind::Value:
        m_filter->toggle(row.field, row.value);
        return;
    case RowKind::Heading:
        if (!m_folded.remove(int(row.field))) {
            m_folded.insert(int(row.field));
        }
        break;
    case RowKind::More:
        m_all.insert(int(row.field));
        break;
    }
    rebuild();
}

void FacetModel::sortByName(QVector<Row>& values)
{
    QCollator order;
    order.setNumericMode(true);
    order.setCaseSensitivity(Qt::CaseInsensitive);
    std::stable_sort(values.begin(), values.end(),
        [&](const Row& a, const Row& b) { return order.compare(a.value, b.value) < 0; });
}

void FacetModel::addField(QVector<Row>& rows, FilterField field, const QVector<Facet>& facets) const
{
    QVector<Row> values;
    qint64 most = 1;
    for (const Facet& facet : facets) {
        const bool chosen = m_filter->contains(field, facet.value);
        if (facet.count > 0 || chosen) {
            values.append({RowKind::Value, field, facet.value, facet.count, 0});
            most = qMax(most, facet.count);
        }
    }
    // One value that everything has tells nothing and cannot narrow anything; of a model it tells something.
    const bool ofModels = field == FilterField::RightBy || field == FilterField::WrongBy;
    const bool tells = field == FilterField::Dataset || field == FilterField::Subset || ofModels;
    if (values.isEmpty()
        || (values.size() == 1 && !tells && !m_filter->contains(field, values.first().value)
            && values.first().count == m_counts.total)) {
        return;
    }
    rows.append({RowKind::Heading, field, {}, qint64(values.size()), 0});
    if (m_folded.contains(int(field))) {
        return;
    }
    for (Row& value : values) {
        value.share = double(value.count) / double(most);
    }
    const bool keepOrder = field == FilterField::Kind || field == FilterField::FlagState
        || field == FilterField::Reviewed || field == FilterField::Action || field == FilterField::ModelsRight
        || field == FilterField::Time;
    if (ofModels || field == FilterField::Subset) {
        // By name: their counts change with each one that is chosen, and the others stay where they were.
        sortByName(values);
    } else if (!keepOrder) {
        std::stable_sort(
            values.begin(), values.end(), [](const Row& a, const Row& b) { return a.count > b.count; });
    }
    qint64 hidden = 0;
    for (int i = 0; i < values.size(); ++i) {
        const bool chosen = m_filter->contains(field, values.at(i).value);
        if (keepOrder || i < kShortList || chosen || m_all.contains(int(field))
            || values.size() <= kShortList + 2) {
            rows.append(values.at(i));
        } else {
            ++hidden;
        }
    }
    if (hidden > 0) {
        rows.append({RowKind::More, field, {}, hidden, 0});
    }
}

void FacetModel::rebuild()
{
    const QString yes = QStringLiteral("yes");
    const QString no = QStringLiteral("no");
    QVector<Row> rows;
    addField(rows, FilterField::Kind, m_counts.kinds);
    addField(rows, FilterField::FlagState, m_counts.flagged > 0 ? m_counts.flagStates : QVector<Facet>{});
    addField(rows, FilterField::Reviewed,
        m_counts.flagged > 0 || m_counts.reviewed > 0
            ? QVector<Facet>{{no, m_counts.notReviewed}, {yes, m_counts.reviewed}}
            : QVector<Facet>{});
    addField(rows, FilterField::Action, m_counts.actions);
    addField(rows, FilterField::RightBy, m_counts.rightBy);
    addField(rows, FilterField::WrongBy, m_counts.wrongBy);
    addField(rows, FilterField::ModelsRight, m_counts.modelsRight);
    addField(rows, FilterField::Time, m_counts.time);
    addField(rows, FilterField::Subset, m_counts.subsets);
    addField(rows, FilterField::Dataset, m_counts.datasets);
    addField(rows, FilterField::Capability, m_counts.capabilities);
    addField(rows, FilterField::Split, m_counts.splits);
    addField(rows, FilterField::Category, m_counts.categories);
    addField(rows, FilterField::Image, m_counts.imageStates);

    // The same rows with other counts only repaint, so that nothing jumps while counts change.
    const auto sameShape = [](const Row& a, const Row& b) {
        return a.kind == b.kind && a.field == b.field && a.value == b.value;
    };
    if (rows.size() == m_rows.size() && std::equal(rows.cbegin(), rows.cend(), m_rows.cbegin(), sameShape)) {
        m_rows = rows;
        if (!m_rows.isEmpty()) {
            emit dataChanged(index(0), index(rowCount() - 1));
        }
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
    emit rowsRebuilt();
}

} // namespace winnow
