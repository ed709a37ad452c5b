// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlite/connection.h"
#include "tests/support/privatesettings.h"
#include "ui/mainwindow/application.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/widgets/theme.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <stdexcept>

using namespace winnow;

/// What gets as far as the event loop.
class TestApplication : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        test::usePrivateSettings(m_folder);
        Theme::instance().apply(ThemeMode::Light);
    }

    void anExceptionIsToldAndTheLoopGoesOn_data()
    {
        QTest::addColumn<int>("how");
        QTest::addColumn<QString>("says");
        QTest::newRow("exception") << 0 << QStringLiteral("a slot broke");
        QTest::newRow("store") << 1 << QStringLiteral("The disk is full");
        QTest::newRow("anything") << 2 << QStringLiteral("unknown exception");
    }
    void anExceptionIsToldAndTheLoopGoesOn()
    {
        QFETCH(int, how);
        QFETCH(QString, says);
        auto* application = qobject_cast<Application*>(qApp);
        QVERIFY(application);
        MainWindow window;
        connect(application, &Application::failed, &window,
            [&window](const Error& error) { window.context().notify(error); });
        const QSignalSpy failed(application, &Application::failed);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const auto breaks = [how] {
            switch (how) {
            case 0:
                throw std::runtime_error("a slot broke");
            case 1:
                throw sqlite::Failure{{ErrorCode::DiskFull, QStringLiteral("The disk is full"), {}}};
            default:
                throw 5;
            }
        };
        // From a queued call, a timer and a click.
        QMetaObject::invokeMethod(&window, breaks, Qt::QueuedConnection);
        QTRY_COMPARE(failed.size(), 1);
        QTimer::singleShot(0, &window, breaks);
        QTRY_COMPARE(failed.size(), 2);
        QPushButton button(&window);
        button.resize(20, 20);
        button.show();
        connect(&button, &QPushButton::clicked, &window, breaks);
        QTest::mouseClick(&button, Qt::LeftButton);
        QTRY_COMPARE(failed.size(), 3);
        QVERIFY2(window.messageText().contains(says), qPrintable(window.messageText()));
        bool later = false;
        QTimer::singleShot(0, &window, [&] { later = true; });
        QTRY_VERIFY(later);
    }

private:
    QTemporaryDir m_folder;
};

int main(int argc, char** argv)
{
    Application application(argc, argv);
    TestApplication test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_application.moc"
