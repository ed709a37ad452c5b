// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reviewpage.h"

#include "core/store/datasetstore.h"
#include "core/store/decisionstore.h"
#include "ui/models/preferences.h"
#include "ui/models/settings.h"
#include "ui/models/terms.h"
#include "ui/pages/reviewpagecache.h"
#include "ui/pages/reviewpagelayout.h"
#include "ui/pages/reviewpagequeues.h"
#include "ui/util/format.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/evidencecard.h"
#include "ui/widgets/imageview.h"
#include "ui/widgets/optionspanel.h"
#include "ui/widgets/responsepanel.h"
#include "ui/widgets/soundverdicts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>

#include <cmath>

namespace winnow {

namespace {

constexpr int kHistoryLength = 60;
constexpr int kResizeDelay = 150;
constexpr int kPlaceDelay = 400;
constexpr int kHintTime = 4000;
const QString kBlindKey = QStringLiteral("review/blind");

/// What is read when a project opens.
struct Opening {
    std::optional<ReviewSession> session;
    bool blind = false;
};

Result<Opening> readOpening(const Project& project, const QString& annotator)
{
    auto session = ReviewSession::restore(project, annotator);
    if (!session) {
        return tl::unexpected<Error>(session.error());
    }
    auto blind = project.read([](sqlite::Connection& c) { return DatasetStore(c).meta(kBlindKey); });
    if (!blind) {
        return tl::unexpected<Error>(blind.error());
    }
    return Opening{std::move(*session), *blind == QLatin1String("1")};
}

} // namespace

ReviewPage::ReviewPage(AppContext& context, QWidget* parent)
    : Page(context, parent)
    , m_view(std::make_unique<ReviewLayout>(this))
    , m_jobs(nullptr)
{
    setFocusPolicy(Qt::ClickFocus);
    m_resizeTimer.setSingleShot(true);
    m_resizeTimer.setInterval(kResizeDelay);
    m_placeTimer.setSingleShot(true);
    m_placeTimer.setInterval(kPlaceDelay);
    m_hintTimer.setSingleShot(true);
    m_hintTimer.setInterval(kHintTime);
    connect(&m_resizeTimer, &QTimer::timeout, this, &ReviewPage::resizeImages);
    connect(&m_placeTimer, &QTimer::timeout, this, &ReviewPage::rememberPlace);
    connect(&m_hintTimer, &QTimer::timeout, this, [this] { m_view->hint->setText({}); });
    buildKeys();
    connectParts();
    m_view->show(ReviewLayout::Queues);
}

ReviewPage::~ReviewPage()
{
    leaveProject();
}

void ReviewPage::buildKeys()
{
    for (const ReviewKey& key : reviewKeys()) {
        for (int i = 0; i < key.keys.size(); ++i) {
            // Text fields keep the plain letters for themselves; everywhere else on the page the keys work.
            auto* shortcut = new QShortcut(QKeySequence(key.keys.at(i)), this);
            shortcut->setAutoRepeat(key.repeats);
            connect(
                shortcut, &QShortcut::activated, this, [this, command = key.command, i] { run(command, i); });
            connect(shortcut, &QShortcut::activatedAmbiguously, this,
                [this, command = key.command, i] { run(command, i); });
            if (key.yields) {
                m_yielding.append(shortcut);
            }
        }
    }
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { focusMoved(now); });
}

