// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/appcontext.h"

#include "ui/models/plaintext.h"
#include "ui/models/settings.h"
#include "ui/models/subsetlist.h"

#include <QCursor>
#include <QMenu>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace winnow {

namespace {

const QString kSamples = QStringLiteral("samples");
const QString kReview = QStringLiteral("review");
const QString kOpenSlot = QStringLiteral("open");
constexpr int kMenuMargins = 64;

} // namespace

AppContext::AppContext(QObject* parent)
    : QObject(parent)
    , m_session(&m_jobs)
    , m_policy(&m_session)
    , m_desk(&m_session, &m_jobs)
    , m_tracker(&m_jobs)
    , m_backups(&m_session, &m_jobs)
{
    connect(&m_session, &ProjectSession::failed, this, [this](const Error& error) { notify(error); });
    connect(&m_policy, &PolicyChoice::failed, this, [this](const Error& error) { notify(error); });
    // A filter by a subset that is gone would show nothing.
    connect(m_session.subsets(), &SubsetList::changed, this, [this] {
        for (const QString& name : m_session.subsets()->missingOf(m_filter.filter().subsets)) {
            m_filter.toggle(FilterField::Subset, name);
            notify({Message::Kind::Info,
                tr("There is no subset “%1” any more; the filter by it is gone").arg(name), {}, {}, {}});
        }
    });
    connect(&m_backups, &BackupSchedule::failed, this, [this](const Error& error) { notify(error); });
    connect(&m_desk, &DecisionDesk::told, this, [this](const Message& message) { notify(message); });
    connect(&m_desk, &DecisionDesk::openProjectRequested, this, &AppContext::openProjectRequested);
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
    m_filter.restore({});
    m_history.clear();
    m_thumbnails.setProject(project);
    m_desk.setProject(project);
    m_session.setProject(std::move(project));
    emit projectChanged();
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
        // Qt measures the entries only.
        menu->setMinimumWidth(menu->fontMetrics().horizontalAdvance(what.title()) + kMenuMargins);
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
    emit aboutToOpen(kSamples);
    m_filter.set(filter, title);
    m_filter.forgetBefore();
    emit pageRequested(kSamples);
}

void AppContext::openReview(
    SampleId sample, const QVector<SampleId>& queue, const QString& title, const QStringList& kinds)
{
    emit aboutToOpen(kReview);
    emit pageRequested(kReview);
    emit reviewRequested(sample, queue, title, kinds);
}

} // namespace winnow
