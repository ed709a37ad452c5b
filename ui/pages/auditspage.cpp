// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/auditspage.h"

#include "ui/models/preferences.h"
#include "ui/models/terms.h"
#include "ui/pages/auditparameters.h"
#include "ui/pages/auditpreviewcard.h"
#include "ui/pages/auditslist.h"
#include "ui/util/format.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/numbertableview.h"
#include "ui/widgets/style.h"
#include "ui/widgets/workprogress.h"

#include <QComboBox>
#include <QGridLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace winnow {

namespace {

const QString kLoadSlot = QStringLiteral("overview");
/// From this width on precision and parameters stand beside the preview.
constexpr int kTwoColumns = 160 * kUnit;

/// Settings that change something.
QJsonObject withoutDefaults(const QJsonObject& settings)
{
    QJsonObject changing;
    for (const auto& detector : DetectorRegistry::instance().detectors()) {
        const DetectorInfo& info = detector->info();
        const QJsonObject own = settingsFor(info.id, settings);
        for (const ParameterInfo& parameter : info.parameters) {
            const QJsonValue value = own.value(parameter.id);
            if (!value.isUndefined() && value != parameter.defaultValue) {
                changing.insert(info.id + u'.' + parameter.id, value);
            }
        }
    }
    return changing;
}

constexpr int kDescriptionRole = Qt::UserRole + 1;

/// What a preset does, as the tip of its choice and, once chosen, of the box.
void describePreset(QComboBox* box, int index, const AuditPreset& preset)
{
    box->setItemData(index, detectorText(preset.description), kDescriptionRole);
    setTip(box, index, detectorText(preset.description));
}

} // namespace

AuditsPage::AuditsPage(AppContext& app)
    : Page(app)
    , m_tracker(app.jobs())
    , m_header(new PageHeader(tr("Audits"), this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_splitter(new QSplitter(this))
    , m_list(new AuditsList(this))
    , m_progress(new WorkProgress(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHeader();
    layout->addWidget(m_header);
    layout->addWidget(new Rule(Qt::Horizontal));
    layout->addWidget(m_stack, 1);

    auto* left = new QWidget;
    auto* rows = new QVBoxLayout(left);
    rows->setContentsMargins(0, kUnit, 0, 0);
    rows->setSpacing(0);
    m_list->setModel(&m_model);
    rows->addWidget(m_list, 1);
    rows->addWidget(new Rule(Qt::Horizontal));
    rows->addWidget(buildFooter());
    left->setMinimumWidth(30 * kUnit);
    m_splitter->addWidget(left);
    m_splitter->addWidget(buildDetail());
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({41 * kUnit, 100 * kUnit});
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_empty);
    m_stack->setCurrentWidget(m_empty);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex& current) {
            const QString id = current.data(DetectorListModel::DetectorRole).toString();
            if (!id.isEmpty() && id != m_selected) {
                m_selected = id;
                showDetector();
                m_scroll->verticalScrollBar()->setValue(0);
            }
        });
    connect(app.session(), &ProjectSession::storeChanged, this, [this](const ChangeSet& changes) {
        if (changes.parts & (ChangeSet::Samples | ChangeSet::Responses)) {
            m_preview->forgetData();
        }
        if (changes.parts
            & (ChangeSet::Samples | ChangeSet::Responses | ChangeSet::Flags | ChangeSet::Decisions)) {
            m_stale = true;
            // While detectors run, each writes its flags: read once, at the end.
            if (m_active && !isRunning()) {
                load();
            }
        }
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        m_preview->restyle();
        if (const DetectorState* current = state()) {
            showNeeds(*current);
        }
    });
    addKey(QStringLiteral("Ctrl+R"), [this] { m_run->click(); });
    addKey(QStringLiteral("Ctrl+Shift+R"), [this] { m_runAll->click(); });
    setBusy(false);
}

AuditsPage::~AuditsPage()
{
    m_tracker.waitForAll();
}

void AuditsPage::buildHeader()
{
    m_preset = new QComboBox(m_header);
    m_preset->setObjectName(QStringLiteral("preset"));
    m_preset->setAccessibleName(tr("Preset"));
    m_preset->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_preset->addItem(tr("Preset: defaults"), QString());
    for (const AuditPreset& preset : DetectorRegistry::presets()) {
        if (withoutDefaults(preset.settings).isEmpty()) {
            m_preset->setItemText(0, tr("Preset: %1 (default)").arg(detectorText(preset.title)));
            describePreset(m_preset, 0, preset);
            continue;
        }
        m_preset->addItem(tr("Preset: %1").arg(detectorText(preset.title)), preset.id);
        describePreset(m_preset, m_preset->count() - 1, preset);
    }
    m_preset->addItem(tr("Preset: own settings"), QStringLiteral("own"));
    connect(m_preset, &QComboBox::activated, this, &AuditsPage::applyPreset);
    m_runAll = new QPushButton(tr("Run all that can run"), m_header);
    m_runAll->setObjectName(QStringLiteral("runAll"));
    setButtonTone(m_runAll, ButtonTone::Primary);
    connect(m_runAll, &QPushButton::clicked, this, [this] { run({}); });
    m_header->addControl(m_preset);
    m_header->addControl(m_runAll);
}

