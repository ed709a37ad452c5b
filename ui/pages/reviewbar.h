// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/decisionbar.h"

namespace winnow {

class ReviewController;

/// The decision bar of the review page: its buttons mark what stands on the sample, what is written in its
/// editors becomes a decision.
class ReviewBar : public DecisionBar {
    Q_OBJECT
public:
    explicit ReviewBar(ReviewController& review, QWidget* parent = nullptr);

    void showStanding();
    /// Opens an editor with what stands, if the annotator may decide.
    void open(Editor editor);
    /// The same for the open-ended form: as somebody wrote it, else as it is proposed.
    void openConversion();

private:
    void write(Editor editor, const QString& text);

    ReviewController& m_review;
};

} // namespace winnow
