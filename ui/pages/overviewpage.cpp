// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overviewpage.h"

#include "ui/pages/policypicker.h"
#include "ui/pages/suitecard.h"
#include "ui/util/clickthroughs.h"
#include "ui/util/format.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/stattile.h"
#include "ui/widgets/style.h"

#include <QFileInfo>
#include <QVBoxLayout>

#include <algorithm>

namespace winnow {

namespace {

const ClickThrough kImport = ClickThrough::toPage(QStringLiteral("import"));
const ClickThrough kAudits = ClickThrough::toPage(QStringLiteral("audits"));
const ClickThrough kReview = ClickThrough::toPage(QStringLiteral("review"));
const ClickThrough kInsights = ClickThrough::toPage(QStringLiteral("insights"));
const ClickThrough kExport = ClickThrough::toPage(QStringLiteral("export"));

ClickThrough samplesWhere(std::optional<bool> flagged, std::optional<bool> reviewed)
{
    SampleFilter filter;
    filter.flagged = flagged;
    filter.reviewed = reviewed;
    return ClickThrough::toSamples(filter);
}

ClickThrough openIf(bool any, const ClickThrough& what)
{
    return any ? what : ClickThrough();
}

} // namespace

OverviewPage::OverviewPage(AppContext& app)
    : ComputedPage(app, tr("Overview"), QStringLiteral("overview"), ChangeSet::Parts::fromInt(~0))
    , m_tracker(app.jobs())
{
    header()->addControl(new PolicyPicker(app, header()));
    m_generated = new Text(
        tr("This is a generated benchmark: pictures, questions and model responses are simulated."),
        TextSize::Body, Text::Tone::Caution);
    m_generated->setWordWrap(true);
    body()->addWidget(m_generated);
    body()->addLayout(buildTiles());
    body()->addWidget(buildNext());
    body()->addWidget(buildTable());
    m_suite = new SuiteCard;
    body()->addWidget(m_suite);
    body()->addStretch(1);
    setContent<Shown>(
        {},
        [this]() -> Work<Shown> {
            const Policy policy = context().policy()->policy();
            const auto index = context().session()->index();
            if (!index || policy.name.isEmpty()) {
                return {};
            }
            return [index, policy](Project& project, Progress&, const auto&) {
                return loadOverview(project, index, policy);
            };
        },
        [this](const Shown& overview) { show(overview); });
    connect(app.policy(), &PolicyChoice::changed, this, &OverviewPage::recompute);
    connect(app.session(), &ProjectSession::indexChanged, this, &OverviewPage::recompute);
}

QLayout* OverviewPage::buildTiles()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(kUnit);
    const auto add = [&](StatTile*& tile, const QString& name, const QString& title) {
        tile = new StatTile(title);
        tile->setObjectName(name);
        row->addWidget(tile);
    };
    add(m_samples, QStringLiteral("samplesTile"), tr("Samples"));
    add(m_images, QStringLiteral("imagesTile"), tr("Images"));
    add(m_models, QStringLiteral("modelsTile"), tr("Models"));
    add(m_flags, QStringLiteral("flagsTile"), tr("Flagged"));
    add(m_reviewed, QStringLiteral("reviewedTile"), tr("Reviewed"));
    add(m_kept, QStringLiteral("keptTile"), tr("Kept"));
    return row;
}

Card* OverviewPage::buildNext()
{
    auto* next = new Card;
    next->setObjectName(QStringLiteral("nextSteps"));
    next->body()->addWidget(new Text(tr("What to do next"), TextSize::Heading));
    m_next = new QVBoxLayout;
    m_next->setSpacing(kUnit);
    next->body()->addLayout(m_next);
    return next;
}

Card* OverviewPage::buildTable()
{
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
    table->body()->addWidget(m_table);
    return table;
}

void OverviewPage::forget()
{
    m_tracker.waitForAll();
    m_model.set(nullptr);
    // The numbers of the project before are not this one's, and nothing is there yet to open.
    for (StatTile* tile : {m_samples, m_images, m_models, m_flags, m_reviewed, m_kept}) {
        tile->set(QStringLiteral("–"), {}, ClickThrough());
    }
    header()->setSubtitle(
        context().project() ? QFileInfo(context().project()->path()).completeBaseName() : QString());
}

void OverviewPage::activated()
{
    ComputedPage::activated();
    if (state() == State::Shown) {
        m_table->setFocus();
    }
}

void OverviewPage::show(const Shown& overview)
{
    m_model.set(overview);
    if (overview->stats.samples == 0) {
        showNothing(QStringLiteral("import"), tr("An empty project"),
            tr("Import a benchmark to begin: a VLMEvalKit TSV, JSON, JSONL or CSV file. Files can be dropped "
               "anywhere in the window."),
            tr("Import files"), kImport);
        return;
    }
    m_generated->setVisible(overview->stats.generated);
    showTiles(*overview);
    m_suite->set(overview->suite);
    fillNext();
}

