// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/exportkill.h"

using namespace winnow;
using test::ExportKill;

/// A short round of tests/campaign/kill_export: the place of a killed export is all old or all new.
class TestExportKill : public QObject {
    Q_OBJECT
private slots:
    void allOldOrAllNew_data()
    {
        QTest::addColumn<int>("place");
        QTest::newRow("a new folder") << int(ExportKill::Place::NewFolder);
        QTest::newRow("over an earlier export") << int(ExportKill::Place::EarlierExport);
        QTest::newRow("a file") << int(ExportKill::Place::File);
    }
    void allOldOrAllNew()
    {
        QFETCH(int, place);
        QTemporaryDir folder;
        ExportKill victim(folder.path(), ExportKill::Place(place), ExportKill::By::Copy);
        const QString wrong = victim.prepare();
        if (wrong.contains(QStringLiteral("traced"))) {
            QSKIP(qPrintable(wrong));
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QVERIFY(victim.calls() > 20);
        constexpr int kKills = 14;
        const int kills = qEnvironmentVariableIntValue("WINNOW_KILLS");
        const int step = qMax(1, victim.calls() / (kills > 0 ? kills : kKills));
        for (int call = victim.calls(); call > 0; call -= step) {
            const QString after = victim.killAt(call);
            QVERIFY2(after.isEmpty(), qPrintable(after));
        }
        QVERIFY(victim.oldLeft() > 0 && victim.newLeft() > 0);
    }
};

QTEST_GUILESS_MAIN(TestExportKill)
#include "tst_export_kill.moc"