void ReviewPage::connectParts()
{
    connect(m_view->bar, &DecisionBar::pressed, this, [this](int id) {
        const auto command = ReviewCommand(id);
        run(command == ReviewCommand::NewGold ? ReviewCommand::EditGold : command);
    });
    connect(m_view->bar, &DecisionBar::edited, this, &ReviewPage::saveEdited);
    connect(m_view->bar, &DecisionBar::editorClosed, this, [this] { setFocus(); });
    connect(m_view->evidence, &EvidenceList::currentChosen, this, [this](int index) {
        m_flag = index;
        showBundle();
    });
    connect(m_view->evidence, &EvidenceList::relatedChosen, this, &ReviewPage::visit);
    connect(m_view->options, &OptionsPanel::optionActivated, this,
        [this](int option) { run(ReviewCommand::NewGold, option); });
    connect(m_view->responses, &ResponsePanel::sampleChosen, this, [this](SampleId sample) {
        m_session.goTo(sample);
        showCurrent();
    });
    connect(m_view->responses, &ResponsePanel::modelChosen, &context(), &AppContext::openSamplesOfModel);
    connect(m_view->queue, &QToolButton::clicked, this, &ReviewPage::showQueues);
    connect(m_view->blind, &QToolButton::clicked, this, &ReviewPage::setBlind);
    connect(m_view->adjudicate, &QToolButton::clicked, this, [this](bool on) {
        say(on ? tr("Adjudicating: your decisions settle what annotators disagree on")
               : tr("Your decisions count like those of others"));
    });
    connect(m_view->queues, &QueueChooser::queueChosen, this,
        [this](const QVector<SampleId>& samples, const QString& title, const QStringList& kinds) {
            openQueue(samples, title, {}, kinds);
        });
    connect(m_view->queues, &QueueChooser::left, this, [this] {
        if (m_session.current()) {
            showCurrent();
            setFocus();
        }
    });
    connect(m_view->queues, &QueueChooser::failed, this, [this](const Error& error) { notify(error); });
    connect(m_view->queues, &QueueChooser::pageRequested, this,
        [this](const QString& page) { context().goTo(page); });
    connect(m_view->image, &ImageView::zoomChanged, this, [this](const QString& text) {
        if (m_active) {
            context().setZoomText(text);
        }
    });
    connect(m_view->image, &ImageView::detailNeeded, this, [this](int image) {
        if (m_shown && m_cache) {
            m_cache->loadDetail(m_shown->id, image);
        }
    });
    m_view->image->installEventFilter(this);
    m_view->image->setAttribute(Qt::WA_Hover);
    connect(context().session(), &ProjectSession::storeChanged, this, &ReviewPage::storeChanged);
    connect(context().session(), &ProjectSession::indexChanged, this,
        [this] { m_view->queues->setIndex(context().session()->index()); });
    connect(&context(), &AppContext::reviewRequested, this,
        [this](
            SampleId sample, const QVector<SampleId>& queue, const QString& title, const QStringList& kinds) {
            openQueue(queue, title.isEmpty() ? tr("Selection from Samples") : title, sample, kinds);
        });
    connect(&context(), &AppContext::annotatorChanged, this, &ReviewPage::annotatorChanged);
}

bool ReviewPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view->image && event->type() == QEvent::Resize) {
        // The first size counts at once: what is read for the first sample is read for it.
        if (m_shown) {
            m_resizeTimer.start();
        } else {
            resizeImages();
        }
    }
    return Page::eventFilter(watched, event);
}

void ReviewPage::projectChanged()
{
    leaveProject();
    m_view->queues->setIndex(context().session()->index());
    if (!context().project()) {
        return;
    }
    connect(service(), &DecisionService::stored, this, &ReviewPage::decisionStored);
    connect(service(), &DecisionService::failed, this, &ReviewPage::decisionFailed);
    m_cache = std::make_unique<ReviewCache>(context().project());
    m_cache->setViewSize(m_view->image->size(), devicePixelRatioF());
    connect(m_cache.get(), &ReviewCache::ready, this, &ReviewPage::itemReady);
    connect(m_cache.get(), &ReviewCache::refreshed, this, &ReviewPage::bundleRefreshed);
    connect(m_cache.get(), &ReviewCache::detailReady, this,
        [this](SampleId sample, int image, const QImage& whole) {
            if (m_shown && m_shown->id == sample) {
                m_view->image->setDetail(image, whole);
            }
        });
    start();
}

void ReviewPage::leaveProject()
{
    rememberPlace();
    m_jobs.cancelAll();
    m_cache.reset();
    m_inFlight.clear();
    m_session = {};
    m_requested = nullptr;
    m_started = false;
    m_shown.reset();
    m_bundle.reset();
    m_flag = -1;
    m_awaited = {};
    m_answeredUnseen.clear();
    m_view->adjudicate->setChecked(false);
    m_view->bar->closeEditor();
    m_view->image->setImages({});
    m_history.clear();
    showHistory();
    m_view->show(ReviewLayout::Queues);
}

