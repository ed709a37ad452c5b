// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/auditlastrun.h"

#include "ui/models/auditopenings.h"
#include "ui/models/terms.h"
#include "ui/pages/auditlines.h"
#include "ui/util/format.h"
#include "ui/widgets/datatable.h"

#include <QDateTime>
#include <QJsonArray>
#include <QLocale>
#include <QVBoxLayout>

namespace winnow {

namespace {

NumberCell wordCell(const QString& text)
{
    NumberCell cell;
    cell.text = text;
    return cell;
}

NumberCell countCell(qint64 count, const ClickThrough& open)
{
    NumberCell cell = wordCell(formatCount(count));
    cell.value = count;
    if (count > 0) {
        cell.open = open;
    }
    return cell;
}

} // namespace

AuditLastRun::AuditLastRun(QWidget* parent)
    : Card(parent)
    , m_text(new Text({}, TextSize::Body, Text::Tone::Muted))
    , m_table(new DataTable)
    , m_findings(new AuditLines(QStringLiteral("findings")))
{
    body()->addWidget(new Text(tr("Last run"), TextSize::Heading));
    m_text->setWordWrap(true);
    body()->addWidget(m_text);
    m_table->setModel(&m_runs);
    m_table->setSorts();
    m_table->setWideColumn(0);
    m_table->setObjectName(QStringLiteral("runTable"));
    m_table->setAccessibleName(tr("Last run by dataset"));
    m_table->setFitsRows(20);
    body()->addWidget(m_table);
    body()->addWidget(m_findings);
}

void AuditLastRun::showDetector(const DetectorState& state, const AuditOverview& overview)
{
    const NumberTable table = changesOf(state, overview);
    const QStringList failures = failuresOf(state, overview);
    m_table->setVisible(!table.isEmpty());
    m_runs.setTable(table);
    m_text->setText(
        table.isEmpty() ? tr("Not run yet. Nothing is written before a run.") : failures.join(u'\n'));
    m_text->setTone(failures.isEmpty() ? Text::Tone::Muted : Text::Tone::Negative);
    m_text->setVisible(!m_text->text().isEmpty());
    showFindings(state, overview);
}

NumberTable AuditLastRun::changesOf(const DetectorState& state, const AuditOverview& overview)
{
    NumberTable table;
    table.columns = {{tr("Dataset"), false, {}}, {tr("New"), true, {}}, {tr("Kept"), true, {}},
        {tr("Resolved"), true, tr("Flags of before that this run no longer raised")},
        {tr("Flags"), true, tr("Flags that this run raised")}, {tr("When"), false, {}}};
    for (const DetectorRun& run : state.runs) {
        const QString dataset = overview.datasetName(run.datasetId);
        const auto changed = [&](qint64 count, RunChange change) {
            return countCell(count, AuditOpenings::ofRun(state, run, dataset, change));
        };
        const QDateTime at = QDateTime::fromString(run.finishedAt, Qt::ISODateWithMs).toLocalTime();
        table.rows.append({wordCell(dataset), changed(run.added, RunChange::Added),
            changed(run.kept, RunChange::Kept), changed(run.resolved, RunChange::Resolved),
            countCell(run.added + run.kept, AuditOpenings::ofFlags(state, dataset)),
            wordCell(run.status == u"done" ? QLocale().toString(at, QLocale::ShortFormat) : tr("failed"))});
    }
    return table;
}

QStringList AuditLastRun::failuresOf(const DetectorState& state, const AuditOverview& overview)
{
    QStringList failures;
    for (const DetectorRun& run : state.runs) {
        if (run.status == u"failed") {
            const QJsonValue failure = run.summary.value(QLatin1String("failure"));
            failures.append(tr("%1: %2").arg(overview.datasetName(run.datasetId),
                failure.isArray() ? sentenceText(Sentence::fromJson(failure)) : run.message));
        }
    }
    return failures;
}

void AuditLastRun::showFindings(const DetectorState& state, const AuditOverview& overview)
{
    m_findings->clear();
    const bool several = overview.datasets.size() > 1;
    const auto sentence = [&](const DetectorRun& run, QString text) {
        // A number stays with its name.
        text.replace(QStringLiteral("p = "), QStringLiteral("p\u00a0=\u00a0"));
        return several ? tr("%1: %2").arg(overview.datasetName(run.datasetId), text) : text;
    };
    // What is a reason for concern comes first.
    for (const bool wanted : {true, false}) {
        for (const DetectorRun& run : state.runs) {
            for (const QJsonValue& value : run.summary.value(QLatin1String("findings")).toArray()) {
                const QJsonObject finding = value.toObject();
                if (finding.value(QLatin1String("notable")).toBool() == wanted) {
                    m_findings->add(wanted ? QStringLiteral("warning") : QStringLiteral("info"),
                        wanted ? tokens().caution : tokens().textMuted, sentence(run, summaryText(finding)),
                        wanted ? Text::Tone::Normal : Text::Tone::Muted);
                }
            }
        }
    }
    for (const DetectorRun& run : state.runs) {
        for (const QJsonValue& note : run.summary.value(QLatin1String("notes")).toArray()) {
            m_findings->add(QStringLiteral("note"), tokens().textFaint,
                sentence(run,
                    note.isString() ? detectorText(note.toString()) : sentenceText(Sentence::fromJson(note))),
                Text::Tone::Muted);
        }
    }
    m_findings->done();
}

} // namespace winnow
