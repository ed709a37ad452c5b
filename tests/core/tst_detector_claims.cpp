// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What detectors do not claim: nothing of keys whose replies were not understood, nothing of samples whose
// images are not there, no faults of samples where the dataset is biased, nothing that too few models show.
#include "core/audit/run/samplescores.h"
#include "core/curate/dispositions.h"
#include "core/domain/policy.h"
#include "core/store/sampleindex.h"
#include "tests/core/auditfixture.h"
#include "tests/support/testproject.h"

#include <QTemporaryDir>

using namespace winnow;
using namespace winnow::test;

namespace {

/// 60 open questions; on the first ten, seven of nine models give replies that nobody could read (or, with
/// `replies` off, bare scores), the others say something else than the key. The rest they mostly know.
std::shared_ptr<const AuditData> misread(bool replies)
{
    AuditDataBuilder builder;
    for (int i = 0; i < 60; ++i) {
        builder.addSample(open(i, QStringLiteral("key %1").arg(i)));
    }
    stats::Random random(7);
    for (int m = 0; m < 9; ++m) {
        ResponseColumn& column = builder.addColumn(
            QStringLiteral("m%1").arg(m), Condition::Standard, 0, 0, QString(), QStringLiteral("f%1").arg(m));
        column.hasReplies = replies;
        for (std::size_t i = 0; i < 60; ++i) {
            const bool right = i >= 10 && random.chance(0.8);
            column.scores[i] = right ? 1.0f : 0.0f;
            column.codes[i] = i < 10 && m < 7 ? kNoAnswer
                : right                       ? builder.data().goldCode[i]
                                              : builder.intern(QStringLiteral("other %1").arg(i));
        }
    }
    return builder.finish();
}

/// Questions about pictures that were not imported: the same words with another gold answer.
std::shared_ptr<const AuditData> withoutPictures(int questions, int copies, int contradictingFrom)
{
    AuditDataBuilder builder;
    int index = 0;
    for (int q = 0; q < questions; ++q) {
        for (int c = 0; c < copies; ++c) {
            Sample sample = open(index++, QStringLiteral("gold %1").arg(q < contradictingFrom ? 0 : c));
            sample.question = QStringLiteral("What number does scene %1 show?").arg(q);
            builder.addSample(sample);
        }
    }
    return builder.finish();
}

/// Blind answers of `models` models to `samples` four-option questions; all are right on every `solved`th.
std::shared_ptr<const AuditData> blindOf(int models, int samples, int solved)
{
    AuditDataBuilder builder;
    stats::Random random(11);
    for (int i = 0; i < samples; ++i) {
        builder.addSample(mcq(i, 4, int(random.below(4))));
    }
    for (int m = 0; m < models; ++m) {
        ResponseColumn& column = builder.addColumn(
            QStringLiteral("m%1").arg(m), Condition::Blind, 0, 0, QString(), QStringLiteral("f%1").arg(m));
        for (std::size_t i = 0; i < std::size_t(samples); ++i) {
            const bool known = solved > 0 && i % std::size_t(solved) == 0;
            answer(builder.data(), column, i, known ? builder.data().goldIndex[i] : int(random.below(4)));
        }
    }
    return builder.finish();
}

} // namespace

class TestDetectorClaims : public QObject {
    Q_OBJECT

private slots:
    void labelFlagsNeedAnswersThatWereRead()
    {
        for (const char* id : {"unanimous_failure", "consensus_against_gold", "label_quality"}) {
            const auto data = misread(true);
            const DetectorResult result = evaluate(id, *data);
            for (std::size_t i = 0; i < 10; ++i) {
                QVERIFY2(flagOf(result, *data, i) == nullptr, id);
            }
            QVERIFY2(std::any_of(result.notes.begin(), result.notes.end(),
                         [](const Sentence& note) {
                             return note.english()
                                 == QStringLiteral(
                                     "Not judged: 10 samples where most replies could not be read.");
                         }),
                id);
        }
        // Missing replies are neither: with three models that answer there are too few, and that is said.
        auto gone = std::make_shared<AuditData>(*misread(true));
        for (ResponseColumn& column : gone->columns) {
            for (std::size_t i = 0; i < 10; ++i) {
                if (column.codes[i] == kNoAnswer) {
                    column.scores[i] = std::numeric_limits<float>::quiet_NaN();
                }
            }
        }
        const SentenceList said = evaluate("unanimous_failure", *gone).notes;
        QVERIFY(std::none_of(said.begin(), said.end(),
            [](const Sentence& note) { return note.contains(QStringLiteral("could not be read")); }));
        // Bare scores say that all are wrong; there was nothing to misread.
        const auto scored = misread(false);
        const DetectorResult failure = evaluate("unanimous_failure", *scored);
        for (std::size_t i = 0; i < 10; ++i) {
            QVERIFY(flagOf(failure, *scored, i) != nullptr);
        }
    }