void ReviewPage::start()
{
    m_jobs.start(
        QStringLiteral("open"), {},
        [project = context().project(), annotator = annotatorName()](
            Progress&) { return readOpening(*project, annotator); },
        [this](Result<Opening> opening) {
            m_started = true;
            if (!opening) {
                notify(opening.error());
                return;
            }
            m_blind = opening->blind;
            m_view->blind->setChecked(m_blind);
            if (m_requested) {
                std::exchange(m_requested, nullptr)();
            } else if (opening->session) {
                begin(std::move(*opening->session));
            } else {
                showQueues();
            }
            readHistory();
        });
}

void ReviewPage::openQueue(
    const QVector<SampleId>& samples, const QString& title, SampleId startAt, const QStringList& kinds)
{
    if (!m_started) {
        m_requested = [this, samples, title, startAt, kinds] { openQueue(samples, title, startAt, kinds); };
        return;
    }
    struct Opened {
        ReviewSession session;
        SessionMark queueMark;
    };
    rememberPlace();
    m_jobs.start(
        QStringLiteral("queue"), {},
        [project = context().project(), annotator = annotatorName(), samples, title, startAt, kinds](
            Progress&) -> Result<Opened> {
            auto known = ReviewKnown::read(*project, annotator);
            if (!known) {
                return tl::unexpected<Error>(known.error());
            }
            ReviewSession session(annotator, samples, title, startAt);
            session.setKnown(*known);
            session.setKinds(kinds);
            const SessionMark mark = session.queueMark();
            return Opened{std::move(session), mark};
        },
        [this](Result<Opened> opened) {
            if (!opened) {
                notify(opened.error());
                return;
            }
            if (service() && !context().project()->isReadOnly()) {
                service()->remember(opened->queueMark);
                service()->remember(opened->session.positionMark());
            }
            begin(std::move(opened->session));
        });
}

void ReviewPage::begin(ReviewSession session)
{
    m_session = std::move(session);
    m_bundle.reset();
    m_shown.reset();
    m_view->bar->closeEditor();
    emit queueOpened();
    showCurrent();
    if (m_active) {
        setFocus();
    }
    if (m_session.annotator() != annotatorName()) {
        // The name was changed while the queue was read.
        annotatorChanged();
    }
}

void ReviewPage::annotatorChanged()
{
    if (!m_started || m_session.annotator() == annotatorName()) {
        return;
    }
    m_session.setAnnotator(annotatorName());
    m_answeredUnseen.clear();
    showBundle();
    if (m_session.isEmpty()) {
        return;
    }
    struct Known {
        ReviewKnown known;
        SessionMark queue;
    };
    m_jobs.start(
        QStringLiteral("annotator"), {},
        [project = context().project(), session = m_session](Progress&) -> Result<Known> {
            auto known = ReviewKnown::read(*project, session.annotator());
            return known ? Result<Known>(Known{*known, session.queueMark()})
                         : tl::unexpected<Error>(known.error());
        },
        [this, annotator = m_session.annotator()](const Result<Known>& read) {
            if (!read || m_session.annotator() != annotator) {
                return;
            }
            m_session.setKnown(read->known);
            // The next start finds this annotator here.
            if (service() && !context().project()->isReadOnly()) {
                service()->remember(read->queue);
                service()->remember(m_session.positionMark());
            }
            showProgress();
        });
}

void ReviewPage::showQueues()
{
    m_view->show(ReviewLayout::Queues);
    m_view->queues->setRunning(m_session.current() ? m_session.title() : QString());
    m_view->queues->reload();
    if (m_active) {
        m_view->queues->focusList();
        context().setZoomText({});
    }
}

QVector<SampleId> ReviewPage::neighbours() const
{
    QVector<SampleId> ids{m_session.current()};
    for (int offset : {1, 2, 3, -1, 0}) {
        const SampleId id = m_session.peek(offset);
        if (id && !ids.contains(id)) {
            ids.append(id);
        }
    }
    return ids;
}

void ReviewPage::showCurrent()
{
    const SampleId wanted = m_session.current();
    if (!wanted || !m_cache) {
        showEndOfQueue();
        return;
    }
    if (m_active && m_view->screen() == ReviewLayout::Notice) {
        // The button that was pressed there goes, and with it the keyboard.
        setFocus();
    }
    m_view->show(ReviewLayout::Sample);
    m_awaited = {};
    showProgress();
    m_cache->want(neighbours());
    if (const auto item = m_cache->find(wanted)) {
        present(item);
    } else if (!m_shown) {
        showHeader();
    }
}

