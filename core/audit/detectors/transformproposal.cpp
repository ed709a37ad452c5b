// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/transformproposal.h"

#include "core/audit/detectors/evaluation.h"
#include "core/transform/transformation.h"

namespace winnow {

const DetectorInfo& TransformProposalDetector::info() const
{
    static const DetectorInfo info{QStringLiteral("mcq_transform"), 1,
        QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Transform multiple choice")),
        QStringLiteral(QT_TRANSLATE_NOOP("Detector",
            "Proposes to ask a question without its options where it can be answered so, and in every order "
            "of "
            "the options where it needs them. A proposal is no fault; nothing changes until it is confirmed "
            "or "
            "a policy says so.")),
        QStringLiteral("DatBench (arXiv 2601.02316, section 3.1)"),
        {QStringLiteral("mcq_to_open"), QStringLiteral("mcq_to_circular")},
        {{Need::Options, 1}, {Need::Texts, 1}}, {}, {}, DetectorScope::Dataset, true};
    return info;
}

Result<DetectorResult> TransformProposalDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    Evaluation run(input, parameters, progress);
    const AuditData& data = run.data;
    run.result.judged.assign(data.size(), false);
    QMap<QString, int> left;
    const auto judge = [&](std::size_t i) {
        run.result.judged[i] = data.isMcq(i);
        if (!data.isMcq(i)) {
            return;
        }
        const AuditText& text = data.texts[i];
        const Transformation made = transformationOf(text.question, text.options, data.gold[i]);
        const QString reason = transformReasonId(made.reason);
        if (made.transform == Transform::Leave) {
            ++left[reason];
            return;
        }
        QJsonObject evidence{{QStringLiteral("reason"), reason}};
        const bool opens = made.transform == Transform::OpenEnded;
        if (opens) {
            evidence.insert(QStringLiteral("question"), made.open.question);
            evidence.insert(QStringLiteral("accepted"), QJsonArray::fromStringList(made.open.accepted));
            evidence.insert(QStringLiteral("scorer"), made.open.scorer);
        }
        run.flag(i, opens ? "mcq_to_open" : "mcq_to_circular", 1, transformReasonText(made.reason), evidence);
    };
    if (!run.eachSample(QT_TRANSLATE_NOOP("Detector", "Reading questions and options"), judge)) {
        return auditCancelled();
    }
    for (const TransformReason reason : transformReasons()) {
        if (const int count = left.value(transformReasonId(reason)); count > 0) {
            run.note(Sentence::of(QT_TRANSLATE_NOOP("Detector", "Left as they are: %1. %2"))
                         .arg(countText(count, "sample", "samples"), transformReasonText(reason)));
        }
    }
    return run.finish();
}

} // namespace winnow
