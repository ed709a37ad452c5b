// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/scorers/anlsscorer.h"
#include "core/text/scorers/containsscorer.h"
#include "core/text/scorers/editscorer.h"
#include "core/text/scorers/exactscorer.h"
#include "core/text/scorers/iouscorer.h"
#include "core/text/scorers/listscorer.h"
#include "core/text/scorers/mcqscorer.h"
#include "core/text/scorers/normalisedscorer.h"
#include "core/text/scorers/numericscorer.h"
#include "core/text/scorers/pointsscorer.h"
#include "core/text/scorers/relaxedscorer.h"
#include "core/text/scorers/setscorer.h"
#include "core/text/scorers/tokenf1scorer.h"
#include "core/text/scorers/vqascorer.h"
#include "core/text/scorers/yesnoscorer.h"

namespace winnow {

const std::vector<std::unique_ptr<Scorer>>& scorers()
{
    static const auto all = [] {
        std::vector<std::unique_ptr<Scorer>> list;
        list.push_back(std::make_unique<McqScorer>());
        list.push_back(std::make_unique<ExactScorer>());
        list.push_back(std::make_unique<NormalisedScorer>());
        list.push_back(std::make_unique<ContainsScorer>());
        list.push_back(std::make_unique<RelaxedScorer>());
        list.push_back(std::make_unique<NumericScorer>());
        list.push_back(std::make_unique<AnlsScorer>());
        list.push_back(std::make_unique<VqaScorer>());
        list.push_back(std::make_unique<YesNoScorer>());
        list.push_back(std::make_unique<ListScorer>());
        list.push_back(std::make_unique<SetScorer>());
        list.push_back(std::make_unique<IouScorer>());
        list.push_back(std::make_unique<PointsScorer>());
        list.push_back(std::make_unique<TokenF1Scorer>());
        list.push_back(std::make_unique<EditScorer>());
        return list;
    }();
    return all;
}

} // namespace winnow