void ReviewPage::itemReady(SampleId sample)
{
    if (sample != m_session.current() || m_view->screen() != ReviewLayout::Sample || m_awaited) {
        return;
    }
    const auto item = m_cache->find(sample);
    if (!item) {
        return;
    }
    if (m_shown && m_shown->id == sample) {
        m_shown = item;
        m_view->image->refreshImages(item->images);
        return;
    }
    present(item);
}

void ReviewPage::present(const std::shared_ptr<const ReviewItem>& item)
{
    const bool same = m_shown && m_shown->id == item->id;
    if (same && m_bundle) {
        showHeader();
        return;
    }
    m_shown = item;
    m_bundle = item->bundle;
    m_looking.start();
    if (!m_bundle) {
        m_view->showImages(true);
        m_view->image->setImages({});
        notify(item->error);
        return;
    }
    if (!same) {
        m_view->bar->closeEditor();
    }
    m_flag = m_bundle->firstFlag(m_session.kinds());
    m_view->showImages(!item->images.isEmpty());
    m_view->image->setImages(item->images, item->id.value);
    showBundle();
    if (!m_session.isVisiting()) {
        m_placeDirty = true;
        m_placeTimer.start();
    }
    emit sampleShown(item->id);
}

bool ReviewPage::isHidden() const
{
    if (!m_blind || !m_bundle || m_answeredUnseen.contains(m_bundle->sample.id.value)) {
        return false;
    }
    const QVector<Decision> standing = m_bundle->effectiveDecisions();
    return std::none_of(standing.cbegin(), standing.cend(),
        [&](const Decision& decision) { return decision.annotator == m_session.annotator(); });
}

void ReviewPage::showBundle()
{
    if (!m_bundle) {
        return;
    }
    const bool hidden = isHidden();
    showHeader();
    m_view->options->setBundle(m_bundle, hidden);
    m_view->responses->setBundle(m_bundle, hidden);
    if (hidden) {
        m_view->evidence->setNotice(tr("Answer first"),
            m_bundle->sample.isMcq()
                ? tr("Blind review: press the number of the option that you think is right (1 = A). Flags, "
                     "gold "
                     "and votes show afterwards.")
                : tr("Blind review: press G and write your answer. Flags, gold and votes show afterwards."));
    } else if (m_bundle->flags.isEmpty()) {
        m_view->evidence->setNotice(
            tr("No flag on this sample"), tr("You can still drop, keep or fix it, or write a note."));
    } else {
        m_view->evidence->setFlags(m_bundle->flags, m_flag);
    }
    showHistory();
    m_view->judges->set(hidden ? QVector<Judgement>() : m_bundle->judgements);
    const bool flag = !hidden && m_flag >= 0 && m_flag < m_bundle->flags.size();
    const FlagState state = flag ? m_bundle->flags.at(m_flag).state : FlagState::Open;
    // What others did would tell the answer.
    const std::optional<Decision> action = hidden ? std::nullopt : m_bundle->action();
    const Action taken = action ? action->action : Action::None;
    const auto mark = [this](ReviewCommand command, bool active, bool enabled) {
        KeyButton* button = m_view->bar->button(int(command));
        button->setActive(active);
        button->setEnabled(enabled);
    };
    const bool writable = context().project() && !context().project()->isReadOnly();
    mark(ReviewCommand::Confirm, state == FlagState::Confirmed, writable && flag);
    mark(ReviewCommand::Override, state == FlagState::Overridden, writable && flag);
    mark(ReviewCommand::Unsure, state == FlagState::Unsure, writable && flag);
    mark(ReviewCommand::Drop, taken == Action::Drop, writable);
    mark(ReviewCommand::Keep, taken == Action::Keep, writable);
    mark(ReviewCommand::NewGold, taken == Action::Fix, writable);
    // An open question has no options to number.
    m_view->bar->button(int(ReviewCommand::NewGold))
        ->setKey(m_bundle->sample.isMcq() ? QStringLiteral("1–9") : QStringLiteral("G"));
    mark(ReviewCommand::Convert, taken == Action::Convert, writable && m_bundle->sample.isMcq());
    mark(ReviewCommand::Circular, taken == Action::Circular, writable && m_bundle->sample.isMcq());
    mark(ReviewCommand::Note, !hidden && !m_bundle->note().isEmpty(), writable);
    mark(ReviewCommand::Undo, false, writable);
    mark(ReviewCommand::Redo, false, writable);
    showProgress();
}

