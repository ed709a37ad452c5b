// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/stats/random.h"
#include "core/store/subsetstore.h"
#include "core/subset/subsetinput.h"
#include "tests/support/clirunner.h"
#include "tests/support/testproject.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace winnow;
using test::runCli;

namespace {

constexpr int kSamples = 200;
constexpr int kModels = 16;

/// Answers of a model of rank m among kModels, 0 the best.
QString answersOf(int model)
{
    QString answers;
    stats::Random random(quint64(model) + 1);
    for (int i = 0; i < kSamples; ++i) {
        stats::Random item(quint64(i) + 1000);
        const double difficulty = item.normal();
        const double ability = 1.5 - 3.0 * model / (kModels - 1);
        answers += random.chance(1 / (1 + std::exp(-(ability - difficulty)))) ? u'1' : u'0';
    }
    return answers;
}

void addFlag(sqlite::Connection& c, DatasetId dataset, const char* kind,
    const QVector<QPair<SampleId, double>>& samples)
{
    QVector<FlagDraft> drafts;
    for (const auto& [sample, score] : samples) {
        drafts.append({.sampleId = sample,
            .kind = QString::fromLatin1(kind),
            .score = score,
            .discriminator = {},
            .evidence = {{QStringLiteral("summary"), QStringLiteral("planted")}}});
    }
    DetectorRun run;
    run.detector = QString::fromLatin1(kind);
    run.datasetId = dataset;
    run.status = QStringLiteral("done");
    FlagStore(c).applyRun(run, drafts);
}

} // namespace

/// `subset`: what is read from a project, chosen, printed and stored.
class TestSubsetCommand : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(QStringLiteral("p.winnow"));
    std::shared_ptr<Project> m_project;
    QVector<SampleId> m_samples;

    QStringList chosen(const QString& name)
    {
        QStringList keys;
        for (const QJsonValue sample : runCli({QStringLiteral("subset"), m_path, QStringLiteral("--samples"),
                                                  name, QStringLiteral("--json")})
                                           .json()
                                           .value(QLatin1String("samples"))
                                           .toArray()) {
            keys.append(sample[QLatin1String("key")].toString());
        }
        return keys;
    }

    test::CliResult subset(const QString& options)
    {
        return runCli(
            QStringList{QStringLiteral("subset"), m_path} + options.split(u' ', Qt::SkipEmptyParts));
    }

    Result<SubsetInput> input(
        const SubsetScope& scope = {}, const QString& policy = QStringLiteral("reviewed"))
    {
        SilentProgress progress;
        return SubsetInput::load(*m_project, policy, scope, progress);
    }

