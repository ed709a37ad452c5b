// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reviewfooter.h"

#include "ui/util/format.h"
#include "ui/widgets/basics.h"

#include <QPainter>
#include <QVBoxLayout>

#include <cmath>

namespace winnow {

namespace {

constexpr int kHintTime = 4000;

} // namespace

ProgressLine::ProgressLine(QWidget* parent)
    : QWidget(parent)
{
    setFixedHeight(3);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ProgressLine::setShare(double share)
{
    m_share = share;
    update();
}

void ProgressLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().pressed);
    painter.fillRect(QRectF(0, 0, width() * m_share, height()), tokens().accent);
}

ReviewFooter::ReviewFooter(QWidget* parent)
    : QWidget(parent)
    , m_line(new ProgressLine)
    , m_hint(new Text({}, TextSize::Small))
    , m_progress(new Text({}, TextSize::Small, Text::Tone::Muted))
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_line);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(2 * kUnit, kUnit / 2, 2 * kUnit, kUnit / 2);
    line->setSpacing(kUnit);
    m_hint->setObjectName(QStringLiteral("hint"));
    m_progress->setObjectName(QStringLiteral("progress"));
    m_progress->setAlignment(Qt::AlignCenter);
    auto* keys = new Text(tr("? keys"), TextSize::Small, Text::Tone::Muted);
    keys->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    // Equal thirds, so that the progress stays in the middle whatever stands beside it.
    auto* third = new QWidget;
    auto* thirdLayout = new QHBoxLayout(third);
    thirdLayout->setContentsMargins(0, 0, 0, 0);
    thirdLayout->addWidget(m_hint);
    thirdLayout->addStretch(1);
    line->addWidget(third, 1);
    line->addWidget(m_progress, 1);
    line->addWidget(keys, 1);
    third->setMinimumWidth(1);
    keys->setMinimumWidth(1);
    rows->addLayout(line);
    setFixedHeight(4 * kUnit + 3);
    m_hintTimer.setSingleShot(true);
    m_hintTimer.setInterval(kHintTime);
    connect(&m_hintTimer, &QTimer::timeout, this, [this] { m_hint->setText({}); });
}

void ReviewFooter::say(const QString& hint)
{
    m_hint->setText(hint);
    m_hintTimer.start();
}

void ReviewFooter::showProgress(const ReviewProgress& progress)
{
    m_progress->setText(progressText(progress));
    m_line->setShare(progress.total > 0 ? double(progress.done) / double(progress.total) : 0);
}

QString ReviewFooter::progressText(const ReviewProgress& progress)
{
    QString text = tr("%1 of %2").arg(formatCount(progress.done), formatCount(progress.total));
    if (progress.perHour) {
        text = tr("%1, %2 an hour").arg(text, formatCount(std::llround(*progress.perHour)));
    }
    if (progress.minutesLeft) {
        const double minutes = *progress.minutesLeft;
        text = minutes < 90 ? tr("%1, %2 min left").arg(text, formatCount(std::llround(std::ceil(minutes))))
                            : tr("%1, %2 h left").arg(text, formatNumber(minutes / 60, 1));
    }
    return text;
}

} // namespace winnow
