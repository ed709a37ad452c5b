// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/domain/ledgerstate.h"
#include "core/store/samplestore.h"
#include "ui/models/settings.h"
#include "ui/models/terms.h"
#include "ui/pages/reviewpage.h"
#include "ui/pages/reviewpagecache.h"
#include "ui/pages/reviewpagelayout.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/evidencecard.h"
#include "ui/widgets/imageview.h"
#include "ui/widgets/responsepanel.h"

#include <QDateTime>
#include <QToolButton>
#include <QUuid>

namespace winnow {

namespace {

constexpr double kZoomStep = 1.25;
constexpr double kPanStep = 8 * kUnit;

} // namespace

void ReviewPage::run(ReviewCommand command, int option)
{
    if (!service() || !m_cache) {
        return;
    }
    switch (command) {
    case ReviewCommand::Undo:
        undo();
        return;
    case ReviewCommand::Redo:
        redo();
        return;
    case ReviewCommand::Queues:
        showQueues();
        return;
    case ReviewCommand::Next:
    case ReviewCommand::Previous:
    case ReviewCommand::NextUndecided:
        if (m_view->screen() != ReviewLayout::Queues) {
            move(command);
        }
        return;
    default:
        break;
    }
    if (m_view->screen() != ReviewLayout::Sample || runView(command) || !m_bundle) {
        return;
    }
    switch (command) {
    case ReviewCommand::Confirm:
        judge(Verdict::Confirm);
        break;
    case ReviewCommand::Override:
        judge(Verdict::Override);
        break;
    case ReviewCommand::Unsure:
        judge(Verdict::Unsure);
        break;
    case ReviewCommand::Drop:
        act(Action::Drop);
        break;
    case ReviewCommand::Keep:
        act(Action::Keep);
        break;
    case ReviewCommand::Convert:
        act(Action::Convert);
        break;
    case ReviewCommand::Circular:
        act(Action::Circular);
        break;
    case ReviewCommand::NewGold:
        chooseOption(option);
        break;
    case ReviewCommand::EditGold:
        editGold();
        break;
    case ReviewCommand::Note:
        if (mayDecide()) {
            m_view->bar->edit(
                DecisionBar::Editor::Note, isHidden() ? QString() : m_bundle->note(), m_bundle->sample.key());
        }
        break;
    case ReviewCommand::NextFlag:
        moveFlag(1);
        break;
    case ReviewCommand::PreviousFlag:
        moveFlag(-1);
        break;
    case ReviewCommand::BlindReview:
        setBlind(!m_blind);
        break;
    case ReviewCommand::Related:
        visit(m_view->evidence->relatedOfCurrent());
        break;
    case ReviewCommand::History:
        m_view->responses->showList(!m_view->responses->showsHistory());
        break;
    default:
        break;
    }
}

bool ReviewPage::runView(ReviewCommand command)
{
    ImageView* image = m_view->image;
    switch (command) {
    case ReviewCommand::Fit:
        image->fit();
        return true;
    case ReviewCommand::ActualSize:
        image->showActualSize();
        return true;
    case ReviewCommand::ZoomIn:
        image->zoomBy(kZoomStep);
        return true;
    case ReviewCommand::ZoomOut:
        image->zoomBy(1 / kZoomStep);
        return true;
    case ReviewCommand::PanLeft:
        image->panBy({kPanStep, 0});
        return true;
    case ReviewCommand::PanRight:
        image->panBy({-kPanStep, 0});
        return true;
    case ReviewCommand::PanUp:
        image->panBy({0, kPanStep});
        return true;
    case ReviewCommand::PanDown:
        image->panBy({0, -kPanStep});
        return true;
    case ReviewCommand::RotateLeft:
        image->rotateBy(-1);
        return true;
    case ReviewCommand::RotateRight:
        image->rotateBy(1);
        return true;
    case ReviewCommand::Contrast:
        image->cycleContrast();
        say(image->contrast() == Contrast::Normal          ? tr("Contrast: as it is")
                : image->contrast() == Contrast::Stretched ? tr("Contrast: stretched")
                                                           : tr("Contrast: inverted"));
        return true;
    default:
        return false;
    }
}

void ReviewPage::move(ReviewCommand command)
{
    const bool ended = m_view->screen() == ReviewLayout::Notice;
    switch (command) {
    case ReviewCommand::Next:
        if (ended) {
            return;
        }
        m_session.next() ? showCurrent() : showEndOfQueue();
        return;
    case ReviewCommand::Previous:
        // Back from the end of the queue is the last sample.
        if (!ended && !m_session.previous()) {
            say(tr("This is the first sample of the queue"));
            return;
        }
        showCurrent();
        return;
    default:
        if (!m_session.nextUndecided() && (ended || m_session.undecided() == 0)) {
            showEndOfQueue();
        } else {
            showCurrent();
        }
    }
}

void ReviewPage::advance()
{
    // Still on its way to the next sample: the decision was about the one on the screen, not a second step.
    if (m_shown && m_session.current() != m_shown->id) {
        return;
    }
    if (m_session.next()) {
        return;
    }
    m_view->show(ReviewLayout::Notice);
}

bool ReviewPage::mayDecide()
{
    if (!m_bundle) {
        return false;
    }
    if (context().project()->isReadOnly()) {
        say(tr("This project is open for reading only"));
        return false;
    }
    return true;
}

Decision ReviewPage::draft() const
{
    Decision decision;
    decision.annotator = m_session.annotator();
    decision.sampleId = m_bundle->sample.id;
    decision.seconds = double(m_looking.elapsed()) / 1000;
    decision.adjudicates = m_view->adjudicate->isChecked();
    return decision;
}

void ReviewPage::judge(Verdict verdict)
{
    if (!mayDecide()) {
        return;
    }
    if (isHidden()) {
        say(tr("Answer first, then the flags show"));
        return;
    }
    if (m_flag < 0 || m_flag >= m_bundle->flags.size()) {
        say(tr("No flag to decide on here: keep (K) or drop (D) the sample"));
        return;
    }
    Decision decision = draft();
    decision.kind = m_bundle->flags.at(m_flag).kind;
    decision.verdict = verdict;
    if (m_bundle->hasSaid(decision)) {
        // Saying it again adds nothing to the ledger.
        if (m_bundle->nextOpenFlag(0) < 0 && m_shown->id == m_session.current()) {
            move(ReviewCommand::Next);
        }
        return;
    }
    decide(decision, true);
}

void ReviewPage::act(Action action, const QString& newGold)
{
    if (!mayDecide()) {
        return;
    }
    if ((action == Action::Convert || action == Action::Circular) && !m_bundle->sample.isMcq()) {
        say(tr("This sample has no options"));
        return;
    }
    Decision decision = draft();
    decision.action = action;
    decision.newGold = newGold;
    if (m_bundle->hasSaid(decision)) {
        if (m_shown->id == m_session.current()) {
            move(ReviewCommand::Next);
        }
        return;
    }
    decide(decision, true);
}

void ReviewPage::chooseOption(int option)
{
    const Sample& sample = m_bundle->sample;
    if (option >= sample.options.size()) {
        say(sample.isMcq() ? tr("There is no option %1").arg(option + 1)
                           : tr("This sample has no options; G writes a new gold answer"));
        return;
    }
    if (isHidden()) {
        answerUnseen(optionLetter(option));
        return;
    }
    if (option == sample.goldIndex()) {
        const std::optional<Decision> before = m_bundle->action();
        if (before && before->action == Action::Fix) {
            act(Action::Keep);
        } else {
            say(tr("%1 is the gold answer already; K keeps the sample").arg(optionLetter(option)));
        }
        return;
    }
    act(Action::Fix, optionLetter(option));
}

void ReviewPage::answerUnseen(const QString& answer)
{
    m_answeredUnseen.insert(m_bundle->sample.id.value);
    if (!context().project()->isReadOnly()) {
        Decision decision = draft();
        decision.note = kBlindAnswerPrefix + answer;
        decide(decision, false);
    }
    m_flag = m_bundle->firstFlag(m_session.kinds());
    showBundle();
    say(tr("You answered %1").arg(answer));
}

void ReviewPage::editGold()
{
    if (!mayDecide()) {
        return;
    }
    if (isHidden()) {
        m_view->bar->edit(DecisionBar::Editor::Answer, {}, m_bundle->sample.key());
    } else {
        m_view->bar->edit(DecisionBar::Editor::Gold, m_bundle->currentGold(), m_bundle->sample.key());
    }
}

void ReviewPage::saveEdited(DecisionBar::Editor editor, const QString& text)
{
    if (!m_bundle || text.isEmpty()) {
        return;
    }
    if (editor == DecisionBar::Editor::Answer) {
        answerUnseen(text);
    } else if (editor == DecisionBar::Editor::Gold) {
        const int option
            = text.size() == 1 ? optionPosition(text) : optionPosition(text, m_bundle->sample.options.size());
        if (m_bundle->sample.isMcq()) {
            option < 0 ? say(tr("Write the letter of an option, such as B")) : chooseOption(option);
        } else if (text == m_bundle->sample.gold) {
            act(Action::Keep);
        } else {
            act(Action::Fix, text);
        }
    } else if (text != m_bundle->note() && mayDecide()) {
        Decision decision = draft();
        decision.note = text;
        decide(decision, false);
        say(tr("Note saved"));
    }
}

void ReviewPage::moveFlag(int step)
{
    const int count = int(m_bundle->flags.size());
    if (count == 0 || isHidden()) {
        return;
    }
    m_flag = ((m_flag + step) % count + count) % count;
    showBundle();
}

void ReviewPage::visit(const QString& sampleKey)
{
    if (sampleKey.isEmpty()) {
        say(tr("This flag names no other sample"));
        return;
    }
    m_jobs.start(
        QStringLiteral("visit"), {},
        [project = context().project(), sampleKey](Progress&) {
            return project->read([&](sqlite::Connection& c) { return SampleStore(c).byKey(sampleKey); });
        },
        [this, sampleKey](const Result<std::optional<Sample>>& sample) {
            if (!sample || !*sample) {
                say(tr("%1 is not in the project any more").arg(sampleKey));
                return;
            }
            m_session.visit((*sample)->id);
            showCurrent();
            say(tr("Beside the queue; Left or Right comes back"));
        });
}

void ReviewPage::setBlind(bool blind)
{
    m_blind = blind;
    m_view->blind->setChecked(blind);
    if (service() && !context().project()->isReadOnly()) {
        service()->remember(
            {QStringLiteral("review/blind"), blind ? QStringLiteral("1") : QStringLiteral("0")});
    }
    say(blind ? tr("Blind review: flags show after your answer") : tr("Flags show at once"));
    showBundle();
}

void ReviewPage::decide(const Decision& asked, bool thenAdvance)
{
    // What the key meant is shown at once; the disk follows.
    auto changed = std::make_shared<SampleBundle>(*m_bundle);
    Decision decision = asked;
    decision.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    decision.order = nowMicroseconds();
    changed->decisions.append(decision);
    changed->settle();
    m_bundle = changed;
    m_cache->setBundle(decision.sampleId, changed);
    const bool wasReviewed = m_session.isReviewed(decision.sampleId);
    m_session.setReviewed(decision.sampleId, changed->isReviewed());
    if (!wasReviewed && changed->isReviewed()) {
        m_session.rate().add(QDateTime::currentMSecsSinceEpoch(), decision.sampleId);
    }
    const int openFlag = changed->nextOpenFlag(m_flag + 1);
    const bool toNextFlag = thenAdvance && decision.verdict != Verdict::None && openFlag >= 0;
    if (toNextFlag) {
        m_flag = openFlag;
    } else if (thenAdvance) {
        advance();
    }
    request(service()->decide({decision}, m_session.isVisiting() ? SessionMark{} : m_session.positionMark()),
        decision.sampleId);
    m_placeDirty = false;
    m_placeTimer.stop();
    if (m_view->screen() == ReviewLayout::Notice) {
        showEndOfQueue();
    } else if (m_session.current() != m_shown->id) {
        showBundle();
        showCurrent();
    } else {
        showBundle();
    }
}

void ReviewPage::request(qint64 ticket, SampleId sample)
{
    m_inFlight.insert(ticket, sample);
    context().claim(ticket);
}

void ReviewPage::undo()
{
    if (service() && m_started) {
        request(service()->undo(annotatorName()), {});
    }
}

void ReviewPage::redo()
{
    if (service() && m_started) {
        request(service()->redo(annotatorName()), {});
    }
}

void ReviewPage::decisionStored(const DecisionReceipt& receipt)
{
    const bool mine = m_inFlight.remove(receipt.ticket);
    const bool undone = receipt.what == DecisionReceipt::What::Undone;
    if ((!undone && receipt.what != DecisionReceipt::What::Redone) || receipt.decisions.isEmpty()
        || !(mine || m_active) || !m_started) {
        return;
    }
    const SampleId sample = receipt.decisions.first().sampleId;
    const int count = int(receipt.decisions.size());
    if (count > 1) {
        say(undone ? tr("%n decisions taken back", nullptr, count)
                   : tr("%n decisions brought again", nullptr, count));
    } else {
        say(undone ? tr("Taken back: %1").arg(describeDecision(receipt.decisions.first()))
                   : tr("Brought again: %1").arg(describeDecision(receipt.decisions.first())));
    }
    for (const Decision& decision : receipt.decisions) {
        m_answeredUnseen.remove(decision.sampleId.value);
    }
    m_session.goTo(sample);
    m_view->bar->closeEditor();
    m_view->show(ReviewLayout::Sample);
    // Shown when its state after the undo has been read, so that nothing is shown that no longer stands.
    m_awaited = sample;
    m_cache->want(neighbours());
    m_cache->refresh(sample);
}

void ReviewPage::decisionFailed(qint64 ticket, const Error& error)
{
    const auto found = m_inFlight.constFind(ticket);
    if (found == m_inFlight.constEnd()) {
        return;
    }
    const SampleId sample = *found;
    m_inFlight.erase(found);
    if (!sample && error.code == ErrorCode::NotFound) {
        say(errorMessage(error));
        return;
    }
    context().notify(error);
    if (sample) {
        // What was shown as decided is not: back to it.
        m_session.goTo(sample);
        m_view->show(ReviewLayout::Sample);
        m_awaited = sample;
        m_cache->want(neighbours());
        m_cache->refresh(sample);
    }
}

void ReviewPage::rememberPlace() const
{
    if (!m_placeDirty || !service() || m_session.isEmpty() || context().project()->isReadOnly()) {
        return;
    }
    m_placeDirty = false;
    service()->remember(m_session.positionMark());
}

} // namespace winnow
