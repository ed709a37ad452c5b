// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/openingnotice.h"

#include "core/store/ledger.h"

#include <QCoreApplication>

#include <utility>

namespace winnow {

namespace {

struct OpeningNotice {
    Q_DECLARE_TR_FUNCTIONS(OpeningNotice)
};

} // namespace

std::optional<Message> openingNotice(Project& project, std::function<void()> showDisputed)
{
    const LedgerStatus ledger = project.ledger().status();
    if (project.readOnlyReason()) {
        return Message::of(*project.readOnlyReason());
    }
    if (project.isReadOnly()) {
        return Message{Message::Kind::Warning, OpeningNotice::tr("This project is open for reading only"),
            OpeningNotice::tr("Copy it to a folder you may write to if you want to decide."), {}, {}};
    }
    if (!ledger.disputedAtOpening.isEmpty()) {
        return Message{Message::Kind::Warning,
            OpeningNotice::tr("Annotators disagree on %n flags, which are disputed now", nullptr,
                int(ledger.disputedAtOpening.size())),
            OpeningNotice::tr("Every policy keeps their samples until somebody adjudicates."),
            OpeningNotice::tr("Show them"), std::move(showDisputed)};
    }
    if (ledger.badLines > 0) {
        return Message{Message::Kind::Warning,
            OpeningNotice::tr(
                "%n lines of the journal are damaged; the others count", nullptr, int(ledger.badLines)),
            OpeningNotice::tr("They are left out; no decision in the project is touched."), {}, {}};
    }
    if (!ledger.setAside.isEmpty()) {
        return Message{Message::Kind::Warning,
            OpeningNotice::tr("A journal that was another project's, or broken, was set aside"),
            OpeningNotice::tr("It is kept as %1.").arg(ledger.setAside), {}, {}};
    }
    if (!project.locksHoldThroughCloses()) {
        return Message{Message::Kind::Warning,
            OpeningNotice::tr("Locks on this disk do not hold between programs"),
            OpeningNotice::tr(
                "Let one program at a time use this project, or move it to a disk of this computer."),
            {}, {}};
    }
    if (project.outcome() == OpenOutcome::Upgraded) {
        return Message{Message::Kind::Info,
            OpeningNotice::tr("The project was brought up to date; a backup is beside it"), {}, {}, {}};
    }
    return std::nullopt;
}

} // namespace winnow
