// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/comparepage.h"

#include "core/compare/modelrows.h"
#include "core/store/datasetstore.h"
#include "ui/models/terms.h"
#include "ui/pages/compareparts.h"
#include "ui/pages/comparesamples.h"
#include "ui/pages/comparetiles.h"
#include "ui/pages/comparewhy.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/filterbox.h"
#include "ui/widgets/runpicker.h"
#include "ui/widgets/samplesbox.h"
#include "ui/widgets/style.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace winnow {

namespace {

ComparedRun sideOf(const ComparableRun& run)
{
    return {run.model, run.condition, run.setting};
}

/// Two models with the image where there are such, else whatever there is.
void choose(const QVector<ComparableRun>& runs, ComparisonRequest& request)
{
    QVector<const ComparableRun*> standard;
    for (const ComparableRun& run : runs) {
        if (run.condition == Condition::Standard) {
            standard.append(&run);
        }
    }
    const ComparableRun* first = standard.isEmpty() ? &runs.first() : standard.first();
    const ComparableRun* second = nullptr;
    for (const ComparableRun* run : standard) {
        const bool shares = std::any_of(run->datasets.cbegin(), run->datasets.cend(),
            [&](const QString& dataset) { return first->datasets.contains(dataset); });
        if (!second && run->model != first->model && shares) {
            second = run;
        }
    }
    if (!second) {
        second = standard.size() > 1 ? standard.at(1) : runs.size() > 1 ? &runs.at(1) : first;
    }
    request.first = sideOf(*first);
    request.second = sideOf(*second);
}

QStringList capabilitiesOf(sqlite::Connection& c)
{
    QStringList all;
    for (const Dataset& dataset : DatasetStore(c).all()) {
        all += DatasetStore(c).capabilities(dataset.id);
    }
    all.removeDuplicates();
    all.removeAll(QString());
    all.sort();
    return all;
}

} // namespace

ComparePage::ComparePage(AppContext& app)
    : ComputedPage(app, tr("Compare"), QStringLiteral("compare"),
        ChangeSet::Samples | ChangeSet::Responses | ChangeSet::Flags | ChangeSet::Decisions)
    , m_first(new RunPicker(tr("First"), QStringLiteral("compareFirst")))
    , m_second(new RunPicker(tr("Second"), QStringLiteral("compareSecond")))
    , m_dataset(new FilterBox(tr("Dataset"), tr("All datasets"), QStringLiteral("compareDataset")))
    , m_capability(
          new FilterBox(tr("Capability"), tr("All capabilities"), QStringLiteral("compareCapability")))
    , m_kept(new SamplesBox(app.session()->subsets(), scopeTitle({}), scopeTitle(SampleScope::kept()),
          QStringLiteral("compareKept"), header()))
    , m_verdict(new Text({}))
    , m_blind(new Text({}, TextSize::Body, Text::Tone::Muted))
    , m_tiles(new CompareTiles)
    , m_parts(new CompareParts)
    , m_why(new CompareWhy)
    , m_samples(new CompareSamples(app))
{
    for (FilterBox* box : {m_dataset, m_capability}) {
        header()->addControl(box);
        connect(box, &FilterBox::activated, this, [this] { recompute(); });
    }
    header()->addControl(m_kept);
    connect(m_kept, &SamplesBox::changed, this, [this] { recompute(); });
    m_verdict->setObjectName(QStringLiteral("compareVerdict"));
    m_verdict->setStrong(true);
    m_blind->setObjectName(QStringLiteral("compareBlind"));
    for (Text* text : {m_verdict, m_blind}) {
        text->setWordWrap(true);
    }
    for (QWidget* each : {buildPickers(), static_cast<QWidget*>(m_tiles), static_cast<QWidget*>(m_why),
             static_cast<QWidget*>(m_samples), static_cast<QWidget*>(m_parts)}) {
        body()->addWidget(each);
    }
    body()->addStretch(1);
    addKey(QStringLiteral("compare.next"), [this] { m_samples->step(1); });
    addKey(QStringLiteral("compare.previous"), [this] { m_samples->step(-1); });
    addKey(QStringLiteral("compare.part"), [this] { m_samples->nextPart(); });
    addKey(QStringLiteral("compare.swap"), [this] { swapSides(); });
    connect(app.policy(), &PolicyChoice::changed, this, [this] { recompute(); });
    setContent<Compared>(
        tr("Comparing two runs"), [this] { return prepare(); },
        [this](const Compared& compared) { show(compared); });
}

QWidget* ComparePage::buildPickers()
{
    auto* swap = new QPushButton(tr("Swap"));
    connect(swap, &QPushButton::clicked, this, &ComparePage::swapSides);
    for (RunPicker* picker : {m_first, m_second}) {
        connect(picker, &RunPicker::changed, this, [this] {
            m_chosen = true;
            recompute();
        });
    }
    auto* row = new QHBoxLayout;
    row->setSpacing(2 * kUnit);
    row->addWidget(m_first, 1);
    row->addWidget(swap, 0, Qt::AlignBottom);
    row->addWidget(m_second, 1);
    auto* card = new Card;
    card->body()->addLayout(row);
    card->body()->addWidget(m_verdict);
    card->body()->addWidget(m_blind);
    return card;
}

