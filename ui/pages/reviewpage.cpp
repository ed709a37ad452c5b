// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reviewpage.h"

#include "ui/models/modelsamples.h"
#include "ui/models/preferences.h"
#include "ui/pages/queuechooser.h"
#include "ui/pages/reviewbar.h"
#include "ui/pages/reviewend.h"
#include "ui/pages/reviewfooter.h"
#include "ui/pages/reviewheader.h"
#include "ui/pages/reviewsampleview.h"
#include "ui/pages/reviewshortcuts.h"
#include "ui/widgets/evidencecard.h"
#include "ui/widgets/imageview.h"
#include "ui/widgets/optionspanel.h"
#include "ui/widgets/responsepanel.h"

#include <QEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace winnow {

namespace {

constexpr int kResizeDelay = 150;

} // namespace

ReviewPage::ReviewPage(AppContext& context, QWidget* parent)
    : Page(context, parent)
    , m_review(std::make_unique<ReviewController>())
    , m_stack(new QStackedWidget)
    , m_header(new ReviewHeader)
    , m_sample(new ReviewSampleView)
    , m_bar(new ReviewBar(*m_review))
    , m_footer(new ReviewFooter)
    , m_queues(new QueueChooser)
    , m_end(new ReviewEnd)
{
    setFocusPolicy(Qt::ClickFocus);
    build();
    m_resizeTimer.setSingleShot(true);
    m_resizeTimer.setInterval(kResizeDelay);
    connect(&m_resizeTimer, &QTimer::timeout, this, &ReviewPage::resizeImages);
    auto* shortcuts = new ReviewShortcuts(this, m_bar);
    connect(shortcuts, &ReviewShortcuts::pressed, this, &ReviewPage::run);
    connectViews();
    connectQueues();
    connectReview();
    m_stack->setCurrentWidget(m_queues);
}

ReviewPage::~ReviewPage() = default;

void ReviewPage::build()
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
    auto* review = new QWidget;
    auto* rows = new QVBoxLayout(review);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_header);
    rows->addWidget(m_sample, 1);
    rows->addWidget(m_bar);
    rows->addWidget(m_footer);
    m_stack->addWidget(review);
    m_stack->addWidget(m_queues);
    m_stack->addWidget(m_end);
}

void ReviewPage::connectViews()
{
    ReviewWalk& walk = m_review->walk();
    connect(m_bar, &DecisionBar::pressed, this, [this](int id) {
        const auto command = ReviewCommand(id);
        run(command == ReviewCommand::NewGold ? ReviewCommand::EditGold : command);
    });
    connect(m_bar, &DecisionBar::editorClosed, this, [this] { setFocus(); });
    connect(m_sample->evidence(), &EvidenceList::currentChosen, &walk, &ReviewWalk::setFlag);
    connect(m_sample->evidence(), &EvidenceList::relatedChosen, m_review.get(), &ReviewController::visit);
    connect(m_sample->options(), &OptionsPanel::optionActivated, this,
        [this](int option) { run(ReviewCommand::NewGold, option); });
    connect(m_sample->responses(), &ResponsePanel::sampleChosen, &walk,
        [&walk](SampleId sample) { walk.goTo(sample); });
    connect(m_sample->responses(), &ResponsePanel::modelChosen, this,
        [this](const QString& model, const QString& dataset) {
            context().open(samplesAnsweredBy(model, dataset), this);
        });
    connect(m_header, &ReviewHeader::queuesAsked, &walk, &ReviewWalk::showQueues);
    connect(m_header, &ReviewHeader::blindChosen, &m_review->decisions(), &ReviewDecisions::setBlind);
    connect(m_header, &ReviewHeader::adjudicatingChosen, &m_review->decisions(),
        &ReviewDecisions::setAdjudicating);
    ImageView* image = m_sample->image();
    connect(image, &ImageView::zoomChanged, this, [this](const QString& text) {
        if (m_active) {
            context().setZoomText(text);
        }
    });
    connect(image, &ImageView::detailNeeded, &walk, &ReviewWalk::loadDetail);
    image->installEventFilter(this);
    image->setAttribute(Qt::WA_Hover);
}

void ReviewPage::connectQueues()
{
    ReviewWalk& walk = m_review->walk();
    connect(m_queues, &QueueChooser::queueChosen, this,
        [this](const QVector<SampleId>& samples, const QString& title, const QStringList& kinds) {
            openQueue(samples, title, {}, kinds);
        });
    connect(m_queues, &QueueChooser::left, this, [this] {
        if (session().current()) {
            m_review->walk().showCurrent();
            setFocus();
        }
    });
    connect(m_queues, &QueueChooser::failed, this, [this](const Error& error) { notify(error); });
    connect(
        m_queues, &QueueChooser::pageRequested, this, [this](const QString& page) { context().goTo(page); });
    connect(m_end, &ReviewEnd::undecidedAsked, this, [this] { run(ReviewCommand::NextUndecided); });
    connect(m_end, &ReviewEnd::lastSampleAsked, &walk, &ReviewWalk::showCurrent);
    connect(m_end, &ReviewEnd::queuesAsked, &walk, &ReviewWalk::showQueues);
    connect(m_end, &ReviewEnd::insightsAsked, this, [this] { context().goTo(QStringLiteral("insights")); });
}

