// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "badprojects.h"
#include "core/audit/data/auditdataloader.h"
#include "core/audit/run/auditrunner.h"
#include "core/domain/flagkind.h"
#include "core/store/flagstore.h"

#include <QTemporaryDir>
#include <QtTest>

#include <stdexcept>

using namespace winnow;
using namespace winnow::test;

namespace {

/// What a bad project may and must lead to.
struct Expected {
    /// Kinds that are true of such data; no other may be flagged.
    QStringList kinds;
    /// "detector: part of what it says" of the needs, notes and findings.
    QStringList sentences;
};

const QHash<QString, Expected>& expectations()
{
    const auto says = [](const char* text) { return QString::fromLatin1(text); };
    static const QHash<QString, Expected> all{
        {says("nothing wrong"), {{says("saturated")}, {}}},
        {says("missing responses"),
            {{says("saturated")},
                {says("unanimous_failure: Missing: 267 of 480 responses with the image; missing is not "
                      "wrong"),
                    says("blind_solvable: Missing: 267 of 480 blind responses; missing is not wrong"),
                    says("frontier: responses with the image; missing"),
                    says("label_quality: responses with the image; missing"),
                    says("consensus_against_gold: responses with the image; missing")}}},
        {says("no response at all"),
            {{},
                {says("unanimous_failure: needs responses with the image of at least 2 models; there are "
                      "none"),
                    says("blind_solvable: needs blind responses; there are none"),
                    says("mcq_inflated: nothing was compared")}}},
        {says("every response missing"),
            {{},
                {says("unanimous_failure: 480 of 480 responses with the image; missing"),
                    says("blind_solvable: No sample has both a gold answer and enough blind responses"),
                    says("saturated: 480 of 480 responses"), says("negative_discrimination: 480 of 480"),
                    says("consensus_against_gold: 480 of 480")}}},
        {says("constant answers"),
            {{says("mcq_position_bias")},
                {says("unanimous_failure: The same answer to every sample comes from"),
                    says("saturated: The same answer to every sample comes from"),
                    says("frontier: The same answer to every sample comes from"),
                    says("consensus_against_gold: The same answer to every sample comes from")}}},
        {says("constant gold"), {{says("saturated"), says("mcq_guessable")}, {says("mcq_position_bias: A")}}},
        {says("one model"),
            {{},
                {says("consensus_against_gold: needs responses with the image of at least 3 models; there is "
                      "1 "
                      "model"),
                    says("negative_discrimination: at least 8 models; there is 1 model"),
                    says("blind_solvable: With 1 model blind nothing can be flagged: a sample that all of "
                         "them solve may still be luck")}}},
        {says("one option"),
            {{says("mcq_malformed"), says("saturated")},
                {says("blind_solvable: Not judged: 60 samples with a single option"),
                    says("label_quality: Not judged: 60 samples with a single option"),
                    says("mcq_guessable: No multiple-choice sample has a gold option among several"),
                    says("text_prior: Too few to train a model on")}}},
        {says("twelve options"), {{says("saturated")}, {}}},
        {says("empty text"),
            {{says("mcq_malformed"), says("saturated")},
                {says("text_prior: Too few to train a model on: 0 samples with question and gold answer"),
                    says("duplicate_exact: Not compared: 60 samples without a question"),
                    says("duplicate_near: Not compared: 60 samples without a question"),
                    says("label_conflict: Not compared: 60 samples without a question"),
                    says("mcq_guessable: Left out: 60 samples with options that have no text")}}},
        // All wrong answers of this project are the same word: seven of eight models agree on it once.
        {says("empty text, open questions"),
            {{says("saturated"), says("consensus_against_gold"), says("label_incorrect")},
                {says("text_prior: needs question or option texts; there are none"),
                    says("mcq_malformed: needs multiple-choice samples; there are none"),
                    says("duplicate_near: needs question or option texts; there are none"),
                    says("blind_solvable: Not judged: 30 samples without a gold answer")}}},
        {says("no gold answers"),
            {{},
                {says("blind_solvable: needs gold answers; there are none"),
                    says("label_quality: needs gold answers; there are none"),
                    says("mcq_malformed: keys were not checked")}}},
        {says("all right"),
            {{says("saturated"), says("blind_solvable"), says("mcq_guessable")},
                {says("negative_discrimination: Not judged: 60 samples with scored responses of fewer than "
                      "12 models")}}},
        {says("all wrong"),
            {{},
                {says("unanimous_failure: No model is right on any sample (responses: 480); guessing alone "
                      "would "
                      "be right 120 times"),
                    says("negative_discrimination: Not judged: 60 samples with scored responses of fewer "
                         "than 12 models"),
                    says("frontier: 60 samples that no model solves")}}},
        {says("probabilities not a number"),
            {{says("saturated")},
                {says("confident_learning: Left out on 30 samples: option probabilities that are missing, "
                      "negative")}}},
        {says("probabilities all not a number"),
            {{says("saturated")},
                {says("confident_learning: Left out on 60 samples: option probabilities that are missing, "
                      "negative")}}},
        {says("probabilities infinite"),
            {{says("saturated")},
                {says("confident_learning: Left out on 30 samples: option probabilities that are missing, "
                      "negative, "
                      "infinite")}}},
        {says("probabilities negative"),
            {{says("saturated")},
                {says("confident_learning: Left out on 30 samples: option probabilities that are missing, "
                      "negative")}}},
        {says("probabilities of another sum"),
            {{says("saturated")},
                {says("confident_learning: Divided by their sum on 60 samples: option probabilities that do "
                      "not sum to 1")}}},
        {says("fewer probabilities than options"),
            {{says("saturated")},
                {says("confident_learning: Left out on 30 samples: probabilities that are more or fewer than "
                      "the options")}}},
        {says("one sample"),
            {{},
                {says("text_prior: Too few to train a model on"), says("mcq_guessable: Too few"),
                    says("negative_discrimination: Not judged: 1 sample with scored responses of fewer than "
                         "12 models"),
                    says("confident_learning: no fixed set")}}},
        {says("no samples"),
            {{},
                {says("text_prior: needs question or option texts; there are none"),
                    says("unanimous_failure: needs gold answers; there are none"),
                    says("duplicate_exact: needs question or option texts; there are none")}}},
        {says("attempts that contradict each other"),
            {{},
                {says("unanimous_failure: On 60 samples runs of one model were scored both right and "
                      "wrong"),
                    says("label_quality: On 60 samples runs of one model"),
                    says("blind_solvable: On 60 samples runs of one model")}}},
        {says("scores that are no shares"),
            {{says("saturated")},
                {says("negative_discrimination: Not judged: 60 samples with scored responses of fewer than "
                      "12 models")}}},
    };
    return all;
}

/// Every number anywhere in a JSON value; JSON writes NaN and infinities as null.
bool hasNull(const QJsonValue& value)
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::any_of(array.begin(), array.end(), [](const QJsonValue& one) { return hasNull(one); });
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        return std::any_of(object.begin(), object.end(), [](const QJsonValue& one) { return hasNull(one); });
    }
    return value.isNull() || (value.isDouble() && !std::isfinite(value.toDouble()));
}

