// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/insightspage.h"

#include "ui/models/preferences.h"
#include "ui/models/terms.h"
#include "ui/pages/policypicker.h"
#include "ui/util/format.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/stattile.h"

#include <QComboBox>
#include <QCursor>
#include <QGridLayout>
#include <QMenu>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <cmath>

namespace winnow {

namespace {

const QString kComputeSlot = QStringLiteral("insights");
const QString kModelSlot = QStringLiteral("model");
const QString kImportPage = QStringLiteral("import");
/// From this width on the cards stand in two columns.
constexpr int kTwoColumns = 170 * kUnit;

QString beforeAfter(const Rate& before, const Rate& after, bool percent)
{
    const auto text = [&](const Rate& rate) {
        return rate.n == 0 ? QStringLiteral("–")
            : percent      ? formatPercent(rate.value)
                           : formatNumber(rate.value, 3);
    };
    return text(before) + QStringLiteral(" → ") + text(after);
}

} // namespace

InsightsPage::InsightsPage(AppContext& app)
    : Page(app)
    , m_tracker(app.jobs())
    , m_header(new PageHeader(tr("Insights"), this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_scroll(new QScrollArea(this))
{
    build();
    connect(app.policy(), &PolicyChoice::changed, this, &InsightsPage::compute);
    connect(app.session(), &ProjectSession::storeChanged, this, [this](const ChangeSet& changes) {
        if (changes.parts
            & (ChangeSet::Samples | ChangeSet::Responses | ChangeSet::Flags | ChangeSet::Decisions)) {
            m_stale = true;
            if (m_active) {
                compute();
            }
        }
    });
    connect(&Theme::instance(), &Theme::changed, this, &InsightsPage::show);
}

InsightsPage::~InsightsPage()
{
    m_tracker.waitForAll();
}

void InsightsPage::build()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_header->addControl(new PolicyPicker(context(), m_header));
    layout->addWidget(m_header);
    layout->addWidget(new Rule(Qt::Horizontal));
    layout->addWidget(m_stack, 1);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_empty);

    auto* content = new QWidget;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(content);
    content->setAutoFillBackground(false);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto* body = new QVBoxLayout(content);
    body->setContentsMargins(3 * kUnit, 2 * kUnit, 3 * kUnit, 3 * kUnit);
    body->setSpacing(2 * kUnit);

    auto* tiles = new QHBoxLayout;
    tiles->setSpacing(2 * kUnit);
    m_kept = new StatTile(tr("Samples kept"));
    m_rank = new StatTile(tr("Order of the models"));
    m_blindTile = new StatTile(tr("Right without the image"));
    m_discriminationTile = new StatTile(tr("Discrimination"));
    m_kept->setObjectName(QStringLiteral("keptTile"));
    m_rank->setObjectName(QStringLiteral("rankTile"));
    m_blindTile->setObjectName(QStringLiteral("blindTile"));
    m_discriminationTile->setObjectName(QStringLiteral("discriminationTile"));
    for (StatTile* tile : {m_kept, m_rank, m_blindTile, m_discriminationTile}) {
        tiles->addWidget(tile);
    }
    body->addLayout(tiles);

    m_composition = new StackedBarChart;
    m_models = new IntervalChart;
    m_blind = new IntervalChart;
    m_discrimination = new IntervalChart;
    m_compositionCard
        = new ChartCard(tr("What stays and what goes"), m_composition, QStringLiteral("composition"));
    m_modelsCard = new ChartCard(tr("Accuracy and rank of the models"), m_models, QStringLiteral("models"));
    m_blindCard = new ChartCard(tr("Blind rate"), m_blind, QStringLiteral("blind-rate"));
    m_discriminationCard
        = new ChartCard(tr("Discrimination"), m_discrimination, QStringLiteral("discrimination"));
    m_compositionCard->setObjectName(QStringLiteral("compositionCard"));
    m_modelsCard->setObjectName(QStringLiteral("modelsCard"));
    m_blindCard->setObjectName(QStringLiteral("blindCard"));
    m_discriminationCard->setObjectName(QStringLiteral("discriminationCard"));
    m_modelsCard->setVisibleRows(40);
    m_compositionCard->setVisibleRows(40);

    m_partBy = new QComboBox;
    m_partBy->addItems({tr("By dataset"), tr("By capability")});
    m_partBy->setAccessibleName(tr("Parts"));
    m_partBy->setObjectName(QStringLiteral("partBy"));
    m_compositionCard->addControl(m_partBy);
    m_scope = new QComboBox;
    m_scope->setAccessibleName(tr("Datasets"));
    m_scope->setObjectName(QStringLiteral("scope"));
    m_scope->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_modelsCard->addControl(m_scope);

    m_grid = new QGridLayout;
    m_grid->setSpacing(2 * kUnit);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    arrange(false);
    body->addLayout(m_grid);
    body->addStretch(1);

    connect(m_partBy, &QComboBox::activated, this, &InsightsPage::show);
    connect(m_scope, &QComboBox::activated, this, &InsightsPage::show);
    for (ChartCard* card : {m_compositionCard, m_modelsCard, m_blindCard, m_discriminationCard}) {
        connect(card, &ChartCard::targetActivated, this, &InsightsPage::open);
        connect(card, &ChartCard::failed, this, [this](const Error& error) { notify(error); });
        connect(card, &ChartCard::done, this, [this](const QString& text) {
            notify({Message::Kind::Success, text, {}, {}, {}});
        });
    }
    connect(m_kept, &StatTile::clicked, this, [this] {
        QVector<SampleId> dropped;
        for (const Composition& part : std::as_const(m_insights->datasets)) {
            dropped += part.dropped;
        }
        SampleFilter filter;
        filter.only = dropped;
        context().openSamples(filter, tr("Dropped by the policy %1").arg(policyTitle(m_insights->policy)));
    });
    connect(m_rank, &StatTile::clicked, this, [this] {
        SampleFilter filter;
        filter.only = m_insights->models.orderMoving;
        context().openSamples(filter, tr("Behind the order of the models"));
    });
    connect(m_blindTile, &StatTile::clicked, this, [this] {
        SampleFilter filter;
        filter.only = m_insights->blindSolvedAfter;
        context().openSamples(filter, tr("Kept, and right without the image for half of the blind runs"));
    });
    connect(m_discriminationTile, &StatTile::clicked, this, [this] {
        SampleFilter filter;
        filter.only = m_insights->discriminatingAfter;
        context().openSamples(filter, tr("Kept, and discrimination above the critical value"));
    });
    addKey(QStringLiteral("T"), [this] {
        const bool on = !m_modelsCard->showsTable();
        for (ChartCard* card : {m_compositionCard, m_modelsCard, m_blindCard, m_discriminationCard}) {
            card->showTable(on);
        }
    });
    m_empty->set(QStringLiteral("insights"), tr("Counting…"), {});
    m_stack->setCurrentWidget(m_empty);
}

void InsightsPage::arrange(bool wide)
{
    if (wide) {
        m_grid->addWidget(m_compositionCard, 0, 0, Qt::AlignTop);
        m_grid->addWidget(m_blindCard, 1, 0, Qt::AlignTop);
        m_grid->addWidget(m_discriminationCard, 2, 0, Qt::AlignTop);
        m_grid->addWidget(m_modelsCard, 0, 1, 4, 1, Qt::AlignTop);
    } else {
        m_grid->addWidget(m_compositionCard, 0, 0, 1, 2);
        m_grid->addWidget(m_modelsCard, 1, 0, 1, 2);
        m_grid->addWidget(m_blindCard, 2, 0, Qt::AlignTop);
        m_grid->addWidget(m_discriminationCard, 2, 1, Qt::AlignTop);
    }
    m_grid->setRowStretch(3, wide ? 1 : 0);
}

QVector<KeyHelp> InsightsPage::keys() const
{
    return {{QStringLiteral("T"), tr("Charts or tables")},
        {QStringLiteral("Tab"), tr("Next chart or number")},
        {QStringLiteral("← →"), tr("From mark to mark of a chart")},
        {QStringLiteral("Enter"), tr("Open the samples behind a mark, a number or a cell")},
        {QStringLiteral("Ctrl+C"), tr("Copy the selected rows of a table")}};
}

void InsightsPage::saveState(Preferences& preferences) const
{
    preferences.set(Preference::InsightsPartBy, m_partBy->currentIndex());
    preferences.set(Preference::InsightsTables, m_modelsCard->showsTable());
}

void InsightsPage::restoreState(const Preferences& preferences)
{
    m_partBy->setCurrentIndex(qBound(0, int(preferences.number(Preference::InsightsPartBy)), 1));
    m_modelsCard->showTable(preferences.flag(Preference::InsightsTables));
}

void InsightsPage::projectChanged()
{
    m_tracker.cancelAll();
    m_insights.reset();
    m_targets.clear();
    m_stale = true;
    m_scope->clear();
    m_empty->set(QStringLiteral("insights"), tr("Counting…"), {});
    m_empty->clearActions();
    m_stack->setCurrentWidget(m_empty);
}

void InsightsPage::activated()
{
    m_active = true;
    m_scroll->setFocus();
    if (m_stale) {
        compute();
    }
}

void InsightsPage::deactivated()
{
    m_active = false;
}

void InsightsPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    arrange(width() >= kTwoColumns);
}

