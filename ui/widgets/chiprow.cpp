// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chiprow.h"

#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/chip.h"

#include <QMenu>

namespace winnow {

namespace {

constexpr int kLeft = 3 * kUnit;
constexpr int kRight = 2 * kUnit;
constexpr int kSpace = kUnit / 2 + 2;

} // namespace

ChipRow::ChipRow(const QString& nothing, QWidget* parent)
    : QWidget(parent)
    , m_nothing(new Text(nothing, TextSize::Small, Text::Tone::Faint, this))
    , m_more(new Chip(QString(), Chip::Use::Button, this))
    , m_all(new Chip(tr("Clear all"), Chip::Use::Removable, this))
{
    setObjectName(QStringLiteral("chipRow"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_more->setObjectName(QStringLiteral("moreChips"));
    m_all->setObjectName(QStringLiteral("clearFilters"));
    setTip(m_all, tr("Remove all filters"));
    connect(m_all, &QAbstractButton::clicked, this, [this] { m_removeAll(); });
    connect(m_more, &QAbstractButton::clicked, this, &ChipRow::showMore);
    connect(&Theme::instance(), &Theme::changed, this, &ChipRow::arrange);
    arrange();
}

void ChipRow::setEntries(const QVector<Entry>& entries, const std::function<void()>& removeAll)
{
    m_entries = entries;
    m_removeAll = removeAll;
    for (Chip* chip : std::as_const(m_chips)) {
        chip->hide();
        chip->deleteLater(); // one of them may have been clicked
    }
    m_chips.clear();
    for (const Entry& entry : entries) {
        auto* chip = new Chip(entry.title, Chip::Use::Removable, this);
        chip->setObjectName(QStringLiteral("filterChip"));
        if (entry.group) {
            chip->setGroup(*entry.group);
        }
        connect(chip, &QAbstractButton::clicked, this, entry.remove);
        m_chips.append(chip);
    }
    arrange();
}

QSize ChipRow::sizeHint() const
{
    return {60 * kUnit, m_all->sizeHint().height() + kUnit};
}

QSize ChipRow::minimumSizeHint() const
{
    return {20 * kUnit, sizeHint().height()};
}

void ChipRow::resizeEvent(QResizeEvent*)
{
    arrange();
}

void ChipRow::arrange()
{
    const int count = int(m_chips.size());
    m_nothing->setVisible(count == 0);
    m_nothing->setGeometry(kLeft, 0, width() - kLeft - kRight, m_all->sizeHint().height());
    m_all->setVisible(count > 1);
    const int most = width() - kRight - (count > 1 ? kSpace + m_all->sizeHint().width() : 0);
    // What the chips need, without and with the one that counts the rest.
    const auto fitting = [&](int room) {
        int x = kLeft;
        int fit = 0;
        while (fit < count && x + m_chips.at(fit)->sizeHint().width() <= room) {
            x += m_chips.at(fit)->sizeHint().width() + kSpace;
            ++fit;
        }
        return fit;
    };
    m_fitting = fitting(most);
    if (m_fitting < count) {
        m_more->setText(tr("%1 more").arg(count - m_fitting));
        m_fitting = fitting(most - kSpace - m_more->sizeHint().width());
        m_more->setText(tr("%1 more").arg(count - m_fitting));
        m_more->setAccessibleName(m_more->text());
    }
    int x = kLeft;
    const auto place = [&x](Chip* chip) {
        chip->setGeometry(QRect(QPoint(x, 0), chip->sizeHint()));
        chip->show();
        x += chip->width() + kSpace;
    };
    for (int i = 0; i < count; ++i) {
        i < m_fitting ? place(m_chips.at(i)) : m_chips.at(i)->hide();
    }
    m_fitting < count ? place(m_more) : m_more->hide();
    if (count > 1) {
        place(m_all);
    }
}

void ChipRow::showMore()
{
    QMenu menu(this);
    for (int i = m_fitting; i < m_entries.size(); ++i) {
        menu.addAction(
            plainCaption(tr("Remove: %1").arg(m_entries.at(i).title)), this, m_entries.at(i).remove);
    }
    menu.exec(m_more->mapToGlobal(QPoint(0, m_more->height() + 2)));
}

} // namespace winnow