    void duplicatesDeclineWhereImagesAreLost_data()
    {
        QTest::addColumn<int>("contradictingFrom");
        QTest::addColumn<bool>("placeholder");
        QTest::addColumn<bool>("lost");
        // Of 50 questions asked twice, those with another gold answer each time.
        QTest::newRow("all contradict") << 0 << false << true;
        QTest::newRow("one in five") << 40 << false << true;
        QTest::newRow("few contradict: a text benchmark") << 48 << false << false;
        QTest::newRow("none contradict") << 50 << false << false;
        QTest::newRow("the question names a picture") << 50 << true << true;
    }
    void duplicatesDeclineWhereImagesAreLost()
    {
        QFETCH(int, contradictingFrom);
        QFETCH(bool, placeholder);
        QFETCH(bool, lost);
        auto data = std::make_shared<AuditData>(*withoutPictures(50, 2, contradictingFrom));
        for (AuditText& text : data->texts) {
            text.question += placeholder ? QStringLiteral(" <image 1>") : QString();
        }
        for (const char* id :
            {"duplicate_exact", "label_conflict", "duplicate_near", "duplicate_cross_split"}) {
            const DetectorResult result = evaluate(id, *data);
            if (lost) {
                QVERIFY2(result.flags.empty(), id);
            }
        }
        QCOMPARE(evaluate("duplicate_exact", *data).flags.empty(), lost);
        for (const char* id : {"duplicate_exact", "label_conflict"}) {
            const DetectorResult result = evaluate(id, *data);
            const DatasetFinding* finding = findingOf(result, "images_missing");
            QCOMPARE(finding != nullptr, lost);
            QVERIFY(!lost || finding->details.value(QLatin1String("samples")).toInt() == 100);
        }
    }

    void aBiasOfTheDatasetIsAFindingAboutIt()
    {
        // Half of the questions begin with words that give the answer away; the rest tell nothing.
        AuditDataBuilder builder;
        stats::Random random(3);
        const QStringList colours{
            QStringLiteral("red"), QStringLiteral("blue"), QStringLiteral("green"), QStringLiteral("black")};
        for (int i = 0; i < 400; ++i) {
            const int colour = int(random.below(4));
            Sample sample = open(i, colours[colour]);
            sample.question = i % 2 == 0 ? QStringLiteral("Which %1 hue has object %2 here")
                                               .arg(QStringList{QStringLiteral("ruby"), QStringLiteral("sky"),
                                                   QStringLiteral("leaf"), QStringLiteral("coal")}[colour])
                                               .arg(i)
                                         : QStringLiteral("What does item %1 look like").arg(i);
            builder.addSample(sample);
        }
        const auto data = builder.finish();
        const DetectorResult result = evaluate("text_prior", *data);
        QVERIFY(result.flags.empty());
        const DatasetFinding* finding = findingOf(result, "question_only_bias");
        QVERIFY(finding != nullptr && finding->notable);
        QVERIFY(finding->details.value(QLatin1String("share")).toDouble() > 0.2);
        QVERIFY2(finding->summary.english().contains(QStringLiteral("of 400 samples")),
            qPrintable(finding->summary.english()));
        // Every sample still has its score.
        const Detector* detector = DetectorRegistry::instance().find(QStringLiteral("text_prior"));
        const SampleScores scores = sampleScores(*detector, *data, result);
        QCOMPARE(scores.scale, ScoreScale::Share);
        QVERIFY(std::none_of(
            scores.scores.begin(), scores.scores.end(), [](float score) { return std::isnan(score); }));
        QVERIFY(*std::max_element(scores.scores.begin(), scores.scores.end()) > 0.7f);
    }

