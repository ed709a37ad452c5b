// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;

namespace winnow {

class ReviewController;
class Text;

/// The line above the sample: which one it is, where in which queue, what was decided, how it is reviewed.
class ReviewHeader : public QWidget {
    Q_OBJECT
public:
    explicit ReviewHeader(QWidget* parent = nullptr);

    /// Where the review stands.
    void showPlace(const ReviewController& review);
    void setBlind(bool blind);
    void setAdjudicating(bool adjudicates);

signals:
    void queuesAsked();
    void blindChosen(bool blind);
    void adjudicatingChosen(bool adjudicates);

private:
    Text* m_sampleKey;
    Text* m_place;
    QToolButton* m_queue;
    Text* m_state;
    QToolButton* m_blind;
    QToolButton* m_adjudicate;
};

} // namespace winnow
