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
        double worth;
    };
    static constexpr Row rows[] = {
        {"blind_solvable", FlagGroup::BlindlySolvable, "Blindly solvable", 0.9},
        {"text_prior", FlagGroup::BlindlySolvable, "Answer predictable from the question", 0.4},
        {"label_incorrect", FlagGroup::Label, "Incorrect gold answer", 1},
        {"label_ambiguous", FlagGroup::Label, "Ambiguous question or answer", 1},
        {"image_insufficient", FlagGroup::Label, "Image does not show what is asked", 0.7},
        {"unanimous_failure", FlagGroup::Label, "Every model fails", 0.4},
        {"consensus_against_gold", FlagGroup::Label, "Models agree on another answer", 1},
        {"label_conflict", FlagGroup::Label, "Duplicates with different gold", 0.95},
        {"mcq_guessable", FlagGroup::McqBias, "Guessable from the options", 0.5},
        {"mcq_position_bias", FlagGroup::McqBias, "Answer follows the letter", 0.5},
        {"mcq_inflated", FlagGroup::McqBias, "Right only as multiple choice", 0.6},
        {"mcq_malformed", FlagGroup::McqBias, "Malformed options", 0.9},
        {"duplicate_exact", FlagGroup::Duplicates, "Exact duplicate", 0.9},
        {"duplicate_near", FlagGroup::Duplicates, "Near duplicate", 0.7},
        {"duplicate_cross_split", FlagGroup::Duplicates, "Duplicate across splits", 0.8},
        {"dark", FlagGroup::ImageQuality, "Dark image", 0.3},
        {"light", FlagGroup::ImageQuality, "Light image", 0.3},
        {"blurry", FlagGroup::ImageQuality, "Blurry image", 0.3},
        {"low_information", FlagGroup::ImageQuality, "Low-information image", 0.3},
        {"grayscale", FlagGroup::ImageQuality, "Grayscale image", 0.02},
        {"odd_aspect_ratio", FlagGroup::ImageQuality, "Odd aspect ratio", 0.05},
        {"odd_size", FlagGroup::ImageQuality, "Odd size", 0.05},
        {"saturated", FlagGroup::Discrimination, "Every model is right", 0.02},
        {"negative_discrimination", FlagGroup::Discrimination, "Weak models do better", 0.4},
        {"frontier", FlagGroup::Discrimination, "Nobody solves it, gold verified", 0.03},
        {"parser_loss", FlagGroup::ImportDamage, "Damaged by a file reader", 0.9},
    };
    QVector<FlagKind> kinds;
    for (const Row& row : rows) {
        kinds.append(
            FlagKind{int(kinds.size()), QString::fromLatin1(row.id), row.group, row.title, row.worth});
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