std::optional<ComparisonRequest> ComparePage::asked() const
{
    if (m_swapped) {
        return m_swapped;
    }
    if (!m_chosen) {
        return std::nullopt;
    }
    ComparisonRequest request;
    request.first = m_first->chosen();
    request.second = m_second->chosen();
    return request;
}

ComputedPage::Work<ComparePage::Compared> ComparePage::prepare()
{
    const Asked what{
        asked(), m_dataset->chosen(), m_capability->chosen(), context().policy()->policy(), m_kept->scope()};
    if (what.policy.name.isEmpty()) {
        return {};
    }
    return [what](Project& project, Progress& progress, const auto&) {
        return compute(project, what, progress);
    };
}

Result<ComparePage::Compared> ComparePage::compute(Project& project, const Asked& asked, Progress& progress)
{
    Compared compared;
    const auto read = project.read([&](sqlite::Connection& c) -> Result<> {
        compared.runs = comparableRuns(c);
        compared.capabilities = capabilitiesOf(c);
        return {};
    });
    if (!read || compared.runs.isEmpty()) {
        return read.map([&] { return compared; });
    }
    ComparisonRequest& request = compared.request;
    if (asked.request) {
        request = *asked.request;
    } else {
        choose(compared.runs, request);
    }
    request.dataset = asked.dataset;
    request.capability = asked.capability;
    auto samples = asked.samples.samples(project, asked.policy, progress);
    if (!samples) {
        return tl::unexpected<Error>(samples.error());
    }
    request.only = *std::move(samples);
    const auto comparison = compareRuns(project, request, progress);
    if (!comparison && comparison.error().code == ErrorCode::Cancelled) {
        return tl::unexpected<Error>(comparison.error());
    }
    if (!comparison) {
        // What was chosen does not go together: that is said, and something else can be chosen.
        compared.problem = comparison.error();
        return compared;
    }
    compared.comparison = *comparison;
    if (request.first.model == request.second.model) {
        if (const auto split = splitGap(project, request, progress)) {
            compared.split = *split;
        }
    } else if (const auto blind
        = compareBlindAnswering(project, request.first.model, request.second.model, progress)) {
        compared.blind = sentenceOf(*blind);
    }
    return compared;
}

void ComparePage::show(const Compared& compared)
{
    if (compared.runs.isEmpty()) {
        showNothing(QStringLiteral("compare"), tr("No model has answered yet"),
            tr("Import what the models answered, one file or one column a model, to see who is right where."),
            tr("Import responses"), ClickThrough::toPage(QStringLiteral("import")));
        return;
    }
    m_swapped.reset();
    QStringList datasets;
    for (const ComparableRun& run : compared.runs) {
        datasets += run.datasets;
    }
    datasets.sort();
    m_dataset->offer(datasets);
    m_capability->offer(compared.capabilities);
    m_first->offer(compared.runs, compared.request.first);
    m_second->offer(compared.runs, compared.request.second);
    const bool whole = !compared.problem;
    const bool paired = whole && compared.comparison.all.pairs > 0;
    for (QWidget* each :
        {static_cast<QWidget*>(m_tiles), static_cast<QWidget*>(m_parts), static_cast<QWidget*>(m_samples)}) {
        each->setVisible(paired);
    }
    m_why->setVisible(paired && compared.split);
    m_blind->setVisible(whole && compared.blind.has_value());
    if (!whole) {
        m_verdict->setText(errorText(*compared.problem));
        return;
    }
    Comparison comparison = compared.comparison;
    comparison.first.label = sideTitle(compared.request.first);
    comparison.second.label = sideTitle(compared.request.second);
    m_verdict->setText(sentenceText(verdictOf(comparison)));
    m_blind->setText(compared.blind ? sentenceText(*compared.blind) : QString());
    if (!paired) {
        return;
    }
    m_tiles->show(comparison);
    m_parts->show(comparison, compared.request);
    m_samples->show(comparison, compared.request);
    if (compared.split) {
        GapSplit split = *compared.split;
        split.first = comparison.first.label;
        split.second = comparison.second.label;
        m_why->show(split);
    }
}

void ComparePage::swapSides()
{
    const ComparedRun first = m_first->chosen();
    const ComparedRun second = m_second->chosen();
    if (first.model.isEmpty()) {
        return;
    }
    ComparisonRequest other;
    other.first = second;
    other.second = first;
    m_swapped = other;
    m_chosen = true;
    recompute();
}

void ComparePage::forget()
{
    m_chosen = false;
    m_swapped.reset();
    m_samples->forget();
}

} // namespace winnow
