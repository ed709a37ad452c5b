// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/detectors/detectorsupport.h"

namespace winnow {

/// One evaluation in the making: what every detector does with its input and its result, said once. A
/// detector makes one, or derives its own from it where the work has several steps, and returns finish().
/// Lives on the stack of evaluate(); not thread-safe.
struct Evaluation {
    Evaluation(const DetectorInput& detectorInput, const Parameters& values, Progress& report)
        : input(detectorInput)
        , data(detectorInput.data)
        , parameters(values)
        , progress(report)
    {
    }

    /// Calls `visit` with each sample in turn and reports as `step` every so often. False once cancelled.
    template <typename Visit> [[nodiscard]] bool eachSample(const char* step, Visit&& visit)
    {
        Ticker ticker(progress, data.size(), QString::fromUtf8(step));
        for (std::size_t i = 0; i < data.size(); ++i) {
            if (!ticker.at(i)) {
                return false;
            }
            visit(i);
        }
        return true;
    }

    /// Begins the score that is drawn: NaN for every sample, its threshold the value of `parameter`.
    DetectorPreview& draw(const char* title, ScoreScale scale, const char* parameter);
    /// A score that flags from the threshold down.
    DetectorPreview& drawBelow(const char* title, ScoreScale scale, const char* parameter);
    /// A q-value, flagged up to the false-discovery rate `parameter`; `chance` is what scores 1.
    DetectorPreview& drawQValue(const char* title, const char* parameter, const Sentence& chance);
    DetectorPreview& preview() { return *result.preview; }
    /// What guessing would score, where that is known.
    void compareWithGuessing(std::optional<double> chance);
    /// The score of a sample; whether the detector draws its line on this side of it.
    double score(std::size_t sample) { return double(preview().scores[sample]); }
    bool isFlagged(std::size_t sample) { return preview().flags(preview().scores[sample]); }
    /// Gives the sample the score of its image that is furthest to the flagged side, and says which that is.
    /// `scoreOf` gives a float of an image, NaN for one that is not judged.
    template <typename ScoreOf> std::size_t scoreWorstImage(std::size_t sample, ScoreOf&& scoreOf)
    {
        float& most = preview().scores[sample];
        std::size_t worst = 0;
        for (std::size_t k = 0; k < data.images[sample].size(); ++k) {
            const float score = scoreOf(data.images[sample][k]);
            const bool less = preview().flagAbove ? most >= score : most <= score;
            if (score == score && !less) {
                most = score;
                worst = k;
            }
        }
        return worst;
    }
    /// Begins a ranking of all samples, NaN for each.
    std::vector<float>& rank(const QString& title, ScoreScale scale);

    void flag(std::size_t sample, const char* kind, double score, const Sentence& summary,
        QJsonObject evidence = {})
    {
        result.flags.push_back(makeFlag(data, sample, kind, score, summary, std::move(evidence)));
    }
    /// A note whose text has a place for how many; none without any.
    void note(qint64 count, const char* text, const char* one = "sample", const char* many = "samples");
    void note(const Sentence& sentence) { result.notes.append(sentence); }
    /// The note of samples that fewer models or families speak of than it takes.
    void noteTooFew(qint64 samples, const char* text, int models, int families);
    void find(std::optional<DatasetFinding> finding)
    {
        if (finding) {
            result.findings.push_back(*std::move(finding));
        }
    }

    int integer(const char* parameter) const { return parameters.integer(QLatin1String(parameter)); }
    double real(const char* parameter) const { return parameters.real(QLatin1String(parameter)); }
    bool isOn(const char* parameter) const { return parameters.flag(QLatin1String(parameter)); }
    QString choice(const char* parameter) const { return parameters.choice(QLatin1String(parameter)); }

    Result<DetectorResult> finish() { return std::move(result); }

    const DetectorInput& input;
    const AuditData& data;
    const Parameters& parameters;
    Progress& progress;
    DetectorResult result;
};

} // namespace winnow
