// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/review/reviewsession.h"
#include "core/store/decisionstore.h"
#include "tests/support/testproject.h"

#include <QProcess>

#include <cstdio>

#include <csignal>

using namespace winnow;

namespace {

const QString kAnnotator = QStringLiteral("kim");
constexpr int kSamples = 60;

/// What the killed process does: decides on as fast as it can, and says aloud what has been acknowledged.
int reviewUntilKilled(int argc, char** argv, const QString& path)
{
    QCoreApplication application(argc, argv);
    auto project = Project::open(path);
    if (!project) {
        return 1;
    }
    auto restored = ReviewSession::restore(**project, kAnnotator);
    if (!restored || !*restored) {
        return 2;
    }
    ReviewSession session = **restored;
    DecisionService service(*project);
    QObject::connect(&service, &DecisionService::stored, &application, [](const DecisionReceipt& receipt) {
        for (const Decision& decision : receipt.decisions) {
            std::printf("%d %lld %d\n", int(receipt.what), static_cast<long long>(decision.sampleId.value),
                int(decision.verdict));
        }
        std::fflush(stdout);
    });
    for (int i = 0; i < kSamples; ++i) {
        Decision decision;
        decision.annotator = kAnnotator;
        decision.sampleId = session.current();
        decision.kind = QStringLiteral("blind_solvable");
        decision.verdict = i % 3 == 0 ? Verdict::Override : Verdict::Confirm;
        session.next();
        service.decide({decision}, session.positionMark());
        if (i % 7 == 3) {
            service.undo(kAnnotator);
        }
    }
    return QCoreApplication::exec();
}

} // namespace

/// A review session killed with SIGKILL keeps every decision that was acknowledged.
class TestReviewKill : public QObject {
    Q_OBJECT
private slots:
    void keepsWhatWasAcknowledged_data()
    {
        QTest::addColumn<int>("acknowledged");
        for (int count : {1, 2, 5, 11, 23, 47}) {
            QTest::addRow("after %d", count) << count;
        }
    }
    void keepsWhatWasAcknowledged()
    {
        QFETCH(int, acknowledged);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("p.winnow"));
        {
            auto project = Project::create(path);
            QVERIFY_RESULT(project);
            auto ids = test::addSamples(**project, QStringLiteral("set"), kSamples, 1);
            QVERIFY_RESULT(ids);
            DecisionService service(*project);
            ReviewSession session(kAnnotator, *ids, QStringLiteral("all"));
            service.remember(session.queueMark());
            service.remember(session.positionMark());
        }
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--review"), path});
        QStringList lines;
        while (lines.size() < acknowledged) {
            if (!child.canReadLine()) {
                QVERIFY2(child.waitForReadyRead(30000), "the child stopped early");
                continue;
            }
            lines.append(QString::fromLatin1(child.readLine()).trimmed());
        }
        ::kill(pid_t(child.processId()), SIGKILL);
        QVERIFY(child.waitForFinished(30000));
        while (child.canReadLine()) {
            lines.append(QString::fromLatin1(child.readLine()).trimmed());
        }

        auto project = Project::open(path);
        QVERIFY_RESULT(project);
        const QVector<Decision> events
            = (*project)->read([](sqlite::Connection& c) { return DecisionStore(c).all(); }).value();
        QVERIFY(events.size() >= lines.size());
        qsizetype decided = 0;
        for (qsizetype i = 0; i < events.size(); ++i) {
            const Decision& event = events.at(i);
            decided += event.isUndo() ? 0 : 1;
            if (i < lines.size()) {
                const QStringList said = lines.at(i).split(u' ');
                QCOMPARE(
                    event.isUndo() ? int(DecisionReceipt::What::Undone) : int(DecisionReceipt::What::Decided),
                    said.at(0).toInt());
                QCOMPARE(event.sampleId.value, said.at(1).toLongLong());
                if (!event.isUndo()) {
                    QCOMPARE(int(event.verdict), said.at(2).toInt());
                }
            }
        }
        // The place in the queue goes to the project only, where the last decision may not have come yet.
        auto restored = ReviewSession::restore(**project, kAnnotator);
        QVERIFY_RESULT(restored);
        QVERIFY(restored->has_value());
        QVERIFY((*restored)->position() <= qMin<qsizetype>(decided, kSamples - 1));
        QVERIFY((*restored)->position() >= decided - 1);
        // Derived state agrees with the ledger.
        const auto differing = (*project)->write(
            {}, [](sqlite::Connection& c) -> Result<qint64> { return DecisionStore(c).rebuildDerived(); });
        QVERIFY_RESULT(differing);
        QCOMPARE(*differing, 0);
    }
};

int main(int argc, char** argv)
{
    if (argc == 3 && qstrcmp(argv[1], "--review") == 0) {
        return reviewUntilKilled(argc, argv, QString::fromLocal8Bit(argv[2]));
    }
    QCoreApplication application(argc, argv);
    TestReviewKill test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_review_kill.moc"
