// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overviewpage.h"

#include "ui/pages/policypicker.h"
#include "ui/pages/suitecard.h"
#include "ui/util/format.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/stattile.h"
#include "ui/widgets/style.h"

#include <QFileInfo>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace winnow {

namespace {

const QString kSlot = QStringLiteral("overview");
const QString kListSlot = QStringLiteral("list");
const QString kImport = QStringLiteral("import");
const QString kAudits = QStringLiteral("audits");
const QString kInsights = QStringLiteral("insights");
const QString kExport = QStringLiteral("export");

} // namespace

OverviewPage::OverviewPage(AppContext& app)
    : Page(app)
    , m_tracker(app.jobs())
    , m_header(new PageHeader(tr("Overview"), this))
    , m_content(new QWidget)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_header->addControl(new PolicyPicker(app, m_header));
    layout->addWidget(m_header);
    layout->addWidget(new Rule(Qt::Horizontal));
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_content);
    layout->addWidget(scroll, 1);
    m_empty = new EmptyState(this);
    m_empty->set(QStringLiteral("import"), tr("An empty project"),
        tr("Import a benchmark to begin: a VLMEvalKit TSV, JSON, JSONL or CSV file. Files can be dropped "
           "anywhere in "
           "the window."));
    m_empty->addAction(tr("Import files"), [this] { context().goTo(kImport); });
    m_empty->hide();
    layout->addWidget(m_empty, 1);

    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(3 * kUnit, 2 * kUnit, 3 * kUnit, 3 * kUnit);
    column->setSpacing(2 * kUnit);
    m_generated = new Text(
        tr("This is a generated benchmark: pictures, questions and model responses are simulated."),
        TextSize::Body, Text::Tone::Caution);
    m_generated->setWordWrap(true);
    column->addWidget(m_generated);
    buildTiles(column);

    auto* next = new Card;
    next->setObjectName(QStringLiteral("nextSteps"));
    auto* nextTitle = new Text(tr("What to do next"), TextSize::Heading);
    next->body()->addWidget(nextTitle);
    m_next = new QVBoxLayout;
    m_next->setSpacing(kUnit);
    next->body()->addLayout(m_next);
    column->addWidget(next);

    auto* table = new Card;
    auto* tableHead = new QHBoxLayout;
    tableHead->addWidget(new Text(tr("Datasets and capabilities"), TextSize::Heading), 1);
    m_edit = new QPushButton(tr("Edit…"));
    m_edit->setObjectName(QStringLiteral("editDatasets"));
    setTip(m_edit, tr("Name, capability, scorer and blind cut-off of each dataset; removing one"));
    connect(m_edit, &QPushButton::clicked, this, &OverviewPage::editDatasets);
    tableHead->addWidget(m_edit);
    table->body()->addLayout(tableHead);
    m_table = new DataTable;
    m_table->setObjectName(QStringLiteral("overviewTable"));
    m_table->setAccessibleName(tr("Datasets and capabilities"));
    m_table->setModel(&m_model);
    m_table->setStretchColumn(OverviewModel::NameColumn);
    m_table->setFitsRows(0);
    connect(m_table, &DataTable::linkActivated, this, [this](const QModelIndex& index) {
        if (index.column() == OverviewModel::ModelsColumn) {
            openAnswered(m_model.overview()->lines.at(index.row()).dataset);
        } else if (const auto filter = m_model.filterOf(index)) {
            context().openSamples(*filter);
        } else if (index.column() == OverviewModel::KeptColumn) {
            openKept(m_model.scopeOf(index));
        }
    });
    table->body()->addWidget(m_table);
    column->addWidget(table);
    m_suite = new SuiteCard;
    connect(m_suite, &SuiteCard::datasetsOpened, this, [this](const QStringList& datasets) {
        SampleFilter filter;
        filter.datasets = datasets;
        context().openSamples(filter);
    });
    column->addWidget(m_suite);
    column->addStretch(1);

    connect(app.policy(), &PolicyChoice::changed, this, [this] {
        m_stale = true;
        if (isVisible()) {
            reload();
        }
    });
    connect(app.session(), &ProjectSession::indexChanged, this, [this] {
        m_stale = true;
        if (isVisible()) {
            reload();
        }
    });
    connect(app.session(), &ProjectSession::storeChanged, this, [this] {
        m_stale = true;
        if (isVisible()) {
            reload();
        }
    });
}

