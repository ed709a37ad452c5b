// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reviewshortcuts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>

namespace winnow {

ReviewShortcuts::ReviewShortcuts(QWidget* page, QWidget* editors)
    : QObject(page)
    , m_page(page)
    , m_editors(editors)
{
    for (const ReviewKey& key : reviewKeys()) {
        const QString id = QLatin1String(key.id);
        // Text fields keep the plain letters for themselves; everywhere else on the page the keys work.
        auto* bound = new BoundKeys(page, id, Qt::WindowShortcut,
            [this, command = key.command](int place) { emit pressed(command, place); });
        if (keyCommand(id)->yields) {
            m_yielding.append(bound);
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
    for (BoundKeys* bound : std::as_const(m_yielding)) {
        bound->setEnabled(!takesKeys);
    }
}

} // namespace winnow
