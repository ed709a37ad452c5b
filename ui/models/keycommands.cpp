// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/keycommands.h"

#include <QCoreApplication>

#include <algorithm>

namespace winnow {

namespace {

using Use = KeyCommand::Use;

QVector<KeyCommand> windowCommands()
{
    return {
        {"window.pages", "Ctrl+1 Ctrl+2 Ctrl+3 Ctrl+4 Ctrl+5 Ctrl+6 Ctrl+7 Ctrl+8 Ctrl+9 Ctrl+0",
            QT_TRANSLATE_NOOP("Keys", "Go to a page"), Use::Fixed},
        {"window.back", "Alt+Left", QT_TRANSLATE_NOOP("Keys", "Back to where you were before")},
        {"window.open", "Ctrl+O", QT_TRANSLATE_NOOP("Keys", "Open a project")},
        {"window.new", "Ctrl+N", QT_TRANSLATE_NOOP("Keys", "Make a new project")},
        {"window.close", "Ctrl+W", QT_TRANSLATE_NOOP("Keys", "Close the project")},
        {"window.undo", "Ctrl+Z", QT_TRANSLATE_NOOP("Keys", "Undo the last decision")},
        {"window.redo", "Ctrl+Shift+Z", QT_TRANSLATE_NOOP("Keys", "Redo it")},
        {"window.search", "Ctrl+F", QT_TRANSLATE_NOOP("Keys", "Search")},
        {"window.annotator", "F2", QT_TRANSLATE_NOOP("Keys", "Change who signs the decisions")},
        {"window.preferences", "Ctrl+,", QT_TRANSLATE_NOOP("Keys", "Preferences")},
        {"window.fullScreen", "F11", QT_TRANSLATE_NOOP("Keys", "Full screen")},
        {"window.menu", "F10", QT_TRANSLATE_NOOP("Keys", "Menu")},
        {"window.keys", "F1 ? Ctrl+?", QT_TRANSLATE_NOOP("Keys", "These keys"), Use::Fixed},
        {"window.quit", "Ctrl+Q", QT_TRANSLATE_NOOP("Keys", "Quit")},
    };
}

QVector<KeyCommand> pageCommands()
{
    return {
        {"overview.move", "Tab", QT_TRANSLATE_NOOP("Keys", "Move between numbers"), Use::Told},
        {"overview.open", "Enter", QT_TRANSLATE_NOOP("Keys", "Open the samples behind a number"), Use::Told},
        {"overview.copy", "Ctrl+C", QT_TRANSLATE_NOOP("Keys", "Copy the table"), Use::Told},

        {"import.file", "↑ ↓", QT_TRANSLATE_NOOP("Keys", "Choose a file"), Use::Told},
        {"import.field", "Tab", QT_TRANSLATE_NOOP("Keys", "Next field"), Use::Told},

        {"audits.move", "↑ ↓", QT_TRANSLATE_NOOP("Keys", "Another detector"), Use::Told},
        {"audits.run", "Ctrl+R", QT_TRANSLATE_NOOP("Keys", "Run this detector")},
        {"audits.runAll", "Ctrl+Shift+R", QT_TRANSLATE_NOOP("Keys", "Run all that can run")},
        {"audits.threshold", "← →", QT_TRANSLATE_NOOP("Keys", "Move the threshold of the histogram"),
            Use::Told},
        {"audits.threshold10", "Shift+← →", QT_TRANSLATE_NOOP("Keys", "Move it by ten steps"), Use::Told},
        {"audits.open", "Enter", QT_TRANSLATE_NOOP("Keys", "Open the sample or the samples behind a number"),
            Use::Told},

        {"models.move", "← ↑ → ↓", QT_TRANSLATE_NOOP("Keys", "Move between numbers"), Use::Told},
        {"models.open", "Enter", QT_TRANSLATE_NOOP("Keys", "Open the samples behind a number"), Use::Told},
        {"models.copy", "Ctrl+C", QT_TRANSLATE_NOOP("Keys", "Copy the selected rows of a table"), Use::Told},

        {"compare.next", "N", QT_TRANSLATE_NOOP("Keys", "Next sample")},
        {"compare.previous", "P", QT_TRANSLATE_NOOP("Keys", "Previous sample")},
        {"compare.part", "V",
            QT_TRANSLATE_NOOP("Keys", "Another part: only the first right, only the second …")},
        {"compare.swap", "S", QT_TRANSLATE_NOOP("Keys", "Swap the two runs")},
        {"compare.open", "Enter", QT_TRANSLATE_NOOP("Keys", "Open the samples behind a number"), Use::Told},

        {"insights.tab", "Ctrl+PgDown", QT_TRANSLATE_NOOP("Keys", "Before and after, or the gaps")},
        {"insights.tables", "T", QT_TRANSLATE_NOOP("Keys", "Charts or tables")},
        {"insights.next", "Tab", QT_TRANSLATE_NOOP("Keys", "Next chart or number"), Use::Told},
        {"insights.move", "← →", QT_TRANSLATE_NOOP("Keys", "From mark to mark of a chart"), Use::Told},
        {"insights.open", "Enter",
            QT_TRANSLATE_NOOP("Keys", "Open the samples behind a mark, a number or a cell"), Use::Told},
        {"insights.copy", "Ctrl+C", QT_TRANSLATE_NOOP("Keys", "Copy the selected rows of a table"),
            Use::Told},

        {"subsets.budget", "← →", QT_TRANSLATE_NOOP("Keys", "A smaller or larger set"), Use::Told},
        {"subsets.save", "Ctrl+S", QT_TRANSLATE_NOOP("Keys", "Save the set under its name")},
        {"subsets.must", "I", QT_TRANSLATE_NOOP("Keys", "The selected samples are always in")},
        {"subsets.veto", "X", QT_TRANSLATE_NOOP("Keys", "The selected samples are never in")},
        {"subsets.either", "E", QT_TRANSLATE_NOOP("Keys", "The selected samples are in as the method says")},
        {"subsets.open", "Enter", QT_TRANSLATE_NOOP("Keys", "Open the sample"), Use::Told},

        {"export.export", "Ctrl+Return Ctrl+Enter", QT_TRANSLATE_NOOP("Keys", "Export")},
        {"export.open", "Enter", QT_TRANSLATE_NOOP("Keys", "Open the samples behind a count"), Use::Told},
    };
}

QVector<KeyCommand> samplesCommands()
{
    const char* const flags = QT_TRANSLATE_NOOP(
        "Keys", "Confirm, override or leave unsure their open flags (of the kinds that the filter names)");
    const char* const allFlags
        = QT_TRANSLATE_NOOP("Keys", "The same for all their open flags, of other kinds too");
    const char* const fate = QT_TRANSLATE_NOOP("Keys", "Keep or drop the selected samples");
    const char* const views = QT_TRANSLATE_NOOP("Keys", "Pictures or table");
    const char* const panels = QT_TRANSLATE_NOOP("Keys", "Show or hide filters, details");
    const char* const sizes = QT_TRANSLATE_NOOP("Keys", "Larger or smaller pictures");
    return {
        {"samples.move", "← ↑ → ↓", QT_TRANSLATE_NOOP("Keys", "Move"), Use::Told},
        {"samples.review", "Enter", QT_TRANSLATE_NOOP("Keys", "Open the sample in Review"), Use::Told},
        {"samples.select", "Shift+← ↑ → ↓, Ctrl+A", QT_TRANSLATE_NOOP("Keys", "Select more, select all"),
            Use::Told},
        {"samples.keep", "K", QT_TRANSLATE_NOOP("Keys", "Keep the selected samples"), Use::Chosen, false,
            false, fate},
        {"samples.drop", "D", QT_TRANSLATE_NOOP("Keys", "Drop the selected samples"), Use::Chosen, false,
            false, fate},
        {"samples.confirm", "C", QT_TRANSLATE_NOOP("Keys", "Confirm their open flags"), Use::Chosen, false,
            false, flags},
        {"samples.override", "X", QT_TRANSLATE_NOOP("Keys", "Override their open flags"), Use::Chosen, false,
            false, flags},
        {"samples.unsure", "U", QT_TRANSLATE_NOOP("Keys", "Mark their open flags as unsure"), Use::Chosen,
            false, false, flags},
        {"samples.confirmAll", "Shift+C",
            QT_TRANSLATE_NOOP("Keys", "Confirm all their open flags, of other kinds too"), Use::Chosen, false,
            false, allFlags},
        {"samples.overrideAll", "Shift+X",
            QT_TRANSLATE_NOOP("Keys", "Override all their open flags, of other kinds too"), Use::Chosen,
            false, false, allFlags},
        {"samples.unsureAll", "Shift+U",
            QT_TRANSLATE_NOOP("Keys", "Mark all their open flags as unsure, of other kinds too"), Use::Chosen,
            false, false, allFlags},
        {"samples.copy", "Ctrl+C", QT_TRANSLATE_NOOP("Keys", "Copy their keys")},
        {"samples.search", "/", QT_TRANSLATE_NOOP("Keys", "Search")},
        {"samples.grid", "G", QT_TRANSLATE_NOOP("Keys", "Pictures"), Use::Chosen, false, false, views},
        {"samples.table", "T", QT_TRANSLATE_NOOP("Keys", "Table"), Use::Chosen, false, false, views},
        {"samples.filters", "F", QT_TRANSLATE_NOOP("Keys", "Show or hide filters"), Use::Chosen, false, false,
            panels},
        {"samples.details", "I", QT_TRANSLATE_NOOP("Keys", "Show or hide details"), Use::Chosen, false, false,
            panels},
        {"samples.larger", "Ctrl++ Ctrl+=", QT_TRANSLATE_NOOP("Keys", "Larger pictures"), Use::Chosen, true,
            false, sizes},
        {"samples.smaller", "Ctrl+-", QT_TRANSLATE_NOOP("Keys", "Smaller pictures"), Use::Chosen, true, false,
            sizes},
        {"samples.clear", "Esc", QT_TRANSLATE_NOOP("Keys", "Clear the selection"), Use::Fixed},
    };
}

QVector<KeyCommand> reviewCommands()
{
    const char* const flag = QT_TRANSLATE_NOOP("Keys", "Next or previous flag");
    const char* const zoom = QT_TRANSLATE_NOOP("Keys", "Zoom in or out");
    const char* const pan = QT_TRANSLATE_NOOP("Keys", "Move the image");
    const char* const rotate = QT_TRANSLATE_NOOP("Keys", "Rotate left or right");
    return {
        {"review.confirm", "C", QT_TRANSLATE_NOOP("Keys", "Confirm the flag")},
        {"review.override", "X", QT_TRANSLATE_NOOP("Keys", "Override the flag: it is wrong")},
        {"review.unsure", "U", QT_TRANSLATE_NOOP("Keys", "Unsure about the flag")},
        {"review.nextFlag", "Down", QT_TRANSLATE_NOOP("Keys", "Next flag"), Use::Chosen, true, true, flag},
        {"review.previousFlag", "Up", QT_TRANSLATE_NOOP("Keys", "Previous flag"), Use::Chosen, true, true,
            flag},
        {"review.drop", "D", QT_TRANSLATE_NOOP("Keys", "Drop the sample")},
        {"review.keep", "K", QT_TRANSLATE_NOOP("Keys", "Keep the sample")},
        {"review.newGold", "1 2 3 4 5 6 7 8 9",
            QT_TRANSLATE_NOOP("Keys", "Make option 1 to 9 the gold answer"), Use::Fixed},
        {"review.editGold", "G", QT_TRANSLATE_NOOP("Keys", "Write a new gold answer")},
        {"review.convert", "O", QT_TRANSLATE_NOOP("Keys", "Convert to open-ended")},
        {"review.editConvert", "Shift+O",
            QT_TRANSLATE_NOOP("Keys", "Write the open-ended question and its answers")},
        {"review.confirmReason", "Shift+C",
            QT_TRANSLATE_NOOP("Keys", "Confirm every open proposal with the reason of this one")},
        {"review.circular", "R", QT_TRANSLATE_NOOP("Keys", "Ask in all rotations of the options")},
        {"review.note", "N", QT_TRANSLATE_NOOP("Keys", "Write a note")},
        {"review.undo", "Z", QT_TRANSLATE_NOOP("Keys", "Undo the last decision")},
        {"review.redo", "Shift+Z", QT_TRANSLATE_NOOP("Keys", "Redo it")},
        {"review.next", "Right Space J", QT_TRANSLATE_NOOP("Keys", "Next sample"), Use::Chosen, true, true},
        {"review.previous", "Left Backspace P", QT_TRANSLATE_NOOP("Keys", "Previous sample"), Use::Chosen,
            true, true},
        {"review.nextUndecided", "Return Enter", QT_TRANSLATE_NOOP("Keys", "Next sample not decided yet"),
            Use::Chosen, false, true},
        {"review.fit", "F 0", QT_TRANSLATE_NOOP("Keys", "Fit the image")},
        {"review.actualSize", "A", QT_TRANSLATE_NOOP("Keys", "Actual size, 1:1")},
        {"review.zoomIn", "+ =", QT_TRANSLATE_NOOP("Keys", "Zoom in"), Use::Chosen, true, false, zoom},
        {"review.zoomOut", "-", QT_TRANSLATE_NOOP("Keys", "Zoom out"), Use::Chosen, true, false, zoom},
        {"review.panLeft", "Shift+Left", QT_TRANSLATE_NOOP("Keys", "Move the image to the left"), Use::Chosen,
            true, false, pan},
        {"review.panRight", "Shift+Right", QT_TRANSLATE_NOOP("Keys", "Move the image to the right"),
            Use::Chosen, true, false, pan},
        {"review.panUp", "Shift+Up", QT_TRANSLATE_NOOP("Keys", "Move the image up"), Use::Chosen, true, false,
            pan},
        {"review.panDown", "Shift+Down", QT_TRANSLATE_NOOP("Keys", "Move the image down"), Use::Chosen, true,
            false, pan},
        {"review.rotateLeft", "[", QT_TRANSLATE_NOOP("Keys", "Rotate left"), Use::Chosen, false, false,
            rotate},
        {"review.rotateRight", "]", QT_TRANSLATE_NOOP("Keys", "Rotate right"), Use::Chosen, false, false,
            rotate},
        {"review.contrast", "T", QT_TRANSLATE_NOOP("Keys", "Contrast: normal, stretched, inverted")},
        {"review.blind", "B", QT_TRANSLATE_NOOP("Keys", "Blind review: answer before flags")},
        {"review.related", "S", QT_TRANSLATE_NOOP("Keys", "See the sample that the flag names")},
        {"review.history", "H", QT_TRANSLATE_NOOP("Keys", "Responses or last decisions")},
        {"review.queues", "Q", QT_TRANSLATE_NOOP("Keys", "Choose another queue")},
    };
}

} // namespace

QString KeyCommand::page() const
{
    const QString whole = QLatin1String(id);
    return whole.left(whole.indexOf(u'.'));
}

const QVector<KeyCommand>& keyCommands()
{
    static const QVector<KeyCommand> all
        = pageCommands() + samplesCommands() + reviewCommands() + windowCommands();
    return all;
}

const KeyCommand* keyCommand(const QString& id)
{
    const QVector<KeyCommand>& all = keyCommands();
    const auto found = std::find_if(
        all.cbegin(), all.cend(), [&](const KeyCommand& each) { return id == QLatin1String(each.id); });
    return found == all.cend() ? nullptr : &*found;
}

QString keyCommandLine(const KeyCommand& command)
{
    return QCoreApplication::translate("Keys", command.together ? command.together : command.what);
}

QString keyCommandText(const KeyCommand& command)
{
    return QCoreApplication::translate("Keys", command.what);
}

} // namespace winnow