void OverviewPage::buildTiles(QVBoxLayout* column)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(kUnit);
    const auto add = [&](StatTile*& tile, const QString& name, const QString& title, auto action) {
        tile = new StatTile(title);
        tile->setObjectName(name);
        row->addWidget(tile);
        connect(tile, &QAbstractButton::clicked, this, action);
    };
    add(m_samples, QStringLiteral("samplesTile"), tr("Samples"), [this] { context().openSamples({}); });
    add(m_images, QStringLiteral("imagesTile"), tr("Images"), [this] {
        SampleFilter filter;
        if (m_model.overview() && m_model.overview()->stats.missingImages > 0) {
            filter.imageStates = {ImageState::Missing, ImageState::Unreadable, ImageState::Refused};
        }
        context().openSamples(filter);
    });
    add(m_models, QStringLiteral("modelsTile"), tr("Models"), [this] { openAnswered({}); });
    add(m_flags, QStringLiteral("flagsTile"), tr("Flagged"), [this] {
        SampleFilter filter;
        filter.flagged = true;
        context().openSamples(filter);
    });
    add(m_reviewed, QStringLiteral("reviewedTile"), tr("Reviewed"), [this] {
        SampleFilter filter;
        filter.flagged = true;
        filter.reviewed = true;
        context().openSamples(filter);
    });
    add(m_kept, QStringLiteral("keptTile"), tr("Kept"), [this] { openKept({}); });
    column->addLayout(row);
}

void OverviewPage::openKept(const SampleFilter& scope)
{
    m_tracker.start(
        kListSlot, {},
        [overview = m_model.overview(), scope](Progress&) {
            SampleFilter filter = scope;
            filter.only = overview->keptOf(scope);
            return Result<SampleFilter>(filter);
        },
        [this, title = tr("Kept by \"%1\"").arg(policyTitle(m_model.overview()->policy))](
            const Result<SampleFilter>& filter) {
            if (filter) {
                context().openSamples(*filter, title);
            }
        });
}

void OverviewPage::openAnswered(const QString& dataset)
{
    m_tracker.start(
        kListSlot, {},
        [project = context().project(), dataset](Progress&) { return answeredSamples(*project, dataset); },
        [this, dataset](const Result<QVector<SampleId>>& samples) {
            if (!samples) {
                notify(samples.error());
                return;
            }
            SampleFilter filter;
            filter.only = *samples;
            context().openSamples(filter,
                dataset.isEmpty() ? tr("Answered by a model") : tr("%1: answered by a model").arg(dataset));
        });
}

void OverviewPage::projectChanged()
{
    m_tracker.waitForAll();
    m_model.set(nullptr);
    m_stale = true;
    // The numbers of the project before are not this one's, and nothing is there yet to open.
    for (StatTile* tile : {m_samples, m_images, m_models, m_flags, m_reviewed, m_kept}) {
        tile->set(QStringLiteral("–"), {}, false);
    }
    m_header->setSubtitle(
        context().project() ? QFileInfo(context().project()->path()).completeBaseName() : QString());
    if (isVisible()) {
        reload();
    }
}

void OverviewPage::activated()
{
    m_table->setFocus();
    reload();
}

void OverviewPage::reload()
{
    const Policy policy = context().policy()->policy();
    if (!m_stale || !context().session()->index() || policy.name.isEmpty()) {
        return;
    }
    m_stale = false;
    m_tracker.start(
        kSlot, {},
        [project = context().project(), index = context().session()->index(), policy](
            Progress&) { return loadOverview(*project, index, policy); },
        [this](Result<std::shared_ptr<const OverviewData>> loaded) {
            if (!loaded) {
                notify(loaded.error());
                return;
            }
            m_model.set(std::move(*loaded));
            show();
        });
}

void OverviewPage::show()
{
    const OverviewData& overview = *m_model.overview();
    const ProjectStats& stats = overview.stats;
    const bool empty = stats.samples == 0;
    m_empty->setVisible(empty);
    m_content->parentWidget()->parentWidget()->setVisible(!empty);
    m_generated->setVisible(stats.generated);
    m_samples->set(formatCount(stats.samples), tr("in %n datasets", nullptr, int(stats.datasets)), true);
    m_images->set(formatCount(stats.images),
        stats.missingImages > 0 ? tr("%Ln missing", nullptr, int(stats.missingImages)) : tr("none missing"),
        true);
    m_models->set(formatCount(stats.models),
        stats.missingResponses > 0 ? tr("%Ln responses, %1 missing", nullptr, int(stats.responses))
                                         .arg(formatCount(stats.missingResponses))
                                   : tr("%Ln responses", nullptr, int(stats.responses)),
        stats.responses > stats.missingResponses);
    m_flags->set(formatCount(overview.flaggedSamples), tr("%Ln open flags", nullptr, int(stats.openFlags)),
        overview.flaggedSamples > 0);
    m_reviewed->set(
        tr("%1 of %2").arg(formatCount(overview.reviewedSamples), formatCount(overview.flaggedSamples)),
        tr("%Ln decisions", nullptr, int(stats.decisions)), overview.reviewedSamples > 0);
    m_kept->set(
        formatPercent(stats.samples > 0 ? std::optional(double(overview.keptSamples) / double(stats.samples))
                                        : std::nullopt),
        tr("%Ln samples, policy \"%1\"", nullptr, int(overview.keptSamples))
            .arg(policyTitle(overview.policy)),
        overview.keptSamples > 0);
    m_suite->set(overview.suite);
    fillNext();
}

