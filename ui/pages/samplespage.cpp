// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/samplespage.h"

#include "core/review/samplebundle.h"
#include "core/store/samplestore.h"
#include "ui/models/keymap.h"
#include "ui/models/preferences.h"
#include "ui/models/subsetlist.h"
#include "ui/pages/samplesheader.h"
#include "ui/util/format.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/chiprow.h"
#include "ui/widgets/facetpanel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/sampledetailview.h"
#include "ui/widgets/sampletable.h"
#include "ui/widgets/style.h"
#include "ui/widgets/thumbnailgrid.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <bit>

namespace winnow {

namespace {

const QString kDetailSlot = QStringLiteral("detail");
const QString kCountSlot = QStringLiteral("count");
/// So many samples are counted while one waits.
constexpr int kCountedAtOnce = 2000;

/// What can be decided on `samples`.
SelectionBar::Counts counted(const SampleIndex& index, const QVector<SampleId>& samples,
    SelectionBar::Counts counts, Progress& progress)
{
    const quint32 mask = maskOfKinds(counts.kinds);
    for (const SampleId id : samples) {
        if (progress.isCancelled()) {
            break;
        }
        if (const auto row = index.row(id)) {
            counts.undecided += row->action == Action::None;
            counts.open += std::popcount(row->openMask & mask);
            counts.allOpen += std::popcount(row->openMask);
        }
    }
    return counts;
}

/// Reads what models did as soon as someone looks at it: responses may be many.
void readWhatIsSeen(ProjectSession* session, const QWidget* table, const QWidget* facets)
{
    if (table->isVisible() || facets->isVisible()) {
        session->wantResults();
    }
}

QString keyOf(const char* command)
{
    return KeyMap::instance().text(QLatin1String(command));
}

} // namespace

SamplesPage::SamplesPage(AppContext& app)
    : Page(app)
    , m_query(app.session(), app.filter())
    , m_facets(app.filter())
{
    buildBody();
    buildKeys();
    connect(&m_query, &SampleQuery::resultChanged, this, &SamplesPage::showResult);
    connect(&m_query, &SampleQuery::failed, this, [this](const Error& error) { notify(error); });
    connect(&m_model, &SampleModel::failed, this, [this](const Error& error) { notify(error); });
    connect(app.filter(), &FilterState::changed, this, &SamplesPage::showFilter);
    connect(app.session(), &ProjectSession::storeChanged, this, [this](const ChangeSet& changes) {
        if (changes.parts & ChangeSet::Samples) {
            m_model.forgetTexts();
        }
        showCurrent();
    });
    showFilter();
    showTable(false);
    showResult();
}

SamplesPage::~SamplesPage() = default;

void SamplesPage::buildBody()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_header = new SamplesHeader(context().filter(), this);
    layout->addWidget(m_header);
    m_chips = new ChipRow(tr("No filter: all samples are shown"), this);
    layout->addWidget(m_chips);
    layout->addWidget(new Rule(Qt::Horizontal));

