// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/controls.h"
#include "tests/support/demoproject.h"
#include "tests/support/privatesettings.h"
#include "tests/support/subsets.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/settings.h"
#include "ui/pages/pageregistry.h"
#include "ui/util/dialogs.h"
#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QContextMenuEvent>
#include <QDialog>
#include <QDir>
#include <QDirIterator>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>

using namespace winnow;
using test::Control;
using test::ControlFinder;

namespace {

const QString kWindow = QStringLiteral("window");
const QString kStart = QStringLiteral("start");
const QString kReview = QStringLiteral("review");
const QString kSamples = QStringLiteral("samples");
/// Lines of controls.tsv that own up to not having been tried.
constexpr int kUntried = 38;
const QString kList = QStringLiteral(WINNOW_SOURCE_DIR "/tests/ui/controls.tsv");

/// What was warned of since it was made.
class Warnings {
public:
    Warnings()
    {
        s_texts.clear();
        m_before = qInstallMessageHandler(&Warnings::take);
    }
    ~Warnings() { qInstallMessageHandler(m_before); }
    Warnings(const Warnings&) = delete;
    Warnings& operator=(const Warnings&) = delete;
    static QStringList texts() { return s_texts; }

private:
    static void take(QtMsgType type, const QMessageLogContext& where, const QString& text)
    {
        // The platform of the tests moves no window.
        if (type != QtDebugMsg && type != QtInfoMsg && qstrncmp(where.category, "qt.qpa", 6) != 0
            && !text.startsWith(u"This plugin does not support")) {
            s_texts.append(text);
        }
    }
    static inline QStringList s_texts;
    QtMessageHandler m_before = nullptr;
};

/// Whether anything listens to a button.
struct Listened : QObject {
    static bool heard(const QObject* object, const char* signal)
    {
        return (object->*&Listened::receivers)(signal) > 0;
    }
    static bool to(const QHeaderView* header) { return heard(header, SIGNAL(sectionClicked(int))); }
    static bool to(const QAbstractButton* button)
    {
        for (const char* signal : {SIGNAL(clicked(bool)), SIGNAL(toggled(bool)), SIGNAL(pressed())}) {
            if (heard(button, signal)) {
                return true;
            }
        }
        const QButtonGroup* group = button->group();
        const auto* tool = qobject_cast<const QToolButton*>(button);
        const auto* push = qobject_cast<const QPushButton*>(button);
        return (group && heard(group, SIGNAL(idClicked(int))))
            || (tool && (tool->menu() || tool->defaultAction())) || (push && push->menu());
    }
};

QString fileText(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

/// Everything in the window that can be pressed stands in controls.tsv with the test (or the look) that tried
/// it, and nothing else does.
class TestControls : public QObject {
    Q_OBJECT

    struct Line {
        QString page;
        Control control;
        QStringList triedBy;
    };

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
    QMap<QString, QSet<Control>> m_found;
    /// What can be pressed and nothing listens to.
    QSet<QString> m_dead;

    static QVector<Line> listed()
    {
        QVector<Line> lines;
        const QStringList rows = fileText(kList).split(u'\n', Qt::SkipEmptyParts);
        for (const QString& row : rows.mid(1)) {
            const QStringList cells = row.split(u'\t');
            lines.append({cells.value(0), {cells.value(1), cells.value(2)},
                cells.value(3).split(QStringLiteral("; "), Qt::SkipEmptyParts)});
        }
        return lines;
    }

    template <typename T> T* find(const QString& name) const { return m_window->findChild<T*>(name); }
    template <typename T> T* findIn(const QString& page, const QString& name) const
    {
        return m_window->page(page)->findChild<T*>(name);
    }
    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    }

    void press(QAbstractButton* button)
    {
        for (QWidget* up = button->parentWidget(); up; up = up->parentWidget()) {
            if (auto* area = qobject_cast<QScrollArea*>(up)) {
                area->ensureWidgetVisible(button);
            }
        }
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void settle() const
    {
        QTest::qWait(150);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->context().jobs()->rowCount(), 0, 60000);
        QTest::qWait(100);
    }

    /// Takes in what is in view: the page's own, and the window's around it.
    void take()
    {
        settle();
        const QWidget* page = find<QStackedWidget>(QString())->currentWidget();
        for (QStackedWidget* stack : m_window->findChildren<QStackedWidget*>()) {
            if (stack->currentWidget()
                && (stack->currentWidget()->objectName().startsWith(u"page-")
                    || stack->currentWidget()->objectName() == u"startPage")) {
                page = stack->currentWidget();
            }
        }
        const QString id = m_window->currentPage().isEmpty() ? kStart : m_window->currentPage();
        m_found[id].unite(ControlFinder::in(page));
        for (const auto* button : m_window->findChildren<QAbstractButton*>()) {
            if (button->isVisible() && button->isEnabled() && !Listened::to(button)
                && !button->testAttribute(Qt::WA_TransparentForMouseEvents)
                && button->focusPolicy() != Qt::NoFocus) {
                m_dead.insert(id + u'/' + ControlFinder::nameOf(button));
            }
        }
        for (const auto* table : m_window->findChildren<QTableView*>()) {
            const QHeaderView* header = table->horizontalHeader();
            if (table->isVisible() && header->isVisible() && header->sectionsClickable()
                && !table->isSortingEnabled() && !Listened::to(header)) {
                m_dead.insert(id + u'/' + ControlFinder::nameOf(table) + QStringLiteral(" headings"));
            }
        }
        m_found[kWindow].unite(ControlFinder::in(m_window->centralWidget(), page));
    }

    /// The menu that something opens, with the menus in it.
    void takeMenu(const QString& page, const QString& name, const std::function<void()>& open)
    {
        bool opened = false;
        const auto read = [&] {
            while (auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())) {
                opened = true;
                m_found[page].unite(ControlFinder::inMenu(menu, name));
                menu->close();
            }
        };
        QTimer::singleShot(0, m_window.get(), read);
        open();
        QTest::qWait(50);
        read();
        QVERIFY2(opened, qPrintable(name));
        // The window comes back as under a window manager.
        QCoreApplication::processEvents();
        m_window->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), m_window.get());
    }
    void takeMenusOfButtons(const QString& page)
    {
        for (QToolButton* button : m_window->page(page)->findChildren<QToolButton*>()) {
            if (button->menu() && button->isVisible()) {
                takeMenu(page, ControlFinder::nameOf(button), [&] { press(button); });
            }
        }
    }

    /// What is bound, and what `?` tells.
    void takeKeys()
    {
        const QString id = m_window->currentPage().isEmpty() ? kStart : m_window->currentPage();
        m_found[kWindow].unite(ControlFinder::keysOf(m_window.get()));
        if (const QWidget* page = m_window->page(id)) {
            m_found[id].unite(ControlFinder::keysOf(page));
        }
        QWidget* focus = m_window->focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), Qt::Key_F1);
        auto* overlay = find<KeyOverlay>(QStringLiteral("keyOverlay"));
        QVERIFY(overlay->isVisible());
        const QString everywhere = QStringLiteral("Everywhere");
        m_found[kWindow].unite(ControlFinder::listedKeys(overlay, everywhere, true));
        m_found[id].unite(ControlFinder::listedKeys(overlay, everywhere, false));
        QTest::keyClick(overlay, Qt::Key_Escape);
        QVERIFY(!overlay->isVisible());
    }

    void go(const QString& page)
    {
        press(find<QAbstractButton>(QStringLiteral("rail-") + page));
        QTRY_COMPARE(m_window->currentPage(), page);
        settle();
    }

    void open()
    {
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1600, 1000);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->openProject(m_folder.filePath(QStringLiteral("p.winnow")), QStringLiteral("overview"));
        QTRY_VERIFY(m_window->context().project());
        settle();
    }

    void walkSamples()
    {
        go(kSamples);
        take();
        takeKeys();
        auto* grid = findIn<QAbstractItemView>(kSamples, QStringLiteral("thumbnailGrid"));
        const auto rightClick = [](QAbstractItemView* view) {
            const QPoint at = view->visualRect(view->model()->index(0, 0)).center();
            QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, at);
            QContextMenuEvent event(QContextMenuEvent::Mouse, at, view->viewport()->mapToGlobal(at));
            QApplication::sendEvent(view->viewport(), &event);
        };
        takeMenu(kSamples, QStringLiteral("sampleMenu"), [&] { rightClick(grid); });
        SampleFilter filter;
        filter.flagged = true;
        filter.kinds = {QStringLiteral("consensus_against_gold"), QStringLiteral("blind_solvable")};
        m_window->context().openSamples(filter);
        settle();
        QTest::keyClick(grid, Qt::Key_A, Qt::ControlModifier);
        take();
        takeMenu(kSamples, QStringLiteral("sampleMenu"), [&] { rightClick(grid); });
        QTest::keyClick(grid, Qt::Key_A, Qt::ControlModifier);
        settle();
        if (auto* all = findIn<QPushButton>(kSamples, QStringLiteral("bulkAll")); all->isVisible()) {
            takeMenu(kSamples, QStringLiteral("bulkAll"), [&] { press(all); });
        }
        QTest::keyClick(grid, Qt::Key_K);
        QTRY_VERIFY(find<QPushButton>(QStringLiteral("messageAction"))->isVisible());
        take();
        QTest::keyClick(grid, Qt::Key_T);
        take();
        auto* table = findIn<QAbstractItemView>(kSamples, QStringLiteral("sampleTable"));
        takeMenu(kSamples, QStringLiteral("sampleMenu"), [&] { rightClick(table); });
        m_window->resize(960, 700);
        filter.kinds.clear();
        for (const FlagKind& kind : flagKinds()) {
            filter.kinds.append(kind.id);
        }
        m_window->context().openSamples(filter);
        take();
        takeMenu(kSamples, QStringLiteral("moreChips"),
            [this] { press(findIn<QAbstractButton>(kSamples, QStringLiteral("moreChips"))); });
        m_window->resize(1600, 1000);
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("nothing like it"));
        QTest::qWait(400);
        take();
        m_window->context().filter()->clear();
    }

    /// Every page of a project without samples says where to go.
    void walkEmpty()
    {
        dialogs::setNextFileName(m_folder.filePath(QStringLiteral("empty.winnow")));
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(m_window->windowTitle(), QStringLiteral("empty – Winnow"));
        for (const PageEntry& entry : pageRegistry()) {
            go(entry.id);
            take();
        }
    }

    void walkReview()
    {
        go(kReview);
        take();
        takeKeys();
        auto* queues = findIn<QAbstractItemView>(kReview, QStringLiteral("queues"));
        QTRY_VERIFY(queues->model()->rowCount() > 2);
        QTest::mouseClick(queues->viewport(), Qt::LeftButton, {},
            queues->visualRect(queues->model()->index(0, 0)).center());
        QTRY_VERIFY(findIn<QWidget>(kReview, QStringLiteral("imageView"))->isVisible());
        take();
        for (const Qt::Key key : {Qt::Key_C, Qt::Key_N}) {
            QTest::keyClick(m_window.get(), key);
            take();
        }
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTest::keyClick(m_window.get(), Qt::Key_G);
        take();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTest::keyClick(m_window.get(), Qt::Key_H);
        take();
        QTest::keyClick(m_window.get(), Qt::Key_H);
        press(findIn<QAbstractButton>(kReview, QStringLiteral("blindReview")));
        QTest::keyClick(m_window.get(), Qt::Key_Right);
        take();
        press(findIn<QAbstractButton>(kReview, QStringLiteral("blindReview")));
        // A queue of one is soon at its end, with and without a decision.
        const SampleId one = m_window->context().session()->index()->select({}, {}, false).constLast();
        m_window->context().openReview(one, {one});
        take();
        QTest::keyClick(m_window.get(), Qt::Key_Right);
        take();
        m_window->context().openReview(one, {one});
        take();
        QTest::keyClick(m_window.get(), Qt::Key_K);
        take();
    }

    void walkImport()
    {
        const QString page = QStringLiteral("import");
        go(page);
        take();
        takeKeys();
        const QString fruit = write(QStringLiteral("fruit.csv"),
            "index,question,A,B,answer,image_path,category\n1,Which?,apple,pear,A,a.png,x\n2,Which?,fig,kiwi,"
            "B,b.png,"
            "x\n3,Broken\n");
        // Known by its name: what is usual for it is proposed.
        const QString known = write(QStringLiteral("AI2D.csv"),
            "index,question,A,B,answer\n71,Which organ?,heart,lung,A\n72,Which stage?,egg,moth,B\n");
        const QString answers = write(QStringLiteral("answers.csv"),
            "index,model,condition,response\n1,m1,eyes shut,The answer is A.\n2,m1,blind,B\n");
        for (const QString& file : {fruit, known, answers}) {
            dialogs::setNextFileName(file);
            press(findIn<QPushButton>(page, QStringLiteral("chooseFiles")));
            take();
            if (file == answers) {
                auto* role = findIn<QComboBox>(page, QStringLiteral("role"));
                role->setFocus();
                QTest::keyClick(role, Qt::Key_Down);
                take();
            }
            press(findIn<QPushButton>(page, QStringLiteral("importFile")));
            take();
        }
        press(findIn<QPushButton>(page, QStringLiteral("importedBefore")));
        take();
    }

    /// What a dialog offers is its page's.
    void takeDialog(const QString& page, const char* opener, const char* name, const char* first = "")
    {
        press(findIn<QAbstractButton>(page, QLatin1String(opener)));
        QTRY_VERIFY(find<QDialog>(QLatin1String(name)));
        auto* dialog = find<QDialog>(QLatin1String(name));
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        if (auto* button = dialog->findChild<QAbstractButton*>(QLatin1String(first))) {
            press(button);
        }
        m_found[page].unite(ControlFinder::in(dialog));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!find<QDialog>(QLatin1String(name)));
        m_window->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), m_window.get());
    }

    void walkSubsets()
    {
        const QString subsets = QStringLiteral("subsets");
        go(subsets);
        auto* table = findIn<QTableView>(subsets, QStringLiteral("subsetSamples"));
        QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 3, 20000);
        settle();
        // DatBench's asks more, some samples are never in, and the set is stored.
        auto* method = findIn<QComboBox>(subsets, QStringLiteral("subsetMethod"));
        method->setFocus();
        QTest::keyClick(method, Qt::Key_Down);
        QTest::keyClick(method, Qt::Key_Down);
        settle();
        take();
        press(findIn<QAbstractButton>(subsets, QStringLiteral("subsetShares")));
        table->selectRow(1);
        press(findIn<QAbstractButton>(subsets, QStringLiteral("subsetVeto")));
        settle();
        auto* name = findIn<QLineEdit>(subsets, QStringLiteral("subsetName"));
        name->setFocus();
        QTest::keyClicks(name, QStringLiteral("core"));
        QTest::keyClick(name, Qt::Key_Return);
        auto* stored = findIn<QTableView>(subsets, QStringLiteral("subsetStored"));
        QTRY_VERIFY_WITH_TIMEOUT(stored->model()->rowCount() == 1, 20000);
        settle();
        stored->selectRow(0);
        table->selectRow(1);
        findIn<QListWidget>(subsets, QStringLiteral("subsetWanted"))->setCurrentRow(0);
        take();
        takeKeys();
        takeMenusOfButtons(subsets);
        const auto tables
            = findIn<QWidget>(subsets, QStringLiteral("subsetAlike"))->findChildren<QToolButton*>();
        press(tables.first());
        take();
    }

    void walkGaps()
    {
        const QString insights = QStringLiteral("insights");
        auto* tabs = findIn<QTabBar>(insights, QStringLiteral("insightsTabs"));
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
        settle();
        take();
        takeMenusOfButtons(insights);
        takeDialog(insights, "gapsPrices", "pricesDialog");
        QTest::keyClick(m_window->focusWidget(), Qt::Key_T);
        take();
        takeMenu(insights, QStringLiteral("clickThroughMenu"),
            [&] { press(findIn<QAbstractButton>(insights, QStringLiteral("gapsSentenceSamples"))); });
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(0).center());
    }

    void walkRest()
    {
        // The steps after a decision, and a policy that drops something.
        go(QStringLiteral("overview"));
        take();
        takeDialog(QStringLiteral("overview"), "editDatasets", "datasetDialog");
        takeDialog(QStringLiteral("overview"), "editPolicies", "policyDialog", "policyCopy");
        auto* policy = m_window->page(QStringLiteral("overview"))
                           ->findChild<QComboBox*>(QStringLiteral("policyPicker"));
        policy->setFocus();
        QTest::keyClick(policy, Qt::Key_End);
        take();
        // The one that removes for most reasons, so that most have a mark in the charts.
        const auto everything
            = [&] { return policy->currentData().toString() == QLatin1String("everything"); };
        for (int row = policy->count(); row > 0 && !everything(); --row) {
            QTest::keyClick(policy, Qt::Key_Up);
        }
        QVERIFY(everything());
        const QString audits = QStringLiteral("audits");
        go(audits);
        take();
        takeKeys();
        auto* list = findIn<QAbstractItemView>(audits, QStringLiteral("detectorList"));
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            QTest::keyClick(list, Qt::Key_Down);
            take();
            takeMenusOfButtons(audits);
        }
        press(findIn<QAbstractButton>(audits, QStringLiteral("runAll")));
        QTRY_VERIFY(find<QWidget>(QStringLiteral("cancelJob"))->isVisible());
        m_found[kWindow].unite(ControlFinder::in(find<QWidget>(QStringLiteral("statusLine"))));
        m_found[audits].unite(ControlFinder::in(m_window->page(audits)));
        settle();
        for (const char* page : {"models", "compare"}) {
            go(QLatin1String(page));
            settle();
            take();
            takeKeys();
        }
        const QString insights = QStringLiteral("insights");
        go(insights);
        take();
        takeKeys();
        takeMenusOfButtons(insights);
        auto* models = findIn<QWidget>(insights, QStringLiteral("modelsCard"))->findChild<Chart*>();
        // A copy: the chart is laid out anew whenever the page is shown.
        const QVector<ChartMark> marks = models->marks();
        bool asked = false;
        for (const ChartMark& mark : marks) {
            if (!mark.isLink()) {
                continue;
            }
            QTest::mouseClick(models, Qt::LeftButton, {}, mark.where.center().toPoint());
            settle();
            if (QApplication::activePopupWidget()) {
                asked = true;
                takeMenu(insights, QStringLiteral("clickThroughMenu"), [] {});
                break;
            }
            go(insights);
        }
        QVERIFY(asked);
        QTest::keyClick(m_window.get(), Qt::Key_T);
        take();
        walkGaps();
        walkSubsets();
        const QString exporting = QStringLiteral("export");
        go(exporting);
        take();
        takeKeys();
        auto* path = findIn<QLineEdit>(exporting, QStringLiteral("path"));
        path->selectAll();
        QTest::keyClicks(path, m_folder.filePath(QStringLiteral("out")));
        press(findIn<QPushButton>(exporting, QStringLiteral("exportButton")));
        QTRY_VERIFY_WITH_TIMEOUT(
            findIn<QWidget>(exporting, QStringLiteral("resultCard"))->isVisible(), 20000);
        take();
    }

