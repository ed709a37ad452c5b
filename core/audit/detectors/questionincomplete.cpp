// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/questionincomplete.h"

#include "core/audit/detectorsupport.h"
#include "core/audit/questiongaps.h"

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
    const AuditData& data = input.data;
    DetectorResult result;
    DetectorPreview preview;
    preview.scoreTitle
        = QStringLiteral(QT_TRANSLATE_NOOP("Detector", "how surely a part of the question is missing"));
    preview.threshold = parameters.real(QLatin1String("min_score"));
    preview.parameter = QStringLiteral("min_score");
    preview.scores.assign(data.size(), std::numeric_limits<float>::quiet_NaN());
    qint64 pictured = 0;
    Ticker ticker(progress, data.size(), QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Reading questions")));
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (!ticker.at(i)) {
            return auditCancelled();
        }
        if (data.hasImages() && !data.images[i].empty()) {
            ++pictured;
            continue;
        }
        const auto gap = questionGap(data.texts[i]);
        preview.scores[i] = gap ? float(gap->score) : 0;
        if (gap && preview.flags(preview.scores[i])) {
            result.flags.push_back(makeFlag(data, i, "label_ambiguous", gap->score, gapSentence(*gap),
                {{QStringLiteral("gap"), gapId(gap->kind)}, {QStringLiteral("what"), gap->what}}));
        }
    }
    if (pictured > 0) {
        result.notes.append(Sentence::of(QT_TRANSLATE_NOOP("Detector",
                                             "What a question with an image speaks of may be in the picture: "
                                             "%1 not judged."))
                                .arg(countText(pictured, "sample", "samples")));
    }
    result.preview = std::move(preview);
    return result;
}

} // namespace winnow
