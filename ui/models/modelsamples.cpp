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
    }
    return {};
}

} // namespace

ClickThrough samplesOf(const Run& run, RunPart part)
{
    return ClickThrough::later([run, part](Project& project, Progress& progress) -> Result<ClickThrough> {
        QStringList name{run.model, conditionTitle(run.condition), run.setting};
        name.removeAll(QString());
        return samplesOfRun(project, run, progress).map([&](const RunSamples& samples) {
            return partOf(name.join(QStringLiteral(", ")), samples, part);
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
