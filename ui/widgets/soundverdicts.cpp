// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/soundverdicts.h"

#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/icons.h"

#include <QGridLayout>

namespace winnow {

namespace {

constexpr int kMarkWidth = 18;

} // namespace

SoundVerdicts::SoundVerdicts(Lines lines, QWidget* parent)
    : QWidget(parent)
    , m_shown(lines)
    , m_grid(new QGridLayout(this))
{
    setObjectName(QStringLiteral("soundVerdicts"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(kUnit);
    m_grid->setVerticalSpacing(kUnit / 2);
    m_grid->setColumnStretch(1, 1);
    connect(&Theme::instance(), &Theme::changed, this, &SoundVerdicts::fill);
    hide();
}

void SoundVerdicts::set(const QVector<Judgement>& judgements)
{
    QStringList lines;
    for (const Judgement& judgement : judgements) {
        if (judgement.sound) {
            const QString verdict = tr("Judge %1: sound").arg(judgement.judge);
            const QString reason = judgement.reason.simplified();
            lines.append(reason.isEmpty() ? verdict : verdict + QStringLiteral(". ") + reason);
        }
    }
    setVisible(!lines.isEmpty());
    if (lines != m_lines) {
        m_lines = lines;
        fill();
    }
}

void SoundVerdicts::fill()
{
    m_texts.clear();
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int row = 0; row < m_lines.size(); ++row) {
        auto* mark = new PlainLabel;
        mark->setPixmap(lineIcon(QStringLiteral("check"), tokens().positive)
                            .pixmap(QSize(16, 16), mark->devicePixelRatioF()));
        mark->setFixedSize(kMarkWidth, kMarkWidth);
        auto* text = new Text(m_lines.at(row), TextSize::Small, Text::Tone::Muted);
        if (m_shown == Lines::One) {
            text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
            setTip(text, m_lines.at(row));
        } else {
            text->setWordWrap(true);
            text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        }
        m_grid->addWidget(mark, row, 0, Qt::AlignTop);
        m_grid->addWidget(text, row, 1);
        m_texts.append(text);
    }
    cut();
}

void SoundVerdicts::cut()
{
    if (m_shown == Lines::All) {
        return;
    }
    for (int row = 0; row < m_texts.size(); ++row) {
        Text* text = m_texts.at(row);
        text->setText(text->fontMetrics().elidedText(
            m_lines.at(row), Qt::ElideRight, qMax(0, width() - kMarkWidth - kUnit)));
    }
}

void SoundVerdicts::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    cut();
}

} // namespace winnow
