// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/appcontext.h"

#include "ui/models/settings.h"
#include "ui/models/terms.h"
#include "ui/pages/pageregistry.h"

#include <algorithm>

namespace winnow {

namespace {

const QString kSamples = QStringLiteral("samples");
const QString kReview = QStringLiteral("review");

} // namespace

AppContext::AppContext(QObject* parent)
    : QObject(parent)
    , m_session(&m_jobs)
    , m_tracker(&m_jobs)
{
    connect(&m_session, &ProjectSession::failed, this, [this](const Error& error) { notify(error); });
}

AppContext::~AppContext() = default;

void AppContext::setProject(std::shared_ptr<Project> project)
{
    m_tracker.waitForAll();
    m_tickets.clear();
    m_claimed.clear();
    // Waits until every decision is on disk.
    m_decisions.reset();
    m_filter.restore({});
    m_thumbnails.setProject(project);
    if (project) {
        m_decisions = std::make_unique<DecisionService>(project);
        connect(m_decisions.get(), &DecisionService::stored, this, &AppContext::takeReceipt);
        connect(m_decisions.get(), &DecisionService::failed, this, [this](qint64 ticket, const Error& error) {
            if (m_claimed.remove(ticket)) {
                return;
            }
            const bool ours = m_tickets.remove(ticket) > 0;
            if (ours && error.code == ErrorCode::NotFound) {
                notify({Message::Kind::Info, error.message, {}, {}, {}});
            } else {
                notify(error);
            }
        });
        connect(m_decisions.get(), &DecisionService::pendingChanged, this,
            [this](int pending) { emit savingChanged(pending > 0); });
    }
    m_session.setProject(std::move(project));
    emit projectChanged();
}

void AppContext::notify(const Error& error)
{
    if (error.code != ErrorCode::Cancelled) {
        emit messagePosted(Message::of(error));
    }
}

void AppContext::openSamples(const SampleFilter& filter, const QString& title)
{
    m_filter.set(filter, title);
    emit pageRequested(kSamples);
}

bool AppContext::hasReview()
{
    const auto& pages = pageRegistry();
    return std::any_of(
        pages.cbegin(), pages.cend(), [](const PageEntry& page) { return page.id == kReview; });
}

void AppContext::openReview(
    SampleId sample, const QVector<SampleId>& queue, const QString& title, const QStringList& kinds)
{
    emit pageRequested(kReview);
    emit reviewRequested(sample, queue, title, kinds);
}

void AppContext::decide(const BulkDecision& decision)
{
    if (!m_decisions || !m_session.index() || decision.samples.isEmpty()) {
        return;
    }
    const QString what
        = decision.action != Action::None ? actionTitle(decision.action) : verdictTitle(decision.verdict);
    // A slot of its own for each: a second decision must not take the place of one that is still worked out.
    m_tracker.start(
        QStringLiteral("bulk%1").arg(++m_bulk), {},
        [index = m_session.index(), decision, annotator = annotatorName()](
            Progress&) { return bulkEvents(*index, decision, annotator); },
        [this, what](const BulkEvents& bulk) {
            if (bulk.events.isEmpty()) {
                notify({Message::Kind::Info, tr("Nothing to decide: people decided on all of these before."),
                    {}, {}, {}});
                return;
            }
            QString text = tr("%1: %n samples decided.", nullptr, int(bulk.decided)).arg(what);
            if (bulk.skipped > 0) {
                text += u' ' + tr("%n left as they were.", nullptr, int(bulk.skipped));
            }
            m_tickets.insert(m_decisions->decide(bulk.events), text);
        });
}

void AppContext::undoDecision()
{
    if (m_decisions) {
        m_tickets.insert(m_decisions->undo(annotatorName()), {});
    }
}

void AppContext::redoDecision()
{
    if (m_decisions) {
        m_tickets.insert(m_decisions->redo(annotatorName()), {});
    }
}

void AppContext::takeReceipt(const DecisionReceipt& receipt)
{
    m_claimed.remove(receipt.ticket);
    const auto found = m_tickets.constFind(receipt.ticket);
    if (found == m_tickets.constEnd()) {
        return;
    }
    Message message{Message::Kind::Success, *found, {}, tr("Undo"), [this] { undoDecision(); }};
    m_tickets.erase(found);
    switch (receipt.what) {
    case DecisionReceipt::What::Decided:
        break;
    case DecisionReceipt::What::Undone:
        message.text = tr("Undone: %1").arg(describeDecisions(receipt.decisions));
        message.actionText = tr("Redo");
        message.action = [this] { redoDecision(); };
        break;
    case DecisionReceipt::What::Redone:
        message.text = tr("Done again: %1").arg(describeDecisions(receipt.decisions));
        break;
    case DecisionReceipt::What::Remembered:
        return;
    }
    notify(message);
}

} // namespace winnow
