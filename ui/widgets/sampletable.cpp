// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sampletable.h"

#include "ui/models/samplemodel.h"
#include "ui/models/terms.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace winnow {

namespace {

constexpr int kRoomy = 112 * kUnit;
constexpr int kMiddle = 88 * kUnit;
/// A column of flags below this width shows the icons alone.
constexpr int kNamedFlags = 12 * kUnit;

class SampleTableDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& t = tokens();
        painter->save();
        const bool selected = option.state & QStyle::State_Selected;
        if (selected) {
            painter->fillRect(option.rect, t.accentSoft);
        } else if (option.state & QStyle::State_MouseOver) {
            painter->fillRect(option.rect, t.hover);
        }
        painter->setPen(t.border);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
        if (view && view->currentIndex().row() == index.row() && index.column() == SampleModel::KeyColumn) {
            painter->fillRect(
                QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), t.accent);
        }
        QRect text = option.rect.adjusted(kUnit, 0, -kUnit, 0);
        if (index.column() == SampleModel::FlagsColumn) {
            text.setLeft(paintGroups(painter, text, index));
        }
        const bool loaded
            = index.column() > SampleModel::GoldColumn || index.data(SampleModel::LoadedRole).toBool();
        if (index.column() == SampleModel::FlagsColumn && option.rect.width() < kNamedFlags) {
            painter->restore();
            return;
        }
        if (!loaded) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(t.hover);
            painter->drawRoundedRect(
                QRect(text.left(), text.center().y() - 4, qMin(text.width(), 10 * kUnit), kUnit), 4, 4);
        } else {
            const bool primary = index.column() == SampleModel::QuestionColumn;
            painter->setFont(option.font);
            painter->setPen(primary ? t.text : t.textMuted);
            painter->drawText(text, index.data(Qt::TextAlignmentRole).toInt(),
                painter->fontMetrics().elidedText(
                    index.data().toString().simplified().left(400), Qt::ElideRight, text.width()));
        }
        painter->restore();
    }

private:
    static int paintGroups(QPainter* painter, const QRect& text, const QModelIndex& index)
    {
        const quint32 kinds = index.data(SampleModel::KindMaskRole).toUInt();
        const quint32 open = index.data(SampleModel::OpenMaskRole).toUInt();
        int x = text.left();
        quint32 shown = 0;
        for (const FlagKind& kind : flagKinds()) {
            const quint32 group = 1U << int(kind.group);
            if (!(kinds & (1U << kind.index)) || (shown & group)) {
                continue;
            }
            shown |= group;
            painter->setOpacity(open & (1U << kind.index) ? 1 : 0.45);
            paintLineIcon(painter, QStringLiteral("group-") + flagGroupId(kind.group),
                QRectF(x, text.center().y() - 7, 15, 15), Theme::instance().flagGroupColor(kind.group));
            painter->setOpacity(1);
            x += 18;
        }
        return shown ? x + 4 : x;
    }
};

} // namespace

SampleTable::SampleTable(QWidget* parent)
    : DataTable(parent)
{
    setObjectName(QStringLiteral("sampleTable"));
    setAccessibleName(tr("Samples as a table"));
    setItemDelegate(new SampleTableDelegate(this));
    verticalHeader()->setDefaultSectionSize(4 * kUnit);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setSectionsClickable(true);
    keepColumns(QStringLiteral("samples"));
    setElidable(viewport());
}

void SampleTable::setModel(QAbstractItemModel* newModel)
{
    // A million rows are not measured.
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    DataTable::setModel(newModel);
    horizontalHeader()->setSectionResizeMode(SampleModel::QuestionColumn, QHeaderView::Stretch);
    setWidths();
}

void SampleTable::setWidths()
{
    const int room = viewport()->width();
    const Room kind = room >= kRoomy ? Room::Wide : room >= kMiddle ? Room::Middle : Room::Narrow;
    if (!model() || kind == m_room) {
        return;
    }
    // What the user made of the columns stays as long as the table has about the same room.
    m_room = kind;
    const bool narrow = kind == Room::Narrow;
    const QVector<QPair<int, int>> widths{{SampleModel::KeyColumn, narrow ? 13 : 18},
        {SampleModel::GoldColumn, 14}, {SampleModel::CapabilityColumn, 16},
        // In a narrow table the icons say it, and the tip of the cell.
        {SampleModel::FlagsColumn,
            kind == Room::Wide ? 24
                : narrow       ? 8
                               : 16},
        {SampleModel::ScoreColumn, 7}, {SampleModel::AccuracyColumn, 10},
        {SampleModel::DecisionColumn, narrow ? 11 : 13}};
    for (const auto& [column, units] : widths) {
        // Never narrower than its heading, in whatever language.
        setColumnWidth(column, qMax(units * kUnit, horizontalHeader()->sectionSizeHint(column)));
    }
    applyColumns();
}

bool SampleTable::isUsuallyHidden(int column) const
{
    // The question needs the room more than what the grid and the panel show as well.
    return (column == SampleModel::CapabilityColumn && m_room != Room::Wide)
        || (column == SampleModel::GoldColumn && m_room == Room::Narrow);
}

void SampleTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        event->ignore();
        return;
    }
    DataTable::keyPressEvent(event);
}

void SampleTable::resizeEvent(QResizeEvent* event)
{
    setWidths();
    DataTable::resizeEvent(event);
}

} // namespace winnow
