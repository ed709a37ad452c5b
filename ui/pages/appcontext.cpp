// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/appcontext.h"

#include "core/curate/insights.h"
#include "core/store/ledger.h"
#include "ui/models/plaintext.h"
#include "ui/models/settings.h"
#include "ui/models/terms.h"
#include "ui/pages/pageregistry.h"
#include "ui/util/dialogs.h"

#include <QCursor>
#include <QFileInfo>
#include <QMenu>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace winnow {

namespace {

const QString kSamples = QStringLiteral("samples");
const QString kReview = QStringLiteral("review");
const QString kOpenSlot = QStringLiteral("open");

} // namespace

AppContext::AppContext(QObject* parent)
    : QObject(parent)
    , m_session(&m_jobs)
    , m_policy(&m_session)
    , m_tracker(&m_jobs)
    , m_backups(&m_session, &m_jobs)
{
    connect(&m_session, &ProjectSession::failed, this, [this](const Error& error) { notify(error); });
    connect(&m_policy, &PolicyChoice::failed, this, [this](const Error& error) { notify(error); });
    connect(&m_backups, &BackupSchedule::failed, this, [this](const Error& error) { notify(error); });
    connect(&m_session, &ProjectSession::storeChanged, this, [this](const ChangeSet& changes) {
        if (changes.parts & ChangeSet::Samples) {
            m_thumbnails.retryFailed();
        }
    });
}

AppContext::~AppContext() = default;

void AppContext::setProject(std::shared_ptr<Project> project)
{
    m_tracker.waitForAll();
    m_tickets.clear();
    m_claimed.clear();
    if (m_decisions && m_decisions->state().problem) {
        m_carried = m_decisions->unsaved();
        m_carriedFrom = m_decisions->project()->ledger().projectUuid();
    }
    // Waits until every decision is on disk.
    m_decisions.reset();
    m_toldUnsaved = false;
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
                notify({Message::Kind::Info, errorMessage(error), {}, {}, {}});
            } else {
                notify(error);
            }
        });
        connect(m_decisions.get(), &DecisionService::stateChanged, this, &AppContext::takeSaveState);
        if (m_carriedFrom == project->ledger().projectUuid()) {
            m_decisions->adopt(m_carried);
        }
        forgetUnsaved();
    }
    m_session.setProject(std::move(project));
    emit projectChanged();
}

void AppContext::forgetUnsaved()
{
    m_carried.clear();
    m_carriedFrom.clear();
}

