// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/responsemodel.h"

#include "ui/models/plaintext.h"
#include "ui/models/terms.h"

#include <QLocale>

namespace winnow {

namespace {

QString rating(const std::optional<double>& value)
{
    return value ? QLocale().toString(*value, 'g', 4) : QString();
}

} // namespace

QString outcomeTitle(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Right:
        return ResponseModel::tr("right");
    case Outcome::Partly:
        return ResponseModel::tr("partly");
    case Outcome::Wrong:
        return ResponseModel::tr("wrong");
    case Outcome::Unread:
        return ResponseModel::tr("unread");
    case Outcome::Missing:
        break;
    }
    return ResponseModel::tr("missing");
}

QString outcomeIcon(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Right:
        return QStringLiteral("check");
    case Outcome::Partly:
        return QStringLiteral("unsure");
    case Outcome::Wrong:
        return QStringLiteral("close");
    case Outcome::Unread:
    case Outcome::Missing:
        break;
    }
    return {};
}

ResponseModel::ResponseModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void ResponseModel::setBundle(std::shared_ptr<const SampleBundle> bundle)
{
    beginResetModel();
    m_bundle = std::move(bundle);
    filter();
    endResetModel();
}

void ResponseModel::setCondition(std::optional<Condition> condition)
{
    if (m_condition != condition) {
        beginResetModel();
        m_condition = condition;
        filter();
        endResetModel();
    }
}

void ResponseModel::filter()
{
    m_rows.clear();
    if (m_bundle) {
        for (int i = 0; i < m_bundle->responses.size(); ++i) {
            if (!m_condition || m_bundle->responses.at(i).run.condition == *m_condition) {
                m_rows.append(i);
            }
        }
    }
}

int ResponseModel::countOf(std::optional<Condition> condition) const
{
    if (!m_bundle) {
        return 0;
    }
    return int(std::count_if(m_bundle->responses.cbegin(), m_bundle->responses.cend(),
        [&](const ResponseRow& row) { return !condition || row.run.condition == *condition; }));
}

bool ResponseModel::hasRatings(Column column) const
{
    const auto rating = column == VerifierColumn ? &Response::verifier : &Response::logProbability;
    return m_bundle
        && std::any_of(m_bundle->responses.cbegin(), m_bundle->responses.cend(),
            [&](const ResponseRow& row) { return (row.response.*rating).has_value(); });
}

const ResponseRow* ResponseModel::row(int row) const
{
    return m_bundle && row >= 0 && row < m_rows.size() ? &m_bundle->responses.at(m_rows.at(row)) : nullptr;
}

int ResponseModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ResponseModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ResponseModel::display(const ResponseRow& row, int column) const
{
    switch (column) {
    case ModelColumn:
        if (row.response.attempt > 0) {
            return tr("%1, attempt %2").arg(row.run.model, QString::number(row.response.attempt + 1));
        }
        return row.run.setting.isEmpty() ? row.run.model : tr("%1 (%2)").arg(row.run.model, row.run.setting);
    case ConditionColumn:
        return row.run.condition == Condition::Circular && row.response.shift > 0
            ? tr("%1 +%2").arg(conditionTitle(row.run.condition)).arg(row.response.shift)
            : conditionTitle(row.run.condition);
    case AnswerColumn: {
        const QString answer = row.response.answer.simplified();
        return row.baseAnswer == row.response.answer ? answer : tr("%1 (as %2)").arg(row.baseAnswer, answer);
    }
    case OutcomeColumn:
        return row.outcome == Outcome::Partly
            ? tr("%1 %2").arg(outcomeTitle(row.outcome), QLocale().toString(*row.response.score, 'f', 2))
            : outcomeTitle(row.outcome);
    case LatencyColumn:
        return row.response.latency ? tr("%1 s").arg(QLocale().toString(*row.response.latency, 'f', 1))
                                    : QString();
    case VerifierColumn:
        return rating(row.response.verifier);
    case LogProbabilityColumn:
        return rating(row.response.logProbability);
    default:
        return {};
    }
}

QVariant ResponseModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const ResponseRow& row = m_bundle->responses.at(m_rows.at(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return display(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == ModelColumn || index.column() == AnswerColumn
            ? QVariant(plainTip(display(row, index.column())))
            : QVariant();
    case Qt::TextAlignmentRole:
        return int((index.column() >= LatencyColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case TextRole:
        return row.response.text;
    case IconRole:
        return index.column() == OutcomeColumn ? outcomeIcon(row.outcome) : QString();
    case OutcomeRole:
        return int(row.outcome);
    default:
        return {};
    }
}

QVariant ResponseModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((section >= LatencyColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole) {
        return section == VerifierColumn
            ? QVariant(plainTip(tr("How good a judge, a reward model or another verifier found the reply")))
            : section == LogProbabilityColumn
            ? QVariant(plainTip(tr("Log-probability of the reply, as its file has it: summed or averaged")))
            : QVariant();
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case ModelColumn:
        return tr("Model");
    case ConditionColumn:
        return tr("Condition");
    case AnswerColumn:
        return tr("Answer");
    case OutcomeColumn:
        return tr("Score");
    case LatencyColumn:
        return tr("Time");
    case VerifierColumn:
        return tr("Rating");
    case LogProbabilityColumn:
        return tr("Log p");
    default:
        return {};
    }
}

} // namespace winnow
