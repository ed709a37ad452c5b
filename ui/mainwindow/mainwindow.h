// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow/singlewindow.h"
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
class StatusLine;

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
    /// How large a window is the first time on a screen with so much room: its status line is never below
    /// the edge.
    static QSize firstSize(const QSize& room);

protected:
    /// True when all is saved, or the user gives up what is not.
    bool mayLoseUnsaved();
    void leaveProject();
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
    using Opener = std::function<Result<std::shared_ptr<Project>>()>;
    void claimAndOpen(const QString& path, const Handover& handover, const Opener& open);
    void openWith(const QString& path, Claimed claim, const Handover& handover, const Opener& open);
    void takeProject(const std::shared_ptr<Project>& project, const QString& path, const QString& page);
    void takeHandover(const QString& name, const Handover& handover);
    void importFiles(const QStringList& files);
    void comeToFront(const QByteArray& activationToken);
    void handProject(Page* page);
    void showKeys();
    void undoOrRedo(bool redo);
    void toggleFullScreen();
    void savePageStates();
    void saveWindowState();
    Page* currentPageWidget() const;

    AppContext m_context;
    JobTracker m_tracker;
    SingleWindow* m_single;
    /// Of the project that is open, and of one that is being opened.
    Claimed m_claim;
    Claimed m_openingClaim;
    /// What others handed over for the project that is being opened.
    QVector<Handover> m_waiting;
    RecentProjects m_recent;
    NavRail* m_rail = nullptr;
    QToolButton* m_menuButton = nullptr;
    QMenu* m_menu = nullptr;
    QAction* m_openAction = nullptr;
    QAction* m_newAction = nullptr;
    QAction* m_closeAction = nullptr;
    QAction* m_keysAction = nullptr;
    QAction* m_fullScreenAction = nullptr;
    QAction* m_quitAction = nullptr;
    MessageBar* m_messages = nullptr;
    StatusLine* m_status = nullptr;
    QStackedWidget* m_stack = nullptr;
    StartPage* m_start = nullptr;
    KeyOverlay* m_overlay = nullptr;
    QHash<QString, Page*> m_pages;
    QString m_current;
};

} // namespace winnow
