// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/exportpage.h"

#include "ui/models/preferences.h"
#include "ui/models/subsetlist.h"
#include "ui/models/terms.h"
#include "ui/pages/exportcounts.h"
#include "ui/pages/exportform.h"
#include "ui/pages/exportresultcard.h"
#include "ui/pages/exportsuite.h"
#include "ui/pages/policypicker.h"
#include "ui/util/dialogs.h"
#include "ui/util/format.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/filterbox.h"
#include "ui/widgets/samplesbox.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

namespace winnow {

namespace {

const QString kExportSlot = QStringLiteral("export");
const QString kTrialSlot = QStringLiteral("trial");
const QString kSuiteSlot = QStringLiteral("suite");
/// Below this width the form stands under the counts.
constexpr int kTwoColumns = 110 * kUnit;

QString titleOf(const ExportResult& result)
{
    const Exporter* exporter = exporterById(result.manifest.value(QLatin1String("format")).toString());
    return exporter ? exporter->info().title : QString();
}

} // namespace

ExportPage::ExportPage(AppContext& app)
    : ComputedPage(app, tr("Export"), QStringLiteral("export"),
        ChangeSet::Samples | ChangeSet::Flags | ChangeSet::Decisions)
    , m_exports(app.jobs())
    , m_dataset(new FilterBox(tr("Dataset"), tr("All datasets"), QStringLiteral("datasetPicker")))
    , m_samples(new SamplesBox(
          app.session()->subsets(), tr("The whole benchmark"), {}, QStringLiteral("exportSamples"), header()))
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_counts(new ExportCounts)
    , m_form(new ExportForm)
    , m_suite(new ExportSuite)
    , m_result(new ExportResultCard)
{
    header()->addControl(m_dataset);
    header()->addControl(m_samples);
    header()->addControl(new PolicyPicker(app, header()));
    m_columns->setSpacing(2 * kUnit);
    for (QWidget* column : {static_cast<QWidget*>(m_counts), static_cast<QWidget*>(m_form)}) {
        m_columns->addWidget(column, 1);
        // Halves, whatever is in them.
        column->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    body()->addLayout(m_columns);
    // Over the whole width: hashes and names of files are long.
    body()->addWidget(m_result);
    body()->addWidget(m_suite);
    body()->addStretch(1);
    setContent<ExportPreview>(
        {},
        [this]() -> Work<ExportPreview> {
            const ExportSelection asked = selection();
            if (asked.policy.isEmpty()) {
                return {};
            }
            return [asked](Project& project, Progress&, const auto&) {
                return ExportPreview::make(project, asked);
            };
        },
        [this](const ExportPreview& preview) { show(preview); });
    connectParts();
}

ExportPage::~ExportPage()
{
    m_exports.waitForAll();
}

void ExportPage::connectParts()
{
    connect(context().policy(), &PolicyChoice::changed, this, &ExportPage::recompute);
    connect(m_dataset, &FilterBox::activated, this, &ExportPage::recompute);
    connect(m_samples, &SamplesBox::changed, this, &ExportPage::recompute);
    connect(context().session()->subsets(), &SubsetList::exportAsked, this, [this](const QString& subset) {
        m_samples->choose(SampleScope::of(subset));
        recompute();
    });
    connect(m_form, &ExportForm::exportAsked, this, &ExportPage::startExport);
    connect(m_form, &ExportForm::trialAsked, this, &ExportPage::startTrial);
    connect(m_suite, &ExportSuite::suiteAsked, this, &ExportPage::startSuite);
    connect(m_form, &ExportForm::focusFree, scroll(), qOverload<>(&QWidget::setFocus));
    connect(m_suite, &ExportSuite::focusFree, scroll(), qOverload<>(&QWidget::setFocus));
    addKey(QStringLiteral("export.export"), [this] { m_form->press(); });
}

ExportSelection ExportPage::selection() const
{
    return {context().policy()->policy().name, m_samples->scope().subset, m_dataset->chosen()};
}

void ExportPage::saveState(Preferences& preferences) const
{
    m_form->saveState(preferences);
}

void ExportPage::restoreState(const Preferences& preferences)
{
    m_form->restoreState(preferences);
}

void ExportPage::forget()
{
    m_exports.cancelAll();
    m_form->finish();
    m_suite->finish();
    m_suite->showCard({});
    m_preview.reset();
    m_result->hide();
    m_dataset->offer(QStringList());
    if (const auto project = context().project()) {
        const QFileInfo file(project->path());
        m_form->setPath(file.absolutePath() + u'/' + file.completeBaseName() + QStringLiteral("-export"));
        m_suite->setPath(file.absolutePath() + u'/' + file.completeBaseName() + QStringLiteral("-suite"));
    }
}

void ExportPage::resizeEvent(QResizeEvent* event)
{
    ComputedPage::resizeEvent(event);
    m_columns->setDirection(width() >= kTwoColumns ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

QString ExportPage::outPath() const
{
    return m_form->path();
}

void ExportPage::show(const ExportPreview& preview)
{
    m_preview = preview;
    // Of one dataset the preview knows no other.
    if (m_dataset->chosen().isEmpty()) {
        QStringList datasets;
        for (const auto& part : preview.datasets) {
            datasets.append(part.dataset);
        }
        m_dataset->offer(datasets);
    }
    if (preview.plan.total == 0 && preview.plan.subset) {
        showNothing(QStringLiteral("export"), tr("This subset has no samples here"),
            tr("Choose another subset, another dataset or the whole benchmark."));
        return;
    }
    if (preview.plan.total == 0) {
        header()->setSubtitle({});
        showNothing(QStringLiteral("export"), tr("Nothing to export yet"),
            tr("Import a benchmark, audit it and decide; this page then writes what is left in the format "
               "the next tool eats."),
            tr("Import a benchmark"), ClickThrough::toPage(QStringLiteral("import")));
        return;
    }
    header()->setSubtitle(policyDescription(preview.plan.policy));
    m_counts->show(preview);
    m_form->showPlan(preview.plan);
}

void ExportPage::startExport()
{
    const std::shared_ptr<Project> project = context().project();
    if (!project || !m_preview || m_exports.isRunning(kExportSlot)) {
        return;
    }
    if (outPath().isEmpty()) {
        notify({Message::Kind::Warning, tr("Say where to write"), tr("Choose a folder first."), {}, {}});
        m_form->focusPath();
        return;
    }
    // The plan is made anew: decisions may have been taken since the counts were shown.
    m_exports.start(
        kExportSlot, tr("Exporting"),
        [project, wanted = asked()](Progress& progress) -> Result<Ending> {
            Ending ending{runAll(*project, wanted, progress), {}};
            const QFileInfo out(wanted.options.out);
            if (!ending.result && ending.result.error().code == ErrorCode::AlreadyExists) {
                ending.subfolder = freeSubfolder(out.isDir() ? out.filePath() : out.absolutePath(),
                    QFileInfo(project->path()).completeBaseName() + QStringLiteral("-export"));
            }
            return ending;
        },
        [this](const Result<Ending>& ending) {
            finishExport(ending ? *ending : Ending{tl::unexpected<Error>(ending.error()), {}});
        });
    m_form->begin(&m_exports, kExportSlot);
}

ExportPage::Asked ExportPage::asked() const
{
    Asked asked{m_form->exporters(), selection(), {}};
    asked.options.out = QFileInfo(outPath()).absoluteFilePath();
    asked.options.images = m_form->images();
    asked.selection.policy = m_preview->plan.policy.name;
    return asked;
}

Result<QVector<ExportResult>> ExportPage::runAll(Project& project, const Asked& asked, Progress& progress)
{
    QVector<ExportResult> results;
    for (const Exporter* exporter : asked.exporters) {
        ExportOptions options = asked.options;
        if (asked.exporters.size() > 1) {
            options.out = QDir(options.out).filePath(exporter->info().id);
        }
        auto result = exporter->run(project, asked.selection, options, progress);
        if (!result) {
            return tl::unexpected<Error>(result.error());
        }
        results.append(*std::move(result));
    }
    return results;
}

void ExportPage::startTrial()
{
    const std::shared_ptr<Project> project = context().project();
    if (!project || !m_preview || m_exports.isRunning(kTrialSlot)) {
        return;
    }
    Asked wanted = asked();
    wanted.options.dryRun = true;
    m_exports.start(
        kTrialSlot, tr("Measuring what would be written"),
        [project, wanted](Progress& progress) { return runAll(*project, wanted, progress); },
        [this](const Result<QVector<ExportResult>>& results) {
            m_form->finish();
            if (!results) {
                notify(results.error());
                return;
            }
            QStringList lines;
            for (const ExportResult& result : *results) {
                lines.append(tr("%1: %2 in %Ln files, with %3 pictures; %4 pictures are not to be had",
                    nullptr, int(result.files.size()))
                                 .arg(coreText(titleOf(result)), QLocale().formattedDataSize(result.bytes),
                                     formatCount(result.imagesWritten), formatCount(result.imagesMissing)));
            }
            m_form->showTrial(lines.join(u'\n'));
        });
    m_form->begin(&m_exports, kTrialSlot);
}

void ExportPage::startSuite()
{
    const std::shared_ptr<Project> project = context().project();
    if (!project || m_exports.isRunning(kSuiteSlot)) {
        return;
    }
    SuiteRequest request = m_suite->request();
    if (request.out.isEmpty()) {
        notify({Message::Kind::Warning, tr("Say where to write"), tr("Choose a folder first."), {}, {}});
        return;
    }
    request.formats.clear();
    for (const Exporter* exporter : m_form->exporters()) {
        request.formats.append(exporter->info().id);
    }
    m_exports.start(
        kSuiteSlot, tr("Writing the suite"),
        [project, request](Progress& progress) { return writeSuite(*project, request, progress); },
        [this](const Result<SuiteResult>& result) { finishSuite(result); });
    m_suite->begin(&m_exports, kSuiteSlot);
}

void ExportPage::finishSuite(const Result<SuiteResult>& result)
{
    m_suite->finish();
    if (!result) {
        result.error().code == ErrorCode::Cancelled
            ? notify({Message::Kind::Info, tr("The suite was stopped"), {}, {}, {}})
            : notify(result.error());
        return;
    }
    m_suite->showCard(result->card);
    notify({Message::Kind::Success, tr("Suite written to %1").arg(result->folder), {}, tr("Open folder"),
        [folder = result->folder] { dialogs::openWithDesktop(folder); }});
}

void ExportPage::finishExport(const Ending& ending)
{
    const Result<QVector<ExportResult>>& result = ending.result;
    m_form->finish();
    if (!result) {
        if (result.error().code == ErrorCode::Cancelled) {
            notify({Message::Kind::Info, tr("The export was stopped; nothing was written"), {}, {}, {}});
        } else if (!ending.subfolder.isEmpty()) {
            Message message = Message::of(result.error());
            message.actionText = tr("Export to subfolder “%1”").arg(QFileInfo(ending.subfolder).fileName());
            message.action
                = [this, subfolder = ending.subfolder, project = std::weak_ptr(context().project())] {
                      if (context().project() == project.lock()) {
                          m_form->setPath(subfolder);
                          startExport();
                      }
                  };
            notify(message);
        } else {
            notify(result.error());
        }
        return;
    }
    showResults(*result);
}

void ExportPage::showResults(const QVector<ExportResult>& results)
{
    // Of several the first stands for all: each has its manifest.
    m_result->show(results.first());
    const QString folder
        = results.size() > 1 ? QFileInfo(results.first().folder).absolutePath() : results.first().folder;
    const QString text = results.size() > 1
        ? tr("%Ln formats exported to %1", nullptr, int(results.size())).arg(folder)
        : tr("Exported to %1").arg(folder);
    notify({Message::Kind::Success, text, {}, tr("Open folder"),
        [folder] { dialogs::openWithDesktop(folder); }});
    // After the layout has made room for the card.
    QTimer::singleShot(0, this, [this] {
        const QPoint top = m_result->mapTo(scroll()->widget(), QPoint(0, 0));
        scroll()->ensureVisible(top.x(), top.y() + 24 * kUnit, 0, 24 * kUnit);
    });
}

} // namespace winnow
