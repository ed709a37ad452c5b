// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/language.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/filterstate.h"
#include "ui/models/terms.h"
#include "ui/pages/pageregistry.h"
#include "ui/widgets/theme.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace winnow;

class TestTranslations : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        qputenv("XDG_STATE_HOME", m_folder.filePath(QStringLiteral("state")).toUtf8());
        qputenv("XDG_CONFIG_HOME", m_folder.filePath(QStringLiteral("config")).toUtf8());
        installLanguage(QStringLiteral("ko"));
        Theme::instance().apply(ThemeMode::Light);
    }

    void everyTextIsTranslated()
    {
        QFile file(QStringLiteral(WINNOW_SOURCE_DIR "/resources/translations/winnow_ko.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QVERIFY(text.contains(QStringLiteral("<translation>")));
        QVERIFY2(!text.contains(QStringLiteral("unfinished")), "run lupdate and translate what is new");
    }

    void placeholdersSurvive()
    {
        QFile file(QStringLiteral(WINNOW_SOURCE_DIR "/resources/translations/winnow_ko.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        static const QRegularExpression message(
            QStringLiteral("<source>(.*?)</source>.*?<translation>(.*?)</translation>"),
            QRegularExpression::DotMatchesEverythingOption);
        static const QRegularExpression placeholder(QStringLiteral("%(n|[0-9])"));
        auto messages = message.globalMatch(text);
        while (messages.hasNext()) {
            const auto found = messages.next();
            auto wanted = placeholder.globalMatch(found.captured(1));
            while (wanted.hasNext()) {
                const QString mark = wanted.next().captured();
                QVERIFY2(found.captured(2).contains(mark), qPrintable(found.captured(1)));
            }
        }
    }

    void classesTermsAndFreeFunctionsSpeakKorean()
    {
        QCOMPARE(pageTitle(pageRegistry().first()), QStringLiteral("개요"));
        QCOMPARE(filterFieldTitle(FilterField::Dataset), QStringLiteral("데이터셋"));
        QCOMPARE(flagKindTitle(QStringLiteral("blind_solvable")), QStringLiteral("이미지 없이 풀림"));
        MainWindow window;
        auto* open = window.findChild<QPushButton*>(QStringLiteral("openProject"));
        QCOMPARE(open->text(), QStringLiteral("프로젝트 열기…"));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
