// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/recentprojects.h"
#include "ui/pages/appcontext.h"
#include "ui/pages/page.h"

#include <QHash>
#include <QMainWindow>

class QMenu;
class QStackedWidget;
class QToolButton;

namespace winnow {

class KeyOverlay;
class MessageBar;
class NavRail;
class StartPage;

/// The one window: rail, message bar, page, status line. Knows pages only through the registry.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens a project off the GUI thread and shows `page`, or the page it was left on.
    void openProject(const QString& path, const QString& page = {});
    void createProject(const QString& path);
    /// Opens the demo project in the user's data folder, generated and audited the first time.
    void openDemo();
    void closeProject();
    /// Shows a page by id; false when there is none or no project is open.
    bool showPage(const QString& id);
    QString currentPage() const;
    Page* page(const QString& id) const { return m_pages.value(id); }
    AppContext& context() { return m_context; }
    QString messageText() const;

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void buildFrame();
    void buildKeys();
    void fillMenu();
    void chooseProject();
    void chooseNewProject();
    void takeProject(Result<std::shared_ptr<Project>> opened, const QString& path, const QString& page);
    void handProject(const QString& id, Page* page);
    void showKeys();
    void undoOrRedo(bool redo);
    void toggleFullScreen();
    void savePageStates();
    void saveWindowState();
    Page* currentPageWidget() const;

    AppContext m_context;
    JobTracker m_tracker;
    RecentProjects m_recent;
    NavRail* m_rail = nullptr;
    QToolButton* m_menuButton = nullptr;
    QMenu* m_menu = nullptr;
    MessageBar* m_messages = nullptr;
    QStackedWidget* m_stack = nullptr;
    StartPage* m_start = nullptr;
    KeyOverlay* m_overlay = nullptr;
    QHash<QString, Page*> m_pages;
    QString m_current;
};

} // namespace winnow
