// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/formatpoints.h"

#include <QMap>

#include <cmath>

namespace winnow {

namespace {

double corrected(double accuracy, double chance)
{
    return chance < 1 ? (accuracy - chance) / (1 - chance) : std::nan("");
}

void add(const InsightsPart& part, const StandardScores& model, Condition other, FormatPoint& point)
{
    const std::vector<float>& scores = other == Condition::OpenEnded ? model.openEnded : model.circular;
    for (size_t i = 0; i < scores.size(); ++i) {
        const int options = part.optionCount[i];
        if (options == 0 || std::isnan(scores[i]) || std::isnan(model.before[i])) {
            continue;
        }
        ++point.samples;
        point.choice += double(model.before[i]);
        point.otherScore += double(scores[i]);
        point.chance += part.chanceOf(i);
        point.otherChance += other == Condition::Circular ? std::pow(options, -options) : 0;
        point.sampleIds.append(SampleId{part.samples[i]});
        constexpr float kRight = 0.5f;
        if (model.before[i] >= kRight && scores[i] < kRight) {
            point.choiceOnly.append(SampleId{part.samples[i]});
        }
    }
}

} // namespace

QVector<FormatPoint> formatPoints(const InsightsData& data)
{
    QMap<std::pair<QString, int>, FormatPoint> points;
    for (const auto& part : data.parts) {
        for (const StandardScores& model : part->models) {
            for (const Condition other : {Condition::OpenEnded, Condition::Circular}) {
                FormatPoint& point = points[{model.model, other == Condition::Circular}];
                point.model = model.model;
                point.other = other;
                add(*part, model, other, point);
            }
        }
    }
    QVector<FormatPoint> list;
    for (FormatPoint point : std::as_const(points)) {
        if (point.samples == 0) {
            continue;
        }
        for (double* sum : {&point.choice, &point.otherScore, &point.chance, &point.otherChance}) {
            *sum /= double(point.samples);
        }
        point.choiceCorrected = corrected(point.choice, point.chance);
        point.otherCorrected = corrected(point.otherScore, point.otherChance);
        list.append(point);
    }
    return list;
}

} // namespace winnow