void ReviewPage::connectReview()
{
    ReviewController* review = m_review.get();
    connect(review, &ReviewController::changed, this, &ReviewPage::show);
    connect(review, &ReviewController::said, m_footer, &ReviewFooter::say);
    connect(review, &ReviewController::failed, this, [this](const Error& error) { notify(error); });
    connect(
        review, &ReviewController::notSaved, this, [this](const Error& error) { context().notify(error); });
    connect(review, &ReviewController::asked, context().desk(), &DecisionDesk::claim);
    connect(review, &ReviewController::detailReady, m_sample->image(), &ImageView::setDetail);
    const ProjectSession* project = context().session();
    connect(project, &ProjectSession::storeChanged, review, &ReviewController::storeChanged);
    connect(project, &ProjectSession::indexChanged, this,
        [this] { m_queues->setIndex(context().session()->index()); });
    connect(&context(), &AppContext::reviewRequested, this,
        [this](
            SampleId sample, const QVector<SampleId>& queue, const QString& title, const QStringList& kinds) {
            openQueue(queue, title.isEmpty() ? tr("Selection from Samples") : title, sample, kinds);
        });
    connect(&context(), &AppContext::annotatorChanged, review, &ReviewController::takeAnnotator);
}

bool ReviewPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_sample->image() && event->type() == QEvent::Resize) {
        // The first size counts at once: what is read for the first sample is read for it.
        if (m_review->walk().shown().id()) {
            m_resizeTimer.start();
        } else {
            resizeImages();
        }
    }
    return Page::eventFilter(watched, event);
}

void ReviewPage::resizeImages()
{
    m_review->walk().setViewSize(m_sample->image()->size(), devicePixelRatioF());
}

void ReviewPage::projectChanged()
{
    m_review->setProject(context().desk()->service());
    m_queues->setIndex(context().session()->index());
    resizeImages();
}

void ReviewPage::openQueue(
    const QVector<SampleId>& samples, const QString& title, SampleId startAt, const QStringList& kinds)
{
    m_review->openQueue({samples, title, startAt, kinds});
}

void ReviewPage::show(ReviewParts parts)
{
    if (parts & ReviewPart::Project) {
        m_header->setAdjudicating(false);
        m_sample->image()->setImages({});
        m_stack->setCurrentWidget(m_queues);
    }
    if (parts & (ReviewPart::Project | ReviewPart::Queue | ReviewPart::Editing)) {
        m_bar->closeEditor();
    }
    if (parts & ReviewPart::Queue) {
        emit queueOpened();
        if (m_active) {
            setFocus();
        }
    }
    if (parts & ReviewPart::Stage) {
        showStage();
    }
    if (parts & ReviewPart::Sample) {
        showSample();
    }
    if (parts & ReviewPart::Images) {
        m_sample->image()->refreshImages(m_review->walk().shown().item()->images);
    }
    if (parts & ReviewPart::Standing) {
        showStanding();
    }
    if (parts & ReviewPart::Place) {
        m_header->showPlace(*m_review);
    }
    if (parts & ReviewPart::Progress) {
        m_footer->showProgress(session().progress());
    }
    if (parts & ReviewPart::History) {
        m_sample->showHistory(m_review->history());
    }
    if (parts & ReviewPart::Blind) {
        m_header->setBlind(m_review->decisions().isBlind());
    }
}

void ReviewPage::showStage()
{
    switch (m_review->walk().stage()) {
    case ReviewWalk::Stage::Queues:
        m_stack->setCurrentWidget(m_queues);
        m_queues->setRunning(session().current() ? session().title() : QString());
        m_queues->reload();
        if (m_active) {
            m_queues->focusList();
            context().setZoomText({});
        }
        return;
    case ReviewWalk::Stage::Sample:
        if (m_active && m_stack->currentWidget() == m_end) {
            // The button that was pressed there goes, and with it the keyboard.
            setFocus();
        }
        m_stack->setCurrentIndex(0);
        return;
    case ReviewWalk::Stage::End:
        m_end->showEnd(session());
        m_stack->setCurrentWidget(m_end);
        context().setZoomText({});
        if (m_active) {
            setFocus();
        }
    }
}

void ReviewPage::showSample()
{
    const ShownSample& shown = m_review->walk().shown();
    if (shown.bundle()) {
        m_bar->closeEditor();
    }
    m_sample->showImages(shown);
    if (shown.bundle()) {
        showStanding();
        emit sampleShown(shown.id());
    }
}

void ReviewPage::showStanding()
{
    if (!m_review->walk().shown().bundle()) {
        return;
    }
    m_header->showPlace(*m_review);
    m_sample->showStanding(*m_review);
    m_sample->showHistory(m_review->history());
    m_bar->showStanding();
    m_footer->showProgress(session().progress());
}

