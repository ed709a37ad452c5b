// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ledgerkill.h"

using namespace winnow;
using test::LedgerKill;

/// A short round of tests/campaign/kill_ledger.
class TestLedgerKill : public QObject {
    Q_OBJECT
private slots:
    void nothingAcknowledgedIsLost_data()
    {
        QTest::addColumn<int>("work");
        QTest::newRow("decide and undo") << int(LedgerKill::Work::Decide);
        QTest::newRow("import") << int(LedgerKill::Work::Import);
        QTest::newRow("merge") << int(LedgerKill::Work::Merge);
    }
    void nothingAcknowledgedIsLost()
    {
        QFETCH(int, work);
        QTemporaryDir folder;
        LedgerKill victim(folder.path(), LedgerKill::Work(work));
        const QString wrong = victim.prepare();
        if (wrong.contains(QStringLiteral("traced"))) {
            QSKIP(qPrintable(wrong));
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QVERIFY(victim.calls() > 5);
        constexpr int kKills = 14;
        const int step = qMax(1, victim.calls() / kKills);
        for (int call = victim.calls(); call > 0; call -= step) {
            const QString after = victim.killAt(call);
            QVERIFY2(after.isEmpty(), qPrintable(after));
        }
        QVERIFY(victim.kills() >= 5);
    }
};

QTEST_GUILESS_MAIN(TestLedgerKill)
#include "tst_ledger_kill.moc"