void InsightsPage::compute()
{
    const std::shared_ptr<Project> project = context().project();
    const Policy policy = context().policy()->policy();
    if (!project || policy.name.isEmpty()) {
        return;
    }
    m_stale = !m_active;
    if (!m_active) {
        return;
    }
    m_header->setSubtitle(tr("Counting…"));
    m_tracker.start(
        kComputeSlot, tr("Comparing before and after"),
        [project, policy](Progress& progress) { return computeInsights(*project, policy, progress); },
        [this](const Result<Insights>& insights) { take(insights); });
}

void InsightsPage::take(const Result<Insights>& insights)
{
    m_header->setSubtitle({});
    if (!insights) {
        m_stale = true;
        notify(insights.error());
        if (!m_insights) {
            m_empty->set(QStringLiteral("warning"), tr("The comparison could not be made"),
                errorText(insights.error()));
        }
        return;
    }
    m_insights = *insights;
    const QString scope = m_scope->currentData().toString();
    m_scope->clear();
    m_scope->addItem(tr("All datasets"), QString());
    for (const auto& [name, comparison] : std::as_const(m_insights->modelsByDataset)) {
        m_scope->addItem(name, name);
    }
    m_scope->setCurrentIndex(qMax(0, m_scope->findData(scope)));
    m_scope->setVisible(m_insights->modelsByDataset.size() > 1);
    show();
}