    m_splitter = new QSplitter(this);
    m_splitter->setObjectName(QStringLiteral("samplesSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    layout->addWidget(m_splitter, 1);
    m_facetPanel = new FacetPanel(&m_facets, m_splitter);
    m_facetPanel->setMinimumWidth(24 * kUnit);

    auto* middle = new QWidget(m_splitter);
    auto* rows = new QVBoxLayout(middle);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_views = new QStackedWidget(middle);
    m_grid = new ThumbnailGrid(context().thumbnails(), m_views);
    m_table = new SampleTable(m_views);
    m_empty = new EmptyState(m_views);
    m_grid->setModel(&m_model);
    m_table->setModel(&m_model);
    m_selection = m_grid->selectionModel();
    QItemSelectionModel* unused = m_table->selectionModel();
    m_table->setSelectionModel(m_selection);
    delete unused;
    m_views->addWidget(m_grid);
    m_views->addWidget(m_table);
    m_views->addWidget(m_empty);
    rows->addWidget(m_views, 1);
    m_selectionBar = new SelectionBar(middle);
    rows->addWidget(m_selectionBar);

    m_detail = new SampleDetailView(context().thumbnails(), m_splitter);
    m_detail->setMinimumWidth(30 * kUnit);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    m_splitter->setSizes({29 * kUnit, 90 * kUnit, 40 * kUnit});

    connectBody();
    bindSortToHeader();
}

void SamplesPage::connectBody()
{
    connect(m_header, &SamplesHeader::searched, this, [this] { currentView()->setFocus(); });
    connect(m_header, &SamplesHeader::tableChosen, this, &SamplesPage::showTable);
    connect(m_header, &SamplesHeader::facetsToggled, this, [this](bool on) {
        m_facetPanel->setVisible(on);
        readWhatIsSeen(context().session(), m_table, m_facetPanel);
    });
    connect(m_header, &SamplesHeader::detailsToggled, this, [this](bool on) {
        m_detail->setVisible(on);
        showCurrent();
    });
    connect(m_selection, &QItemSelectionModel::currentChanged, this, &SamplesPage::showCurrent);
    connect(m_selection, &QItemSelectionModel::selectionChanged, this, &SamplesPage::showSelection);
    connect(m_grid, &QAbstractItemView::activated, this, &SamplesPage::openInReview);
    connect(m_table, &QAbstractItemView::activated, this, &SamplesPage::openInReview);
    connect(m_detail, &SampleDetailView::imageClicked, this,
        [this] { openInReview(m_selection->currentIndex()); });
    connect(m_selectionBar, &SelectionBar::actionChosen, this,
        [this](Action action) { decide(action, Verdict::None); });
    connect(m_selectionBar, &SelectionBar::verdictChosen, this,
        [this](Verdict verdict, SelectionBar::Scope scope) { decide(Action::None, verdict, scope); });
    connect(m_selectionBar, &SelectionBar::clearChosen, m_selection, &QItemSelectionModel::clearSelection);
    connect(m_grid, &ThumbnailGrid::cellWidthChanged, this,
        [this](int width) { context().setZoomText(tr("Pictures %1 px").arg(width)); });
    m_grid->installEventFilter(this);
    m_grid->viewport()->installEventFilter(this);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
}

void SamplesPage::bindSortToHeader()
{
    QHeaderView* header = m_table->horizontalHeader();
    connect(header, &QHeaderView::sectionClicked, this, [this](int column) {
        std::optional<SampleSort> sort;
        switch (SampleModel::Column(column)) {
        case SampleModel::KeyColumn:
            sort = SampleSort::Source;
            break;
        case SampleModel::FlagsColumn:
            sort = SampleSort::FlagCount;
            break;
        case SampleModel::ScoreColumn:
            sort = SampleSort::FlagScore;
            break;
        case SampleModel::AccuracyColumn:
            sort = SampleSort::Accuracy;
            break;
        default:
            break;
        }
        if (sort) {
            FilterState* filter = context().filter();
            const bool again = filter->sort() == *sort;
            const bool first = *sort == SampleSort::FlagCount || *sort == SampleSort::FlagScore;
            filter->setSort(*sort, again ? !filter->isDescending() : first);
        }
    });
}

void SamplesPage::buildKeys()
{
    addKey(QStringLiteral("samples.keep"), [this] { decide(Action::Keep, Verdict::None); });
    addKey(QStringLiteral("samples.drop"), [this] { decide(Action::Drop, Verdict::None); });
    addKey(QStringLiteral("samples.confirm"), [this] { decide(Action::None, Verdict::Confirm); });
    addKey(QStringLiteral("samples.override"), [this] { decide(Action::None, Verdict::Override); });
    addKey(QStringLiteral("samples.unsure"), [this] { decide(Action::None, Verdict::Unsure); });
    using Scope = SelectionBar::Scope;
    addKey(QStringLiteral("samples.confirmAll"),
        [this] { decide(Action::None, Verdict::Confirm, Scope::AllKinds); });
    addKey(QStringLiteral("samples.overrideAll"),
        [this] { decide(Action::None, Verdict::Override, Scope::AllKinds); });
    addKey(QStringLiteral("samples.unsureAll"),
        [this] { decide(Action::None, Verdict::Unsure, Scope::AllKinds); });
    addKey(QStringLiteral("samples.copy"), [this] { copyKeys(); });
    addKey(QStringLiteral("samples.grid"), [this] { showTable(false); });
    addKey(QStringLiteral("samples.table"), [this] { showTable(true); });
    addKey(QStringLiteral("samples.filters"), [this] { m_header->facetButton()->toggle(); });
    addKey(QStringLiteral("samples.details"), [this] { m_header->detailButton()->toggle(); });
    addKey(QStringLiteral("samples.search"), [this] { focusSearch(); });
    addKey(QStringLiteral("samples.clear"), [this] {
        m_selection->clearSelection();
        currentView()->setFocus();
    });
    addKey(QStringLiteral("samples.larger"), [this] { m_grid->setCellWidth(m_grid->cellWidth() + 24); });
    addKey(QStringLiteral("samples.smaller"), [this] { m_grid->setCellWidth(m_grid->cellWidth() - 24); });
}

void SamplesPage::projectChanged()
{
    m_tracker.waitForAll();
    m_current = {};
    m_detail->showNothing({}, {});
    showResult();
}

void SamplesPage::activated()
{
    context().setZoomText(m_tableShown ? QString() : tr("Pictures %1 px").arg(m_grid->cellWidth()));
    currentView()->setFocus();
    readWhatIsSeen(context().session(), m_table, m_facetPanel);
}

void SamplesPage::goBackTo(const PagePlace& place)
{
    context().filter()->goTo(place.own);
    if (m_query.isRunning()) {
        m_wanted = place;
    }
    Page::goBackTo(place);
}

bool SamplesPage::goBackWithin()
{
    return context().filter()->back();
}

void SamplesPage::focusSearch()
{
    m_header->focusSearch();
}

QWidget* SamplesPage::currentView() const
{
    return m_tableShown ? static_cast<QWidget*>(m_table) : m_grid;
}

void SamplesPage::showTable(bool table)
{
    m_tableShown = table;
    m_header->showTable(table);
    context().setZoomText(table ? QString() : tr("Pictures %1 px").arg(m_grid->cellWidth()));
    if (m_views->currentWidget() != m_empty) {
        m_views->setCurrentWidget(currentView());
        currentView()->setFocus();
    }
    readWhatIsSeen(context().session(), m_table, m_facetPanel);
    const QModelIndex current = m_selection->currentIndex();
    if (current.isValid()) {
        table ? m_table->scrollTo(current) : m_grid->scrollTo(current);
    }
}

void SamplesPage::showFilter()
{
    FilterState* filter = context().filter();
    m_header->showFilter();
    QVector<ChipRow::Entry> entries;
    const QVector<FilterState::Chip> chips = filter->chips();
    for (const FilterState::Chip& restriction : chips) {
        ChipRow::Entry entry{restriction.title, {}, [filter, restriction] { filter->remove(restriction); }};
        if (restriction.field == FilterField::Kind
            && restriction.special == FilterState::Chip::Special::None) {
            if (const FlagKind* kind = flagKindById(restriction.value)) {
                entry.group = kind->group;
            }
        }
        entries.append(entry);
    }
    m_chips->setEntries(entries, [filter] { filter->clear(); });
}

void SamplesPage::showResult()
{
    const std::shared_ptr<const SampleSet> set = m_query.result();
    const int before = m_selection->currentIndex().row();
    QVector<SampleId> selected;
    if (set && m_selection->selection().size() < 200) {
        selected = selectedSamples();
    }
    m_model.setSet(context().project(), set);
    m_facets.setCounts(set ? set->facets : FacetCounts{});
    m_header->offerTime(
        context().filter()->sort() == SampleSort::Time || (set && !set->facets.time.isEmpty()));
    readWhatIsSeen(context().session(), m_table, m_facetPanel);
    const qint64 all = set ? set->index->size() : 0;
    const qint64 shown = m_model.rowCount();
    m_header->setSubtitle(!set ? (context().project() ? tr("Reading…") : QString())
            : shown == all     ? tr("%Ln samples", nullptr, int(all))
                               : tr("%1 of %Ln samples", nullptr, int(all)).arg(formatCount(shown)));

    selectAgain(selected, before);
    if (set && shown == 0) {
        showEmpty(all == 0);
    } else {
        m_views->setCurrentWidget(currentView());
    }
    if (!m_selection->currentIndex().isValid() || shown == 0) {
        m_detail->showNothing(
            all > 0 ? tr("No sample chosen") : QString(), tr("Choose a sample to see it here."));
    }
    showSelection();
    showCurrent();
    if (m_wanted && !m_query.isRunning()) {
        std::exchange(m_wanted, std::nullopt)->scrollBack();
    }
}

void SamplesPage::selectAgain(const QVector<SampleId>& selected, int before)
{
    const int shown = m_model.rowCount();
    // After a reset the same samples stay selected as far as they still pass; else the place is kept.
    if (!m_selection->hasSelection() && shown > 0) {
        if (!selected.isEmpty() && selected.size() <= 1000) {
            QItemSelection again;
            for (const SampleId id : std::as_const(selected)) {
                const int row = m_model.rowOf(id);
                if (row >= 0) {
                    again.select(m_model.index(row, 0), m_model.index(row, SampleModel::ColumnCount - 1));
                }
            }
            m_selection->select(again, QItemSelectionModel::ClearAndSelect);
        }
        int row = m_current ? m_model.rowOf(m_current) : -1;
        const bool known = row >= 0;
        if (row < 0) {
            row = qBound<int>(0, before, int(shown) - 1);
        }
        m_selection->setCurrentIndex(m_model.index(row, 0), QItemSelectionModel::NoUpdate);
        if (known || before >= 0) {
            m_grid->scrollTo(m_selection->currentIndex());
            m_table->scrollTo(m_selection->currentIndex());
        }
    }
}

void SamplesPage::showEmpty(bool noneAtAll)
{
    m_empty->clearActions();
    if (noneAtAll) {
        m_empty->set(QStringLiteral("import"), tr("No samples yet"),
            tr("Import a benchmark: a VLMEvalKit TSV, JSON, JSONL or CSV file, with or without images."));
        m_empty->addAction(tr("Import files"), [this] { context().goTo(QStringLiteral("import")); });
    } else {
        m_empty->set(QStringLiteral("search"), tr("No sample matches"), tr("Remove a filter to see more."));
        m_empty->addAction(tr("Clear all filters"), [this] { context().filter()->clear(); });
    }
    m_views->setCurrentWidget(m_empty);
}

void SamplesPage::showCurrent()
{
    const QModelIndex index = m_selection->currentIndex();
    const SampleId id = m_model.idAt(index.row());
    if (!id || !context().project()) {
        return;
    }
    m_current = id;
    if (!m_selection->hasSelection()) {
        showSelection();
    }
    if (m_detail->isHidden()) {
        return;
    }
    m_tracker.start(
        kDetailSlot, {},
        [project = context().project(), id](Progress&) { return loadSampleBundle(*project, id); },
        [this](const Result<std::shared_ptr<const SampleBundle>>& loaded) {
            if (loaded) {
                m_detail->show(*loaded);
            } else {
                notify(loaded.error());
            }
        });
}

QVector<SampleId> SamplesPage::selectedSamples() const
{
    QVector<SampleId> samples;
    const QItemSelection ranges = m_selection->selection();
    QVector<QPair<int, int>> rows;
    for (const QItemSelectionRange& range : ranges) {
        rows.append({range.top(), range.bottom()});
    }
    std::sort(rows.begin(), rows.end());
    for (const auto& [top, bottom] : std::as_const(rows)) {
        samples += m_model.ids().mid(top, bottom - top + 1);
    }
    return samples;
}

QVector<SampleId> SamplesPage::decidedSamples() const
{
    QVector<SampleId> samples = selectedSamples();
    if (samples.isEmpty() && m_model.rowOf(m_current) >= 0) {
        samples = {m_current};
    }
    return samples;
}

void SamplesPage::showSelection()
{
    SelectionBar::Counts counts;
    counts.kinds = context().filter()->filter().kinds;
    const QItemSelection ranges = m_selection->selection();
    for (const QItemSelectionRange& range : ranges) {
        counts.selected += range.height();
    }
    const std::shared_ptr<const SampleSet> set = m_query.result();
    const QVector<SampleId> samples = decidedSamples();
    m_tracker.cancel(kCountSlot);
    if (!set || samples.size() <= kCountedAtOnce) {
        SilentProgress progress;
        m_selectionBar->setCounts(set ? counted(*set->index, samples, counts, progress) : counts);
        return;
    }
    // A million rows take longer than a frame.
    m_tracker.start(
        kCountSlot, {},
        [index = set->index, samples, counts](Progress& progress) -> Result<SelectionBar::Counts> {
            return counted(*index, samples, counts, progress);
        },
        [this](const Result<SelectionBar::Counts>& found) {
            if (!found) {
                notify(found.error());
                return;
            }
            m_selectionBar->setCounts(*found);
        });
}

void SamplesPage::decide(Action action, Verdict verdict, SelectionBar::Scope scope)
{
    if (context().project() && context().project()->isReadOnly()) {
        notify({Message::Kind::Warning, tr("This project is open for reading only"), {}, {}, {}});
        return;
    }
    BulkDecision bulk;
    bulk.samples = decidedSamples();
    bulk.action = action;
    bulk.verdict = verdict;
    if (scope == SelectionBar::Scope::FilteredKinds) {
        bulk.kinds = context().filter()->filter().kinds;
    }
    context().desk()->decide(bulk);
}

void SamplesPage::copyKeys()
{
    const QVector<SampleId> samples = decidedSamples();
    const auto project = context().project();
    if (samples.isEmpty() || !project) {
        return;
    }
    m_tracker.start(
        QStringLiteral("copy"), {},
        [project, samples](Progress&) -> Result<QStringList> {
            auto read = project->read([&](sqlite::Connection& c) { return SampleStore(c).byIds(samples); });
            if (!read) {
                return tl::unexpected<Error>(read.error());
            }
            QHash<qint64, QString> keys;
            for (const Sample& sample : std::as_const(*read)) {
                keys.insert(sample.id.value, sample.key());
            }
            QStringList lines;
            for (const SampleId id : samples) {
                lines.append(keys.value(id.value));
            }
            return lines;
        },
        [this](const Result<QStringList>& lines) {
            if (!lines) {
                notify(lines.error());
                return;
            }
            QGuiApplication::clipboard()->setText(lines->join(u'\n'));
            context().notify({Message::Kind::Info,
                lines->size() == 1 ? tr("%1 is in the clipboard").arg(lines->first())
                                   : tr("%n keys are in the clipboard", nullptr, int(lines->size())),
                {}, {}, {}});
        });
}

bool SamplesPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ContextMenu) {
        const auto* menu = static_cast<QContextMenuEvent*>(event);
        QPoint where = menu->globalPos();
        if (menu->reason() == QContextMenuEvent::Keyboard) {
            auto* view = qobject_cast<QAbstractItemView*>(currentView());
            where = view->viewport()->mapToGlobal(view->visualRect(m_selection->currentIndex()).center());
        }
        showContextMenu(where);
        return true;
    }
    return Page::eventFilter(watched, event);
}