bool ReviewPage::runAnywhere(ReviewCommand command)
{
    const auto move = [this](ReviewWalk::Step step) {
        if (m_review->walk().stage() != ReviewWalk::Stage::Queues) {
            m_review->move(step);
        }
        return true;
    };
    switch (command) {
    case ReviewCommand::Undo:
        undo();
        return true;
    case ReviewCommand::Redo:
        redo();
        return true;
    case ReviewCommand::Queues:
        m_review->walk().showQueues();
        return true;
    case ReviewCommand::Next:
        return move(ReviewWalk::Step::Next);
    case ReviewCommand::Previous:
        return move(ReviewWalk::Step::Previous);
    case ReviewCommand::NextUndecided:
        return move(ReviewWalk::Step::NextUndecided);
    default:
        return false;
    }
}

void ReviewPage::run(ReviewCommand command, int option)
{
    const ReviewWalk& walk = m_review->walk();
    if (!walk.isOpen() || runAnywhere(command) || walk.stage() != ReviewWalk::Stage::Sample) {
        return;
    }
    if (m_sample->look(command)) {
        if (command == ReviewCommand::Contrast) {
            m_footer->say(m_sample->contrastText());
        }
        return;
    }
    if (!walk.shown().bundle()) {
        return;
    }
    ReviewDecisions& decisions = m_review->decisions();
    switch (command) {
    case ReviewCommand::Confirm:
        return decisions.judge(Verdict::Confirm);
    case ReviewCommand::Override:
        return decisions.judge(Verdict::Override);
    case ReviewCommand::Unsure:
        return decisions.judge(Verdict::Unsure);
    case ReviewCommand::Drop:
        return decisions.act(Action::Drop);
    case ReviewCommand::Keep:
        return decisions.act(Action::Keep);
    case ReviewCommand::Convert:
        return decisions.act(Action::Convert);
    case ReviewCommand::EditConvert:
        return m_bar->openConversion();
    case ReviewCommand::ConfirmReason:
        return confirmReason();
    case ReviewCommand::Circular:
        return decisions.act(Action::Circular);
    case ReviewCommand::NewGold:
        return decisions.chooseOption(option);
    case ReviewCommand::EditGold:
        return m_bar->open(decisions.isHidden() ? DecisionBar::Editor::Answer : DecisionBar::Editor::Gold);
    case ReviewCommand::Note:
        return m_bar->open(DecisionBar::Editor::Note);
    case ReviewCommand::NextFlag:
        return m_review->moveFlag(1);
    case ReviewCommand::PreviousFlag:
        return m_review->moveFlag(-1);
    case ReviewCommand::BlindReview:
        return decisions.setBlind(!decisions.isBlind());
    case ReviewCommand::Related:
        return m_review->visit(m_sample->evidence()->relatedOfCurrent());
    case ReviewCommand::History:
        return m_sample->responses()->showList(!m_sample->responses()->showsHistory());
    default:
        return;
    }
}

void ReviewPage::confirmReason()
{
    const Flag* flag = m_review->decisions().isHidden() ? nullptr : m_review->walk().shown().flag();
    const QString reason = flag ? flag->evidence.value(QLatin1String("reason")).toString() : QString();
    if (reason.isEmpty()) {
        m_footer->say(tr("Only proposals to transform have a reason to confirm at once"));
    } else if (m_review->decisions().mayDecide()) {
        context().desk()->confirmReason(flag->kind, reason);
    }
}

void ReviewPage::undo()
{
    m_review->decisions().undo();
}

void ReviewPage::redo()
{
    m_review->decisions().redo();
}

void ReviewPage::activated()
{
    m_active = true;
    m_review->setActive(true);
    setFocus();
    if (m_review->walk().stage() == ReviewWalk::Stage::Queues && m_review->isOpen()) {
        m_review->walk().showQueues();
    }
    resizeImages();
}

void ReviewPage::deactivated()
{
    m_active = false;
    m_review->setActive(false);
    m_bar->closeEditor();
    m_review->walk().rememberPlace();
}

void ReviewPage::focusSearch()
{
    m_review->walk().showQueues();
}

void ReviewPage::saveState(Preferences& preferences) const
{
    // Last chance before the project closes.
    m_review->walk().rememberPlace();
    preferences.set(Preference::ReviewColumns, m_sample->saveState());
    preferences.set(Preference::ReviewLeft, m_sample->left()->saveState());
    preferences.set(Preference::ReviewRight, m_sample->right()->saveState());
}

void ReviewPage::restoreState(const Preferences& preferences)
{
    m_sample->restoreState(preferences.bytes(Preference::ReviewColumns));
    m_sample->left()->restoreState(preferences.bytes(Preference::ReviewLeft));
    m_sample->right()->restoreState(preferences.bytes(Preference::ReviewRight));
}

SampleId ReviewPage::shownSample() const
{
    const ReviewWalk& walk = m_review->walk();
    return walk.stage() == ReviewWalk::Stage::Sample ? walk.shown().id() : SampleId{};
}

QString ReviewPage::progressText(const ReviewProgress& progress)
{
    return ReviewFooter::progressText(progress);
}

int ReviewPage::pendingDecisions() const
{
    return context().desk()->service() ? context().desk()->service()->pending() : 0;
}

} // namespace winnow
