// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/projectstats.h"
#include "core/store/importstore.h"
#include "tests/support/windowdriver.h"
#include "ui/models/importhistorymodel.h"
#include "ui/pages/page.h"
#include "ui/widgets/datatable.h"

#include <QAbstractItemModelTester>
#include <QMessageBox>
#include <QPushButton>

using namespace winnow;

/// What was imported before, on the Import page, and taking it back.
class TestImportHistory : public QObject {
    Q_OBJECT

    std::unique_ptr<test::WindowDriver> m_driver;

    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_driver->path(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    }
    DataTable* table() { return m_driver->window().findChild<DataTable*>(QStringLiteral("importHistory")); }
    QString cell(int row, ImportHistoryModel::Column column)
    {
        return table()->model()->index(row, column).data().toString();
    }
    /// Samples and responses.
    QString stored()
    {
        return m_driver->context()
            .project()
            ->read([](sqlite::Connection& c) {
                return QString(QString::number(ProjectStats::read(c).samples) + u' '
                    + QString::number(ResponseStore(c).count()));
            })
            .value_or(QString());
    }
    void importFile(const QString& path)
    {
        m_driver->window().page(QStringLiteral("import"))->filesDropped({path});
        QTRY_VERIFY(m_driver->find<QPushButton>("importFile"));
        QTRY_VERIFY(m_driver->find<QPushButton>("importFile")->isEnabled());
        QVERIFY(m_driver->press(m_driver->find("importFile")));
        QVERIFY(m_driver->settle());
    }
    /// Goes to the Undo cell of a row by the keyboard and answers the question; returns what was asked.
    QString undoByKeys(int row, Qt::Key answer)
    {
        QString asked;
        QTimer watch;
        connect(&watch, &QTimer::timeout, &m_driver->window(), [&] {
            if (auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget())) {
                asked = box->text() + u'\n' + box->informativeText();
                QTest::keyClick(box, answer);
            }
        });
        watch.start(10);
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Home, Qt::ControlModifier);
        for (int i = 0; i < row; ++i) {
            QTest::keyClick(table(), Qt::Key_Down);
        }
        QTest::keyClick(table(), Qt::Key_End);
        QTest::keyClick(table(), Qt::Key_Return);
        m_driver->window().activateWindow();
        return asked;
    }

private slots:
    void init()
    {
        m_driver = std::make_unique<test::WindowDriver>();
        const QString path = m_driver->path(QStringLiteral("p.winnow"));
        QVERIFY_RESULT(Project::create(path));
        QVERIFY(m_driver->open(path, QStringLiteral("import")));
    }
    void cleanup() { m_driver.reset(); }

    void theLatestImportIsTakenBackByTheKeyboard()
    {
        QAbstractItemModelTester tester(
            table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(!table()->isVisible());
        importFile(write(QStringLiteral("Fruit.csv"),
            "index,question,A,B,answer\n1,Which is red?,apple,lime,A\n2,Which is sour?,apple,lime,B\n"));
        importFile(write(QStringLiteral("answers.jsonl"),
            "{\"id\": \"1\", \"model\": \"m1\", \"prediction\": \"A\"}\n"
            "{\"id\": \"2\", \"model\": \"m1\", \"prediction\": \"A\"}\n"));
        QTRY_COMPARE(stored(), QStringLiteral("2 2"));
        QTRY_VERIFY(m_driver->find("importedBefore"));
        QVERIFY(m_driver->press(m_driver->find("importedBefore")));
        QTRY_VERIFY(table()->isVisible());
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QCOMPARE(cell(0, ImportHistoryModel::FileColumn), QStringLiteral("answers.jsonl"));
        QCOMPARE(cell(0, ImportHistoryModel::DatasetColumn), QStringLiteral("Fruit"));
        QCOMPARE(cell(0, ImportHistoryModel::AddedColumn), QStringLiteral("2"));
        QCOMPARE(cell(0, ImportHistoryModel::UndoColumn), QStringLiteral("Undo…"));
        // The samples' import is stood on by the responses' one.
        QCOMPARE(cell(1, ImportHistoryModel::UndoColumn), QString());
        QVERIFY(table()
                    ->model()
                    ->index(1, ImportHistoryModel::UndoColumn)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("later import")));

        QVERIFY(undoByKeys(1, Qt::Key_Return).isEmpty());
        const QString asked = undoByKeys(0, Qt::Key_Escape);
        QVERIFY2(asked.contains(QStringLiteral("2 responses that it brought go")), qPrintable(asked));
        QVERIFY2(asked.contains(QStringLiteral("Decisions stay")), qPrintable(asked));
        QVERIFY(m_driver->settle());
        QCOMPARE(stored(), QStringLiteral("2 2"));

        undoByKeys(0, Qt::Key_Return);
        QTRY_COMPARE(stored(), QStringLiteral("2 0"));
        QTRY_VERIFY(m_driver->window().messageText().contains(
            QStringLiteral("The import of answers.jsonl is undone")));
        QTRY_COMPARE(cell(0, ImportHistoryModel::UndoColumn), QStringLiteral("undone"));
        QTRY_COMPARE(cell(1, ImportHistoryModel::UndoColumn), QStringLiteral("Undo…"));
        const QString more = undoByKeys(1, Qt::Key_Return);
        QVERIFY2(more.contains(QStringLiteral("2 samples that it brought go")), qPrintable(more));
        QTRY_COMPARE(stored(), QStringLiteral("0 0"));
        QTRY_COMPARE(cell(1, ImportHistoryModel::UndoColumn), QStringLiteral("undone"));
        // Its files can be imported once more.
        QVERIFY(m_driver->press(m_driver->find("importedBefore")));
        QTRY_VERIFY(m_driver->find<QPushButton>("importFile"));
        QTRY_VERIFY(m_driver->find<QPushButton>("importFile")->isVisible());
    }

    void whatCannotBeTakenBackIsSaid()
    {
        importFile(write(QStringLiteral("Fruit.csv"), "index,question,A,B,answer\n1,Which?,fig,lime,A\n"));
        QVERIFY(m_driver->press(m_driver->find("importedBefore")));
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        // Another program imports, and this list does not know of it yet.
        QVERIFY_RESULT(m_driver->context().project()->write(
            {.parts = ChangeSet::Imports, .samples = {}}, [](sqlite::Connection& c) -> Result<> {
                ImportRecord later;
                later.file = QStringLiteral("later.csv");
                later.role = QStringLiteral("samples");
                later.datasetId = DatasetStore(c).all().front().id;
                ImportStore(c).add(later);
                return {};
            }));
        undoByKeys(0, Qt::Key_Return);
        QTRY_VERIFY(m_driver->window().messageText().contains(QStringLiteral("later.csv")));
        QCOMPARE(stored(), QStringLiteral("1 0"));
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QCOMPARE(cell(0, ImportHistoryModel::UndoColumn), QString());
    }
};

QTEST_MAIN(TestImportHistory)
#include "tst_importhistory.moc"