QWidget* AuditsPage::buildFooter()
{
    m_summary = new Text({}, TextSize::Small, Text::Tone::Muted);
    m_summary->setObjectName(QStringLiteral("runSummary"));
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(m_summary, &PlainLabel::linkActivated, this, [this](const QString& change) {
        QVector<DetectorRunId> runs;
        for (const DetectorState& each : m_model.overview().detectors) {
            for (const DetectorRun& last : each.runs) {
                runs.append(last.id);
            }
        }
        openRun(runs, RunChange(change.toInt()), {});
    });
    // One over the other, so that nothing moves when work starts.
    m_footer = new QStackedWidget;
    for (QWidget* page : {static_cast<QWidget*>(m_summary), static_cast<QWidget*>(m_progress)}) {
        page->setContentsMargins(2 * kUnit, kUnit, 2 * kUnit, kUnit);
        m_footer->addWidget(page);
    }
    return m_footer;
}

QWidget* AuditsPage::buildDetail()
{
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto* content = new QWidget;
    content->setAutoFillBackground(false);
    m_scroll->setWidget(content);
    auto* body = new QVBoxLayout(content);
    body->setContentsMargins(3 * kUnit, 2 * kUnit, 3 * kUnit, 3 * kUnit);
    body->setSpacing(2 * kUnit);

    auto* about = new QVBoxLayout;
    about->setSpacing(kUnit / 2);
    auto* top = new QHBoxLayout;
    top->setSpacing(kUnit);
    m_title = new Text({}, TextSize::Heading);
    m_run = new QPushButton(tr("Run this detector"));
    m_run->setObjectName(QStringLiteral("runOne"));
    connect(m_run, &QPushButton::clicked, this, [this] { run({m_selected}); });
    top->addWidget(m_title, 1);
    top->addWidget(m_run);
    about->addLayout(top);
    m_description = new Text({}, TextSize::Body, Text::Tone::Muted);
    m_description->setWordWrap(true);
    about->addWidget(m_description);
    m_source = new Text({}, TextSize::Small, Text::Tone::Faint);
    m_source->setWordWrap(true);
    m_source->setTextInteractionFlags(Qt::TextSelectableByMouse);
    about->addWidget(m_source);
    m_needs = new QWidget;
    m_needs->setObjectName(QStringLiteral("needs"));
    about->addSpacing(kUnit / 2);
    about->addWidget(m_needs);
    body->addLayout(about);

    m_preview = new AuditPreviewCard(context().jobs());
    m_parameters = new AuditParameters;
    connect(m_preview, &AuditPreviewCard::failed, this, [this](const Error& error) { notify(error); });
    connect(m_preview, &AuditPreviewCard::done, this, [this](const QString& text) {
        notify({Message::Kind::Success, text, {}, {}, {}});
    });
    connect(m_preview, &AuditPreviewCard::importWanted, this,
        [this] { context().goTo(QStringLiteral("import")); });
    connect(m_preview, &AuditPreviewCard::samplesChosen, this,
        [this](const QVector<SampleId>& samples, const QString& title) {
            SampleFilter filter;
            filter.only = samples;
            context().openSamples(filter, title);
        });
    connect(m_preview, &AuditPreviewCard::parameterChosen, this,
        [this](const QString& id, double value) { m_parameters->setValue(id, value); });
    connect(m_parameters, &AuditParameters::changed, this, &AuditsPage::takeParameters);

    m_grid = new QGridLayout;
    m_grid->setSpacing(2 * kUnit);
    m_lastRun = buildLastRun();
    m_side = new QWidget;
    auto* side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(2 * kUnit);
    side->addWidget(buildPrecision());
    side->addWidget(m_parameters);
    arrange(false);
    body->addLayout(m_grid);
    body->addStretch(1);
    return m_scroll;
}