void OverviewPage::addStep(
    const QString& title, const QString& text, const QString& buttonText, std::function<void()> action)
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * kUnit);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    auto* head = new Text(title);
    head->setStrong(true);
    head->setWordWrap(true);
    auto* body = new Text(text, TextSize::Body, Text::Tone::Muted);
    body->setWordWrap(true);
    words->addWidget(head);
    words->addWidget(body);
    layout->addLayout(words, 1);
    auto* button = new QPushButton(plainCaption(buttonText));
    if (m_next->count() == 0) {
        setButtonTone(button, ButtonTone::Primary);
    }
    connect(button, &QPushButton::clicked, this, [action = std::move(action)] { action(); });
    layout->addWidget(button, 0, Qt::AlignVCenter);
    m_next->addWidget(row);
}

void OverviewPage::fillNext()
{
    while (QLayoutItem* item = m_next->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const OverviewData& overview = *m_model.overview();
    const ProjectStats& stats = overview.stats;
    const qint64 toReview = overview.flaggedSamples - overview.reviewedSamples;
    const auto importStep = [this](const QString& title, const QString& text) {
        addStep(title, text, tr("Import"), [this] { context().goTo(kImport); });
    };
    const auto auditStep = [this](const QString& title, const QString& text) {
        addStep(title, text, tr("Audits"), [this] { context().goTo(kAudits); });
    };
    const bool blind = std::any_of(stats.conditionsOf.cbegin(), stats.conditionsOf.cend(),
        [](const QVector<Condition>& conditions) { return conditions.contains(Condition::Blind); });
    const auto importSteps = [&] {
        if (stats.responses == 0) {
            importStep(tr("Import model responses"),
                tr("With the answers your models already gave, Winnow finds wrong labels and samples that "
                   "measure nothing."));
        } else if (!blind) {
            importStep(tr("Import blind responses"),
                tr("Answers given without the image show which samples do not need it."));
        }
    };
    const auto exportSteps = [&] {
        if (stats.responses > 0) {
            addStep(tr("See what cleaning does"),
                tr("Accuracy and rank of each model before and after the policy \"%1\".")
                    .arg(policyTitle(overview.policy)),
                tr("Insights"), [this] { context().goTo(kInsights); });
        }
        addStep(tr("Export what is left"),
            tr("%1 of %Ln samples are kept.", nullptr, int(stats.samples))
                .arg(formatCount(overview.keptSamples)),
            tr("Export"), [this] { context().goTo(kExport); });
    };
    // Import, audit, review, export: the first that is not done stands first.
    const bool audited = overview.unaudited < stats.datasets || stats.flags > 0;
    if (!audited && stats.responses == 0) {
        importSteps();
    }
    if (!audited) {
        auditStep(tr("Run the audits"),
            stats.responses > 0
                ? tr("Find samples that can be answered without the image, are mislabelled or duplicated.")
                : tr("Duplicates, malformed options and import damage can be found without responses."));
        if (stats.responses > 0) {
            importSteps();
        }
        return;
    }
    if (overview.unaudited > 0) {
        auditStep(tr("Run the audits"), tr("%n datasets were not audited yet.", nullptr, overview.unaudited));
    } else if (overview.outdated > 0) {
        auditStep(tr("Run the audits again"),
            tr("%n datasets changed after they were audited.", nullptr, overview.outdated));
    }
    if (toReview > 0) {
        addStep(tr("Review the flagged samples"),
            tr("%Ln flagged samples wait for a person to confirm or override their flags.", nullptr,
                int(toReview)),
            tr("Review"), [this] { context().goTo(QStringLiteral("review")); });
    } else {
        exportSteps();
    }
    importSteps();
    if (toReview > 0 && stats.decisions > 0) {
        exportSteps();
    }
    if (m_next->count() == 0) {
        addStep(tr("Look through the samples"), tr("Nothing is open."), tr("Samples"),
            [this] { context().openSamples({}); });
    }
}

QVector<KeyHelp> OverviewPage::keys() const
{
    return {{QStringLiteral("Tab"), tr("Move between numbers")},
        {tr("Enter"), tr("Open the samples behind a number")},
        {QStringLiteral("Ctrl+C"), tr("Copy the table")}};
}

} // namespace winnow
