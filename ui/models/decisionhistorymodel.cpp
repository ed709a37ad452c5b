// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/decisionhistorymodel.h"

#include "ui/models/actionicon.h"
#include "ui/models/terms.h"

#include <QDateTime>
#include <QLocale>
#include <QSet>

namespace winnow {

namespace {

QString describeAction(const Decision& decision)
{
    switch (decision.action) {
    case Action::None:
        return {};
    case Action::Keep:
        return DecisionHistoryModel::tr("Keep");
    case Action::Drop:
        return DecisionHistoryModel::tr("Drop");
    case Action::Fix:
        return decision.newGold.isEmpty() ? DecisionHistoryModel::tr("New question")
                                          : DecisionHistoryModel::tr("New gold: %1").arg(decision.newGold);
    case Action::Convert:
        return DecisionHistoryModel::tr("Convert to open-ended");
    case Action::Circular:
        return DecisionHistoryModel::tr("Ask in all rotations");
    }
    return {};
}

QString describeVerdict(const Decision& decision)
{
    const QString kind = flagKindTitle(decision.kind);
    switch (decision.verdict) {
    case Verdict::None:
        return {};
    case Verdict::Confirm:
        return DecisionHistoryModel::tr("Confirmed: %1").arg(kind);
    case Verdict::Override:
        return DecisionHistoryModel::tr("Overridden: %1").arg(kind);
    case Verdict::Unsure:
        return DecisionHistoryModel::tr("Unsure: %1").arg(kind);
    }
    return {};
}

} // namespace

QString describeDecision(const Decision& decision)
{
    if (decision.isUndo()) {
        return DecisionHistoryModel::tr("Taken back");
    }
    if (decision.isRedo()) {
        return DecisionHistoryModel::tr("Brought again");
    }
    QStringList parts{describeVerdict(decision), describeAction(decision)};
    parts.removeAll(QString());
    if (parts.isEmpty()) {
        return DecisionHistoryModel::tr("Note: %1").arg(decision.note.simplified());
    }
    if (decision.adjudicates) {
        parts.append(DecisionHistoryModel::tr("adjudicated"));
    }
    return parts.join(QStringLiteral(", "));
}

QString decisionIcon(const Decision& decision)
{
    if (decision.isUndo()) {
        return QStringLiteral("undo");
    }
    if (decision.isRedo()) {
        return QStringLiteral("redo");
    }
    if (decision.action != Action::None) {
        return actionIcon(decision.action);
    }
    switch (decision.verdict) {
    case Verdict::Confirm:
        return QStringLiteral("confirm");
    case Verdict::Override:
        return QStringLiteral("override");
    case Verdict::Unsure:
        return QStringLiteral("unsure");
    case Verdict::None:
        break;
    }
    return QStringLiteral("note");
}

DecisionHistoryModel::DecisionHistoryModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void DecisionHistoryModel::setEvents(const QVector<Decision>& events)
{
    beginResetModel();
    m_events = events;
    m_undone.clear();
    QSet<QString> cancelled;
    for (const Decision& event : events) {
        cancelled.insert(event.redoes);
    }
    QSet<QString> undone;
    for (const Decision& event : events) {
        if (event.isUndo() && !cancelled.contains(event.uuid)) {
            undone.insert(event.undoes);
        }
    }
    for (const Decision& event : events) {
        m_undone.append(undone.contains(event.uuid));
    }
    endResetModel();
}

int DecisionHistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_events.size());
}

QVariant DecisionHistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Decision& event = m_events.at(index.row());
    switch (role) {
    case WhatRole:
        return describeDecision(event);
    case WhereRole: {
        const QDateTime at = QDateTime::fromString(event.at, Qt::ISODateWithMs).toLocalTime();
        const QString when = at.date() == QDate::currentDate()
            ? QLocale().toString(at.time(), QLocale::ShortFormat)
            : QLocale().toString(at, QLocale::ShortFormat);
        return tr("%1, %2, %3").arg(event.sampleKey, event.annotator, when);
    }
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(describeDecision(event), event.sampleKey);
    case SampleRole:
        return event.sampleId.value;
    case IconRole:
        return decisionIcon(event);
    case UndoneRole:
        return m_undone.at(index.row());
    default:
        return {};
    }
}

} // namespace winnow