QWidget* AuditsPage::buildPrecision()
{
    auto* card = new Card;
    card->body()->addWidget(new Text(tr("Precision from decisions"), TextSize::Heading));
    m_precisionText = new Text({}, TextSize::Body);
    m_precisionText->setWordWrap(true);
    m_precisionText->setObjectName(QStringLiteral("precisionText"));
    card->body()->addWidget(m_precisionText);
    auto* table = new NumberTableView;
    table->setNumbers(&m_verdicts);
    table->setObjectName(QStringLiteral("verdictTable"));
    table->setAccessibleName(tr("Flags by decision"));
    card->body()->addWidget(table);
    connect(table, &NumberTableView::targetActivated, this,
        [this](int target) { openFlags({}, FlagState(target)); });
    m_review = new QPushButton(tr("Review until precise"));
    m_review->setObjectName(QStringLiteral("reviewUntilPrecise"));
    setTip(m_review,
        tr("Opens a random queue of this detector's open flags, so that the share confirmed "
           "is an unbiased estimate"));
    connect(m_review, &QPushButton::clicked, this, &AuditsPage::reviewUntilPrecise);
    auto* line = new QHBoxLayout;
    line->addWidget(m_review);
    line->addStretch(1);
    card->body()->addLayout(line);
    return card;
}

QWidget* AuditsPage::buildLastRun()
{
    auto* card = new Card;
    card->body()->addWidget(new Text(tr("Last run"), TextSize::Heading));
    m_runText = new Text({}, TextSize::Body, Text::Tone::Muted);
    m_runText->setWordWrap(true);
    card->body()->addWidget(m_runText);
    m_runTable = new NumberTableView;
    m_runTable->setNumbers(&m_runs);
    m_runTable->setObjectName(QStringLiteral("runTable"));
    m_runTable->setAccessibleName(tr("Last run by dataset"));
    m_runTable->setVisibleRows(20);
    card->body()->addWidget(m_runTable);
    connect(m_runTable, &NumberTableView::targetActivated, this, [this](int target) {
        const RunTarget chosen = m_runTargets.value(target);
        if (chosen.change) {
            openRun({chosen.run}, *chosen.change, chosen.dataset);
        } else {
            openFlags(chosen.dataset);
        }
    });
    m_findings = new QWidget;
    m_findings->setObjectName(QStringLiteral("findings"));
    card->body()->addWidget(m_findings);
    return card;
}

QVector<KeyHelp> AuditsPage::keys() const
{
    return {{QStringLiteral("↑ ↓"), tr("Another detector")},
        {QStringLiteral("Ctrl+R"), tr("Run this detector")},
        {QStringLiteral("Ctrl+Shift+R"), tr("Run all that can run")},
        {QStringLiteral("← →"), tr("Move the threshold of the histogram")},
        {QStringLiteral("Shift+← →"), tr("Move it by ten steps")},
        {QStringLiteral("Enter"), tr("Open the sample or the samples behind a number")}};
}

void AuditsPage::saveState(Preferences& preferences) const
{
    preferences.set(Preference::AuditsDetector, m_selected);
    preferences.setObject(Preference::AuditsSettings, m_settings);
    preferences.set(Preference::AuditsSplitter, m_splitter->saveState());
}

void AuditsPage::restoreState(const Preferences& preferences)
{
    m_selected = preferences.text(Preference::AuditsDetector);
    const QJsonObject saved = preferences.object(Preference::AuditsSettings);
    m_settings = {};
    for (const auto& detector : DetectorRegistry::instance().detectors()) {
        // A setting of another version that no longer fits is forgotten, not run.
        const DetectorInfo& info = detector->info();
        const QJsonObject own = settingsFor(info.id, saved);
        if (const auto fits = resolveParameters(info.id, info.parameters, own)) {
            for (auto it = own.constBegin(); it != own.constEnd(); ++it) {
                m_settings.insert(info.id + u'.' + it.key(), it.value());
            }
        }
    }
    showPreset();
    m_splitter->restoreState(preferences.bytes(Preference::AuditsSplitter));
}

void AuditsPage::projectChanged()
{
    m_tracker.cancelAll();
    setBusy(false);
    m_stale = true;
    m_model.setOverview({});
    m_preview->forgetData();
    m_preview->setDetector(nullptr, nullptr, {});
    m_empty->set(QStringLiteral("audits"), tr("Reading…"), {});
    m_empty->clearActions();
    m_stack->setCurrentWidget(m_empty);
    if (m_active) {
        load();
    }
}

void AuditsPage::activated()
{
    m_active = true;
    m_wantsFocus = !m_list->isVisible();
    if (!m_wantsFocus) {
        m_list->setFocus();
    }
    if (m_stale) {
        load();
    }
}

void AuditsPage::deactivated()
{
    m_active = false;
}

void AuditsPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    arrange(width() >= kTwoColumns);
}

