// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/dispositions.h"
#include "core/curate/scorematrix.h"
#include "core/responses/runusage.h"

#include <memory>
#include <optional>

namespace winnow {

/// What Insights looks at; empty = all.
struct InsightsFilter {
    QString dataset;
    QString capability;
    /// Models of this family alone.
    QString family;

    friend bool operator==(const InsightsFilter&, const InsightsFilter&) = default;
};

/// The scores that speak for a model of the standard condition over one dataset: as they are, and what each
/// becomes under an outcome.
struct StandardScores {
    QString model;
    QString family;
    /// NaN = missing; empty = no such run.
    std::vector<float> before;
    std::vector<float> openEnded;
    std::vector<float> circular;
    /// What the first run chose (RunScores::option).
    std::vector<qint16> option;
    /// The model replied, and no answer could be read.
    std::vector<quint8> unread;

    static StandardScores of(const ScoreMatrix& matrix, const QString& model);
    /// NaN = missing; the sample is not dropped. A fixed MCQ of `options` is scored against its new gold.
    float after(size_t sample, const SampleOutcome& outcome, int options) const;
    StandardScores restricted(const std::vector<size_t>& samples) const;
};

/// A model without the image; a language model alone is another system than its model.
struct BlindScores {
    QString model;
    QString family;
    bool languageModelAlone = false;
    std::vector<float> score;
};

/// What the responses of a standard run took, a value a sample.
struct StandardUsage {
    QString model;
    RunUsage usage;
};

/// One dataset as Insights needs it, every column by sample.
struct InsightsPart {
    QString dataset;
    std::vector<qint64> samples;
    std::vector<quint8> optionCount;
    QStringList capabilities; // values
    std::vector<quint16> capability; // index into capabilities
    std::vector<quint32> cluster;
    QVector<StandardScores> models; // by name
    QVector<BlindScores> blind;
    /// Point-biserial over the standard models; empty below three of them.
    std::vector<double> discrimination;
    QVector<StandardUsage> usage;

    /// What guessing scores: 1/k for k options, 0 for an open question.
    double chanceOf(size_t sample) const { return optionCount[sample] ? 1.0 / optionCount[sample] : 0.0; }
    const QString& capabilityOf(size_t sample) const { return capabilities.at(capability[sample]); }
    InsightsPart restricted(const std::vector<size_t>& samples) const;
    void measureDiscrimination();
};

/// All that Insights needs of a project beside a policy, read once. An immutable value.
struct InsightsData {
    enum class Usage { Skip, Read };

    QVector<std::shared_ptr<const InsightsPart>> parts;
    std::shared_ptr<const Standing> standing;
    /// Each flagged sample, and whether it isReviewed().
    QHash<SampleId, bool> reviewed;
    /// A detector has run to its end on some dataset.
    bool audited = false;

    /// Not on the GUI thread.
    static Result<InsightsData> read(const Project& project, Progress& progress, Usage usage = Usage::Skip);

    qint64 sampleCount() const;
    /// What discrimination is over depends on the samples: it is measured anew.
    InsightsData narrowed(const InsightsFilter& filter) const;
    InsightsData restricted(const QSet<SampleId>& only) const;
    QStringList datasets() const;
    QStringList capabilities() const;
    QStringList families() const;
};

/// What a policy does to each sample, by part and sample of the data.
struct AppliedPolicy {
    Policy policy;
    /// Where only a subset stays, its name.
    QString subset{};
    QVector<std::vector<SampleOutcome>> outcomes;

    bool keeps(qsizetype part, size_t sample) const
    {
        return outcomes.at(part)[sample].disposition != Disposition::Drop;
    }
};

AppliedPolicy apply(const InsightsData& data, const Policy& policy);

/// Why a sample is dropped that is not in the subset; stands among the kinds of flags.
inline const QString kOutsideSubset = QStringLiteral("subset");
/// The same where of all samples only those of a subset can stay.
AppliedPolicy within(
    const InsightsData& data, AppliedPolicy applied, const QString& subset, const QVector<SampleId>& samples);

} // namespace winnow
