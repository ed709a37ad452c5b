// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace winnow {

/// Shows the key that is pressed in it, with its modifiers, at once. Tab and Esc stay what they are.
class KeyField : public QLineEdit {
    Q_OBJECT
public:
    explicit KeyField(QWidget* parent = nullptr);

    const QKeySequence& key() const { return m_key; }
    void clearKey();

signals:
    void keyChanged();

protected:
    bool event(QEvent* event) override;

private:
    QKeySequence m_key;
};

} // namespace winnow
