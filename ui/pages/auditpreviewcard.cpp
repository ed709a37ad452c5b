// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/auditpreviewcard.h"

#include "ui/models/tableroles.h"
#include "ui/models/terms.h"
#include "ui/util/clickthroughs.h"
#include "ui/util/format.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/datatable.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTableView>

namespace winnow {

namespace {

const QString kSlot = QStringLiteral("preview");
constexpr int kTypingPause = 250;
constexpr int kListRows = 8;

/// What the detector says of a dataset in which it scores nothing.
QString whyNothing(const DetectorResult& result)
{
    if (!result.notes.isEmpty()) {
        return sentenceText(joined(result.notes, QStringLiteral(" ")));
    }
    return result.findings.empty() ? QString() : sentenceText(result.findings.front().summary);
}

} // namespace

AuditPreviewCard::AuditPreviewCard(JobModel* jobs, QWidget* parent)
    : Card(parent)
    , m_tracker(jobs)
    , m_content(new QWidget)
    , m_dataset(new QComboBox)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState)
    , m_chart(new HistogramChart)
    , m_counts(new Text({}, TextSize::Body))
    , m_notes(new Text({}, TextSize::Small, Text::Tone::Muted))
    , m_open(new QPushButton(tr("Open these samples")))
    , m_list(new QStackedWidget)
    , m_table(new DataTable)
    , m_none(new EmptyState)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kTypingPause);
    connect(&m_pause, &QTimer::timeout, this, &AuditPreviewCard::evaluate);
    buildHeader();
    body()->addWidget(m_stack);
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_empty);
    auto* layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kUnit);
    buildChart(layout);
    buildCounts(layout);
    buildTable(layout);
    showNothing(QStringLiteral("audits"), tr("Choose a detector"), {}, false);
}

void AuditPreviewCard::buildHeader()
{
    auto* top = new QHBoxLayout;
    top->setSpacing(kUnit);
    top->addWidget(new Text(tr("Preview"), TextSize::Heading), 1);
    m_dataset->setAccessibleName(tr("Dataset of the preview"));
    m_dataset->setObjectName(QStringLiteral("previewDataset"));
    m_dataset->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    top->addWidget(m_dataset);
    body()->addLayout(top);
    connect(m_dataset, &QComboBox::activated, this, [this] {
        m_chosen = DatasetId{m_dataset->currentData().toLongLong()};
        evaluate();
    });
}

void AuditPreviewCard::buildChart(QVBoxLayout* layout)
{
    m_chartCard = new ChartCard(tr("Scores"), m_chart, QStringLiteral("scores"));
    m_chartCard->setFlat();
    m_chartCard->setObjectName(QStringLiteral("scoreCard"));
    layout->addWidget(m_chartCard);
    connect(m_chartCard, &ChartCard::failed, this, &AuditPreviewCard::failed);
    connect(m_chartCard, &ChartCard::done, this, &AuditPreviewCard::done);
    connect(m_chart, &HistogramChart::thresholdMoved, this, [this](double threshold) {
        m_model.setThreshold(threshold);
        showCounts(threshold);
    });
    connect(m_chart, &HistogramChart::thresholdChosen, this, [this](double threshold) {
        // The line may stand a fixed step from its parameter ("more than 3 models" flags from 4 on).
        if (!m_preview) {
            return;
        }
        const double value = m_preview->parameter + (threshold - m_preview->threshold);
        emit parameterChosen(m_preview->result.preview->parameter, value);
        if (m_passedOver && !m_pause.isActive()) {
            evaluate();
        }
    });
}

void AuditPreviewCard::buildCounts(QVBoxLayout* layout)
{
    auto* line = new QHBoxLayout;
    line->setSpacing(kUnit);
    m_counts->setWordWrap(true);
    m_counts->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_counts->setObjectName(QStringLiteral("previewCounts"));
    m_open->setObjectName(QStringLiteral("openPreview"));
    line->addWidget(m_counts, 1);
    line->addWidget(m_open, 0, Qt::AlignTop);
    layout->addLayout(line);
    m_notes->setWordWrap(true);
    m_notes->setObjectName(QStringLiteral("previewNotes"));
    layout->addWidget(m_notes);
    connect(m_counts, &PlainLabel::linkActivated, this,
        [this](const QString& part) { open(AuditPreview::Part(part.toInt())); });
    connect(m_open, &QPushButton::clicked, this, [this] { open(AuditPreview::Part::Flagged); });
}

void AuditPreviewCard::buildTable(QVBoxLayout* layout)
{
    m_table->setModel(&m_model);
    m_table->setStretchColumn(AuditPreviewModel::SummaryColumn);
    m_table->setAccessibleName(tr("Samples that would be flagged"));
    m_table->setObjectName(QStringLiteral("previewTable"));
    m_none->set(QStringLiteral("check"), tr("No sample is flagged here"), {});
    m_list->addWidget(m_table);
    m_list->addWidget(m_none);
    m_list->setFixedHeight((kListRows + 1) * 4 * kUnit + 2);
    layout->addWidget(m_list);
    // Enter opens the sample from any cell of its row, a click from the cell that looks like a link.
    connect(m_table, &DataTable::activated, this, [this](const QModelIndex& index) {
        openClickThrough(m_table,
            index.siblingAtColumn(AuditPreviewModel::SampleColumn).data(OpenRole).value<ClickThrough>());
    });
}

