// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/decision.h"

#include <QAbstractListModel>
#include <QVector>

namespace winnow {

/// The last events of the ledger, newest first, each as two short lines.
class DecisionHistoryModel : public QAbstractListModel {
    Q_OBJECT
public:
    /// What was decided; where, by whom and when; the sample's id; an icon by name; whether it was taken
    /// back.
    enum Role { WhatRole = Qt::DisplayRole, WhereRole = Qt::UserRole, SampleRole, IconRole, UndoneRole };

    explicit DecisionHistoryModel(QObject* parent = nullptr);

    void setEvents(const QVector<Decision>& events);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    QVector<Decision> m_events;
    QVector<bool> m_undone;
};

/// "Confirmed: Blindly solvable", "New gold: C", "Note: …" in the user's language.
QString describeDecision(const Decision& decision);
/// The name of the icon for it.
QString decisionIcon(const Decision& decision);

} // namespace winnow
