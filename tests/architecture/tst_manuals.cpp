// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

/// The texts that describe the program say what it does.
class TestManuals : public QObject {
    Q_OBJECT

    static QString text(const char* path)
    {
        QFile file(QStringLiteral(WINNOW_SOURCE_DIR "/") + QLatin1String(path));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

private slots:
    void theManualNamesEveryCommand()
    {
        QProcess help;
        help.start(QStringLiteral(WINNOW_BIN_DIR "/winnow-cli"), {QStringLiteral("--help")});
        QVERIFY(help.waitForFinished());
        const QString manual = text("packaging/linux/winnow-cli.1");
        static const QRegularExpression command(
            QStringLiteral("^  ([a-z]+)[ $]"), QRegularExpression::MultilineOption);
        int commands = 0;
        auto matches = command.globalMatch(QString::fromUtf8(help.readAllStandardOutput()));
        while (matches.hasNext()) {
            const QString name = matches.next().captured(1);
            QVERIFY2(manual.contains(QStringLiteral("\\fB%1\\fR").arg(name)), qPrintable(name));
            ++commands;
        }
        QVERIFY(commands >= 15);
    }

    void theHouseIsDrawnAsItIs()
    {
        const QString architecture = text("ARCHITECTURE.md");
        for (const char* room : {"core", "ui"}) {
            const auto folders = QDir(QStringLiteral(WINNOW_SOURCE_DIR "/") + QLatin1String(room))
                                     .entryList(QDir::Dirs | QDir::NoDotAndDotDot);
            QVERIFY(!folders.isEmpty());
            for (const QString& folder : folders) {
                QVERIFY2(architecture.contains(folder), qPrintable(folder));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestManuals)
#include "tst_manuals.moc"
