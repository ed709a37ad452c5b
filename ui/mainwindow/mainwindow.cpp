// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/mainwindow.h"

#include "ui/mainwindow/demoproject.h"
#include "ui/mainwindow/language.h"
#include "ui/mainwindow/statusline.h"
#include "ui/models/preferences.h"
#include "ui/models/terms.h"
#include "ui/pages/pageregistry.h"
#include "ui/pages/startpage.h"
#include "ui/util/dialogs.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/navrail.h"
#include "ui/widgets/theme.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace winnow {

namespace {

constexpr QSize kSmallest(120 * kUnit, 75 * kUnit);

const QString kOpenSlot = QStringLiteral("open");
const QString kSuffix = QStringLiteral(".winnow");

QString projectFilter()
{
    return MainWindow::tr("Winnow projects (*.winnow)");
}

QStringList localFiles(const QMimeData* data)
{
    QStringList files;
    const QList<QUrl> urls = data->urls();
    for (const QUrl& url : urls) {
        if (url.isLocalFile()) {
            files.append(url.toLocalFile());
        }
    }
    return files;
}

} // namespace

MainWindow::MainWindow(SingleWindow* single, QWidget* parent)
    : QMainWindow(parent)
    , m_tracker(m_context.jobs())
    , m_single(single ? single : new SingleWindow({}, {}, this))
{
    connect(m_single, &SingleWindow::handedOver, this, &MainWindow::takeHandover);
    setWindowTitle(QStringLiteral("Winnow"));
    setAcceptDrops(true);
    setMinimumSize(kSmallest);
    resize(firstSize(screen()->availableSize()));
    buildFrame();
    buildKeys();
    connect(&m_context, &AppContext::messagePosted, m_messages, &MessageBar::show);
    connect(&m_context, &AppContext::pageMessageOver, m_messages, &MessageBar::takeBack);
    connect(&m_context, &AppContext::pageRequested, this, &MainWindow::showPage);
    connect(&m_context, &AppContext::openProjectRequested, this,
        [this](const QString& path) { openProject(path); });
    restoreGeometry(Preferences().bytes(Preference::WindowGeometry));
}

QSize MainWindow::firstSize(const QSize& room)
{
    const QSize usual(160 * kUnit, 100 * kUnit);
    // The frame that the window manager puts round it needs room too.
    const QSize inside = room - QSize(kUnit, 5 * kUnit);
    const bool fits = inside.width() >= kSmallest.width() && inside.height() >= kSmallest.height();
    return fits ? usual.boundedTo(inside) : usual;
}

MainWindow::~MainWindow()
{
    m_tracker.waitForAll();
    // Pages may still run reads on the project; they end before the context goes.
    delete takeCentralWidget();
    m_single->release(m_openingClaim);
    m_single->release(m_claim);
}

void MainWindow::buildFrame()
{
    auto* frame = new QWidget(this);
    auto* rows = new QVBoxLayout(frame);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(0);
    rows->addLayout(columns, 1);
    m_status = new StatusLine(m_context, frame);
    rows->addWidget(m_status);

    m_rail = new NavRail(frame);
    const QVector<PageEntry>& entries = pageRegistry();
    for (int i = 0; i < entries.size(); ++i) {
        m_rail->addPage(entries.at(i).id, pageTitle(entries.at(i)), entries.at(i).id,
            i < 9 ? QStringLiteral("Ctrl+%1").arg(i + 1) : QString());
    }
    connect(m_rail, &NavRail::pageChosen, this, &MainWindow::showPage);
    m_menuButton = new QToolButton(m_rail);
    m_menuButton->setIcon(lineIcon(QStringLiteral("menu")));
    m_menuButton->setIconSize(QSize(20, 20));
    setTip(m_menuButton, tr("Menu (F10)"));
    m_menuButton->setAccessibleName(tr("Menu"));
    m_menuButton->setObjectName(QStringLiteral("menuButton"));
    m_menuButton->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    m_menuButton->setFixedSize(6 * kUnit, 5 * kUnit);
    m_rail->layout()->addWidget(m_menuButton);
    m_rail->layout()->setAlignment(m_menuButton, Qt::AlignHCenter);
    m_menu = new QMenu(this);
    connect(m_menu, &QMenu::aboutToShow, this, &MainWindow::fillMenu);
    m_menuButton->setMenu(m_menu);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    columns->addWidget(m_rail);

    auto* middle = new QWidget(frame);
    auto* filled = new QVBoxLayout(middle);
    filled->setContentsMargins(0, 0, 0, 0);
    m_stack = new QStackedWidget(middle);
    filled->addWidget(m_stack);
    m_messages = new MessageBar(middle);
    columns->addWidget(middle, 1);
    setCentralWidget(frame);

    m_start = new StartPage(m_context, &m_recent);
    connect(m_start, &StartPage::openChosen, this, &MainWindow::chooseProject);
    connect(m_start, &StartPage::newChosen, this, &MainWindow::chooseNewProject);
    connect(m_start, &StartPage::demoChosen, this, &MainWindow::openDemo);
    m_stack->addWidget(m_start);
    m_rail->setEnabled(true);
    for (const PageEntry& entry : entries) {
        m_rail->findChild<QWidget*>(QStringLiteral("rail-") + entry.id)->setEnabled(false);
    }
    m_overlay = new KeyOverlay(frame);
}

