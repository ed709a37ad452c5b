// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auditfixture.h"
#include "core/audit/data/auditdataloader.h"
#include "core/import/importjob.h"

#include <QCryptographicHash>
#include <QTemporaryDir>

#include <numeric>

using namespace winnow;
using namespace winnow::test;

namespace {

/// Sixty samples of three labels with one model's probabilities; `spoil` changes a row before it is added.
std::shared_ptr<const AuditData> labelled(
    const std::function<void(std::size_t, std::vector<float>&)>& spoil, int models = 1)
{
    AuditDataBuilder builder;
    for (int i = 0; i < 60; ++i) {
        Sample sample = mcq(i, 3, i < 3 ? (i + 1) % 3 : i % 3);
        sample.options = {QStringLiteral("red"), QStringLiteral("green"), QStringLiteral("blue")};
        builder.addSample(sample);
    }
    for (int m = 0; m < models; ++m) {
        ResponseColumn& column = builder.addColumn(QStringLiteral("m%1").arg(m), Condition::Standard);
        column.probabilityOffsets.push_back(0);
        for (std::size_t i = 0; i < 60; ++i) {
            std::vector<float> row(3, 0.05f);
            row[i % 3] = 0.9f;
            answer(builder.data(), column, i, int(i % 3));
            if (m == 0) {
                spoil(i, row);
            }
            column.probabilities.insert(column.probabilities.end(), row.begin(), row.end());
            column.probabilityOffsets.push_back(quint32(column.probabilities.size()));
        }
    }
    return builder.finish();
}

/// What the detector reads of a file that is imported as it is.
std::shared_ptr<const AuditData> imported(const QString& path)
{
    QTemporaryDir folder;
    auto project = Project::create(folder.filePath(QStringLiteral("p.winnow")));
    ImportRequest request;
    request.file = path;
    SilentProgress progress;
    if (!project || !runImport(**project, request, progress)) {
        return nullptr;
    }
    const auto id = (*project)->read([](sqlite::Connection& connection) {
        return DatasetId{connection.integer(QStringLiteral("SELECT min(id) FROM datasets"))};
    });
    const Detector* detector = DetectorRegistry::instance().find(QStringLiteral("confident_learning"));
    const auto loaded
        = loadAuditData(**project, id.value_or(DatasetId{}), partsOf(detector->info()), progress);
    return loaded ? *loaded : nullptr;
}

/// The first 16 digits of the SHA-256 of the flagged indices in order.
QByteArray digestOf(const DetectorResult& result, const AuditData& data)
{
    QHash<qint64, int> index;
    for (std::size_t i = 0; i < data.size(); ++i) {
        index.insert(data.sampleIds[i], data.sourceIndexes[i].toInt());
    }
    QList<int> positions;
    for (const FlagDraft& flag : result.flags) {
        positions.append(index.value(flag.sampleId.value));
    }
    std::sort(positions.begin(), positions.end());
    QByteArrayList list;
    for (const int position : positions) {
        list.append(QByteArray::number(position));
    }
    return QCryptographicHash::hash(list.join(','), QCryptographicHash::Sha256).toHex().left(16);
}

const QStringList kPlanted{QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2")};

} // namespace

class TestDetectorConfident : public QObject {
    Q_OBJECT
private slots:
    // The annotated sets as anybody imports them, with one model's probabilities: what cleanlab 2.9 flags
    // (see tst_stats_confidentlearning), for every filter.
    void sameAsCleanlabFromTheFile_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QByteArray>("which");
        const auto row = [](const char* file, const char* filter, const char* which) {
            QTest::addRow("%s %s", file, filter)
                << QString::fromLatin1(file) << QString::fromLatin1(filter) << QByteArray(which);
        };
        row("mnist", "prune_by_noise_rate", "4bd56ac0cc8ce2bf");
        row("mnist", "prune_by_class", "4bd56ac0cc8ce2bf");
        row("mnist", "both", "4bd56ac0cc8ce2bf");
        row("mnist", "confident_learning", "4bd56ac0cc8ce2bf");
        row("mnist", "predicted_neq_given", "5500cd80a511c5f4");
        row("mnist", "low_normalized_margin", "51020a23eccb533f");
        row("mnist", "low_self_confidence", "51020a23eccb533f");
        row("cifar10", "prune_by_noise_rate", "67621bdd7473a51a");
        row("cifar10", "prune_by_class", "890e5078920e7385");
        row("cifar10", "both", "774a2b923c2a0a9a");
        row("cifar10", "confident_learning", "e94c71c922b895f2");
        row("cifar10", "predicted_neq_given", "28d8786288877d6d");
        row("cifar10", "low_normalized_margin", "3453cd79c485f486");
        row("cifar10", "low_self_confidence", "b994f1d3d9bb8afe");
    }
    void sameAsCleanlabFromTheFile()
    {
        QFETCH(QString, file);
        QFETCH(QString, filter);
        const QString path = sharedData() + QStringLiteral("/cleanlab_label_errors/%1_items.csv").arg(file);
        if (sharedData().isEmpty() || !QFile::exists(path)) {
            QSKIP("cleanlab_label_errors is not beside the checkout");
        }
        if (!m_sets.contains(file)) {
            const auto data = imported(path);
            QVERIFY(data != nullptr);
            m_sets.insert(file, data);
        }
        const AuditData& data = *m_sets.value(file);
        QCOMPARE(data.size(), std::size_t(10000));
        const DetectorResult result
            = evaluate("confident_learning", data, {{QStringLiteral("filter"), filter}});
        QTEST(digestOf(result, data), "which");
        QVERIFY2(result.notes.isEmpty(), qPrintable(result.notes.join(u' ')));
    }

