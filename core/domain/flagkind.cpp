// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/flagkind.h"

namespace winnow {

namespace {

QVector<FlagKind> makeKinds()
{
    struct Row {
        const char* id;
        FlagGroup group;
        const char* title;
    };
    static constexpr Row rows[] = {
        {"blind_solvable", FlagGroup::BlindlySolvable, "Blindly solvable"},
        {"text_prior", FlagGroup::BlindlySolvable, "Answer predictable from the question"},
        {"label_incorrect", FlagGroup::Label, "Incorrect gold answer"},
        {"label_ambiguous", FlagGroup::Label, "Ambiguous question or answer"},
        {"image_insufficient", FlagGroup::Label, "Image does not show what is asked"},
        {"unanimous_failure", FlagGroup::Label, "Every model fails"},
        {"consensus_against_gold", FlagGroup::Label, "Models agree on another answer"},
        {"label_conflict", FlagGroup::Label, "Duplicates with different gold"},
        {"mcq_guessable", FlagGroup::McqBias, "Guessable from the options"},
        {"mcq_position_bias", FlagGroup::McqBias, "Answer follows the letter"},
        {"mcq_inflated", FlagGroup::McqBias, "Right only as multiple choice"},
        {"mcq_malformed", FlagGroup::McqBias, "Malformed options"},
        {"duplicate_exact", FlagGroup::Duplicates, "Exact duplicate"},
        {"duplicate_near", FlagGroup::Duplicates, "Near duplicate"},
        {"duplicate_cross_split", FlagGroup::Duplicates, "Duplicate across splits"},
        {"dark", FlagGroup::ImageQuality, "Dark image"},
        {"light", FlagGroup::ImageQuality, "Light image"},
        {"blurry", FlagGroup::ImageQuality, "Blurry image"},
        {"low_information", FlagGroup::ImageQuality, "Low-information image"},
        {"grayscale", FlagGroup::ImageQuality, "Grayscale image"},
        {"odd_aspect_ratio", FlagGroup::ImageQuality, "Odd aspect ratio"},
        {"odd_size", FlagGroup::ImageQuality, "Odd size"},
        {"saturated", FlagGroup::Discrimination, "Every model is right"},
        {"negative_discrimination", FlagGroup::Discrimination, "Weak models do better"},
        {"frontier", FlagGroup::Discrimination, "Nobody solves it, gold verified"},
        {"parser_loss", FlagGroup::ImportDamage, "Damaged by a file reader"},
    };
    QVector<FlagKind> kinds;
    for (const Row& row : rows) {
        kinds.append(FlagKind{int(kinds.size()), QString::fromLatin1(row.id), row.group, row.title});
    }
    return kinds;
}

} // namespace

const QVector<FlagKind>& flagKinds()
{
    static const QVector<FlagKind> kinds = makeKinds();
    return kinds;
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
    }
    return {};
}

} // namespace winnow
