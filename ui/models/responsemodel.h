// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/samplebundle.h"

#include <QAbstractTableModel>

#include <optional>

namespace winnow {

/// The responses to one sample as a table, all of them or those of one condition. Formats only.
class ResponseModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        ModelColumn,
        ConditionColumn,
        AnswerColumn,
        OutcomeColumn,
        LatencyColumn,
        VerifierColumn,
        LogProbabilityColumn,
        ColumnCount
    };
    /// The raw text of the response; the icon of the outcome by name; the outcome as int.
    enum Role { TextRole = Qt::UserRole, IconRole, OutcomeRole };

    explicit ResponseModel(QObject* parent = nullptr);

    void setBundle(std::shared_ptr<const SampleBundle> bundle);
    void setCondition(std::optional<Condition> condition);
    std::optional<Condition> condition() const { return m_condition; }
    int countOf(std::optional<Condition> condition) const;
    /// Some response to the sample has a verifier's rating, or a log-probability.
    bool hasRatings(Column column) const;
    const ResponseRow* row(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString display(const ResponseRow& row, int column) const;
    void filter();

    std::shared_ptr<const SampleBundle> m_bundle;
    std::optional<Condition> m_condition;
    QVector<int> m_rows;
};

/// "right", "partly", "wrong", "missing" in the user's language, and the icon that goes with it.
QString outcomeTitle(Outcome outcome);
QString outcomeIcon(Outcome outcome);

} // namespace winnow
