// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/corpora.h"
#include "tests/fuzz/fuzztargets.h"

#include <QTest>

#include <random>

using namespace winnow;

/// A short round of what packaging/fuzz does for longer: each parser comes back, whatever it is given.
class TestFuzzTargets : public QObject {
    Q_OBJECT
private slots:
    void comesBack_data()
    {
        QTest::addColumn<int>("number");
        for (int number = 0; const fuzz::Target& target : fuzz::targets()) {
            QTest::addRow("%.*s", int(target.name.size()), target.name.data()) << number++;
        }
    }
    void comesBack()
    {
        QFETCH(int, number);
        const fuzz::Target& target = fuzz::targets()[size_t(number)];
        const QVector<QByteArray> seeds = fuzz::seedsOf(target.name);
        QVERIFY(!seeds.isEmpty());
        target.run({});
        constexpr int kRounds = 60;
        std::mt19937 random(7);
        for (const QByteArray& seed : seeds) {
            QVERIFY(!seed.isEmpty());
            target.run(seed);
            for (int round = 0; round < kRounds; ++round) {
                QByteArray bytes = seed;
                for (unsigned changes = 1 + random() % 4; changes > 0 && !bytes.isEmpty(); --changes) {
                    const auto at = qsizetype(random() % size_t(bytes.size()));
                    switch (random() % 4) {
                    case 0:
                        bytes[at] = char(random());
                        break;
                    case 1:
                        bytes.truncate(at);
                        break;
                    case 2:
                        bytes.remove(at, 1 + qsizetype(random() % 8));
                        break;
                    default:
                        bytes.insert(at, bytes.mid(qsizetype(random() % size_t(bytes.size())), 16));
                    }
                }
                target.run(bytes);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestFuzzTargets)
#include "tst_fuzztargets.moc"
