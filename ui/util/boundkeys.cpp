// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/util/boundkeys.h"

#include <QAction>
#include <QShortcut>
#include <QWidget>

#include <utility>

namespace winnow {

BoundKeys::BoundKeys(
    QWidget* owner, const QString& command, Qt::ShortcutContext context, std::function<void(int)> action)
    : QObject(owner)
    , m_owner(owner)
    , m_command(command)
    , m_context(context)
    , m_action(std::move(action))
{
    Q_ASSERT(keyCommand(command));
    bind();
    connect(&KeyMap::instance(), &KeyMap::changed, this, &BoundKeys::bind);
}

void BoundKeys::setEnabled(bool enabled)
{
    m_enabled = enabled;
    for (QShortcut* shortcut : std::as_const(m_shortcuts)) {
        shortcut->setEnabled(enabled);
    }
}

void BoundKeys::bind()
{
    qDeleteAll(std::exchange(m_shortcuts, {}));
    const QList<QKeySequence> keys = KeyMap::instance().keys(m_command);
    for (int i = 0; i < keys.size(); ++i) {
        auto* shortcut = new QShortcut(keys.at(i), m_owner);
        shortcut->setContext(m_context);
        shortcut->setAutoRepeat(keyCommand(m_command)->repeats);
        shortcut->setEnabled(m_enabled);
        const auto press = [this, i] { m_action(i); };
        connect(shortcut, &QShortcut::activated, this, press);
        connect(shortcut, &QShortcut::activatedAmbiguously, this, press);
        m_shortcuts.append(shortcut);
    }
}

void bindKeys(QAction* action, const QString& command)
{
    const auto bind = [action, command] { action->setShortcuts(KeyMap::instance().keys(command)); };
    QObject::connect(&KeyMap::instance(), &KeyMap::changed, action, bind);
    bind();
}

} // namespace winnow
