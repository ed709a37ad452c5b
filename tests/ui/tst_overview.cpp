// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/policy.h"
#include "tests/support/testproject.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/overviewmodel.h"
#include "ui/models/tableroles.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>

using namespace winnow;

class TestOverview : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        qputenv("XDG_STATE_HOME", m_folder.filePath(QStringLiteral("state")).toUtf8());
        qputenv("XDG_CONFIG_HOME", m_folder.filePath(QStringLiteral("config")).toUtf8());
        qputenv("XDG_CACHE_HOME", m_folder.filePath(QStringLiteral("cache")).toUtf8());
        Theme::instance().apply(ThemeMode::Light);
        m_path = m_folder.filePath(QStringLiteral("p.winnow"));
        auto project = Project::create(m_path);
        QVERIFY_RESULT(project);
        QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("Set"), 40, 4));
    }

    void countsAndWhatIsBehindThem()
    {
        const auto project = Project::open(m_path);
        QVERIFY_RESULT(project);
        SilentProgress progress;
        const auto index = SampleIndex::load(**project, progress);
        QVERIFY_RESULT(index);
        const auto overview = loadOverview(**project, *index, kDefaultPolicy);
        QVERIFY_RESULT(overview);
        OverviewModel model;
        const QAbstractItemModelTester tester(&model);
        model.set(*overview);
        QCOMPARE(model.rowCount(), 3); // the dataset and its two capabilities
        QCOMPARE(model.index(0, OverviewModel::SamplesColumn).data(PlainRole).toInt(), 40);
        QCOMPARE(model.index(0, OverviewModel::FlaggedColumn).data(PlainRole).toInt(), 10);
        QCOMPARE(model.index(0, OverviewModel::ReviewedColumn).data(PlainRole).toInt(), 0);
        // Every number opens as many samples as it says.
        for (int row = 0; row < model.rowCount(); ++row) {
            for (const int column :
                {OverviewModel::SamplesColumn, OverviewModel::FlaggedColumn, OverviewModel::KeptColumn}) {
                const QModelIndex cell = model.index(row, column);
                if (cell.data(LinkRole).toBool()) {
                    const auto filter = model.filterOf(cell);
                    QVERIFY(filter);
                    QCOMPARE((*index)->select(*filter, SampleSort::Source, false).size(),
                        cell.data(PlainRole).toLongLong());
                }
            }
        }
    }

    void aNumberOpensItsSamples()
    {
        MainWindow window;
        window.show();
        window.openProject(m_path, QStringLiteral("overview"));
        QTRY_COMPARE(window.currentPage(), QStringLiteral("overview"));
        auto* table = window.findChild<DataTable*>(QStringLiteral("overviewTable"));
        QTRY_COMPARE(table->model()->rowCount(), 3);
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, OverviewModel::FlaggedColumn));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(window.currentPage(), QStringLiteral("samples"));
        QCOMPARE(window.context().filter()->filter().flagged, std::optional(true));
        QCOMPARE(window.context().filter()->filter().datasets, QStringList{QStringLiteral("Set")});
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
};

QTEST_MAIN(TestOverview)
#include "tst_overview.moc"