    // More classes than there are letters: what cleanlab 2.9 flags of sets made by the same arithmetic.
    void moreClassesThanLetters_data()
    {
        QTest::addColumn<int>("classes");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<int>("flags");
        QTest::addColumn<QByteArray>("which");
        QTest::newRow("30 prune_by_noise_rate")
            << 30 << QStringLiteral("prune_by_noise_rate") << 35 << QByteArray("0797ef2cbdd7f1e5");
        QTest::newRow("30 both") << 30 << QStringLiteral("both") << 32 << QByteArray("81cecb053ea8caaf");
        QTest::newRow("30 low_normalized_margin")
            << 30 << QStringLiteral("low_normalized_margin") << 24 << QByteArray("4b89e576790f9657");
        QTest::newRow("100 prune_by_noise_rate")
            << 100 << QStringLiteral("prune_by_noise_rate") << 132 << QByteArray("5d18cfc3d7f4294c");
        QTest::newRow("100 both") << 100 << QStringLiteral("both") << 128 << QByteArray("fed541e6a4f3bb8e");
        QTest::newRow("100 low_normalized_margin")
            << 100 << QStringLiteral("low_normalized_margin") << 105 << QByteArray("0196e1fa1c218ed0");
    }
    void moreClassesThanLetters()
    {
        QFETCH(int, classes);
        QFETCH(QString, filter);
        quint64 state = quint64(classes);
        const auto below = [&](int limit) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            return int((state >> 33) % quint64(limit));
        };
        QByteArray text("index,given_label,argmax");
        for (int c = 0; c < classes; ++c) {
            text += ",p" + QByteArray::number(c);
        }
        text += '\n';
        for (int i = 0; i < 30 * classes; ++i) {
            std::vector<int> row;
            for (int c = 0; c < classes; ++c) {
                row.push_back(1 + below(20));
            }
            const int truth = below(classes);
            row[std::size_t(truth)] += below(10 * classes);
            const int label = below(100) < 6 ? below(classes) : truth;
            const int total = std::accumulate(row.begin(), row.end(), 0);
            const auto top = std::max_element(row.begin(), row.end()) - row.begin();
            text += QByteArray::number(i) + ',' + QByteArray::number(label) + ','
                + QByteArray::number(qint64(top));
            for (const int weight : row) {
                text += ',' + QByteArray::number(double(weight) / total, 'f', 6);
            }
            text += '\n';
        }
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("set.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        const auto data = imported(path);
        QVERIFY(data != nullptr);
        const DetectorResult result
            = evaluate("confident_learning", *data, {{QStringLiteral("filter"), filter}});
        QVERIFY2(result.notes.isEmpty(), qPrintable(result.notes.join(u' ')));
        QTEST(int(result.flags.size()), "flags");
        QTEST(digestOf(result, *data), "which");
    }

