// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/navrail.h"

#include "ui/models/keymap.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <tuple>

namespace winnow {

namespace {

constexpr int kRailWidth = 11 * kUnit;
constexpr int kIconSide = 22;

} // namespace

class NavRail::Entry : public QAbstractButton {
public:
    Entry(QString id, QString icon, QWidget* parent)
        : QAbstractButton(parent)
        , m_id(std::move(id))
        , m_icon(std::move(icon))
    {
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::TabFocus);
        setCursor(Qt::PointingHandCursor);
    }

    const QString& id() const { return m_id; }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(Theme::instance().font(TextSize::Small));
        return {kRailWidth, kIconSide + metrics.height() + 2 * kUnit + kUnit / 2};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Tokens& t = tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF box = QRectF(rect()).adjusted(kUnit, 1, -kUnit, -1);
        if (isChecked() || underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(isChecked() ? t.accentSoft : t.hover);
            painter.drawRoundedRect(box, kRadius, kRadius);
        }
        if (hasFocus()) {
            painter.setPen(QPen(t.accent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), kRadius, kRadius);
        }
        const QColor color = isChecked() ? t.accent : isEnabled() ? t.textMuted : t.textFaint;
        const QRectF icon(width() / 2.0 - kIconSide / 2.0, kUnit, kIconSide, kIconSide);
        paintLineIcon(&painter, m_icon, icon, color);
        painter.setFont(Theme::instance().font(TextSize::Small, isChecked()));
        painter.setPen(isChecked() ? t.accent : isEnabled() ? t.text : t.textFaint);
        const QRect label(0, int(icon.bottom()) + 2, width(), height() - int(icon.bottom()) - kUnit / 2);
        painter.drawText(label, Qt::AlignHCenter | Qt::AlignTop,
            painter.fontMetrics().elidedText(text(), Qt::ElideRight, width() - kUnit));
    }

private:
    QString m_id;
    QString m_icon;
};

NavRail::NavRail(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_group(new QButtonGroup(this))
    , m_back(new QToolButton(this))
    , m_menu(new QToolButton(this))
{
    setObjectName(QStringLiteral("navRail"));
    setAccessibleName(tr("Pages"));
    setFixedWidth(kRailWidth);
    m_layout->setContentsMargins(0, kUnit, 0, kUnit);
    m_layout->setSpacing(2);
    for (const auto& [button, icon, name] :
        {std::tuple(m_back, "chevron-left", tr("Back")), std::tuple(m_menu, "menu", tr("Menu"))}) {
        button->setIcon(lineIcon(QLatin1String(icon)));
        button->setIconSize(QSize(20, 20));
        button->setAutoRaise(true);
        button->setFixedSize(6 * kUnit, 5 * kUnit);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(name);
    }
    m_back->setObjectName(QStringLiteral("backButton"));
    m_menu->setObjectName(QStringLiteral("menuButton"));
    m_menu->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    setTip(m_menu, withKeys(tr("Menu"), QStringLiteral("window.menu")));
    m_layout->addWidget(m_back, 0, Qt::AlignHCenter);
    m_layout->addStretch(1);
    m_layout->addWidget(m_menu, 0, Qt::AlignHCenter);
    m_group->setExclusive(true);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void NavRail::addPage(const QString& id, const QString& title, const QString& icon, const QString& key)
{
    auto* button = new Entry(id, icon, this);
    button->setText(title);
    button->setObjectName(QStringLiteral("rail-") + id);
    button->setAccessibleName(title);
    setTip(button, key.isEmpty() ? title : QStringLiteral("%1  %2").arg(title, key));
    // Before the stretch and the menu.
    m_layout->insertWidget(m_layout->count() - 2, button);
    m_group->addButton(button);
    connect(button, &QAbstractButton::clicked, this, [this, id] { emit pageChosen(id); });
}

NavRail::Entry* NavRail::entry(const QString& id) const
{
    const auto buttons = m_group->buttons();
    for (QAbstractButton* button : buttons) {
        auto* candidate = static_cast<Entry*>(button);
        if (candidate->id() == id) {
            return candidate;
        }
    }
    return nullptr;
}

void NavRail::setCurrent(const QString& id)
{
    if (Entry* found = entry(id)) {
        found->setChecked(true);
        return;
    }
    m_group->setExclusive(false);
    if (QAbstractButton* checked = m_group->checkedButton()) {
        checked->setChecked(false);
    }
    m_group->setExclusive(true);
}

void NavRail::setPagesEnabled(bool enabled)
{
    const auto buttons = m_group->buttons();
    for (QAbstractButton* button : buttons) {
        button->setEnabled(enabled);
    }
}

void NavRail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().surface);
    painter.setPen(tokens().border);
    painter.drawLine(rect().topRight(), rect().bottomRight());
}

} // namespace winnow
