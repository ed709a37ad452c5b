// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/importjob.h"
#include "core/store/datasetstore.h"
#include "core/store/flagstore.h"
#include "tests/support/testproject.h"
#include "ui/mainwindow/language.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/terms.h"
#include "ui/pages/auditspage.h"
#include "ui/pages/importpage.h"
#include "ui/widgets/theme.h"

#include <QFile>
#include <QLabel>

using namespace winnow;

/// What goes wrong, and what work is doing, in the Korean window.
class TestErrorTexts : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        qputenv("XDG_STATE_HOME", m_folder.filePath(QStringLiteral("state")).toUtf8());
        qputenv("XDG_CONFIG_HOME", m_folder.filePath(QStringLiteral("config")).toUtf8());
        qputenv("XDG_CACHE_HOME", m_folder.filePath(QStringLiteral("cache")).toUtf8());
        installLanguage(QStringLiteral("ko"));
        Theme::instance().apply(ThemeMode::Light);
    }

    void steps()
    {
        QCOMPARE(stepText(QStringLiteral("a: b: Reading responses")), QStringLiteral("a: b: 응답 읽는 중"));
        QCOMPARE(stepText(QStringLiteral("set: Comparing blind answers with chance")),
            QStringLiteral("set: 블라인드 답을 우연과 비교하는 중"));
        QCOMPARE(stepText(QStringLiteral("Measuring images")), QStringLiteral("이미지 측정 중"));
        QCOMPARE(stepText(QStringLiteral("of nobody")), QStringLiteral("of nobody"));
    }

    void anErrorSaysWhatItWasChangedTo()
    {
        auto failed = fail(ErrorCode::NotFound, Sentence::of("There is no dataset \"%1\"").arg(u"%1 x"_qs));
        Error error = failed.value();
        QCOMPARE(error.message, QStringLiteral("There is no dataset \"%1 x\""));
        QCOMPARE(errorText(error), QStringLiteral("\"%1 x\" 데이터셋이 없습니다"));
        error.message.prepend(QStringLiteral("P: "));
        error.remedy = QStringLiteral("Wait");
        QCOMPARE(errorText(error), QStringLiteral("P: There is no dataset \"%1 x\". Wait"));
    }

    void filesThatCannotBeImported_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("not there") << QStringLiteral("gone.csv") << QByteArray()
                                   << QStringLiteral("파일이 있는지, 읽을 권한이 있는지 확인하세요");
        QTest::newRow("a picture") << QStringLiteral("a.csv") << QByteArray("\x89PNG\r\n\x1a\n")
                                   << QStringLiteral("a.csv의 종류: PNG 이미지");
        QTest::newRow("blank") << QStringLiteral("b.csv") << QByteArray(" \n")
                               << QStringLiteral("b.csv의 종류: 빈 파일");
        QTest::newRow("responses of nothing")
            << QStringLiteral("c.csv") << QByteArray("index,prediction,model\n1,A,m\n2,B,m\n")
            << QStringLiteral("샘플 키를 가진 데이터셋이 프로젝트에 없습니다");
    }
    void filesThatCannotBeImported()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        const QString path = project();
        MainWindow window;
        window.show();
        window.openProject(path, QStringLiteral("import"));
        ImportPage* page = nullptr;
        QTRY_VERIFY((page = window.findChild<ImportPage*>()) && window.context().project());
        const QString file = m_folder.filePath(name);
        if (!bytes.isEmpty()) {
            QFile out(file);
            QVERIFY(out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size());
        }
        page->filesDropped({file});
        QTRY_VERIFY2(says(&window, text), qPrintable(said(&window)));
    }

    void aColumnThatIsNotThere()
    {
        const QString path = m_folder.filePath(QStringLiteral("d.csv"));
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write("index,question,answer\n1,Who?,x\n") > 0);
        out.close();
        ImportRequest request;
        request.file = path;
        request.map = {{QStringLiteral("question"), QStringLiteral("frage")}};
        auto opened = Project::open(project());
        QVERIFY_RESULT(opened);
        const auto plan = planImport(**opened, request);
        QVERIFY(!plan);
        QCOMPARE(errorText(plan.error()),
            path + QStringLiteral("에 \"frage\" 열이 없습니다. 열: index, question, answer"));
        QVERIFY(plan.error().text().endsWith(
            QStringLiteral("has no column \"frage\". Its columns are index, question, answer")));
    }

    void aFailedDetector()
    {
        const QString path = project();
        auto made = Project::open(path);
        QVERIFY_RESULT(made);
        QVERIFY_RESULT(
            (*made)->write({.parts = ChangeSet::Flags, .samples = {}}, [](sqlite::Connection& c) -> Result<> {
                DetectorRun run;
                run.detector = QStringLiteral("saturated");
                run.datasetId = DatasetStore(c).all().first().id;
                run.status = QStringLiteral("failed");
                const Sentence failure = Sentence::of("%1 ran out of memory on %2")
                                             .arg(Sentence::of("Saturated"), QStringLiteral("set"));
                run.message = failure;
                run.summary = {{QStringLiteral("failure"), failure.json()}};
                FlagStore(c).recordRun(run);
                return {};
            }));
        made->reset();
        MainWindow window;
        window.show();
        window.openProject(path, QStringLiteral("audits"));
        AuditsPage* page = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((page = window.findChild<AuditsPage*>()) && page->detectors()->rowCount() > 0
                && page->selectDetector(QStringLiteral("saturated")),
            20000);
        QTRY_VERIFY2(says(page, QStringLiteral("검사의 메모리가 부족했습니다")), qPrintable(said(page)));
    }

private:
    QString project()
    {
        const QString path = m_folder.filePath(QStringLiteral("p%1.winnow").arg(++m_projects));
        auto made = Project::create(path);
        if (made && QByteArray(QTest::currentTestFunction()) == "aFailedDetector") {
            (void)test::addSamples(**made, QStringLiteral("set"), 4);
        }
        return path;
    }
    static QString said(QWidget* page)
    {
        QStringList all;
        for (const QLabel* label : page->findChildren<QLabel*>()) {
            if (label->isVisibleTo(page)) {
                all.append(label->text());
            }
        }
        return all.join(u'\n');
    }
    static bool says(QWidget* page, const QString& text) { return said(page).contains(text); }

    QTemporaryDir m_folder;
    int m_projects = 0;
};

QTEST_MAIN(TestErrorTexts)
#include "tst_errortexts.moc"
