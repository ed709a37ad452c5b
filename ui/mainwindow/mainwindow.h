// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow/projectopener.h"
#include "ui/models/recentprojects.h"
#include "ui/pages/appcontext.h"

#include <QHash>
#include <QMainWindow>

class QStackedWidget;
class QToolButton;

namespace winnow {

class KeyOverlay;
class MessageBar;
class NavRail;
class Page;
class StartPage;
class StatusLine;
class WindowMenu;

/// The window: rail, message bar, page, status line. Knows pages only through the registry.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// `single` outlives the window; without one, other windows are of no concern.
    explicit MainWindow(SingleWindow* single = nullptr, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens a project off the GUI thread and shows `page`, or the page it was left on. One that another
    /// window has comes to the front there, and this window stays as it is.
    void openProject(const QString& path, const QString& page = {});
    /// The same for a project that was claimed, with files to import.
    void openClaimed(const QString& path, Claimed claim, const Handover& handover);
    void closeProject();
    /// Shows a page by id; false when there is none or no project is open.
    bool showPage(const QString& id);
    /// Back within the page, else to the place before; false when there is none.
    bool goBack();
    QString currentPage() const { return m_current; }
    Page* page(const QString& id) const { return m_pages.value(id); }
    AppContext& context() { return m_context; }
    QString messageText() const;
    /// How large a window is the first time on a screen with so much room: its status line is never below
    /// the edge.
    static QSize firstSize(const QSize& room);

    /// Makes everything in the window anew, in the language and with the keys that are chosen now; people
    /// stay where they are. Waits until no long job runs.
    void remake();

protected:
    void closeEvent(QCloseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildFrame();
    void buildRail();
    void buildMenu();
    void bindWindowKeys();
    void connectOpener();
    void chooseProject();
    void chooseNewProject();
    void takeProject(const std::shared_ptr<Project>& project, const QString& path, const QString& page);
    void takeDropped(const QStringList& files);
    void importFiles(const QStringList& files);
    void showBack();
    void showKeys();
    void showPreferences();
    /// True when all is saved, or the user gives up what is not.
    bool mayLoseUnsaved();
    void savePageStates();
    Page* currentPageWidget() const;

    AppContext m_context;
    SingleWindow* m_single;
    ProjectOpener m_opener;
    RecentProjects m_recent;
    NavRail* m_rail = nullptr;
    QToolButton* m_menuButton = nullptr;
    WindowMenu* m_menu = nullptr;
    MessageBar* m_messages = nullptr;
    StatusLine* m_status = nullptr;
    QStackedWidget* m_stack = nullptr;
    StartPage* m_start = nullptr;
    KeyOverlay* m_overlay = nullptr;
    QHash<QString, Page*> m_pages;
    QString m_current;
    /// The place before is gone back to: leaving this one is nothing to come back to.
    bool m_goingBack = false;
    bool m_remakeWaits = false;
};

} // namespace winnow
