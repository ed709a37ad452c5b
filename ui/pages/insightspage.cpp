// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/insightspage.h"

#include "core/store/settingsstore.h"
#include "ui/models/preferences.h"
#include "ui/models/subsetlist.h"
#include "ui/models/terms.h"
#include "ui/pages/insightsbenchmark.h"
#include "ui/pages/insightscapabilities.h"
#include "ui/pages/insightscost.h"
#include "ui/pages/insightsformat.h"
#include "ui/pages/insightsimage.h"
#include "ui/pages/insightsitems.h"
#include "ui/pages/insightsmodels.h"
#include "ui/pages/insightswhatif.h"
#include "ui/pages/policypicker.h"
#include "ui/util/clickthroughs.h"
#include "ui/util/format.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/elidingbox.h"
#include "ui/widgets/filterbox.h"
#include "ui/widgets/stattile.h"

#include <QComboBox>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace winnow {

namespace {

/// Of the choice of what stands beside: the subset's name.
constexpr int kSubset = Qt::UserRole + 1;
const ClickThrough kImport = ClickThrough::toPage(QStringLiteral("import"));
/// From this width on the cards stand in two columns.
constexpr int kTwoColumns = 140 * kUnit;

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
{
    header()->addControl(new PolicyPicker(app, header()));
    body()->addLayout(buildFilters());
    body()->addLayout(buildTiles());
    buildSections();
    body()->addStretch(1);
    addKey(QStringLiteral("insights.tables"), [this] { ChartCard::toggleTables(cards()); });
    setContent<View>(
        tr("Comparing before and after"),
        [this]() -> Work<View> {
            if (context().policy()->policy().name.isEmpty()) {
                return {};
            }
            return [asked = question(), known = m_data](
                       Project& project, Progress& progress, const auto&) -> Result<View> {
                std::shared_ptr<const InsightsData> all = known;
                if (!all) {
                    auto read = InsightsData::read(project, progress, InsightsData::Usage::Read);
                    if (!read) {
                        return tl::unexpected<Error>(read.error());
                    }
                    all = std::make_shared<const InsightsData>(std::move(*read));
                }
                return InsightsView::of(project, all, asked).map([](InsightsView view) {
                    return std::make_shared<const InsightsView>(std::move(view));
                });
            };
        },
        [this](const View& view) { take(view); });
    connect(app.policy(), &PolicyChoice::changed, this, [this] {
        offerPolicies();
        recompute();
    });
    connect(app.session()->subsets(), &SubsetList::changed, this, &InsightsPage::offerSubsets);
    connect(&Theme::instance(), &Theme::changed, this, &InsightsPage::show);
    // The page has begun anew by now, with what it knew: once more, with what there is.
    connect(app.session(), &ProjectSession::storeChanged, this, [this](const ChangeSet& changes) {
        constexpr auto read
            = ChangeSet::Samples | ChangeSet::Responses | ChangeSet::Flags | ChangeSet::Decisions;
        if (changes.parts & read) {
            m_data.reset();
            recompute();
        }
    });
}

QLayout* InsightsPage::buildFilters()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(kUnit);
    m_dataset = new FilterBox(tr("Datasets"), tr("All datasets"), QStringLiteral("scope"));
    m_capability
        = new FilterBox(tr("Capabilities"), tr("All capabilities"), QStringLiteral("insightsCapability"));
    m_family
        = new FilterBox(tr("Model families"), tr("All model families"), QStringLiteral("insightsFamily"));
    for (FilterBox* box : {m_dataset, m_capability, m_family}) {
        row->addWidget(box);
        connect(box, &FilterBox::activated, this, &InsightsPage::recompute);
    }
    row->addStretch(1);
    m_against = new ElidingBox;
    m_against->setObjectName(QStringLiteral("against"));
    m_against->setAccessibleName(tr("Another policy or a subset beside it"));
    setTip(m_against, tr("Shows what another policy or a subset would keep, without choosing it"));
    connect(m_against, &QComboBox::activated, this, &InsightsPage::recompute);
    row->addWidget(m_against);
    offerPolicies();
    return row;
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
            [this, tile, what] { openClickThrough(tile, what(m_view->insights)); });
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

