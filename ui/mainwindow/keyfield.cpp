// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/keyfield.h"

#include <QKeyEvent>

namespace winnow {

namespace {

bool isTaken(const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Escape:
    case Qt::Key_unknown:
        return false;
    default:
        return true;
    }
}

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta
        || key == Qt::Key_AltGr;
}

} // namespace

KeyField::KeyField(QWidget* parent)
    : QLineEdit(parent)
{
    setReadOnly(true);
    setContextMenuPolicy(Qt::NoContextMenu);
}

void KeyField::clearKey()
{
    m_key = {};
    clear();
}

bool KeyField::event(QEvent* event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride) {
        return QLineEdit::event(event);
    }
    const auto* key = static_cast<QKeyEvent*>(event);
    if (!isTaken(*key)) {
        return QLineEdit::event(event);
    }
    event->accept();
    if (event->type() == QEvent::KeyPress && !isModifier(key->key())) {
        Qt::KeyboardModifiers modifiers = key->modifiers() & ~Qt::KeypadModifier;
        // A sign that Shift makes is that sign.
        if (!key->text().isEmpty() && !key->text().at(0).isLetterOrNumber() && key->text().at(0).isPrint()
            && key->key() != Qt::Key_Space) {
            modifiers &= ~Qt::ShiftModifier;
        }
        m_key = QKeySequence(key->key() | modifiers);
        setText(m_key.toString(QKeySequence::NativeText));
        emit keyChanged();
    }
    return true;
}

} // namespace winnow
