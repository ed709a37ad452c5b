// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/remedies.h"
#include "core/base/remedy.h"
#include "core/import/importremedy.h"
#include "tests/support/clirunner.h"
#include "tests/support/testproject.h"

using namespace winnow;

/// What core advises names no option; the command line adds its own.
class TestRemedies : public QObject {
    Q_OBJECT
private slots:
    void theCommandLineAddsItsOption()
    {
        const QTemporaryDir folder;
        const QString project = folder.filePath(QStringLiteral("p.winnow"));
        QVERIFY_RESULT(Project::create(project));
        const auto import = [&](const char* name, const QByteArray& bytes, const QStringList& more = {}) {
            const QString path = folder.filePath(QString::fromLatin1(name));
            QFile file(path);
            if (file.open(QIODevice::WriteOnly)) {
                file.write(bytes);
            }
            file.close();
            return test::runCli(QStringList{QStringLiteral("import"), project, path} + more);
        };
        const auto keyless = import("a.jsonl", "{\"id\": \"z\", \"model\": \"m\", \"response\": \"A\"}\n");
        QCOMPARE(keyless.code, 1);
        QVERIFY2(keyless.err.contains(QStringLiteral("(--map index=COLUMN)")), qPrintable(keyless.err));
        const auto replyless = import("b.csv", "id,question,wording\n1,Who?,A\n",
            {QStringLiteral("--as"), QStringLiteral("responses")});
        QCOMPARE(replyless.code, 1);
        QVERIFY2(
            replyless.err.contains(QStringLiteral("(--map response=COLUMN)")), qPrintable(replyless.err));
        const auto one = import("c.tsv", "index\tquestion\tanswer\n1\tHow many?\t4\n");
        QCOMPARE(one.code, 0);
    }

    void theCommandLineAddsItsCommand()
    {
        for (int i = 0; i <= int(Remedy::OtherBackup); ++i) {
            const Sentence advice = adviceFor(Remedy(i));
            QVERIFY(!advice.isEmpty());
            const Error error
                = fail(ErrorCode::NotFound, Sentence(QStringLiteral("It is not there")), advice).value();
            QVERIFY(remedyOf(error) == Remedy(i));
            const QString said = cli::withCommand(error).remedy;
            QVERIFY2(said.startsWith(advice.english() + QStringLiteral(" (")) && said.endsWith(u')'),
                qPrintable(said));
        }
        Error other;
        other.remedy = QStringLiteral("Wait");
        QCOMPARE(cli::withCommand(other).remedy, QStringLiteral("Wait"));
        const QTemporaryDir folder;
        const auto gone
            = test::runCli({QStringLiteral("stats"), folder.filePath(QStringLiteral("gone.winnow"))});
        QCOMPARE(gone.code, 1);
        QVERIFY2(gone.err.contains(QStringLiteral("or create it (winnow-cli new)")), qPrintable(gone.err));
    }

    void noRemedyNamesAnOption()
    {
        for (int i = 0; i <= int(ImportRemedy::ReplyNotKey); ++i) {
            const Sentence remedy = importRemedy(ImportRemedy(i));
            QVERIFY(!remedy.isEmpty());
            QVERIFY2(!remedy.english().contains(QStringLiteral("--")), qPrintable(remedy.english()));
            Error error;
            error.advice = remedy.arg(QStringLiteral("x"));
            QVERIFY(importRemedyOf(error) == ImportRemedy(i));
        }
    }
};

QTEST_GUILESS_MAIN(TestRemedies)
#include "tst_remedies.moc"