void InsightsPage::show()
{
    if (!m_insights) {
        return;
    }
    if (m_insights->samplesBefore == 0) {
        showEmpty();
        return;
    }
    m_header->setSubtitle(policyDescription(m_insights->policy));
    InsightsCharts charts(*m_insights);
    charts.fillComposition(m_composition, m_partBy->currentIndex() == 1);
    charts.fillModels(m_models, m_scope->currentData().toString());
    charts.fillBlind(m_blind);
    charts.fillDiscrimination(m_discrimination);
    m_targets = charts.targets();

    const auto emptyOr = [this](ChartCard* card, bool empty, const QString& icon, const QString& title,
                             const QString& text) {
        card->emptyState()->clearActions();
        if (empty) {
            card->emptyState()->set(icon, title, text);
            card->emptyState()->addAction(tr("Import responses"), [this] { context().goTo(kImportPage); });
        }
        card->showEmpty(empty);
        card->refresh();
    };
    emptyOr(m_compositionCard, false, {}, {}, {});
    const bool noModels = m_insights->models.models.isEmpty();
    emptyOr(m_modelsCard, noModels, QStringLiteral("models"), tr("Accuracy needs responses"),
        tr("Import what the models answered, one file or one column a model, to see how the policy changes "
           "their accuracy and rank."));
    emptyOr(m_blindCard, m_insights->blindBefore.n == 0, QStringLiteral("group-blind"),
        tr("The blind rate needs blind responses"),
        tr("Import responses of models that did not see the image (condition blind)."));
    emptyOr(m_discriminationCard, m_insights->discriminationBefore.n == 0,
        QStringLiteral("group-discrimination"), tr("Discrimination needs at least 3 models"),
        tr("It tells how well a sample tells strong from weak models; there are %1 so far.")
            .arg(m_insights->discriminationModels));
    m_modelsCard->setSubtitle(noModels
            ? QString()
            : tr("Models are ranked over the samples that all of them answered, at least half of what the "
                 "fullest one did; a missing response is not wrong. Guessing would get %1. Lines are 95% "
                 "intervals. Choose a model to see its samples.")
                  .arg(formatPercent(charts.chance())));
    m_blindCard->setSubtitle(m_insights->blindBefore.n == 0
            ? QString()
            : tr("Mean score of the blind runs. A mark opens the samples that at least half of them get "
                 "right."));
    m_discriminationCard->setSubtitle(m_insights->discriminationBefore.n == 0
            ? QString()
            : tr("Mean over samples of the correlation of right with the models' ability. Below the critical "
                 "value one sample alone tells nothing."));
    showTiles();
    m_stack->setCurrentWidget(m_scroll);
}