AuditPreviewCard::~AuditPreviewCard()
{
    m_tracker.waitForAll();
}

void AuditPreviewCard::showNothing(
    const QString& icon, const QString& title, const QString& text, bool import)
{
    m_preview.reset();
    m_model.setPreview(nullptr);
    m_empty->set(icon, title, text);
    m_empty->clearActions();
    if (import) {
        m_empty->addAction(tr("Import responses"), [this] { emit importWanted(); });
    }
    m_stack->setCurrentWidget(m_empty);
    sizeStack();
}

void AuditPreviewCard::sizeStack()
{
    // While something is evaluated the card keeps its height; where nothing will come it is as small as what
    // it says.
    const bool lasting = m_stack->currentWidget() == m_empty && m_tracker.isIdle() && !m_pause.isActive();
    m_content->setSizePolicy(QSizePolicy::Preferred, lasting ? QSizePolicy::Ignored : QSizePolicy::Preferred);
    m_stack->updateGeometry();
}

void AuditPreviewCard::open(AuditPreview::Part part)
{
    if (!m_preview) {
        return;
    }
    const double threshold = m_preview->hasThreshold() ? m_chart->threshold() : 0;
    const QString detector = detectorText(m_detector->info().title);
    QString title;
    switch (part) {
    case AuditPreview::Part::Flagged:
        title = tr("Would be flagged: %1").arg(detector);
        break;
    case AuditPreview::Part::New:
        title = tr("Would be newly flagged: %1").arg(detector);
        break;
    case AuditPreview::Part::Kept:
        title = tr("Flags that would be kept: %1").arg(detector);
        break;
    case AuditPreview::Part::Resolved:
        title = tr("Flags that would be resolved: %1").arg(detector);
        break;
    }
    openClickThrough(this, ClickThrough::toSamples(title, {m_preview->samples(part, threshold)}));
}

void AuditPreviewCard::setDetector(
    std::shared_ptr<Project> project, const DetectorState* state, const AuditOverview& overview)
{
    if (m_project != project) {
        m_chosen = {};
    }
    m_project = std::move(project);
    const Detector* detector = state ? state->detector : nullptr;
    const bool other = detector != m_detector;
    m_detector = detector;
    const DatasetId before{m_dataset->currentData().toLongLong()};
    m_dataset->clear();
    if (!state || !m_project) {
        m_tracker.cancelAll();
        showNothing(QStringLiteral("audits"), tr("Choose a detector"), {}, false);
        return;
    }
    m_group = state->group;
    for (const auto& [id, has] : overview.datasets) {
        if (state->ready.contains(has.dataset)) {
            m_dataset->addItem(has.dataset, id.value);
        }
    }
    m_dataset->setVisible(m_dataset->count() > 1);
    DatasetId shown = other ? m_chosen : before;
    if (!shown || m_dataset->findData(shown.value) < 0) {
        qint64 most = 0;
        for (const DetectorRun& run : state->runs) {
            if (run.added + run.kept > most && m_dataset->findData(run.datasetId.value) >= 0) {
                most = run.added + run.kept;
                shown = run.datasetId;
            }
        }
    }
    m_dataset->setCurrentIndex(qMax(0, m_dataset->findData(shown.value)));
    if (!state->canRun()) {
        m_tracker.cancelAll();
        const bool noData = overview.datasets.isEmpty();
        showNothing(QStringLiteral("import"),
            noData ? tr("Nothing to audit yet") : tr("The project lacks what it needs"),
            noData ? tr("Import a benchmark first.")
                   : capitalised(sentenceText(joined(state->unmet.first().second, QStringLiteral("; ")))),
            true);
        return;
    }
    if (other) {
        showNothing(QStringLiteral("audits"), tr("Evaluating…"), {}, false);
    }
    evaluate();
}

void AuditPreviewCard::setOverrides(const QJsonObject& overrides)
{
    if (m_overrides != overrides) {
        m_overrides = overrides;
        if (m_detector && m_dataset->count() > 0) {
            // What is under way answers settings that hold no longer.
            m_tracker.cancelAll();
            m_pause.start();
        }
    }
}

void AuditPreviewCard::forgetData()
{
    m_preview.reset();
    m_model.setPreview(nullptr);
}

void AuditPreviewCard::evaluate()
{
    m_pause.stop();
    const DatasetId dataset{m_dataset->currentData().toLongLong()};
    if (!m_project || !m_detector || !dataset) {
        return;
    }
    m_passedOver = false;
    std::shared_ptr<const AuditPreview> before;
    if (m_preview && m_preview->detector == m_detector->info().id && m_preview->datasetId == dataset) {
        before = m_preview;
    }
    m_tracker.start(
        kSlot, {},
        [project = m_project, detector = m_detector, dataset, overrides = m_overrides, before](
            Progress& progress) {
            return AuditPreview::make(*project, *detector, dataset, overrides, before, progress);
        },
        [this](const Result<std::shared_ptr<const AuditPreview>>& preview) { take(preview); });
}