void SamplesPage::showContextMenu(const QPoint& globalPosition)
{
    if (decidedSamples().isEmpty()) {
        return;
    }
    // The keys stand beside the entries; they are bound once, by the page.
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("sampleMenu"));
    const auto add = [&menu](const QString& text, const QString& key, bool enabled, auto slot) {
        QAction* action = menu.addAction(plainCaption(text) + u'\t' + key);
        action->setEnabled(enabled);
        QObject::connect(action, &QAction::triggered, &menu, slot);
    };
    const SelectionBar::Counts counts = m_selectionBar->counts();
    const bool writable = context().project() && !context().project()->isReadOnly();
    add(tr("Open in Review"), keyOf("samples.review"), true,
        [this] { openInReview(m_selection->currentIndex()); });
    menu.addSeparator();
    const bool undecided = writable && counts.undecided > 0;
    add(tr("Keep %1").arg(formatCount(counts.undecided)), keyOf("samples.keep"), undecided,
        [this] { decide(Action::Keep, Verdict::None); });
    add(tr("Drop %1").arg(formatCount(counts.undecided)), keyOf("samples.drop"), undecided,
        [this] { decide(Action::Drop, Verdict::None); });
    menu.addSeparator();
    const QString flags = SelectionBar::flagsText(counts, SelectionBar::kindsText(counts));
    const bool open = writable && counts.open > 0;
    add(tr("Confirm %1").arg(flags), keyOf("samples.confirm"), open,
        [this] { decide(Action::None, Verdict::Confirm); });
    add(tr("Override %1").arg(flags), keyOf("samples.override"), open,
        [this] { decide(Action::None, Verdict::Override); });
    add(tr("Mark %1 as unsure").arg(flags), keyOf("samples.unsure"), open,
        [this] { decide(Action::None, Verdict::Unsure); });
    if (counts.allOpen > counts.open) {
        for (const auto& [verdict, command] : {std::pair(Verdict::Confirm, "samples.confirmAll"),
                 std::pair(Verdict::Override, "samples.overrideAll"),
                 std::pair(Verdict::Unsure, "samples.unsureAll")}) {
            add(SelectionBar::allFlagsText(verdict, counts), keyOf(command), writable,
                [this, verdict = verdict] { decide(Action::None, verdict, SelectionBar::Scope::AllKinds); });
        }
    }
    menu.addSeparator();
    add(counts.selected > 1 ? tr("Copy the keys") : tr("Copy the key"), keyOf("samples.copy"), true,
        [this] { copyKeys(); });
    add(tr("Clear the selection"), keyOf("samples.clear"), counts.selected > 0, [this] {
        m_selection->clearSelection();
        currentView()->setFocus();
    });
    menu.exec(globalPosition);
}

