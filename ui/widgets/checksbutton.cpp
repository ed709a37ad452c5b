// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/checksbutton.h"

#include "ui/util/format.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/theme.h"

#include <QListWidget>
#include <QMenu>
#include <QSignalBlocker>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QWidgetAction>

namespace winnow {

namespace {

constexpr int kMostRows = 16;
constexpr int kLeastWidth = 28 * kUnit;
constexpr int kMostWidth = 60 * kUnit;
/// As high as an entry of a menu.
constexpr int kRow = 3 * kUnit + kUnit / 2;
constexpr int kMostText = 24 * kUnit;

} // namespace

ChecksButton::ChecksButton(
    const QString& what, const QString& all, const QString& some, const QString& name, QWidget* parent)
    : QPushButton(parent)
    , m_all(all)
    , m_some(some)
    , m_list(new QListWidget)
{
    setObjectName(name);
    setAccessibleName(what);
    m_list->setObjectName(name + QStringLiteral("List"));
    m_list->setAccessibleName(what);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setElidable(m_list);
    auto* menu = new QMenu(this);
    auto* action = new QWidgetAction(menu);
    action->setDefaultWidget(m_list);
    menu->addAction(action);
    setMenu(menu);
    connect(m_list, &QListWidget::itemChanged, this, &ChecksButton::take);
    connect(m_list, &QListWidget::itemActivated, this, [](QListWidgetItem* item) {
        item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
    });
    connect(menu, &QMenu::aboutToShow, this, [this] {
        m_before = chosen();
        m_list->setFocus();
        m_list->setCurrentRow(0);
    });
    connect(menu, &QMenu::aboutToHide, this, &ChecksButton::closed);
    offer({});
}

QStringList ChecksButton::chosen() const
{
    QStringList chosen;
    // The first line is "all".
    for (int row = 1; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked) {
            chosen.append(m_list->item(row)->text());
        }
    }
    return chosen;
}

void ChecksButton::choose(const QStringList& values)
{
    const QSignalBlocker quiet(m_list);
    bool any = false;
    for (int row = 1; row < m_list->count(); ++row) {
        const bool in = values.contains(m_list->item(row)->text());
        any = any || in;
        m_list->item(row)->setCheckState(in ? Qt::Checked : Qt::Unchecked);
    }
    m_list->item(0)->setCheckState(any ? Qt::Unchecked : Qt::Checked);
    say();
}

void ChecksButton::offer(const QStringList& values)
{
    const QStringList before = chosen();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const QString& value : QStringList{m_all} + values) {
            auto* item = new QListWidgetItem(value, m_list);
            item->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable);
            item->setCheckState(Qt::Unchecked);
            item->setSizeHint({0, kRow});
        }
    }
    int widest = 0;
    for (const QString& value : values) {
        widest = qMax(widest, m_list->fontMetrics().horizontalAdvance(value));
    }
    const int rows = qMin(m_list->count(), kMostRows);
    m_list->setFixedSize(qBound(kLeastWidth, widest + 8 * kUnit, kMostWidth), rows * kRow + kUnit / 2);
    setVisible(values.size() > 1);
    choose(before);
}

void ChecksButton::take(QListWidgetItem* item)
{
    if (item == m_list->item(0)) {
        choose({});
    } else {
        choose(chosen());
    }
}

QSize ChecksButton::sizeHint() const
{
    QStyleOptionComboBox option;
    option.initFrom(this);
    const QSize text(fontMetrics().horizontalAdvance(m_shown), fontMetrics().height());
    return style()->sizeFromContents(QStyle::CT_ComboBox, &option, text, nullptr);
}

void ChecksButton::paintEvent(QPaintEvent*)
{
    QStyleOptionComboBox option;
    option.initFrom(this);
    option.frame = true;
    option.currentText = m_shown;
    option.subControls = QStyle::SC_All;
    if (isDown()) {
        option.state |= QStyle::State_On;
    }
    QStylePainter painter(this);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

void ChecksButton::say()
{
    const QStringList some = chosen();
    const QString text = some.isEmpty() ? m_all
        : some.size() == 1              ? some.first()
                           : m_some.arg(formatCount(some.size()), formatCount(m_list->count() - 1));
    m_shown = fontMetrics().elidedText(text, Qt::ElideRight, kMostText);
    setCaption(this, text);
    updateGeometry();
    update();
    setTip(this, some.join(u'\n'));
}

void ChecksButton::closed()
{
    if (chosen() != m_before) {
        emit changed();
    }
}

} // namespace winnow
