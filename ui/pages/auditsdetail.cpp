// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the Audits page says of one detector: needs, precision, last run, findings.

#include "ui/models/terms.h"
#include "ui/pages/auditspage.h"
#include "ui/util/format.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/numbertableview.h"

#include <QDateTime>
#include <QGridLayout>
#include <QJsonArray>
#include <QLocale>

#include <cmath>

namespace winnow {

namespace {

/// Between mean scores: less is no difference to speak of.
constexpr double kNoticeable = 0.02;

/// Takes the old rows out and gives the widget an empty grid of icon and sentence.
QGridLayout* emptied(QWidget* widget)
{
    qDeleteAll(widget->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    delete widget->layout();
    auto* grid = new QGridLayout(widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kUnit);
    grid->setVerticalSpacing(kUnit / 2);
    grid->setColumnStretch(1, 1);
    return grid;
}

void addLine(QGridLayout* grid, const QString& icon, const QColor& tint, const QString& text, Text::Tone tone)
{
    const int row = grid->rowCount();
    auto* mark = new PlainLabel;
    mark->setPixmap(lineIcon(icon, tint).pixmap(QSize(16, 16), mark->devicePixelRatioF()));
    mark->setFixedSize(18, 18);
    auto* sentence = new Text(text, TextSize::Body, tone);
    sentence->setWordWrap(true);
    sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    grid->addWidget(mark, row, 0, Qt::AlignTop);
    grid->addWidget(sentence, row, 1);
}

} // namespace

void AuditsPage::showNeeds(const DetectorState& state)
{
    QGridLayout* grid = emptied(m_needs);
    const auto& datasets = m_model.overview().datasets;
    for (const Requirement& requirement : state.info().requirements) {
        QStringList lacking;
        QString reason;
        for (const auto& [id, has] : datasets) {
            if (const auto unmet = unmetNeed(requirement, has)) {
                lacking.append(has.dataset);
                reason = sentenceText(*unmet);
            }
        }
        const qsizetype met = datasets.size() - lacking.size();
        const QString title = capitalised(sentenceText(needTitle(requirement)));
        if (lacking.isEmpty()) {
            addLine(grid, QStringLiteral("check"), tokens().positive,
                datasets.size() == 1 ? tr("%1: there").arg(title)
                                     : tr("%1: in all %Ln datasets", nullptr, int(met)).arg(title),
                Text::Tone::Normal);
        } else if (met > 0) {
            addLine(grid, QStringLiteral("check"), tokens().positive,
                tr("%1: in %2 of %3 datasets; missing in %4")
                    .arg(title, formatCount(met), formatCount(datasets.size()),
                        lacking.join(QStringLiteral(", "))),
                Text::Tone::Normal);
        } else {
            addLine(
                grid, QStringLiteral("close"), tokens().negative, capitalised(reason), Text::Tone::Normal);
        }
    }
    for (const Need need : state.info().uses) {
        const Requirement wish{need, 1};
        const bool there = std::any_of(datasets.cbegin(), datasets.cend(),
            [&](const auto& entry) { return !unmetNeed(wish, entry.second); });
        const QString title = capitalised(sentenceText(needTitle(wish)));
        addLine(grid, there ? QStringLiteral("check") : QStringLiteral("info"),
            there ? tokens().positive : tokens().textMuted,
            there ? tr("%1: used too").arg(title) : tr("%1: would be used if there were any").arg(title),
            Text::Tone::Muted);
    }
    m_needs->setVisible(grid->rowCount() > 1);
}

void AuditsPage::showPrecision(const DetectorState& state)
{
    const auto& flags = state.flags;
    const int more = state.reviewsUntilPrecise();
    QStringList lines;
    if (state.total() == 0) {
        lines.append(tr("No flags yet."));
    } else if (!state.precision()) {
        lines.append(tr("Nobody has decided on these flags yet."));
    } else if (flags.open == 0) {
        lines.append(tr("%1 of %Ln decided flags confirmed: %2", nullptr, int(state.decided()))
                         .arg(formatCount(flags.confirmed), formatPercent(state.precision())));
        lines.append(tr("No flag is open: the share is exact."));
    } else {
        const stats::Interval interval = state.precisionInterval();
        lines.append(tr("%1 of %Ln decided flags confirmed; of all %2: %3", nullptr, int(state.decided()))
                         .arg(formatCount(flags.confirmed), formatCount(state.population()),
                             formatPercentInterval(*state.precision(), interval.low, interval.high)));
        const bool differ = std::abs(flags.decidedScore - flags.openScore) >= kNoticeable;
        lines.append((differ
                ? tr("How the decided ones were chosen is not recorded. Their mean score is %1, that of the "
                     "open ones %2: not a random draw, so the share of all flags may differ.")
                : tr("How the decided ones were chosen is not recorded. Their mean score is %1, that of the "
                     "open ones %2, which does not speak against a random draw."))
                         .arg(formatNumber(flags.decidedScore, 2), formatNumber(flags.openScore, 2)));
        if (more == 0) {
            lines.append(tr("Precise to ±5 points."));
        }
    }
    if (more > 0) {
        lines.append(tr("%Ln more random reviews bring it to ±5 points.", nullptr, more));
    }
    if (flags.unsure > 0) {
        lines.append(tr("Unsure flags are left out: %1.").arg(formatCount(flags.unsure)));
    }
    m_precisionText->setText(lines.join(u'\n'));
    NumberTable table;
    table.columns = {{tr("Decision"), false, {}}, {tr("Flags"), true, {}}};
    for (const auto& [flagState, count] :
        {std::pair(FlagState::Open, flags.open), std::pair(FlagState::Confirmed, flags.confirmed),
            std::pair(FlagState::Overridden, flags.overridden), std::pair(FlagState::Unsure, flags.unsure),
            std::pair(FlagState::Disputed, flags.disputed)}) {
        table.rows.append({{flagStateTitle(flagState), {}, {}, -1, {}},
            {formatCount(count), count, {}, count > 0 ? int(flagState) : -1, {}}});
    }
    m_verdicts.setTable(table);
    m_review->setEnabled(AppContext::hasReview() && more > 0);
}

void AuditsPage::showLastRun(const DetectorState& state)
{
    m_runTargets.clear();
    NumberTable table;
    table.columns = {{tr("Dataset"), false, {}}, {tr("New"), true, {}}, {tr("Kept"), true, {}},
        {tr("Resolved"), true, tr("Flags of before that this run no longer raised")},
        {tr("Flags"), true, tr("Flags that this run raised")}, {tr("When"), false, {}}};
    QStringList failures;
    for (const DetectorRun& run : state.runs) {
        const QString dataset = m_model.overview().datasetName(run.datasetId);
        if (run.status == u"failed") {
            const QJsonValue failure = run.summary.value(QLatin1String("failure"));
            failures.append(tr("%1: %2").arg(
                dataset, failure.isArray() ? sentenceText(Sentence::fromJson(failure)) : run.message));
        }
        const auto cell = [&](qint64 count, std::optional<RunChange> change) -> NumberCell {
            const int target = count > 0 ? int(m_runTargets.size()) : -1;
            if (count > 0) {
                m_runTargets.append({run.id, change, dataset});
            }
            return {formatCount(count), count, {}, target, {}};
        };
        const QDateTime at = QDateTime::fromString(run.finishedAt, Qt::ISODateWithMs).toLocalTime();
        table.rows.append(
            {{dataset, {}, {}, -1, {}}, cell(run.added, RunChange::Added), cell(run.kept, RunChange::Kept),
                cell(run.resolved, RunChange::Resolved), cell(run.added + run.kept, std::nullopt),
                {run.status == u"done" ? QLocale().toString(at, QLocale::ShortFormat) : tr("failed"), {}, {},
                    -1, {}}});
    }
    m_runTable->setVisible(!table.isEmpty());
    m_runs.setTable(table);
    m_runText->setText(
        table.isEmpty() ? tr("Not run yet. Nothing is written before a run.") : failures.join(u'\n'));
    m_runText->setTone(failures.isEmpty() ? Text::Tone::Muted : Text::Tone::Negative);
    m_runText->setVisible(!m_runText->text().isEmpty());
}

void AuditsPage::showFindings(const DetectorState& state)
{
    QGridLayout* grid = emptied(m_findings);
    const bool several = m_model.overview().datasets.size() > 1;
    const auto sentence = [&](const DetectorRun& run, QString text) {
        // A number stays with its name.
        text.replace(QStringLiteral("p = "), QStringLiteral("p\u00a0=\u00a0"));
        return several ? tr("%1: %2").arg(m_model.overview().datasetName(run.datasetId), text) : text;
    };
    // What is a reason for concern comes first.
    for (const bool wanted : {true, false}) {
        for (const DetectorRun& run : state.runs) {
            for (const QJsonValue& value : run.summary.value(QLatin1String("findings")).toArray()) {
                const QJsonObject finding = value.toObject();
                if (finding.value(QLatin1String("notable")).toBool() == wanted) {
                    addLine(grid, wanted ? QStringLiteral("warning") : QStringLiteral("info"),
                        wanted ? tokens().caution : tokens().textMuted, sentence(run, summaryText(finding)),
                        wanted ? Text::Tone::Normal : Text::Tone::Muted);
                }
            }
        }
    }
    for (const DetectorRun& run : state.runs) {
        for (const QJsonValue& note : run.summary.value(QLatin1String("notes")).toArray()) {
            addLine(grid, QStringLiteral("note"), tokens().textFaint,
                sentence(run,
                    note.isString() ? detectorText(note.toString()) : sentenceText(Sentence::fromJson(note))),
                Text::Tone::Muted);
        }
    }
    m_findings->setVisible(grid->rowCount() > 1);
}

} // namespace winnow
