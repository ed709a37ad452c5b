// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordformat.h"

namespace winnow {

/// What the evaluator of DatBench writes: reports ({"summary", "results": [{id, score, vlm_output, …}]}) and
/// the verdicts of its judge ([{id, raw_judge_output, verdict}]). Its accuracy is the mean of "score";
/// "is_correct" only says whether that is at least 0.5.
class DatBenchFormat : public RecordFormat {
public:
    QString id() const override { return QStringLiteral("datbench"); }
    QString title() const override { return QStringLiteral("DatBench report"); }
    QStringList suffixes() const override { return {QStringLiteral("json")}; }
    std::vector<RecordLayout> layouts() const override;
    double sniff(QByteArrayView head) const override;
    Result<std::unique_ptr<RecordSource>> open(const QString& path, const ReadLimits& limits) const override;
};

} // namespace winnow