void ReviewPage::showHeader()
{
    const qsizetype size = m_session.queue().size();
    m_view->place->setText(m_session.isVisiting()
            ? tr("outside the queue")
            : tr("%1 of %2").arg(formatCount(m_session.position() + 1), formatCount(size)));
    setCaption(m_view->queue, m_session.title());
    if (!m_bundle) {
        m_view->sampleKey->setText(tr("Reading…"));
        m_view->state->setText({});
        return;
    }
    const Sample& sample = m_bundle->sample;
    m_view->sampleKey->setText(tr("%1 / %2").arg(sample.dataset, sample.sourceIndex));
    const std::optional<Decision> action = m_bundle->action();
    m_view->state->setText(isHidden() ? QString()
            : action                  ? actionTitle(action->action)
            : m_bundle->isReviewed()  ? tr("Decided")
                                      : QString());
}

QString ReviewPage::progressText(const ReviewProgress& progress)
{
    QString text = tr("%1 of %2").arg(formatCount(progress.done), formatCount(progress.total));
    if (progress.perHour) {
        text = tr("%1, %2 an hour").arg(text, formatCount(std::llround(*progress.perHour)));
    }
    if (progress.minutesLeft) {
        const double minutes = *progress.minutesLeft;
        text = minutes < 90 ? tr("%1, %2 min left").arg(text, formatCount(std::llround(std::ceil(minutes))))
                            : tr("%1, %2 h left").arg(text, formatNumber(minutes / 60, 1));
    }
    return text;
}

void ReviewPage::showProgress()
{
    const ReviewProgress progress = m_session.progress();
    m_view->progress->setText(progressText(progress));
    m_view->progressLine->setShare(progress.total > 0 ? double(progress.done) / double(progress.total) : 0);
}

void ReviewPage::showEndOfQueue()
{
    const qint64 undecided = m_session.undecided();
    EmptyState* notice = m_view->notice;
    notice->clearActions();
    if (m_session.isEmpty()) {
        notice->set(QStringLiteral("review"), tr("This queue is empty"),
            tr("Nothing matches it any more. Choose another one."));
    } else if (undecided > 0) {
        notice->set(QStringLiteral("review"), tr("End of the queue"),
            tr("%n samples of it are not decided yet.", nullptr, int(undecided)));
        notice->addAction(tr("Go to the next undecided"), [this] { move(ReviewCommand::NextUndecided); });
    } else {
        const ReviewProgress progress = m_session.progress();
        notice->set(QStringLiteral("confirm"), tr("Queue finished"),
            tr("All %n samples of \"%1\" are decided. Z takes the last decision back.", nullptr,
                int(progress.total))
                .arg(m_session.title()));
        notice->addAction(tr("Choose another queue"), [this] { showQueues(); });
        notice->addAction(tr("See what it changes"), [this] { context().goTo(QStringLiteral("insights")); });
    }
    if (!m_session.isEmpty()) {
        notice->addAction(tr("Back to the last sample"), [this] { showCurrent(); });
    }
    if (undecided > 0 || m_session.isEmpty()) {
        notice->addAction(tr("Choose another queue"), [this] { showQueues(); });
    }
    m_view->show(ReviewLayout::Notice);
    context().setZoomText({});
    if (m_active) {
        setFocus();
    }
}

void ReviewPage::bundleRefreshed(SampleId sample, const std::shared_ptr<const SampleBundle>& bundle)
{
    const bool stillStoring = std::any_of(
        m_inFlight.cbegin(), m_inFlight.cend(), [sample](SampleId decided) { return decided == sample; });
    if (stillStoring) {
        return;
    }
    m_session.setReviewed(sample, bundle->isReviewed());
    if (m_awaited == sample) {
        m_awaited = {};
        if (m_shown && m_shown->id == sample) {
            m_bundle = bundle;
            m_flag = m_bundle->firstFlag(m_session.kinds());
        }
        showCurrent();
    }
    if (m_shown && m_shown->id == sample) {
        m_bundle = bundle;
        m_flag = std::min(m_flag, int(bundle->flags.size()) - 1);
        showBundle();
    }
    showProgress();
}

