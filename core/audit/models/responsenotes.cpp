// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/models/responsenotes.h"

#include "core/audit/detectors/detectorsupport.h"

#include <QSet>

#include <algorithm>

namespace winnow {

namespace {

constexpr int kFewestSame = 20;

/// Conditions of which a detector reads single answers.
std::vector<Condition> conditionsOf(const DetectorInfo& detector)
{
    std::vector<Condition> found;
    const auto add = [&](Need need) {
        switch (need) {
        case Need::StandardResponses:
            found.push_back(Condition::Standard);
            break;
        case Need::BlindResponses:
            found.push_back(Condition::Blind);
            break;
        case Need::ChoicesOnlyResponses:
            found.push_back(Condition::ChoicesOnly);
            break;
        case Need::OpenEndedResponses:
            found.push_back(Condition::OpenEnded);
            break;
        default:
            break;
        }
    };
    for (const Requirement& requirement : detector.requirements) {
        add(requirement.need);
    }
    std::for_each(detector.uses.begin(), detector.uses.end(), add);
    return found;
}

Sentence namedResponses(qint64 missing, qint64 all, Condition condition)
{
    switch (condition) {
    case Condition::Blind:
        return Sentence::of(
            QT_TRANSLATE_NOOP("Detector", "Missing: %1 of %2 blind responses; missing is not wrong."))
            .arg(missing, all);
    case Condition::ChoicesOnly:
        return Sentence::of(
            QT_TRANSLATE_NOOP("Detector", "Missing: %1 of %2 choices-only responses; missing is not wrong."))
            .arg(missing, all);
    case Condition::OpenEnded:
        return Sentence::of(
            QT_TRANSLATE_NOOP("Detector", "Missing: %1 of %2 open-ended responses; missing is not wrong."))
            .arg(missing, all);
    default:
        return Sentence::of(QT_TRANSLATE_NOOP("Detector",
                                "Missing: %1 of %2 responses with the image; missing is not wrong."))
            .arg(missing, all);
    }
}

void noteGaps(
    const AuditData& data, const std::vector<ModelView>& models, Condition condition, SentenceList& notes)
{
    qint64 missing = 0;
    qint64 contradicted = 0;
    for (std::size_t i = 0; i < data.size(); ++i) {
        bool differs = false;
        for (const ModelView& model : models) {
            bool any = false;
            bool right = false;
            bool wrong = false;
            for (const ResponseColumn* column : model.columns) {
                const bool scored = column->hasScore(i);
                any = any || scored || column->codes[i] >= 0;
                right = right || (scored && column->isRight(i));
                wrong = wrong || (scored && !column->isRight(i));
            }
            missing += !any;
            differs = differs || (right && wrong);
        }
        contradicted += differs;
    }
    if (missing > 0) {
        notes.append(namedResponses(missing, qint64(data.size() * models.size()), condition));
    }
    if (contradicted > 0) {
        notes.append(
            Sentence::of(QT_TRANSLATE_NOOP("Detector",
                             "On %1 runs of one model were scored both right and wrong; a detector takes the "
                             "first run or their mean."))
                .arg(countText(contradicted, "sample", "samples")));
    }
}

} // namespace

bool answersAlwaysTheSame(const AuditData& data, const ModelView& model)
{
    // Open answers and letters are numbered apart: a model is looked at by the form it answers most.
    for (const bool choices : {true, false}) {
        qint32 only = kNoAnswer;
        qint32 gold = kNoAnswer;
        int samples = 0;
        bool goldVaries = false;
        bool same = true;
        for (std::size_t i = 0; i < data.size() && same; ++i) {
            bool answered = false;
            for (const ResponseColumn* column : model.columns) {
                const qint32 code = column->shift == 0 ? column->codes[i] : kNoAnswer;
                if (code < 0 || data.isChoice(*column, i) != choices) {
                    continue;
                }
                answered = true;
                only = only < 0 ? code : only;
                same = same && code == only;
            }
            if (answered) {
                ++samples;
                const qint32 own = choices ? data.goldIndex[i] : data.goldCode[i];
                goldVaries = goldVaries || (own >= 0 && gold >= 0 && own != gold);
                gold = own >= 0 ? own : gold;
            }
        }
        if (samples >= kFewestSame) {
            return same && goldVaries;
        }
        if (!same) {
            return false;
        }
    }
    return false;
}

SentenceList responseNotes(const DetectorInfo& detector, const AuditData& data)
{
    SentenceList notes;
    QStringList constant;
    for (const Condition condition : conditionsOf(detector)) {
        const std::vector<ModelView> models = modelsOf(data, condition);
        if (models.empty()) {
            continue;
        }
        noteGaps(data, models, condition, notes);
        for (const ModelView& model : models) {
            if (!constant.contains(model.model) && answersAlwaysTheSame(data, model)) {
                constant.append(model.model);
            }
        }
    }
    if (!constant.isEmpty()) {
        notes.append(Sentence::of(QT_TRANSLATE_NOOP("Detector",
                                      "The same answer to every sample comes from %1: that says nothing of a "
                                      "single sample. Check how the answers were read."))
                         .arg(listText(constant)));
    }
    return notes;
}

} // namespace winnow
