// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordformat.h"

#include <optional>

namespace winnow {

/// The sample logs of lmms-eval (DATE_samples_TASK.jsonl): a line for each question, without what was asked
/// beyond the prompt.
class LmmsEvalFormat : public RecordFormat {
public:
    QString id() const override { return QStringLiteral("lmms_eval"); }
    QString title() const override { return QStringLiteral("lmms-eval samples"); }
    QStringList suffixes() const override { return {QStringLiteral("jsonl")}; }
    std::vector<RecordLayout> layouts() const override;
    double sniff(QByteArrayView head) const override;
    Result<std::unique_ptr<RecordSource>> open(const QString& path, const ReadLimits& limits) const override;
};

/// The sample logs of lm-evaluation-harness (samples_TASK_TIME.jsonl): a line for each question and filter.
class LmEvalFormat : public RecordFormat {
public:
    QString id() const override { return QStringLiteral("lm_eval"); }
    QString title() const override { return QStringLiteral("lm-evaluation-harness samples"); }
    QStringList suffixes() const override { return {QStringLiteral("jsonl")}; }
    std::vector<RecordLayout> layouts() const override;
    double sniff(QByteArrayView head) const override;
    Result<std::unique_ptr<RecordSource>> open(const QString& path, const ReadLimits& limits) const override;
};

/// The reviews of EvalScope (reviews/MODEL/BENCHMARK_SUBSET.jsonl): a line for each reply.
class EvalScopeFormat : public RecordFormat {
public:
    QString id() const override { return QStringLiteral("evalscope"); }
    QString title() const override { return QStringLiteral("EvalScope reviews"); }
    QStringList suffixes() const override { return {QStringLiteral("jsonl")}; }
    std::vector<RecordLayout> layouts() const override;
    double sniff(QByteArrayView head) const override;
    Result<std::unique_ptr<RecordSource>> open(const QString& path, const ReadLimits& limits) const override;
};

/// Why a file that begins like this is refused: it holds the totals of a run that both write beside the
/// samples (results.json). Nothing for others.
std::optional<Error> harnessTotals(const QString& path, QByteArrayView head);

} // namespace winnow
