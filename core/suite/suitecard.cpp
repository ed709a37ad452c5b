// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/suite/suitecard.h"

#include "core/domain/flagkind.h"

#include <QFileInfo>

#include <cmath>

namespace winnow {

namespace {

/// Letters that mean something in a table of Markdown or in HTML stay letters.
QString plain(const QString& text)
{
    QString safe = text.simplified();
    for (const char16_t mark : {u'\\', u'|', u'`', u'*', u'_', u'[', u']', u'#'}) {
        safe.replace(QChar(mark), u'\\' + QString(QChar(mark)));
    }
    return safe.replace(u'<', QStringLiteral("&lt;"));
}

QString number(double value, int decimals)
{
    return std::isnan(value) ? QStringLiteral("-") : QString::number(value, 'f', decimals);
}

QString share(qint64 part, qint64 whole)
{
    return whole > 0 ? number(100.0 * double(part) / double(whole), 1) + u'%' : QStringLiteral("-");
}

QString row(const QStringList& cells)
{
    return QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
}

QString head(const QStringList& cells)
{
    QStringList rule;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        rule.append(QStringLiteral("---"));
    }
    return row(cells) + row(rule);
}

QString reasonTitle(const QString& reason)
{
    const FlagKind* kind = flagKindById(reason);
    return kind                 ? QString::fromLatin1(kind->title)
        : reason == u"decision" ? QStringLiteral("A person decided")
                                : plain(reason);
}

QString figure(const SubsetFigures& figures, const SubsetFigures& random, OverSplits SubsetFigures::*which)
{
    if (figures.isEmpty()) {
        return QStringLiteral("-");
    }
    QString text = number((figures.*which).mean, 2);
    if (!random.isEmpty()) {
        text += QStringLiteral(" (random %1)").arg(number((random.*which).mean, 2));
    }
    return text;
}

QString sources(const SuiteResult& result)
{
    QString text = QStringLiteral("## What it was made from\n\n")
        + head({QStringLiteral("dataset"), QStringLiteral("file"), QStringLiteral("sha256"),
            QStringLiteral("samples"), QStringLiteral("in DatBench-Full"), QStringLiteral("removed")});
    QStringList generated;
    for (const ExportPlan::DatasetPart& part : result.full.first().plan.datasets) {
        const qint64 all = part.samples.size();
        const qint64 kept = part.items.size();
        text += row({plain(part.dataset.name), plain(QFileInfo(part.dataset.sourcePath).fileName()),
            QString::fromLatin1(part.dataset.sourceHash.toHex().left(12)), QString::number(all),
            QString::number(kept), share(all - kept, all)});
        if (part.dataset.generated) {
            generated.append(plain(part.dataset.name));
        }
    }
    if (!generated.isEmpty()) {
        text += QStringLiteral("\nGenerated, not measured: %1.\n").arg(generated.join(QStringLiteral(", ")));
    }
    return text;
}

QString removals(const SuiteResult& result)
{
    const ExportPlan& plan = result.full.first().plan;
    QString text = QStringLiteral("\n## What was removed or changed, and why\n\nPolicy `%1`: %2\n\n")
                       .arg(plan.policy.name, plan.policy.description)
        + head({QStringLiteral("what became of them"), QStringLiteral("samples")});
    for (auto it = plan.dispositions.constBegin(); it != plan.dispositions.constEnd(); ++it) {
        text += row({it.key(), QString::number(it.value())});
    }
    text += u'\n' + head({QStringLiteral("reason"), QStringLiteral("samples")});
    for (auto it = plan.reasons.constBegin(); it != plan.reasons.constEnd(); ++it) {
        text += row({reasonTitle(it.key()), QString::number(it.value())});
    }
    text
        += QStringLiteral("\n%1 of %2 flagged samples were reviewed by people; %3 were dropped on flags that "
                          "nobody confirmed. A sample with two reasons counts in both.\n")
               .arg(plan.reviewed)
               .arg(plan.flagged)
               .arg(plan.unconfirmedDrops.size());
    return text;
}

QString smallSets(const SuiteResult& result, const SuiteRequest& request)
{
    QString text
        = QStringLiteral("\n## DatBench: the small sets\n\nMethod `%1`, at most %2 samples a capability, "
                         "seed %3. Ranking kept is Kendall's tau on models that the sets were chosen "
                         "without, a mean over splits; beside it random sets of the same size.\n\n")
              .arg(request.method)
              .arg(request.budget)
              .arg(request.seed)
        + head({QStringLiteral("capability"), QStringLiteral("samples"), QStringLiteral("speed-up"),
            QStringLiteral("ranking, unseen models"), QStringLiteral("ranking, stronger models"),
            QStringLiteral("discrimination kept"), QStringLiteral("saved")});
    QString obstacles;
    for (const SuitePart& part : result.parts) {
        if (!part.report) {
            text += row({plain(part.capability), QString::number(part.samples), QStringLiteral("1.0x"), {},
                {}, {}, {}});
            obstacles += QStringLiteral("- %1: %2; all that cleaning left is in.\n")
                             .arg(plain(part.capability), plain(part.obstacle.english()));
            continue;
        }
        const SubsetReport& report = *part.report;
        const double dollars = report.saving.dollarsOfAll - report.saving.dollars;
        const double seconds = report.saving.secondsOfAll - report.saving.seconds;
        const QString saved = !std::isnan(dollars) ? number(dollars, 2) + QStringLiteral(" USD")
            : !std::isnan(seconds)                 ? number(seconds / 3600, 1) + QStringLiteral(" h")
                                                   : QStringLiteral("-");
        text += row(
            {plain(part.capability), QString::number(part.samples), number(report.saving.speedUp(), 1) + u'x',
                figure(report.alike, report.alikeRandom, &SubsetFigures::kendall),
                figure(report.stronger, report.strongerRandom, &SubsetFigures::kendall),
                report.alike.isEmpty() ? QStringLiteral("-")
                                       : number(100 * report.alike.discrimination.mean, 0) + u'%',
                saved});
        for (const Sentence& warning : report.warnings) {
            obstacles += QStringLiteral("- %1: %2\n").arg(plain(part.capability), plain(warning.english()));
        }
    }
    return obstacles.isEmpty() ? text : text + u'\n' + obstacles;
}

} // namespace