void AuditsPage::arrange(bool wide)
{
    if (wide) {
        m_grid->addWidget(m_preview, 0, 0, Qt::AlignTop);
        m_grid->addWidget(m_lastRun, 1, 0, Qt::AlignTop);
        m_grid->addWidget(m_side, 0, 1, 3, 1, Qt::AlignTop);
    } else {
        m_grid->addWidget(m_preview, 0, 0, Qt::AlignTop);
        m_grid->addWidget(m_side, 1, 0, Qt::AlignTop);
        m_grid->addWidget(m_lastRun, 2, 0, Qt::AlignTop);
    }
    m_grid->setRowStretch(2, wide ? 1 : 0);
    m_grid->setColumnStretch(0, 3);
    m_grid->setColumnStretch(1, wide ? 2 : 0);
}

void AuditsPage::load()
{
    const std::shared_ptr<Project> project = context().project();
    if (!project) {
        return;
    }
    m_stale = false;
    m_tracker.start(
        kLoadSlot, {}, [project](Progress&) { return AuditOverview::load(*project); },
        [this](const Result<AuditOverview>& overview) { take(overview); });
}

void AuditsPage::take(const Result<AuditOverview>& overview)
{
    if (!overview) {
        m_stale = true;
        notify(overview.error());
        return;
    }
    m_model.setOverview(*overview);
    if (overview->datasets.isEmpty()) {
        m_empty->set(QStringLiteral("audits"), tr("Nothing to audit yet"),
            tr("Import a benchmark and what the models answered. Detectors then look for samples that "
               "measure "
               "nothing."));
        m_empty->clearActions();
        m_empty->addAction(tr("Import a benchmark"), [this] { context().goTo(QStringLiteral("import")); });
        m_stack->setCurrentWidget(m_empty);
        m_runAll->setEnabled(false);
        return;
    }
    setBusy(isRunning());
    m_stack->setCurrentWidget(m_splitter);
    // The list could not take the focus while it was hidden behind "Reading…".
    if (m_active
        && (!window()->focusWidget() || !window()->focusWidget()->isVisibleTo(window()) || m_wantsFocus)) {
        m_list->setFocus();
    }
    m_wantsFocus = false;
    if (!selectDetector(m_selected)) {
        selectDetector(overview->detectors.first().info().id);
    }
    showDetector();
}

bool AuditsPage::selectDetector(const QString& id)
{
    const int row = m_model.rowOf(id);
    if (row < 0) {
        return false;
    }
    m_list->setCurrentIndex(m_model.index(row));
    return true;
}

void AuditsPage::showDetector()
{
    const DetectorState* current = state();
    if (!current) {
        return;
    }
    const DetectorInfo& info = current->info();
    m_title->setText(detectorText(info.title));
    m_description->setText(detectorText(info.description));
    m_source->setText(tr("Source: %1").arg(info.source));
    const QJsonObject overrides = settingsFor(info.id, m_settings);
    m_parameters->setParameters(info.id, info.parameters, overrides);
    m_preview->setOverrides(overrides);
    m_preview->setDetector(context().project(), current, m_model.overview());
    showNeeds(*current);
    showPrecision(*current);
    showLastRun(*current);
    showFindings(*current);
    setBusy(isRunning());
}

void AuditsPage::applyPreset()
{
    const QString id = m_preset->currentData().toString();
    if (id == u"own") {
        showPreset();
        return;
    }
    m_settings = {};
    m_chosenPreset = id;
    if (const AuditPreset* preset = DetectorRegistry::preset(id)) {
        m_settings = withoutDefaults(preset->settings);
    }
    if (const DetectorState* current = state()) {
        const QJsonObject overrides = settingsFor(m_selected, m_settings);
        m_parameters->setParameters(m_selected, current->info().parameters, overrides);
        m_preview->setOverrides(overrides);
    }
    showPreset();
}

void AuditsPage::showPreset()
{
    QString id = m_settings.isEmpty() ? QString() : QStringLiteral("own");
    for (const AuditPreset& preset : DetectorRegistry::presets()) {
        if (!m_settings.isEmpty() && withoutDefaults(preset.settings) == m_settings) {
            // Two recipes may come to the same settings here: the one that was chosen stays.
            id = preset.id;
            if (id == m_chosenPreset) {
                break;
            }
        }
    }
    m_preset->setCurrentIndex(m_preset->findData(id));
    setTip(m_preset, m_preset->currentData(kDescriptionRole).toString());
}

void AuditsPage::takeParameters()
{
    const QString prefix = m_selected + u'.';
    const QStringList names = m_settings.keys();
    for (const QString& name : names) {
        if (name.startsWith(prefix)) {
            m_settings.remove(name);
        }
    }
    const QJsonObject overrides = m_parameters->overrides();
    for (auto it = overrides.constBegin(); it != overrides.constEnd(); ++it) {
        m_settings.insert(prefix + it.key(), it.value());
    }
    m_preview->setOverrides(overrides);
    showPreset();
}

} // namespace winnow
