// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/comparewhy.h"

#include "ui/models/terms.h"
#include "ui/util/format.h"
#include "ui/widgets/datatable.h"

#include <QVBoxLayout>

#include <cmath>

namespace winnow {

namespace {

/// The parts are shown so finely that they add up to what is shown of the gap.
QString points(double share)
{
    return (share > 0 ? QStringLiteral("+") : QString()) + formatNumber(100 * share, 2);
}

} // namespace

CompareWhy::CompareWhy(QWidget* parent)
    : Card(parent)
    , m_sentence(new Text({}, TextSize::Body, Text::Tone::Muted))
    , m_unrecorded(new Text({}, TextSize::Small, Text::Tone::Muted))
{
    setObjectName(QStringLiteral("compareWhy"));
    auto* title = new Text(tr("Why two numbers"), TextSize::Heading);
    title->setStrong(true);
    auto* table = new DataTable;
    table->setObjectName(QStringLiteral("compareWhyTable"));
    table->setAccessibleName(tr("Why two numbers"));
    table->setModel(&m_model);
    table->setStretchColumn(4);
    table->setFitsRows(0);
    for (Text* text : {m_sentence, m_unrecorded}) {
        text->setWordWrap(true);
    }
    body()->addWidget(title);
    body()->addWidget(m_sentence);
    body()->addWidget(table);
    body()->addWidget(m_unrecorded);
}

void CompareWhy::show(const GapSplit& split)
{
    m_sentence->setText(
        tr("%1 has %2 of %3 samples, %4 has %5 of %6: a gap of %7 points. The parts add up "
           "to it; each opens the samples that differ.")
            .arg(split.first, formatPercent(split.firstMean, 2), formatCount(split.firstCount), split.second,
                formatPercent(split.secondMean, 2), formatCount(split.secondCount), points(split.gap())));
    NumberTable table;
    table.columns = {{tr("Cause"), false, {}}, {tr("Points"), true, tr("What it adds to the first number")},
        {tr("For the first"), true, tr("Samples that score higher there")},
        {tr("For the second"), true, tr("Samples that score higher there")}, {tr("What it is"), false, {}}};
    for (const GapPart& part : split.parts) {
        const QString cause = sentenceText(gapCauseTitle(part.cause));
        const auto list = [&](const QVector<SampleId>& samples, const QString& of) -> NumberCell {
            return {formatCount(samples.size()), samples.size(), {},
                ClickThrough::toSamples(tr("%1: higher for %2").arg(cause, of), {samples})};
        };
        table.rows.append({{cause},
            {points(part.contribution), part.contribution, {},
                ClickThrough::toSamples(cause, {part.forFirst, part.forSecond})},
            list(part.forFirst, split.first), list(part.forSecond, split.second),
            {sentenceText(gapCauseMeaning(part.cause))}});
    }
    m_unrecorded->setText(tr("Of the samples under the last cause %Ln have a score and no reply on record: "
                             "import the replies to learn more.",
        nullptr, int(split.unrecorded)));
    m_unrecorded->setVisible(split.unrecorded > 0);
    m_model.setTable(table);
}

} // namespace winnow
