// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/exportpage.h"

#include "ui/models/preferences.h"
#include "ui/models/terms.h"
#include "ui/pages/policypicker.h"
#include "ui/util/dialogs.h"
#include "ui/util/format.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/choicecard.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/numbertableview.h"
#include "ui/widgets/stattile.h"
#include "ui/widgets/style.h"
#include "ui/widgets/workprogress.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileInfo>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace winnow {

namespace {

const QString kCountSlot = QStringLiteral("preview");
const QString kExportSlot = QStringLiteral("export");
const char* const kFormatProperty = "format";
/// Below this width the form stands under the counts.
constexpr int kTwoColumns = 110 * kUnit;

} // namespace

ExportPage::ExportPage(AppContext& app)
    : Page(app)
    , m_tracker(app.jobs())
    , m_header(new PageHeader(tr("Export"), this))
    , m_dataset(new QComboBox(m_header))
    , m_stack(new QStackedWidget(this))
    , m_scroll(new QScrollArea(this))
    , m_empty(new EmptyState(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_dataset->setAccessibleName(tr("Dataset"));
    m_dataset->setObjectName(QStringLiteral("datasetPicker"));
    m_dataset->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_dataset->addItem(tr("All datasets"), QString());
    m_header->addControl(m_dataset);
    m_header->addControl(new PolicyPicker(app, m_header));
    layout->addWidget(m_header);
    layout->addWidget(new Rule(Qt::Horizontal));
    layout->addWidget(m_stack, 1);

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
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(2 * kUnit);
    m_columns->addWidget(buildCounts(), 1);
    m_columns->addWidget(buildForm(), 1);
    for (int i = 0; i < m_columns->count(); ++i) {
        // Halves, whatever is in them.
        m_columns->itemAt(i)->widget()->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    body->addLayout(m_columns);
    // Over the whole width: hashes and names of files are long.
    body->addWidget(buildResult());
    body->addStretch(1);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_empty);
    m_stack->setCurrentWidget(m_empty);

    connect(app.policy(), &PolicyChoice::changed, this, &ExportPage::count);
    connect(m_dataset, &QComboBox::activated, this, &ExportPage::count);
    connect(app.session(), &ProjectSession::storeChanged, this, [this](const ChangeSet& changes) {
        if (changes.parts & (ChangeSet::Samples | ChangeSet::Flags | ChangeSet::Decisions)) {
            m_stale = true;
            if (m_active) {
                count();
            }
        }
    });
    addKey(QStringLiteral("Ctrl+Return"), [this] { m_export->click(); });
}

ExportPage::~ExportPage()
{
    m_tracker.waitForAll();
}

QWidget* ExportPage::buildCounts()
{
    auto* column = new QWidget;
    column->setObjectName(QStringLiteral("countsColumn"));
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * kUnit);
    auto* tiles = new QHBoxLayout;
    tiles->setSpacing(2 * kUnit);
    m_written = new StatTile(tr("Will be written"));
    m_changed = new StatTile(tr("Of these changed"));
    m_dropped = new StatTile(tr("Dropped"));
    m_written->setObjectName(QStringLiteral("writtenTile"));
    m_dropped->setObjectName(QStringLiteral("droppedTile"));
    for (StatTile* tile : {m_written, m_changed, m_dropped}) {
        tile->setMinimumWidth(12 * kUnit);
        tiles->addWidget(tile);
    }
    layout->addLayout(tiles);
    const auto openList = [this](const QString& title, auto... dispositions) {
        SampleFilter filter;
        filter.only = QVector<SampleId>();
        (filter.only->append(m_preview->byDisposition.value(dispositions)), ...);
        context().openSamples(filter, title);
    };
    connect(m_written, &StatTile::clicked, this, [openList] {
        openList(tr("Will be exported"), Disposition::Keep, Disposition::Fix, Disposition::Convert,
            Disposition::Circular);
    });
    connect(m_changed, &StatTile::clicked, this, [openList] {
        openList(tr("Changed on export"), Disposition::Fix, Disposition::Convert, Disposition::Circular);
    });
    connect(m_dropped, &StatTile::clicked, this,
        [openList] { openList(tr("Dropped on export"), Disposition::Drop); });

    const auto addTable = [&](Card* card, NumberTableModel* model, const QString& name) {
        auto* view = new NumberTableView;
        view->setNumbers(model);
        view->setVisibleRows(12);
        view->setObjectName(name);
        view->setAccessibleName(name);
        card->body()->addWidget(view);
        connect(view, &NumberTableView::targetActivated, this, &ExportPage::open);
        return view;
    };
    auto* what = new Card;
    what->body()->addWidget(new Text(tr("What will be written"), TextSize::Heading));
    addTable(what, &m_dispositions, QStringLiteral("dispositionTable"));
    layout->addWidget(what);
    auto* why = new Card;
    why->body()->addWidget(new Text(tr("Why samples are dropped or changed"), TextSize::Heading));
    m_noReasons = new Text({}, TextSize::Body, Text::Tone::Muted);
    m_noReasons->setWordWrap(true);
    why->body()->addWidget(m_noReasons);
    m_reasonTable = addTable(why, &m_reasons, QStringLiteral("reasonTable"));
    layout->addWidget(why);
    auto* where = new Card;
    where->body()->addWidget(new Text(tr("By dataset"), TextSize::Heading));
    addTable(where, &m_datasets, QStringLiteral("datasetTable"));
    layout->addWidget(where);
    layout->addStretch(1);
    return column;
}