void InsightsPage::buildSections()
{
    m_whatIf = new InsightsWhatIf;
    m_whatIf->hide();
    m_benchmark = new InsightsBenchmark;
    auto* cost = new InsightsCost;
    m_sections = {m_whatIf, m_benchmark, new InsightsModels, new InsightsImage, new InsightsFormat,
        new InsightsItems, new InsightsCapabilities, cost};
    for (InsightsSection* section : std::as_const(m_sections)) {
        section->arrange(1);
        body()->addWidget(section);
        connect(section, &InsightsSection::changed, this, &InsightsPage::show);
    }
    for (ChartCard* card : cards()) {
        connect(card, &ChartCard::failed, this, [this](const Error& error) { notify(error); });
        connect(card, &ChartCard::done, this, [this](const QString& text) {
            notify({Message::Kind::Success, text, {}, {}, {}});
        });
    }
    connect(cost, &InsightsCost::entered, this, &InsightsPage::storeBudget);
}

InsightsQuestion InsightsPage::question() const
{
    const PolicyChoice& policies = *context().policy();
    InsightsQuestion asked{
        policies.policy(), {}, {}, {m_dataset->chosen(), m_capability->chosen(), m_family->chosen()}};
    for (const Policy& policy : policies.policies()) {
        if (policy.name == m_against->currentData().toString()) {
            asked.against = policy;
        }
    }
    asked.againstSubset = m_against->currentData(kSubset).toString();
    return asked;
}

QVector<ChartCard*> InsightsPage::cards() const
{
    QVector<ChartCard*> all;
    for (const InsightsSection* section : m_sections) {
        // The composition first, whose look all take.
        if (section != m_whatIf) {
            all += section->cards();
        }
    }
    return all + m_whatIf->cards();
}

void InsightsPage::saveState(Preferences& preferences) const
{
    preferences.set(Preference::InsightsPartBy, m_benchmark->partBy());
    preferences.set(Preference::InsightsTables, cards().at(2)->showsTable());
}

void InsightsPage::restoreState(const Preferences& preferences)
{
    m_benchmark->setPartBy(qBound(0, int(preferences.number(Preference::InsightsPartBy)), 1));
    cards().at(2)->showTable(preferences.flag(Preference::InsightsTables));
}

void InsightsPage::forget()
{
    m_view.reset();
    m_data.reset();
    m_lost.clear();
    for (FilterBox* box : {m_dataset, m_capability, m_family}) {
        box->offer(QStringList());
    }
    m_against->setCurrentIndex(0);
}

void InsightsPage::resizeEvent(QResizeEvent* event)
{
    ComputedPage::resizeEvent(event);
    for (InsightsSection* section : std::as_const(m_sections)) {
        section->arrange(width() >= kTwoColumns ? 2 : 1);
    }
}

void InsightsPage::take(const View& view)
{
    m_view = view;
    m_data = view->data;
    offer();
    show();
}

void InsightsPage::offer()
{
    m_dataset->offer(m_data->datasets());
    m_capability->offer(m_data->capabilities());
    m_family->offer(m_data->families());
}

void InsightsPage::offerPolicies()
{
    const PolicyChoice& policies = *context().policy();
    const QString before = m_against->currentData().toString();
    const QString subset = m_against->currentData(kSubset).toString();
    m_against->clear();
    m_against->addItem(tr("Beside it: nothing"), QString());
    for (const Policy& policy : policies.policies()) {
        if (policy.name != policies.policy().name) {
            m_against->addItem(tr("Beside it: %1").arg(policyTitle(policy)), policy.name);
        }
    }
    for (const Subset& each : context().session()->subsets()->subsets()) {
        m_against->addItem(tr("Beside it: subset %1 (%2)").arg(each.name, formatCount(each.size)));
        m_against->setItemData(m_against->count() - 1, each.name, kSubset);
        setTip(m_against, m_against->count() - 1, each.name);
    }
    m_against->setCurrentIndex(
        qMax(0, subset.isEmpty() ? m_against->findData(before) : m_against->findData(subset, kSubset)));
}

void InsightsPage::offerSubsets()
{
    const QString before = m_against->currentData(kSubset).toString();
    offerPolicies();
    if (before.isEmpty()) {
        return;
    }
    if (context().session()->subsets()->isRead() && m_against->currentData(kSubset).toString() != before) {
        m_lost = before;
    }
    recompute();
}

