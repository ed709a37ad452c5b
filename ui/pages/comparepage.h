// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/comparableruns.h"
#include "core/compare/comparison.h"
#include "core/compare/gapsplit.h"
#include "ui/models/samplescope.h"
#include "ui/pages/computedpage.h"

namespace winnow {

class CompareParts;
class CompareSamples;
class CompareTiles;
class CompareWhy;
class FilterBox;
class RunPicker;
class SamplesBox;
class Text;

/// Two runs side by side: who is right where, whether the difference is more than chance, both replies beside
/// the image, and, of one model, why its two numbers differ.
class ComparePage : public ComputedPage {
    Q_OBJECT
public:
    explicit ComparePage(AppContext& context);

protected:
    void forget() override;

private:
    struct Compared {
        QVector<ComparableRun> runs;
        QStringList capabilities;
        ComparisonRequest request;
        /// Why there is nothing to show.
        std::optional<Error> problem;
        Comparison comparison;
        std::optional<GapSplit> split;
        /// How often one answers without looking beside the other.
        std::optional<Sentence> blind;
    };

    /// What is compared, over which samples.
    struct Asked {
        std::optional<ComparisonRequest> request;
        QString dataset;
        QString capability;
        Policy policy;
        SampleScope samples;
    };

    static Result<Compared> compute(Project& project, const Asked& asked, Progress& progress);
    QWidget* buildPickers();
    /// What is chosen; nothing before anything was.
    std::optional<ComparisonRequest> asked() const;
    Work<Compared> prepare();
    void show(const Compared& compared);
    void swapSides();

    /// Whether the pickers hold somebody's choice.
    bool m_chosen = false;
    /// The two swapped, until that is shown.
    std::optional<ComparisonRequest> m_swapped;
    RunPicker* m_first;
    RunPicker* m_second;
    FilterBox* m_dataset;
    FilterBox* m_capability;
    SamplesBox* m_kept;
    Text* m_verdict;
    Text* m_blind;
    CompareTiles* m_tiles;
    CompareParts* m_parts;
    CompareWhy* m_why;
    CompareSamples* m_samples;
};

} // namespace winnow
