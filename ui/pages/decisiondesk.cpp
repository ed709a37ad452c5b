// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decisiondesk.h"

#include "core/store/flagstore.h"
#include "core/store/ledger.h"
#include "ui/models/settings.h"
#include "ui/models/terms.h"
#include "ui/util/dialogs.h"

#include <QFileInfo>

#include <utility>

namespace winnow {

DecisionDesk::DecisionDesk(ProjectSession* session, JobModel* jobs, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_tracker(jobs)
{
}

DecisionDesk::~DecisionDesk() = default;

void DecisionDesk::setProject(const std::shared_ptr<Project>& project)
{
    m_tracker.waitForAll();
    m_tickets.clear();
    m_claimed.clear();
    if (m_service && m_service->state().problem) {
        m_carried = m_service->unsaved();
        m_carriedFrom = m_service->project()->ledger().projectUuid();
    }
    // Waits until every decision is on disk.
    m_service.reset();
    m_toldUnsaved = false;
    if (!project) {
        return;
    }
    m_service = std::make_unique<DecisionService>(project);
    connect(m_service.get(), &DecisionService::stored, this, &DecisionDesk::takeReceipt);
    connect(m_service.get(), &DecisionService::failed, this, [this](qint64 ticket, const Error& error) {
        if (m_claimed.remove(ticket)) {
            return;
        }
        const bool ours = m_tickets.remove(ticket) > 0;
        if (ours && error.code == ErrorCode::NotFound) {
            emit told({Message::Kind::Info, errorMessage(error), {}, {}, {}});
        } else {
            tell(error);
        }
    });
    connect(m_service.get(), &DecisionService::stateChanged, this, &DecisionDesk::takeSaveState);
    if (m_carriedFrom == project->ledger().projectUuid()) {
        m_service->adopt(m_carried);
    }
    forgetUnsaved();
}

void DecisionDesk::tell(const Error& error)
{
    if (error.code != ErrorCode::Cancelled) {
        emit told(Message::of(error));
    }
}

void DecisionDesk::forgetUnsaved()
{
    m_carried.clear();
    m_carriedFrom.clear();
}

void DecisionDesk::takeSaveState(const SaveState& state)
{
    emit saveStateChanged(state);
    if (!state.problem || state.unsaved == 0) {
        if (std::exchange(m_toldUnsaved, false)) {
            emit told({Message::Kind::Success, tr("Everything is saved now"), {}, {}, {}});
        }
        return;
    }
    if (m_toldUnsaved) {
        return;
    }
    m_toldUnsaved = true;
    Message message = Message::of(*state.problem);
    message.text
        = tr("%n changes are not saved", nullptr, state.unsaved) + QStringLiteral(": ") + message.text;
    if (state.problem->code == ErrorCode::Replaced) {
        message.actionText = tr("Open again");
        message.action = [this, path = m_service->project()->path()] { emit openProjectRequested(path); };
    } else {
        message.remedy += u' ' + tr("They are kept and tried again.");
        message.actionText = tr("Save elsewhere…");
        message.action = [this] { saveElsewhere(nullptr); };
    }
    emit told(message);
}

bool DecisionDesk::saveElsewhere(QWidget* parent)
{
    if (!m_service) {
        return false;
    }
    const QString path = dialogs::saveFile(parent, tr("Save decisions elsewhere"),
        QFileInfo(m_service->project()->path()).completeBaseName() + QStringLiteral("-decisions.jsonl"),
        tr("Ledgers (*.jsonl)"));
    if (path.isEmpty()) {
        return false;
    }
    const QVector<DecisionRequest> requests = m_service->unsaved();
    m_tracker.start(
        QStringLiteral("save elsewhere"), tr("Saving decisions elsewhere"),
        [project = m_service->project(), requests, path](Progress&) {
            const Result<> written = writeDecisionsElsewhere(*project, requests, path);
            return written ? Result<QString>(path) : Result<QString>(tl::unexpected<Error>(written.error()));
        },
        [this](const Result<QString>& written) {
            if (!written) {
                tell(written.error());
                return;
            }
            emit told({Message::Kind::Success,
                tr("Saved in %1; merging that file brings them into a project").arg(*written), {}, {}, {}});
        });
    return true;
}

void DecisionDesk::decide(const BulkDecision& decision)
{
    if (!m_service || !m_session->index() || decision.samples.isEmpty()) {
        return;
    }
    const QString what
        = decision.action != Action::None ? actionTitle(decision.action) : verdictTitle(decision.verdict);
    // A slot of its own for each: a second decision must not take the place of one that is still worked out.
    m_tracker.start(
        QStringLiteral("bulk%1").arg(++m_bulk), {},
        [index = m_session->index(), decision, annotator = annotatorName()](
            Progress&) -> Result<BulkEvents> { return bulkEvents(*index, decision, annotator); },
        [this, what](const Result<BulkEvents>& made) { made ? take(*made, what) : tell(made.error()); });
}

void DecisionDesk::confirmReason(const QString& kind, const QString& reason)
{
    if (!m_service || !m_session->index()) {
        return;
    }
    m_tracker.start(
        QStringLiteral("bulk%1").arg(++m_bulk), {},
        [index = m_session->index(), project = m_service->project(), kind, reason,
            annotator = annotatorName()](Progress&) -> Result<BulkEvents> {
            const auto samples = project->read(
                [&](sqlite::Connection& c) { return FlagStore(c).samplesOfReason(kind, reason); });
            if (!samples) {
                return tl::unexpected<Error>(samples.error());
            }
            BulkDecision decision;
            decision.samples = *samples;
            decision.verdict = Verdict::Confirm;
            decision.kinds = {kind};
            return bulkEvents(*index, decision, annotator);
        },
        [this](const Result<BulkEvents>& made) {
            made ? take(*made, verdictTitle(Verdict::Confirm)) : tell(made.error());
        });
}

void DecisionDesk::take(const BulkEvents& bulk, const QString& what)
{
    if (bulk.events.isEmpty()) {
        emit told({Message::Kind::Info, tr("Nothing to decide: people decided on all of these before."), {},
            {}, {}});
        return;
    }
    QString text = bulk.flags > 0 ? tr("%1: %n flags decided.", nullptr, int(bulk.flags)).arg(what)
                                  : tr("%1: %n samples decided.", nullptr, int(bulk.decided)).arg(what);
    if (bulk.skipped > 0) {
        text += u' ' + tr("%n samples left as they were.", nullptr, int(bulk.skipped));
    }
    m_tickets.insert(m_service->decide(bulk.events), text);
}

void DecisionDesk::undo()
{
    if (m_service) {
        m_tickets.insert(m_service->undo(annotatorName()), {});
    }
}

void DecisionDesk::redo()
{
    if (m_service) {
        m_tickets.insert(m_service->redo(annotatorName()), {});
    }
}

void DecisionDesk::takeReceipt(const DecisionReceipt& receipt)
{
    m_claimed.remove(receipt.ticket);
    const auto found = m_tickets.constFind(receipt.ticket);
    if (found == m_tickets.constEnd()) {
        return;
    }
    Message message{Message::Kind::Success, *found, {}, tr("Undo"), [this] { undo(); }};
    m_tickets.erase(found);
    switch (receipt.what) {
    case DecisionReceipt::What::Decided:
        break;
    case DecisionReceipt::What::Undone:
        message.text = tr("Undone: %1").arg(describeDecisions(receipt.decisions));
        message.actionText = tr("Redo");
        message.action = [this] { redo(); };
        break;
    case DecisionReceipt::What::Redone:
        message.text = tr("Done again: %1").arg(describeDecisions(receipt.decisions));
        break;
    case DecisionReceipt::What::Remembered:
        return;
    }
    emit told(message);
}

} // namespace winnow
