// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/startpage.h"

#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/style.h"

#include <QHBoxLayout>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace winnow {

namespace {

/// Name, folder and when it was last open.
class RecentDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {100, 7 * kUnit};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& t = tokens();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect box = option.rect.adjusted(0, 2, 0, -2);
        if (option.state & (QStyle::State_MouseOver | QStyle::State_Selected)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(option.state & QStyle::State_Selected ? t.accentSoft : t.hover);
            painter->drawRoundedRect(box, kRadius, kRadius);
        }
        const QRectF icon(box.left() + kUnit + 4, box.center().y() - 10, 20, 20);
        paintLineIcon(painter, QStringLiteral("database"), icon, t.textMuted);
        QRect text = box.adjusted(6 * kUnit, kUnit - 2, -kUnit, -kUnit + 2);
        const QString when = QLocale().toString(
            index.data(RecentProjects::OpenedRole).toDateTime().date(), QLocale::ShortFormat);
        painter->setFont(Theme::instance().font(TextSize::Small));
        painter->setPen(t.textFaint);
        painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, when);
        const int right = painter->fontMetrics().horizontalAdvance(when) + 2 * kUnit;
        text.adjust(0, 0, -right, 0);
        painter->setPen(t.textMuted);
        painter->drawText(text, Qt::AlignLeft | Qt::AlignBottom,
            painter->fontMetrics().elidedText(
                index.data(RecentProjects::PathRole).toString(), Qt::ElideMiddle, text.width()));
        painter->setFont(Theme::instance().font(TextSize::Body, true));
        painter->setPen(t.text);
        painter->drawText(text, Qt::AlignLeft | Qt::AlignTop,
            painter->fontMetrics().elidedText(
                index.data(Qt::DisplayRole).toString(), Qt::ElideRight, text.width()));
        painter->restore();
    }
};

} // namespace

StartPage::StartPage(AppContext& context, RecentProjects* recent)
    : Page(context)
    , m_list(new QListView(this))
{
    setObjectName(QStringLiteral("startPage"));
    auto* outer = new QHBoxLayout(this);
    outer->addStretch(1);
    auto* column = new QVBoxLayout;
    column->setSpacing(kUnit);
    outer->addLayout(column, 4);
    outer->addStretch(1);

    column->addStretch(1);
    column->addWidget(new Text(tr("Winnow"), TextSize::Display));
    auto* lead = new Text(
        tr("Find the benchmark samples that measure nothing, decide on them, and export what is left."),
        TextSize::Body, Text::Tone::Muted);
    lead->setWordWrap(true);
    column->addWidget(lead);
    column->addSpacing(2 * kUnit);
    column->addLayout(buildButtons());
    column->addSpacing(3 * kUnit);
    addRecent(column, recent);
    auto* hint = new Text(tr("A project file can be dropped here. Nothing leaves this computer."),
        TextSize::Small, Text::Tone::Faint);
    hint->setWordWrap(true);
    column->addWidget(hint);
    column->addStretch(1);
}

QLayout* StartPage::buildButtons()
{
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kUnit);
    auto* openButton = new QPushButton(tr("Open project…"));
    openButton->setObjectName(QStringLiteral("openProject"));
    setButtonTone(openButton, ButtonTone::Primary);
    auto* newButton = new QPushButton(tr("New project…"));
    newButton->setObjectName(QStringLiteral("newProject"));
    buttons->addWidget(openButton);
    auto* demoButton = new QPushButton(tr("Open the demo"));
    demoButton->setObjectName(QStringLiteral("openDemo"));
    setTip(demoButton, tr("A generated benchmark with simulated models and planted defects"));
    buttons->addWidget(newButton);
    buttons->addWidget(demoButton);
    buttons->addStretch(1);
    connect(openButton, &QPushButton::clicked, this, &StartPage::openChosen);
    connect(newButton, &QPushButton::clicked, this, &StartPage::newChosen);
    connect(demoButton, &QPushButton::clicked, this, &StartPage::demoChosen);
    return buttons;
}

void StartPage::addRecent(QVBoxLayout* column, RecentProjects* recent)
{
    auto* recentTitle = new Text(tr("Recent projects"), TextSize::Small, Text::Tone::Muted);
    column->addWidget(recentTitle);
    m_list->setModel(recent);
    m_list->setItemDelegate(new RecentDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    setElidable(m_list->viewport());
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setAccessibleName(tr("Recent projects"));
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setMaximumHeight(8 * 7 * kUnit);
    column->addWidget(m_list, 3);
    const auto showRecent = [this, recent, recentTitle] {
        const bool any = recent->rowCount() > 0;
        m_list->setVisible(any);
        recentTitle->setVisible(any);
    };
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(recent, change, this, showRecent);
    }
    connect(recent, &QAbstractItemModel::modelReset, this, showRecent);
    showRecent();
    connect(m_list, &QListView::activated, this, [this](const QModelIndex& index) {
        emit this->context().openProjectRequested(index.data(RecentProjects::PathRole).toString());
    });
    connect(m_list, &QListView::clicked, m_list, &QListView::activated);
}

} // namespace winnow
