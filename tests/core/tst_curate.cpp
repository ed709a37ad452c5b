// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/curate/insights.h"
#include "core/curate/projectstats.h"
#include "core/review/samplebundle.h"
#include "core/store/decisionstore.h"
#include "core/store/policystore.h"
#include "core/store/sampleindex.h"
#include "core/store/standingstore.h"
#include "tests/support/testproject.h"

#include <cmath>

using namespace winnow;

/// Policy to dispositions, and what they do to the models, on numbers small enough to check by hand.
class TestCurate : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::shared_ptr<Project> m_project;
    QVector<SampleId> m_ids;

    void decide(int sample, const QString& kind, Verdict verdict, Action action = Action::None,
        const QString& gold = {})
    {
        Decision decision;
        decision.annotator = QStringLiteral("kim");
        decision.sampleId = m_ids.at(sample);
        decision.kind = kind;
        decision.verdict = verdict;
        decision.action = action;
        decision.newGold = gold;
        QVERIFY_RESULT(m_project->ledger().decide({decision}));
    }
    /// `answers`: one character a sample, the letter answered; '-' = missing.
    void respond(const QString& model, Condition condition, const QString& answers, int shift = 0,
        const QString& setting = {})
    {
        auto done = m_project->write({}, [&](sqlite::Connection& c) -> Result<int> {
            ResponseStore store(c);
            const DatasetId dataset = DatasetStore(c).byName(QStringLiteral("set"))->id;
            const RunId run = store.upsertRun(
                dataset, store.upsertModel(model, model.left(1)), condition, setting, {}, {});
            ResponseWriter writer(c);
            for (int i = 0; i < answers.size(); ++i) {
                Response response;
                response.runId = run;
                response.sampleId = m_ids.at(i);
                response.shift = shift;
                if (answers.at(i) != u'-') {
                    response.answer = answers.mid(i, 1);
                    // The gold of sample i is letter i % 4; rotated by s it stands s letters earlier.
                    response.score = response.answer == optionLetter((i - shift + 4) % 4) ? 1.0 : 0.0;
                }
                writer.put(response);
            }
            writer.finish();
            return 0;
        });
        QVERIFY_RESULT(done);
    }
    Insights insights(const Policy& policy)
    {
        SilentProgress progress;
        auto result = computeInsights(*m_project, policy, progress);
        return result ? *result : Insights();
    }