QWidget* ExportPage::buildForm()
{
    auto* column = new QWidget;
    column->setObjectName(QStringLiteral("formColumn"));
    auto* outer = new QVBoxLayout(column);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card;
    QVBoxLayout* layout = card->body();
    layout->addWidget(new Text(tr("Format"), TextSize::Heading));
    auto* choices = new QWidget;
    auto* rows = new QVBoxLayout(choices);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(kUnit);
    for (const auto& each : exporters()) {
        const ExporterInfo info = each->info();
        auto* choice = new ChoiceCard(coreText(info.title), coreText(info.description), choices);
        choice->setProperty(kFormatProperty, info.id);
        choice->setObjectName(QStringLiteral("format-") + info.id);
        connect(choice, &ChoiceCard::clicked, this, [this, id = info.id] { chooseFormat(id); });
        rows->addWidget(choice);
        m_formats.append(choice);
    }
    layout->addWidget(choices);
    layout->addSpacing(kUnit);
    layout->addWidget(new Text(tr("Images"), TextSize::Body));
    m_images = new QComboBox;
    m_images->setObjectName(QStringLiteral("images"));
    m_images->setAccessibleName(tr("Images"));
    m_images->addItem(tr("Files in a folder beside the data"), int(ExportOptions::Images::Folder));
    m_images->addItem(tr("Embedded in the data as base64"), int(ExportOptions::Images::Embedded));
    layout->addWidget(m_images);
    m_imagesHint = new Text({}, TextSize::Small, Text::Tone::Muted);
    m_imagesHint->setWordWrap(true);
    layout->addWidget(m_imagesHint);
    const auto hint = [this] {
        const bool folder = m_images->currentData().toInt() == int(ExportOptions::Images::Folder);
        m_imagesHint->setText(folder ? tr("Each picture is written once, however many samples show it.")
                                     : tr("One file holds everything; it is about a third larger."));
    };
    connect(m_images, &QComboBox::currentIndexChanged, this, hint);
    hint();
    layout->addSpacing(kUnit);
    layout->addWidget(new Text(tr("Folder"), TextSize::Body));
    auto* line = new QHBoxLayout;
    line->setSpacing(kUnit);
    m_path = new QLineEdit;
    m_path->setObjectName(QStringLiteral("path"));
    m_path->setAccessibleName(tr("Folder"));
    m_path->setPlaceholderText(tr("Where to write"));
    m_browse = new QPushButton(tr("Browse…"));
    m_browse->setObjectName(QStringLiteral("browse"));
    line->addWidget(m_path, 1);
    line->addWidget(m_browse);
    layout->addLayout(line);
    auto* note
        = new Text(tr("One file for each dataset and manifest.json. The folder is new, empty or an earlier "
                      "export, which is replaced as a whole: all of it or nothing."),
            TextSize::Small, Text::Tone::Muted);
    note->setWordWrap(true);
    layout->addWidget(note);
    layout->addSpacing(kUnit);
    m_reviewed = new StatTile(tr("Reviewed"));
    m_reviewed->setObjectName(QStringLiteral("reviewedTile"));
    layout->addWidget(m_reviewed);
    layout->addSpacing(kUnit);
    connect(m_reviewed, &StatTile::clicked, this, [this] {
        const ExportPlan& plan = m_preview->plan;
        SampleFilter filter;
        filter.only = plan.unconfirmedDrops.isEmpty() ? plan.unreviewed : plan.unconfirmedDrops;
        context().openSamples(filter,
            plan.unconfirmedDrops.isEmpty() ? tr("Flagged and not reviewed")
                                            : tr("Dropped on flags that nobody confirmed"));
    });
    m_export = new QPushButton(tr("Export"));
    m_export->setObjectName(QStringLiteral("exportButton"));
    m_export->setIcon(lineIcon(QStringLiteral("export"), tokens().onAccent));
    connect(&Theme::instance(), &Theme::changed, this,
        [this] { m_export->setIcon(lineIcon(QStringLiteral("export"), tokens().onAccent)); });
    setButtonTone(m_export, ButtonTone::Primary);
    auto* action = new QHBoxLayout;
    action->setSpacing(2 * kUnit);
    m_progress = new WorkProgress;
    action->addWidget(m_export);
    action->addWidget(m_progress, 1);
    layout->addLayout(action);
    outer->setSpacing(2 * kUnit);
    outer->addWidget(card);
    outer->addStretch(1);
    connect(m_browse, &QPushButton::clicked, this, &ExportPage::browse);
    connect(m_export, &QPushButton::clicked, this, &ExportPage::startExport);
    connect(m_path, &QLineEdit::returnPressed, this, &ExportPage::startExport);
    chooseFormat(exporters().front()->info().id);
    return column;
}