void InsightsPage::showTiles()
{
    const Insights& in = *m_insights;
    const double share = double(in.samplesAfter) / double(qMax<qint64>(1, in.samplesBefore));
    const qint64 dropped = in.samplesBefore - in.samplesAfter;
    qint64 changed = 0;
    for (const Disposition d : {Disposition::Fix, Disposition::Convert, Disposition::Circular}) {
        changed += in.dispositions.value(dispositionId(d));
    }
    m_kept->set(tr("%1 of %2").arg(formatCount(in.samplesAfter), formatCount(in.samplesBefore)),
        tr("%1 · %2 dropped, %3 changed")
            .arg(formatPercent(share), formatCount(dropped), formatCount(changed)),
        dropped > 0);
    int moved = 0;
    int ranked = 0;
    for (const ModelShift& model : in.models.models) {
        ranked += model.rankBefore > 0;
        moved += model.rankBefore && model.rankAfter && model.rankBefore != model.rankAfter;
    }
    // Each ranking agrees with itself only.
    QStringList taus;
    for (const ModelRanking& ranking : in.models.rankings) {
        taus.append(std::isfinite(ranking.kendall) ? formatNumber(ranking.kendall, 3) : QStringLiteral("–"));
    }
    const QString change = tr("%1 of %n models change rank", nullptr, ranked).arg(formatCount(moved));
    m_rank->set(taus.isEmpty() ? QStringLiteral("–") : tr("τ %1").arg(taus.join(QStringLiteral(" · "))),
        taus.isEmpty() ? tr("Needs two models that answered the same samples")
            : taus.size() == 1
            ? tr("Spearman %1 · %2").arg(formatNumber(in.models.rankings.first().spearman, 3), change)
            : tr("%n rankings of models with samples in common", nullptr, int(taus.size()))
                + QStringLiteral(" · ") + change,
        !in.models.orderMoving.isEmpty());
    setTip(m_rank,
        in.models.orderMoving.isEmpty() ? QString()
                                        : tr("Opens the samples that can move a model past another: "
                                             "%Ln are dropped or scored anew, and not "
                                             "alike for all models",
                                            nullptr, int(in.models.orderMoving.size())));
    m_blindTile->set(beforeAfter(in.blindBefore, in.blindAfter, true),
        in.blindBefore.n == 0 ? tr("Needs blind responses")
                              : tr("Mean of blind runs · most get %Ln kept samples right", nullptr,
                                  int(in.blindSolvedAfter.size())),
        !in.blindSolvedAfter.isEmpty());
    m_discriminationTile->set(beforeAfter(in.discriminationBefore, in.discriminationAfter, false),
        in.discriminationBefore.n == 0 ? tr("Needs at least 3 models")
                                       : tr("Critical value %1 with %2 models · %Ln kept samples reach it",
                                           nullptr, int(in.discriminatingAfter.size()))
                                             .arg(formatNumber(in.criticalCorrelation, 2))
                                             .arg(in.discriminationModels),
        !in.discriminatingAfter.isEmpty());
}