void MainWindow::buildKeys()
{
    // A key is bound once: where the menu names it too, by the action that the menu shows.
    const auto make = [this](const QString& title, const QList<QKeySequence>& keys, auto slot) {
        auto* action = new QAction(title, this);
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
        return action;
    };
    m_openAction = make(
        tr("Open project…"), QKeySequence::keyBindings(QKeySequence::Open), [this] { chooseProject(); });
    m_newAction = make(
        tr("New project…"), QKeySequence::keyBindings(QKeySequence::New), [this] { chooseNewProject(); });
    m_closeAction
        = make(tr("Close project"), {QKeySequence(QStringLiteral("Ctrl+W"))}, [this] { leaveProject(); });
    m_closeAction->setEnabled(false);
    connect(&m_context, &AppContext::projectChanged, this,
        [this] { m_closeAction->setEnabled(m_context.project() != nullptr); });
    m_keysAction = make(tr("Keys of this page"),
        {QKeySequence(QStringLiteral("F1")), QKeySequence(QStringLiteral("?")),
            QKeySequence(QStringLiteral("Ctrl+?"))},
        [this] { showKeys(); });
    m_fullScreenAction
        = make(tr("Full screen"), {QKeySequence(QStringLiteral("F11"))}, [this] { toggleFullScreen(); });
    m_quitAction = make(tr("Quit"), {QKeySequence(QStringLiteral("Ctrl+Q"))}, [this] { close(); });
    const auto bind = [this](const char* keys, auto slot) {
        connect(new QShortcut(QKeySequence(QLatin1String(keys)), this), &QShortcut::activated, this, slot);
    };
    bind("Ctrl+Z", [this] { undoOrRedo(false); });
    bind("Ctrl+Shift+Z", [this] { undoOrRedo(true); });
    bind("F2", [this] { m_status->editAnnotator(); });
    bind("F10", [this] { m_menuButton->showMenu(); });
    bind("Ctrl+F", [this] {
        if (Page* page = currentPageWidget()) {
            page->focusSearch();
        }
    });
    const QVector<PageEntry>& entries = pageRegistry();
    for (int i = 0; i < qMin<int>(9, int(entries.size())); ++i) {
        bind(qPrintable(QStringLiteral("Ctrl+%1").arg(i + 1)),
            [this, id = entries.at(i).id] { showPage(id); });
    }
}

void MainWindow::fillMenu()
{
    m_menu->clear();
    qDeleteAll(m_menu->findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly));
    m_menu->addAction(m_openAction);
    m_menu->addAction(m_newAction);
    QMenu* recent = m_menu->addMenu(tr("Recent projects"));
    recent->setEnabled(m_recent.rowCount() > 0);
    for (int row = 0; row < m_recent.rowCount(); ++row) {
        const QModelIndex index = m_recent.index(row);
        const QString path = index.data(RecentProjects::PathRole).toString();
        QAction* action = recent->addAction(
            plainCaption(index.data().toString()), this, [this, path] { openProject(path); });
        setTip(action, path);
    }
    recent->addSeparator();
    recent->addAction(tr("Clear this list"), &m_recent, &RecentProjects::clear);
    m_menu->addAction(m_closeAction);
    m_menu->addSeparator();

    QMenu* look = m_menu->addMenu(tr("Appearance"));
    auto* modes = new QActionGroup(look);
    for (const auto& [mode, title] : {std::pair(ThemeMode::System, tr("Follow the desktop")),
             std::pair(ThemeMode::Light, tr("Light")), std::pair(ThemeMode::Dark, tr("Dark"))}) {
        QAction* action = look->addAction(title, this, [mode = mode] {
            Preferences().set(Preference::Theme, int(mode));
            Theme::instance().apply(mode);
        });
        action->setCheckable(true);
        action->setChecked(Theme::instance().mode() == mode);
        modes->addAction(action);
    }
    QMenu* language = m_menu->addMenu(tr("Language"));
    auto* languages = new QActionGroup(language);
    for (const auto& [id, title] : {std::pair(QString(), tr("Follow the desktop")),
             std::pair(QStringLiteral("en"), QStringLiteral("English")),
             std::pair(QStringLiteral("ko"), QStringLiteral("한국어"))}) {
        QAction* action = language->addAction(title, this, [this, id = id] {
            setChosenLanguage(id);
            m_context.notify(
                {Message::Kind::Info, tr("The language changes the next time Winnow starts."), {}, {}, {}});
        });
        action->setCheckable(true);
        action->setChecked(chosenLanguage() == id);
        languages->addAction(action);
    }
    m_menu->addAction(m_keysAction);
    m_menu->addAction(m_fullScreenAction);
    m_menu->addSeparator();
    m_menu->addAction(m_quitAction);
}

