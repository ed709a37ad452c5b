// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/subsetspage.h"

#include "ui/models/subsetlist.h"
#include "ui/models/terms.h"
#include "ui/pages/subsetbudget.h"
#include "ui/pages/subsetcurvecards.h"
#include "ui/pages/subsetform.h"
#include "ui/pages/subsetsamples.h"
#include "ui/pages/subsetsavebar.h"
#include "ui/pages/subsetshares.h"
#include "ui/pages/subsetstored.h"
#include "ui/pages/subsettables.h"
#include "ui/pages/subsettiles.h"
#include "ui/util/format.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/workprogress.h"

#include <QPushButton>
#include <QScrollArea>
#include <QSlider>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace winnow {

namespace {

constexpr int kFormWidth = 36 * kUnit;

QString wordsOf(const QVector<Sentence>& sentences)
{
    QStringList said;
    for (const Sentence& each : sentences) {
        said.append(sentenceText(each));
    }
    return said.join(u'\n');
}

QScrollArea* scrolled(QWidget* content)
{
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    content->setAutoFillBackground(false);
    area->setWidget(content);
    area->viewport()->setAutoFillBackground(false);
    return area;
}

} // namespace

SubsetsPage::SubsetsPage(AppContext& app)
    : Page(app)
    , m_subsets(std::make_unique<SubsetController>(app.jobs()))
    , m_header(new PageHeader(tr("Subsets"), this))
    , m_progress(new WorkProgress(this))
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState)
    , m_scroll(nullptr)
    , m_form(new SubsetForm(*m_subsets))
    , m_saveBar(new SubsetSaveBar(*m_subsets))
    , m_valid(new Text({}))
    , m_warnings(new Text({}, TextSize::Body, Text::Tone::Caution))
    , m_notes(new Text({}, TextSize::Body, Text::Tone::Muted))
    , m_tiles(new SubsetTiles)
    , m_curves(new SubsetCurveCards(*m_subsets))
    , m_shares(new SubsetShares(*m_subsets))
    , m_stored(new SubsetStored(*m_subsets))
    , m_samples(new SubsetSamples(*m_subsets))
    , m_methods(new DataTable)
    , m_scores(new DataTable)
    , m_methodsCard(nullptr)
    , m_scoresCard(nullptr)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_progress->setFixedWidth(30 * kUnit);
    m_header->addControl(m_progress);
    layout->addWidget(m_header);
    layout->addWidget(new Rule(Qt::Horizontal));
    layout->addWidget(m_stack, 1);
    auto* content = new QWidget;
    auto* columns = new QHBoxLayout(content);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(buildForm());
    columns->addWidget(new Rule(Qt::Vertical));
    m_scroll = scrolled(buildBody());
    m_scroll->setObjectName(QStringLiteral("subsetBody"));
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    columns->addWidget(m_scroll, 1);
    m_empty->setObjectName(QStringLiteral("pageState"));
    m_stack->addWidget(content);
    m_stack->addWidget(m_empty);
    connectAll();
    addKeys();
    show(SubsetChange::Stage | SubsetChange::Source | SubsetChange::Request);
}

SubsetsPage::~SubsetsPage()
{
    // The tables go after what they show.
    m_methods->setModel(nullptr);
    m_scores->setModel(nullptr);
}

QWidget* SubsetsPage::buildForm()
{
    auto* form = new QWidget;
    form->setFixedWidth(kFormWidth);
    auto* rows = new QVBoxLayout(form);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(scrolled(m_form), 1);
    rows->addWidget(new Rule(Qt::Horizontal));
    rows->addWidget(m_saveBar);
    return form;
}

QWidget* SubsetsPage::buildBody()
{
    auto* body = new QWidget;
    auto* rows = new QVBoxLayout(body);
    rows->setContentsMargins(3 * kUnit, 2 * kUnit, 3 * kUnit, 3 * kUnit);
    rows->setSpacing(2 * kUnit);
    const std::pair<Text*, const char*> words[]{
        {m_valid, "subsetValid"}, {m_warnings, "subsetWarnings"}, {m_notes, "subsetNotes"}};
    auto* said = new QVBoxLayout;
    said->setSpacing(kUnit / 2);
    for (const auto& [text, name] : words) {
        text->setObjectName(QLatin1String(name));
        text->setWordWrap(true);
        said->addWidget(text);
    }
    rows->addLayout(said);
    rows->addWidget(m_tiles);
    rows->addWidget(m_shares);
    rows->addWidget(m_curves);
    rows->addWidget(m_stored);
    m_methods->setObjectName(QStringLiteral("subsetMethods"));
    m_methodsCard = buildTable(m_methods, &m_methodsModel, tr("All methods at this budget"),
        tr("On the same models held out. A click chooses a method."));
    rows->addWidget(m_methodsCard);
    rows->addWidget(m_samples);
    m_scores->setObjectName(QStringLiteral("subsetScores"));
    m_scoresCard = buildTable(m_scores, &m_scoresModel, tr("The models on this set"),
        tr("These models chose the set, so how far it is off for others is what the curves say."));
    rows->addWidget(m_scoresCard);
    rows->addStretch(1);
    m_shares->hide();
    return body;
}

