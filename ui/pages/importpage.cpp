// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/importpage.h"

#include "core/store/importstore.h"
#include "ui/models/terms.h"
#include "ui/util/dialogs.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLineEdit>
#include <QListWidget>
#include <QSaveFile>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace winnow {

namespace {

const QString kPlanSlot = QStringLiteral("plan");
const QString kImportSlot = QStringLiteral("import");

} // namespace

ImportPage::ImportPage(AppContext& app)
    : Page(app)
    , m_tracker(app.jobs())
    , m_header(new PageHeader(tr("Import"), this))
    , m_choose(new QPushButton(lineIcon(QStringLiteral("file")), tr("Choose files…"), m_header))
    , m_importAll(new QPushButton(tr("Import all"), m_header))
    , m_stack(new QStackedWidget(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_choose->setObjectName(QStringLiteral("chooseFiles"));
    m_importAll->setObjectName(QStringLiteral("importAll"));
    setButtonTone(m_importAll, ButtonTone::Primary);
    m_header->addControl(m_choose);
    m_header->addControl(m_importAll);
    layout->addWidget(m_header);
    layout->addWidget(new Rule(Qt::Horizontal));
    layout->addWidget(m_stack, 1);
    m_stack->addWidget(buildStart());

    auto* splitter = new QSplitter;
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("importFiles"));
    m_list->setAccessibleName(tr("Files"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMinimumWidth(28 * kUnit);
    m_list->setWordWrap(true);
    m_list->setSpacing(2);
    m_detail = new QStackedWidget;
    m_detail->addWidget(buildPlan());
    m_detail->addWidget(buildReport());
    splitter->addWidget(m_list);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({32 * kUnit, 100 * kUnit});
    m_stack->addWidget(splitter);

    connect(m_choose, &QPushButton::clicked, this, &ImportPage::chooseFiles);
    connect(m_importAll, &QPushButton::clicked, this, [this] {
        m_importingAll = true;
        importNext();
    });
    connect(m_list, &QListWidget::currentRowChanged, this, &ImportPage::showFile);
    showFiles();
}

ImportPage::~ImportPage()
{
    m_tracker.waitForAll();
}

void ImportPage::projectChanged()
{
    m_tracker.waitForAll();
    m_files.clear();
    m_importingAll = false;
    showFiles();
    loadHistory();
}

void ImportPage::activated()
{
    loadHistory();
}

QVector<KeyHelp> ImportPage::keys() const
{
    return {{QStringLiteral("↑ ↓"), tr("Choose a file")}, {QStringLiteral("Tab"), tr("Next field")}};
}

bool ImportPage::filesDropped(const QStringList& files)
{
    addFiles(files);
    return true;
}

void ImportPage::chooseFiles()
{
    addFiles(dialogs::openFiles(this, tr("Import files"),
        tr("Benchmarks and responses (*.tsv *.csv *.json *.jsonl *.ndjson *.txt)") + QStringLiteral(";;")
            + tr("All files (*)")));
}

void ImportPage::addFiles(const QStringList& files)
{
    for (const QString& path : files) {
        File file;
        file.path = QFileInfo(path).absoluteFilePath();
        file.request.file = file.path;
        m_files.append(file);
    }
    if (!files.isEmpty()) {
        showFiles();
        m_list->setCurrentRow(int(m_files.size() - files.size()));
        planNext();
    }
}

int ImportPage::currentRow() const
{
    return m_list->currentRow();
}

ImportPage::File* ImportPage::current()
{
    const int row = currentRow();
    return row >= 0 && row < m_files.size() ? &m_files[row] : nullptr;
}

void ImportPage::planNext()
{
    for (int row = 0; row < m_files.size(); ++row) {
        const File& file = m_files.at(row);
        if (!file.plan && !file.report && file.error.isEmpty()) {
            planFile(row);
            return;
        }
    }
}

void ImportPage::planFile(int row)
{
    if (!context().project()) {
        return;
    }
    m_tracker.start(
        kPlanSlot, {},
        [project = context().project(), request = m_files.at(row).request](
            Progress&) { return planImport(*project, request); },
        [this, path = m_files.at(row).path](Result<ImportPlan> plan) {
            for (File& file : m_files) {
                if (file.path != path || file.report) {
                    continue;
                }
                if (plan) {
                    file.error.clear();
                    file.plan = *plan;
                } else {
                    file.error = errorText(plan.error());
                }
            }
            showFiles();
            planNext();
        });
}

void ImportPage::leaveOut(int row)
{
    m_tracker.cancel(kPlanSlot);
    m_files.removeAt(row);
    showFiles();
    planNext();
}

bool ImportPage::isImporting() const
{
    return m_tracker.isRunning(kImportSlot);
}

void ImportPage::takeForm()
{
    File* file = current();
    if (m_filling || !file || !file->plan) {
        return;
    }
    const QString dataset = m_dataset->currentText().trimmed();
    file->request.dataset
        = dataset == file->plan->dataset && file->request.dataset.isEmpty() ? QString() : dataset;
    file->request.capability = m_capability->text().trimmed();
    file->request.model = m_model->text().trimmed();
    file->request.imagesDir = m_images->text().trimmed();
    const int condition = m_condition->currentData().toInt();
    file->request.condition = condition < 0 ? std::nullopt : std::optional(Condition(condition));
}

void ImportPage::importNext()
{
    for (int row = 0; row < m_files.size(); ++row) {
        const File& file = m_files.at(row);
        if (file.plan && !file.report && file.error.isEmpty()) {
            importFile(row);
            return;
        }
    }
    m_importingAll = false;
}

void ImportPage::importFile(int row)
{
    if (row < 0 || !context().project() || m_tracker.isRunning(kImportSlot)) {
        return;
    }
    File& file = m_files[row];
    file.importing = true;
    showFiles();
    m_tracker.start(
        kImportSlot, tr("Importing %1").arg(QFileInfo(file.path).fileName()),
        [project = context().project(), request = file.request](
            Progress& progress) { return runImport(*project, request, progress); },
        [this, path = file.path](const Result<ImportReport>& report) {
            for (File& done : m_files) {
                if (done.path != path || !done.importing) {
                    continue;
                }
                done.importing = false;
                if (report) {
                    done.report = *report;
                } else if (report.error().code == ErrorCode::Cancelled) {
                    context().notify({Message::Kind::Info,
                        tr("The import was stopped; the project is as before"), {}, {}, {}});
                    m_importingAll = false;
                } else {
                    done.error = errorText(report.error());
                    context().notify(report.error());
                }
            }
            showFiles();
            // Other files may belong to the dataset that now exists.
            for (File& other : m_files) {
                if (!other.report && other.error.isEmpty() && !m_importingAll) {
                    other.plan.reset();
                }
            }
            m_importingAll ? importNext() : planNext();
        });
}

void ImportPage::saveReport()
{
    const File* file = current();
    if (!file || !file->report || !context().project()) {
        return;
    }
    const QString path = dialogs::saveFile(this, tr("Save the report"),
        QFileInfo(file->path).completeBaseName() + QStringLiteral("-report.csv"), tr("Tables (*.csv)"));
    if (path.isEmpty()) {
        return;
    }
    m_tracker.start(
        QStringLiteral("save"), {},
        [project = context().project(), id = file->report->id, path](Progress&) -> Result<> {
            const auto issues
                = project->read([&](sqlite::Connection& c) { return ImportStore(c).issues(id); });
            if (!issues) {
                return tl::unexpected<Error>(issues.error());
            }
            QSaveFile out(path);
            if (!out.open(QIODevice::WriteOnly) || out.write(issuesToCsv(*issues)) < 0 || !out.commit()) {
                return fail(ErrorCode::Io, QStringLiteral("Cannot write %1: %2").arg(path, out.errorString()),
                    QStringLiteral("Choose another folder or make room on the disk."));
            }
            return {};
        },
        [this, path](const Result<>& saved) {
            if (saved) {
                context().notify({Message::Kind::Success, tr("Saved %1").arg(path), {}, {}, {}});
            } else {
                context().notify(saved.error());
            }
        });
}

} // namespace winnow