void ReviewPage::storeChanged(const ChangeSet& changes)
{
    const ChangeSet::Parts seen
        = ChangeSet::Samples | ChangeSet::Responses | ChangeSet::Flags | ChangeSet::Decisions;
    if (!m_cache || !(changes.parts & seen)) {
        return;
    }
    constexpr qsizetype kFew = 200;
    if (!changes.samples.isEmpty() && changes.samples.size() <= kFew) {
        for (SampleId sample : changes.samples) {
            m_cache->refresh(sample);
        }
    } else {
        m_cache->clear();
        if (m_shown) {
            m_cache->refresh(m_shown->id);
        }
        if (m_view->screen() == ReviewLayout::Sample) {
            m_cache->want(neighbours());
        }
        readProgress();
    }
    if (changes.parts & ChangeSet::Decisions) {
        readHistory();
    }
}

void ReviewPage::readHistory()
{
    m_jobs.start(
        QStringLiteral("history"), {},
        [project = context().project()](Progress&) {
            return project->read(
                [](sqlite::Connection& c) { return DecisionStore(c).history({}, kHistoryLength); });
        },
        [this](const Result<QVector<Decision>>& events) {
            if (events) {
                m_history = *events;
                showHistory();
            }
        });
}

void ReviewPage::showHistory()
{
    QVector<Decision> shown = m_history;
    if (m_bundle && isHidden()) {
        shown.removeIf([&](const Decision& event) {
            return event.sampleId == m_bundle->sample.id && event.annotator != m_session.annotator();
        });
    }
    QStringList uuids;
    for (const Decision& event : std::as_const(shown)) {
        uuids.append(event.uuid);
    }
    if (uuids != m_shownHistory) {
        m_shownHistory = uuids;
        m_view->responses->setHistory(shown);
    }
}

void ReviewPage::readProgress()
{
    m_jobs.start(
        QStringLiteral("progress"), {},
        [project = context().project(), annotator = m_session.annotator()](
            Progress&) { return ReviewKnown::read(*project, annotator); },
        [this](const Result<ReviewKnown>& known) {
            if (known) {
                m_session.setKnown(*known);
                showProgress();
            }
        });
}

void ReviewPage::resizeImages()
{
    if (!m_cache) {
        return;
    }
    m_cache->setViewSize(m_view->image->size(), devicePixelRatioF());
    if (m_session.current() && m_view->screen() == ReviewLayout::Sample) {
        m_cache->want(neighbours());
    }
}

void ReviewPage::activated()
{
    m_active = true;
    setFocus();
    if (m_view->screen() == ReviewLayout::Queues && m_started) {
        showQueues();
    }
    resizeImages();
}

void ReviewPage::deactivated()
{
    m_active = false;
    m_view->bar->closeEditor();
    rememberPlace();
}

void ReviewPage::focusSearch()
{
    showQueues();
}

void ReviewPage::focusMoved(QWidget* now)
{
    const bool mine = now && isAncestorOf(now);
    const bool takesKeys = mine
        && (qobject_cast<QAbstractItemView*>(now) || qobject_cast<QComboBox*>(now)
            || qobject_cast<QAbstractButton*>(now) || m_view->bar->isAncestorOf(now));
    for (QShortcut* shortcut : std::as_const(m_yielding)) {
        shortcut->setEnabled(!takesKeys);
    }
}

QVector<KeyHelp> ReviewPage::keys() const
{
    return reviewKeyHelp();
}

void ReviewPage::saveState(Preferences& preferences) const
{
    // Last chance before the project closes.
    rememberPlace();
    preferences.set(Preference::ReviewColumns, m_view->columns->saveState());
    preferences.set(Preference::ReviewLeft, m_view->left->saveState());
    preferences.set(Preference::ReviewRight, m_view->right->saveState());
}

void ReviewPage::restoreState(const Preferences& preferences)
{
    m_view->columns->restoreState(preferences.bytes(Preference::ReviewColumns));
    m_view->left->restoreState(preferences.bytes(Preference::ReviewLeft));
    m_view->right->restoreState(preferences.bytes(Preference::ReviewRight));
}

SampleId ReviewPage::shownSample() const
{
    return m_shown && m_view->screen() == ReviewLayout::Sample ? m_shown->id : SampleId{};
}

int ReviewPage::pendingDecisions() const
{
    return service() ? service()->pending() : 0;
}

void ReviewPage::say(const QString& hint)
{
    m_view->hint->setText(hint);
    m_hintTimer.start();
}

} // namespace winnow
