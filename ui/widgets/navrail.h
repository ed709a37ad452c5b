// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;
class QToolButton;
class QVBoxLayout;

namespace winnow {

/// The pages of the window as a column of icons with labels.
class NavRail : public QWidget {
    Q_OBJECT
public:
    explicit NavRail(QWidget* parent = nullptr);

    /// Adds an entry; `key` is shown in its tool tip.
    void addPage(const QString& id, const QString& title, const QString& icon, const QString& key);
    void setCurrent(const QString& id);
    void setPagesEnabled(bool enabled);
    /// Above the pages and below them.
    QToolButton* backButton() const { return m_back; }
    QToolButton* menuButton() const { return m_menu; }

signals:
    void pageChosen(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    class Entry;
    Entry* entry(const QString& id) const;

    QVBoxLayout* m_layout;
    QButtonGroup* m_group;
    QToolButton* m_back;
    QToolButton* m_menu;
};

} // namespace winnow