    void threeWitnessesAreTooFew()
    {
        // .25^3 = .0156; among 400 samples the rate of .05 passes it only for 125 of them.
        const auto data = blindOf(3, 400, 20);
        const DetectorResult result = evaluate("blind_solvable", *data,
            {{QStringLiteral("habits"), false}, {QStringLiteral("effective_models"), false}});
        QVERIFY(result.flags.empty());
        const DatasetFinding* finding = findingOf(result, "too_few_blind_models");
        QVERIFY(finding != nullptr && finding->notable);
        QCOMPARE(finding->details.value(QLatin1String("samples_needed")).toInt(), 125);
        // .25^7 = .00006 is the first under .05 / 400.
        QCOMPARE(finding->details.value(QLatin1String("models_needed")).toInt(), 7);
        QVERIFY2(finding->summary.english().contains(
                     QStringLiteral("7 models that answer independently would do")),
            qPrintable(finding->summary.english()));
        // Beside it the published rules: DatBench takes one of three (1 - .75^3), the others all three.
        const DatasetFinding* rules = findingOf(result, "published_rules");
        QVERIFY(rules != nullptr);
        const QJsonArray rows = rules->details.value(QLatin1String("rules")).toArray();
        QCOMPARE(rows.size(), 3);
        const double wanted[]{1 - 27.0 / 64, 1.0 / 64, 1.0 / 64};
        for (int r = 0; r < 3; ++r) {
            QVERIFY(std::abs(rows[r][QLatin1String("by_chance")].toDouble() - wanted[r]) < 1e-9);
            QCOMPARE(rows[r][QLatin1String("samples")].toInt(), 400);
        }
        int all = 0;
        for (std::size_t i = 0; i < 400; ++i) {
            int hits = 0;
            for (const ResponseColumn& column : data->columns) {
                hits += column.isRight(i);
            }
            all += hits == 3;
        }
        QCOMPARE(rows[1][QLatin1String("discarded")].toInt(), all);
        // With enough of them nothing is said.
        const DetectorResult enough = evaluate("blind_solvable", *blindOf(9, 400, 20));
        QVERIFY(!enough.flags.empty());
        QVERIFY(findingOf(enough, "too_few_blind_models") == nullptr);
        // The table of METHODS A4: 27 models, four options.
        const DetectorResult many = evaluate("blind_solvable", *blindOf(27, 60, 0),
            {{QStringLiteral("habits"), false}, {QStringLiteral("effective_models"), false}});
        const QJsonArray published
            = findingOf(many, "published_rules")->details.value(QLatin1String("rules")).toArray();
        QVERIFY(std::abs(published[0][QLatin1String("by_chance")].toDouble() - 0.529) < 0.001);
        QVERIFY(std::abs(evaluateChance(8) - 0.321) < 0.001);
    }

    /// Of MMStar's rule with `models` models.
    double evaluateChance(int models)
    {
        const DetectorResult result = evaluate("blind_solvable", *blindOf(models, 60, 0),
            {{QStringLiteral("habits"), false}, {QStringLiteral("effective_models"), false}});
        return findingOf(result, "published_rules")
            ->details.value(QLatin1String("rules"))
            .toArray()[1][QLatin1String("by_chance")]
            .toDouble();
    }

    void strictDropsNoWrongKeysByRank()
    {
        QTemporaryDir folder;
        auto project = Project::create(folder.filePath(QStringLiteral("p.winnow")));
        QVERIFY_RESULT(project);
        const auto ids = addSamples(**project, QStringLiteral("set"), 4);
        QVERIFY_RESULT(ids);
        const auto flag = [&](int i, const char* kind, double score, const char* scale) {
            return FlagDraft{ids->at(i), QString::fromLatin1(kind), score, QString(),
                QJsonObject{{QStringLiteral("summary"), QStringLiteral("s")},
                    {QStringLiteral("scale"), QString::fromLatin1(scale)}}};
        };
        raise(**project,
            {flag(0, "label_incorrect", 0.99, "rank"), flag(1, "label_incorrect", 0.95, "probability"),
                flag(2, "label_incorrect", 0.5, "probability"), flag(3, "label_conflict", 0.99, "")});
        const auto policies = builtInPolicies();
        const auto strict = std::find_if(
            policies.begin(), policies.end(), [](const Policy& policy) { return policy.name == u"strict"; });
        QVERIFY(strict != policies.end());
        const auto again = Policy::fromJson(strict->toJson());
        QVERIFY_RESULT(again);
        QCOMPARE(dispositions(**project, *again, *ids),
            (QVector<Disposition>{
                Disposition::Keep, Disposition::Drop, Disposition::Keep, Disposition::Drop}));
    }

