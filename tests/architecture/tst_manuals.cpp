// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
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

    void theReadmeNamesWhatCanBeReadAndWritten()
    {
        QProcess formats;
        formats.start(QStringLiteral(WINNOW_BIN_DIR "/winnow-cli"),
            {QStringLiteral("formats"), QStringLiteral("--json")});
        QVERIFY(formats.waitForFinished());
        const QJsonObject said = QJsonDocument::fromJson(formats.readAllStandardOutput()).object();
        const QString readme = text("README.md");
        const QString section = readme.mid(readme.indexOf(QStringLiteral("## Formats")));
        const QJsonArray kinds = said.value(QStringLiteral("formats")).toArray();
        QVERIFY(kinds.size() >= 6);
        for (const QJsonValue& kind : kinds) {
            const QString id = kind.toObject().value(QStringLiteral("id")).toString();
            // In the first column of a row that says what of it is read.
            const QRegularExpression row(
                QStringLiteral("^\\|[^|\\n]*`%1`[^|\\n]*(\\|[^|\\n]+){5}\\|$").arg(id),
                QRegularExpression::MultilineOption);
            QVERIFY2(row.match(section).hasMatch(), qPrintable(id));
        }
        for (const QJsonValue& file : said.value(QStringLiteral("files")).toArray()) {
            for (const QJsonValue& suffix : file.toObject().value(QStringLiteral("suffixes")).toArray()) {
                QVERIFY2(section.contains(u'`' + suffix.toString() + u'`'), qPrintable(suffix.toString()));
            }
        }
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