void MainWindow::chooseProject()
{
    const QString path = dialogs::openFile(this, tr("Open project"), projectFilter());
    if (!path.isEmpty()) {
        openProject(path);
    }
}

void MainWindow::chooseNewProject()
{
    const QString path
        = dialogs::saveFile(this, tr("New project"), tr("benchmark") + kSuffix, projectFilter());
    if (!path.isEmpty()) {
        createProject(path.endsWith(kSuffix) ? path : path + kSuffix);
    }
}

void MainWindow::openProject(const QString& path, const QString& page)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    claimAndOpen(absolute, {{}, page, {}}, [absolute] { return Project::open(absolute); });
}

void MainWindow::openClaimed(const QString& path, Claimed claim, const Handover& handover)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    openWith(absolute, std::move(claim), handover, [absolute] { return Project::open(absolute); });
}

void MainWindow::createProject(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    m_single->release(m_openingClaim);
    m_tracker.start(
        kOpenSlot, tr("Creating %1").arg(QFileInfo(path).fileName()),
        [absolute](Progress&) { return Project::create(absolute); },
        [this, absolute](const Result<std::shared_ptr<Project>>& created) {
            if (!created) {
                m_context.notify(created.error());
                return;
            }
            claimAndOpen(absolute, {{}, QStringLiteral("import"), {}}, [created] { return created; });
        });
}

void MainWindow::openDemo()
{
    m_single->release(m_openingClaim);
    m_tracker.start(
        kOpenSlot, tr("Making the demo"), [](Progress& progress) { return makeDemo(progress); },
        [this](const Result<QString>& path) {
            if (!path) {
                m_context.notify(path.error());
                return;
            }
            openProject(*path, QStringLiteral("overview"));
        });
}

void MainWindow::claimAndOpen(const QString& path, const Handover& handover, const Opener& open)
{
    m_single->release(m_openingClaim);
    m_tracker.start(
        kOpenSlot, tr("Opening %1").arg(QFileInfo(path).fileName()),
        [path, handover, single = m_single, own = m_claim](Progress&) -> Result<Claimed> {
            const bool here = own && !own->name().isEmpty() && own->name() == single->nameOf(path);
            return here ? Result<Claimed>(own) : single->claim(path, handover);
        },
        [this, path, handover, open](const Result<Claimed>& claim) {
            if (!claim) {
                m_context.notify(claim.error());
            } else if (!*claim) {
                m_context.notify({Message::Kind::Info,
                    tr("%1 is open in another window, which was asked to come to the front")
                        .arg(QFileInfo(path).fileName()),
                    {}, {}, {}});
            } else if (*claim == m_claim) {
                takeHandover(m_claim->name(), handover);
            } else {
                openWith(path, *claim, handover, open);
            }
        });
}

void MainWindow::openWith(const QString& path, Claimed claim, const Handover& handover, const Opener& open)
{
    m_single->release(m_openingClaim);
    m_openingClaim = std::move(claim);
    m_waiting.clear();
    // From here on another start finds this window; what it wants waits until the project is there.
    if (const Result<> listening = m_single->listen(*m_openingClaim); !listening) {
        m_context.notify(listening.error());
    }
    m_tracker.start(
        kOpenSlot, tr("Opening %1").arg(QFileInfo(path).fileName()), [open](Progress&) { return open(); },
        [this, path, handover](const Result<std::shared_ptr<Project>>& opened) {
            const QVector<Handover> waiting = std::exchange(m_waiting, {});
            if (!opened) {
                m_single->release(m_openingClaim);
                m_context.notify(opened.error());
                return;
            }
            takeProject(*opened, path, handover.page);
            importFiles(handover.files);
            for (const Handover& other : waiting) {
                takeHandover(m_claim->name(), other);
            }
        });
}

