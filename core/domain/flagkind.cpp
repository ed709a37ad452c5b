// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/flagkind.h"

#include <QStringList>

#include <iterator>

namespace winnow {

namespace {

struct Row {
    const char* id;
    FlagGroup group;
    const char* title;
    double worth;
    Disposition confirmed;
    int traits;
    const char* help;
};

constexpr Row kRows[] = {
    {"blind_solvable", FlagGroup::BlindlySolvable, "Blindly solvable", 0.9, Disposition::Drop,
        FlagKind::HighPrecision, "More models answer it right without the image than guessing explains."},
    {"text_prior", FlagGroup::BlindlySolvable, "Answer predictable from the question", 0.4, Disposition::Drop,
        0, "The words of the question tell the answer."},
    {"label_incorrect", FlagGroup::Label, "Incorrect gold answer", 1, Disposition::Drop,
        FlagKind::SeenByPeople | FlagKind::DoubtsGold | FlagKind::HighPrecision | FlagKind::RankUntilChecked
            | FlagKind::BenchmarkFault,
        "The models' answers speak against the gold answer."},
    {"label_ambiguous", FlagGroup::Label, "Ambiguous question or answer", 1, Disposition::Drop,
        FlagKind::SeenByPeople | FlagKind::DoubtsGold | FlagKind::BenchmarkFault,
        "The models split between answers, as where several are right."},
    {"image_insufficient", FlagGroup::Label, "Image does not show what is asked", 0.7, Disposition::Drop,
        FlagKind::SeenByPeople | FlagKind::DoubtsGold | FlagKind::BenchmarkFault,
        "What is asked cannot be seen in the image."},
    {"unanimous_failure", FlagGroup::Label, "Every model fails", 0.4, Disposition::Drop,
        FlagKind::DoubtsGold | FlagKind::BenchmarkFault, "No model is right."},
    {"consensus_against_gold", FlagGroup::Label, "Models agree on another answer", 1, Disposition::Drop,
        FlagKind::DoubtsGold | FlagKind::BenchmarkFault,
        "Most models give one answer, and it is not the gold one."},
    {"label_conflict", FlagGroup::Label, "Duplicates with different gold", 0.95, Disposition::Drop,
        FlagKind::HighPrecision | FlagKind::BenchmarkFault,
        "The same question stands there again with another gold answer."},
    {"mcq_guessable", FlagGroup::McqBias, "Guessable from the options", 0.5, Disposition::Convert, 0,
        "The options alone tell which one is right."},
    {"mcq_position_bias", FlagGroup::McqBias, "Answer follows the letter", 0.5, Disposition::Circular, 0,
        "Models choose the letter, wherever the option stands."},
    {"mcq_inflated", FlagGroup::McqBias, "Right only as multiple choice", 0.6, Disposition::Convert, 0,
        "Models that choose the right option do not find it when they have to say it."},
    {"mcq_malformed", FlagGroup::McqBias, "Malformed options", 0.9, Disposition::Drop,
        FlagKind::HighPrecision | FlagKind::BenchmarkFault,
        "Options are empty, repeated or do not hold the gold answer."},
    {"duplicate_exact", FlagGroup::Duplicates, "Exact duplicate", 0.9, Disposition::Drop,
        FlagKind::HighPrecision | FlagKind::FirstStays,
        "The same question with the same images stands there again."},
    {"duplicate_near", FlagGroup::Duplicates, "Near duplicate", 0.7, Disposition::Drop, FlagKind::FirstStays,
        "Nearly the same question with nearly the same images stands there again."},
    {"duplicate_cross_split", FlagGroup::Duplicates, "Duplicate across splits", 0.8, Disposition::Drop,
        FlagKind::FirstStays, "It stands in another split or dataset as well."},
    {"dark", FlagGroup::ImageQuality, "Dark image", 0.3, Disposition::Drop, 0,
        "The image is much darker than usual ones."},
    {"light", FlagGroup::ImageQuality, "Light image", 0.3, Disposition::Drop, 0,
        "The image is much lighter than usual ones."},
    {"blurry", FlagGroup::ImageQuality, "Blurry image", 0.3, Disposition::Drop, 0,
        "The image has no sharp edges."},
    {"low_information", FlagGroup::ImageQuality, "Low-information image", 0.3, Disposition::Drop, 0,
        "The image shows hardly anything."},
    {"grayscale", FlagGroup::ImageQuality, "Grayscale image", 0.02, Disposition::Keep, 0,
        "The image has no colour."},
    {"odd_aspect_ratio", FlagGroup::ImageQuality, "Odd aspect ratio", 0.05, Disposition::Keep, 0,
        "The image is much longer than wide, or wider than long."},
    {"odd_size", FlagGroup::ImageQuality, "Odd size", 0.05, Disposition::Keep, 0,
        "The image is much larger or smaller than usual ones of the dataset."},
    {"saturated", FlagGroup::Discrimination, "Every model is right", 0.02, Disposition::Keep, 0,
        "It tells no model from another: all are right."},
    {"negative_discrimination", FlagGroup::Discrimination, "Weak models do better", 0.4, Disposition::Drop, 0,
        "Models that are worse elsewhere do better here."},
    {"frontier", FlagGroup::Discrimination, "Nobody solves it, gold verified", 0.03, Disposition::Keep, 0,
        "No model is right, and people or judges found the gold answer right."},
    {"parser_loss", FlagGroup::ImportDamage, "Damaged by a file reader", 0.9, Disposition::Drop,
        FlagKind::HighPrecision | FlagKind::BenchmarkFault,
        "Another program reads the file so that something of the sample is lost."},
    {"mcq_to_open", FlagGroup::Transform, "The options can go", 0.2, Disposition::Convert, FlagKind::Proposal,
        "The question can be asked without its options, so that it cannot be guessed."},
    {"mcq_to_circular", FlagGroup::Transform, "Ask in every order", 0.2, Disposition::Circular,
        FlagKind::Proposal, "The question needs its options; asked in every order it cannot be guessed."},
};
// Masks of kinds have 32 bits.
static_assert(std::size(kRows) <= 32);

QVector<FlagKind> makeKinds()
{
    QVector<FlagKind> kinds;
    for (const Row& row : kRows) {
        kinds.append(FlagKind{int(kinds.size()), QString::fromLatin1(row.id), row.group, row.title, row.worth,
            row.confirmed, quint8(row.traits), row.help});
    }
    return kinds;
}

} // namespace

const QVector<FlagKind>& flagKinds()
{
    static const QVector<FlagKind> kinds = makeKinds();
    return kinds;
}

QString flagKindList(FlagKind::Trait trait)
{
    QStringList ids;
    for (const FlagKind& kind : flagKinds()) {
        if (kind.has(trait)) {
            ids.append(u'\'' + kind.id + u'\'');
        }
    }
    return ids.join(u',');
}

quint32 flagKindMask(FlagKind::Trait trait)
{
    quint32 mask = 0;
    for (const FlagKind& kind : flagKinds()) {
        mask |= kind.has(trait) ? 1u << kind.index : 0u;
    }
    return mask;
}

const FlagKind* flagKindById(QStringView id)
{
    for (const FlagKind& kind : flagKinds()) {
        if (kind.id == id) {
            return &kind;
        }
    }
    return nullptr;
}

const char* flagGroupTitle(FlagGroup group)
{
    switch (group) {
    case FlagGroup::BlindlySolvable:
        return "Blindly solvable";
    case FlagGroup::Label:
        return "Ambiguous or wrong label";
    case FlagGroup::McqBias:
        return "MCQ bias";
    case FlagGroup::Duplicates:
        return "Duplicates";
    case FlagGroup::ImageQuality:
        return "Image quality";
    case FlagGroup::Discrimination:
        return "Low discrimination";
    case FlagGroup::ImportDamage:
        return "Import damage";
    case FlagGroup::Transform:
        return "Transform";
    }
    return "";
}

QString flagGroupId(FlagGroup group)
{
    switch (group) {
    case FlagGroup::BlindlySolvable:
        return QStringLiteral("blind");
    case FlagGroup::Label:
        return QStringLiteral("label");
    case FlagGroup::McqBias:
        return QStringLiteral("mcq");
    case FlagGroup::Duplicates:
        return QStringLiteral("duplicate");
    case FlagGroup::ImageQuality:
        return QStringLiteral("image");
    case FlagGroup::Discrimination:
        return QStringLiteral("discrimination");
    case FlagGroup::ImportDamage:
        return QStringLiteral("import");
    case FlagGroup::Transform:
        return QStringLiteral("transform");
    }
    return {};
}

} // namespace winnow
