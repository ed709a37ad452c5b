// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QStringList>

class QListWidget;
class QListWidgetItem;

namespace winnow {

/// Chooses some of several in a list that comes down from the button; none chosen means all. Not there while
/// there is nothing to choose between.
class ChecksButton : public QPushButton {
    Q_OBJECT
public:
    /// `all` is what it says while all are meant, `some` with %1 of %2, and `name` what it is called in the
    /// window; its list is NAME + "List".
    ChecksButton(const QString& what, const QString& all, const QString& some, const QString& name,
        QWidget* parent = nullptr);

    /// In the order offered; empty = all.
    QStringList chosen() const;
    /// Nothing is told; those that are not offered are not chosen.
    void choose(const QStringList& values);
    /// What is chosen stays chosen where it is among them.
    void offer(const QStringList& values);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    /// The list was closed and something else is chosen.
    void changed();

protected:
    /// As the boxes beside it.
    void paintEvent(QPaintEvent* event) override;

private:
    void take(QListWidgetItem* item);
    void say();
    void closed();

    QString m_all;
    QString m_some;
    /// What it says, letter by letter.
    QString m_shown;
    /// When the list was opened.
    QStringList m_before;
    QListWidget* m_list;
};

} // namespace winnow