void InsightsPage::show()
{
    if (!m_view) {
        return;
    }
    if (m_view->data->sampleCount() == 0) {
        header()->setSubtitle({});
        showNothing(QStringLiteral("insights"), tr("Nothing to compare yet"),
            tr("Import a benchmark and what the models answered; this page then shows what cleaning does to "
               "its "
               "composition and to every model's rank."),
            tr("Import a benchmark"), kImport);
        return;
    }
    header()->setSubtitle(policyDescription(m_view->question.policy));
    m_whatIf->setVisible(m_view->against.has_value());
    for (InsightsSection* section : std::as_const(m_sections)) {
        section->show(*m_view);
    }
    showTiles();
    if (!m_lost.isEmpty()) {
        notify({Message::Kind::Info, tr("There is no subset “%1” any more").arg(std::exchange(m_lost, {})),
            {}, {}, {}});
    }
}

void InsightsPage::storeBudget(int evaluationSeconds, int developmentHours)
{
    const std::shared_ptr<Project> project = context().project();
    if (!project) {
        return;
    }
    tracker()->start(
        QStringLiteral("budget"), {},
        [project, evaluationSeconds, developmentHours](Progress&) {
            return project->write({}, [&](sqlite::Connection& c) -> Result<bool> {
                SettingsStore store(c);
                store.set(Setting::EvaluationSeconds, QString::number(evaluationSeconds));
                store.set(Setting::DevelopmentHours, QString::number(developmentHours));
                return true;
            });
        },
        [this](const Result<bool>& stored) {
            if (!stored) {
                notify(stored.error());
            }
            recompute();
        });
}

void InsightsPage::showTiles()
{
    const Insights& in = m_view->insights;
    const double share = double(in.samplesAfter) / double(qMax<qint64>(1, in.samplesBefore));
    const qint64 dropped = in.samplesBefore - in.samplesAfter;
    const Insights* other = m_view->against ? &*m_view->against : nullptr;
    qint64 changed = 0;
    for (const Disposition d : {Disposition::Fix, Disposition::Convert, Disposition::Circular}) {
        changed += in.dispositions.value(dispositionId(d));
    }
    m_kept->set(tr("%1 of %2").arg(formatCount(in.samplesAfter), formatCount(in.samplesBefore)),
        tr("%1 · %2 dropped, %3 changed")
                .arg(formatPercent(share), formatCount(dropped), formatCount(changed))
            + beside(other
                    ? tr("%1 of %2").arg(formatCount(other->samplesAfter), formatCount(other->samplesBefore))
                    : QString()),
        dropped > 0);
    showRank();
    // A tile has two lines: the other policy stands where the words are.
    const QString blind = in.blindBefore.n == 0 ? tr("Needs blind responses")
                                                : tr("Mean of blind runs · most get %Ln kept samples right",
                                                    nullptr, int(in.blindSolvedAfter.size()));
    m_blindTile->set(beforeAfter(in.blindBefore, in.blindAfter, true),
        other ? beside(beforeAfter(other->blindBefore, other->blindAfter, true)).trimmed() : blind,
        !in.blindSolvedAfter.isEmpty());
    const QString discrimination = in.discriminationBefore.n == 0
        ? tr("Needs at least 3 models")
        : tr("Critical value %1 with %2 models · %Ln kept samples reach it", nullptr,
            int(in.discriminatingAfter.size()))
              .arg(formatNumber(in.criticalCorrelation, 2))
              .arg(in.discriminationModels);
    m_discriminationTile->set(beforeAfter(in.discriminationBefore, in.discriminationAfter, false),
        other ? beside(beforeAfter(other->discriminationBefore, other->discriminationAfter, false)).trimmed()
              : discrimination,
        !in.discriminatingAfter.isEmpty());
}

QString InsightsPage::beside(const QString& other) const
{
    return other.isEmpty() ? QString()
                           : QStringLiteral("\n%1: %2").arg(insightsTitle(*m_view->against), other);
}

void InsightsPage::showRank()
{
    const Insights& in = m_view->insights;
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