private slots:
    void initTestCase()
    {
        auto project = Project::create(m_path);
        QVERIFY_RESULT(project);
        m_project = *project;
        const auto samples = test::addSamples(*m_project, QStringLiteral("set"), kSamples);
        QVERIFY_RESULT(samples);
        m_samples = *samples;
        for (int m = 0; m < kModels; ++m) {
            QVERIFY_RESULT(test::addResponses(*m_project, QStringLiteral("set"),
                QStringLiteral("model-%1").arg(m), m_samples, answersOf(m)));
        }
        QVERIFY_RESULT(m_project->write(
            {.parts = ChangeSet::Flags, .samples = {}}, [&](sqlite::Connection& c) -> Result<> {
                const DatasetId id = DatasetStore(c).byName(QStringLiteral("set"))->id;
                addFlag(c, id, "duplicate_exact", {{m_samples.at(10), 0.5}, {m_samples.at(11), 1.0}});
                ResponseStore store(c);
                for (int m = 0; m < kModels; ++m) {
                    store.upsertModel(
                        QStringLiteral("model-%1").arg(m), QStringLiteral("family-%1").arg(m % 4));
                }
                return {};
            }));
    }
    void cleanupTestCase() { m_project.reset(); }

    void whatItIsChosenFrom()
    {
        const auto all = input();
        QVERIFY_RESULT(all);
        QCOMPARE(all->models.size(), kModels);
        // The second of two that repeat each other is no candidate, the first is.
        QCOMPARE(all->items(), size_t(kSamples - 1));
        QCOMPARE(all->repeats, 1);
        QVERIFY(all->lookedForRepeats);
        QVERIFY(std::find(all->samples.begin(), all->samples.end(), m_samples.at(10).value)
            != all->samples.end());
        QVERIFY(std::find(all->samples.begin(), all->samples.end(), m_samples.at(11).value)
            == all->samples.end());
        SubsetScope scope;
        scope.deduplicate = false;
        QCOMPARE(input(scope)->items(), size_t(kSamples));
        scope.capability = QStringLiteral("math");
        QCOMPARE(input(scope)->items(), size_t(kSamples / 2));
        scope.vetoes = {m_samples.at(0), m_samples.at(2)};
        scope.musts = {m_samples.at(2)}; // who must be in is not vetoed
        QCOMPARE(input(scope)->items(), size_t(kSamples / 2 - 1));
        QCOMPARE(input(scope)->vetoed, 1);
        scope.withoutFamilies = {QStringLiteral("family-1")};
        QCOMPARE(input(scope)->models.size(), kModels - kModels / 4);
        scope.withoutFamilies = {QStringLiteral("family-9")};
        QVERIFY(input(scope).error().advice.contains(QStringLiteral("family-0")));
        // The policy that drops all that is flagged.
        QCOMPARE(input({}, QStringLiteral("everything"))->dropped, 1);
    }

    void whoDoesNotSpeak()
    {
        // A model with a fifth of the answers, and a sample that nobody answered.
        const QString path = m_folder.filePath(QStringLiteral("few.winnow"));
        auto project = Project::create(path);
        const auto samples = test::addSamples(**project, QStringLiteral("set"), 50);
        QVERIFY_RESULT(test::addResponses(**project, QStringLiteral("set"), QStringLiteral("whole"), *samples,
            QStringLiteral("10").repeated(24) + QStringLiteral("1-")));
        QVERIFY_RESULT(test::addResponses(**project, QStringLiteral("set"), QStringLiteral("part"), *samples,
            QStringLiteral("1").repeated(10) + QStringLiteral("-").repeated(40)));
        SilentProgress progress;
        const auto read = SubsetInput::load(**project, {}, {}, progress);
        QVERIFY_RESULT(read);
        QCOMPARE(read->models, QStringList{QStringLiteral("whole")});
        QCOMPARE(read->leftOut, QStringList{QStringLiteral("part")});
        QCOMPARE(read->unscored, 1);
        QCOMPARE(read->items(), size_t(49));
        project->reset();
        const auto said
            = runCli({QStringLiteral("subset"), path, QStringLiteral("--budget"), QStringLiteral("5")});
        QCOMPARE(said.code, 0);
        QVERIFY(said.out.contains(QStringLiteral("do not speak (1): part")));
        QVERIFY(said.out.contains(QStringLiteral("are left out: 1")));
        QVERIFY(said.out.contains(QStringLiteral("Fewer than 6 models")));
    }

    void budgets_data()
    {
        QTest::addColumn<QString>("budget");
        QTest::addColumn<int>("size"); // 0 = wrong usage
        QTest::newRow("number") << "25" << 25;
        QTest::newRow("share") << "10%" << 20;
        QTest::newRow("small share") << "0.1%" << 1;
        QTest::newRow("speed-up") << "13x" << 15;
        QTest::newRow("more than there is") << "5000" << kSamples - 1;
        QTest::newRow("none") << "0" << 0;
        QTest::newRow("below none") << "-3" << 0;
        QTest::newRow("a half sample") << "2.5" << 0;
        QTest::newRow("a word") << "many" << 0;
    }
    void budgets()
    {
        QFETCH(QString, budget);
        QFETCH(int, size);
        const auto said = runCli({QStringLiteral("subset"), m_path, QStringLiteral("--budget"), budget,
            QStringLiteral("--json"), QStringLiteral("--splits"), QStringLiteral("2")});
        QCOMPARE(said.code, size ? 0 : 2);
        if (size) {
            QCOMPARE(said.json().value(QLatin1String("samples")).toInt(), size);
        }
    }

    void storedListedMadeAgainAndRemoved()
    {
        const auto said = subset(QStringLiteral("--budget 20 --name small --splits 3 --json"));
        QCOMPARE(said.code, 0);
        const QJsonObject alike = said.json().value(QLatin1String("alike")).toObject();
        const double kendall
            = alike[QLatin1String("set")][QLatin1String("kendall")][QLatin1String("mean")].toDouble();
        QVERIFY(kendall > 0.5 && kendall <= 1);
        QVERIFY(said.json().value(QLatin1String("valid_for")).isArray());
        QCOMPARE(chosen(QStringLiteral("small")).size(), 20);
        QVERIFY(subset({}).out.contains(QStringLiteral("small")));
        // The same command, the same samples; another seed, others.
        subset(QStringLiteral("--budget 20 --name twin --splits 2"));
        QCOMPARE(chosen(QStringLiteral("twin")), chosen(QStringLiteral("small")));
        subset(QStringLiteral("--budget 20 --name other --splits 2 --seed 2"));
        QVERIFY(chosen(QStringLiteral("other")) != chosen(QStringLiteral("small")));
        const auto again = subset(QStringLiteral("--again small"));
        QCOMPARE(again.code, 0);
        QVERIFY(again.out.contains(QStringLiteral("unchanged")));
        // A parent: chosen within another.
        QCOMPARE(subset(QStringLiteral("--budget 5 --name tiny --within small --splits 2")).code, 0);
        const QStringList small = chosen(QStringLiteral("small"));
        for (const QString& key : chosen(QStringLiteral("tiny"))) {
            QVERIFY(small.contains(key));
        }
        QCOMPARE(subset(QStringLiteral("--remove tiny")).code, 0);
        const auto gone = subset(QStringLiteral("--samples tiny"));
        QCOMPARE(gone.code, 1);
        QVERIFY(gone.err.contains(QStringLiteral("small")));
        QCOMPARE(subset(QStringLiteral("--budget 5 --within nowhere")).code, 1);
    }

    void oneACapability()
    {
        QCOMPARE(subset(QStringLiteral("--budget 10 --per-capability --name part --splits 2")).code, 0);
        const auto math = chosen(QStringLiteral("part/math"));
        QCOMPARE(math.size(), 10);
        QCOMPARE(chosen(QStringLiteral("part/chart")).size(), 10);
        for (const QString& key : math) {
            QCOMPARE(key.section(u'/', 1).toInt() % 2, 0);
        }
        // What is wanted of one capability does not stop the other.
        const auto said = subset(QStringLiteral("--budget 10 --per-capability --name wish --must set/3 "
                                                "--floor math=10 --limit chart=4 --splits 2"));
        QVERIFY2(said.code == 0, qPrintable(said.err));
        QCOMPARE(chosen(QStringLiteral("wish/math")).size(), 10);
        QCOMPARE(chosen(QStringLiteral("wish/chart")).size(), 4);
        QVERIFY(chosen(QStringLiteral("wish/chart")).contains(QStringLiteral("set/3")));
        QCOMPARE(subset(QStringLiteral("--budget 10 --per-capability --floor maths=2")).code, 1);
    }

    /// DatBench's rule: the highest correlations of each capability, 5,000 of it or all there are.
    void thePresetOfDatBench()
    {
        const auto said = subset(QStringLiteral("--preset datbench --name db --splits 2 --json"));
        QVERIFY2(said.code == 0, qPrintable(said.err));
        const QJsonArray sets = said.json().value(QLatin1String("subsets")).toArray();
        QCOMPARE(sets.size(), 2);
        for (const QJsonValue set : sets) {
            QCOMPARE(set[QLatin1String("request")][QLatin1String("method")].toString(),
                QStringLiteral("top_r_pb"));
            QCOMPARE(set[QLatin1String("request")][QLatin1String("budget")].toInt(), 5000);
            QVERIFY(set[QLatin1String("notes")].toArray().at(0).toString().contains(
                QStringLiteral("all are in")));
        }
        QCOMPARE(chosen(QStringLiteral("db/math")).size(), kSamples / 2);
        QCOMPARE(subset(QStringLiteral("--preset datbench --budget 10 --name db --splits 2")).code, 0);
        QCOMPARE(chosen(QStringLiteral("db/math")).size(), 10);
        QCOMPARE(subset(QStringLiteral("--preset other")).code, 2);
    }

    void wishesOfPeople()
    {
        const auto said = subset(QStringLiteral("--budget 20 --name wishes --must set/3 --veto set/4 --floor "
                                                "math=15 --limit chart=4 --splits 2"));
        QVERIFY2(said.code == 0, qPrintable(said.err));
        const QStringList keys = chosen(QStringLiteral("wishes"));
        QVERIFY(keys.contains(QStringLiteral("set/3")));
        QVERIFY(!keys.contains(QStringLiteral("set/4")));
        QCOMPARE(std::count_if(keys.begin(), keys.end(),
                     [](const QString& key) { return key.section(u'/', 1).toInt() % 2 == 1; }),
            4);
        QCOMPARE(subset(QStringLiteral("--budget 20 --must set/nothing")).code, 1);
        const auto outside = subset(QStringLiteral("--budget 20 --capability math --must set/3"));
        QCOMPARE(outside.code, 1);
        QVERIFY2(outside.err.contains(QStringLiteral("Of the 1 samples that must be in, 0")),
            qPrintable(outside.err));
        for (const char* wrong : {"--seed x", "--seed -1", "--splits 1", "--splits many", "--frontier 2"}) {
            QCOMPARE(subset(QStringLiteral("--budget 20 ") + QString::fromLatin1(wrong)).code, 2);
        }
        QCOMPARE(subset(QStringLiteral("--budget 20 --floor math")).code, 2);
        QCOMPARE(subset(QStringLiteral("--budget 20 --floor maths=3")).code, 1);
    }

    void aFamilyIsLeftOut()
    {
        const auto said
            = subset(QStringLiteral("--budget 30 --hold-out family-2 --name left --splits 2 --json"));
        QVERIFY2(said.code == 0, qPrintable(said.err));
        QCOMPARE(said.json().value(QLatin1String("family")).toString(), QStringLiteral("family-2"));
        QCOMPARE(said.json().value(QLatin1String("models")).toArray().size(), kModels - kModels / 4);
        QVERIFY(said.json().value(QLatin1String("of_family")).toObject().contains(QLatin1String("set")));
        QVERIFY(QJsonDocument(said.json().value(QLatin1String("valid_for")).toArray())
                    .toJson()
                    .contains("family-2"));
        // Their answers had no say.
        const auto before = chosen(QStringLiteral("left"));
        SubsetScope scope;
        scope.withoutFamilies = {QStringLiteral("family-2")};
        const auto without = input(scope);
        QCOMPARE(without->models.size(), kModels - kModels / 4);
        QCOMPARE(before.size(), 30);
    }

    void theTableOfMethods()
    {
        const auto said = subset(QStringLiteral("--budget 20 --methods --splits 2"));
        QCOMPARE(said.code, 0);
        for (const char* id : {"mixed", "stratified_random", "top_r_pb", "anchor_points", "fluid"}) {
            QCOMPARE(said.out.count(QString::fromLatin1(id)), 2); // alike and stronger
        }
        QCOMPARE(subset(QStringLiteral("--methods")).code, 2);
    }

    void theExportTakesIt()
    {
        const QString out = m_folder.filePath(QStringLiteral("out"));
        subset(QStringLiteral("--budget 12 --name sent --splits 2"));
        const auto said
            = runCli({QStringLiteral("export"), m_path, QStringLiteral("--format"), QStringLiteral("jsonl"),
                QStringLiteral("--out"), out, QStringLiteral("--subset"), QStringLiteral("sent")});
        QVERIFY2(said.code == 0, qPrintable(said.err));
        QFile manifest(out + QStringLiteral("/manifest.json"));
        QVERIFY(manifest.open(QIODevice::ReadOnly));
        const QJsonObject subset
            = QJsonDocument::fromJson(manifest.readAll()).object().value(QLatin1String("subset")).toObject();
        QCOMPARE(subset.value(QLatin1String("name")).toString(), QStringLiteral("sent"));
        QCOMPARE(subset.value(QLatin1String("method")).toString(), QStringLiteral("mixed"));
    }

    /// Last: it changes the project.
    void theHashFollowsTheData()
    {
        const QByteArray before = input()->hash();
        QCOMPARE(input()->hash(), before);
        subset(QStringLiteral("--budget 20 --name old --splits 2"));
        QVERIFY_RESULT(test::addResponses(*m_project, QStringLiteral("set"), QStringLiteral("newcomer"),
            m_samples, QStringLiteral("1").repeated(kSamples)));
        QVERIFY(input()->hash() != before);
        QVERIFY(subset(QStringLiteral("--again old")).out.contains(QStringLiteral("has changed")));
    }
};

QTEST_GUILESS_MAIN(TestSubsetCommand)
#include "tst_subsetcommand.moc"
