// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/scorers/anlsscorer.h"
#include "core/text/scorers/containsscorer.h"
#include "core/text/scorers/exactscorer.h"
#include "core/text/scorers/mcqscorer.h"
#include "core/text/scorers/relaxedscorer.h"
#include "core/text/scorers/vqascorer.h"

namespace winnow {

const std::vector<std::unique_ptr<Scorer>>& scorers()
{
    static const auto all = [] {
        std::vector<std::unique_ptr<Scorer>> list;
        list.push_back(std::make_unique<McqScorer>());
        list.push_back(std::make_unique<ExactScorer>());
        list.push_back(std::make_unique<ContainsScorer>());
        list.push_back(std::make_unique<RelaxedScorer>());
        list.push_back(std::make_unique<AnlsScorer>());
        list.push_back(std::make_unique<VqaScorer>());
        return list;
    }();
    return all;
}

} // namespace winnow
