// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auditfixture.h"
#include "core/audit/auditdataloader.h"
#include "core/import/importjob.h"

#include <QCryptographicHash>
#include <QTemporaryDir>

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
            QTemporaryDir folder;
            auto project = Project::create(folder.filePath(QStringLiteral("p.winnow")));
            QVERIFY(project.has_value());
            ImportRequest request;
            request.file = path;
            SilentProgress progress;
            const auto imported = runImport(**project, request, progress);
            QVERIFY2(imported.has_value(), imported ? "" : qPrintable(imported.error().text()));
            const auto id = (*project)->read([](sqlite::Connection& connection) {
                return DatasetId{connection.integer(QStringLiteral("SELECT min(id) FROM datasets"))};
            });
            QVERIFY(id.has_value());
            AuditParts parts;
            const auto& info
                = DetectorRegistry::instance().find(QStringLiteral("confident_learning"))->info();
            for (const Requirement& requirement : info.requirements) {
                parts.add(requirement.need);
            }
            for (const Need need : info.uses) {
                parts.add(need);
            }
            const auto loaded = loadAuditData(**project, *id, parts, progress);
            QVERIFY(loaded.has_value());
            m_sets.insert(file, *loaded);
        }
        const AuditData& data = *m_sets.value(file);
        QCOMPARE(data.size(), std::size_t(10000));
        const DetectorResult result
            = evaluate("confident_learning", data, {{QStringLiteral("filter"), filter}});
        QList<int> positions;
        for (const FlagDraft& flag : result.flags) {
            const auto at = std::find(data.sampleIds.begin(), data.sampleIds.end(), flag.sampleId.value);
            positions.append(data.sourceIndexes[std::size_t(at - data.sampleIds.begin())].toInt());
        }
        std::sort(positions.begin(), positions.end());
        QByteArrayList list;
        for (const int position : positions) {
            list.append(QByteArray::number(position));
        }
        QTEST(QCryptographicHash::hash(list.join(','), QCryptographicHash::Sha256).toHex().left(16), "which");
        QVERIFY2(result.notes.isEmpty(), qPrintable(result.notes.join(u' ')));
    }

    void probabilitiesUnfitForUse_data()
    {
        QTest::addColumn<int>("spoiling");
        QTest::addColumn<QString>("note");
        QTest::newRow("not a number") << 0
                                      << QStringLiteral("20 samples have option probabilities that are "
                                                        "missing, negative, infinite or all 0");
        QTest::newRow("infinite") << 1 << QStringLiteral("20 samples have option probabilities that are");
        QTest::newRow("negative") << 2 << QStringLiteral("20 samples have option probabilities that are");
        QTest::newRow("all 0") << 3 << QStringLiteral("20 samples have option probabilities that are");
        QTest::newRow("too few") << 4
                                 << QStringLiteral(
                                        "20 samples have more or fewer probabilities than options");
        QTest::newRow("too many") << 5
                                  << QStringLiteral(
                                         "20 samples have more or fewer probabilities than options");
        QTest::newRow("another sum") << 6
                                     << QStringLiteral("20 samples have option probabilities that do not sum "
                                                       "to 1; they are divided by their sum");
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
        QVERIFY(
            result.notes.join(u' ').contains(QStringLiteral("60 samples have option probabilities that")));
    }

    void oneModelWithoutProbabilitiesIsNotEnough()
    {
        const auto data = labelled([](std::size_t, std::vector<float>& row) { row.clear(); });
        const DetectorResult result = evaluate("confident_learning", *data);
        QVERIFY(result.flags.empty());
        QVERIFY2(result.notes.join(u' ').contains(
                     QStringLiteral("60 samples have votes of fewer than 5 models and no probabilities")),
            qPrintable(result.notes.join(u' ')));
    }

private:
    QHash<QString, std::shared_ptr<const AuditData>> m_sets;
};

QTEST_GUILESS_MAIN(TestDetectorConfident)
#include "tst_detector_confident.moc"
