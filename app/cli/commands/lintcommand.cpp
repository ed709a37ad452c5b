// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/lintcommand.h"

#include "core/import/linter.h"

#include <QJsonArray>

namespace winnow::cli {

Command::Description LintCommand::description() const
{
    return {QStringLiteral("lint"), QStringLiteral("FILE..."),
        QStringLiteral("Reports what a benchmark file loses in other readers, without importing it"),
        {valueOption("map", "which column feeds a field; may be given again", "FIELD=COLUMN"),
            valueOption("images", "the folder that image paths are relative to", "DIR")}};
}

int LintCommand::run(Context& context) const
{
    ImportRequest request;
    request.imagesDir = context.value("images");
    for (const QString& text : context.values("map")) {
        const qsizetype equals = text.indexOf(u'=');
        if (equals <= 0) {
            return context.usage(QStringLiteral("--map takes FIELD=COLUMN, not \"%1\"").arg(text));
        }
        request.map.append({text.left(equals), text.mid(equals + 1)});
    }
    QJsonArray files;
    qint64 total = 0;
    for (const QString& file : context.arguments) {
        request.file = file;
        auto report = lintFile(request, context.progress);
        if (!report) {
            return context.failed(report.error());
        }
        total += report->total();
        QJsonObject counts;
        QJsonArray findings;
        for (auto it = report->counts.constBegin(); it != report->counts.constEnd(); ++it) {
            counts.insert(it.key(), it.value());
        }
        for (const LintFinding& finding : report->findings) {
            findings.append(QJsonObject{{QStringLiteral("rule"), finding.rule},
                {QStringLiteral("line"), finding.issue.line},
                {QStringLiteral("column"), finding.issue.column},
                {QStringLiteral("found"), finding.issue.found.english()},
                {QStringLiteral("expected"), finding.issue.expected.english()},
                {QStringLiteral("sample"), finding.issue.sampleKey}});
        }
        files.append(QJsonObject{{QStringLiteral("file"), file}, {QStringLiteral("layout"), report->layout},
            {QStringLiteral("records"), report->records}, {QStringLiteral("total"), report->total()},
            {QStringLiteral("counts"), counts}, {QStringLiteral("findings"), findings}});
        if (context.json) {
            continue;
        }
        context.out << file << " (" << report->layout << ", " << counted(report->records, "record", "records")
                    << "): "
                    << (report->total() ? counted(report->total(), "finding", "findings")
                                        : QStringLiteral("nothing found"))
                    << "\n";
        for (const LintRule& rule : lintRules()) {
            if (!report->counts.contains(rule.id)) {
                continue;
            }
            context.out << "  " << rule.id << " (" << report->counts.value(rule.id) << "): " << rule.title
                        << ". " << rule.why << "\n";
            int shown = 0;
            for (const LintFinding& finding : report->findings) {
                constexpr int kShown = 3;
                if (finding.rule == rule.id && shown++ < kShown) {
                    context.out << "    line " << finding.issue.line
                                << (finding.issue.column.isEmpty()
                                           ? QString()
                                           : QStringLiteral(", column ") + finding.issue.column)
                                << ": \"" << finding.issue.found.english() << "\", expected "
                                << finding.issue.expected.english() << "\n";
                }
            }
        }
    }
    context.print({{QStringLiteral("files"), files}, {QStringLiteral("total"), total}});
    return Done;
}

} // namespace winnow::cli
