// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/importpage.h"

#include "core/import/recordformat.h"
#include "core/store/importstore.h"
#include "ui/models/terms.h"
#include "ui/util/dialogs.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/cutofffields.h"
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

#include <utility>

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
    , m_chooseFolder(new QPushButton(lineIcon(QStringLiteral("folder")), tr("Choose a folder…"), m_header))
    , m_importAll(new QPushButton(tr("Import all"), m_header))
    , m_before(new QPushButton(tr("Imported before"), m_header))
    , m_stack(new QStackedWidget(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_choose->setObjectName(QStringLiteral("chooseFiles"));
    m_chooseFolder->setObjectName(QStringLiteral("chooseFolder"));
    m_importAll->setObjectName(QStringLiteral("importAll"));
    setButtonTone(m_importAll, ButtonTone::Primary);
    m_before->setObjectName(QStringLiteral("importedBefore"));
    m_before->setCheckable(true);
    m_before->hide();
    m_header->addControl(m_before);
    m_header->addControl(m_choose);
    m_header->addControl(m_chooseFolder);
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
    connect(m_chooseFolder, &QPushButton::clicked, this, [this] {
        if (const QString folder = dialogs::chooseFolder(this, tr("Import a folder"), {});
            !folder.isEmpty()) {
            addFiles({folder});
        }
    });
    connect(m_importAll, &QPushButton::clicked, this, [this] {
        m_importingAll = true;
        importNext();
    });
    connect(m_before, &QPushButton::toggled, this, &ImportPage::showFiles);
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
    m_before->setChecked(false);
    showHistory({});
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
        tr("Benchmarks and responses (%1)").arg(recordFilePatterns()) + QStringLiteral(";;")
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
        takeBackMessage();
        m_refused.clear();
        m_showNext = true;
        m_before->setChecked(false);
        showFiles();
        planNext();
    }
}

void ImportPage::refuse(const QString& path, const Error& error)
{
    m_files.removeIf([&](const File& file) { return file.path == path && !file.report; });
    m_refused.append(error);
    if (m_refused.size() == 1) {
        notify(error);
        return;
    }
    QStringList reasons;
    for (const Error& each : std::as_const(m_refused)) {
        reasons.append(errorText(each));
    }
    notify({Message::Kind::Error, tr("%Ln files cannot be imported", nullptr, int(m_refused.size())),
        reasons.join(u'\n'), {}, {}});
}

void ImportPage::changed()
{
    File* file = current();
    if (!file) {
        return;
    }
    takeBackMessage();
    file->error.clear();
    m_pause.start();
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
        if (!file.plan && !file.report) {
            planFile(row);
            return;
        }
    }
}

void ImportPage::planFile(int row)
{
    if (!context().project() || row < 0 || row >= m_files.size()) {
        return;
    }
    m_tracker.start(
        kPlanSlot, {},
        [project = context().project(), request = m_files.at(row).request](
            Progress&) { return outlineImport(*project, request); },
        [this, path = m_files.at(row).path](const Result<ImportPlan>& plan) {
            if (!plan && plan.error().code == ErrorCode::Cancelled) {
                return;
            }
            int shown = -1;
            for (int i = 0; plan && i < m_files.size(); ++i) {
                File& file = m_files[i];
                if (file.path == path && !file.report) {
                    file.plan = *plan;
                    shown = i;
                }
            }
            if (!plan) {
                refuse(path, plan.error());
            }
            if (shown >= 0 && std::exchange(m_showNext, false)) {
                const QSignalBlocker quiet(m_list);
                showFiles();
                m_list->setCurrentRow(shown);
            }
            showFiles();
            planNext();
        });
}

void ImportPage::leaveOut(int row)
{
    m_tracker.cancel(kPlanSlot);
    takeBackMessage();
    m_files.removeAt(row);
    showFiles();
    planNext();
}

bool ImportPage::isImporting() const
{
    return m_tracker.isRunning(kImportSlot);
}

void ImportPage::takeDataset(File& file) const
{
    const DatasetProposal& proposal = file.plan->proposal;
    const auto take = [](auto& said, const auto& shown, const auto& proposed) {
        if (shown != said.value_or(proposed)) {
            said = shown;
        }
    };
    take(file.request.capability, m_capability->text().trimmed(), proposal.capability);
    if (proposal.known) {
        take(file.request.scorer, m_scorer->currentData().toString(), proposal.scorer);
        take(file.request.blindHits, m_cutOffs->open(), proposal.blindHits);
        take(file.request.blindHitsOfChoices, m_cutOffs->choices(), proposal.blindHitsOfChoices);
    }
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
    takeDataset(*file);
    file->request.model = m_model->text().trimmed();
    file->request.imagesDir = m_images->text().trimmed();
    const int condition = m_condition->currentData().toInt();
    file->request.condition = condition < 0 ? std::nullopt : std::optional(Condition(condition));
    changed();
}

void ImportPage::importNext()
{
    for (int row = 0; row < m_files.size(); ++row) {
        const File& file = m_files.at(row);
        if (file.isReady()) {
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
    takeBackMessage();
    m_pause.stop();
    File& file = m_files[row];
    file.importing = true;
    file.error.clear();
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
                    loadHistory();
                } else if (report.error().code == ErrorCode::Cancelled) {
                    notify({Message::Kind::Info, tr("The import was stopped; the project is as before"), {},
                        {}, {}});
                    m_importingAll = false;
                } else {
                    done.error = errorText(report.error());
                }
            }
            showFiles();
            // Other files may belong to the dataset that now exists.
            for (File& other : m_files) {
                if (!other.report && other.error.isEmpty() && !other.importing && !m_importingAll) {
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
                return fail(ErrorCode::Io,
                    Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be written: %2"))
                        .arg(path, out.errorString()),
                    Sentence::of(
                        QT_TRANSLATE_NOOP("Error", "Choose another folder or make room on the disk")));
            }
            return {};
        },
        [this, path](const Result<>& saved) {
            if (saved) {
                notify({Message::Kind::Success, tr("Saved %1").arg(path), {}, {}, {}});
            } else {
                notify(saved.error());
            }
        });
}

} // namespace winnow
