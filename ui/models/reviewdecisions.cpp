// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/reviewdecisions.h"

#include "core/base/clock.h"
#include "core/store/project.h"
#include "ui/models/decisionhistorymodel.h"
#include "ui/models/keymap.h"
#include "ui/models/reviewwalk.h"
#include "ui/models/settings.h"
#include "ui/models/terms.h"

#include <QUuid>

namespace winnow {

ReviewDecisions::ReviewDecisions(ReviewWalk& walk, DecisionsInFlight& inFlight, QObject* parent)
    : QObject(parent)
    , m_walk(walk)
    , m_inFlight(inFlight)
{
}

void ReviewDecisions::setService(DecisionService* service, bool blind)
{
    if (m_service) {
        m_service->disconnect(this);
    }
    m_inFlight.clear();
    m_service = service;
    m_adjudicates = false;
    m_blind.forgetAnswers();
    m_blind.set(blind);
    if (service) {
        connect(service, &DecisionService::stored, this, &ReviewDecisions::stored);
        connect(service, &DecisionService::failed, this, &ReviewDecisions::refused);
        emit changed(ReviewPart::Blind);
    }
}

bool ReviewDecisions::isHidden() const
{
    const auto& bundle = m_walk.shown().bundle();
    return bundle && m_blind.hides(*bundle, m_walk.session().annotator());
}

void ReviewDecisions::setBlind(bool blind)
{
    m_blind.set(blind);
    if (isWritable()) {
        m_service->remember({kBlindKey, blind ? QStringLiteral("1") : QStringLiteral("0")});
    }
    emit said(blind ? tr("Blind review: flags show after your answer") : tr("Flags show at once"));
    emit changed(ReviewPart::Blind | ReviewPart::Standing);
}

void ReviewDecisions::setAdjudicating(bool adjudicates)
{
    m_adjudicates = adjudicates;
    emit said(adjudicates ? tr("Adjudicating: your decisions settle what annotators disagree on")
                          : tr("Your decisions count like those of others"));
}

bool ReviewDecisions::isWritable() const
{
    return m_service && !m_service->project()->isReadOnly();
}

bool ReviewDecisions::mayDecide()
{
    if (!m_walk.shown().bundle()) {
        return false;
    }
    if (!isWritable()) {
        emit said(tr("This project is open for reading only"));
        return false;
    }
    return true;
}

Decision ReviewDecisions::draft() const
{
    Decision decision;
    decision.annotator = m_walk.session().annotator();
    decision.sampleId = m_walk.shown().bundle()->sample.id;
    decision.seconds = m_walk.shown().seconds();
    decision.adjudicates = m_adjudicates;
    return decision;
}

void ReviewDecisions::judge(Verdict verdict)
{
    if (!mayDecide()) {
        return;
    }
    if (isHidden()) {
        emit said(tr("Answer first, then the flags show"));
        return;
    }
    const ShownSample& shown = m_walk.shown();
    if (!shown.flag()) {
        const KeyMap& keys = KeyMap::instance();
        emit said(
            tr("No flag to decide on here: keep (%1) or drop (%2) the sample")
                .arg(keys.text(QStringLiteral("review.keep")), keys.text(QStringLiteral("review.drop"))));
        return;
    }
    Decision decision = draft();
    decision.kind = shown.flag()->kind;
    decision.verdict = verdict;
    if (shown.bundle()->hasSaid(decision)) {
        // Saying it again adds nothing to the ledger.
        if (shown.bundle()->nextOpenFlag(0) < 0 && shown.id() == m_walk.session().current()) {
            m_walk.step(ReviewWalk::Step::Next);
        }
        return;
    }
    decide(decision, true);
}

void ReviewDecisions::act(Action action, const QString& newGold)
{
    if (!mayDecide()) {
        return;
    }
    const ShownSample& shown = m_walk.shown();
    if ((action == Action::Convert || action == Action::Circular) && !shown.bundle()->sample.isMcq()) {
        emit said(tr("This sample has no options"));
        return;
    }
    Decision decision = draft();
    decision.action = action;
    decision.newGold = newGold;
    if (shown.bundle()->hasSaid(decision)) {
        if (shown.id() == m_walk.session().current()) {
            m_walk.step(ReviewWalk::Step::Next);
        }
        return;
    }
    decide(decision, true);
}

void ReviewDecisions::chooseOption(int option)
{
    const auto bundle = m_walk.shown().bundle();
    if (!bundle) {
        return;
    }
    const Sample& sample = bundle->sample;
    if (option >= sample.options.size()) {
        emit said(sample.isMcq() ? tr("There is no option %1").arg(option + 1)
                                 : tr("This sample has no options; G writes a new gold answer"));
        return;
    }
    if (isHidden()) {
        answerUnseen(optionLetter(option));
        return;
    }
    if (option == sample.goldIndex()) {
        const std::optional<Decision> before = bundle->action();
        if (before && before->action == Action::Fix) {
            act(Action::Keep);
        } else {
            emit said(tr("%1 is the gold answer already; K keeps the sample").arg(optionLetter(option)));
        }
        return;
    }
    act(Action::Fix, optionLetter(option));
}

void ReviewDecisions::writeGold(const QString& text)
{
    const auto bundle = m_walk.shown().bundle();
    if (!bundle || text.isEmpty()) {
        return;
    }
    const Sample& sample = bundle->sample;
    if (sample.isMcq()) {
        const int option
            = text.size() == 1 ? optionPosition(text) : optionPosition(text, sample.options.size());
        option < 0 ? emit said(tr("Write the letter of an option, such as B")) : chooseOption(option);
    } else if (text == sample.gold) {
        act(Action::Keep);
    } else {
        act(Action::Fix, text);
    }
}

void ReviewDecisions::writeConversion(const QString& text)
{
    const qsizetype gap = text.lastIndexOf(QStringLiteral("\n\n"));
    const QStringList lines = text.mid(gap + 2).split(u'\n', Qt::SkipEmptyParts);
    QStringList answers;
    for (const QString& line : lines) {
        if (!line.trimmed().isEmpty()) {
            answers.append(line.trimmed());
        }
    }
    if (gap <= 0 || answers.isEmpty() || text.left(gap).trimmed().isEmpty()) {
        emit said(tr("Write the question, an empty line and at least one answer"));
        return;
    }
    if (!mayDecide()) {
        return;
    }
    Decision decision = draft();
    decision.action = Action::Convert;
    decision.newQuestion = text.left(gap).trimmed();
    decision.newGold = answers.join(u'\n');
    decide(decision, true);
}

void ReviewDecisions::writeNote(const QString& text)
{
    const auto& bundle = m_walk.shown().bundle();
    if (bundle && !text.isEmpty() && text != bundle->note() && mayDecide()) {
        Decision decision = draft();
        decision.note = text;
        decide(decision, false);
        emit said(tr("Note saved"));
    }
}

void ReviewDecisions::answerUnseen(const QString& answer)
{
    if (!m_walk.shown().bundle() || answer.isEmpty()) {
        return;
    }
    m_blind.answered(m_walk.shown().id());
    if (isWritable()) {
        Decision decision = draft();
        decision.note = kBlindAnswerPrefix + answer;
        decide(decision, false);
    }
    m_walk.setFlag(m_walk.shown().bundle()->firstFlag(m_walk.session().kinds()));
    emit said(tr("You answered %1").arg(answer));
}

void ReviewDecisions::decide(const Decision& asked, bool thenAdvance)
{
    // What the key meant is shown at once; the disk follows.
    Decision decision = asked;
    decision.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    decision.order = nowMicroseconds();
    const SessionMark mark = m_walk.decide(decision, thenAdvance);
    request(m_service->decide({decision}, mark), decision);
    m_walk.showDecided();
}

void ReviewDecisions::request(qint64 ticket, const Decision& decision)
{
    m_inFlight.add(ticket, decision);
    emit asked(ticket);
}

void ReviewDecisions::undo()
{
    if (m_service) {
        request(m_service->undo(annotatorName()));
    }
}

void ReviewDecisions::redo()
{
    if (m_service) {
        request(m_service->redo(annotatorName()));
    }
}

void ReviewDecisions::stored(const DecisionReceipt& receipt)
{
    const bool mine = m_inFlight.take(receipt.ticket).has_value();
    const bool undone = receipt.what == DecisionReceipt::What::Undone;
    if ((!undone && receipt.what != DecisionReceipt::What::Redone) || receipt.decisions.isEmpty()
        || !(mine || m_active)) {
        return;
    }
    const Decision& first = receipt.decisions.first();
    const int count = int(receipt.decisions.size());
    if (count > 1) {
        emit said(undone ? tr("%n decisions taken back", nullptr, count)
                         : tr("%n decisions brought again", nullptr, count));
    } else {
        emit said(undone ? tr("Taken back: %1").arg(describeDecision(first))
                         : tr("Brought again: %1").arg(describeDecision(first)));
    }
    for (const Decision& decision : receipt.decisions) {
        m_blind.takeBack(decision.sampleId);
    }
    emit changed(ReviewPart::Editing);
    m_walk.showReadAgain(first.sampleId);
}

void ReviewDecisions::refused(qint64 ticket, const Error& error)
{
    const std::optional<SampleId> sample = m_inFlight.take(ticket);
    if (!sample) {
        return;
    }
    if (!*sample && error.code == ErrorCode::NotFound) {
        emit said(errorMessage(error));
        return;
    }
    emit notSaved(error);
    if (*sample) {
        m_walk.showReadAgain(*sample);
    }
}

} // namespace winnow
