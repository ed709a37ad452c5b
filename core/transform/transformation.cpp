// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transform/transformation.h"

#include "core/text/goldreader.h"
#include "core/text/numbers.h"
#include "core/transform/openform.h"
#include "core/transform/optionneed.h"
#include "core/transform/optionvalues.h"

#include <iterator>

namespace winnow {

namespace {

struct Row {
    const char* id;
    Transform transform;
    const char* text;
};

constexpr Row kRows[] = {
    {"number", Transform::OpenEnded,
        QT_TRANSLATE_NOOP("Detector", "It asks for a number that can be said without the options.")},
    {"yes_no", Transform::OpenEnded,
        QT_TRANSLATE_NOOP("Detector", "It can be answered by yes or no without the options.")},
    {"colour", Transform::OpenEnded,
        QT_TRANSLATE_NOOP("Detector", "It asks for a colour that can be said without the options.")},
    {"short_answer", Transform::OpenEnded,
        QT_TRANSLATE_NOOP("Detector", "It asks for one thing by its name; the options are short and apart.")},
    {"among_these", Transform::Circular,
        QT_TRANSLATE_NOOP(
            "Detector", "It asks which of the options fits: without them there is no question.")},
    {"closest", Transform::Circular,
        QT_TRANSLATE_NOOP(
            "Detector", "It asks for what comes closest: the options say how close is enough.")},
    {"refers_to_others", Transform::Circular,
        QT_TRANSLATE_NOOP("Detector", "An option speaks of the others (all or none of them).")},
    {"image_options", Transform::Circular, QT_TRANSLATE_NOOP("Detector", "The options are images.")},
    {"unit_in_options", Transform::Circular,
        QT_TRANSLATE_NOOP("Detector", "Only the options say in which unit to answer.")},
    {"scale_in_options", Transform::Circular,
        QT_TRANSLATE_NOOP("Detector", "The options are steps of a scale that only they tell.")},
    {"options_overlap", Transform::Circular,
        QT_TRANSLATE_NOOP(
            "Detector", "Options are ranges or part of one another: one answer could fit several.")},
    {"long_options", Transform::Circular,
        QT_TRANSLATE_NOOP("Detector", "The options are sentences; none would be found word by word.")},
    {"sentence_to_complete", Transform::Circular,
        QT_TRANSLATE_NOOP("Detector", "It is no question but a text that the options complete or judge.")},
    {"unclear", Transform::Circular,
        QT_TRANSLATE_NOOP(
            "Detector", "Nothing says that the answer would be one and the same without options.")},
    {"letters_referred_to", Transform::Leave,
        QT_TRANSLATE_NOOP(
            "Detector", "An option names others by letter or place: their order means something.")},
    {"labels_in_image", Transform::Leave,
        QT_TRANSLATE_NOOP(
            "Detector", "The options are labels that stand in the image: their order is fixed.")},
    {"options_malformed", Transform::Leave,
        QT_TRANSLATE_NOOP("Detector", "An option is empty, alone or there twice.")},
    {"several_right", Transform::Leave, QT_TRANSLATE_NOOP("Detector", "Several options are right together.")},
    {"no_gold", Transform::Leave, QT_TRANSLATE_NOOP("Detector", "No option is known to be right.")},
    {"not_multiple_choice", Transform::Leave, QT_TRANSLATE_NOOP("Detector", "It has no options.")},
};
static_assert(std::size(kRows) == std::size_t(TransformReason::NotMultipleChoice) + 1);

const Row& rowOf(TransformReason reason)
{
    return kRows[std::size_t(reason)];
}

bool areMalformed(const QStringList& options)
{
    QStringList said;
    for (const QString& option : options) {
        const QString text = option.simplified();
        if (text.isEmpty() || said.contains(text)) {
            return true;
        }
        said.append(text);
    }
    return options.size() < 2;
}

TransformReason reasonOf(const QString& question, const QStringList& options, const QString& gold, int* right)
{
    if (options.isEmpty()) {
        return TransformReason::NotMultipleChoice;
    }
    if (!goldSet(gold, options.size()).isEmpty()) {
        return TransformReason::SeveralRight;
    }
    *right = optionPosition(gold, options.size());
    if (*right < 0) {
        return TransformReason::NoGold;
    }
    return areMalformed(options) ? TransformReason::OptionsMalformed : optionNeed(question, options, *right);
}

} // namespace

QString transformReasonId(TransformReason reason)
{
    return QString::fromLatin1(rowOf(reason).id);
}

Sentence transformReasonText(TransformReason reason)
{
    return Sentence::of(rowOf(reason).text);
}

QVector<TransformReason> transformReasons()
{
    QVector<TransformReason> reasons;
    for (std::size_t i = 0; i < std::size(kRows); ++i) {
        reasons.append(TransformReason(i));
    }
    return reasons;
}

QString transformId(Transform transform)
{
    switch (transform) {
    case Transform::OpenEnded:
        return QStringLiteral("open_ended");
    case Transform::Circular:
        return QStringLiteral("circular");
    case Transform::Leave:
        break;
    }
    return QStringLiteral("leave");
}

Transform transformFor(TransformReason reason)
{
    return rowOf(reason).transform;
}

OpenForm openFormOf(const QString& question, const QStringList& options, int right, TransformReason reason)
{
    OpenForm form;
    form.question = withoutOptions(question, options);
    form.accepted = acceptedForms(options.at(right), reason);
    form.reference = form.accepted.first();
    form.scorer = scorerFor(reason);
    const bool isNumber = form.scorer == u"numeric";
    if (isNumber && !numberOf(plainFormula(form.reference))) {
        // With a unit the number behind it is compared; a root or π is compared as it is written.
        const auto value = optionValue(form.reference);
        if (!value || !numberOf(value->number)) {
            form.scorer = QStringLiteral("normalised");
        }
    }
    return form;
}

Transformation transformationOf(const QString& question, const QStringList& options, const QString& gold)
{
    int right = -1;
    Transformation made;
    made.reason = reasonOf(question, options, gold, &right);
    made.transform = transformFor(made.reason);
    if (made.transform == Transform::OpenEnded) {
        made.open = openFormOf(question, options, right, made.reason);
    }
    return made;
}

Transformation transformationOf(const Sample& sample)
{
    return transformationOf(sample.question, sample.options, sample.gold);
}

} // namespace winnow
