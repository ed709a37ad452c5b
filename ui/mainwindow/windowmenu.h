// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/recentprojects.h"

#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace winnow {

/// The menu of the window and the actions whose keys it names: a key is bound once, by the action that the
/// menu shows.
class WindowMenu : public QObject {
    Q_OBJECT
public:
    /// The keys work in all of `window`; the menu goes with `parent`.
    WindowMenu(QWidget* window, RecentProjects* recent, QWidget* parent);

    QMenu* menu() const { return m_menu; }
    void setProjectOpen(bool open);

signals:
    void openChosen();
    void newChosen();
    void projectChosen(const QString& path);
    void closeChosen();
    void preferencesChosen();
    void keysChosen();
    void fullScreenChosen();
    void quitChosen();

private:
    QAction* add(const QString& title, const QString& command, void (WindowMenu::*chosen)());
    void fillRecent();

    QWidget* m_window;
    RecentProjects* m_projects;
    QMenu* m_menu;
    QMenu* m_recent = nullptr;
    QAction* m_close = nullptr;
};

} // namespace winnow