    void aPersonSeesWhatNoDetectorSaw()
    {
        QTemporaryDir folder;
        auto project = Project::create(folder.filePath(QStringLiteral("p.winnow")));
        QVERIFY_RESULT(project);
        const auto ids = addSamples(**project, QStringLiteral("set"), 7);
        QVERIFY_RESULT(ids);
        const auto decide = [&](int i, const char* kind, Verdict verdict, Action action = Action::None) {
            Decision decision;
            decision.annotator = QStringLiteral("kim");
            decision.sampleId = ids->at(i);
            decision.kind = QString::fromLatin1(kind);
            decision.verdict = verdict;
            decision.action = action;
            return (*project)->ledger().decide({decision}).has_value();
        };
        QVERIFY(decide(0, "label_incorrect", Verdict::Confirm));
        QVERIFY(decide(1, "label_ambiguous", Verdict::Override));
        QVERIFY(decide(2, "", Verdict::None, Action::Keep));
        QVERIFY(decide(4, "image_insufficient", Verdict::Confirm));
        // Two kept at one stroke: nobody looked at their keys one by one.
        QVector<Decision> stroke;
        for (const int i : {5, 6}) {
            Decision keep;
            keep.annotator = QStringLiteral("kim");
            keep.sampleId = ids->at(i);
            keep.action = Action::Keep;
            stroke.append(keep);
        }
        QVERIFY_RESULT((*project)->ledger().decide(stroke));
        // What only a detector can say takes its flag.
        QVERIFY(!decide(3, "blind_solvable", Verdict::Confirm));
        const Policy reviewed = builtInPolicies().first();
        QCOMPARE(dispositions(**project, reviewed, *ids),
            (QVector<Disposition>{Disposition::Drop, Disposition::Keep, Disposition::Keep, Disposition::Keep,
                Disposition::Drop, Disposition::Keep, Disposition::Keep}));
        SilentProgress progress;
        const auto data = loadAuditData(**project, DatasetId{1}, {}, progress);
        QVERIFY_RESULT(data);
        const QVector<LabelCheck> wanted{LabelCheck::Faulty, LabelCheck::Sound, LabelCheck::Sound,
            LabelCheck::None, LabelCheck::Faulty, LabelCheck::None, LabelCheck::None};
        for (std::size_t i = 0; i < 7; ++i) {
            QCOMPARE((*data)->labelCheck(i), wanted[qsizetype(i)]);
        }
    }

    void theMostSuspiciousComeFirstOverKinds()
    {
        QTemporaryDir folder;
        auto project = Project::create(folder.filePath(QStringLiteral("p.winnow")));
        QVERIFY_RESULT(project);
        const auto ids = addSamples(**project, QStringLiteral("set"), 6);
        QVERIFY_RESULT(ids);
        const auto flag = [&](int i, const char* kind, double score) {
            return FlagDraft{ids->at(i), QString::fromLatin1(kind), score, QString(),
                QJsonObject{{QStringLiteral("summary"), QStringLiteral("s")}}};
        };
        // In the order of the file: facts first, all with full scores; the worst last.
        raise(**project,
            {flag(0, "saturated", 1), flag(1, "grayscale", 1), flag(2, "unanimous_failure", 1),
                flag(3, "label_conflict", 1), flag(4, "unanimous_failure", 1), flag(4, "mcq_malformed", 1),
                flag(5, "label_conflict", 1), flag(5, "blind_solvable", 1)});
        SilentProgress progress;
        const auto index = SampleIndex::load(**project, progress);
        QVERIFY_RESULT(index);
        QVector<std::pair<float, int>> order;
        for (int i = 0; i < 6; ++i) {
            order.append({-(*index)->row(ids->at(i))->flagScore, i});
        }
        std::sort(order.begin(), order.end());
        QVector<int> samples;
        for (qsizetype at = 0; at < order.size(); ++at) {
            samples.append(order[at].second);
            // No two different sets of kinds weigh the same, save facts.
            QVERIFY(at == 0 || at > 4 || order[at].first > order[at - 1].first);
        }
        QCOMPARE(samples.mid(0, 4), (QVector<int>{5, 3, 4, 2}));
    }

private:
    static void raise(Project& project, const QVector<FlagDraft>& drafts)
    {
        QVERIFY_RESULT(project.write({}, [&](sqlite::Connection& c) -> Result<int> {
            DetectorRun run;
            run.detector = QStringLiteral("label_quality");
            run.datasetId = DatasetId{1};
            run.status = QStringLiteral("done");
            FlagStore(c).applyRun(run, drafts);
            return 0;
        }));
    }
    static QVector<Disposition> dispositions(
        const Project& project, const Policy& policy, const QVector<SampleId>& ids)
    {
        const auto result = project.read([&](sqlite::Connection& c) -> Result<QVector<Disposition>> {
            const Dispositions derived = Dispositions::derive(c, policy);
            QVector<Disposition> each;
            for (const SampleId id : ids) {
                each.append(derived.of(id).disposition);
            }
            return each;
        });
        return result.value_or(QVector<Disposition>());
    }
};

QTEST_APPLESS_MAIN(TestDetectorClaims)
#include "tst_detector_claims.moc"
