// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/mainwindow.h"

#include "ui/mainwindow/language.h"
#include "ui/mainwindow/openingnotice.h"
#include "ui/mainwindow/preferencesdialog.h"
#include "ui/mainwindow/statusline.h"
#include "ui/mainwindow/windowmenu.h"
#include "ui/models/preferences.h"
#include "ui/models/terms.h"
#include "ui/pages/pageregistry.h"
#include "ui/pages/startpage.h"
#include "ui/util/boundkeys.h"
#include "ui/util/dialogs.h"
#include "ui/util/filedrop.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/keyoverlay.h"
#include "ui/widgets/navrail.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFileInfo>
#include <QMenu>
#include <QMouseEvent>
#include <QScreen>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace winnow {

namespace {

constexpr QSize kSmallest(120 * kUnit, 75 * kUnit);

const QString kImport = QStringLiteral("import");
const QString kSuffix = QStringLiteral(".winnow");

QString projectFilter()
{
    return MainWindow::tr("Winnow projects (*.winnow)");
}

/// To the front, with the leave of the desktop if it gave one.
void comeToFront(QWidget* window, const QByteArray& activationToken)
{
    // Where Qt looks for the desktop's leave to take the focus; not for the programs that we start.
    if (!activationToken.isEmpty()) {
        qputenv("XDG_ACTIVATION_TOKEN", activationToken);
    }
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->show();
    window->raise();
    window->activateWindow();
    qunsetenv("XDG_ACTIVATION_TOKEN");
    QApplication::alert(window);
}

void handProject(Page* page)
{
    page->projectChanged();
    page->restoreState(Preferences());
}

} // namespace

MainWindow::MainWindow(SingleWindow* single, QWidget* parent)
    : QMainWindow(parent)
    , m_single(single ? single : new SingleWindow({}, {}, this))
    , m_opener(m_single, m_context.jobs())
{
    setWindowTitle(QStringLiteral("Winnow"));
    connect(new FileDrop(this), &FileDrop::dropped, this, &MainWindow::takeDropped);
    setMinimumSize(kSmallest);
    resize(firstSize(screen()->availableSize()));
    qApp->installEventFilter(this);
    buildFrame();
    bindWindowKeys();
    connectOpener();
    connect(&m_context, &AppContext::pageRequested, this, &MainWindow::showPage);
    connect(&m_context, &AppContext::aboutToOpen, this, [this](const QString& target) {
        // What is opened on the page that is shown takes the place of what it shows.
        if (target == m_current) {
            m_context.history()->push(currentPageWidget()->place(m_current));
        }
    });
    connect(&m_context, &AppContext::openProjectRequested, this,
        [this](const QString& path) { openProject(path); });
    connect(m_context.history(), &PageHistory::changed, this, &MainWindow::showBack);
    connect(
        m_context.jobs(), &QAbstractItemModel::rowsRemoved, this,
        [this] {
            if (std::exchange(m_remakeWaits, false)) {
                remake();
            }
        },
        Qt::QueuedConnection);
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
    // Pages may still run reads on the project; they end before the context goes.
    delete takeCentralWidget();
}

void MainWindow::buildFrame()
{
    auto* frame = new QWidget(this);
    frame->setAutoFillBackground(true);
    auto* rows = new QVBoxLayout(frame);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(0);
    rows->addLayout(columns, 1);
    m_status = new StatusLine(m_context, frame);
    rows->addWidget(m_status);
    m_rail = new NavRail(frame);
    columns->addWidget(m_rail);
    auto* middle = new QWidget(frame);
    auto* filled = new QVBoxLayout(middle);
    filled->setContentsMargins(0, 0, 0, 0);
    m_stack = new QStackedWidget(middle);
    filled->addWidget(m_stack);
    m_messages = new MessageBar(middle);
    columns->addWidget(middle, 1);
    setCentralWidget(frame);
    connect(&m_context, &AppContext::messagePosted, m_messages, &MessageBar::show);
    connect(&m_context, &AppContext::pageMessageOver, m_messages, &MessageBar::takeBack);

    m_start = new StartPage(m_context, &m_recent);
    connect(m_start, &StartPage::openChosen, this, &MainWindow::chooseProject);
    connect(m_start, &StartPage::newChosen, this, &MainWindow::chooseNewProject);
    connect(m_start, &StartPage::demoChosen, &m_opener, &ProjectOpener::openDemo);
    m_stack->addWidget(m_start);
    buildRail();
    buildMenu();
    m_overlay = new KeyOverlay(frame);
}