void MainWindow::takeHandover(const QString& name, const Handover& handover)
{
    if (m_openingClaim && name == m_openingClaim->name()) {
        m_waiting.append(handover);
    } else if (m_claim && name == m_claim->name()) {
        showPage(handover.page);
        importFiles(handover.files);
    }
    comeToFront(handover.activationToken);
}

void MainWindow::importFiles(const QStringList& files)
{
    const QString importPage = QStringLiteral("import");
    if (!files.isEmpty() && showPage(importPage)) {
        m_pages.value(importPage)->filesDropped(files);
    }
}

void MainWindow::comeToFront(const QByteArray& activationToken)
{
    // Where Qt looks for the desktop's leave to take the focus; not for the programs that we start.
    if (!activationToken.isEmpty()) {
        qputenv("XDG_ACTIVATION_TOKEN", activationToken);
    }
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    qunsetenv("XDG_ACTIVATION_TOKEN");
    QApplication::alert(this);
}

void MainWindow::takeProject(
    const std::shared_ptr<Project>& project, const QString& path, const QString& page)
{
    const auto& before = m_context.project();
    const bool again = before && before->ledger().projectUuid() == project->ledger().projectUuid();
    if (!again && !mayLoseUnsaved()) {
        m_single->release(m_openingClaim);
        return;
    }
    closeProject();
    m_claim = std::exchange(m_openingClaim, nullptr);
    m_recent.add(path);
    setWindowTitle(plainTitle(QFileInfo(path).completeBaseName()) + QStringLiteral(" – Winnow"));
    for (const PageEntry& entry : pageRegistry()) {
        m_rail->findChild<QWidget*>(QStringLiteral("rail-") + entry.id)->setEnabled(true);
    }
    m_context.setProject(project);
    for (auto it = m_pages.cbegin(); it != m_pages.cend(); ++it) {
        handProject(it.value());
    }
    const LedgerStatus ledger = project->ledger().status();
    if (project->readOnlyReason()) {
        m_context.notify(*project->readOnlyReason());
    } else if (project->isReadOnly()) {
        m_context.notify({Message::Kind::Warning, tr("This project is open for reading only"),
            tr("Copy it to a folder you may write to if you want to decide."), {}, {}});
    } else if (!ledger.disputedAtOpening.isEmpty()) {
        m_context.notify({Message::Kind::Warning,
            tr("Annotators disagree on %n flags, which are disputed now", nullptr,
                int(ledger.disputedAtOpening.size())),
            tr("Every policy keeps their samples until somebody adjudicates."), tr("Show them"), [this] {
                SampleFilter filter;
                filter.flagStates = {FlagState::Disputed};
                m_context.openSamples(filter);
            }});
    } else if (ledger.badLines > 0) {
        m_context.notify({Message::Kind::Warning,
            tr("%n lines of the journal are damaged; the others count", nullptr, int(ledger.badLines)),
            tr("They are left out; no decision in the project is touched."), {}, {}});
    } else if (!ledger.setAside.isEmpty()) {
        m_context.notify(
            {Message::Kind::Warning, tr("A journal that was another project's, or broken, was set aside"),
                tr("It is kept as %1.").arg(ledger.setAside), {}, {}});
    } else if (!project->locksHoldThroughCloses()) {
        m_context.notify({Message::Kind::Warning, tr("Locks on this disk do not hold between programs"),
            tr("Let one program at a time use this project, or move it to a disk of this computer."), {},
            {}});
    } else if (project->outcome() == OpenOutcome::Upgraded) {
        m_context.notify({Message::Kind::Info,
            tr("The project was brought up to date; a backup is beside it"), {}, {}, {}});
    }
    const QString last = Preferences().text(Preference::LastPage);
    if (!showPage(page) && !showPage(last) && !pageRegistry().isEmpty()) {
        showPage(pageRegistry().first().id);
    }
}

void MainWindow::leaveProject()
{
    if (mayLoseUnsaved()) {
        closeProject();
        m_context.forgetUnsaved();
    }
}

void MainWindow::closeProject()
{
    if (!m_context.project()) {
        return;
    }
    savePageStates();
    m_context.setProject(nullptr);
    m_single->release(m_claim);
    for (Page* known : std::as_const(m_pages)) {
        known->projectChanged();
    }
    for (const PageEntry& entry : pageRegistry()) {
        m_rail->findChild<QWidget*>(QStringLiteral("rail-") + entry.id)->setEnabled(false);
    }
    m_context.setZoomText({});
    setWindowTitle(QStringLiteral("Winnow"));
    m_rail->setCurrent({});
    m_current.clear();
    m_stack->setCurrentWidget(m_start);
}

