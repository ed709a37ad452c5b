// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/run/detectorregistry.h"
#include "tests/support/privatesettings.h"
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

#include <algorithm>

using namespace winnow;

class TestTranslations : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        test::usePrivateSettings(m_folder);
        installLanguage(QStringLiteral("ko"));
        Theme::instance().apply(ThemeMode::Light);
    }

    void everyTextIsTranslated_data() { translationFiles(); }
    void everyTextIsTranslated()
    {
        QFETCH(QString, name);
        QFile file(QStringLiteral(WINNOW_SOURCE_DIR "/resources/translations/") + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QVERIFY(text.contains(QStringLiteral("<translation>")));
        QVERIFY2(!text.contains(QStringLiteral("unfinished")), "run lupdate and translate what is new");
    }

    void placeholdersSurvive_data() { translationFiles(); }
    void placeholdersSurvive()
    {
        QFETCH(QString, name);
        QFile file(QStringLiteral(WINNOW_SOURCE_DIR "/resources/translations/") + name);
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

    void detectorsSpeakKorean()
    {
        QStringList texts;
        for (const auto& detector : DetectorRegistry::instance().detectors()) {
            const DetectorInfo& info = detector->info();
            texts += {info.title, info.description};
            for (const ParameterInfo& parameter : info.parameters) {
                texts += {parameter.title, parameter.description, parameter.unit};
            }
        }
        for (const AuditPreset& preset : DetectorRegistry::presets()) {
            texts += {preset.title, preset.description};
        }
        texts.removeAll(QString());
        texts.removeDuplicates();
        QStringList english;
        for (const QString& text : std::as_const(texts)) {
            const QString said = detectorText(text);
            if (std::none_of(said.cbegin(), said.cend(), isHangul)) {
                english.append(text);
            }
        }
        if (!english.isEmpty()) {
            qInfo("Run lupdate over core, said in English: %s", qPrintable(english.join(u'|')));
        }
        // A text or two may have come after the last lupdate; more means that it was forgotten.
        QVERIFY2(english.size() * 20 <= texts.size(), qPrintable(english.join(u'\n')));
    }

    void sentencesOfCoreAreSaidInKorean()
    {
        const Sentence need = needTitle({Need::BlindResponses, 3});
        QCOMPARE(sentenceText(need), QStringLiteral("모델 3개 이상의 블라인드 응답"));
        Coverage nothing;
        QCOMPARE(sentenceText(*unmetNeed({Need::Images, 1}, nothing)), QStringLiteral("이미지 필요, 없음"));
        // As it is stored with a flag, arguments in another order than in English.
        const QJsonObject evidence{{QStringLiteral("summary"), QStringLiteral("9 of 12 models …")},
            {QStringLiteral("sentence"),
                Sentence::of("%1 of %2 answer %3 without the image; chance predicts %4")
                    .arg(9, Sentence::of("%1 models").arg(12), QStringLiteral("C"), QStringLiteral("2.4"))
                    .json()}};
        QCOMPARE(summaryText(evidence),
            QStringLiteral("이미지 없이 모델 12개 중 9개가 정답 C 선택, 우연이라면 2.4개"));
        // What an earlier version stored has its English summary only.
        QCOMPARE(summaryText({{QStringLiteral("summary"), QStringLiteral("Old sentence")}}),
            QStringLiteral("Old sentence"));
    }

private:
    static bool isHangul(QChar c) { return c.script() == QChar::Script_Hangul; }
    static void translationFiles()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("window") << QStringLiteral("winnow_ko.ts");
        QTest::newRow("core") << QStringLiteral("winnow_core_ko.ts");
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
