// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/store/datasetstore.h"
#include "core/store/flagstore.h"
#include "core/store/ledger.h"
#include "core/store/policystore.h"
#include "core/store/project.h"
#include "core/store/responsestore.h"
#include "core/store/responsewriter.h"
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

/// The policy that the project is looked at through.
inline Result<> choosePolicy(Project& project, const QString& name)
{
    return project.write(
        {.parts = ChangeSet::Policies, .samples = {}}, [&](sqlite::Connection& c) -> Result<> {
            PolicyStore(c).choose(name);
            return {};
        });
}

/// A model's answers to samples in order: '1' right, '0' wrong, '-' none; and what the first of them took.
inline Result<> addResponses(Project& project, const QString& dataset, const QString& model,
    const QVector<SampleId>& samples, const QString& answers, const QVector<double>& seconds = {})
{
    return project.write(
        {.parts = ChangeSet::Responses, .samples = {}}, [&](sqlite::Connection& c) -> Result<> {
            ResponseStore store(c);
            const RunId run = store.upsertRun(DatasetStore(c).byName(dataset)->id,
                store.upsertModel(model, {}), Condition::Standard, {}, {}, {});
            ResponseWriter writer(c);
            for (int i = 0; i < answers.size(); ++i) {
                if (answers.at(i) != u'-') {
                    Response response;
                    response.runId = run;
                    response.sampleId = samples.at(i);
                    response.score = answers.at(i) == u'1';
                    // The gold of sample i is letter i % 4.
                    response.answer = optionLetter((i + (answers.at(i) != u'1')) % 4);
                    if (i < seconds.size()) {
                        response.latency = seconds.at(i);
                    }
                    writer.put(response);
                }
            }
            writer.finish();
            return {};
        });
}

} // namespace winnow::test
