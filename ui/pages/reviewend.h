// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/basics.h"

namespace winnow {

class ReviewSession;

/// What stands where a queue has no further sample, and where to go from there.
class ReviewEnd : public EmptyState {
    Q_OBJECT
public:
    explicit ReviewEnd(QWidget* parent = nullptr);
    void showEnd(const ReviewSession& session);

signals:
    void undecidedAsked();
    void lastSampleAsked();
    void queuesAsked();
    void insightsAsked();
};

} // namespace winnow
