// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reviewend.h"

#include "core/review/reviewsession.h"

namespace winnow {

ReviewEnd::ReviewEnd(QWidget* parent)
    : EmptyState(parent)
{
    setObjectName(QStringLiteral("reviewNotice"));
}

void ReviewEnd::showEnd(const ReviewSession& session)
{
    const qint64 undecided = session.undecided();
    const bool finished = !session.isEmpty() && undecided <= 0;
    clearActions();
    if (session.isEmpty()) {
        set(QStringLiteral("review"), tr("This queue is empty"),
            tr("Nothing matches it any more. Choose another one."));
    } else if (!finished) {
        set(QStringLiteral("review"), tr("End of the queue"),
            tr("%n samples of it are not decided yet.", nullptr, int(undecided)));
        addAction(tr("Go to the next undecided"), [this] { emit undecidedAsked(); });
    } else {
        set(QStringLiteral("confirm"), tr("Queue finished"),
            tr("All %n samples of \"%1\" are decided. Z takes the last decision back.", nullptr,
                int(session.progress().total))
                .arg(session.title()));
        addAction(tr("Choose another queue"), [this] { emit queuesAsked(); });
        addAction(tr("See what it changes"), [this] { emit insightsAsked(); });
    }
    if (!session.isEmpty()) {
        addAction(tr("Back to the last sample"), [this] { emit lastSampleAsked(); });
    }
    if (!finished) {
        addAction(tr("Choose another queue"), [this] { emit queuesAsked(); });
    }
}

} // namespace winnow