private slots:
    void initTestCase()
    {
        test::usePrivateSettings(m_folder);
        qputenv("XDG_DATA_HOME", m_folder.filePath(QStringLiteral("data")).toUtf8());
        setAnnotatorName(QStringLiteral("ann"));
        Theme::instance().apply(ThemeMode::Light);
        const auto made
            = test::makeDemoProject(m_folder.filePath(QStringLiteral("made.winnow")), 60, 6, true, true);
        QVERIFY_RESULT(made);
        QVERIFY_RESULT(test::putSubset(**made, QStringLiteral("core"), {SampleId{1}, SampleId{2}}));
    }
    /// Every test has the project as it was made, in a window that nobody used yet.
    void init()
    {
        const QDir folder(m_folder.path());
        for (const char* used : {"state", "config", "cache", "out"}) {
            QDir(folder.filePath(QString::fromLatin1(used))).removeRecursively();
        }
        const QStringList old = folder.entryList({QStringLiteral("p.winnow*")}, QDir::Files);
        for (const QString& name : old) {
            QFile::remove(folder.filePath(name));
        }
        const QStringList made = folder.entryList({QStringLiteral("made.winnow*")}, QDir::Files);
        for (const QString& name : made) {
            QVERIFY(QFile::copy(folder.filePath(name), folder.filePath(u'p' + name.mid(4))));
        }
    }
    void cleanup() { m_window.reset(); }

    void everyLineNamesATestThatExists()
    {
        const QVector<Line> lines = listed();
        QVERIFY(lines.size() > 100);
        static const QRegularExpression test(QStringLiteral("^(tst_\\w+)::(\\w+)$"));
        static const QSet<QString> kinds{QStringLiteral("button"), QStringLiteral("menu"),
            QStringLiteral("key"), QStringLiteral("link"), QStringLiteral("choice"), QStringLiteral("field")};
        QStringList wrong;
        int untried = 0;
        for (const Line& line : lines) {
            const QString what = line.page + u'/' + line.control.name;
            if (!kinds.contains(line.control.kind)) {
                wrong.append(what + QStringLiteral(": no such kind: ") + line.control.kind);
            }
            if (line.triedBy.isEmpty()) {
                wrong.append(what + QStringLiteral(": nothing tried it"));
            }
            for (const QString& by : line.triedBy) {
                const auto match = test.match(by);
                const bool look = by.startsWith(u"look: ") && by.size() > 12;
                const bool none = by.startsWith(u"untried: ") && by.size() > 15;
                untried += none;
                const QString source
                    = fileText(QStringLiteral(WINNOW_SOURCE_DIR "/tests/ui/%1.cpp").arg(match.captured(1)));
                if (!look && !none
                    && (!match.hasMatch()
                        || !source.contains(QStringLiteral("    void %1()").arg(match.captured(2))))) {
                    wrong.append(what + QStringLiteral(": there is no test ") + by);
                }
            }
        }
        // What nobody tried says so and why; there may be fewer of them, not more.
        QVERIFY(untried <= kUntried);
        // QVERIFY2() cuts a long text off.
        if (!wrong.isEmpty()) {
            QFAIL(qPrintable(u'\n' + wrong.join(u'\n')));
        }
    }

    /// What takes the mouse in a way of its own is found by name (see ControlFinder): a new one is told to
    /// it.
    void everyWidgetThatTakesTheMouseIsKnown()
    {
        static const QSet<QString> known{QStringLiteral("chart.h"), QStringLiteral("histogramchart.h"),
            QStringLiteral("imageview.h"), QStringLiteral("evidencecard.h"), QStringLiteral("keyoverlay.h"),
            QStringLiteral("optionspanel.h")};
        QDirIterator files(QStringLiteral(WINNOW_SOURCE_DIR "/ui"),
            {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
        static const QRegularExpression taken(
            QStringLiteral("void mouse(Press|Release|DoubleClick)Event\\([^)]*\\) override"));
        QSet<QString> found;
        while (files.hasNext()) {
            if (fileText(files.next()).contains(taken)) {
                found.insert(files.fileName());
            }
        }
        QCOMPARE(found, known);
    }

    /// Every button of every page is pressed with the mouse: nothing breaks and nothing is warned of.
    void everyButtonIsPressed_data()
    {
        QTest::addColumn<QString>("page");
        for (const PageEntry& entry : pageRegistry()) {
            QTest::newRow(qPrintable(entry.id)) << entry.id;
        }
    }
    void everyButtonIsPressed()
    {
        QFETCH(QString, page);
        open();
        go(page);
        const Warnings warnings;
        QSet<QString> pressed;
        // Every press may make and take away buttons: one at a time, until all were tried.
        for (bool more = true; more && pressed.size() < 80;) {
            more = false;
            if (m_window->currentPage() != page) {
                go(page);
            }
            for (QAbstractButton* button : m_window->page(page)->findChildren<QAbstractButton*>()) {
                const QString name = ControlFinder::nameOf(button);
                // This one starts the desktop's program for folders.
                if (!button->isVisible() || !button->isEnabled() || pressed.contains(name)
                    || button->testAttribute(Qt::WA_TransparentForMouseEvents) || name == u"openFolder") {
                    continue;
                }
                pressed.insert(name);
                more = true;
                dialogs::setNextFileNames({});
                QTimer closing;
                connect(&closing, &QTimer::timeout, this, [] {
                    if (QWidget* popup = QApplication::activePopupWidget()) {
                        popup->close();
                    } else if (QWidget* modal = QApplication::activeModalWidget()) {
                        QTest::keyClick(modal, Qt::Key_Escape);
                    }
                });
                closing.start(30);
                press(button);
                settle();
                break;
            }
        }
        // What the Models page has is a table; its choices are no buttons.
        QVERIFY(pressed.size() > 1 || page == u"models");
        QCOMPARE(warnings.texts(), QStringList());
    }

    void everyControlIsListed()
    {
        const Warnings warnings;
        open();
        take();
        takeKeys();
        takeMenu(kWindow, QStringLiteral("menuButton"),
            [this] { press(find<QToolButton>(QStringLiteral("menuButton"))); });
        walkSamples();
        walkReview();
        walkImport();
        walkRest();
        walkEmpty();
        QTest::keyClick(m_window.get(), Qt::Key_F2);
        take();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
        QTRY_VERIFY(!m_window->context().project());
        take();
        takeKeys();

        QMap<QString, QSet<Control>> known;
        QStringList wrong;
        for (const Line& line : listed()) {
            known[line.page].insert(line.control);
            if (!m_found.value(line.page).contains(line.control)) {
                wrong.append(QStringLiteral("%1\t%2\t%3: is not in the window any more")
                                 .arg(line.page, line.control.name, line.control.kind));
            }
        }
        for (auto it = m_found.cbegin(); it != m_found.cend(); ++it) {
            for (const Control& control : it.value() - known.value(it.key())) {
                wrong.append(QStringLiteral("%1\t%2\t%3\tis in no line of controls.tsv: add it with the test "
                                            "or look that tries it")
                                 .arg(it.key(), control.name, control.kind));
            }
        }
        for (const QString& dead : std::as_const(m_dead)) {
            wrong.append(dead + QStringLiteral(": can be pressed, but nothing listens to it"));
        }
        for (const QString& text : warnings.texts()) {
            wrong.append(QStringLiteral("warned: ") + text);
        }
        wrong.sort();
        // QVERIFY2() cuts a long text off.
        if (!wrong.isEmpty()) {
            QFAIL(qPrintable(u'\n' + wrong.join(u'\n')));
        }
    }
};

QTEST_MAIN(TestControls)
#include "tst_controls.moc"
