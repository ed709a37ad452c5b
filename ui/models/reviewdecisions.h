// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/decisionservice.h"
#include "ui/models/blindreview.h"
#include "ui/models/decisionsinflight.h"
#include "ui/models/reviewparts.h"

#include <QObject>
#include <QPointer>

namespace winnow {

class ReviewWalk;

/// What an annotator decides on the sample that is shown: shown at once, stored after, shown as it was when
/// it cannot be stored. A decision is about the sample on the screen when it is asked for.
class ReviewDecisions : public QObject {
    Q_OBJECT
public:
    /// Keeps `inFlight` up to date.
    ReviewDecisions(ReviewWalk& walk, DecisionsInFlight& inFlight, QObject* parent = nullptr);

    /// Where decisions go from now on; null: nothing can be decided.
    void setService(DecisionService* service, bool blind);
    /// While the page is in view, what others take back is shown too.
    void setActive(bool active) { m_active = active; }
    /// Somebody else goes on.
    void forgetAnswers() { m_blind.forgetAnswers(); }

    void judge(Verdict verdict);
    void act(Action action, const QString& newGold = {});
    /// Makes an option the gold answer, or is the answer of who reviews blind.
    void chooseOption(int option);
    /// The gold answer as it was written: a letter where there are options.
    void writeGold(const QString& text);
    void writeNote(const QString& text);
    /// The question without options, an empty line, and the accepted answers, a line each.
    void writeConversion(const QString& text);
    void answerUnseen(const QString& answer);
    void undo();
    void redo();

    /// The project takes decisions.
    bool isWritable() const;
    /// Tells why not, if so.
    bool mayDecide();
    /// Flags, gold and votes of the shown sample wait for an answer.
    bool isHidden() const;
    bool isBlind() const { return m_blind.isOn(); }
    void setBlind(bool blind);
    bool isAdjudicating() const { return m_adjudicates; }
    void setAdjudicating(bool adjudicates);

signals:
    void changed(winnow::ReviewParts parts);
    /// A hint that goes by itself.
    void said(const QString& hint);
    /// This request was made: nobody else needs to tell how it ended.
    void asked(qint64 ticket);
    /// What was shown as decided is not.
    void notSaved(const winnow::Error& error);

private:
    Decision draft() const;
    void decide(const Decision& asked, bool thenAdvance);
    void request(qint64 ticket, const Decision& decision = {});
    void stored(const DecisionReceipt& receipt);
    void refused(qint64 ticket, const Error& error);

    ReviewWalk& m_walk;
    DecisionsInFlight& m_inFlight;
    QPointer<DecisionService> m_service;
    BlindReview m_blind;
    bool m_adjudicates = false;
    bool m_active = false;
};

} // namespace winnow