QWidget* SubsetsPage::buildTable(
    DataTable* table, NumberTableModel* model, const QString& title, const QString& note)
{
    auto* card = new Card;
    card->body()->addWidget(new Text(title, TextSize::Heading));
    auto* small = new Text(note, TextSize::Small, Text::Tone::Muted);
    small->setWordWrap(true);
    card->body()->addWidget(small);
    table->setAccessibleName(title);
    table->setModel(model);
    table->setSorts();
    table->setWideColumn(0);
    table->setFitsRows(12);
    card->body()->addWidget(table);
    return card;
}

void SubsetsPage::connectAll()
{
    SubsetController* subsets = m_subsets.get();
    connect(context().session(), &ProjectSession::storeChanged, subsets, &SubsetController::storeChanged);
    connect(context().policy(), &PolicyChoice::changed, this,
        [this] { m_subsets->setPolicy(context().policy()->policy()); });
    connect(subsets, &SubsetController::changed, this, &SubsetsPage::show);
    connect(subsets->shelf(), &SubsetShelf::failed, this, [this](const Error& error) { notify(error); });
    connect(subsets->shelf(), &SubsetShelf::saved, this, &SubsetsPage::tellSaved);
    connect(subsets->shelf(), &SubsetShelf::removed, this, [this](const SubsetUndo& undo) {
        notify({Message::Kind::Success, tr("Removed the subset %1").arg(undo.before.value(0).subset.name), {},
            tr("Undo"), [this, undo] { m_subsets->shelf()->putBack(undo); }});
    });
    connect(m_form->sharesButton(), &QPushButton::toggled, m_shares, &QWidget::setVisible);
    connect(m_stored, &SubsetStored::opened, this, &SubsetsPage::open);
    connect(m_stored, &SubsetStored::exportAsked, this, [this](const QString& name) {
        // The page is made when it is first shown.
        context().open(ClickThrough::toPage(QStringLiteral("export")), this);
        emit context().session()->subsets()->exportAsked(name);
    });
    connect(m_methods, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        SubsetRequest request = m_subsets->request();
        request.method = index.siblingAtColumn(0).data(NumberTableModel::ValueRole).toString();
        request.frontierShare.reset();
        m_subsets->setRequest(request);
    });
    for (ChartCard* card : m_curves->cards()) {
        connect(card, &ChartCard::failed, this, [this](const Error& error) { notify(error); });
        connect(card, &ChartCard::done, this, [this](const QString& text) {
            notify({Message::Kind::Success, text, {}, {}, {}});
        });
    }
}

void SubsetsPage::addKeys()
{
    addKey(QStringLiteral("subsets.save"), [this] { m_saveBar->save(); });
    addKey(QStringLiteral("subsets.must"), [this] { m_samples->want(SubsetController::Wanted::In); });
    addKey(QStringLiteral("subsets.veto"), [this] { m_samples->want(SubsetController::Wanted::Out); });
    addKey(QStringLiteral("subsets.either"), [this] { m_samples->want(SubsetController::Wanted::Either); });
}

void SubsetsPage::projectChanged()
{
    m_subsets->setPolicy(context().policy()->policy());
    m_subsets->setProject(context().project());
}

void SubsetsPage::activated()
{
    m_wantsFocus = true;
    m_subsets->setActive(true);
    takeFocus();
}

void SubsetsPage::deactivated()
{
    m_wantsFocus = false;
    m_subsets->setActive(false);
}

// The slider cannot take the focus while there is nothing to choose from.
void SubsetsPage::takeFocus()
{
    QSlider* slider = m_form->budget()->slider();
    if (m_wantsFocus && slider->isEnabled() && slider->isVisible()) {
        m_wantsFocus = false;
        // Whoever has gone on to something else keeps it.
        const QWidget* focused = window()->focusWidget();
        if (!focused || focused == this || !focused->isVisibleTo(window())) {
            slider->setFocus();
        }
    }
}