void InsightsPage::showEmpty()
{
    m_header->setSubtitle({});
    m_empty->set(QStringLiteral("insights"), tr("Nothing to compare yet"),
        tr("Import a benchmark and what the models answered; this page then shows what cleaning does to its "
           "composition and to every model's rank."));
    m_empty->clearActions();
    m_empty->addAction(tr("Import a benchmark"), [this] { context().goTo(kImportPage); });
    m_stack->setCurrentWidget(m_empty);
}

void InsightsPage::open(int index)
{
    if (index < 0 || index >= m_targets.size()) {
        return;
    }
    const InsightTarget& target = m_targets.at(index);
    if (!target.model.isEmpty()) {
        openModel(target);
        return;
    }
    SampleFilter filter;
    filter.only = QVector<SampleId>();
    for (const auto& list : target.samples) {
        filter.only->append(list);
    }
    context().openSamples(filter, target.title);
}

void InsightsPage::openModel(const InsightTarget& target)
{
    const std::shared_ptr<Project> project = context().project();
    if (!project || !m_insights) {
        return;
    }
    m_tracker.start(
        kModelSlot, {},
        [project, target, policy = m_insights->policy](Progress& progress) {
            return samplesOfModel(
                *project, policy, target.model, target.dataset, target.after, progress, target.among);
        },
        [this, target](const Result<ModelSamples>& samples) {
            if (samples) {
                openModelSamples(target, *samples);
            } else {
                notify(samples.error());
            }
        });
}

void InsightsPage::openModelSamples(const InsightTarget& target, const ModelSamples& samples)
{
    using Part = InsightTarget::Part;
    const QString when = target.after ? tr("after") : tr("before");
    const auto openPart = [this, target, when](Part part, const QVector<SampleId>& ids) {
        const QString what = part == Part::Right ? tr("right")
            : part == Part::Wrong                ? tr("wrong")
            : part == Part::Missing              ? tr("missing")
            : part == Part::Unread               ? tr("unread")
                                                 : tr("answered");
        SampleFilter filter;
        filter.only = ids;
        context().openSamples(filter, QStringLiteral("%1: %2, %3").arg(target.model, what, when));
    };
    switch (target.part) {
    case Part::Answered:
        openPart(target.part, samples.right + samples.wrong);
        return;
    case Part::Missing:
        openPart(target.part, samples.missing);
        return;
    case Part::Unread:
        openPart(target.part, samples.unread);
        return;
    case Part::Right:
        openPart(target.part, samples.right);
        return;
    case Part::Wrong:
        openPart(target.part, samples.wrong);
        return;
    case Part::All: {
        SampleFilter filter;
        filter.only = samples.right + samples.wrong;
        context().openSamples(filter, tr("%1: answered").arg(target.model));
        return;
    }
    case Part::Ask:
        break;
    }
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("modelMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(QStringLiteral("%1, %2").arg(target.model, when));
    const auto addPart = [&](const QString& text, Part part, const QVector<SampleId>& ids) {
        QAction* action = menu->addAction(
            text.arg(formatCount(ids.size())), this, [openPart, part, ids] { openPart(part, ids); });
        action->setEnabled(!ids.isEmpty());
    };
    addPart(tr("Right: %1"), Part::Right, samples.right);
    addPart(tr("Wrong: %1"), Part::Wrong, samples.wrong);
    addPart(tr("Missing: %1"), Part::Missing, samples.missing);
    addPart(tr("Unread: %1"), Part::Unread, samples.unread);
    if (!samples.apart.isEmpty()) {
        menu->addAction(tr("Answered, but not by all: %1").arg(formatCount(samples.apart.size())), this,
            [this, target, when, ids = samples.apart] {
                SampleFilter filter;
                filter.only = ids;
                context().openSamples(filter, tr("%1: answered, but not by all, %2").arg(target.model, when));
            });
    }
    menu->popup(QCursor::pos());
}

} // namespace winnow
