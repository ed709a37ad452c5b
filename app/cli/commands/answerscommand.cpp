// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/answerscommand.h"

#include "core/curate/answeragreement.h"

#include <QJsonArray>

#include <cmath>

namespace winnow::cli {

namespace {

/// The end of a long reply says more than its beginning.
QString excerpt(const QString& text)
{
    constexpr qsizetype kLongest = 160;
    const QString line = text.simplified();
    return line.size() <= kLongest ? line : QStringLiteral("… ") + line.right(kLongest);
}

QString place(const AnswerDifference& difference)
{
    QString text = difference.sampleKey + QStringLiteral("  ") + difference.run.model;
    if (!difference.run.setting.isEmpty()) {
        text += QStringLiteral(" (") + difference.run.setting + u')';
    }
    if (difference.run.condition != Condition::Standard) {
        text += QStringLiteral(", ") + conditionId(difference.run.condition);
    }
    if (difference.shift) {
        text += QStringLiteral(", rotation %1").arg(difference.shift);
    }
    if (difference.attempt) {
        text += QStringLiteral(", attempt %1").arg(difference.attempt);
    }
    return text;
}

void printExamples(Context& context, const QVector<RunAgreement>& runs)
{
    for (const RunAgreement& run : runs) {
        if (context.isSet("disagree")) {
            for (const AnswerDifference& d : run.differences) {
                context.out << place(d) << "\n  gold " << d.gold << ", we read "
                            << (d.answer.isEmpty() ? QStringLiteral("nothing") : d.answer) << ", score "
                            << d.ours << " against " << d.theirs << "\n  " << excerpt(d.text) << "\n";
            }
        }
        if (context.isSet("unread")) {
            for (const AnswerDifference& d : run.unreadExamples) {
                context.out << place(d) << ": unread\n  " << excerpt(d.text) << "\n";
            }
        }
    }
}

void printAgreement(Context& context, const QVector<DatasetAgreement>& agreement)
{
    QList<QStringList> rows;
    for (const DatasetAgreement& one : agreement) {
        rows.append({one.dataset, one.scorer.isEmpty() ? QStringLiteral("by kind") : one.scorer,
            QString::number(one.compared), one.compared ? percent(one.share()) : QStringLiteral("-"),
            QString::number(one.oursOnly), QString::number(one.theirsOnly),
            std::isnan(one.kappa()) ? QStringLiteral("-") : QString::number(one.kappa(), 'f', 3)});
    }
    if (rows.isEmpty()) {
        context.out << "No replies came with a verdict of their own.\n";
        return;
    }
    context.out << table({QStringLiteral("dataset"), QStringLiteral("scored by"), QStringLiteral("compared"),
                             QStringLiteral("agree %"), QStringLiteral("only ours right"),
                             QStringLiteral("only theirs right"), QStringLiteral("kappa")},
        rows);
}

} // namespace

Command::Description AnswersCommand::description() const
{
    return {QStringLiteral("answers"), QStringLiteral("PROJECT"),
        QStringLiteral(
            "How replies were read: missing, unread, and where the file's verdict is another than ours"),
        {valueOption("dataset", "only this dataset", "NAME"),
            flagOption("agreement",
                "by dataset: how often our verdict is the recorded one, who is right alone, and kappa"),
            flagOption("replies",
                "with --json: every compared reply with options, keys, what we read and both scores"),
            flagOption("disagree", "every reply that the file scores otherwise, with what we read"),
            flagOption("unread", "the first replies of each run in which no answer could be read")}};
}

int AnswersCommand::run(Context& context) const
{
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    const bool everything = context.isSet("replies");
    auto runs = answerAgreement(**project, context.value("dataset"), context.progress, everything);
    if (!runs) {
        return context.failed(runs.error());
    }
    QJsonArray array;
    QJsonArray differences;
    QJsonArray unread;
    QJsonArray replies;
    QList<QStringList> rows;
    qint64 compared = 0;
    qint64 agreed = 0;
    for (const RunAgreement& run : *runs) {
        array.append(run.toJson());
        compared += run.compared;
        agreed += run.agreed;
        rows.append({run.run.dataset, run.run.model, conditionId(run.run.condition), run.run.setting,
            QString::number(run.replies), QString::number(run.missing), QString::number(run.unread),
            QString::number(run.compared),
            run.compared ? percent(double(run.agreed) / double(run.compared)) : QStringLiteral("-")});
        for (const AnswerDifference& difference : run.differences) {
            differences.append(difference.toJson());
        }
        for (const AnswerDifference& example : run.unreadExamples) {
            unread.append(example.toJson());
        }
        for (const AnswerDifference& reply : run.everything) {
            replies.append(reply.toJson());
        }
    }
    QJsonObject json{{QStringLiteral("runs"), array}, {QStringLiteral("compared"), compared},
        {QStringLiteral("agreed"), agreed}};
    if (everything) {
        json.insert(QStringLiteral("replies"), replies);
    }
    if (context.isSet("disagree")) {
        json.insert(QStringLiteral("differences"), differences);
    }
    if (context.isSet("unread")) {
        json.insert(QStringLiteral("unread"), unread);
    }
    const QVector<DatasetAgreement> agreement
        = context.isSet("agreement") ? agreementByDataset(*runs) : QVector<DatasetAgreement>();
    if (context.isSet("agreement")) {
        QJsonArray sets;
        for (const DatasetAgreement& one : agreement) {
            sets.append(one.toJson());
        }
        json.insert(QStringLiteral("agreement"), sets);
    }
    context.print(json);
    if (context.json) {
        return Done;
    }
    if (context.isSet("agreement")) {
        printAgreement(context, agreement);
        printExamples(context, *runs);
        return Done;
    }
    context.out << table({QStringLiteral("dataset"), QStringLiteral("model"), QStringLiteral("condition"),
                             QStringLiteral("setting"), QStringLiteral("replies"), QStringLiteral("missing"),
                             QStringLiteral("unread"), QStringLiteral("compared"), QStringLiteral("agree %")},
        rows);
    if (compared) {
        context.out << "Our verdict is that of the file for " << agreed << " of " << compared << " replies ("
                    << percent(double(agreed) / double(compared)) << " %).\n";
    }
    printExamples(context, *runs);
    return Done;
}

} // namespace winnow::cli
