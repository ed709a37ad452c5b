// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reviewshortcuts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QShortcut>

namespace winnow {

ReviewShortcuts::ReviewShortcuts(QWidget* page, QWidget* editors)
    : QObject(page)
    , m_page(page)
    , m_editors(editors)
{
    for (const ReviewKey& key : reviewKeys()) {
        for (int i = 0; i < key.keys.size(); ++i) {
            // Text fields keep the plain letters for themselves; everywhere else on the page the keys work.
            auto* shortcut = new QShortcut(QKeySequence(key.keys.at(i)), page);
            shortcut->setAutoRepeat(key.repeats);
            const auto press = [this, command = key.command, i] { emit pressed(command, i); };
            connect(shortcut, &QShortcut::activated, this, press);
            connect(shortcut, &QShortcut::activatedAmbiguously, this, press);
            if (key.yields) {
                m_yielding.append(shortcut);
            }
        }
    }
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { focusMoved(now); });
}

void ReviewShortcuts::focusMoved(QWidget* now)
{
    const bool mine = now && m_page->isAncestorOf(now);
    const bool takesKeys = mine
        && (qobject_cast<QAbstractItemView*>(now) || qobject_cast<QComboBox*>(now)
            || qobject_cast<QAbstractButton*>(now) || m_editors->isAncestorOf(now));
    for (QShortcut* shortcut : std::as_const(m_yielding)) {
        shortcut->setEnabled(!takesKeys);
    }
}

} // namespace winnow
