// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/coverage.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace winnow {

namespace {

std::optional<Condition> conditionOf(Need need)
{
    switch (need) {
    case Need::StandardResponses:
        return Condition::Standard;
    case Need::BlindResponses:
        return Condition::Blind;
    case Need::CircularResponses:
        return Condition::Circular;
    case Need::OpenEndedResponses:
        return Condition::OpenEnded;
    case Need::ChoicesOnlyResponses:
        return Condition::ChoicesOnly;
    default:
        return std::nullopt;
    }
}

QString responsesName(Condition condition)
{
    switch (condition) {
    case Condition::Standard:
        return QStringLiteral("responses with the image");
    case Condition::Blind:
        return QStringLiteral("blind responses");
    case Condition::Circular:
        return QStringLiteral("circular responses (options rotated)");
    case Condition::OpenEnded:
        return QStringLiteral("open-ended responses (options removed)");
    case Condition::ChoicesOnly:
        return QStringLiteral("choices-only responses");
    }
    return {};
}

QString ofModels(int models)
{
    return models <= 1 ? QString() : QStringLiteral(" of at least %1 models").arg(models);
}

} // namespace

Coverage coverageOf(const AuditData& data, int datasets)
{
    Coverage coverage;
    coverage.dataset = data.dataset;
    coverage.samples = qint64(data.size());
    coverage.datasets = datasets;
    coverage.splits = int(data.splits.size());
    for (std::size_t i = 0; i < data.size(); ++i) {
        coverage.mcq += data.isMcq(i);
        coverage.withGold += data.hasGold[i];
        coverage.withQuestion += data.hasTexts() && !data.texts[i].question.isEmpty();
        coverage.images += data.hasImages() ? qint64(data.images[i].size()) : 0;
    }
    for (const Condition condition : kConditions) {
        coverage.models[std::size_t(condition)] = data.modelCount(condition);
    }
    QSet<QString> probable;
    for (const ResponseColumn& column : data.columns) {
        if (!column.probabilities.empty()) {
            probable.insert(column.model);
        }
    }
    coverage.modelsWithProbabilities = int(probable.size());
    return coverage;
}

std::optional<QString> unmetNeed(const Requirement& requirement, const Coverage& coverage)
{
    if (const auto condition = conditionOf(requirement.need)) {
        const int models = coverage.modelsOf(*condition);
        if (models >= requirement.models) {
            return std::nullopt;
        }
        const QString there = models == 0 ? QStringLiteral("there are none")
            : models == 1                 ? QStringLiteral("there is 1 model")
                                          : QStringLiteral("there are %1").arg(models);
        return QStringLiteral("needs %1; %2").arg(needTitle(requirement), there);
    }
    bool met = true;
    QString there = QStringLiteral("there are none");
    switch (requirement.need) {
    case Need::OptionProbabilities:
        met = coverage.modelsWithProbabilities >= requirement.models;
        break;
    case Need::Options:
        met = coverage.mcq > 0;
        break;
    case Need::Gold:
        met = coverage.withGold > 0;
        break;
    case Need::Texts:
        met = coverage.withQuestion > 0 || coverage.mcq > 0;
        break;
    case Need::Images:
    case Need::ImageMeasures:
        met = coverage.images > 0;
        break;
    case Need::SeveralSplitsOrDatasets:
        met = coverage.splits > 1 || coverage.datasets > 1;
        there = QStringLiteral("there is one");
        break;
    default:
        break;
    }
    if (met) {
        return std::nullopt;
    }
    return QStringLiteral("needs %1; %2").arg(needTitle(requirement), there);
}

QStringList unmetNeeds(const QVector<Requirement>& requirements, const Coverage& coverage)
{
    QStringList sentences;
    for (const Requirement& requirement : requirements) {
        if (const auto sentence = unmetNeed(requirement, coverage)) {
            sentences.append(*sentence);
        }
    }
    return sentences;
}

QString needId(Need need)
{
    switch (need) {
    case Need::StandardResponses:
        return QStringLiteral("standard_responses");
    case Need::BlindResponses:
        return QStringLiteral("blind_responses");
    case Need::CircularResponses:
        return QStringLiteral("circular_responses");
    case Need::OpenEndedResponses:
        return QStringLiteral("open_ended_responses");
    case Need::ChoicesOnlyResponses:
        return QStringLiteral("choices_only_responses");
    case Need::OptionProbabilities:
        return QStringLiteral("option_probabilities");
    case Need::Options:
        return QStringLiteral("options");
    case Need::Gold:
        return QStringLiteral("gold");
    case Need::Texts:
        return QStringLiteral("texts");
    case Need::Images:
        return QStringLiteral("images");
    case Need::ImageMeasures:
        return QStringLiteral("image_measures");
    case Need::SeveralSplitsOrDatasets:
        return QStringLiteral("several_splits_or_datasets");
    }
    return {};
}

QString needTitle(const Requirement& requirement)
{
    if (const auto condition = conditionOf(requirement.need)) {
        return responsesName(*condition) + ofModels(requirement.models);
    }
    switch (requirement.need) {
    case Need::OptionProbabilities:
        return QStringLiteral("option probabilities") + ofModels(requirement.models);
    case Need::Options:
        return QStringLiteral("multiple-choice samples");
    case Need::Gold:
        return QStringLiteral("gold answers");
    case Need::Texts:
        return QStringLiteral("question or option texts");
    case Need::Images:
        return QStringLiteral("images");
    case Need::ImageMeasures:
        return QStringLiteral("images");
    case Need::SeveralSplitsOrDatasets:
        return QStringLiteral("at least two splits or datasets");
    default:
        return {};
    }
}

} // namespace winnow
