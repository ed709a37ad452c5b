// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/suitecard.h"

#include "ui/models/terms.h"
#include "ui/util/clickthroughs.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flowlayout.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace winnow {

namespace {

constexpr int kWidestPart = 34 * kUnit;
constexpr int kMostColumns = 5;

/// A name that is not broken over lines.
QString whole(QString name)
{
    return name.replace(u' ', QChar(QChar::Nbsp)).replace(u'-', QChar(0x2011));
}

} // namespace

SuiteCard::SuiteCard(QWidget* parent)
    : Card(parent)
    , m_count(new Text({}, TextSize::Body, Text::Tone::Muted))
    , m_grid(new QGridLayout)
{
    setObjectName(QStringLiteral("suiteCard"));
    auto* head = new QHBoxLayout;
    head->addWidget(new Text(tr("DatBench suite"), TextSize::Heading));
    head->addSpacing(kUnit);
    head->addWidget(m_count, 1, Qt::AlignBottom);
    m_count->setObjectName(QStringLiteral("suiteCount"));
    setTip(m_count,
        tr("33 published datasets over nine capabilities (arXiv 2601.02316), told by their names; what a "
           "dataset is known as can be set under Datasets and capabilities"));
    body()->addLayout(head);
    body()->addSpacing(kUnit / 2);
    m_grid->setHorizontalSpacing(3 * kUnit);
    m_grid->setVerticalSpacing(2 * kUnit);
    body()->addLayout(m_grid);
    hide();
}

QWidget* SuiteCard::makePart(const SuiteCoverage::Part& part)
{
    auto* widget = new QWidget;
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kUnit / 2);
    auto* head = new QHBoxLayout;
    auto* title = new Text(coreText(QString::fromLatin1(part.capability->title)));
    title->setStrong(part.here > 0);
    title->setTone(part.here > 0 ? Text::Tone::Normal : Text::Tone::Muted);
    head->addWidget(title);
    head->addWidget(
        new Text(tr("%1 of %2").arg(part.here).arg(part.entries.size()), TextSize::Small, Text::Tone::Muted),
        1, Qt::AlignRight | Qt::AlignBottom);
    column->addLayout(head);
    column->addWidget(new Rule(Qt::Horizontal));
    auto* here = new QWidget;
    auto* flow = new FlowLayout(here, kUnit / 2);
    QStringList missing;
    for (const SuiteCoverage::Entry& entry : part.entries) {
        const QString name = QString::fromUtf8(entry.known->name);
        if (entry.datasets.isEmpty()) {
            missing.append(whole(name));
            continue;
        }
        auto* chip = new Chip(name, Chip::Use::Button);
        chip->setObjectName(QStringLiteral("suite-") + QString::fromLatin1(entry.known->key));
        setTip(chip, tr("Open the samples of %1").arg(entry.datasets.join(QStringLiteral(", "))));
        SampleFilter filter;
        filter.datasets = entry.datasets;
        connect(chip, &QAbstractButton::clicked, this,
            [this, opens = ClickThrough::toSamples(filter)] { openClickThrough(this, opens); });
        flow->addWidget(chip);
    }
    if (flow->count() > 0) {
        column->addWidget(here);
    } else {
        delete here;
    }
    if (!missing.isEmpty()) {
        auto* text = new Text(missing.join(QStringLiteral(", ")), TextSize::Small, Text::Tone::Faint);
        text->setWordWrap(true);
        column->addWidget(text);
    }
    column->addStretch(1);
    return widget;
}

void SuiteCard::set(const SuiteCoverage& suite)
{
    qDeleteAll(m_parts);
    m_parts.clear();
    m_columns = 0;
    setVisible(suite.here > 0);
    if (suite.here == 0) {
        return;
    }
    m_count->setText(tr("%1 of %2 datasets").arg(suite.here).arg(suite.of));
    for (const SuiteCoverage::Part& part : suite.parts) {
        m_parts.append(makePart(part));
    }
    arrange();
}

void SuiteCard::resizeEvent(QResizeEvent* event)
{
    Card::resizeEvent(event);
    arrange();
}

void SuiteCard::arrange()
{
    // Three by three, or, where there is room, five and four.
    const int columns = width() >= kMostColumns * kWidestPart ? kMostColumns
        : width() >= 2 * kWidestPart                          ? 3
                                                              : 2;
    if (columns == m_columns || m_parts.isEmpty()) {
        return;
    }
    m_columns = columns;
    for (int i = 0; i < m_parts.size(); ++i) {
        m_grid->removeWidget(m_parts.at(i));
        m_grid->addWidget(m_parts.at(i), i / columns, i % columns);
        m_parts.at(i)->show();
    }
    for (int column = 0; column < kMostColumns; ++column) {
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
        m_grid->setColumnMinimumWidth(column, 0);
    }
}

} // namespace winnow
