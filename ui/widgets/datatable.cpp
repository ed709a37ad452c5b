// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/datatable.h"

#include "ui/models/tableroles.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStandardItem>
#include <QStyledItemDelegate>

namespace winnow {

namespace {

constexpr int kIcon = 15;

void paintBar(QPainter* painter, const QRectF& groove, double value)
{
    const double share = qBound(0.0, value, 1.0);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tokens().hover);
    painter->drawRoundedRect(groove, 1.5, 1.5);
    painter->setBrush(tokens().accent);
    painter->drawRoundedRect(
        QRectF(groove.left(), groove.top(), groove.width() * share, groove.height()), 1.5, 1.5);
}

/// The outline of a cell that is a button; returns the room of its text.
QRect paintButton(QPainter* painter, const QRect& cell, bool hover)
{
    const QRect button = cell.adjusted(kUnit / 2, kUnit / 2, -kUnit / 2, -kUnit / 2);
    painter->setPen(hover ? tokens().accent : tokens().border);
    painter->setBrush(tokens().surface);
    painter->drawRoundedRect(QRectF(button).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    return button.adjusted(kUnit / 2, 0, -kUnit / 2, 0);
}

class DataDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QFontMetrics metrics(Theme::instance().font(TextSize::Body, true));
        int width = metrics.horizontalAdvance(index.data().toString()) + 3 * kUnit;
        width += index.data(IndentRole).toInt() * 2 * kUnit;
        width += index.data(GroupIconRole).isValid() ? kIcon + kUnit : 0;
        return {qMin(width, 60 * kUnit), QStyledItemDelegate::sizeHint(option, index).height()};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& t = tokens();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool hover = option.state & QStyle::State_MouseOver;
        const bool link = index.data(LinkRole).toBool();
        const bool strong = index.data(StrongRole).toBool();
        if (option.state & QStyle::State_Selected) {
            painter->fillRect(option.rect, t.accentSoft);
        } else if (hover && link) {
            painter->fillRect(option.rect, t.hover);
        }
        painter->setPen(t.border);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        QRect text = option.rect.adjusted(kUnit, 0, -kUnit, 0);
        text.adjust(index.data(IndentRole).toInt() * 2 * kUnit, 0, 0, 0);
        const QVariant group = index.data(GroupIconRole);
        if (group.isValid()) {
            const auto flagGroup = FlagGroup(group.toInt());
            paintLineIcon(painter, QStringLiteral("group-") + flagGroupId(flagGroup),
                QRectF(text.left(), text.center().y() - 7, kIcon, kIcon),
                Theme::instance().flagGroupColor(flagGroup));
            text.adjust(kIcon + kUnit, 0, 0, 0);
        }
        const QVariant bar = index.data(BarRole);
        if (bar.isValid()) {
            paintBar(painter, QRect(text.left(), option.rect.bottom() - 6, text.width(), 3), bar.toDouble());
            text.adjust(0, 0, 0, -4);
        }
        QFont font = Theme::instance().font(TextSize::Body, strong);
        QColor color = index.data(MutedRole).toBool() ? t.textMuted : t.text;
        const int tone = index.data(ToneRole).toInt();
        if (tone != 0) {
            color = tone > 0 ? t.positive : t.negative;
        }
        const bool action = link && index.data(ActionRole).toBool();
        if (action) {
            text = paintButton(painter, option.rect, hover);
            color = t.accent;
        } else if (link && hover) {
            font.setUnderline(true);
            color = t.accent;
        }
        painter->setFont(font);
        painter->setPen(color);
        QVariant alignment = index.data(Qt::TextAlignmentRole);
        painter->drawText(text,
            alignment.isValid() ? alignment.toInt() : int(Qt::AlignLeft | Qt::AlignVCenter),
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
        if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
            painter->setPen(QPen(t.accent, 1.5));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -2));
        }
        painter->restore();
    }
};

} // namespace

