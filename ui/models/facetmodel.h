// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/samplequery.h"

#include <QAbstractListModel>
#include <QSet>

namespace winnow {

/// The facets of a filter as a flat list: a heading for each field, below it the values with how many samples
/// they would leave. Long fields are cut to the most frequent values until asked for all; long lists of
/// models are folded at first.
class FacetModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum class RowKind { Heading, Value, More };
    enum Role {
        KindRole = Qt::UserRole,
        FieldRole,
        ValueRole,
        CountRole,
        ChosenRole,
        ShareRole,
        FoldedRole,
        GroupRole
    };

    explicit FacetModel(FilterState* filter, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    void setCounts(const FacetCounts& counts);
    /// What a click does: a value is chosen or dropped, a heading folds, "more" unfolds all values.
    void activate(const QModelIndex& index);

signals:
    /// Other rows than before: by counts, by folding or asking for more.
    void rowsRebuilt();

private:
    struct Row {
        RowKind kind = RowKind::Heading;
        FilterField field = FilterField::Dataset;
        QString value;
        qint64 count = 0;
        double share = 0;

        friend bool operator==(const Row&, const Row&) = default;
    };

    QString tip(const Row& row) const;
    static void sortByName(QVector<Row>& values);
    void rebuild();
    void addField(QVector<Row>& rows, FilterField field, const QVector<Facet>& facets) const;

    FilterState* m_filter;
    FacetCounts m_counts;
    QVector<Row> m_rows;
    QSet<int> m_folded;
    /// Long lists of models were folded; what people unfold from then on stays.
    bool m_modelsFolded = false;
    QSet<int> m_all;
};

} // namespace winnow
