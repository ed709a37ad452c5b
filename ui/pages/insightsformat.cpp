// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/insightsformat.h"

#include "ui/charts/scatterchart.h"
#include "ui/util/format.h"

namespace winnow {

InsightsFormat::InsightsFormat(QWidget* parent)
    : InsightsSection(tr("Format"), parent)
    , m_formats(new ScatterChart)
{
    addCard(tr("Multiple choice against open-ended and circular"), m_formats, "formatCard", "formats");
}

void InsightsFormat::show(const InsightsView& view)
{
    ScatterData drawn;
    drawn.x = {tr("Multiple choice, above guessing"), {}, true};
    drawn.y = {tr("Otherwise, above guessing"), {}, true};
    drawn.groups = {tr("Open-ended"), tr("Circular: right in every rotation")};
    for (const FormatPoint& point : view.formats) {
        const bool circular = point.other == Condition::Circular;
        const QString name
            = tr("%1: %2 as multiple choice, %3 %4, over %Ln samples", nullptr, int(point.samples))
                  .arg(point.model, formatPercent(point.choice), formatPercent(point.otherScore),
                      circular ? tr("in every rotation") : tr("open-ended"));
        drawn.points.append({point.choiceCorrected, point.otherCorrected, circular ? 1 : 0, name,
            ClickThrough::toSamples(circular
                    ? tr("%1: answered in every rotation").arg(point.model)
                    : tr("%1: answered as multiple choice and openly").arg(point.model),
                {point.sampleIds})});
    }
    drawn.lines = {{tr("no difference")}};
    m_formats->setData(drawn);
    std::optional<Lacking> lacking;
    if (drawn.points.isEmpty()) {
        lacking = Lacking{QStringLiteral("group-mcq"), tr("Formats need the same samples both ways"),
            tr("Import a model's responses without the options (condition open_ended) or with rotated ones "
               "(condition circular) beside its standard responses.")};
    }
    say(cards().at(0),
        tr("One point a model over the multiple-choice samples that it answered both ways, before the "
           "policy; "
           "0% is what guessing gets, 100% is all right. Below the line the options help."),
        lacking);
}

} // namespace winnow