void SubsetsPage::show(SubsetChanges changes)
{
    if (changes & SubsetChange::Stage) {
        showStage();
    }
    m_form->show(changes);
    if (changes & SubsetChange::Source) {
        takeFocus();
    }
    if (changes & (SubsetChange::Source | SubsetChange::Request)) {
        m_shares->show();
    }
    if (changes & (SubsetChange::Source | SubsetChange::Request | SubsetChange::Curves)) {
        m_curves->show();
    }
    if (changes & SubsetChange::Choice) {
        showWords();
        m_tiles->show(m_subsets->choice());
        m_samples->show();
    }
    if (changes
        & (SubsetChange::Choice | SubsetChange::Stored | SubsetChange::Source | SubsetChange::Request)) {
        m_saveBar->show();
    }
    if (changes & (SubsetChange::Stored | SubsetChange::Source)) {
        m_stored->show();
    }
    showTables(changes);
    if (m_subsets->jobs()->isRunning(SubsetMeasurer::kCurvesSlot)) {
        m_progress->follow(m_subsets->jobs(), SubsetMeasurer::kCurvesSlot, 300);
    } else {
        m_progress->finish();
    }
}

void SubsetsPage::showTables(SubsetChanges changes)
{
    if (changes & (SubsetChange::Methods | SubsetChange::Request)) {
        const QString chosen = m_subsets->request().method;
        m_methodsModel.setTable(subsetMethodsTable(m_subsets->figures().methods()));
        m_methods->setWideColumn(0);
        m_methodsCard->setVisible(m_methodsModel.rowCount() > 0);
        for (int row = 0; row < m_methodsModel.rowCount(); ++row) {
            if (m_methodsModel.index(row, 0).data(NumberTableModel::ValueRole).toString() == chosen) {
                m_methods->selectRow(row);
            }
        }
        m_methods->updateGeometry();
    }
    if (changes & SubsetChange::Choice) {
        m_scoresModel.setTable(subsetScoresTable(m_subsets->choice().report.models));
        m_scores->setWideColumn(0);
        m_scoresCard->setVisible(m_scoresModel.rowCount() > 0);
        m_scores->updateGeometry();
    }
}

void SubsetsPage::showStage()
{
    m_empty->clearActions();
    switch (m_subsets->stage()) {
    case SubsetController::Stage::Ready:
        m_stack->setCurrentIndex(0);
        return;
    case SubsetController::Stage::Reading:
        m_empty->set(QStringLiteral("subsets"), context().project() ? tr("Reading…") : QString(), {});
        break;
    case SubsetController::Stage::Empty:
        m_empty->set(QStringLiteral("subsets"), tr("Nothing to choose from yet"),
            tr("Import a benchmark and what the models answered. A small set then stands for all of it, and "
               "the page says how well."));
        m_empty->addAction(tr("Import a benchmark"), [this] { context().goTo(QStringLiteral("import")); });
        break;
    case SubsetController::Stage::Failed:
        m_empty->set(
            QStringLiteral("warning"), errorMessage(*m_subsets->error()), errorRemedy(*m_subsets->error()));
        m_empty->addAction(tr("Try again"), [this] { m_subsets->setActive(true); })
            ->setObjectName(QStringLiteral("computeAgain"));
        break;
    }
    m_stack->setCurrentWidget(m_empty);
}

void SubsetsPage::showWords()
{
    const SubsetChoice& choice = m_subsets->choice();
    const std::optional<Error>& error = m_subsets->error();
    m_valid->setText(error ? QString()
            : choice.study ? sentenceText(choice.report.validFor)
                           : tr("Choosing…"));
    m_valid->setVisible(!m_valid->text().isEmpty());
    m_warnings->setText(error ? errorText(*error) : wordsOf(choice.report.warnings));
    m_warnings->setVisible(!m_warnings->text().isEmpty());
    m_notes->setText(wordsOf(choice.chosen.notes));
    m_notes->setVisible(!m_notes->text().isEmpty());
    m_header->setSubtitle(choice.study
            ? tr("%1 of %Ln samples", nullptr, int(m_subsets->candidates())).arg(formatCount(choice.size()))
            : QString());
}

void SubsetsPage::tellSaved(const SubsetUndo& undo)
{
    const QString text = undo.now.size() > 1 ? tr("%Ln subsets saved", nullptr, int(undo.now.size()))
        : undo.before.isEmpty()              ? tr("Saved the subset %1").arg(undo.now.value(0))
                                : tr("Saved the subset %1 in place of the one before").arg(undo.now.value(0));
    m_stored->select(undo.now.value(0));
    notify(
        {Message::Kind::Success, text, {}, tr("Undo"), [this, undo] { m_subsets->shelf()->putBack(undo); }});
}

void SubsetsPage::open(const QString& name)
{
    for (const Subset& each : m_subsets->shelf()->stored()) {
        if (each.name == name) {
            m_subsets->open(each);
            m_saveBar->setName(name);
        }
    }
}

} // namespace winnow
