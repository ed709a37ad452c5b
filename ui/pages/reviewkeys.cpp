// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reviewkeys.h"

#include <QCoreApplication>
#include <QKeySequence>

namespace winnow {

namespace {

QStringList keyList(const char* keys)
{
    return QString::fromLatin1(keys).split(u' ');
}

QString translated(const char* text)
{
    return QCoreApplication::translate("ReviewKeys", text);
}

QVector<ReviewKey> makeKeys()
{
    using C = ReviewCommand;
    return {
        {C::Confirm, keyList("C"), QT_TRANSLATE_NOOP("ReviewKeys", "Confirm the flag")},
        {C::Override, keyList("X"), QT_TRANSLATE_NOOP("ReviewKeys", "Override the flag: it is wrong")},
        {C::Unsure, keyList("U"), QT_TRANSLATE_NOOP("ReviewKeys", "Unsure about the flag")},
        {C::NextFlag, keyList("Down"), QT_TRANSLATE_NOOP("ReviewKeys", "Next or previous flag"), true, true},
        {C::PreviousFlag, keyList("Up"), QT_TRANSLATE_NOOP("ReviewKeys", "Next or previous flag"), true,
            true},
        {C::Drop, keyList("D"), QT_TRANSLATE_NOOP("ReviewKeys", "Drop the sample")},
        {C::Keep, keyList("K"), QT_TRANSLATE_NOOP("ReviewKeys", "Keep the sample")},
        {C::NewGold, keyList("1 2 3 4 5 6 7 8 9"),
            QT_TRANSLATE_NOOP("ReviewKeys", "Make option 1 to 9 the gold answer")},
        {C::EditGold, keyList("G"), QT_TRANSLATE_NOOP("ReviewKeys", "Write a new gold answer")},
        {C::Convert, keyList("O"), QT_TRANSLATE_NOOP("ReviewKeys", "Convert to open-ended")},
        {C::Circular, keyList("R"), QT_TRANSLATE_NOOP("ReviewKeys", "Ask in all rotations of the options")},
        {C::Note, keyList("N"), QT_TRANSLATE_NOOP("ReviewKeys", "Write a note")},
        {C::Undo, keyList("Z"), QT_TRANSLATE_NOOP("ReviewKeys", "Undo the last decision")},
        {C::Redo, keyList("Shift+Z"), QT_TRANSLATE_NOOP("ReviewKeys", "Redo it")},
        {C::Next, keyList("Right Space J"), QT_TRANSLATE_NOOP("ReviewKeys", "Next sample"), true, true},
        {C::Previous, keyList("Left Backspace P"), QT_TRANSLATE_NOOP("ReviewKeys", "Previous sample"), true,
            true},
        {C::NextUndecided, keyList("Return Enter"),
            QT_TRANSLATE_NOOP("ReviewKeys", "Next sample not decided yet"), false, true},
        {C::Fit, keyList("F 0"), QT_TRANSLATE_NOOP("ReviewKeys", "Fit the image")},
        {C::ActualSize, keyList("A"), QT_TRANSLATE_NOOP("ReviewKeys", "Actual size, 1:1")},
        {C::ZoomIn, keyList("+ ="), QT_TRANSLATE_NOOP("ReviewKeys", "Zoom in or out"), true},
        {C::ZoomOut, keyList("-"), QT_TRANSLATE_NOOP("ReviewKeys", "Zoom in or out"), true},
        {C::PanLeft, keyList("Shift+Left"), QT_TRANSLATE_NOOP("ReviewKeys", "Move the image"), true},
        {C::PanRight, keyList("Shift+Right"), QT_TRANSLATE_NOOP("ReviewKeys", "Move the image"), true},
        {C::PanUp, keyList("Shift+Up"), QT_TRANSLATE_NOOP("ReviewKeys", "Move the image"), true},
        {C::PanDown, keyList("Shift+Down"), QT_TRANSLATE_NOOP("ReviewKeys", "Move the image"), true},
        {C::RotateLeft, keyList("["), QT_TRANSLATE_NOOP("ReviewKeys", "Rotate left or right")},
        {C::RotateRight, keyList("]"), QT_TRANSLATE_NOOP("ReviewKeys", "Rotate left or right")},
        {C::Contrast, keyList("T"), QT_TRANSLATE_NOOP("ReviewKeys", "Contrast: normal, stretched, inverted")},
        {C::BlindReview, keyList("B"), QT_TRANSLATE_NOOP("ReviewKeys", "Blind review: answer before flags")},
        {C::Related, keyList("S"), QT_TRANSLATE_NOOP("ReviewKeys", "See the sample that the flag names")},
        {C::History, keyList("H"), QT_TRANSLATE_NOOP("ReviewKeys", "Responses or last decisions")},
        {C::Queues, keyList("Q"), QT_TRANSLATE_NOOP("ReviewKeys", "Choose another queue")},
    };
}

} // namespace

const QVector<ReviewKey>& reviewKeys()
{
    static const QVector<ReviewKey> keys = makeKeys();
    return keys;
}

QVector<KeyHelp> reviewKeyHelp()
{
    QVector<KeyHelp> help;
    for (const ReviewKey& key : reviewKeys()) {
        const QString what = translated(key.help);
        QStringList names;
        // Commands that belong together are one line.
        if (!help.isEmpty() && help.last().what == what) {
            names.append(help.takeLast().keys);
        }
        for (const QString& name : key.keys) {
            names.append(QKeySequence(name).toString(QKeySequence::NativeText));
        }
        const bool digits = key.command == ReviewCommand::NewGold;
        help.append({digits ? QStringLiteral("1 … 9") : names.join(QStringLiteral(", ")), what});
    }
    return help;
}

QVector<DecisionButton> reviewButtons()
{
    struct Row {
        ReviewCommand command;
        const char* icon;
        const char* text;
        const char* key;
        bool gap;
    };
    using C = ReviewCommand;
    static const Row rows[] = {
        {C::Confirm, "confirm", QT_TRANSLATE_NOOP("ReviewKeys", "Confirm"), "C", false},
        {C::Override, "override", QT_TRANSLATE_NOOP("ReviewKeys", "Override"), "X", false},
        {C::Unsure, "unsure", QT_TRANSLATE_NOOP("ReviewKeys", "Unsure"), "U", false},
        {C::Drop, "drop", QT_TRANSLATE_NOOP("ReviewKeys", "Drop"), "D", true},
        {C::Keep, "keep", QT_TRANSLATE_NOOP("ReviewKeys", "Keep"), "K", false},
        {C::NewGold, "fix", QT_TRANSLATE_NOOP("ReviewKeys", "New gold"), "1–9", false},
        {C::Convert, "convert", QT_TRANSLATE_NOOP("ReviewKeys", "Open-ended"), "O", false},
        {C::Circular, "circular", QT_TRANSLATE_NOOP("ReviewKeys", "Circular"), "R", false},
        {C::Note, "note", QT_TRANSLATE_NOOP("ReviewKeys", "Note"), "N", true},
        {C::Undo, "undo", QT_TRANSLATE_NOOP("ReviewKeys", "Undo"), "Z", false},
        {C::Redo, "redo", QT_TRANSLATE_NOOP("ReviewKeys", "Redo"), "⇧Z", false},
    };
    QVector<DecisionButton> buttons;
    for (const Row& row : rows) {
        DecisionButton button;
        button.id = int(row.command);
        button.icon = QString::fromLatin1(row.icon);
        button.text = translated(row.text);
        button.key = QString::fromUtf8(row.key);
        button.gap = row.gap;
        button.compact = row.command == C::Undo || row.command == C::Redo;
        for (const ReviewKey& key : reviewKeys()) {
            if (key.command == row.command) {
                button.tip = translated(key.help);
            }
        }
        buttons.append(button);
    }
    return buttons;
}

} // namespace winnow