QString saidBy(const DetectorOutcome& outcome)
{
    QStringList parts{outcome.message};
    parts.append(outcome.notes.english());
    for (const DatasetFinding& finding : outcome.findings) {
        parts.append(finding.summary.english());
    }
    return parts.join(u' ');
}

/// Every detector by name: those that run on request only as well.
AuditRequest everything(const DetectorRegistry& registry)
{
    AuditRequest request;
    for (const auto& detector : registry.detectors()) {
        request.detectors.append(detector->info().id);
    }
    return request;
}

/// Fails in the way the test asks for.
class BrokenDetector final : public Detector {
public:
    enum class Way { Error, Exception, Memory };
    explicit BrokenDetector(Way way)
        : m_way(way)
    {
    }
    const DetectorInfo& info() const override
    {
        static const DetectorInfo info{QStringLiteral("broken"), 1, QStringLiteral("Broken"),
            QStringLiteral("Fails."), QStringLiteral("this test"), {QStringLiteral("saturated")}, {}, {}, {}};
        return info;
    }
    Result<DetectorResult> evaluate(const DetectorInput&, const Parameters&, Progress&) const override
    {
        if (m_way == Way::Exception) {
            throw std::runtime_error("out of luck");
        }
        if (m_way == Way::Memory) {
            throw std::bad_alloc();
        }
        return fail(ErrorCode::Internal, QStringLiteral("It does not work"), QStringLiteral("Try later."));
    }

private:
    Way m_way;
};

} // namespace

