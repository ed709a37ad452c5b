// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/datasetsettings.h"
#include "core/store/importstore.h"
#include "tests/support/privatesettings.h"
#include "tests/support/testproject.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/importpage.h"
#include "ui/util/dialogs.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>

using namespace winnow;

class TestImportPage : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        test::usePrivateSettings(*m_folder);
        Theme::instance().apply(ThemeMode::Light);
        m_path = m_folder->filePath(QStringLiteral("p.winnow"));
        QVERIFY_RESULT(Project::create(m_path));
    }

    void importsSamplesThenResponsesAndShowsWhatWasRejected()
    {
        const QString samples = write(QStringLiteral("Fruit.tsv"),
            "index\tquestion\tA\tB\tC\tanswer\tcategory\n"
            "1\tWhich is red?\tapple\tbanana\tlime\tA\tcolour\n"
            "2\tWhich is yellow?\tapple\tbanana\tlime\tB\tcolour\n"
            "\tWhich is green?\tapple\tbanana\tlime\tC\tcolour\n"
            "4\tWhich is sour?\tapple\tbanana\tlime\tC\ttaste\n");
        const QString responses = write(QStringLiteral("answers.jsonl"),
            "{\"id\": \"1\", \"model\": \"m1\", \"prediction\": \"A\"}\n"
            "{\"id\": \"2\", \"model\": \"m1\", \"prediction\": \"C\"}\n");
        MainWindow window;
        window.show();
        window.openProject(m_path, QStringLiteral("import"));
        QTRY_COMPARE(window.currentPage(), QStringLiteral("import"));
        auto* page = static_cast<ImportPage*>(window.page(QStringLiteral("import")));
        dialogs::setNextFileName(samples);
        page->findChild<QPushButton*>(QStringLiteral("chooseFiles"))->click();
        auto* import = page->findChild<QPushButton*>(QStringLiteral("importFile"));
        QTRY_VERIFY(import->isEnabled());
        QCOMPARE(
            page->findChild<QComboBox*>(QStringLiteral("dataset"))->currentText(), QStringLiteral("Fruit"));
        QCOMPARE(page->findChild<QComboBox*>(QStringLiteral("field-question"))->currentText(),
            QStringLiteral("question"));
        auto* preview = page->findChild<QTableView*>(QStringLiteral("importPreview"));
        QTRY_VERIFY(preview->model()->rowCount() >= 3);

        import->click();
        auto* issues = page->findChild<QTableView*>(QStringLiteral("issues"));
        QTRY_VERIFY_WITH_TIMEOUT(issues->model()->rowCount() > 0, 20000);
        QTRY_COMPARE(
            window.context().session()->index() ? window.context().session()->index()->size() : 0, 3);

        const QString saved = m_folder->filePath(QStringLiteral("report.csv"));
        dialogs::setNextFileName(saved);
        page->findChild<QPushButton*>(QStringLiteral("saveReport"))->click();
        QTRY_VERIFY(QFile::exists(saved));

        page->filesDropped({responses});
        QTRY_VERIFY(import->isEnabled());
        QTRY_COMPARE(
            page->findChild<QComboBox*>(QStringLiteral("dataset"))->currentText(), QStringLiteral("Fruit"));
        import->click();
        const auto count = [&] {
            return window.context()
                .project()
                ->read([](sqlite::Connection& c) { return ResponseStore(c).count(); })
                .value_or(-1);
        };
        QTRY_COMPARE_WITH_TIMEOUT(count(), 2, 20000);
    }

    void aKnownDatasetIsProposedAndCanBeSaidOtherwise()
    {
        const QString file = write(
            QStringLiteral("TallyQA.csv"), "index,question,answer\n1,How many cats?,3\n2,How many dogs?,2\n");
        const QString other
            = write(QStringLiteral("mine.csv"), "index,question,answer\n9,How many hens?,3\n8,Any cows?,2\n");
        MainWindow window;
        window.show();
        window.openProject(m_path, QStringLiteral("import"));
        QTRY_COMPARE(window.currentPage(), QStringLiteral("import"));
        auto* page = static_cast<ImportPage*>(window.page(QStringLiteral("import")));
        page->filesDropped({file, other});
        auto* import = page->findChild<QPushButton*>(QStringLiteral("importFile"));
        QTRY_VERIFY(import->isEnabled());
        auto* capability = page->findChild<QLineEdit*>(QStringLiteral("capability"));
        auto* scorer = page->findChild<QComboBox*>(QStringLiteral("scorer"));
        auto* cutOff = page->findChild<QSpinBox*>(QStringLiteral("cutOffOpen"));
        QTRY_COMPARE(capability->text(), QStringLiteral("counting"));
        QCOMPARE(scorer->currentData().toString(), QStringLiteral("exact"));
        QCOMPARE(cutOff->value(), 6);
        QVERIFY(scorer->isVisible());
        // A file whose name says nothing has none of it.
        auto* files = page->findChild<QListWidget*>(QStringLiteral("importFiles"));
        QTRY_VERIFY(import->isEnabled());
        files->setCurrentRow(1);
        QTRY_VERIFY(!scorer->isVisible());
        QTRY_VERIFY(capability->text().isEmpty());
        files->setCurrentRow(0);
        QTRY_COMPARE(capability->text(), QStringLiteral("counting"));
        scorer->setFocus();
        QTest::keyClick(scorer, Qt::Key_Home);
        cutOff->setFocus();
        QTest::keyClick(cutOff, Qt::Key_Down);
        page->findChild<QSpinBox*>(QStringLiteral("cutOffChoices"))->setValue(2);
        capability->setFocus();
        capability->selectAll();
        QTest::keyClicks(capability, QStringLiteral("sheep"));
        QTest::qWait(400);
        QTRY_VERIFY(import->isEnabled());
        QCOMPARE(capability->text(), QStringLiteral("sheep"));
        import->click();
        const auto settings = [&] {
            const auto all = window.context().project()->read(
                [](sqlite::Connection& c) { return readDatasetSettings(c); });
            return all && !all->isEmpty() ? all->front() : DatasetSettings();
        };
        QTRY_COMPARE(settings().capability(), QStringLiteral("sheep"));
        QVERIFY(settings().scorer.isEmpty());
        QCOMPARE(settings().blindHits, 5);
        QCOMPARE(settings().blindHitsOfChoices, 2);
    }

    void aFolderIsChosenAndImported()
    {
        const QString folder = m_folder->filePath(QStringLiteral("shards"));
        QVERIFY(QDir().mkpath(folder));
        for (const char* shard : {"1", "2"}) {
            write(QStringLiteral("shards/%1.jsonl").arg(QLatin1String(shard)),
                QByteArray("{\"id\":") + shard + ",\"question\":\"Why?\",\"answer\":\"x\"}\n");
        }
        MainWindow window;
        window.show();
        window.openProject(m_path, QStringLiteral("import"));
        QTRY_COMPARE(window.currentPage(), QStringLiteral("import"));
        auto* page = static_cast<ImportPage*>(window.page(QStringLiteral("import")));
        dialogs::setNextFileName(folder);
        QTest::mouseClick(page->findChild<QPushButton*>(QStringLiteral("chooseFolder")), Qt::LeftButton);
        auto* import = page->findChild<QPushButton*>(QStringLiteral("importFile"));
        QTRY_VERIFY(import->isEnabled());
        QTest::mouseClick(import, Qt::LeftButton);
        QTRY_COMPARE(
            window.context().session()->index() ? window.context().session()->index()->size() : 0, 2);
    }

    void aWrongKindOfFileIsRefusedByName()
    {
        const QString zip
            = write(QStringLiteral("archive.zip"), QByteArray("PK\x03\x04", 4) + QByteArray(400, '\0'));
        MainWindow window;
        window.show();
        window.openProject(m_path, QStringLiteral("import"));
        QTRY_COMPARE(window.currentPage(), QStringLiteral("import"));
        auto* page = static_cast<ImportPage*>(window.page(QStringLiteral("import")));
        page->filesDropped({zip});
        auto* files = page->findChild<QListWidget*>(QStringLiteral("importFiles"));
        QTRY_VERIFY(window.messageText().contains(QStringLiteral("archive.zip is a ZIP archive")));
        QTRY_COMPARE(files->count(), 0);
        QVERIFY(!page->findChild<QPushButton*>(QStringLiteral("importFile"))->isVisible());
    }

private:
    QString write(const QString& name, const QByteArray& bytes)
    {
        const QString path = m_folder->filePath(name);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_MAIN(TestImportPage)
#include "tst_importpage.moc"
