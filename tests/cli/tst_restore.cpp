// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/clirunner.h"
#include "tests/support/testproject.h"

using namespace winnow;
using test::runCli;

/// `restore`: from a damaged project back to work by what its error says.
class TestRestore : public QObject {
    Q_OBJECT
private slots:
    void bringsADamagedProjectBack()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("p.winnow"));
        auto project = Project::create(path);
        QVERIFY_RESULT(project);
        QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("set"), 300));
        SilentProgress progress;
        const auto backup = (*project)->backup(progress);
        QVERIFY_RESULT(backup);

        auto refused = runCli({QStringLiteral("restore"), path, QStringLiteral("--json")});
        QCOMPARE(refused.code, 1);
        QCOMPARE(refused.json()[QStringLiteral("error")].toObject()[QStringLiteral("code")].toString(),
            QStringLiteral("locked"));
        project->reset();

        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray damaged(int(file.size()) - 100, 'x');
        QVERIFY(file.seek(100));
        QCOMPARE(file.write(damaged), damaged.size());
        file.close();
        const auto stats = runCli({QStringLiteral("stats"), path});
        QCOMPARE(stats.code, 1);
        QVERIFY2(
            stats.err.contains(QStringLiteral("winnow-cli restore %1").arg(path)), qPrintable(stats.err));

        const auto restored = runCli({QStringLiteral("restore"), path, QStringLiteral("--json")});
        QVERIFY2(restored.code == 0, qPrintable(restored.err));
        QCOMPARE(restored.json()[QStringLiteral("restored_from")].toString(), *backup);
        QFile kept(restored.json()[QStringLiteral("kept_as")].toString());
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QVERIFY(kept.readAll().endsWith(damaged));
        const auto after = runCli({QStringLiteral("stats"), path, QStringLiteral("--json")});
        QCOMPARE(after.json()[QStringLiteral("samples")].toInt(), 300);
        QCOMPARE(runCli({QStringLiteral("check"), path}).code, 0);
    }
};

QTEST_GUILESS_MAIN(TestRestore)
#include "tst_restore.moc"