void MainWindow::handProject(Page* page)
{
    page->projectChanged();
    page->restoreState(Preferences());
}

bool MainWindow::showPage(const QString& id)
{
    if (!m_context.project()) {
        return false;
    }
    const QVector<PageEntry>& entries = pageRegistry();
    const auto found = std::find_if(
        entries.cbegin(), entries.cend(), [&](const PageEntry& entry) { return entry.id == id; });
    if (found == entries.cend()) {
        return false;
    }
    if (m_current == id) {
        return true;
    }
    if (Page* before = m_pages.value(m_current)) {
        m_messages->takeBack();
        before->deactivated();
    }
    m_context.setZoomText({});
    Page*& page = m_pages[id];
    if (!page) {
        page = found->create(m_context);
        page->setObjectName(QStringLiteral("page-") + id);
        page->setAccessibleName(pageTitle(*found));
        m_stack->addWidget(page);
        handProject(page);
    }
    m_current = id;
    m_rail->setCurrent(id);
    m_stack->setCurrentWidget(page);
    page->setFocus();
    page->activated();
    return true;
}

QString MainWindow::currentPage() const
{
    return m_current;
}

Page* MainWindow::currentPageWidget() const
{
    return qobject_cast<Page*>(m_stack->currentWidget());
}

QString MainWindow::messageText() const
{
    return m_messages->currentText();
}

void MainWindow::showKeys()
{
    QVector<KeyHelpGroup> groups;
    Page* page = currentPageWidget();
    if (page && !page->keys().isEmpty()) {
        groups.append({page == m_start ? tr("Start") : page->accessibleName(), page->keys()});
    }
    QVector<KeyHelp> window{
        {QStringLiteral("Ctrl+1 … %1").arg(qMin<int>(9, int(pageRegistry().size()))), tr("Go to a page")},
        {QStringLiteral("Ctrl+O"), tr("Open a project")},
        {QStringLiteral("Ctrl+N"), tr("Make a new project")},
        {QStringLiteral("Ctrl+W"), tr("Close the project")},
        {QStringLiteral("Ctrl+Z"), tr("Undo the last decision")},
        {QStringLiteral("Ctrl+Shift+Z"), tr("Redo it")}, {QStringLiteral("Ctrl+F"), tr("Search")},
        {QStringLiteral("F2"), tr("Change who signs the decisions")},
        {QStringLiteral("F11"), tr("Full screen")}, {QStringLiteral("F10"), tr("Menu")},
        {QStringLiteral("?"), tr("These keys")}, {QStringLiteral("Ctrl+Q"), tr("Quit")}};
    groups.append({tr("Everywhere"), window});
    m_overlay->open(groups);
}

void MainWindow::undoOrRedo(bool redo)
{
    if (Page* page = currentPageWidget(); page && m_context.project()) {
        redo ? page->redo() : page->undo();
    }
}

void MainWindow::toggleFullScreen()
{
    setWindowState(windowState() ^ Qt::WindowFullScreen);
}

void MainWindow::savePageStates()
{
    Preferences preferences;
    for (const Page* page : std::as_const(m_pages)) {
        page->saveState(preferences);
    }
    if (!m_current.isEmpty()) {
        preferences.set(Preference::LastPage, m_current);
    }
}

void MainWindow::saveWindowState()
{
    Preferences().set(Preference::WindowGeometry, saveGeometry());
}

bool MainWindow::mayLoseUnsaved()
{
    const SaveState saving = m_context.saveState();
    if (!saving.problem || saving.unsaved == 0) {
        return true;
    }
    const int answer = ask(this, tr("Changes are not saved"),
        tr("%n changes could not be saved.", nullptr, saving.unsaved), errorText(*saving.problem),
        {tr("Save elsewhere…"), tr("Close without saving")});
    if (answer == 0) {
        m_context.saveElsewhere(this);
    }
    return answer == 1;
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!mayLoseUnsaved()) {
        event->ignore();
        return;
    }
    savePageStates();
    saveWindowState();
    m_context.jobs()->cancelAll();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!localFiles(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QStringList files = localFiles(event->mimeData());
    if (files.isEmpty()) {
        return;
    }
    event->acceptProposedAction();
    if (files.first().endsWith(kSuffix)) {
        openProject(files.first());
        return;
    }
    if (!m_context.project()) {
        m_context.notify(
            {Message::Kind::Info, tr("Open or make a project first, then drop the files on it"), {}, {}, {}});
        return;
    }
    Page* page = currentPageWidget();
    if (page && page->filesDropped(files)) {
        return;
    }
    importFiles(files);
}

void MainWindow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().window);
}

} // namespace winnow
