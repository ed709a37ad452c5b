// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reviewkeys.h"

#include "ui/models/keymap.h"

#include <QCoreApplication>

namespace winnow {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("ReviewKeys", text);
}

} // namespace

const QVector<ReviewKey>& reviewKeys()
{
    using C = ReviewCommand;
    static const QVector<ReviewKey> keys{
        {C::Confirm, "review.confirm"},
        {C::Override, "review.override"},
        {C::Unsure, "review.unsure"},
        {C::NextFlag, "review.nextFlag"},
        {C::PreviousFlag, "review.previousFlag"},
        {C::Drop, "review.drop"},
        {C::Keep, "review.keep"},
        {C::NewGold, "review.newGold"},
        {C::EditGold, "review.editGold"},
        {C::Convert, "review.convert"},
        {C::EditConvert, "review.editConvert"},
        {C::ConfirmReason, "review.confirmReason"},
        {C::Circular, "review.circular"},
        {C::Note, "review.note"},
        {C::Undo, "review.undo"},
        {C::Redo, "review.redo"},
        {C::Next, "review.next"},
        {C::Previous, "review.previous"},
        {C::NextUndecided, "review.nextUndecided"},
        {C::Fit, "review.fit"},
        {C::ActualSize, "review.actualSize"},
        {C::ZoomIn, "review.zoomIn"},
        {C::ZoomOut, "review.zoomOut"},
        {C::PanLeft, "review.panLeft"},
        {C::PanRight, "review.panRight"},
        {C::PanUp, "review.panUp"},
        {C::PanDown, "review.panDown"},
        {C::RotateLeft, "review.rotateLeft"},
        {C::RotateRight, "review.rotateRight"},
        {C::Contrast, "review.contrast"},
        {C::BlindReview, "review.blind"},
        {C::Related, "review.related"},
        {C::History, "review.history"},
        {C::Queues, "review.queues"},
    };
    return keys;
}

QVector<DecisionButton> reviewButtons()
{
    struct Row {
        ReviewCommand command;
        const char* icon;
        const char* text;
        bool gap;
    };
    using C = ReviewCommand;
    static const Row rows[] = {
        {C::Confirm, "confirm", QT_TRANSLATE_NOOP("ReviewKeys", "Confirm"), false},
        {C::Override, "override", QT_TRANSLATE_NOOP("ReviewKeys", "Override"), false},
        {C::Unsure, "unsure", QT_TRANSLATE_NOOP("ReviewKeys", "Unsure"), false},
        {C::Drop, "drop", QT_TRANSLATE_NOOP("ReviewKeys", "Drop"), true},
        {C::Keep, "keep", QT_TRANSLATE_NOOP("ReviewKeys", "Keep"), false},
        {C::NewGold, "fix", QT_TRANSLATE_NOOP("ReviewKeys", "New gold"), false},
        {C::Convert, "convert", QT_TRANSLATE_NOOP("ReviewKeys", "Open-ended"), false},
        {C::Circular, "circular", QT_TRANSLATE_NOOP("ReviewKeys", "Circular"), false},
        {C::Note, "note", QT_TRANSLATE_NOOP("ReviewKeys", "Note"), true},
        {C::Undo, "undo", QT_TRANSLATE_NOOP("ReviewKeys", "Undo"), false},
        {C::Redo, "redo", QT_TRANSLATE_NOOP("ReviewKeys", "Redo"), false},
    };
    QVector<DecisionButton> buttons;
    for (const Row& row : rows) {
        DecisionButton button;
        button.id = int(row.command);
        button.icon = QString::fromLatin1(row.icon);
        button.text = translated(row.text);
        button.gap = row.gap;
        button.compact = row.command == C::Undo || row.command == C::Redo;
        for (const ReviewKey& key : reviewKeys()) {
            if (key.command == row.command) {
                const QString id = QLatin1String(key.id);
                button.key = KeyMap::instance().buttonText(id);
                button.tip = keyCommandText(*keyCommand(id));
            }
        }
        buttons.append(button);
    }
    return buttons;
}

} // namespace winnow
