// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/gapsopen.h"

#include "ui/models/terms.h"
#include "ui/util/format.h"

#include <QCoreApplication>

#include <cmath>
#include <utility>

namespace winnow {

namespace {

/// The words of what is opened.
class GapsOpen {
    Q_DECLARE_TR_FUNCTIONS(winnow::GapsOpen)
public:
    static QString title(ValidationSamples which)
    {
        switch (which) {
        case ValidationSamples::SomeRight:
            return tr("Some tries right, some wrong");
        case ValidationSamples::AllRight:
            return tr("All tries right");
        case ValidationSamples::NeverRight:
            return tr("No try right");
        case ValidationSamples::LostByMajority:
            break;
        }
        return tr("Some try right, the majority wrong");
    }
    static QString title(RoutingSamples which)
    {
        switch (which) {
        case RoutingSamples::Right:
            return tr("Right");
        case RoutingSamples::Alone:
            return tr("Right alone");
        case RoutingSamples::BeyondBest:
            break;
        }
        return tr("Right where the best model is not");
    }
    static QString title(ReplaySamples which, double patience)
    {
        switch (which) {
        case ReplaySamples::Wrong:
            return tr("Wrong");
        case ReplaySamples::Late:
            return tr("Later than %1 s").arg(formatScore(patience));
        case ReplaySamples::Escalated:
            break;
        }
        return tr("Beyond the first stage");
    }
    static QString solvedBy(std::size_t count)
    {
        return tr("Right by exactly %Ln models", nullptr, int(count));
    }
    static QString wrong(const QString& name, const QString& step)
    {
        return tr("%1: wrong at the step %2").arg(name, step);
    }
    static QString breaks(const QString& name, const QString& step)
    {
        return tr("%1: chains that break at %2").arg(name, step);
    }
};

QString titled(const QString& name, const QString& what)
{
    return QStringLiteral("%1: %2").arg(name, what);
}

} // namespace

ClickThrough openTries(const GapsViewPtr& view, qsizetype of, ValidationSamples which)
{
    const QString name = view->nameOf(view->gaps.validation.at(of).contender);
    const auto load = [view, of, which](Project&, Progress&) -> Result<QVector<SampleId>> {
        return samplesOf(view->table(), view->gaps.validation.at(of), which);
    };
    return ClickThrough::toSamples(titled(name, GapsOpen::title(which)), load).called(GapsOpen::title(which));
}

ClickThrough openTries(const GapsViewPtr& view, qsizetype of)
{
    QVector<ClickThrough> choices;
    for (const ValidationSamples which : {ValidationSamples::SomeRight, ValidationSamples::AllRight,
             ValidationSamples::NeverRight, ValidationSamples::LostByMajority}) {
        choices.append(openTries(view, of, which));
    }
    return ClickThrough::choice(view->nameOf(view->gaps.validation.at(of).contender), choices);
}

ClickThrough openRouting(const GapsViewPtr& view, std::size_t contender, RoutingSamples which)
{
    const auto load = [view, contender, which](Project&, Progress&) -> Result<QVector<SampleId>> {
        return samplesOf(view->table(), view->gaps.contextualization, contender, which);
    };
    return ClickThrough::toSamples(titled(view->nameOf(contender), GapsOpen::title(which)), load);
}

ClickThrough openSolvedBy(const GapsViewPtr& view, std::size_t count)
{
    const auto load = [view, count](Project&, Progress&) -> Result<QVector<SampleId>> {
        return solvedBy(view->table(), view->gaps.contextualization, count);
    };
    return ClickThrough::toSamples(GapsOpen::solvedBy(count), load);
}

ClickThrough openStrategy(const GapsViewPtr& view, const Strategy& strategy,
    const std::vector<std::uint32_t>& places, double patience, ReplaySamples which)
{
    const auto load
        = [view, strategy, &places, patience, which](Project&, Progress&) -> Result<QVector<SampleId>> {
        Replayer replayer(view->table(), places);
        return samplesOf(replayer, replayer.replay(strategy), patience, which);
    };
    const QString what = GapsOpen::title(which, patience);
    return ClickThrough::toSamples(titled(sentenceText(describe(strategy)), what), load).called(what);
}

ClickThrough openStrategy(const GapsViewPtr& view, const Strategy& strategy,
    const std::vector<std::uint32_t>& places, double patience)
{
    QVector<ClickThrough> choices{openStrategy(view, strategy, places, patience, ReplaySamples::Wrong)};
    if (std::isfinite(patience)) {
        choices.append(openStrategy(view, strategy, places, patience, ReplaySamples::Late));
    }
    if (strategy.stages.size() > 1) {
        choices.append(openStrategy(view, strategy, places, patience, ReplaySamples::Escalated));
    }
    return ClickThrough::choice(sentenceText(describe(strategy)), choices);
}

QString strategyTip(const Strategy& strategy)
{
    QStringList lines{sentenceText(describe(strategy))};
    for (const StrategyStage& stage : strategy.stages) {
        for (auto it = stage.ask.models.cbegin(); it != stage.ask.models.cend(); ++it) {
            lines.append(titled(it.key(), it.value()));
        }
    }
    return lines.join(u'\n');
}

ClickThrough openWrongSteps(const GapsViewPtr& view, std::size_t contender, quint16 step)
{
    const auto load = [view, contender, step](Project&, Progress&) -> Result<QVector<SampleId>> {
        return wrongSteps(view->table(), contender, step);
    };
    return ClickThrough::toSamples(
        GapsOpen::wrong(view->nameOf(contender), view->table().stepNames.value(step)), load);
}

ClickThrough openBreaks(const GapsViewPtr& view, qsizetype chains, quint16 step)
{
    const ChainFigures& of = view->gaps.decomposition.chains.at(chains);
    const auto load = [view, chains, step](Project&, Progress&) -> Result<QVector<SampleId>> {
        return brokenAt(view->table(), view->gaps.decomposition.chains.at(chains), step);
    };
    return ClickThrough::toSamples(
        GapsOpen::breaks(view->nameOf(of.contender), view->table().stepNames.value(step)), load);
}

} // namespace winnow
