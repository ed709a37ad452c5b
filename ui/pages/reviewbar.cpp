// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reviewbar.h"

#include "core/domain/ledgerstate.h"
#include "core/transform/transformation.h"
#include "ui/models/keymap.h"
#include "ui/models/reviewcontroller.h"
#include "ui/pages/reviewkeys.h"

#include <algorithm>

namespace winnow {

namespace {

/// The question, an empty line, the answers.
QString conversionText(const QString& question, const QString& answers)
{
    return question + QStringLiteral("\n\n") + answers;
}

} // namespace

ReviewBar::ReviewBar(ReviewController& review, QWidget* parent)
    : DecisionBar(parent)
    , m_review(review)
{
    setButtons(reviewButtons());
    connect(this, &DecisionBar::edited, this, &ReviewBar::write);
}

void ReviewBar::showStanding()
{
    const ShownSample& shown = m_review.walk().shown();
    const auto& bundle = shown.bundle();
    const bool hidden = m_review.decisions().isHidden();
    const bool writable = m_review.decisions().isWritable();
    const bool mcq = bundle->sample.isMcq();
    const auto mark = [this](ReviewCommand command, bool active, bool enabled) {
        KeyButton* marked = button(int(command));
        marked->setActive(active);
        marked->setEnabled(enabled);
    };
    const Flag* flag = hidden ? nullptr : shown.flag();
    const auto markVerdict = [&](ReviewCommand command, Verdict verdict) {
        mark(command, flag && flag->state == stateAfter(verdict), writable && flag);
    };
    markVerdict(ReviewCommand::Confirm, Verdict::Confirm);
    markVerdict(ReviewCommand::Override, Verdict::Override);
    markVerdict(ReviewCommand::Unsure, Verdict::Unsure);
    // What others did would tell the answer.
    const std::optional<Decision> action = hidden ? std::nullopt : bundle->action();
    const Action taken = action ? action->action : Action::None;
    mark(ReviewCommand::Drop, taken == Action::Drop, writable);
    mark(ReviewCommand::Keep, taken == Action::Keep, writable);
    mark(ReviewCommand::NewGold, taken == Action::Fix, writable);
    // An open question has no options to number.
    button(int(ReviewCommand::NewGold))
        ->setKey(KeyMap::instance().buttonText(
            mcq ? QStringLiteral("review.newGold") : QStringLiteral("review.editGold")));
    mark(ReviewCommand::Convert, taken == Action::Convert, writable && mcq);
    mark(ReviewCommand::Circular, taken == Action::Circular, writable && mcq);
    mark(ReviewCommand::Note, !hidden && !bundle->note().isEmpty(), writable);
    mark(ReviewCommand::Undo, false, writable);
    mark(ReviewCommand::Redo, false, writable);
}

void ReviewBar::open(Editor editor)
{
    if (!m_review.decisions().mayDecide()) {
        return;
    }
    const auto& bundle = m_review.walk().shown().bundle();
    const bool hidden = m_review.decisions().isHidden();
    QString text;
    if (!hidden) {
        text = editor == Editor::Note ? bundle->note() : bundle->currentGold();
    }
    edit(editor, text, bundle->sample.key());
}

void ReviewBar::openConversion()
{
    const auto& bundle = m_review.walk().shown().bundle();
    if (!m_review.decisions().mayDecide() || m_review.decisions().isHidden()) {
        return;
    }
    const Sample& sample = bundle->sample;
    if (!sample.isMcq()) {
        m_review.decisions().act(Action::Convert);
        return;
    }
    const int gold = std::max(sample.goldIndex(), 0);
    const OpenForm proposed
        = openFormOf(sample.question, sample.options, gold, transformationOf(sample).reason);
    const std::optional<Decision> before = bundle->action();
    const bool written = before && before->action == Action::Convert && !before->newGold.isEmpty();
    edit(Editor::Conversion,
        written ? conversionText(before->newQuestion, before->newGold)
                : conversionText(proposed.question, proposed.accepted.join(u'\n')),
        sample.key());
}

void ReviewBar::write(Editor editor, const QString& text)
{
    ReviewDecisions& decisions = m_review.decisions();
    if (editor == Editor::Conversion) {
        decisions.writeConversion(text);
        return;
    }
    if (editor == Editor::Answer) {
        decisions.answerUnseen(text);
    } else if (editor == Editor::Gold) {
        decisions.writeGold(text);
    } else {
        decisions.writeNote(text);
    }
}

} // namespace winnow
