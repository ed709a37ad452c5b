// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/terms.h"

#include <QCoreApplication>

namespace winnow {

namespace {

// The titles live in core/domain; these lines only let lupdate find them.
[[maybe_unused]] const char* const kTitles[] = {
    QT_TRANSLATE_NOOP("FlagKind", "Blindly solvable"),
    QT_TRANSLATE_NOOP("FlagKind", "Answer predictable from the question"),
    QT_TRANSLATE_NOOP("FlagKind", "Incorrect gold answer"),
    QT_TRANSLATE_NOOP("FlagKind", "Ambiguous question or answer"),
    QT_TRANSLATE_NOOP("FlagKind", "Image does not show what is asked"),
    QT_TRANSLATE_NOOP("FlagKind", "Every model fails"),
    QT_TRANSLATE_NOOP("FlagKind", "Models agree on another answer"),
    QT_TRANSLATE_NOOP("FlagKind", "Duplicates with different gold"),
    QT_TRANSLATE_NOOP("FlagKind", "Guessable from the options"),
    QT_TRANSLATE_NOOP("FlagKind", "Answer follows the letter"),
    QT_TRANSLATE_NOOP("FlagKind", "Right only as multiple choice"),
    QT_TRANSLATE_NOOP("FlagKind", "Malformed options"),
    QT_TRANSLATE_NOOP("FlagKind", "Exact duplicate"),
    QT_TRANSLATE_NOOP("FlagKind", "Near duplicate"),
    QT_TRANSLATE_NOOP("FlagKind", "Duplicate across splits"),
    QT_TRANSLATE_NOOP("FlagKind", "Dark image"),
    QT_TRANSLATE_NOOP("FlagKind", "Light image"),
    QT_TRANSLATE_NOOP("FlagKind", "Blurry image"),
    QT_TRANSLATE_NOOP("FlagKind", "Low-information image"),
    QT_TRANSLATE_NOOP("FlagKind", "Grayscale image"),
    QT_TRANSLATE_NOOP("FlagKind", "Odd aspect ratio"),
    QT_TRANSLATE_NOOP("FlagKind", "Odd size"),
    QT_TRANSLATE_NOOP("FlagKind", "Every model is right"),
    QT_TRANSLATE_NOOP("FlagKind", "Weak models do better"),
    QT_TRANSLATE_NOOP("FlagKind", "Nobody solves it, gold verified"),
    QT_TRANSLATE_NOOP("FlagKind", "Damaged by a file reader"),
    QT_TRANSLATE_NOOP("FlagGroup", "Blindly solvable"),
    QT_TRANSLATE_NOOP("FlagGroup", "Ambiguous or wrong label"),
    QT_TRANSLATE_NOOP("FlagGroup", "MCQ bias"),
    QT_TRANSLATE_NOOP("FlagGroup", "Duplicates"),
    QT_TRANSLATE_NOOP("FlagGroup", "Image quality"),
    QT_TRANSLATE_NOOP("FlagGroup", "Low discrimination"),
    QT_TRANSLATE_NOOP("FlagGroup", "Import damage"),
};

} // namespace

QString flagKindTitle(const QString& kindId)
{
    const FlagKind* kind = flagKindById(kindId);
    return kind ? QCoreApplication::translate("FlagKind", kind->title) : kindId;
}

QString flagGroupName(FlagGroup group)
{
    return QCoreApplication::translate("FlagGroup", flagGroupTitle(group));
}

QString conditionTitle(Condition condition)
{
    switch (condition) {
    case Condition::Standard:
        return QCoreApplication::translate("Terms", "Standard");
    case Condition::Blind:
        return QCoreApplication::translate("Terms", "Blind");
    case Condition::Circular:
        return QCoreApplication::translate("Terms", "Circular");
    case Condition::OpenEnded:
        return QCoreApplication::translate("Terms", "Open-ended");
    case Condition::ChoicesOnly:
        return QCoreApplication::translate("Terms", "Choices only");
    }
    return {};
}

QString dispositionTitle(Disposition disposition)
{
    switch (disposition) {
    case Disposition::Keep:
        return QCoreApplication::translate("Terms", "Keep");
    case Disposition::Drop:
        return QCoreApplication::translate("Terms", "Drop");
    case Disposition::Fix:
        return QCoreApplication::translate("Terms", "Fix");
    case Disposition::Convert:
        return QCoreApplication::translate("Terms", "Convert to open-ended");
    case Disposition::Circular:
        return QCoreApplication::translate("Terms", "Circular");
    }
    return {};
}

QString verdictTitle(Verdict verdict)
{
    switch (verdict) {
    case Verdict::None:
        return QCoreApplication::translate("Terms", "No verdict");
    case Verdict::Confirm:
        return QCoreApplication::translate("Terms", "Confirmed");
    case Verdict::Override:
        return QCoreApplication::translate("Terms", "Overridden");
    case Verdict::Unsure:
        return QCoreApplication::translate("Terms", "Unsure");
    }
    return {};
}

QString actionTitle(Action action)
{
    switch (action) {
    case Action::None:
        return QCoreApplication::translate("Terms", "No action");
    case Action::Keep:
        return QCoreApplication::translate("Terms", "Keep");
    case Action::Drop:
        return QCoreApplication::translate("Terms", "Drop");
    case Action::Fix:
        return QCoreApplication::translate("Terms", "Fix");
    case Action::Convert:
        return QCoreApplication::translate("Terms", "Convert to open-ended");
    case Action::Circular:
        return QCoreApplication::translate("Terms", "Circular");
    }
    return {};
}

QString flagStateTitle(FlagState state)
{
    switch (state) {
    case FlagState::Open:
        return QCoreApplication::translate("Terms", "Open");
    case FlagState::Confirmed:
        return QCoreApplication::translate("Terms", "Confirmed");
    case FlagState::Overridden:
        return QCoreApplication::translate("Terms", "Overridden");
    case FlagState::Unsure:
        return QCoreApplication::translate("Terms", "Unsure");
    }
    return {};
}

FlagGroup flagGroupOfKind(const QString& kindId)
{
    const FlagKind* kind = flagKindById(kindId);
    return kind ? kind->group : FlagGroup::ImportDamage;
}

} // namespace winnow