    void probabilitiesUnfitForUse_data()
    {
        QTest::addColumn<int>("spoiling");
        QTest::addColumn<QString>("note");
        QTest::newRow("not a number") << 0
                                      << QStringLiteral("20 samples: option probabilities that are "
                                                        "missing, negative, infinite or all 0");
        QTest::newRow("infinite") << 1 << QStringLiteral("20 samples: option probabilities that are");
        QTest::newRow("negative") << 2 << QStringLiteral("20 samples: option probabilities that are");
        QTest::newRow("all 0") << 3 << QStringLiteral("20 samples: option probabilities that are");
        QTest::newRow("too few") << 4
                                 << QStringLiteral(
                                        "20 samples: probabilities that are more or fewer than the options");
        QTest::newRow("too many") << 5
                                  << QStringLiteral(
                                         "20 samples: probabilities that are more or fewer than the options");
        QTest::newRow("another sum") << 6
                                     << QStringLiteral("20 samples: option probabilities that do not sum "
                                                       "to 1");
        QTest::newRow("rounded") << 7 << QString();
    }
    void probabilitiesUnfitForUse()
    {
        QFETCH(int, spoiling);
        QFETCH(QString, note);
        // Spoilt is the gold option's own probability, on samples whose gold answer is right: a gap must not
        // count against it.
        const auto data = labelled([&](std::size_t i, std::vector<float>& row) {
            if (i < 40) {
                return;
            }
            switch (spoiling) {
            case 0:
                row[i % 3] = std::numeric_limits<float>::quiet_NaN();
                break;
            case 1:
                row[(i + 1) % 3] = std::numeric_limits<float>::infinity();
                break;
            case 2:
                row[i % 3] = -0.9f;
                break;
            case 3:
                row.assign(3, 0.0f);
                break;
            case 4:
                row.resize(2);
                break;
            case 5:
                row.push_back(1);
                break;
            case 6:
                for (float& value : row) {
                    value *= 40;
                }
                break;
            default:
                for (float& value : row) {
                    value *= 1.005f;
                }
            }
        });
        const DetectorResult result = evaluate("confident_learning", *data);
        QCOMPARE(flaggedKeys(result, *data), kPlanted);
        if (note.isEmpty()) {
            QVERIFY2(result.notes.isEmpty(), qPrintable(result.notes.join(u' ')));
        } else {
            QVERIFY2(result.notes.join(u' ').contains(note), qPrintable(result.notes.join(u' ')));
        }
    }

    void aModelWithUnfitRowsDoesNotSpoilTheOthers()
    {
        const auto data = labelled(
            [](std::size_t, std::vector<float>& row) { row[0] = std::numeric_limits<float>::quiet_NaN(); },
            3);
        const DetectorResult result = evaluate("confident_learning", *data);
        QCOMPARE(flaggedKeys(result, *data), kPlanted);
        QCOMPARE(result.flags.front().evidence.value(QLatin1String("models")).toInt(), 2);
        QVERIFY(result.notes.join(u' ').contains(QStringLiteral("60 samples: option probabilities that")));
    }

    void oneModelWithoutProbabilitiesIsNotEnough()
    {
        const auto data = labelled([](std::size_t, std::vector<float>& row) { row.clear(); });
        const DetectorResult result = evaluate("confident_learning", *data);
        QVERIFY(result.flags.empty());
        QVERIFY2(result.notes.join(u' ').contains(QStringLiteral(
                     "60 samples with votes of fewer than 5 models and without probabilities")),
            qPrintable(result.notes.join(u' ')));
    }

private:
    QHash<QString, std::shared_ptr<const AuditData>> m_sets;
};

QTEST_GUILESS_MAIN(TestDetectorConfident)
#include "tst_detector_confident.moc"
