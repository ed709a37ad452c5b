// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/detectors/parameters.h"
#include "ui/widgets/basics.h"

#include <QHash>

class QGridLayout;

namespace winnow {

/// The settings of one detector with unit, default and what each changes; values apply to the preview at
/// once and to the project with the next run.
class AuditParameters : public Card {
    Q_OBJECT
public:
    explicit AuditParameters(QWidget* parent = nullptr);

    /// Shows the parameters of a detector; `overrides` are those that differ from their default.
    void setParameters(
        const QString& detector, const QVector<ParameterInfo>& infos, const QJsonObject& overrides);
    /// Only what differs from the defaults.
    QJsonObject overrides() const { return m_overrides; }
    void setValue(const QString& id, const QJsonValue& value);

signals:
    /// A person or setValue() changed something.
    void changed();

private:
    QWidget* makeEditor(const ParameterInfo& info);
    void take(const ParameterInfo& info, const QJsonValue& value);
    void showValues();

    QString m_detector;
    QVector<ParameterInfo> m_infos;
    QJsonObject m_overrides;
    Text* m_none;
    QPushButton* m_reset;
    QWidget* m_form = nullptr;
    QHash<QString, QWidget*> m_editors;
    QHash<QString, Text*> m_titles;
};

} // namespace winnow
