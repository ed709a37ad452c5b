// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/application.h"

#include <QDir>
#include <QFile>
#include <QIcon>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace winnow;

/// The desktop finds one application: what the program calls itself is what is installed beside it.
class TestIdentity : public QObject {
    Q_OBJECT

    static QString text(const QString& name)
    {
        QFile file(QStringLiteral(WINNOW_SOURCE_DIR "/") + name);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    static QString told(const QString& text, const char* pattern)
    {
        return QRegularExpression(QString::fromUtf8(pattern), QRegularExpression::MultilineOption)
            .match(text)
            .captured(1);
    }

private slots:
    void theIdIsOne()
    {
        const QString id = QGuiApplication::desktopFileName();
        QCOMPARE(id, QString::fromLatin1(kApplicationId));
        const QString entry = text(QStringLiteral("packaging/linux/%1.desktop").arg(id));
        QVERIFY(!entry.isEmpty());
        QCOMPARE(told(entry, "^Icon=(.*)$"), id);
        QCOMPARE(told(entry, "^StartupWMClass=(.*)$"), QCoreApplication::applicationName());
        QCOMPARE(told(entry, "^Exec=(\\S+)"), QCoreApplication::applicationName());
        const QString metainfo = text(QStringLiteral("packaging/linux/%1.metainfo.xml").arg(id));
        QCOMPARE(told(metainfo, "<id>(.*)</id>"), id);
        QCOMPARE(
            told(metainfo, "<launchable type=\"desktop-id\">(.*)</launchable>"), QString(id + u".desktop"));
        QCOMPARE(told(metainfo, "<release version=\"([^\"]*)\""), QCoreApplication::applicationVersion());
        const QString types = text(QStringLiteral("packaging/linux/%1.mime.xml").arg(id));
        QCOMPARE(told(types, "<mime-type type=\"([^\"]*)\""), told(entry, "^MimeType=([^;]*);"));
        QCOMPARE(told(metainfo, "<mediatype>(.*)</mediatype>"), told(entry, "^MimeType=([^;]*);"));
    }

    void everyFileOfItIsInstalled()
    {
        const QString rules = text(QStringLiteral("app/CMakeLists.txt"));
        const QDir folder(QStringLiteral(WINNOW_SOURCE_DIR "/packaging/linux"));
        for (const QString& name : folder.entryList(QDir::Files)) {
            QVERIFY2(rules.contains(u'/' + name), qPrintable(name));
            QVERIFY2(
                name.startsWith(QString::fromLatin1(kApplicationId)) || name.endsWith(QLatin1String(".1")),
                qPrintable(name));
        }
        static const QRegularExpression symbolic(
            QStringLiteral("-symbolic\\.svg\\s+DESTINATION \\S+/icons/hicolor/symbolic/apps"));
        QVERIFY(symbolic.match(rules).hasMatch());
        static const QRegularExpression scalable(
            QStringLiteral("Winnow\\.svg DESTINATION \\S+/icons/hicolor/scalable/apps"));
        QVERIFY(scalable.match(rules).hasMatch());
    }

    void theWindowHasTheIcon()
    {
        const QImage shown = QApplication::windowIcon().pixmap(64, 64).toImage();
        QVERIFY(!shown.isNull());
        const QImage installed = QIcon(
            QStringLiteral(WINNOW_SOURCE_DIR "/packaging/linux/%1.svg").arg(QLatin1String(kApplicationId)))
                                     .pixmap(64, 64)
                                     .toImage();
        QCOMPARE(shown, installed);
    }

    void helpAndVersionNeedNoDisplay_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("expected");
        QTest::newRow("help") << QStringLiteral("--help") << QStringLiteral("PROJECT");
        QTest::newRow("short help") << QStringLiteral("-h") << QStringLiteral("PROJECT");
        QTest::newRow("version") << QStringLiteral("--version") << QStringLiteral(WINNOW_VERSION);
        QTest::newRow("short version") << QStringLiteral("-v") << QStringLiteral(WINNOW_VERSION);
    }
    void helpAndVersionNeedNoDisplay()
    {
        QFETCH(QString, option);
        QFETCH(QString, expected);
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE"}) {
            environment.remove(QString::fromLatin1(name));
        }
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(WINNOW_BIN_DIR "/winnow"), {option});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        QVERIFY(program.readAllStandardOutput().contains(expected.toUtf8()));
    }
};

int main(int argc, char** argv)
{
    const Application application(argc, argv);
    TestIdentity test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_identity.moc"
