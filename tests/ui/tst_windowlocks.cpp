// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/decisionstore.h"
#include "tests/support/privatesettings.h"
#include "tests/support/testproject.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/settings.h"
#include "ui/widgets/theme.h"

#include <QFileDialog>
#include <QFileSystemModel>
#include <QProcess>
#include <QSocketNotifier>
#include <QTimer>

#include <cstdio>

using namespace winnow;

namespace {

void say(const QString& text)
{
    std::printf("%s\n", qPrintable(text));
    std::fflush(stdout);
}

constexpr auto kAll = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;

qsizetype filesIn(const QString& folder)
{
    return QDir(folder).entryList(kAll).size();
}

/// Ctrl+O, a look at the folder until the dialog shows every file in it, for which it has opened and closed
/// them, and Esc.
void lookIntoTheFolder(MainWindow& window)
{
    int rows = 0;
    int looks = 0;
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &window, [&] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        auto* files = dialog ? dialog->findChild<QFileSystemModel*>() : nullptr;
        if (!files) {
            return;
        }
        if (looks == 0) {
            dialog->setNameFilters({QStringLiteral("All (*)")});
            dialog->setFilter(kAll);
        }
        const QString folder = dialog->directory().absolutePath();
        rows = files->rowCount(files->index(folder));
        if (rows == filesIn(folder) || ++looks > 1000) {
            watch.stop();
            QTest::keyClick(dialog, Qt::Key_Escape);
        }
    });
    watch.start(10);
    QTest::keyClick(&window, Qt::Key_O, Qt::ControlModifier);
    say(QStringLiteral("saw %1").arg(rows));
}

void decide(MainWindow& window, int count)
{
    DecisionService* service = window.context().desk()->service();
    int stored = 0;
    const auto connection = QObject::connect(
        service, &DecisionService::stored, &window, [&](const DecisionReceipt&) { ++stored; });
    static int next = 1;
    for (int i = 0; i < count; ++i) {
        Decision decision;
        decision.annotator = QStringLiteral("kim");
        decision.sampleId = SampleId{next++};
        decision.action = Action::Drop;
        service->decide({decision});
    }
    (void)QTest::qWaitFor([&] { return stored == count; }, 20000);
    QObject::disconnect(connection);
    say(QStringLiteral("stored %1").arg(stored));
}

/// A window of its own process, led by lines on its input.
int window(const QString& path)
{
    Theme::instance().apply(ThemeMode::Light);
    stateSettings()->setValue(QStringLiteral("lastFolder"), QFileInfo(path).absolutePath());
    MainWindow window;
    window.show();
    window.openProject(path);
    if (!QTest::qWaitForWindowExposed(&window)
        || !QTest::qWaitFor([&] { return window.context().session()->index() != nullptr; }, 20000)) {
        return 1;
    }
    say(QStringLiteral("ready"));
    QSocketNotifier input(fileno(stdin), QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &window, [&] {
        char line[100];
        if (!std::fgets(line, sizeof line, stdin)) {
            QApplication::quit();
            return;
        }
        const QStringList words = QString::fromLatin1(line).trimmed().split(u' ');
        input.setEnabled(false);
        if (words.first() == u"look") {
            lookIntoTheFolder(window);
        } else if (words.first() == u"decide") {
            decide(window, words.at(1).toInt());
        } else {
            window.close();
            QApplication::quit();
        }
        input.setEnabled(true);
    });
    return QApplication::exec();
}

class Window {
public:
    explicit Window(const QString& path)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--window"), path});
    }
    ~Window() { kill(); }
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    QString tell(const QByteArray& what)
    {
        m_process.write(what + '\n');
        return read();
    }
    QString read()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(30000)) {
                return {};
            }
        }
        return QString::fromLatin1(m_process.readLine()).trimmed();
    }
    bool quit()
    {
        m_process.write("quit\n");
        return m_process.waitForFinished();
    }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
};

int commandLine(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral(WINNOW_BIN_DIR "/winnow-cli"), arguments);
    return process.waitForFinished() ? process.exitCode() : -1;
}

} // namespace

/// The window, its file dialog and the command line on one project at once: nobody loses a decision.
class TestWindowLocks : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { test::usePrivateSettings(m_folder); }

    void theFileDialogTakesNoLocksAway()
    {
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("work")));
        const QString path = m_folder.filePath(QStringLiteral("work/p.winnow"));
        {
            auto project = Project::create(path);
            QVERIFY_RESULT(project);
            QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("set"), 40));
        }
        Window first(path);
        QCOMPARE(first.read(), QStringLiteral("ready"));
        QCOMPARE(first.tell("decide 2"), QStringLiteral("stored 2"));
        const auto everything
            = [&] { return QStringLiteral("saw %1").arg(filesIn(QFileInfo(path).absolutePath())); };
        QVERIFY(QFileInfo::exists(path + QStringLiteral("-wal")));
        QCOMPARE(first.tell("look"), everything());

        QCOMPARE(commandLine({QStringLiteral("stats"), path}), 0);
        QVERIFY(QFileInfo::exists(path + QStringLiteral("-wal")));
        QCOMPARE(commandLine({QStringLiteral("audit"), path}), 0);
        QCOMPARE(commandLine({QStringLiteral("decide"), path, QStringLiteral("--sample"),
                     QStringLiteral("set/30"), QStringLiteral("--action"), QStringLiteral("drop"),
                     QStringLiteral("--annotator"), QStringLiteral("lee")}),
            0);
        QCOMPARE(first.tell("decide 5"), QStringLiteral("stored 5"));
        {
            Window second(path);
            QCOMPARE(second.read(), QStringLiteral("ready"));
            QCOMPARE(second.tell("look"), everything());
            QCOMPARE(second.tell("decide 3"), QStringLiteral("stored 3"));
            QVERIFY(second.quit());
        }
        QCOMPARE(first.tell("decide 4"), QStringLiteral("stored 4"));
        first.kill();

        auto project = Project::open(path);
        QVERIFY_RESULT(project);
        const auto decisions = (*project)->read([](sqlite::Connection& c) { return DecisionStore(c).all(); });
        QVERIFY_RESULT(decisions);
        QCOMPARE(decisions->size(), 2 + 1 + 5 + 3 + 4);
        project->reset();
        QCOMPARE(commandLine({QStringLiteral("check"), path}), 0);
        QVERIFY(!QFileInfo::exists(path + QStringLiteral("-wal")));
    }

private:
    QTemporaryDir m_folder;
};

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--window") == 0) {
        return window(QString::fromLocal8Bit(argv[2]));
    }
    TestWindowLocks test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_windowlocks.moc"
