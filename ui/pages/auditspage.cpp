// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/auditspage.h"

#include "ui/models/auditopenings.h"
#include "ui/models/preferences.h"
#include "ui/models/terms.h"
#include "ui/pages/auditabout.h"
#include "ui/pages/auditdetail.h"
#include "ui/pages/auditpreviewcard.h"
#include "ui/pages/auditsfooter.h"
#include "ui/pages/auditsheader.h"
#include "ui/pages/auditslist.h"
#include "ui/util/format.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace winnow {

namespace {

/// From this width on precision and parameters stand beside the preview.
constexpr int kTwoColumns = 160 * kUnit;

} // namespace

AuditsPage::AuditsPage(AppContext& app)
    : Page(app)
    , m_audit(std::make_unique<AuditController>(app.jobs()))
    , m_header(new AuditsHeader(*m_audit))
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState)
    , m_splitter(new QSplitter)
    , m_list(new AuditsList)
    , m_footer(new AuditsFooter(*m_audit))
    , m_detail(new AuditDetail(*m_audit, app.jobs()))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(new Rule(Qt::Horizontal));
    layout->addWidget(m_stack, 1);
    m_splitter->addWidget(makeLeft());
    m_splitter->addWidget(m_detail);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({41 * kUnit, 100 * kUnit});
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_empty);
    connectViews();
    connectAudit();
    addKey(QStringLiteral("audits.run"), [this] { m_detail->about()->runThis()->click(); });
    addKey(QStringLiteral("audits.runAll"), [this] { m_header->runAll()->click(); });
    show(AuditChange::Stage | AuditChange::Overview | AuditChange::Running);
}

AuditsPage::~AuditsPage()
{
    // The list goes after what it shows.
    m_list->setModel(nullptr);
}

QWidget* AuditsPage::makeLeft()
{
    auto* left = new QWidget;
    auto* rows = new QVBoxLayout(left);
    rows->setContentsMargins(0, kUnit, 0, 0);
    rows->setSpacing(0);
    m_list->setModel(m_audit->detectors());
    rows->addWidget(m_list, 1);
    rows->addWidget(new Rule(Qt::Horizontal));
    rows->addWidget(m_footer);
    left->setMinimumWidth(30 * kUnit);
    return left;
}

void AuditsPage::connectViews()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex& current) {
            m_audit->select(current.data(DetectorListModel::DetectorRole).toString());
        });
    connect(
        m_detail->preview(), &AuditPreviewCard::failed, this, [this](const Error& error) { notify(error); });
    connect(m_detail->preview(), &AuditPreviewCard::done, this, [this](const QString& text) {
        notify({Message::Kind::Success, text, {}, {}, {}});
    });
    connect(&Theme::instance(), &Theme::changed, m_detail, &AuditDetail::restyle);
}

void AuditsPage::connectAudit()
{
    AuditController* audit = m_audit.get();
    connect(context().session(), &ProjectSession::storeChanged, audit, &AuditController::storeChanged);
    connect(audit, &AuditController::changed, this, &AuditsPage::show);
    connect(audit, &AuditController::finished, this, &AuditsPage::tellFinished);
    connect(audit, &AuditController::failed, this, [this](const Error& error) { notify(error); });
    connect(audit, &AuditController::stopped, this, [this] {
        notify({Message::Kind::Info, tr("The audit was stopped; what was found up to then is kept"), {}, {},
            {}});
    });
}

void AuditsPage::goBackTo(const PagePlace& place)
{
    m_audit->select(place.own.toString());
    Page::goBackTo(place);
}

void AuditsPage::saveState(Preferences& preferences) const
{
    preferences.set(Preference::AuditsDetector, m_audit->selected());
    preferences.setObject(Preference::AuditsSettings, m_audit->settings().values());
    preferences.set(Preference::AuditsSplitter, m_splitter->saveState());
}

void AuditsPage::restoreState(const Preferences& preferences)
{
    m_audit->restore(
        preferences.text(Preference::AuditsDetector), preferences.object(Preference::AuditsSettings));
    m_splitter->restoreState(preferences.bytes(Preference::AuditsSplitter));
}

