// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/keymap.h"

#include <QObject>
#include <QVector>

#include <functional>

class QAction;
class QShortcut;
class QWidget;

namespace winnow {

/// The keys of one command on a widget; they follow when the user chooses others. Goes with the widget.
class BoundKeys : public QObject {
    Q_OBJECT
public:
    /// `action` is given the place of the key among those of the command.
    BoundKeys(
        QWidget* owner, const QString& command, Qt::ShortcutContext context, std::function<void(int)> action);
    /// Keys that are off leave what is pressed to the widget that has the focus.
    void setEnabled(bool enabled);

private:
    void bind();

    QWidget* m_owner;
    QString m_command;
    Qt::ShortcutContext m_context;
    std::function<void(int)> m_action;
    QVector<QShortcut*> m_shortcuts;
    bool m_enabled = true;
};

/// Gives an action the keys of a command, now and when the user chooses others.
void bindKeys(QAction* action, const QString& command);

} // namespace winnow
