// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/gapspage.h"

#include "core/gaps/strategy.h"
#include "ui/models/preferences.h"
#include "ui/pages/gapscontextualization.h"
#include "ui/pages/gapsdecomposition.h"
#include "ui/pages/gapsfilters.h"
#include "ui/pages/gapslatency.h"
#include "ui/pages/gapsorchestration.h"
#include "ui/pages/gapssummary.h"
#include "ui/pages/gapstiles.h"
#include "ui/pages/gapsvalidation.h"
#include "ui/pages/pricesdialog.h"
#include "ui/util/dialogs.h"
#include "ui/util/format.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/chartcard.h"

#include <QFile>
#include <QFileInfo>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <utility>

namespace winnow {

namespace {

/// From this width on the cards stand in two columns.
constexpr int kTwoColumns = 140 * kUnit;
constexpr qint64 kLargestFile = 1 << 20;
const QString kFileSlot = QStringLiteral("strategy");
const QString kProject = QStringLiteral("project");
const QString kQuestion = QStringLiteral("question");

Result<Strategy> readStrategy(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Io, GapsPage::tr("%1 cannot be read: %2").arg(path, file.errorString()));
    }
    if (file.size() > kLargestFile) {
        return fail(ErrorCode::LimitExceeded,
            GapsPage::tr("%1 is larger than any strategy: %2 bytes").arg(path, formatCount(file.size())));
    }
    return Strategy::fromJson(file.readAll(), QFileInfo(path).fileName());
}

Result<> writeStrategy(const QString& path, const Strategy& strategy)
{
    QSaveFile file(path);
    const QByteArray text = strategy.toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        return fail(ErrorCode::Io, GapsPage::tr("%1 cannot be written: %2").arg(path, file.errorString()),
            GapsPage::tr("Choose a folder that you may write to."));
    }
    return {};
}

QString strategyFilter()
{
    return GapsPage::tr("Strategies (*.json);;All files (*)");
}

} // namespace

GapsPage::GapsPage(AppContext& app)
    : ComputedPage(app, tr("Gaps"), QStringLiteral("insights"), {})
    , m_filters(new GapsFilters(app.session()->subsets()))
    , m_summary(new GapsSummary)
    , m_tiles(new GapsTiles)
    , m_orchestration(new GapsOrchestration)
{
    body()->addWidget(m_filters);
    body()->addWidget(m_summary);
    body()->addWidget(m_tiles);
    buildSections();
    body()->addStretch(1);
    addKey(QStringLiteral("insights.tables"), [this] { ChartCard::toggleTables(cards()); });
    setContent<Content>(
        tr("Measuring the gaps"), [this] { return prepare(); },
        [this](const Content& content) { take(content); });
    connect(m_filters, &GapsFilters::changed, this, &GapsPage::recompute);
    connect(m_filters->prices(), &QPushButton::clicked, this, &GapsPage::showPrices);
    connect(m_tiles, &GapsTiles::asked, this, &GapsPage::goTo);
    connect(m_orchestration, &GapsOrchestration::saveAsked, this, &GapsPage::saveStrategy);
    connect(m_orchestration, &GapsOrchestration::openAsked, this, &GapsPage::openStrategy);
    connect(&Theme::instance(), &Theme::changed, this, &GapsPage::show);
    connect(app.session(), &ProjectSession::storeChanged, this, &GapsPage::follow);
    connect(app.policy(), &PolicyChoice::changed, this, [this] {
        if (m_filters->question().samples.kind == SampleScope::Kind::Kept) {
            outdate();
        }
    });
}

void GapsPage::buildSections()
{
    m_sections = {m_orchestration, new GapsValidation, new GapsContextualization, new GapsLatency,
        new GapsDecomposition};
    for (GapsSection* section : std::as_const(m_sections)) {
        section->arrange(1);
        body()->addWidget(section);
        connect(section, &GapsSection::changed, this, &GapsPage::show);
    }
    for (ChartCard* card : cards()) {
        connect(card, &ChartCard::failed, this, [this](const Error& error) { notify(error); });
        connect(card, &ChartCard::done, this, [this](const QString& text) {
            notify({Message::Kind::Success, text, {}, {}, {}});
        });
    }
}

QVector<ChartCard*> GapsPage::cards() const
{
    QVector<ChartCard*> all;
    for (const GapsSection* section : m_sections) {
        all += section->cards();
    }
    return all;
}

void GapsPage::follow(const ChangeSet& changes)
{
    constexpr auto always = ChangeSet::Samples | ChangeSet::Responses | ChangeSet::Prices;
    constexpr auto ofKept = ChangeSet::Flags | ChangeSet::Decisions;
    const bool kept = m_filters->question().samples.kind == SampleScope::Kind::Kept;
    if (changes.parts & always || (kept && changes.parts & ofKept)) {
        outdate();
    }
}

void GapsPage::outdate()
{
    ++m_revision;
    recompute();
}

void GapsPage::saveState(Preferences& preferences) const
{
    if (const std::shared_ptr<Project>& project = context().project()) {
        preferences.setObject(Preference::GapsQuestion,
            {{kProject, project->ledger().projectUuid()}, {kQuestion, m_filters->question().toJson()}});
    }
}

