// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/run/auditrunner.h"
#include "core/stats/random.h"

#include <QtTest>

#include <limits>

namespace winnow::test {

/// A multiple-choice sample with options "opt 0" … and this gold option.
inline Sample mcq(int index, int options, int gold)
{
    Sample sample;
    sample.dataset = QStringLiteral("set");
    sample.sourceIndex = QString::number(index);
    sample.question = QStringLiteral("Question %1?").arg(index);
    for (int i = 0; i < options; ++i) {
        sample.options.append(QStringLiteral("choice %1 of %2").arg(i).arg(index));
    }
    sample.gold = optionLetter(gold);
    return sample;
}

inline Sample open(int index, const QString& gold)
{
    Sample sample;
    sample.dataset = QStringLiteral("set");
    sample.sourceIndex = QString::number(index);
    sample.question = QStringLiteral("Question %1?").arg(index);
    sample.gold = gold;
    return sample;
}

/// Sets an MCQ answer and its score; an option that is not there is no readable answer.
inline void answer(const AuditData& data, ResponseColumn& column, std::size_t sample, int option)
{
    column.codes[sample] = option >= 0 && option < data.optionCount[sample] ? option : kNoAnswer;
    column.scores[sample] = option == data.goldIndex[sample] ? 1.0f : 0.0f;
}

/// Runs a detector by id over one dataset; fails the test on an error.
inline DetectorResult evaluate(const char* id, const AuditData& data, const QJsonObject& overrides = {})
{
    const Detector* detector = DetectorRegistry::instance().find(QString::fromLatin1(id));
    if (detector == nullptr) {
        qFatal("no detector %s", id);
    }
    SilentProgress progress;
    auto result = evaluateDetector(*detector, {data, {&data}}, overrides, progress);
    if (!result) {
        qFatal("%s: %s", id, qPrintable(result.error().text()));
    }
    // A detector that draws a threshold flags exactly what lies beyond it.
    if (result->preview) {
        std::size_t beyond = 0;
        for (const float score : result->preview->scores) {
            beyond += result->preview->flags(score);
        }
        if (result->preview->scores.size() != data.size() || beyond != result->flags.size()) {
            qFatal("%s: the preview promises %zu flags of %zu samples, raised are %zu", id, beyond,
                data.size(), result->flags.size());
        }
    }
    for (const FlagDraft& flag : result->flags) {
        if (flag.evidence.value(QLatin1String("summary")).toString().isEmpty()
            || !detector->info().kinds.contains(flag.kind) || !(flag.score >= 0 && flag.score <= 1)) {
            qFatal("%s: a flag without summary, of a foreign kind or with a score out of range", id);
        }
    }
    return *result;
}

inline QString summaryOf(const FlagDraft& flag)
{
    return flag.evidence.value(QLatin1String("summary")).toString();
}

inline const FlagDraft* flagOf(const DetectorResult& result, const AuditData& data, std::size_t sample)
{
    for (const FlagDraft& flag : result.flags) {
        if (flag.sampleId.value == data.sampleIds[sample]) {
            return &flag;
        }
    }
    return nullptr;
}

inline QStringList flaggedKeys(const DetectorResult& result, const AuditData& data)
{
    QStringList keys;
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (flagOf(result, data, i) != nullptr) {
            keys.append(data.sourceIndexes[i]);
        }
    }
    return keys;
}

inline const DatasetFinding* findingOf(const DetectorResult& result, const char* id)
{
    for (const DatasetFinding& finding : result.findings) {
        if (finding.id == QLatin1String(id)) {
            return &finding;
        }
    }
    return nullptr;
}

/// The folder of shared real data, or empty.
inline QString sharedData()
{
    const QString folder
        = qEnvironmentVariable("WINNOW_SHARED_DATA", QStringLiteral(WINNOW_SOURCE_DIR "/../shared/data"));
    return QDir(folder).exists() ? folder : QString();
}

} // namespace winnow::test
