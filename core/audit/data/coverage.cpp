// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/data/coverage.h"

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

/// "blind responses", and with how many models.
Sentence responsesOf(Condition condition, int models)
{
    const bool several = models > 1;
    Sentence text;
    switch (condition) {
    case Condition::Standard:
        text = several
            ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "responses with the image of at least %1 models"))
            : Sentence::of(QT_TRANSLATE_NOOP("Detector", "responses with the image"));
        break;
    case Condition::Blind:
        text = several ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "blind responses of at least %1 models"))
                       : Sentence::of(QT_TRANSLATE_NOOP("Detector", "blind responses"));
        break;
    case Condition::Circular:
        text = several ? Sentence::of(QT_TRANSLATE_NOOP(
                   "Detector", "circular responses (options rotated) of at least %1 models"))
                       : Sentence::of(QT_TRANSLATE_NOOP("Detector", "circular responses (options rotated)"));
        break;
    case Condition::OpenEnded:
        text = several
            ? Sentence::of(
                QT_TRANSLATE_NOOP("Detector", "open-ended responses (options removed) of at least %1 models"))
            : Sentence::of(QT_TRANSLATE_NOOP("Detector", "open-ended responses (options removed)"));
        break;
    case Condition::ChoicesOnly:
        text = several
            ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "choices-only responses of at least %1 models"))
            : Sentence::of(QT_TRANSLATE_NOOP("Detector", "choices-only responses"));
        break;
    case Condition::NoQuestion:
    case Condition::NoInfo:
        break; // no detector needs them
    }
    return several ? text.arg(models) : text;
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

std::optional<Sentence> unmetNeed(const Requirement& requirement, const Coverage& coverage)
{
    if (const auto condition = conditionOf(requirement.need)) {
        const int models = coverage.modelsOf(*condition);
        if (models >= requirement.models) {
            return std::nullopt;
        }
        return (models == 0   ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "needs %1; there are none"))
                : models == 1 ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "needs %1; there is 1 model"))
                              : Sentence::of(QT_TRANSLATE_NOOP("Detector", "needs %1; there are %2")))
            .arg(needTitle(requirement), models);
    }
    bool met = true;
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
    case Need::Verdicts:
        met = coverage.verdicts > 0;
        break;
    case Need::SeveralSplitsOrDatasets:
        met = coverage.splits > 1 || coverage.datasets > 1;
        break;
    default:
        break;
    }
    if (met) {
        return std::nullopt;
    }
    return (requirement.need == Need::SeveralSplitsOrDatasets
            ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "needs %1; there is one"))
            : Sentence::of(QT_TRANSLATE_NOOP("Detector", "needs %1; there are none")))
        .arg(needTitle(requirement));
}

SentenceList unmetNeeds(const QVector<Requirement>& requirements, const Coverage& coverage)
{
    SentenceList sentences;
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
    case Need::Verdicts:
        return QStringLiteral("verdicts");
    case Need::SeveralSplitsOrDatasets:
        return QStringLiteral("several_splits_or_datasets");
    }
    return {};
}

Sentence needTitle(const Requirement& requirement)
{
    if (const auto condition = conditionOf(requirement.need)) {
        return responsesOf(*condition, requirement.models);
    }
    switch (requirement.need) {
    case Need::OptionProbabilities:
        return requirement.models > 1
            ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "option probabilities of at least %1 models"))
                  .arg(requirement.models)
            : Sentence::of(QT_TRANSLATE_NOOP("Detector", "option probabilities"));
    case Need::Options:
        return Sentence::of(QT_TRANSLATE_NOOP("Detector", "multiple-choice samples"));
    case Need::Gold:
        return Sentence::of(QT_TRANSLATE_NOOP("Detector", "gold answers"));
    case Need::Texts:
        return Sentence::of(QT_TRANSLATE_NOOP("Detector", "question or option texts"));
    case Need::Images:
        return Sentence::of(QT_TRANSLATE_NOOP("Detector", "images"));
    case Need::ImageMeasures:
        return Sentence::of(QT_TRANSLATE_NOOP("Detector", "images"));
    case Need::Verdicts:
        return Sentence::of(
            QT_TRANSLATE_NOOP("Detector", "decisions of people, or imported verdicts of judges"));
    case Need::SeveralSplitsOrDatasets:
        return Sentence::of(QT_TRANSLATE_NOOP("Detector", "at least two splits or datasets"));
    default:
        return {};
    }
}

} // namespace winnow