void AppContext::takeSaveState(const SaveState& state)
{
    emit saveStateChanged(state);
    if (!state.problem || state.unsaved == 0) {
        if (std::exchange(m_toldUnsaved, false)) {
            notify({Message::Kind::Success, tr("Everything is saved now"), {}, {}, {}});
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
        message.action = [this, path = project()->path()] { emit openProjectRequested(path); };
    } else {
        message.remedy += u' ' + tr("They are kept and tried again.");
        message.actionText = tr("Save elsewhere…");
        message.action = [this] { saveElsewhere(nullptr); };
    }
    notify(message);
}

bool AppContext::saveElsewhere(QWidget* parent)
{
    if (!m_decisions) {
        return false;
    }
    const QString path = dialogs::saveFile(parent, tr("Save decisions elsewhere"),
        QFileInfo(project()->path()).completeBaseName() + QStringLiteral("-decisions.jsonl"),
        tr("Ledgers (*.jsonl)"));
    if (path.isEmpty()) {
        return false;
    }
    const QVector<DecisionRequest> requests = m_decisions->unsaved();
    m_tracker.start(
        QStringLiteral("save elsewhere"), tr("Saving decisions elsewhere"),
        [project = project(), requests, path](Progress&) {
            const Result<> written = writeDecisionsElsewhere(*project, requests, path);
            return written ? Result<QString>(path) : Result<QString>(tl::unexpected<Error>(written.error()));
        },
        [this](const Result<QString>& written) {
            if (!written) {
                notify(written.error());
                return;
            }
            notify({Message::Kind::Success,
                tr("Saved in %1; merging that file brings them into a project").arg(*written), {}, {}, {}});
        });
    return true;
}

void AppContext::setAnnotator(const QString& name)
{
    const QString wanted = name.simplified();
    if (!wanted.isEmpty() && wanted != annotatorName()) {
        setAnnotatorName(wanted);
        emit annotatorChanged(annotatorName());
    }
}

void AppContext::notify(const Error& error)
{
    if (error.code != ErrorCode::Cancelled) {
        emit messagePosted(Message::of(error));
    }
}

void AppContext::open(const ClickThrough& what, QWidget* from)
{
    switch (what.where()) {
    case ClickThrough::Where::Nowhere:
        return;
    case ClickThrough::Where::Page:
        goTo(what.page());
        return;
    case ClickThrough::Where::Samples:
        openSamples(what.filter(), what.title());
        return;
    case ClickThrough::Where::Review:
        openReview(what.filter().only->first(), *what.filter().only, what.title(), what.kinds());
        return;
    case ClickThrough::Where::Choice:
        askWhich(what, from);
        return;
    case ClickThrough::Where::Later:
        break;
    }
    if (!project()) {
        return;
    }
    m_tracker.start(
        kOpenSlot, {},
        [project = project(), load = what.load()](Progress& progress) { return load(*project, progress); },
        [this, nothing = what.nothing(), from = QPointer<QWidget>(from)](const Result<ClickThrough>& found) {
            if (!found) {
                notify(found.error());
            } else if (found->isEmpty()) {
                notify({Message::Kind::Info, nothing.isEmpty() ? tr("There are no such samples") : nothing,
                    {}, {}, {}});
            } else {
                open(*found, from);
            }
        });
}

void AppContext::askWhich(const ClickThrough& what, QWidget* from)
{
    auto* menu = new QMenu(from);
    menu->setObjectName(QStringLiteral("clickThroughMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!what.title().isEmpty()) {
        menu->addSection(plainCaption(what.title()));
    }
    for (const ClickThrough& each : what.choices()) {
        QAction* action
            = menu->addAction(plainCaption(each.label()), this, [this, each, from] { open(each, from); });
        action->setEnabled(!each.isEmpty());
    }
    menu->popup(QCursor::pos());
}

void AppContext::openSamples(const SampleFilter& filter, const QString& title)
{
    m_filter.set(filter, title);
    emit pageRequested(kSamples);
}

void AppContext::openSamplesOfModel(const QString& model, const QString& dataset)
{
    if (!project()) {
        return;
    }
    m_tracker.start(
        QStringLiteral("model"), {},
        [project = project(), model, dataset](
            Progress& progress) { return samplesOfModel(*project, {}, model, dataset, false, progress); },
        [this, model](const Result<ModelSamples>& samples) {
            if (!samples) {
                notify(samples.error());
                return;
            }
            SampleFilter filter;
            filter.only = samples->right + samples->wrong;
            if (filter.only->isEmpty()) {
                notify({Message::Kind::Info, tr("%1 has no scored answers with the image").arg(model), {}, {},
                    {}});
                return;
            }
            openSamples(filter, tr("Answered by %1").arg(model));
        });
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
            Progress&) -> Result<BulkEvents> { return bulkEvents(*index, decision, annotator); },
        [this, what](const Result<BulkEvents>& made) {
            if (!made) {
                notify(made.error());
                return;
            }
            const BulkEvents& bulk = *made;
            if (bulk.events.isEmpty()) {
                notify({Message::Kind::Info, tr("Nothing to decide: people decided on all of these before."),
                    {}, {}, {}});
                return;
            }
            QString text = bulk.flags > 0
                ? tr("%1: %n flags decided.", nullptr, int(bulk.flags)).arg(what)
                : tr("%1: %n samples decided.", nullptr, int(bulk.decided)).arg(what);
            if (bulk.skipped > 0) {
                text += u' ' + tr("%n samples left as they were.", nullptr, int(bulk.skipped));
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