QWidget* ExportPage::buildResult()
{
    m_result = new Card;
    m_result->setObjectName(QStringLiteral("resultCard"));
    m_resultTitle = new Text({}, TextSize::Heading);
    m_resultTitle->setObjectName(QStringLiteral("resultTitle"));
    m_resultTitle->setWordWrap(true);
    m_result->body()->addWidget(m_resultTitle);
    // Under the title: beside it the words of some languages would widen the column.
    auto* buttons = new QWidget;
    auto* top = new FlowLayout(buttons, kUnit);
    auto* json = new QPushButton(tr("Show as JSON"));
    json->setCheckable(true);
    setButtonTone(json, ButtonTone::Quiet);
    auto* copy = new QPushButton(tr("Copy manifest"));
    setButtonTone(copy, ButtonTone::Quiet);
    auto* folder = new QPushButton(tr("Open folder"));
    folder->setObjectName(QStringLiteral("openFolder"));
    folder->setIcon(lineIcon(QStringLiteral("folder")));
    top->addWidget(json);
    top->addWidget(copy);
    top->addWidget(folder);
    m_result->body()->addWidget(buttons);
    m_resultText = new Text({}, TextSize::Body, Text::Tone::Muted);
    m_resultText->setWordWrap(true);
    m_resultText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_result->body()->addWidget(m_resultText);
    m_manifestTable = new NumberTableView;
    m_manifestTable->setNumbers(&m_manifestModel);
    m_manifestTable->setVisibleRows(100);
    m_manifestTable->setAccessibleName(tr("Manifest"));
    m_result->body()->addWidget(m_manifestTable);
    m_manifestText = new QPlainTextEdit;
    m_manifestText->setObjectName(QStringLiteral("manifestText"));
    m_manifestText->setReadOnly(true);
    m_manifestText->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_manifestText->setAccessibleName(tr("Manifest as JSON"));
    m_manifestText->setMinimumHeight(45 * kUnit);
    m_manifestText->hide();
    m_result->body()->addWidget(m_manifestText);
    m_result->hide();
    connect(json, &QPushButton::toggled, this, [this](bool on) {
        m_manifestText->setVisible(on);
        m_manifestTable->setVisible(!on);
    });
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_manifest);
        notify({Message::Kind::Success, tr("The manifest is on the clipboard"), {}, {}, {}});
    });
    connect(folder, &QPushButton::clicked, this, [this] { dialogs::openWithDesktop(m_folder); });
    return m_result;
}

QVector<KeyHelp> ExportPage::keys() const
{
    return {{QStringLiteral("Ctrl+Enter"), tr("Export")},
        {QStringLiteral("Enter"), tr("Open the samples behind a count")}};
}

void ExportPage::saveState(Preferences& preferences) const
{
    preferences.set(Preference::ExportFormat, exporter()->info().id);
    preferences.set(Preference::ExportImages, m_images->currentData().toInt());
}