void GapsPage::restoreState(const Preferences& preferences)
{
    const QJsonObject kept = preferences.object(Preference::GapsQuestion);
    GapsQuestion question = GapsQuestion::fromJson(kept.value(kQuestion).toObject());
    const std::shared_ptr<Project>& project = context().project();
    if (!project || kept.value(kProject).toString() != project->ledger().projectUuid()) {
        // What people wait for and call right is the same in every project; names are not.
        const GapsQuestion other = std::exchange(question, {});
        question.patience = other.patience;
        question.rightFrom = other.rightFrom;
    }
    m_filters->ask(question);
    recompute();
}

void GapsPage::forget()
{
    m_view.reset();
    ++m_revision;
    m_own.clear();
    GapsQuestion question;
    question.patience = m_filters->question().patience;
    question.rightFrom = m_filters->question().rightFrom;
    m_filters->ask(question);
}

void GapsPage::resizeEvent(QResizeEvent* event)
{
    ComputedPage::resizeEvent(event);
    for (GapsSection* section : std::as_const(m_sections)) {
        section->arrange(width() >= kTwoColumns ? 2 : 1);
    }
}

ComputedPage::Work<GapsPage::Content> GapsPage::prepare()
{
    const GapsRequest request{m_filters->question(), context().policy()->policy(), m_own};
    if (request.question.samples.kind == SampleScope::Kind::Kept && request.policy.name.isEmpty()) {
        return {};
    }
    const bool fresh
        = m_view && m_shownRevision == m_revision && m_view->question.readsLike(request.question);
    return [request, known = fresh ? m_view : nullptr, revision = m_revision](
               Project& project, Progress& progress, const auto&) -> Result<Content> {
        auto view = GapsView::of(project, request, known.get(), progress);
        if (!view) {
            return tl::unexpected<Error>(view.error());
        }
        return Content{std::make_shared<const GapsView>(*std::move(view)), revision};
    };
}

void GapsPage::take(const Content& content)
{
    m_view = content.view;
    m_shownRevision = content.revision;
    m_filters->offer(*m_view);
    show();
}

void GapsPage::show()
{
    if (!m_view) {
        return;
    }
    if (m_view->models.isEmpty() && m_view->question.datasets.isEmpty()) {
        header()->setSubtitle({});
        showNothing(QStringLiteral("insights"), tr("No gap to measure yet"),
            tr("Import a benchmark and what the models answered. This page then shows what verifying, "
               "routing, stopping early and steps would gain, and says what else to record."),
            tr("Import responses"), ClickThrough::toPage(QStringLiteral("import")));
        return;
    }
    header()->setSubtitle(tr("%1, %2", "samples, models")
                              .arg(tr("%Ln samples", nullptr, int(m_view->table().size())),
                                  tr("%Ln models", nullptr, int(m_view->table().contenders.size()))));
    m_summary->show(m_view);
    m_tiles->show(*m_view);
    for (GapsSection* section : std::as_const(m_sections)) {
        section->show(m_view);
    }
}

void GapsPage::goTo(Gap gap)
{
    for (const GapsSection* section : std::as_const(m_sections)) {
        if (section->gap() == gap) {
            scroll()->verticalScrollBar()->setValue(section->mapTo(scroll()->widget(), QPoint()).y());
        }
    }
}

void GapsPage::showPrices()
{
    if (context().project()) {
        auto* dialog = new PricesDialog(context().project(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    }
}

void GapsPage::saveStrategy(const Strategy& strategy)
{
    QString path
        = dialogs::saveFile(this, tr("Save the strategy"), QStringLiteral("strategy.json"), strategyFilter());
    if (path.isEmpty()) {
        return;
    }
    if (QFileInfo(path).suffix().isEmpty()) {
        path += QStringLiteral(".json");
    }
    tracker()->start(
        kFileSlot, {}, [path, strategy](Progress&) { return writeStrategy(path, strategy); },
        [this, path](const Result<>& written) {
            written ? notify({Message::Kind::Success, tr("Saved %1").arg(path), {}, {}, {}})
                    : notify(written.error());
        });
}

void GapsPage::openStrategy()
{
    const QString path = dialogs::openFile(this, tr("Open a strategy"), strategyFilter());
    if (path.isEmpty() || !m_view) {
        return;
    }
    struct Opened {
        Strategy strategy;
        /// What is shown then.
        GapsViewPtr view;
    };
    tracker()->start(
        kFileSlot, {},
        [path, view = m_view](Progress&) -> Result<Opened> {
            const auto strategy = readStrategy(path);
            if (!strategy) {
                return tl::unexpected<Error>(strategy.error());
            }
            return view->with(*strategy).map([&](GapsView with) {
                return Opened{*strategy, std::make_shared<const GapsView>(std::move(with))};
            });
        },
        [this, view = m_view](const Result<Opened>& opened) {
            opened ? takeOpened(opened->strategy, view, opened->view) : notify(opened.error());
        });
}

void GapsPage::takeOpened(const Strategy& strategy, const GapsViewPtr& before, const GapsViewPtr& after)
{
    // Once more the same takes the place of the first.
    m_own.removeAll(strategy);
    m_own.append(strategy);
    if (isComputing() || m_view != before) {
        recompute();
        return;
    }
    m_view = after;
    show();
}

} // namespace winnow