QByteArray suiteCard(const SuiteResult& result, const SuiteRequest& request)
{
    const ExportPlan& full = result.full.first().plan;
    const ExportPlan& small = result.small.first().plan;
    QString text = QStringLiteral("# A DatBench suite\n\n"
                                  "Made by Winnow %1 after DatBench (arXiv 2601.02316): `DatBench-Full` is "
                                  "what cleaning leaves, `DatBench` a "
                                  "small set for each capability that tells models apart.\n\n")
                       .arg(QStringLiteral(WINNOW_VERSION));
    text += head({QStringLiteral("set"), QStringLiteral("samples"), QStringLiteral("of the sources")});
    text += row({QStringLiteral("sources"), QString::number(full.total), QStringLiteral("100%")});
    text += row(
        {QStringLiteral("DatBench-Full"), QString::number(full.exported), share(full.exported, full.total)});
    text += row(
        {QStringLiteral("DatBench"), QString::number(small.exported), share(small.exported, full.total)});
    text += u'\n' + sources(result) + removals(result) + smallSets(result, request);
    text += QStringLiteral(
        "\n## What to know before quoting a score\n\n"
        "The small sets are chosen for telling models apart: the plain mean over them is no "
        "estimate of the accuracy on the whole. Every folder has a `manifest.json` with the "
        "hashes of its files, the policy, the decisions and the detectors with their "
        "parameters; `winnow-cli export --from-manifest` makes the same bytes again.\n");
    return text.toUtf8();
}

} // namespace winnow
