// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/gapssummary.h"

#include "ui/models/terms.h"
#include "ui/pages/gapsopen.h"
#include "ui/util/clickthroughs.h"
#include "ui/util/format.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace winnow {

GapsSummary::GapsSummary(QWidget* parent)
    : Card(parent)
    , m_sentences(new QVBoxLayout)
    , m_note(new Text({}, TextSize::Small, Text::Tone::Muted))
{
    setObjectName(QStringLiteral("gapsSummary"));
    m_sentences->setSpacing(kUnit);
    body()->addLayout(m_sentences);
    m_note->setWordWrap(true);
    body()->addWidget(m_note);
}

void GapsSummary::show(const GapsViewPtr& view)
{
    while (QLayoutItem* item = m_sentences->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const Orchestration& of = view->gaps.orchestration;
    const QVector<Sentence> said = summaryOf(of);
    setVisible(!said.isEmpty());
    if (said.isEmpty()) {
        return;
    }
    const QVector<qsizetype> won = wonBy(of);
    for (qsizetype i = 0; i < said.size(); ++i) {
        const Sentence& sentence = said.at(i);
        // Where nothing was won it is about the best single model.
        const Strategy& strategy = (i < won.size() ? of.frontier.at(won.at(i)) : of.singles.front()).strategy;
        // Which begins with words, not with the name of a model.
        const bool route = strategy.stages.first().ask.by != StrategyRoute::By::Model;
        add(sentenceText(route ? sentence.capitalised() : sentence) + u'.', strategyTip(strategy),
            openStrategy(view, strategy, of.places, of.limit()));
    }
    m_note->setText(
        tr("Chosen among %Ln strategies on %1 questions and reported on the other %2, with 95% intervals.",
            nullptr, int(of.candidates))
            .arg(formatCount(of.chosenOn), formatCount(qint64(of.places.size()))));
}

void GapsSummary::add(const QString& text, const QString& tip, const ClickThrough& open)
{
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * kUnit);
    auto* words = new Text(text, TextSize::Heading);
    words->setObjectName(QStringLiteral("gapsSentence"));
    words->setWordWrap(true);
    setTip(words, tip);
    auto* samples = new QPushButton(tr("Samples…"));
    samples->setObjectName(QStringLiteral("gapsSentenceSamples"));
    connect(samples, &QPushButton::clicked, this, [samples, open] { openClickThrough(samples, open); });
    row->addWidget(words, 1);
    row->addWidget(samples, 0, Qt::AlignTop);
    m_sentences->addWidget(line);
}

} // namespace winnow