void AuditsPage::projectChanged()
{
    m_audit->setProject(context().project());
}

void AuditsPage::activated()
{
    m_active = true;
    m_wantsFocus = !m_list->isVisible();
    if (!m_wantsFocus) {
        m_list->setFocus();
    }
    m_audit->setActive(true);
}

void AuditsPage::deactivated()
{
    m_active = false;
    m_audit->setActive(false);
}

void AuditsPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_detail->arrange(width() >= kTwoColumns);
}

void AuditsPage::show(AuditChanges changes)
{
    if (changes & AuditChange::Data) {
        m_detail->preview()->forgetData();
    }
    if (changes & AuditChange::Stage) {
        showStage();
    }
    if (const int row = m_audit->detectors()->rowOf(m_audit->selected());
        row >= 0 && changes & (AuditChange::Detector | AuditChange::Overview)) {
        m_list->setCurrentIndex(m_audit->detectors()->index(row));
    }
    if (changes & AuditChange::Standing) {
        m_detail->showDetector();
    }
    if (changes & AuditChange::Detector) {
        m_detail->toTop();
    }
    if (changes & AuditChange::Settings) {
        m_header->showPreset();
        m_detail->showSettings();
    }
    if (changes & AuditChange::Overview) {
        m_footer->showSummary();
    }
    if (changes & AuditChange::Running) {
        m_footer->showRunning();
    }
    if (changes & (AuditChange::Overview | AuditChange::Detector | AuditChange::Running)) {
        m_header->showRunning();
        m_detail->about()->showRunning();
    }
}

void AuditsPage::showStage()
{
    if (m_audit->stage() == AuditController::Stage::Detectors) {
        m_stack->setCurrentWidget(m_splitter);
        takeFocus();
        return;
    }
    m_empty->clearActions();
    if (m_audit->stage() == AuditController::Stage::Empty) {
        m_empty->set(QStringLiteral("audits"), tr("Nothing to audit yet"),
            tr("Import a benchmark and what the models answered. Detectors then look for samples that "
               "measure nothing."));
        m_empty->addAction(tr("Import a benchmark"), [this] { context().goTo(QStringLiteral("import")); });
    } else {
        m_empty->set(QStringLiteral("audits"), tr("Reading…"), {});
        m_detail->showDetector();
    }
    m_stack->setCurrentWidget(m_empty);
}

// The list could not take the focus while it was hidden behind "Reading…".
void AuditsPage::takeFocus()
{
    const QWidget* focused = window()->focusWidget();
    if (m_active && (!focused || !focused->isVisibleTo(window()) || m_wantsFocus)) {
        m_list->setFocus();
    }
    m_wantsFocus = false;
}

void AuditsPage::tellFinished(const AuditReport& report)
{
    const QString text = tr("%Ln new flags, %1 kept, %2 resolved", nullptr, int(report.added))
                             .arg(formatCount(report.kept), formatCount(report.resolved));
    QStringList failures;
    for (const DetectorOutcome& outcome : report.outcomes) {
        if (outcome.state == DetectorOutcome::State::Failed) {
            const Detector* failed = DetectorRegistry::instance().find(outcome.detector);
            failures.append(QStringLiteral("%1, %2: %3")
                                .arg(failed ? detectorText(failed->info().title) : outcome.detector,
                                    outcome.dataset, sentenceText(outcome.message)));
        }
    }
    if (!failures.isEmpty()) {
        notify(
            {Message::Kind::Error, tr("%Ln runs failed, the others went on", nullptr, int(failures.size())),
                failures.join(u'\n') + u'\n' + text, {}, {}});
        return;
    }
    const bool anyNew = report.added > 0;
    notify({Message::Kind::Success, text, {}, anyNew ? tr("Show the new ones") : tr("Show open flags"),
        [this, open = anyNew ? AuditOpenings::ofNew(report) : AuditOpenings::ofOpenFlags()] {
            context().open(open, this);
        }});
}

} // namespace winnow