void SamplesPage::openInReview(const QModelIndex& index)
{
    const SampleId id = m_model.idAt(index.row());
    if (id) {
        context().openReview(id, m_model.ids(), {}, context().filter()->filter().kinds);
    }
}

void SamplesPage::saveState(Preferences& preferences) const
{
    if (context().project()) {
        preferences.set(Preference::SamplesProject, context().project()->path());
        preferences.setObject(Preference::SamplesFilter, context().filter()->toJson());
        preferences.set(Preference::SamplesCurrent, m_current.value);
    }
    preferences.set(Preference::SamplesAsTable, m_tableShown);
    preferences.set(Preference::SamplesCellWidth, m_grid->cellWidth());
    preferences.set(Preference::SamplesSplitter, m_splitter->saveState());
    preferences.set(Preference::SamplesFacets, m_header->facetButton()->isChecked());
    preferences.set(Preference::SamplesDetails, m_header->detailButton()->isChecked());
}

void SamplesPage::restoreState(const Preferences& preferences)
{
    const bool same
        = context().project() && preferences.text(Preference::SamplesProject) == context().project()->path();
    if (same && context().filter()->isEmpty()) {
        FilterState* filter = context().filter();
        filter->restore(preferences.object(Preference::SamplesFilter));
        for (const QString& gone : context().session()->subsets()->missingOf(filter->filter().subsets)) {
            filter->toggle(FilterField::Subset, gone);
        }
    }
    m_grid->setCellWidth(int(preferences.number(Preference::SamplesCellWidth)));
    m_splitter->restoreState(preferences.bytes(Preference::SamplesSplitter));
    m_header->facetButton()->setChecked(preferences.flag(Preference::SamplesFacets));
    m_header->detailButton()->setChecked(preferences.flag(Preference::SamplesDetails));
    showTable(preferences.flag(Preference::SamplesAsTable));
    if (same) {
        m_current = SampleId{preferences.number(Preference::SamplesCurrent)};
    }
}

} // namespace winnow
