// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/computedpage.h"

#include "ui/models/terms.h"
#include "ui/util/clickthroughs.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/workprogress.h"

#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace winnow {

namespace {

const QString kSlot = QStringLiteral("compute");
/// Work that is done within so many milliseconds shows no progress.
constexpr int kPatience = 300;
constexpr int kProgressWidth = 30 * kUnit;

} // namespace

ComputedPage::ComputedPage(AppContext& app, const QString& title, const QString& icon, ChangeSet::Parts parts)
    : Page(app)
    , m_tracker(app.jobs())
    , m_icon(icon)
    , m_parts(parts)
    , m_header(new PageHeader(title, this))
    , m_progress(new WorkProgress(this))
    , m_stack(new QStackedWidget(this))
    , m_scroll(new QScrollArea)
    , m_body(nullptr)
    , m_empty(new EmptyState)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    // In the place of the subtitle, so that nothing moves when work begins or ends.
    QSizePolicy policy = m_progress->sizePolicy();
    policy.setRetainSizeWhenHidden(false);
    m_progress->setSizePolicy(policy);
    m_progress->setFixedWidth(kProgressWidth);
    connect(m_progress, &WorkProgress::shown, m_header, [this](bool on) { m_header->showSubtitle(!on); });
    m_header->addControl(m_progress);
    layout->addWidget(m_header);
    layout->addWidget(new Rule(Qt::Horizontal));
    layout->addWidget(m_stack, 1);
    auto* content = new QWidget;
    content->setAutoFillBackground(false);
    m_body = new QVBoxLayout(content);
    m_body->setContentsMargins(3 * kUnit, 2 * kUnit, 3 * kUnit, 3 * kUnit);
    m_body->setSpacing(2 * kUnit);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(content);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_empty);
    m_empty->setObjectName(QStringLiteral("pageState"));
    m_stack->setCurrentWidget(m_empty);
    connect(app.session(), &ProjectSession::storeChanged, this, [this](const ChangeSet& changes) {
        if (changes.parts & m_parts) {
            recompute();
        }
    });
}

ComputedPage::~ComputedPage()
{
    m_tracker.waitForAll();
}

bool ComputedPage::isComputing() const
{
    return m_tracker.isRunning(kSlot);
}

void ComputedPage::projectChanged()
{
    m_tracker.waitForAll();
    m_progress->finish();
    m_stale = true;
    m_wanted.reset();
    m_header->setSubtitle({});
    forget();
    const bool open = context().project() != nullptr;
    say(open ? State::Computing : State::Idle, m_icon, open ? tr("Counting…") : QString(), {});
    if (m_active) {
        compute();
    }
}

void ComputedPage::activated()
{
    m_active = true;
    if (m_state == State::Shown) {
        m_scroll->setFocus();
    }
    compute();
}

void ComputedPage::deactivated()
{
    m_active = false;
}

void ComputedPage::goBackTo(const PagePlace& place)
{
    // What is counted anew comes to the same place.
    if (isComputing()) {
        m_wanted = place;
    }
    Page::goBackTo(place);
}

void ComputedPage::recompute()
{
    m_stale = true;
    if (m_active) {
        compute();
    }
}

void ComputedPage::compute()
{
    const std::shared_ptr<Project> project = context().project();
    const AnyWork work = m_stale && project ? m_prepare() : AnyWork();
    if (!work) {
        return;
    }
    m_stale = false;
    if (m_state != State::Shown && m_state != State::Empty) {
        say(State::Computing, m_icon, tr("Counting…"), {});
    }
    m_tracker.startInParts<std::any>(
        kSlot, m_jobTitle,
        [project, work](
            Progress& progress, const Deliver& deliver) { return work(*project, progress, deliver); },
        [this](const std::any& part) { take(part); },
        [this](const Result<std::any>& value) {
            m_progress->finish();
            value ? take(*value) : fail(value.error());
            if (m_wanted) {
                std::exchange(m_wanted, std::nullopt)->scrollBack();
            }
        });
    m_progress->follow(&m_tracker, kSlot, kPatience);
}

void ComputedPage::take(const std::any& value)
{
    // Shown before it is filled: show() may say that there is nothing.
    const bool first = m_state != State::Shown;
    m_state = State::Shown;
    m_show(value);
    if (m_state == State::Shown) {
        const bool focused = hasFocus() || m_empty->isAncestorOf(focusWidget());
        m_stack->setCurrentWidget(m_scroll);
        if (first && focused) {
            m_scroll->setFocus();
        }
    }
}

void ComputedPage::fail(const Error& error)
{
    m_stale = true;
    const bool stopped = error.code == ErrorCode::Cancelled;
    if (m_state == State::Shown || m_state == State::Empty) {
        notify({stopped ? Message::Kind::Info : Message::Kind::Error,
            stopped ? tr("Stopped; what is shown is from before") : errorMessage(error),
            stopped                      ? QString()
                : error.remedy.isEmpty() ? QString()
                                         : errorRemedy(error),
            tr("Count again"), [this] { recompute(); }});
    } else if (stopped) {
        say(State::Stopped, QStringLiteral("stop"), tr("Stopped"), tr("Nothing was changed."));
        offerAgain(tr("Count again"));
    } else {
        say(State::Failed, QStringLiteral("warning"), errorMessage(error), errorRemedy(error));
        offerAgain(tr("Try again"));
    }
}

void ComputedPage::say(State state, const QString& icon, const QString& title, const QString& text)
{
    m_state = state;
    m_empty->clearActions();
    m_empty->set(icon, title, text);
    m_stack->setCurrentWidget(m_empty);
}

void ComputedPage::offerAgain(const QString& button)
{
    m_empty->addAction(button, [this] { recompute(); })->setObjectName(QStringLiteral("computeAgain"));
}

void ComputedPage::showNothing(const QString& icon, const QString& title, const QString& text,
    const QString& button, const ClickThrough& then)
{
    say(State::Empty, icon, title, text);
    if (!button.isEmpty()) {
        m_empty->addAction(button, [this, then] { openClickThrough(this, then); });
    }
}

} // namespace winnow