class TestAuditBadInput : public QObject {
    Q_OBJECT
private slots:
    void everyDetectorOnEveryBadProject_data()
    {
        QTest::addColumn<int>("number");
        int number = 0;
        for (const BadProject& bad : badProjects()) {
            QTest::newRow(bad.name) << number++;
        }
    }
    void everyDetectorOnEveryBadProject()
    {
        QFETCH(int, number);
        const BadProject bad = badProjects()[std::size_t(number)];
        QVERIFY2(expectations().contains(QString::fromLatin1(bad.name)), bad.name);
        const Expected expected = expectations().value(QString::fromLatin1(bad.name));
        QTemporaryDir dir;
        const auto project = makeBadProject(bad, dir.filePath(QStringLiteral("p.winnow")));
        SilentProgress progress;
        const auto report = AuditRunner(*project).run(everything(DetectorRegistry::instance()), progress);
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().text()));

        // Every detector ran or says what it needs; none failed.
        QCOMPARE(report->outcomes.size(), qsizetype(DetectorRegistry::instance().detectors().size()));
        QHash<QString, QString> said;
        for (const DetectorOutcome& outcome : report->outcomes) {
            QVERIFY2(outcome.state != DetectorOutcome::State::Failed, qPrintable(outcome.message));
            QVERIFY2(outcome.state == DetectorOutcome::State::Done
                    || outcome.message.startsWith(QStringLiteral("needs ")),
                qPrintable(outcome.detector + QStringLiteral(": ") + outcome.message.english()));
            said.insert(outcome.detector, saidBy(outcome));
            for (const Sentence& note : outcome.notes) {
                QVERIFY2(note.english().endsWith(u'.') && !note.english().contains(QStringLiteral("%1"))
                        && !note.english().contains(QStringLiteral("nan")),
                    qPrintable(outcome.detector + QStringLiteral(": ") + note.english()));
            }
            for (const DatasetFinding& finding : outcome.findings) {
                QVERIFY2(!hasNull(finding.details),
                    qPrintable(outcome.detector + QStringLiteral(" finds ") + finding.summary.english()));
            }
        }
        for (const QString& sentence : expected.sentences) {
            const QString detector = sentence.section(QStringLiteral(": "), 0, 0);
            const QString part = sentence.section(QStringLiteral(": "), 1);
            QVERIFY2(said.value(detector).contains(part),
                qPrintable(
                    QStringLiteral("%1 says \"%2\", not \"%3\"").arg(detector, said.value(detector), part)));
        }

        // Nothing is flagged that cannot be known, and no flag is without a number.
        const auto flags
            = project->read([](sqlite::Connection& connection) { return FlagStore(connection).list({}); });
        QVERIFY(flags.has_value());
        for (const Flag& flag : *flags) {
            // How a question could be asked is known from its text, whatever was answered.
            QVERIFY2(expected.kinds.contains(flag.kind) || flagKindById(flag.kind)->has(FlagKind::Proposal),
                qPrintable(QString::number(flags->size()) + QStringLiteral(" flags: ") + flag.detector
                    + QStringLiteral(" flags ") + flag.sampleKey + QStringLiteral(" as ") + flag.kind
                    + QString::fromUtf8(QJsonDocument(flag.evidence).toJson(QJsonDocument::Compact))));
            QVERIFY2(flag.score >= 0 && flag.score <= 1, qPrintable(flag.detector));
            QVERIFY2(!hasNull(flag.evidence),
                qPrintable(flag.detector
                    + QString::fromUtf8(QJsonDocument(flag.evidence).toJson(QJsonDocument::Compact))));
        }
        for (const QString& kind : expected.kinds) {
            QVERIFY2(std::any_of(
                         flags->begin(), flags->end(), [&](const Flag& flag) { return flag.kind == kind; }),
                qPrintable(QStringLiteral("nothing is flagged ") + kind));
        }
        // A second run says the same of the same data.
        const auto again = AuditRunner(*project).run({}, progress);
        QVERIFY(again.has_value());
        QCOMPARE(again->added + again->resolved, 0);
    }

    void aFailureIsReportedAndTheOthersGoOn_data()
    {
        QTest::addColumn<int>("way");
        QTest::addColumn<QString>("message");
        QTest::newRow("error") << int(BrokenDetector::Way::Error)
                               << QStringLiteral("It does not work. Try later.");
        QTest::newRow("exception") << int(BrokenDetector::Way::Exception)
                                   << QStringLiteral("Broken failed on set: out of luck");
        QTest::newRow("memory") << int(BrokenDetector::Way::Memory)
                                << QStringLiteral("Broken ran out of memory on set");
    }
    void aFailureIsReportedAndTheOthersGoOn()
    {
        QFETCH(int, way);
        QFETCH(QString, message);
        DetectorRegistry registry;
        const std::size_t sound = registry.detectors().size();
        registry.add(std::make_unique<BrokenDetector>(BrokenDetector::Way(way)));
        QTemporaryDir dir;
        const auto project = makeBadProject({"nothing wrong"}, dir.filePath(QStringLiteral("p.winnow")));
        SilentProgress progress;
        const auto report = AuditRunner(*project, registry).run(everything(registry), progress);
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().text()));
        QVERIFY(report->anyFailed());
        QCOMPARE(report->outcomes.size(), qsizetype(sound + 1));
        for (const DetectorOutcome& outcome : report->outcomes) {
            const bool broken = outcome.detector == u"broken";
            QCOMPARE(outcome.state == DetectorOutcome::State::Failed, broken);
            if (broken) {
                QVERIFY2(outcome.message.startsWith(message), qPrintable(outcome.message));
            }
        }
        // Kept for the page, and the other detectors' flags are there.
        const auto runs = project->read(
            [](sqlite::Connection& connection) { return FlagStore(connection).latestRuns(); });
        QVERIFY(runs.has_value());
        const auto run = std::find_if(
            runs->begin(), runs->end(), [](const DetectorRun& one) { return one.detector == u"broken"; });
        QVERIFY(run != runs->end());
        QCOMPARE(run->status, QStringLiteral("failed"));
        QVERIFY2(run->message.startsWith(message), qPrintable(run->message));
        // Said in other languages from the sentence beside it, which says the same.
        QCOMPARE(Sentence::fromJson(run->summary.value(QLatin1String("failure"))).english(), run->message);
        const auto flags
            = project->read([](sqlite::Connection& connection) { return FlagStore(connection).list({}); });
        QVERIFY(flags.has_value() && !flags->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAuditBadInput)
#include "tst_audit_badinput.moc"
