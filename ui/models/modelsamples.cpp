// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/modelsamples.h"

#include "core/curate/insights.h"
#include "core/curate/runsamples.h"
#include "ui/models/terms.h"

#include <QCoreApplication>
#include <QLocale>

namespace winnow {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("winnow", text);
}

ClickThrough partOf(const QString& run, const RunSamples& samples, RunPart part)
{
    const auto list = [&run](const QString& what, const QString& label, const QVector<SampleId>& ids) {
        return ClickThrough::toSamples(QStringLiteral("%1: %2").arg(run, what), {ids})
            .called(label.arg(QLocale().toString(ids.size())));
    };
    switch (part) {
    case RunPart::RightOrWrong:
        return ClickThrough::choice(run,
            {list(tr("right"), tr("Right: %1"), samples.right),
                list(tr("wrong"), tr("Wrong: %1"), samples.wrong)});
    case RunPart::Answered:
        return ClickThrough::toSamples(
            QStringLiteral("%1: %2").arg(run, tr("answered")), {samples.right, samples.wrong});
    case RunPart::Missing:
        return list(tr("missing"), tr("Missing: %1"), samples.missing);
    case RunPart::Unread:
        return list(tr("unread"), tr("Unread: %1"), samples.unread);
    case RunPart::AnswersOrDeclines:
        return ClickThrough::choice(run,
            {list(tr("gives an answer"), tr("Gives an answer: %1"), samples.answers),
                list(tr("declines"), tr("Declines: %1"), samples.declines)});
    case RunPart::Attempts:
        return ClickThrough::choice(run,
            {list(tr("right every time"), tr("Right every time: %1"), samples.always),
                list(tr("right sometimes"), tr("Right sometimes: %1"), samples.sometimes),
                list(tr("never right"), tr("Never right: %1"), samples.never)});
    }
    return {};
}

} // namespace

ClickThrough samplesOf(const Run& run, RunPart part, const QString& capability)
{
    return ClickThrough::later(
        [run, part, capability](Project& project, Progress& progress) -> Result<ClickThrough> {
            QStringList name{run.model, conditionTitle(run.condition), run.setting, capability};
            name.removeAll(QString());
            return samplesOfRun(project, run, progress, capability).map([&](const RunSamples& samples) {
                return partOf(name.join(QStringLiteral(", ")), samples, part);
            });
        });
}

ClickThrough samplesOf(const RunPair& pair, QVector<SampleId> ComparedSamples::*part)
{
    const QVector<SampleId>& samples = pair.samples.*part;
    const QString title = part == &ComparedSamples::onlyFirst
        ? tr("Right by %1, wrong by %2").arg(pair.first, pair.second)
        : part == &ComparedSamples::onlySecond ? tr("Right by %1, wrong by %2").arg(pair.second, pair.first)
        : part == &ComparedSamples::bothRight  ? tr("Right by %1 and %2").arg(pair.first, pair.second)
        : part == &ComparedSamples::bothWrong  ? tr("Wrong by %1 and %2").arg(pair.first, pair.second)
        : part == &ComparedSamples::unpairedFirst
        ? tr("%1 has a score, %2 has none").arg(pair.first, pair.second)
        : tr("%1 has a score, %2 has none").arg(pair.second, pair.first);
    return ClickThrough::toSamples(title, {samples})
        .called(QStringLiteral("%1: %2").arg(title, QLocale().toString(samples.size())));
}

ClickThrough samplesOf(const RunPair& pair)
{
    return ClickThrough::choice(tr("%1 and %2").arg(pair.first, pair.second),
        {samplesOf(pair, &ComparedSamples::onlyFirst), samplesOf(pair, &ComparedSamples::onlySecond),
            samplesOf(pair, &ComparedSamples::bothRight), samplesOf(pair, &ComparedSamples::bothWrong)});
}

ClickThrough samplesOf(const ComparisonRequest& request, const QString& first, const QString& second)
{
    return ClickThrough::later(
        [request, first, second](Project& project, Progress& progress) -> Result<ClickThrough> {
            return compareRuns(project, request, progress).map([&](const Comparison& comparison) {
                return samplesOf(RunPair{first, second, comparison.samples});
            });
        });
}

ClickThrough samplesAnsweredBy(const QString& model, const QString& dataset)
{
    return ClickThrough::toSamples(tr("Answered by %1").arg(model),
        [model, dataset](Project& project, Progress& progress) -> Result<QVector<SampleId>> {
            return samplesOfModel(project, {}, model, dataset, false, progress)
                .map([](const ModelSamples& samples) { return samples.right + samples.wrong; });
        })
        .elseSaying(tr("%1 has no scored answers with the image").arg(model));
}

} // namespace winnow