private slots:
    void init()
    {
        m_project = *Project::create(m_dir.filePath(
            QStringLiteral("%1.winnow").arg(QString::fromLatin1(QTest::currentTestFunction()))));
        auto ids = test::addSamples(*m_project, QStringLiteral("set"), 4, 1);
        QVERIFY_RESULT(ids);
        m_ids = *ids;
        respond(QStringLiteral("alpha"), Condition::Standard, QStringLiteral("ABAA")); // A B right: 2/4
        respond(QStringLiteral("beta"), Condition::Standard, QStringLiteral("BBCD")); // 3/4
        respond(QStringLiteral("gamma"), Condition::Standard, QStringLiteral("A--D")); // 2/2
        respond(QStringLiteral("beta"), Condition::Blind, QStringLiteral("AAAA")); // 1/4
    }

    void accuracyWithMissing()
    {
        SilentProgress progress;
        auto models = modelAccuracies(*m_project, progress);
        QVERIFY_RESULT(models);
        QCOMPARE(models->size(), 4);
        QCOMPARE(models->at(0).run.model, QStringLiteral("alpha"));
        QCOMPARE(models->at(0).accuracy.value, 0.5);
        QCOMPARE(models->at(3).accuracy.value, 1.0);
        QCOMPARE(models->at(3).accuracy.n, 2);
        QCOMPARE(models->at(3).accuracy.missing, 2);
        QCOMPARE(models->at(0).chance, 0.25);
    }

    void whatMovesTheOrderIsListed()
    {
        const Policy reviewed = builtInPolicies().at(0);
        QVERIFY(insights(reviewed).models.orderMoving.isEmpty());
        // Common to all three are the first and the last: gamma did not answer those between.
        decide(1, {}, Verdict::None, Action::Drop);
        decide(2, {}, Verdict::None, Action::Fix, QStringLiteral("A"));
        QVERIFY(insights(reviewed).models.orderMoving.isEmpty());
        // beta alone fails the first, alpha alone the last.
        decide(0, {}, Verdict::None, Action::Drop);
        decide(3, {}, Verdict::None, Action::Fix, QStringLiteral("A"));
        QCOMPARE(insights(reviewed).models.orderMoving, (QVector<SampleId>{m_ids.at(0), m_ids.at(3)}));
        // What all of a ranking score alike moves nobody.
        respond(QStringLiteral("gamma"), Condition::Standard, QStringLiteral("ABAA"));
        respond(QStringLiteral("beta"), Condition::Standard, QStringLiteral("BBAD"));
        QCOMPARE(insights(reviewed).models.orderMoving, (QVector<SampleId>{m_ids.at(0), m_ids.at(3)}));
    }

    void whatAnnotatorsDisagreeOnIsKeptUntilSomebodyAdjudicates()
    {
        const Policy everything = builtInPolicies().at(2);
        const auto by
            = [&](const QString& who, int sample, Verdict verdict, Action action, bool adjudicates) {
                  Decision decision;
                  decision.annotator = who;
                  decision.sampleId = m_ids.at(sample);
                  decision.kind = verdict == Verdict::None ? QString() : QStringLiteral("blind_solvable");
                  decision.verdict = verdict;
                  decision.action = action;
                  decision.adjudicates = adjudicates;
                  QVERIFY_RESULT(m_project->ledger().decide({decision}));
              };
        const auto derive = [&] {
            return m_project->read([&](sqlite::Connection& c) { return Dispositions::derive(c, everything); })
                .value();
        };
        // One drops because of the flag that the other overrides.
        by(QStringLiteral("kim"), 0, Verdict::Confirm, Action::Drop, false);
        QVERIFY(derive().isDropped(m_ids.at(0)));
        by(QStringLiteral("lee"), 0, Verdict::Override, Action::None, false);
        QVERIFY(derive().isDisputed(m_ids.at(0)));
        QCOMPARE(derive().of(m_ids.at(0)).disposition, Disposition::Keep);
        // They want different things of one sample.
        by(QStringLiteral("kim"), 1, Verdict::None, Action::Drop, false);
        by(QStringLiteral("lee"), 1, Verdict::None, Action::Keep, false);
        QVERIFY(derive().isDisputed(m_ids.at(1)));
        by(QStringLiteral("lead"), 0, Verdict::None, Action::Drop, true);
        by(QStringLiteral("lead"), 1, Verdict::None, Action::Drop, true);
        QVERIFY(derive().isDropped(m_ids.at(0)));
        QVERIFY(derive().isDropped(m_ids.at(1)));
        QVERIFY(derive().disputed().isEmpty());
    }

    void humanDecisionsWin()
    {
        const Policy everything = builtInPolicies().at(2);
        decide(0, QStringLiteral("blind_solvable"), Verdict::Override); // flag says nothing any more
        decide(1, QStringLiteral("blind_solvable"), Verdict::Confirm, Action::Keep); // confirmed, but kept
        decide(2, {}, Verdict::None, Action::Fix, QStringLiteral("A"));
        auto result
            = m_project->read([&](sqlite::Connection& c) { return Dispositions::derive(c, everything); });
        QVERIFY_RESULT(result);
        QCOMPARE(result->of(m_ids.at(0)).disposition, Disposition::Keep);
        QCOMPARE(result->of(m_ids.at(1)).disposition, Disposition::Keep);
        QCOMPARE(result->of(m_ids.at(2)).disposition, Disposition::Fix);
        QCOMPARE(result->of(m_ids.at(3)).disposition, Disposition::Drop);
        QVERIFY(!result->of(m_ids.at(3)).byPerson);
        QCOMPARE(result->countsByDisposition().value(QStringLiteral("keep")), 2);
        QCOMPARE(result->countsByReason().value(QStringLiteral("blind_solvable")), 1);
    }

    void theDefaultPolicyDropsOnlyWhatPeopleConfirmed()
    {
        const Insights before = insights(builtInPolicies().at(0));
        QCOMPARE(before.samplesAfter, 4);
        QCOMPARE(before.models.rankings.size(), 1);
        QCOMPARE(before.models.rankings.first().kendall, 1.0);
        // All three answered the first and the last: alpha and beta have one of two right, gamma both.
        QCOMPARE(before.models.rankings.first().before, (QVector<SampleId>{m_ids.at(0), m_ids.at(3)}));
        decide(3, QStringLiteral("blind_solvable"), Verdict::Confirm);
        const Insights after = insights(builtInPolicies().at(0));
        QCOMPARE(after.samplesAfter, 3);
        QCOMPARE(after.reasons.value(QStringLiteral("blind_solvable")), 1);
        for (const ModelShift& model : after.models.models) {
            if (model.model == u"gamma") {
                QCOMPARE(model.rankBefore, 1);
                QCOMPARE(model.before.value, 1.0);
                QCOMPARE(model.before.missing, 2);
                // One of three that are left is fewer than half.
                QCOMPARE(model.rankAfter, 0);
                QCOMPARE(model.after.n, 1);
            } else {
                QCOMPARE(model.rankBefore, 2);
                QCOMPARE(model.before.value, 0.5);
                QCOMPARE(model.before.n, 2);
                QCOMPARE(model.answeredBefore, 4);
                QCOMPARE(model.after.value, 2.0 / 3);
                QCOMPARE(model.rankAfter, 1);
            }
        }
        QCOMPARE(after.blindBefore.value, 0.25);
        QCOMPARE(after.blindAfter.value, 1.0 / 3);
    }

    void aLanguageModelAloneIsNoSecondAttempt()
    {
        // As another setting of beta the two would be averaged to one rate of four answers.
        respond(QStringLiteral("beta"), Condition::Blind, QStringLiteral("ABAA"), 0,
            QStringLiteral("llm")); // 2/4
        const Insights after = insights(builtInPolicies().at(0));
        QCOMPARE(after.blindBefore.n, 8);
        QCOMPARE(after.blindBefore.value, 3.0 / 8);
    }

    void aCorrectedGoldIsScoredAnew()
    {
        respond(QStringLiteral("gamma"), Condition::Standard, QStringLiteral("AACD")); // all are common
        decide(2, {}, Verdict::None, Action::Fix, QStringLiteral("A")); // alpha said A, beta said C
        const Insights after = insights(builtInPolicies().at(0));
        for (const ModelShift& model : after.models.models) {
            if (model.model == u"alpha") {
                QCOMPARE(model.after.value, 0.75);
            } else if (model.model == u"beta") {
                QCOMPARE(model.after.value, 0.5);
            }
        }
    }

    void circularNeedsEveryRotation()
    {
        // Gold of sample i under shift s is letter (i - s) mod 4.
        const QStringList rows{
            QStringLiteral("ABCD"), QStringLiteral("DABC"), QStringLiteral("CDAB"), QStringLiteral("BCD-")};
        for (int s = 0; s < 4; ++s) {
            QString answers = rows.at(s);
            if (s == 1) {
                answers[1] = u'C'; // sample 1 fails one rotation
            }
            respond(QStringLiteral("alpha"), Condition::Circular, answers, s);
        }
        SilentProgress progress;
        auto models = modelAccuracies(*m_project, progress);
        QVERIFY_RESULT(models);
        const auto circular = std::find_if(models->begin(), models->end(),
            [](const ModelAccuracy& m) { return m.run.condition == Condition::Circular; });
        QVERIFY(circular != models->end());
        QCOMPARE(circular->accuracy.n, 3); // sample 3 lacks a rotation and none is wrong: missing
        QCOMPARE(circular->accuracy.value, 2.0 / 3);
        QCOMPARE(*circular->firstRotation, 1.0);
        QCOMPARE(circular->rows, 15);
        QCOMPARE(*circular->perRow, 14.0 / 15);
        QCOMPARE(circular->chance, std::pow(4.0, -4));
    }

    void policyRoundTripsThroughJson()
    {
        for (const Policy& policy : builtInPolicies()) {
            auto again = Policy::fromJson(policy.toJson());
            QVERIFY_RESULT(again);
            QCOMPARE(again->toJson(), policy.toJson());
        }
        auto wrong = Policy::fromJson({{QStringLiteral("name"), QStringLiteral("x")},
            {QStringLiteral("kinds"), QJsonObject{{QStringLiteral("nonsense"), QJsonObject()}}}});
        QVERIFY(!wrong);
        QVERIFY(wrong.error().message.contains(QStringLiteral("nonsense")));
    }

    void countsTheProject()
    {
        decide(0, QStringLiteral("blind_solvable"), Verdict::Confirm);
        auto stats = m_project->read([](sqlite::Connection& c) { return ProjectStats::read(c); });
        QVERIFY_RESULT(stats);
        QCOMPARE(stats->samples, 4);
        QCOMPARE(stats->responses, 16);
        QCOMPARE(stats->missingResponses, 2);
        QCOMPARE(stats->openFlags, 3);
        QCOMPARE(stats->rows.size(), 2);
        QCOMPARE(stats->rows.at(1).capability, QStringLiteral("math"));
        QCOMPARE(stats->rows.at(1).reviewed, 1);
        QCOMPARE(stats->conditionsOf.value(QStringLiteral("set")).size(), 2);
    }

    void reviewedMeansTheSameEverywhere()
    {
        const auto reviewed = [&] {
            const auto flagged
                = m_project->read([](sqlite::Connection& c) { return StandingStore(c).reviewOfFlagged(); })
                      .value();
            SilentProgress progress;
            const auto index = SampleIndex::load(*m_project, progress).value();
            SampleFilter filter;
            filter.flagged = true;
            filter.reviewed = true;
            QSet<SampleId> here;
            for (auto it = flagged.constBegin(); it != flagged.constEnd(); ++it) {
                if (*it) {
                    here.insert(it.key());
                }
            }
            const auto listed = index->select(filter, SampleSort::Source, false);
            const auto stats
                = m_project->read([](sqlite::Connection& c) { return ProjectStats::read(c); }).value();
            qint64 counted = 0;
            for (const OverviewRow& row : stats.rows) {
                counted += row.reviewed;
            }
            const auto decided
                = m_project->read([](sqlite::Connection& c) { return DecisionStore(c).reviewedSamples(); })
                      .value();
            QSet<SampleId> known(decided.begin(), decided.end());
            known.removeIf([&](SampleId id) { return !flagged.contains(id); });
            QSet<SampleId> shown;
            for (auto it = flagged.constBegin(); it != flagged.constEnd(); ++it) {
                if (loadSampleBundle(*m_project, it.key()).value()->isReviewed()) {
                    shown.insert(it.key());
                }
            }
            return QSet<SampleId>(listed.begin(), listed.end()) == here && known == here && shown == here
                    && counted == here.size()
                ? here.size()
                : -1;
        };
        QCOMPARE(reviewed(), 0);
        // Nobody flagged it.
        auto more = test::addSamples(*m_project, QStringLiteral("more"), 1);
        QVERIFY_RESULT(more);
        m_ids.append(more->first());
        decide(4, {}, Verdict::None, Action::Drop);
        QCOMPARE(reviewed(), 0);
        decide(0, QStringLiteral("blind_solvable"), Verdict::Override);
        decide(1, {}, Verdict::None, Action::Keep);
        QCOMPARE(reviewed(), 2);
        // Two disagree, until one adjudicates.
        Decision other;
        other.annotator = QStringLiteral("lee");
        other.sampleId = m_ids.at(0);
        other.kind = QStringLiteral("blind_solvable");
        other.verdict = Verdict::Confirm;
        QVERIFY_RESULT(m_project->ledger().decide({other}));
        QCOMPARE(reviewed(), 1);
        other.action = Action::Drop;
        other.adjudicates = true;
        QVERIFY_RESULT(m_project->ledger().decide({other}));
        QCOMPARE(reviewed(), 2);
    }

    void theChosenPolicyIsTheProjects()
    {
        const auto chosen = [&] {
            return m_project->read([](sqlite::Connection& c) { return PolicyStore(c).chosen().name; })
                .value();
        };
        const auto choose = [&](const QString& name) {
            QVERIFY_RESULT(m_project->write({}, [&](sqlite::Connection& c) -> Result<int> {
                PolicyStore(c).choose(name);
                return 0;
            }));
        };
        QCOMPARE(chosen(), kDefaultPolicy);
        choose(QStringLiteral("strict"));
        QCOMPARE(chosen(), QStringLiteral("strict"));
        choose(QStringLiteral("a policy of a newer program"));
        QCOMPARE(chosen(), kDefaultPolicy);
    }
};

QTEST_GUILESS_MAIN(TestCurate)
#include "tst_curate.moc"
