// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/placeinerror.h"
#include "core/image/imagecodec.h"
#include "core/import/importjob.h"
#include "core/store/datasetstore.h"
#include "core/store/flagstore.h"
#include "core/store/ledger.h"
#include "core/store/migrations.h"
#include "tests/support/privatesettings.h"
#include "tests/support/testproject.h"
#include "ui/mainwindow/language.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/terms.h"
#include "ui/pages/auditspage.h"
#include "ui/pages/importpage.h"
#include "ui/widgets/theme.h"

#include <QFile>
#include <QLabel>
#include <QRegularExpression>
#include <QtEndian>

#include <algorithm>

using namespace winnow;

/// What goes wrong, and what work is doing, in the Korean window.
class TestErrorTexts : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        test::usePrivateSettings(m_folder);
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

    void whatCannotBeOpened_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QByteArray() << QStringLiteral("x.winnow은(는) 비어 있습니다");
        QTest::newRow("something else")
            << QByteArray("a,b\n1,2\n") << QStringLiteral("x.winnow은(는) Winnow 프로젝트가 아닙니다");
        QTest::newRow("cut off") << QByteArray("SQLite format 3\0 and no more", 28)
                                 << QStringLiteral("--repair\"를 실행해 보세요");
        QTest::newRow("of the future")
            << withHeader(60, 999) << QStringLiteral("더 새로운 Winnow가 쓴 파일입니다");
        QTest::newRow("another database")
            << withHeader(68, 0) << QStringLiteral("SQLite 데이터베이스이지만 Winnow 프로젝트가 아닙니다");
    }
    void whatCannotBeOpened()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        const QString path = m_folder.filePath(QStringLiteral("x.winnow"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        MainWindow window;
        window.show();
        window.openProject(path);
        QTRY_VERIFY2(says(&window, text), qPrintable(said(&window)));
        const auto opened = Project::open(path);
        QVERIFY(!opened);
        isKorean(opened.error(), path);
    }

    void whatIsNotThere()
    {
        const QString path = m_folder.filePath(QStringLiteral("gone.winnow"));
        const auto gone = Project::open(path);
        QVERIFY(!gone);
        QCOMPARE(errorText(gone.error()),
            path + QStringLiteral("이(가) 없습니다. 이름을 확인하거나 새로 만드세요"));
        const auto nowhere = Project::create(m_folder.filePath(QStringLiteral("no/where.winnow")));
        QVERIFY(!nowhere);
        isKorean(nowhere.error(), m_folder.path());
        const QString there = project();
        const auto twice = Project::create(there);
        QVERIFY(!twice);
        isKorean(twice.error(), there);
    }

    void whatCannotBeWritten()
    {
        const QString path = project();
        const auto read = Project::open(path, Project::Mode::ReadOnly);
        QVERIFY_RESULT(read);
        const auto written = (*read)->write(
            {.parts = ChangeSet::Flags, .samples = {}}, [](sqlite::Connection&) { return Result<>(); });
        QVERIFY(!written);
        isKorean(written.error(), path);
        const auto undone = (*read)->ledger().undo(QStringLiteral("kim"));
        QVERIFY(!undone);
        isKorean(undone.error(), path);
        for (const int code : {13, 10, 11, 26, 5, 8, 14, 18, 10 | (32 << 8)}) { // SQLITE_FULL and the others
            isKorean(sqlite::errorFromCode(code, QStringLiteral("it failed"), path), path,
                QStringLiteral("it failed"));
        }
    }

    /// A file is made beside its place: its error names the place in every language.
    void anotherPlaceInAnError()
    {
        const Error error = fail(ErrorCode::Io,
            Sentence::of("%1 cannot be written: %2").arg(QStringLiteral("/a/\"tmp\""), QStringLiteral("no")),
            Sentence::of("Check the disk, its free space and your permissions"))
                                .value();
        const Error other = withPlace(error, QStringLiteral("/a/\"tmp\""), QStringLiteral("/a/file"));
        QCOMPARE(other.message, QStringLiteral("/a/file cannot be written: no"));
        QCOMPARE(errorText(other),
            QStringLiteral("/a/file에 쓸 수 없습니다: no. 디스크와 남은 공간, 권한을 확인하세요"));
    }

    void picturesThatCannotBeRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QByteArray bmp(60, '\0');
        bmp.replace(0, 2, "BM");
        bmp[14] = 41;
        bmp[18] = bmp[22] = 4;
        QTest::newRow("a strange header") << bmp << QStringLiteral("41바이트 헤더");
        bmp[14] = 40;
        bmp[28] = 7;
        QTest::newRow("strange colours") << bmp << QStringLiteral("7비트, 압축 방식 0");
        QTest::newRow("no picture") << QByteArray("hello") << QStringLiteral("이미지가 아닙니다");
    }
    void picturesThatCannotBeRead()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        const auto decoded = decodeImage(bytes, 64);
        QVERIFY(!decoded);
        QVERIFY2(errorText(decoded.error()).contains(text), qPrintable(errorText(decoded.error())));
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
    /// The head of a database of ours with another number in it.
    static QByteArray withHeader(int at, int number)
    {
        QByteArray header(4096, '\0');
        header.replace(0, 16, QByteArray("SQLite format 3\0", 16));
        qToBigEndian<qint32>(qint32(kApplicationId), header.data() + 68);
        qToBigEndian<qint32>(1, header.data() + 60);
        qToBigEndian<qint32>(number, header.data() + at);
        return header;
    }
    /// Message and remedy, without what is said as it is.
    static void isKorean(const Error& error, const QString& path, const QString& verbatim = {})
    {
        static const QRegularExpression english(QStringLiteral("[A-Za-z]{2,} [A-Za-z]{2,}"));
        static const QRegularExpression command(QStringLiteral("\"winnow-cli [^\"]*\""));
        const QString folder = QFileInfo(path).absolutePath();
        for (QString said : {errorMessage(error), errorRemedy(error)}) {
            const QString whole = said;
            said.remove(path).remove(folder).remove(command);
            if (!verbatim.isEmpty()) {
                said.remove(verbatim);
            }
            const bool hangul = std::any_of(
                said.cbegin(), said.cend(), [](QChar c) { return c.script() == QChar::Script_Hangul; });
            QVERIFY2(whole.isEmpty() || (hangul && !said.contains(english)), qPrintable(whole));
        }
    }

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
