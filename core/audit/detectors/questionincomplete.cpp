// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/questionincomplete.h"

#include "core/audit/detectors/evaluation.h"
#include "core/audit/models/questiongaps.h"

namespace winnow {

namespace {

QString gapId(QuestionGap::Kind kind)
{
    switch (kind) {
    case QuestionGap::Kind::Statements:
        return QStringLiteral("statements");
    case QuestionGap::Kind::Reference:
        return QStringLiteral("reference");
    case QuestionGap::Kind::AsksNothing:
        return QStringLiteral("asks_nothing");
    }
    return {};
}

Sentence gapSentence(const QuestionGap& gap)
{
    switch (gap.kind) {
    case QuestionGap::Kind::Statements:
        return Sentence::of(
            QT_TRANSLATE_NOOP(
                "Detector", "The options choose among numbered statements (%1), and the question gives none"))
            .arg(gap.what);
    case QuestionGap::Kind::Reference:
        return Sentence::of(
            QT_TRANSLATE_NOOP("Detector", "The question refers to \"%1\", which is not part of it"))
            .arg(gap.what);
    case QuestionGap::Kind::AsksNothing:
        return Sentence::of(QT_TRANSLATE_NOOP(
            "Detector", "The question is a statement that asks nothing and leaves no blank"));
    }
    return {};
}

} // namespace

const DetectorInfo& QuestionIncompleteDetector::info() const
{
    static const DetectorInfo info{QStringLiteral("question_incomplete"), 1,
        QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Part of the question is missing")),
        QStringLiteral(QT_TRANSLATE_NOOP("Detector",
            "Finds questions without an image that speak of what they do not hold: options that choose among "
            "numbered statements where none are given, a reference to another question by number, a "
            "statement "
            "that asks nothing.")),
        QStringLiteral("Kind \"bad question clarity\" of MMLU-Redux, arXiv 2406.04127"),
        {QStringLiteral("label_ambiguous")}, {{Need::Texts, 1}}, {Need::Images},
        {realParameter("min_score", QT_TRANSLATE_NOOP("Detector", "Sureness, at least"),
            QT_TRANSLATE_NOOP("Detector", "probability"), 0.8, 0.1, 1,
            QT_TRANSLATE_NOOP("Detector",
                "Missing statements score 0.95, missing references 0.9, questions that ask nothing 0.5"))}};
    return info;
}

Result<DetectorResult> QuestionIncompleteDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    Evaluation run(input, parameters, progress);
    const AuditData& data = run.data;
    DetectorPreview& preview
        = run.draw(QT_TRANSLATE_NOOP("Detector", "how surely a part of the question is missing"),
            ScoreScale::Rank, "min_score");
    qint64 pictured = 0;
    const auto judge = [&](std::size_t i) {
        if (data.hasImages() && !data.images[i].empty()) {
            ++pictured;
            return;
        }
        const auto gap = questionGap(data.texts[i]);
        preview.scores[i] = gap ? float(gap->score) : 0;
        if (gap && run.isFlagged(i)) {
            run.flag(i, "label_ambiguous", gap->score, gapSentence(*gap),
                {{QStringLiteral("gap"), gapId(gap->kind)}, {QStringLiteral("what"), gap->what}});
        }
    };
    if (!run.eachSample(QT_TRANSLATE_NOOP("Detector", "Reading questions"), judge)) {
        return auditCancelled();
    }
    run.note(pictured,
        QT_TRANSLATE_NOOP("Detector",
            "What a question with an image speaks of may be in the picture: "
            "%1 not judged."));
    return run.finish();
}

} // namespace winnow
