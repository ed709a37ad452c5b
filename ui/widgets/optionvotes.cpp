// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/optionvotes.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrappedtext.h"

#include <QPainter>

namespace winnow {

namespace {

constexpr int kLetterWidth = 3 * kUnit;
constexpr int kNumberWidth = 6 * kUnit;
constexpr int kMostLines = 8;

} // namespace

OptionVotes::OptionVotes(QWidget* parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void OptionVotes::set(const SampleBundle& bundle)
{
    m_options = bundle.sample.options;
    m_gold = bundle.sample.goldIndex();
    m_standard = bundle.votes(Condition::Standard).perOption;
    m_blind = bundle.votes(Condition::Blind).perOption;
    QStringList spoken;
    for (int i = 0; i < m_options.size(); ++i) {
        QString line = optionLetter(i) + QLatin1String(": ") + m_options.at(i);
        if (i == m_gold) {
            line += QLatin1String(", ") + tr("gold");
        }
        line += QLatin1String(", ") + tr("%n votes", nullptr, m_standard.value(i));
        spoken.append(line);
    }
    setAccessibleName(tr("Options"));
    setAccessibleDescription(spoken.join(QLatin1String("; ")));
    updateGeometry();
    update();
}

QRect OptionVotes::textRect(const QRect& row) const
{
    return row.adjusted(kLetterWidth, 0, -kNumberWidth, 0);
}

int OptionVotes::rowHeight(int row, int width) const
{
    const QFontMetrics metrics(font());
    const QRect room = textRect(QRect(0, 0, qMax(120, width), 10000));
    const QFont shown = Theme::instance().font(TextSize::Body, row == m_gold);
    const int text = wrappedHeight(m_options.at(row), shown, room.width());
    return qMax(metrics.height(), qMin(text, kMostLines * metrics.height())) + kUnit;
}

int OptionVotes::heightForWidth(int width) const
{
    int height = 0;
    for (int row = 0; row < m_options.size(); ++row) {
        height += rowHeight(row, width) + 2;
    }
    return height;
}

QSize OptionVotes::sizeHint() const
{
    return {30 * kUnit, heightForWidth(qMax(width(), 30 * kUnit))};
}

void OptionVotes::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int most = 1;
    int total = 0;
    for (const QVector<int>* votes : {&m_standard, &m_blind}) {
        for (const int count : *votes) {
            most = qMax(most, count);
            total += count;
        }
    }
    int y = 0;
    for (int i = 0; i < m_options.size(); ++i) {
        const QRect row(0, y, width(), rowHeight(i, width()));
        y += row.height() + 2;
        const int standard = m_standard.value(i);
        const int blind = m_blind.value(i);
        const int room = row.width() - kNumberWidth;
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.raised);
        painter.drawRoundedRect(row, 4, 4);
        if (standard > 0) {
            QColor bar = i == m_gold ? t.accent : t.textFaint;
            bar.setAlphaF(i == m_gold ? 0.25F : 0.22F);
            painter.setBrush(bar);
            painter.drawRoundedRect(QRectF(0, row.top(), double(room) * standard / most, row.height()), 4, 4);
        }
        if (blind > 0) {
            painter.setBrush(Theme::instance().flagGroupColor(FlagGroup::BlindlySolvable));
            painter.drawRect(QRectF(0, row.bottom() - 2, double(room) * blind / most, 3));
        }
        painter.setPen(i == m_gold ? t.accent : t.textMuted);
        painter.setFont(Theme::instance().font(TextSize::Body, true));
        painter.drawText(row.adjusted(kUnit, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, optionLetter(i));
        painter.setFont(Theme::instance().font(TextSize::Body, i == m_gold));
        painter.setPen(t.text);
        paintWrapped(painter, textRect(row).adjusted(0, kUnit / 2, 0, -kUnit / 2), m_options.at(i));
        if (i == m_gold) {
            const QRectF mark(row.right() - 18, row.center().y() - 7, 15, 15);
            paintLineIcon(&painter, QStringLiteral("check"), mark, t.accent);
        }
        if (total > 0) {
            painter.setFont(Theme::instance().numberFont(TextSize::Small));
            painter.setPen(t.textMuted);
            painter.drawText(
                row.adjusted(0, 0, -22, 0), Qt::AlignRight | Qt::AlignVCenter, QString::number(standard));
        }
    }
}

} // namespace winnow