void ExportPage::restoreState(const Preferences& preferences)
{
    const QString format = preferences.text(Preference::ExportFormat);
    if (exporterById(format)) {
        chooseFormat(format);
        const int images = m_images->findData(int(preferences.number(Preference::ExportImages)));
        if (images >= 0) {
            m_images->setCurrentIndex(images);
        }
    }
}

void ExportPage::projectChanged()
{
    m_tracker.cancelAll();
    setBusy(false);
    m_preview.reset();
    m_targets.clear();
    m_stale = true;
    m_result->hide();
    m_dataset->clear();
    m_dataset->addItem(tr("All datasets"), QString());
    m_empty->set(QStringLiteral("export"), tr("Counting…"), {});
    m_empty->clearActions();
    m_stack->setCurrentWidget(m_empty);
    if (const auto project = context().project()) {
        const QFileInfo file(project->path());
        m_path->setText(file.absolutePath() + u'/' + file.completeBaseName() + QStringLiteral("-export"));
    }
}

void ExportPage::activated()
{
    m_active = true;
    m_scroll->setFocus();
    if (m_stale) {
        count();
    }
}

void ExportPage::deactivated()
{
    m_active = false;
}

void ExportPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_columns->setDirection(width() >= kTwoColumns ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

QString ExportPage::outPath() const
{
    return m_path->text().trimmed();
}

const Exporter* ExportPage::exporter() const
{
    for (const ChoiceCard* choice : m_formats) {
        if (choice->isChecked()) {
            return exporterById(choice->property(kFormatProperty).toString());
        }
    }
    return exporters().front().get();
}

void ExportPage::chooseFormat(const QString& id)
{
    for (ChoiceCard* choice : std::as_const(m_formats)) {
        choice->setChecked(choice->property(kFormatProperty).toString() == id);
    }
    m_images->setCurrentIndex(m_images->findData(int(exporter()->info().defaultImages)));
}

void ExportPage::browse()
{
    const QString folder = dialogs::chooseFolder(this, tr("Export to folder"), {});
    if (!folder.isEmpty()) {
        m_path->setText(folder);
    }
}

void ExportPage::count()
{
    const std::shared_ptr<Project> project = context().project();
    const QString policy = context().policy()->policy().name;
    m_stale = true;
    if (!project || policy.isEmpty() || !m_active) {
        return;
    }
    m_stale = false;
    m_header->setSubtitle(tr("Counting…"));
    m_tracker.start(
        kCountSlot, {},
        [project, policy, dataset = m_dataset->currentData().toString()](
            Progress&) { return ExportPreview::make(*project, policy, dataset); },
        [this](const Result<ExportPreview>& preview) { take(preview); });
}

void ExportPage::take(const Result<ExportPreview>& preview)
{
    m_header->setSubtitle({});
    if (!preview) {
        m_stale = true;
        notify(preview.error());
        return;
    }
    m_preview = *preview;
    if (m_dataset->currentData().toString().isEmpty()) {
        m_dataset->clear();
        m_dataset->addItem(tr("All datasets"), QString());
        for (const auto& part : std::as_const(m_preview->datasets)) {
            m_dataset->addItem(part.dataset, part.dataset);
        }
        m_dataset->setVisible(m_preview->datasets.size() > 1);
    }
    if (m_preview->plan.total == 0) {
        m_empty->set(QStringLiteral("export"), tr("Nothing to export yet"),
            tr("Import a benchmark, audit it and decide; this page then writes what is left in the format "
               "the "
               "next tool eats."));
        m_empty->clearActions();
        m_empty->addAction(tr("Import a benchmark"), [this] { context().goTo(QStringLiteral("import")); });
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    showCounts();
    m_stack->setCurrentWidget(m_scroll);
}

NumberCell ExportPage::countCell(const QString& title, const QVector<SampleId>& samples)
{
    int target = -1;
    if (!samples.isEmpty()) {
        target = int(m_targets.size());
        m_targets.append({title, samples});
    }
    return {formatCount(samples.size()), samples.size(), {}, target, {}};
}

void ExportPage::showCounts()
{
    const ExportPreview& preview = *m_preview;
    const ExportPlan& plan = preview.plan;
    m_header->setSubtitle(policyDescription(plan.policy));
    m_targets.clear();
    const double total = double(qMax<qint64>(1, plan.total));
    const auto share = [&](qint64 count) -> NumberCell {
        return {formatPercent(double(count) / total), double(count) / total, {}, -1, {}};
    };
    NumberTable table;
    table.columns = {{tr("Disposition"), false, {}}, {tr("Samples"), true, {}}, {tr("Share"), true, {}}};
    qint64 changed = 0;
    for (const Disposition d : {Disposition::Keep, Disposition::Fix, Disposition::Convert,
             Disposition::Circular, Disposition::Drop}) {
        const QVector<SampleId> samples = preview.byDisposition.value(d);
        const QString title = dispositionTitle(d);
        table.rows.append({{title, {}, {}, -1, {}}, countCell(tr("Export: %1").arg(title), samples),
            share(samples.size())});
        changed += d == Disposition::Keep || d == Disposition::Drop ? 0 : samples.size();
    }
    m_dispositions.setTable(table);

    table = {{{tr("Reason"), false, {}}, {tr("Samples"), true, {}}, {tr("Share"), true, {}}}, {}};
    for (auto it = preview.byReason.constBegin(); it != preview.byReason.constEnd(); ++it) {
        const FlagKind* kind = flagKindById(it.key());
        const QColor hue = kind ? Theme::instance().flagGroupColor(kind->group) : tokens().textMuted;
        table.rows.append({{reasonTitle(it.key()), {}, it.key(), -1, hue},
            countCell(tr("Export: %1").arg(reasonTitle(it.key())), *it), share(it->size())});
    }
    std::stable_sort(table.rows.begin(), table.rows.end(),
        [](const auto& a, const auto& b) { return a.at(1).value.toLongLong() > b.at(1).value.toLongLong(); });
    m_noReasons->setText(table.isEmpty()
            ? tr("This policy keeps every sample as it is. Review flags, or choose another policy.")
            : tr("A sample with two reasons counts in both."));
    m_reasonTable->setVisible(!table.isEmpty());
    m_reasons.setTable(table);

    table = {{{tr("Dataset"), false, {}}, {tr("Written"), true, {}}, {tr("Total"), true, {}},
                 {tr("Share"), true, {}}},
        {}};
    for (const auto& part : preview.datasets) {
        const double kept = double(part.exported.size()) / double(qMax<qint64>(1, part.total));
        table.rows.append(
            {{part.dataset, {}, {}, -1, {}}, countCell(tr("Export of %1").arg(part.dataset), part.exported),
                countCell(tr("All of %1").arg(part.dataset), part.samples),
                {formatPercent(kept), kept, {}, -1, {}}});
    }
    m_datasets.setTable(table);

    showReview();
    const qint64 dropped = plan.total - plan.exported;
    m_written->set(formatCount(plan.exported),
        tr("of %Ln samples (%1)", nullptr, int(plan.total)).arg(formatPercent(double(plan.exported) / total)),
        plan.exported > 0);
    m_changed->set(formatCount(changed), tr("new gold, open-ended or circular"), changed > 0);
    m_dropped->set(formatCount(dropped), formatPercent(double(dropped) / total), dropped > 0);
    m_export->setEnabled(!m_tracker.isRunning(kExportSlot) && plan.exported > 0);
}

void ExportPage::showReview()
{
    const ExportPlan& plan = m_preview->plan;
    const int unconfirmed = int(plan.unconfirmedDrops.size());
    m_reviewed->setVisible(plan.flagged > 0);
    m_reviewed->setCaution(unconfirmed > 0);
    m_reviewed->set(
        tr("%1 of %Ln flagged samples", nullptr, int(plan.flagged)).arg(formatCount(plan.reviewed)),
        unconfirmed > 0 ? tr("%Ln are dropped on flags that nobody confirmed", nullptr, unconfirmed)
                        : tr("None is dropped on a flag that nobody confirmed"),
        unconfirmed > 0 || !plan.unreviewed.isEmpty());
}

void ExportPage::open(int target)
{
    if (target >= 0 && target < m_targets.size()) {
        SampleFilter filter;
        filter.only = m_targets.at(target).samples;
        context().openSamples(filter, m_targets.at(target).title);
    }
}

void ExportPage::setBusy(bool busy)
{
    // A button that is switched off loses the focus to whatever comes next.
    const bool focused = m_export->hasFocus();
    m_export->setEnabled(!busy);
    m_browse->setEnabled(!busy);
    m_path->setEnabled(!busy);
    if (busy) {
        m_focusAfter = focused;
        if (focused) {
            m_scroll->setFocus();
        }
    } else if (std::exchange(m_focusAfter, false)) {
        m_export->setFocus();
    }
    if (busy) {
        m_progress->follow(&m_tracker, kExportSlot);
    } else {
        m_progress->finish();
    }
}

void ExportPage::startExport()
{
    const std::shared_ptr<Project> project = context().project();
    if (!project || !m_preview || !m_export->isEnabled()) {
        return;
    }
    if (outPath().isEmpty()) {
        notify({Message::Kind::Warning, tr("Say where to write"), tr("Choose a folder first."), {}, {}});
        m_path->setFocus();
        return;
    }
    ExportOptions options;
    options.out = QFileInfo(outPath()).absoluteFilePath();
    options.images = ExportOptions::Images(m_images->currentData().toInt());
    // The plan is made anew: decisions may have been taken since the counts were shown.
    m_tracker.start(
        kExportSlot, tr("Exporting"),
        [project, options, exporter = exporter(),
            selection = ExportSelection{.policy = m_preview->plan.policy.name,
                .dataset = m_dataset->currentData().toString()}](Progress& progress) -> Result<Ending> {
            Ending ending{exporter->run(*project, selection, options, progress), {}};
            const QFileInfo out(options.out);
            if (!ending.result && ending.result.error().code == ErrorCode::AlreadyExists) {
                ending.subfolder = freeSubfolder(out.isDir() ? out.filePath() : out.absolutePath(),
                    QFileInfo(project->path()).completeBaseName() + QStringLiteral("-export"));
            }
            return ending;
        },
        [this](const Result<Ending>& ending) {
            finishExport(ending ? *ending : Ending{tl::unexpected<Error>(ending.error()), {}});
        });
    setBusy(true);
}

void ExportPage::finishExport(const Ending& ending)
{
    const Result<ExportResult>& result = ending.result;
    setBusy(false);
    if (!result) {
        if (result.error().code == ErrorCode::Cancelled) {
            notify({Message::Kind::Info, tr("The export was stopped; nothing was written"), {}, {}, {}});
        } else if (!ending.subfolder.isEmpty()) {
            Message message = Message::of(result.error());
            message.actionText = tr("Export to subfolder “%1”").arg(QFileInfo(ending.subfolder).fileName());
            message.action
                = [this, subfolder = ending.subfolder, project = std::weak_ptr(context().project())] {
                      if (context().project() == project.lock()) {
                          m_path->setText(subfolder);
                          startExport();
                      }
                  };
            notify(message);
        } else {
            notify(result.error());
        }
        return;
    }
    showResult(*result);
}

void ExportPage::showResult(const ExportResult& result)
{
    m_folder = result.folder;
    m_manifest = QString::fromUtf8(QJsonDocument(result.manifest).toJson(QJsonDocument::Indented));
    m_manifestText->setPlainText(m_manifest);
    m_manifestModel.setTable(manifestTable(result.manifest));
    const QJsonObject samples = result.manifest.value(QLatin1String("samples")).toObject();
    m_resultTitle->setText(
        tr("%1 of %Ln samples written", nullptr, samples.value(QLatin1String("total")).toInt())
            .arg(formatCount(samples.value(QLatin1String("exported")).toInteger())));
    QString text = tr("%1: %2").arg(result.folder, result.files.join(QStringLiteral(", ")));
    if (result.imagesMissing > 0) {
        text += u'\n'
            + tr("%Ln images could not be had; their names were kept.", nullptr, int(result.imagesMissing));
    }
    for (const Sentence& note : result.notes) {
        text += u'\n' + sentenceText(note);
    }
    m_resultText->setText(text);
    m_result->show();
    notify({Message::Kind::Success, tr("Exported to %1").arg(result.folder), {}, tr("Open folder"),
        [folder = result.folder] { dialogs::openWithDesktop(folder); }});
    // After the layout has made room for the card.
    QTimer::singleShot(0, this, [this] {
        const QPoint top = m_result->mapTo(m_scroll->widget(), QPoint(0, 0));
        m_scroll->ensureVisible(top.x(), top.y() + 24 * kUnit, 0, 24 * kUnit);
    });
}

} // namespace winnow