DataTable::DataTable(QWidget* parent)
    : QTableView(parent)
{
    // It keeps the order of its model: a heading is no button.
    horizontalHeader()->setSectionsClickable(false);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setItemDelegate(new DataDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(4 * kUnit + 2);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setResizeContentsPrecision(200);
    horizontalHeader()->setMinimumSectionSize(6 * kUnit);
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        if (index.data(LinkRole).toBool()
            && !(QGuiApplication::keyboardModifiers() & (Qt::ControlModifier | Qt::ShiftModifier))) {
            emit linkActivated(index);
        }
    });
    connect(&Theme::instance(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void DataTable::setStretchColumn(int column)
{
    horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
}

void DataTable::setFitsRows(int rows)
{
    m_fitRows = rows;
    setVerticalScrollBarPolicy(rows == 0 ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(model(), change, this, [this] { updateGeometry(); });
    }
    connect(model(), &QAbstractItemModel::modelReset, this, [this] { updateGeometry(); });
}

QSize DataTable::sizeHint() const
{
    if (m_fitRows < 0 || !model()) {
        return QTableView::sizeHint();
    }
    const int rows = m_fitRows == 0 ? model()->rowCount() : qMin(m_fitRows, model()->rowCount());
    return {40 * kUnit,
        horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() + 2};
}

QSize DataTable::minimumSizeHint() const
{
    return m_fitRows < 0 ? QTableView::minimumSizeHint() : QSize(20 * kUnit, sizeHint().height());
}

QString DataTable::asText(QChar separator) const
{
    const auto cell = [separator](QString text) {
        if (separator == u',' && (text.contains(u',') || text.contains(u'"') || text.contains(u'\n'))) {
            text.replace(u'"', QLatin1String("\"\""));
            return QString(u'"' + text + u'"');
        }
        return text.replace(separator, u' ').replace(u'\n', u' ');
    };
    QVector<int> rows;
    const QModelIndexList chosen = selectionModel()->selectedRows();
    for (const QModelIndex& index : chosen) {
        rows.append(index.row());
    }
    std::sort(rows.begin(), rows.end());
    if (rows.size() < 2) {
        rows.clear();
        for (int row = 0; row < model()->rowCount(); ++row) {
            rows.append(row);
        }
    }
    QString text;
    QStringList line;
    for (int column = 0; column < model()->columnCount(); ++column) {
        line.append(cell(model()->headerData(column, Qt::Horizontal).toString()));
    }
    text += line.join(separator) + u'\n';
    for (const int row : std::as_const(rows)) {
        line.clear();
        for (int column = 0; column < model()->columnCount(); ++column) {
            const QModelIndex index = model()->index(row, column);
            const QVariant plain = index.data(PlainRole);
            line.append(cell(plain.isValid() ? plain.toString() : index.data().toString()));
        }
        text += line.join(separator) + u'\n';
    }
    return text;
}

void DataTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(asText());
        return;
    }
    const bool enter
        = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (enter && currentIndex().data(LinkRole).toBool()) {
        emit linkActivated(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void DataTable::mouseMoveEvent(QMouseEvent* event)
{
    const QModelIndex under = indexAt(event->position().toPoint());
    viewport()->setCursor(under.data(LinkRole).toBool() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QTableView::mouseMoveEvent(event);
}

void DataTable::wheelEvent(QWheelEvent* event)
{
    // A table that shows all its rows leaves the wheel to the page around it.
    if (m_fitRows == 0) {
        event->ignore();
        return;
    }
    QTableView::wheelEvent(event);
}

QStandardItem* tableItem(const QString& text, bool number)
{
    constexpr int kLong = 24;
    auto* item = new QStandardItem(text);
    item->setEditable(false);
    item->setData(int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter), Qt::TextAlignmentRole);
    if (!number && text.size() > kLong) {
        setTip(item, text);
    }
    return item;
}

} // namespace winnow
