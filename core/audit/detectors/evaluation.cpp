// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/evaluation.h"

#include <limits>

namespace winnow {

DetectorPreview& Evaluation::draw(const char* title, ScoreScale scale, const char* parameter)
{
    DetectorPreview& made = result.preview.emplace();
    made.scoreTitle = QString::fromUtf8(title);
    made.scale = scale;
    made.threshold = real(parameter);
    made.parameter = QString::fromLatin1(parameter);
    made.scores.assign(data.size(), std::numeric_limits<float>::quiet_NaN());
    return made;
}

DetectorPreview& Evaluation::drawBelow(const char* title, ScoreScale scale, const char* parameter)
{
    DetectorPreview& made = draw(title, scale, parameter);
    made.flagAbove = false;
    return made;
}

DetectorPreview& Evaluation::drawQValue(const char* title, const char* parameter, const Sentence& chance)
{
    DetectorPreview& made = drawBelow(title, ScoreScale::QValue, parameter);
    made.logScale = true;
    made.chance = 1;
    made.chanceTitle = chance;
    return made;
}

void Evaluation::compareWithGuessing(std::optional<double> chance)
{
    preview().chance = chance;
    preview().chanceTitle = Sentence::of(QT_TRANSLATE_NOOP("Detector", "guessing"));
}

std::vector<float>& Evaluation::rank(const QString& title, ScoreScale scale)
{
    result.ranking.assign(data.size(), std::numeric_limits<float>::quiet_NaN());
    result.rankingTitle = title;
    result.rankingScale = scale;
    return result.ranking;
}

void Evaluation::note(qint64 count, const char* text, const char* one, const char* many)
{
    if (count > 0) {
        result.notes.append(Sentence::of(text).arg(countText(count, one, many)));
    }
}

void Evaluation::noteTooFew(qint64 samples, const char* text, int models, int families)
{
    if (samples > 0) {
        result.notes.append(Sentence::of(text).arg(countText(samples, "sample", "samples"),
            countText(models, "model", "models"), countText(families, "family", "families")));
    }
}

} // namespace winnow
