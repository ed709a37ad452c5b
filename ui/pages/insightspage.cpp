// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/insightspage.h"

#include "ui/models/preferences.h"
#include "ui/models/terms.h"
#include "ui/pages/policypicker.h"
#include "ui/util/clickthroughs.h"
#include "ui/util/format.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/filterbox.h"
#include "ui/widgets/stattile.h"

#include <QComboBox>
#include <QGridLayout>
#include <QVBoxLayout>

#include <cmath>

namespace winnow {

namespace {

const ClickThrough kImport = ClickThrough::toPage(QStringLiteral("import"));
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
    : ComputedPage(app, tr("Insights"), QStringLiteral("insights"),
        ChangeSet::Samples | ChangeSet::Responses | ChangeSet::Flags | ChangeSet::Decisions)
    , m_grid(new QGridLayout)
{
    header()->addControl(new PolicyPicker(app, header()));
    body()->addLayout(buildTiles());
    buildCharts();
    m_grid->setSpacing(2 * kUnit);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    arrange(false);
    body()->addLayout(m_grid);
    body()->addStretch(1);
    addKey(QStringLiteral("insights.tables"), [this] {
        const bool on = !m_modelsCard->showsTable();
        for (ChartCard* card : {m_compositionCard, m_modelsCard, m_blindCard, m_discriminationCard}) {
            card->showTable(on);
        }
    });
    setContent<Insights>(
        tr("Comparing before and after"),
        [this]() -> Work<Insights> {
            const Policy policy = context().policy()->policy();
            if (policy.name.isEmpty()) {
                return {};
            }
            return [policy](Project& project, Progress& progress, const auto&) {
                return computeInsights(project, policy, progress);
            };
        },
        [this](const Insights& insights) { take(insights); });
    connect(app.policy(), &PolicyChoice::changed, this, &InsightsPage::recompute);
    connect(&Theme::instance(), &Theme::changed, this, &InsightsPage::show);
}

QLayout* InsightsPage::buildTiles()
{
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
    const auto opens = [this](StatTile* tile, const auto& what) {
        connect(tile, &StatTile::clicked, this,
            [this, tile, what] { openClickThrough(tile, what(*m_insights)); });
    };
    opens(m_kept, [](const Insights& in) {
        QVector<QVector<SampleId>> dropped;
        for (const Composition& part : in.datasets) {
            dropped.append(part.dropped);
        }
        return ClickThrough::toSamples(tr("Dropped by the policy %1").arg(policyTitle(in.policy)), dropped);
    });
    opens(m_rank, [](const Insights& in) {
        return ClickThrough::toSamples(tr("Behind the order of the models"), {in.models.orderMoving});
    });
    opens(m_blindTile, [](const Insights& in) {
        return ClickThrough::toSamples(
            tr("Kept, and right without the image for half of the blind runs"), {in.blindSolvedAfter});
    });
    opens(m_discriminationTile, [](const Insights& in) {
        return ClickThrough::toSamples(
            tr("Kept, and discrimination above the critical value"), {in.discriminatingAfter});
    });
    return tiles;
}

void InsightsPage::buildCharts()
{
    m_composition = new StackedBarChart;
    m_models = new IntervalChart;
    m_blind = new IntervalChart;
    m_discrimination = new IntervalChart;
    const auto card = [this](Chart* chart, const QString& title, const char* name, const char* file) {
        auto* made = new ChartCard(title, chart, QLatin1String(file));
        made->setObjectName(QLatin1String(name));
        connect(made, &ChartCard::failed, this, [this](const Error& error) { notify(error); });
        connect(made, &ChartCard::done, this, [this](const QString& text) {
            notify({Message::Kind::Success, text, {}, {}, {}});
        });
        return made;
    };
    m_compositionCard = card(m_composition, tr("What stays and what goes"), "compositionCard", "composition");
    m_modelsCard = card(m_models, tr("Accuracy and rank of the models"), "modelsCard", "models");
    m_blindCard = card(m_blind, tr("Blind rate"), "blindCard", "blind-rate");
    m_discriminationCard
        = card(m_discrimination, tr("Discrimination"), "discriminationCard", "discrimination");
    m_modelsCard->setVisibleRows(40);
    m_compositionCard->setVisibleRows(40);

    m_partBy = new QComboBox;
    m_partBy->addItems({tr("By dataset"), tr("By capability")});
    m_partBy->setAccessibleName(tr("Parts"));
    m_partBy->setObjectName(QStringLiteral("partBy"));
    m_compositionCard->addControl(m_partBy);
    m_scope = new FilterBox(tr("Datasets"), tr("All datasets"), QStringLiteral("scope"));
    m_modelsCard->addControl(m_scope);
    connect(m_partBy, &QComboBox::activated, this, &InsightsPage::show);
    connect(m_scope, &FilterBox::activated, this, &InsightsPage::show);
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

void InsightsPage::forget()
{
    m_insights.reset();
    m_scope->offer(QStringList());
}

void InsightsPage::resizeEvent(QResizeEvent* event)
{
    ComputedPage::resizeEvent(event);
    arrange(width() >= kTwoColumns);
}

void InsightsPage::take(const Insights& insights)
{
    m_insights = insights;
    QStringList datasets;
    for (const auto& [name, comparison] : std::as_const(m_insights->modelsByDataset)) {
        datasets.append(name);
    }
    m_scope->offer(datasets);
    show();
}

void InsightsPage::show()
{
    if (!m_insights) {
        return;
    }
    if (m_insights->samplesBefore == 0) {
        header()->setSubtitle({});
        showNothing(QStringLiteral("insights"), tr("Nothing to compare yet"),
            tr("Import a benchmark and what the models answered; this page then shows what cleaning does to "
               "its "
               "composition and to every model's rank."),
            tr("Import a benchmark"), kImport);
        return;
    }
    header()->setSubtitle(policyDescription(m_insights->policy));
    InsightsCharts charts(*m_insights);
    charts.fillComposition(m_composition, m_partBy->currentIndex() == 1);
    charts.fillModels(m_models, m_scope->chosen());
    charts.fillBlind(m_blind);
    charts.fillDiscrimination(m_discrimination);
    showCards(charts.chance());
    showTiles();
}

void InsightsPage::showCard(
    ChartCard* card, bool empty, const QString& icon, const QString& title, const QString& text)
{
    card->emptyState()->clearActions();
    if (empty) {
        card->emptyState()->set(icon, title, text);
        card->emptyState()->addAction(tr("Import responses"), [this] { openClickThrough(this, kImport); });
    }
    card->showEmpty(empty);
    card->refresh();
}

void InsightsPage::showCards(double chance)
{
    showCard(m_compositionCard, false, {}, {}, {});
    const bool noModels = m_insights->models.models.isEmpty();
    showCard(m_modelsCard, noModels, QStringLiteral("models"), tr("Accuracy needs responses"),
        tr("Import what the models answered, one file or one column a model, to see how the policy changes "
           "their accuracy and rank."));
    showCard(m_blindCard, m_insights->blindBefore.n == 0, QStringLiteral("group-blind"),
        tr("The blind rate needs blind responses"),
        tr("Import responses of models that did not see the image (condition blind)."));
    showCard(m_discriminationCard, m_insights->discriminationBefore.n == 0,
        QStringLiteral("group-discrimination"), tr("Discrimination needs at least 3 models"),
        tr("It tells how well a sample tells strong from weak models; there are %1 so far.")
            .arg(m_insights->discriminationModels));
    m_modelsCard->setSubtitle(noModels
            ? QString()
            : tr("Models are ranked over the samples that all of them answered, at least half of what the "
                 "fullest one did; a missing response is not wrong. Guessing would get %1. Lines are 95% "
                 "intervals. Choose a model to see its samples.")
                  .arg(formatPercent(chance)));
    m_blindCard->setSubtitle(m_insights->blindBefore.n == 0
            ? QString()
            : tr("Mean score of the blind runs. A mark opens the samples that at least half of them get "
                 "right."));
    m_discriminationCard->setSubtitle(m_insights->discriminationBefore.n == 0
            ? QString()
            : tr("Mean over samples of the correlation of right with the models' ability. Below the critical "
                 "value one sample alone tells nothing."));
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
    showRank();
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

void InsightsPage::showRank()
{
    const Insights& in = *m_insights;
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
}

} // namespace winnow
