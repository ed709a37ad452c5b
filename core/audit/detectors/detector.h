// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/data/auditdata.h"
#include "core/audit/data/auditmemo.h"
#include "core/audit/data/coverage.h"
#include "core/audit/detectors/parameters.h"
#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/base/sentence.h"
#include "core/domain/flag.h"

#include <QJsonObject>
#include <QStringList>
#include <QVector>

#include <memory>
#include <optional>

namespace winnow {

/// Which datasets a detector has to see at once.
enum class DetectorScope {
    /// One after the other.
    Dataset,
    /// All of the project together (duplicates across datasets).
    Project,
};

/// What a detector is, for the registry listing, the Audits page and reports.
struct DetectorInfo {
    /// Stable id, part of every fingerprint.
    QString id;
    /// Raised when the same data may give other flags than before.
    int version = 1;
    QString title;
    /// What it finds and how, two or three sentences for people.
    QString description;
    /// Paper, section or tool the method comes from.
    QString source;
    /// FlagKind ids it may raise.
    QStringList kinds;
    QVector<Requirement> requirements;
    /// What it reads besides when it is there. A detector reads nothing that is in neither list.
    QVector<Need> uses;
    QVector<ParameterInfo> parameters;
    DetectorScope scope = DetectorScope::Dataset;
    /// Proposes instead of finding faults: runs only when it is asked for by its id.
    bool onRequest = false;
};

/// Something true of the dataset as a whole, not of one sample.
struct DatasetFinding {
    /// Stable id within the detector ("gold_letters").
    QString id;
    /// One sentence with the numbers.
    Sentence summary;
    /// Whether it is a reason for concern (an unremarkable result is reported too).
    bool notable = false;
    QJsonObject details;
};

/// What a detector's score of a sample is.
enum class ScoreScale {
    /// The chance that a person finds the fault: of all samples with .8, four in five.
    Probability,
    /// Chance of so much by luck alone, corrected for the number of samples.
    QValue,
    /// Only its order says something.
    Rank,
    /// A part of something that is counted (models, rotations).
    Share,
    /// A quantity with a unit of its own: pixels, models, percent, brightness.
    Measure,
    /// A rule that is broken or not: 1 or 0, or how badly.
    Rule,
};
/// "probability", "q_value", "rank", "share", "measure", "rule".
QString scoreScaleId(ScoreScale scale);

/// The score a detector gives every sample and the line it draws: a sample is flagged exactly when its score
/// is not NaN and on the flagged side of `threshold`. What the histogram of the Audits page shows.
struct DetectorPreview {
    /// What the score is ("q-value", "share of models").
    QString scoreTitle;
    ScoreScale scale = ScoreScale::Rank;
    /// One a sample of the dataset; NaN = the detector says nothing of it.
    std::vector<float> scores;
    double threshold = 0;
    /// Flagged side: score >= threshold, or score <= threshold.
    bool flagAbove = true;
    /// Better drawn on a logarithmic axis (p- and q-values).
    bool logScale = false;
    /// What pure chance would score, where that is one number.
    std::optional<double> chance;
    Sentence chanceTitle;
    /// From here on (or down to here, as the flags go) a score is more than chance, where that is one number
    /// and not the threshold itself.
    std::optional<double> critical;
    Sentence criticalTitle;
    /// The parameter that dragging the threshold sets; empty when there is none.
    QString parameter;

    bool flags(float score) const
    {
        return score == score && (flagAbove ? double(score) >= threshold : double(score) <= threshold);
    }
};

/// What a detector found in one dataset.
struct DetectorResult {
    std::vector<FlagDraft> flags;
    std::vector<DatasetFinding> findings;
    /// Nothing when the detector has no score to draw.
    std::optional<DetectorPreview> preview;
    /// How suspicious each sample is, flagged or not, where the preview does not say it of all: for sorting.
    /// Empty, or one a sample; NaN = the detector says nothing of it.
    std::vector<float> ranking;
    /// What `ranking` holds; high = suspicious.
    ScoreScale rankingScale = ScoreScale::Rank;
    QString rankingTitle;
    /// Of a rule without scores: which samples it could judge. Empty = all.
    std::vector<bool> judged;
    /// Why some samples could not be judged, one plain sentence each.
    SentenceList notes;
};

/// What a detector reads.
struct DetectorInput {
    const AuditData& data;
    /// All datasets of the project, `data` included, for detectors of project scope; otherwise only `data`.
    std::vector<const AuditData*> all;
    /// Shared by the evaluations of one run over the same `all`; may be null.
    std::shared_ptr<AuditMemo> memo = nullptr;
};

/// Finds one sort of defect. Stateless and thread-safe; never touches the project. The same input gives the
/// same result, whatever the machine or number of threads.
class Detector {
public:
    virtual ~Detector() = default;

    virtual const DetectorInfo& info() const = 0;
    /// `parameters` are complete (see resolveParameters). Cancelled and unusable data are errors; samples
    /// that cannot be judged are left unflagged.
    virtual Result<DetectorResult> evaluate(
        const DetectorInput& input, const Parameters& parameters, Progress& progress) const = 0;
};

/// Cancelled as an error value.
tl::unexpected<Error> auditCancelled();

} // namespace winnow