void MainWindow::buildRail()
{
    const QVector<PageEntry>& entries = pageRegistry();
    const QList<QKeySequence> keys = KeyMap::instance().keys(QStringLiteral("window.pages"));
    for (int i = 0; i < entries.size(); ++i) {
        m_rail->addPage(entries.at(i).id, pageTitle(entries.at(i)), entries.at(i).id,
            keys.value(i).toString(QKeySequence::NativeText));
    }
    m_rail->setPagesEnabled(m_context.project() != nullptr);
    connect(m_rail, &NavRail::pageChosen, this, &MainWindow::showPage);
    connect(m_rail->backButton(), &QAbstractButton::clicked, this, &MainWindow::goBack);
    showBack();
}

void MainWindow::buildMenu()
{
    m_menu = new WindowMenu(this, &m_recent, m_rail);
    connect(m_menu, &WindowMenu::openChosen, this, &MainWindow::chooseProject);
    connect(m_menu, &WindowMenu::newChosen, this, &MainWindow::chooseNewProject);
    connect(m_menu, &WindowMenu::projectChosen, this, [this](const QString& path) { openProject(path); });
    connect(m_menu, &WindowMenu::closeChosen, this, [this] {
        if (mayLoseUnsaved()) {
            closeProject();
            m_context.desk()->forgetUnsaved();
        }
    });
    connect(m_menu, &WindowMenu::preferencesChosen, this, &MainWindow::showPreferences);
    connect(m_menu, &WindowMenu::keysChosen, this, &MainWindow::showKeys);
    connect(m_menu, &WindowMenu::fullScreenChosen, this,
        [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    connect(m_menu, &WindowMenu::quitChosen, this, &QWidget::close);
    m_menu->setProjectOpen(m_context.project() != nullptr);
    m_menuButton = m_rail->menuButton();
    m_menuButton->setMenu(m_menu->menu());
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
}

void MainWindow::bindWindowKeys()
{
    const auto bind = [this](const char* command, std::function<void(int)> action) {
        new BoundKeys(this, QLatin1String(command), Qt::WindowShortcut, std::move(action));
    };
    const auto withPage = [this](auto action) {
        if (Page* page = currentPageWidget()) {
            action(page);
        }
    };
    bind("window.undo", [this, withPage](int) {
        withPage([this](Page* page) { m_context.project() ? page->undo() : void(); });
    });
    bind("window.redo", [this, withPage](int) {
        withPage([this](Page* page) { m_context.project() ? page->redo() : void(); });
    });
    bind("window.search", [withPage](int) { withPage([](Page* page) { page->focusSearch(); }); });
    bind("window.annotator", [this](int) { m_status->editAnnotator(); });
    bind("window.menu", [this](int) { m_menuButton->showMenu(); });
    bind("window.back", [this](int) { goBack(); });
    bind("window.pages", [this](int place) {
        if (place < pageRegistry().size()) {
            showPage(pageRegistry().at(place).id);
        }
    });
}

void MainWindow::connectOpener()
{
    connect(&m_opener, &ProjectOpener::opened, this, &MainWindow::takeProject);
    connect(&m_opener, &ProjectOpener::failed, this, [this](const Error& error) { m_context.notify(error); });
    connect(&m_opener, &ProjectOpener::openElsewhere, this, [this](const QString& path) {
        m_context.notify({Message::Kind::Info,
            tr("%1 is open in another window, which was asked to come to the front")
                .arg(QFileInfo(path).fileName()),
            {}, {}, {}});
    });
    connect(&m_opener, &ProjectOpener::handedOver, this, [this](const Handover& handover) {
        showPage(handover.page);
        importFiles(handover.files);
    });
    connect(&m_opener, &ProjectOpener::wanted, this,
        [this](const QByteArray& token) { comeToFront(this, token); });
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
        m_opener.create(path.endsWith(kSuffix) ? path : path + kSuffix);
    }
}

void MainWindow::openProject(const QString& path, const QString& page)
{
    m_opener.open(path, page);
}

void MainWindow::openClaimed(const QString& path, Claimed claim, const Handover& handover)
{
    m_opener.openClaimed(path, std::move(claim), handover);
}

void MainWindow::takeProject(
    const std::shared_ptr<Project>& project, const QString& path, const QString& page)
{
    const auto& before = m_context.project();
    const bool again = before && before->ledger().projectUuid() == project->ledger().projectUuid();
    if (!again && !mayLoseUnsaved()) {
        m_opener.dropOpened();
        return;
    }
    closeProject();
    m_opener.keepOpened();
    m_recent.add(path);
    setWindowTitle(plainTitle(QFileInfo(path).completeBaseName()) + QStringLiteral(" – Winnow"));
    m_rail->setPagesEnabled(true);
    m_menu->setProjectOpen(true);
    m_context.setProject(project);
    for (Page* known : std::as_const(m_pages)) {
        handProject(known);
    }
    const auto showDisputed = [this] {
        SampleFilter filter;
        filter.flagStates = {FlagState::Disputed};
        m_context.openSamples(filter);
    };
    if (const std::optional<Message> notice = openingNotice(*project, showDisputed)) {
        m_context.notify(*notice);
    }
    const QString last = Preferences().text(Preference::LastPage);
    if (!showPage(page) && !showPage(last)) {
        showPage(pageRegistry().first().id);
    }
}

void MainWindow::importFiles(const QStringList& files)
{
    if (!files.isEmpty() && showPage(kImport)) {
        m_pages.value(kImport)->filesDropped(files);
    }
}

void MainWindow::closeProject()
{
    if (!m_context.project()) {
        return;
    }
    savePageStates();
    m_context.setProject(nullptr);
    m_opener.releaseClaim();
    for (Page* known : std::as_const(m_pages)) {
        known->projectChanged();
    }
    m_rail->setPagesEnabled(false);
    m_menu->setProjectOpen(false);
    m_context.setZoomText({});
    setWindowTitle(QStringLiteral("Winnow"));
    m_rail->setCurrent({});
    m_current.clear();
    m_stack->setCurrentWidget(m_start);
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
        if (!m_goingBack) {
            m_context.history()->push(before->place(m_current));
        }
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

bool MainWindow::goBack()
{
    Page* page = currentPageWidget();
    if (!m_context.project() || (page && page->goBackWithin())) {
        return m_context.project() != nullptr;
    }
    const std::optional<PagePlace> place = m_context.history()->take();
    if (!place) {
        return false;
    }
    m_goingBack = true;
    showPage(place->page);
    m_goingBack = false;
    m_pages.value(place->page)->goBackTo(*place);
    return true;
}

void MainWindow::showBack()
{
    const QString to = m_context.history()->latestPage();
    const QVector<PageEntry>& entries = pageRegistry();
    const auto found = std::find_if(
        entries.cbegin(), entries.cend(), [&](const PageEntry& entry) { return entry.id == to; });
    QAbstractButton* button = m_rail->backButton();
    button->setEnabled(found != entries.cend());
    setTip(button,
        withKeys(found == entries.cend() ? tr("Back") : tr("Back to %1").arg(pageTitle(*found)),
            QStringLiteral("window.back")));
}

void MainWindow::remake()
{
    // A page that goes would take its job along.
    if (m_context.jobs()->rowCount() > 0) {
        m_remakeWaits = true;
        return;
    }
    savePageStates();
    const QString current = std::exchange(m_current, {});
    QHash<QString, QVariant> carried;
    for (auto it = m_pages.cbegin(); it != m_pages.cend(); ++it) {
        carried.insert(it.key(), it.value()->carried());
    }
    m_pages.clear();
    m_context.history()->clear();
    delete takeCentralWidget();
    if (isLanguageOutdated()) {
        installLanguage(chosenLanguage());
    }
    buildFrame();
    showPage(current);
    for (auto it = carried.cbegin(); it != carried.cend(); ++it) {
        if (it->isValid() && showPage(it.key())) {
            m_pages.value(it.key())->takeCarried(*it);
        }
    }
    showPage(current);
    m_context.history()->clear();
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
    const KeyMap& keys = KeyMap::instance();
    if (const QVector<KeyHelp> own = keys.help(m_current); !own.isEmpty()) {
        groups.append({currentPageWidget()->accessibleName(), own});
    }
    groups.append({tr("Everywhere"), keys.help(QStringLiteral("window"))});
    m_overlay->open(groups);
}

void MainWindow::showPreferences()
{
    auto* dialog = new PreferencesDialog(m_context, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PreferencesDialog::remakeWanted, this, &MainWindow::remake, Qt::QueuedConnection);
    dialog->open();
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

bool MainWindow::mayLoseUnsaved()
{
    const SaveState saving = m_context.desk()->saveState();
    if (!saving.problem || saving.unsaved == 0) {
        return true;
    }
    const int answer = ask(this, tr("Changes are not saved"),
        tr("%n changes could not be saved.", nullptr, saving.unsaved), errorText(*saving.problem),
        {tr("Save elsewhere…"), tr("Close without saving")});
    if (answer == 0) {
        m_context.desk()->saveElsewhere(this);
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
    Preferences().set(Preference::WindowGeometry, saveGeometry());
    m_context.jobs()->cancelAll();
    QMainWindow::closeEvent(event);
}

void MainWindow::takeDropped(const QStringList& files)
{
    if (files.first().endsWith(kSuffix)) {
        openProject(files.first());
    } else if (!m_context.project()) {
        m_context.notify(
            {Message::Kind::Info, tr("Open or make a project first, then drop the files on it"), {}, {}, {}});
    } else if (Page* page = currentPageWidget(); !page || !page->filesDropped(files)) {
        importFiles(files);
    }
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    // The button of mice that goes back, over whatever part of the window.
    if (event->type() == QEvent::MouseButtonPress
        && static_cast<QMouseEvent*>(event)->button() == Qt::BackButton) {
        auto* widget = qobject_cast<QWidget*>(watched);
        if (widget && widget->window() == this) {
            goBack();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

} // namespace winnow
