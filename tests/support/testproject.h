// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/store/datasetstore.h"
#include "core/store/flagstore.h"
#include "core/store/ledger.h"
#include "core/store/project.h"
#include "core/store/responsestore.h"
#include "core/store/samplestore.h"

#include <QTemporaryDir>
#include <QTest>

/// Fails the test with the error's text when a Result holds an error.
#define QVERIFY_RESULT(result)                                                                               \
    do {                                                                                                     \
        const auto& verifyResult = (result);                                                                 \
        QVERIFY2(verifyResult.has_value(),                                                                   \
            verifyResult.has_value() ? "" : qPrintable(verifyResult.error().text()));                        \
    } while (false)

namespace winnow::test {

/// Adds `count` four-option samples named 0..count-1 to `dataset`; every `flaggedEvery`-th gets an open
/// blind_solvable flag. Returns the ids.
inline Result<QVector<SampleId>> addSamples(
    Project& project, const QString& dataset, int count, int flaggedEvery = 0)
{
    return project.write({.parts = ChangeSet::Samples, .samples = {}},
        [&](sqlite::Connection& c) -> Result<QVector<SampleId>> {
            const DatasetId id = DatasetStore(c).upsert({.id = {},
                .name = dataset,
                .sourcePath = {},
                .sourceHash = {},
                .format = QStringLiteral("test")});
            SampleWriter writer(c);
            QVector<SampleId> ids;
            QVector<FlagDraft> drafts;
            for (int i = 0; i < count; ++i) {
                Sample sample;
                sample.datasetId = id;
                sample.dataset = dataset;
                sample.sourceIndex = QString::number(i);
                sample.position = i;
                sample.split = QStringLiteral("test");
                sample.capability = i % 2 ? QStringLiteral("chart") : QStringLiteral("math");
                sample.question = QStringLiteral("How many squares are in picture %1?").arg(i);
                sample.options = {QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three"),
                    QStringLiteral("four")};
                sample.gold = optionLetter(i % 4);
                writer.put(sample);
                ids.append(sample.id);
                if (flaggedEvery > 0 && i % flaggedEvery == 0) {
                    drafts.append({.sampleId = sample.id,
                        .kind = QStringLiteral("blind_solvable"),
                        .score = 0.9,
                        .discriminator = {},
                        .evidence = {{QStringLiteral("summary"), QStringLiteral("planted")}}});
                }
            }
            if (!drafts.isEmpty()) {
                DetectorRun run;
                run.detector = QStringLiteral("blind_solvable");
                run.datasetId = id;
                run.status = QStringLiteral("done");
                FlagStore(c).applyRun(run, drafts);
            }
            return ids;
        });
}

} // namespace winnow::test