void OverviewPage::showTiles(const OverviewData& overview)
{
    const ProjectStats& stats = overview.stats;
    SampleFilter images;
    if (stats.missingImages > 0) {
        images.imageStates = {ImageState::Missing, ImageState::Unreadable, ImageState::Refused};
    }
    m_samples->set(formatCount(stats.samples), tr("in %n datasets", nullptr, int(stats.datasets)),
        ClickThrough::toSamples(SampleFilter()));
    m_images->set(formatCount(stats.images),
        stats.missingImages > 0 ? tr("%Ln missing", nullptr, int(stats.missingImages)) : tr("none missing"),
        ClickThrough::toSamples(images));
    m_models->set(formatCount(stats.models),
        stats.missingResponses > 0 ? tr("%Ln responses, %1 missing", nullptr, int(stats.responses))
                                         .arg(formatCount(stats.missingResponses))
                                   : tr("%Ln responses", nullptr, int(stats.responses)),
        openIf(stats.responses > stats.missingResponses, openAnswered({})));
    m_flags->set(formatCount(overview.flaggedSamples), tr("%Ln open flags", nullptr, int(stats.openFlags)),
        openIf(overview.flaggedSamples > 0, samplesWhere(true, {})));
    m_reviewed->set(
        tr("%1 of %2").arg(formatCount(overview.reviewedSamples), formatCount(overview.flaggedSamples)),
        tr("%Ln decisions", nullptr, int(stats.decisions)),
        openIf(overview.reviewedSamples > 0, samplesWhere(true, true)));
    m_kept->set(formatPercent(double(overview.keptSamples) / double(stats.samples)),
        tr("%Ln samples, policy \"%1\"", nullptr, int(overview.keptSamples))
            .arg(policyTitle(overview.policy)),
        openIf(overview.keptSamples > 0, openKept(m_model.overview(), {})));
}

void OverviewPage::addStep(
    const QString& title, const QString& text, const QString& buttonText, const ClickThrough& then)
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
    connect(button, &QPushButton::clicked, this, [this, then] { openClickThrough(this, then); });
    layout->addWidget(button, 0, Qt::AlignVCenter);
    m_next->addWidget(row);
}

void OverviewPage::addImportSteps(const ProjectStats& stats)
{
    const bool blind = std::any_of(stats.conditionsOf.cbegin(), stats.conditionsOf.cend(),
        [](const QVector<Condition>& conditions) { return conditions.contains(Condition::Blind); });
    if (stats.responses == 0) {
        addStep(tr("Import model responses"),
            tr("With the answers your models already gave, Winnow finds wrong labels and samples that "
               "measure nothing."),
            tr("Import"), kImport);
    } else if (!blind) {
        addStep(tr("Import blind responses"),
            tr("Answers given without the image show which samples do not need it."), tr("Import"), kImport);
    }
}

void OverviewPage::addExportSteps(const OverviewData& overview)
{
    if (overview.stats.responses > 0) {
        addStep(tr("See what cleaning does"),
            tr("Accuracy and rank of each model before and after the policy \"%1\".")
                .arg(policyTitle(overview.policy)),
            tr("Insights"), kInsights);
    }
    addStep(tr("Export what is left"),
        tr("%1 of %Ln samples are kept.", nullptr, int(overview.stats.samples))
            .arg(formatCount(overview.keptSamples)),
        tr("Export"), kExport);
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
    // Import, audit, review, export: the first that is not done stands first.
    if (overview.unaudited == stats.datasets && stats.flags == 0) {
        if (stats.responses == 0) {
            addImportSteps(stats);
        }
        addStep(tr("Run the audits"),
            stats.responses > 0
                ? tr("Find samples that can be answered without the image, are mislabelled or duplicated.")
                : tr("Duplicates, malformed options and import damage can be found without responses."),
            tr("Audits"), kAudits);
        if (stats.responses > 0) {
            addImportSteps(stats);
        }
        return;
    }
    if (overview.unaudited > 0) {
        addStep(tr("Run the audits"), tr("%n datasets were not audited yet.", nullptr, overview.unaudited),
            tr("Audits"), kAudits);
    } else if (overview.outdated > 0) {
        addStep(tr("Run the audits again"),
            tr("%n datasets changed after they were audited.", nullptr, overview.outdated), tr("Audits"),
            kAudits);
    }
    if (toReview > 0) {
        addStep(tr("Review the flagged samples"),
            tr("%Ln flagged samples wait for a person to confirm or override their flags.", nullptr,
                int(toReview)),
            tr("Review"), kReview);
    } else {
        addExportSteps(overview);
    }
    addImportSteps(stats);
    if (toReview > 0 && stats.decisions > 0) {
        addExportSteps(overview);
    }
    if (m_next->count() == 0) {
        addStep(tr("Look through the samples"), tr("Nothing is open."), tr("Samples"),
            ClickThrough::toSamples(SampleFilter()));
    }
}

} // namespace winnow
