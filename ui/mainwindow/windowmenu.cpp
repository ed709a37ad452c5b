// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/windowmenu.h"

#include "ui/util/boundkeys.h"
#include "ui/util/plainwidgets.h"

#include <QMenu>

namespace winnow {

WindowMenu::WindowMenu(QWidget* window, RecentProjects* recent, QWidget* parent)
    : QObject(parent)
    , m_window(window)
    , m_projects(recent)
    , m_menu(new QMenu(parent))
{
    add(tr("Open project…"), QStringLiteral("window.open"), &WindowMenu::openChosen);
    add(tr("New project…"), QStringLiteral("window.new"), &WindowMenu::newChosen);
    m_recent = m_menu->addMenu(tr("Recent projects"));
    m_close = add(tr("Close project"), QStringLiteral("window.close"), &WindowMenu::closeChosen);
    m_menu->addSeparator();
    add(tr("Preferences…"), QStringLiteral("window.preferences"), &WindowMenu::preferencesChosen);
    add(tr("Keys of this page"), QStringLiteral("window.keys"), &WindowMenu::keysChosen);
    add(tr("Full screen"), QStringLiteral("window.fullScreen"), &WindowMenu::fullScreenChosen);
    m_menu->addSeparator();
    add(tr("Quit"), QStringLiteral("window.quit"), &WindowMenu::quitChosen);
    connect(m_menu, &QMenu::aboutToShow, this, &WindowMenu::fillRecent);
    setProjectOpen(false);
}

QAction* WindowMenu::add(const QString& title, const QString& command, void (WindowMenu::*chosen)())
{
    auto* action = new QAction(title, this);
    bindKeys(action, command);
    connect(action, &QAction::triggered, this, chosen);
    m_window->addAction(action);
    m_menu->addAction(action);
    return action;
}

void WindowMenu::setProjectOpen(bool open)
{
    m_close->setEnabled(open);
}

void WindowMenu::fillRecent()
{
    m_recent->clear();
    m_recent->setEnabled(m_projects->rowCount() > 0);
    for (int row = 0; row < m_projects->rowCount(); ++row) {
        const QModelIndex index = m_projects->index(row);
        const QString path = index.data(RecentProjects::PathRole).toString();
        QAction* action = m_recent->addAction(
            plainCaption(index.data().toString()), this, [this, path] { emit projectChosen(path); });
        setTip(action, path);
    }
    m_recent->addSeparator();
    m_recent->addAction(tr("Clear this list"), m_projects, &RecentProjects::clear);
}

} // namespace winnow