void AuditPreviewCard::take(const Result<std::shared_ptr<const AuditPreview>>& preview)
{
    if (!preview) {
        if (preview.error().code != ErrorCode::Cancelled) {
            showNothing(
                QStringLiteral("warning"), tr("This cannot be evaluated"), errorText(preview.error()), false);
        }
        return;
    }
    if (m_chart->isDragging()) {
        m_passedOver = true;
        return;
    }
    m_preview = *preview;
    m_model.setPreview(m_preview);
    show();
}

HistogramChart::Look AuditPreviewCard::lookOf(const DetectorPreview& scored) const
{
    HistogramChart::Look look;
    look.scoreTitle = detectorText(scored.scoreTitle);
    look.flagAbove = scored.flagAbove;
    look.color = Theme::instance().flagGroupColor(m_group);
    look.chance = scored.chance;
    look.chanceTitle = sentenceText(scored.chanceTitle);
    look.critical = scored.critical;
    look.criticalTitle = sentenceText(scored.criticalTitle);
    for (const ParameterInfo& info : m_detector->info().parameters) {
        if (info.id == scored.parameter) {
            const double offset = m_preview->threshold - m_preview->parameter;
            look.minimum = info.minimum + offset;
            look.maximum = info.maximum + offset;
            look.step = info.type == ParameterInfo::Type::Integer ? 1 : 0;
        }
    }
    const QVector<QVector<SampleId>> bins = m_preview->byBin();
    for (qsizetype bin = 0; bin < bins.size(); ++bin) {
        look.open.append(
            ClickThrough::toSamples(tr("%1: score %2 to %3")
                                        .arg(detectorText(m_detector->info().title),
                                            formatScore(m_preview->histogram->edges[size_t(bin)]),
                                            formatScore(m_preview->histogram->edges[size_t(bin) + 1])),
                {bins.at(bin)}));
    }
    return look;
}

void AuditPreviewCard::show()
{
    const bool empty = m_preview->hasThreshold() && m_preview->histogram->isEmpty();
    m_list->setVisible(!empty);
    m_chartCard->setVisible(m_preview->hasThreshold());
    if (m_preview->hasThreshold()) {
        const HistogramChart::Look look = lookOf(*m_preview->result.preview);
        const bool movable = look.maximum > look.minimum;
        m_chartCard->setSubtitle(movable
                ? tr("Drag the line, or use ← and →; the hatched side is flagged.")
                : tr("The line follows from the rule; the hatched side is flagged."));
        m_chart->setHistogram(m_preview->histogram, look, m_preview->threshold);
        if (empty) {
            m_chartCard->setSubtitle({});
            m_chartCard->emptyState()->set(QStringLiteral("audits"),
                m_preview->unmeasured ? tr("The images were not measured yet") : tr("No sample has a score"),
                m_preview->unmeasured
                    ? tr("The first run of this detector measures them and says what it flags.")
                    : whyNothing(m_preview->result));
        }
        m_chartCard->showEmpty(empty);
        m_chartCard->refresh();
    }
    QString notes = empty ? QString() : sentenceText(joined(m_preview->result.notes, QStringLiteral(" ")));
    if (!m_preview->hasThreshold()) {
        notes.prepend(
            tr("What this detector flags does not follow from one threshold: there is none to draw.")
            + (notes.isEmpty() ? QString() : QStringLiteral(" ")));
    }
    m_notes->setText(notes);
    m_notes->setVisible(!notes.isEmpty());
    showCounts(m_preview->threshold);
    m_stack->setCurrentWidget(m_content);
    sizeStack();
}

void AuditPreviewCard::showCounts(double threshold)
{
    using Part = AuditPreview::Part;
    const QString said
        = tr("Flags %1 of %Ln samples: %2 new, %3 kept, %4 resolved. Nothing is written before a run.",
            nullptr, int(m_preview->data->size()));
    const auto number = [&](Part part) { return formatCount(m_preview->count(part, threshold)); };
    m_countsText
        = said.arg(number(Part::Flagged), number(Part::New), number(Part::Kept), number(Part::Resolved));
    // A zero opens nothing.
    const auto link = [&](Part part) {
        return m_preview->count(part, threshold) == 0
            ? Markup::text(number(part))
            : Markup::link(QString::number(int(part)), number(part));
    };
    m_counts->setMarkup(
        Markup::filled(said, {link(Part::Flagged), link(Part::New), link(Part::Kept), link(Part::Resolved)}));
    const bool any = m_preview->count(Part::Flagged, threshold) > 0;
    m_open->setEnabled(any);
    m_list->setCurrentWidget(any ? static_cast<QWidget*>(m_table) : m_none);
}

void AuditPreviewCard::restyle()
{
    if (m_preview) {
        show();
    }
}

} // namespace winnow
