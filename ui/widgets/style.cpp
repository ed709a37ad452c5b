// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/style.h"

#include "ui/util/plainwidgets.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOption>
#include <QTableView>
#include <QToolButton>

namespace winnow {

namespace {

constexpr const char* kTone = "tone";

ButtonTone toneOf(const QWidget* widget)
{
    return widget ? ButtonTone(widget->property(kTone).toInt()) : ButtonTone::Normal;
}

void fillRound(QPainter* painter, const QRect& rect, const QColor& fill, const QColor& border, qreal radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border.isValid() ? QPen(border, 1) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->restore();
}

void drawFocus(QPainter* painter, const QRect& rect)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(tokens().accent, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), kRadius, kRadius);
    painter->restore();
}

/// The list that a combo box opens.
bool inComboList(const QWidget* widget)
{
    return widget && widget->window()->inherits("QComboBoxPrivateContainer");
}

bool keyboardFocus(const QStyleOption* option)
{
    return (option->state & QStyle::State_HasFocus) && (option->state & QStyle::State_KeyboardFocusChange);
}

void drawToolPanel(const QStyleOption* option, QPainter* painter)
{
    const Tokens& t = tokens();
    const bool on = option->state & QStyle::State_On;
    const bool down = option->state & QStyle::State_Sunken;
    const bool hover = (option->state & QStyle::State_Enabled) && (option->state & QStyle::State_MouseOver);
    if (on || down || hover) {
        const QColor ground = down ? t.pressed : t.hover;
        fillRound(painter, option->rect, on ? t.accentSoft : ground, QColor(), kRadius);
    }
    if (keyboardFocus(option)) {
        drawFocus(painter, option->rect);
    }
}

void drawBranch(const QStyleOption* option, QPainter* painter)
{
    if (option->state & QStyle::State_Children) {
        QRectF box(0, 0, 14, 14);
        box.moveCenter(QRectF(option->rect).center());
        paintLineIcon(painter,
            (option->state & QStyle::State_Open) ? QStringLiteral("chevron-down")
                                                 : QStringLiteral("chevron-right"),
            box, tokens().textMuted);
    }
}

/// A hairline in the middle, however wide the part is that can be grabbed.
void drawSplitter(const QRect& rect, QPainter* painter)
{
    const QRect line = rect.width() < rect.height() ? QRect(rect.center().x(), rect.top(), 1, rect.height())
                                                    : QRect(rect.left(), rect.center().y(), rect.width(), 1);
    painter->fillRect(line, tokens().border);
}

/// The chosen one is underlined.
void drawTab(const QStyleOption* option, QPainter* painter)
{
    const Tokens& t = tokens();
    constexpr int kLine = 2;
    const bool chosen = option->state & QStyle::State_Selected;
    const QRect rect = option->rect;
    if (!chosen && (option->state & QStyle::State_MouseOver)) {
        fillRound(painter, rect.adjusted(0, 0, 0, -kLine), t.hover, QColor(), kRadius);
    }
    painter->fillRect(
        QRect(rect.left(), rect.bottom() - kLine + 1, rect.width(), kLine), chosen ? t.accent : t.border);
    if (keyboardFocus(option)) {
        drawFocus(painter, rect.adjusted(1, 1, -1, -kLine - 1));
    }
}

void drawProgress(const QStyleOptionProgressBar& bar, QPainter* painter)
{
    const int height = qMin(6, bar.rect.height());
    const QRect groove(bar.rect.left(), bar.rect.center().y() - height / 2 + 1, bar.rect.width(), height);
    fillRound(painter, groove, tokens().pressed, QColor(), height / 2.0);
    QRect fill = groove;
    if (bar.maximum > bar.minimum) {
        const double share = double(bar.progress - bar.minimum) / double(bar.maximum - bar.minimum);
        fill.setWidth(qMax(height, int(share * groove.width())));
        if (bar.progress <= bar.minimum) {
            return;
        }
    } else {
        fill.setWidth(groove.width() / 4);
        fill.moveLeft(groove.left() + groove.width() * 3 / 8);
    }
    fillRound(painter, fill, tokens().accent, QColor(), height / 2.0);
}

void drawButtonPanel(const QStyleOption* option, QPainter* painter, ButtonTone tone)
{
    const Tokens& t = tokens();
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hover = enabled && (option->state & QStyle::State_MouseOver);
    QColor fill = down ? t.pressed : hover ? t.hover : t.surface;
    QColor border = t.borderStrong;
    if (tone == ButtonTone::Primary && enabled) {
        fill = primaryGround(down, hover);
        border = QColor();
    } else if (tone == ButtonTone::Quiet) {
        fill = down ? t.pressed : hover ? t.hover : QColor();
        border = QColor();
    } else if (!enabled) {
        fill = t.raised;
        border = t.border;
    }
    fillRound(painter, option->rect, fill, border, kRadius);
    if (keyboardFocus(option)) {
        drawFocus(painter, option->rect);
    }
}

void drawCheck(const QStyleOption* option, QPainter* painter, bool round)
{
    const Tokens& t = tokens();
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & QStyle::State_On;
    const bool partly = option->state & QStyle::State_NoChange;
    const int side = qMin(option->rect.width(), option->rect.height());
    QRect box(0, 0, side, side);
    box.moveCenter(option->rect.center());
    const QColor mark = enabled ? t.accent : t.borderStrong;
    fillRound(painter, box, on || partly ? mark : t.surface, on || partly ? QColor() : t.borderStrong,
        round ? side / 2.0 : 4);
    if (on && round) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.onAccent);
        painter->drawEllipse(QRectF(box).center(), side * 0.2, side * 0.2);
        painter->restore();
    } else if (on) {
        paintLineIcon(painter, QStringLiteral("check"), QRectF(box).adjusted(1, 1, -1, -1), t.onAccent);
    } else if (partly) {
        painter->fillRect(QRectF(box.left() + 4, box.center().y(), box.width() - 8, 2), t.onAccent);
    }
    if (keyboardFocus(option)) {
        drawFocus(painter, box.adjusted(-2, -2, 2, 2));
    }
}

void drawField(const QStyleOption* option, QPainter* painter)
{
    const Tokens& t = tokens();
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool focus = option->state & QStyle::State_HasFocus;
    fillRound(
        painter, option->rect, enabled ? t.surface : t.window, focus ? t.accent : t.borderStrong, kRadius);
}

/// A line, filled up to the handle; the handle has a ring while it has the focus.
void drawSlider(
    const QStyleOptionComplex* option, QPainter* painter, const QRect& groove, const QRect& handle)
{
    const Tokens& t = tokens();
    const bool enabled = option->state & QStyle::State_Enabled;
    QRectF line(groove.left(), handle.center().y() - 1.5, groove.width(), 4);
    fillRound(painter, line.toRect(), t.borderStrong, QColor(), 2);
    if (!enabled) {
        return;
    }
    line.setRight(handle.center().x());
    fillRound(painter, line.toRect(), t.accent, QColor(), 2);
    QRectF knob(0, 0, 14, 14);
    knob.moveCenter(QRectF(handle).center());
    const bool focused = option->state & QStyle::State_HasFocus;
    const bool active = option->state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(t.accent, focused || active ? 3 : 2));
    painter->setBrush(t.surface);
    painter->drawEllipse(knob.adjusted(1.5, 1.5, -1.5, -1.5));
    painter->restore();
}

} // namespace

void setButtonTone(QWidget* button, ButtonTone tone)
{
    button->setProperty(kTone, int(tone));
    button->update();
}

QColor primaryGround(bool down, bool hover)
{
    const Tokens& t = tokens();
    return down ? t.accent.darker(115) : hover ? t.accent.lighter(t.dark ? 106 : 110) : t.accent;
}

Style::Style()
    : QProxyStyle(QStringLiteral("fusion"))
{
}

void Style::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    makePlain(widget);
    if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget)
        || qobject_cast<QScrollBar*>(widget)) {
        widget->setAttribute(Qt::WA_Hover);
    }
}

void Style::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const Tokens& t = tokens();
    if (element == PE_Frame && inComboList(widget)) {
        painter->setPen(t.borderStrong);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    }
    switch (element) {
    case PE_PanelButtonCommand: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        const bool flat = button && (button->features & QStyleOptionButton::Flat);
        drawButtonPanel(option, painter, flat ? ButtonTone::Quiet : toneOf(widget));
        return;
    }
    case PE_PanelButtonTool:
        drawToolPanel(option, painter);
        return;
    case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option)) {
            if (frame->lineWidth > 0) {
                drawField(option, painter);
            }
        }
        return;
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        if (qobject_cast<const QAbstractScrollArea*>(widget)) {
            fillRound(painter, option->rect, QColor(), t.border, 0);
            return;
        }
        break;
    case PE_FrameGroupBox:
        fillRound(painter, option->rect, QColor(), t.border, kRadius);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheck(option, painter, false);
        return;
    case PE_IndicatorRadioButton:
        drawCheck(option, painter, true);
        return;
    case PE_FrameFocusRect:
        if (option->state & State_KeyboardFocusChange) {
            drawFocus(painter, option->rect);
        }
        return;
    case PE_IndicatorArrowDown:
        paintLineIcon(painter, QStringLiteral("chevron-down"), QRectF(option->rect), t.textMuted);
        return;
    case PE_IndicatorBranch:
        drawBranch(option, painter);
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(
    ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const Tokens& t = tokens();
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            QStyleOptionButton copy = *button;
            if (toneOf(widget) == ButtonTone::Primary && (option->state & State_Enabled)) {
                copy.palette.setColor(QPalette::ButtonText, t.onAccent);
            }
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_TabBarTabShape:
        drawTab(option, painter);
        return;
    case CE_Splitter:
        drawSplitter(option->rect, painter);
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, t.surface);
        painter->setPen(t.border);
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    case CE_ItemViewItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
            // Selected rows stay readable, with their icons: soft ground, ordinary text.
            QStyleOptionViewItem copy = *item;
            copy.palette.setColor(QPalette::Highlight, t.accentSoft);
            copy.palette.setColor(QPalette::HighlightedText, t.text);
            if (inComboList(widget)) {
                // The ground says which choice it is.
                copy.state &= ~State_HasFocus;
            }
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            QStyleOptionHeader copy = *header;
            copy.palette.setColor(QPalette::ButtonText, t.textMuted);
            copy.state &= ~State_On;
            copy.rect.adjust(kUnit - 2, 0, 2 - kUnit, 0);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_ProgressBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option)) {
            drawProgress(*bar, painter);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const Tokens& t = tokens();
    if (control == CC_ScrollBar) {
        drawScrollBar(option, painter, widget);
        return;
    }
    if (control == CC_Slider) {
        drawSlider(option, painter, subControlRect(control, option, SC_SliderGroove, widget),
            subControlRect(control, option, SC_SliderHandle, widget));
        return;
    }
    if (control == CC_ComboBox) {
        const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        if (combo && combo->frame) {
            const bool enabled = option->state & State_Enabled;
            const bool hover = enabled && (option->state & State_MouseOver);
            fillRound(painter, option->rect, hover && !combo->editable ? t.hover : t.surface,
                option->state & State_HasFocus ? t.accent : t.borderStrong, kRadius);
        }
        const QRect arrow = subControlRect(control, option, SC_ComboBoxArrow, widget);
        QRectF box(0, 0, 16, 16);
        box.moveCenter(QRectF(arrow).center());
        paintLineIcon(painter, QStringLiteral("chevron-down"), box,
            option->state & State_Enabled ? t.textMuted : t.textFaint);
        return;
    }
    if (control == CC_SpinBox) {
        const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        if (spin && spin->frame) {
            drawField(option, painter);
        }
        if (spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
            for (const SubControl part : {SC_SpinBoxUp, SC_SpinBoxDown}) {
                const QRect where = subControlRect(control, option, part, widget);
                QRectF box(0, 0, 10, 10);
                box.moveCenter(QRectF(where).center());
                painter->save();
                if (part == SC_SpinBoxUp) {
                    painter->translate(box.center());
                    painter->rotate(180);
                    painter->translate(-box.center());
                }
                const bool active = option->activeSubControls == part && (option->state & State_MouseOver);
                paintLineIcon(painter, QStringLiteral("chevron-down"), box, active ? t.text : t.textMuted);
                painter->restore();
            }
        }
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void Style::drawScrollBar(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (!bar) {
        return;
    }
    const Tokens& t = tokens();
    QRect handle = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    if (bar->maximum == bar->minimum) {
        return;
    }
    const bool active = option->state & (State_MouseOver | State_Sunken);
    const int inset = active ? 3 : 4;
    handle = bar->orientation == Qt::Vertical ? handle.adjusted(inset, 2, -inset, -2)
                                              : handle.adjusted(2, inset, -2, -inset);
    const qreal radius = (bar->orientation == Qt::Vertical ? handle.width() : handle.height()) / 2.0;
    fillRound(painter, handle, active ? t.textFaint : t.borderStrong, QColor(), radius);
}

QRect Style::subControlRect(
    ComplexControl control, const QStyleOptionComplex* option, SubControl part, const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (bar) {
            const bool vertical = bar->orientation == Qt::Vertical;
            const int length = vertical ? option->rect.height() : option->rect.width();
            const qint64 span = qint64(bar->maximum) - bar->minimum + bar->pageStep;
            int size = span > 0 ? int(qint64(length) * bar->pageStep / span) : length;
            size = qBound(qMin(32, length), size, length);
            const int start = sliderPositionFromValue(
                bar->minimum, bar->maximum, bar->sliderPosition, length - size, bar->upsideDown);
            QRect whole = option->rect;
            switch (part) {
            case SC_ScrollBarAddLine:
            case SC_ScrollBarSubLine:
            case SC_ScrollBarFirst:
            case SC_ScrollBarLast:
                // Not there: a part that covered the bar would take the mouse from the handle.
                return {};
            case SC_ScrollBarSlider:
                return vertical ? QRect(whole.left(), whole.top() + start, whole.width(), size)
                                : QRect(whole.left() + start, whole.top(), size, whole.height());
            case SC_ScrollBarSubPage:
                return vertical ? QRect(whole.left(), whole.top(), whole.width(), start)
                                : QRect(whole.left(), whole.top(), start, whole.height());
            case SC_ScrollBarAddPage:
                return vertical
                    ? QRect(whole.left(), whole.top() + start + size, whole.width(), length - start - size)
                    : QRect(whole.left() + start + size, whole.top(), length - start - size, whole.height());
            default:
                return whole;
            }
        }
    }
    if (control == CC_ComboBox) {
        const QRect whole = option->rect;
        if (part == SC_ComboBoxArrow) {
            return visualRect(
                option->direction, whole, QRect(whole.right() - 26, whole.top(), 24, whole.height()));
        }
        if (part == SC_ComboBoxListBoxPopup) {
            // As wide as its longest choice, so that none is cut.
            const auto* box = qobject_cast<const QComboBox*>(widget);
            const int wanted = box ? box->view()->sizeHintForColumn(box->modelColumn()) + 4 * kUnit : 0;
            return {whole.topLeft(), QSize(qMax(whole.width(), wanted), whole.height())};
        }
        if (part == SC_ComboBoxEditField) {
            return visualRect(option->direction, whole, whole.adjusted(kUnit + 2, 2, -28, -2));
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize Style::sizeFromContents(
    ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        const bool textless = button && button->text.isEmpty();
        result.setHeight(qMax(result.height(), 4 * kUnit));
        result.setWidth(textless ? qMax(result.height(), size.width() + kUnit) : size.width() + 4 * kUnit);
        break;
    }
    case CT_LineEdit:
    case CT_SpinBox:
        result.setHeight(qMax(result.height(), 4 * kUnit));
        break;
    case CT_ComboBox:
        result.setHeight(qMax(result.height(), 4 * kUnit));
        result.setWidth(result.width() + 2 * kUnit);
        break;
    case CT_ToolButton:
        result = result.expandedTo(QSize(0, 4 * kUnit - 2));
        break;
    case CT_MenuItem:
        result.setHeight(result.height() + 4);
        break;
    case CT_ItemViewItem:
        if (inComboList(widget)) {
            // As high as an entry of a menu: easy to hit.
            result.setHeight(qMax(result.height(), 3 * kUnit + kUnit / 2));
        }
        break;
    case CT_HeaderSection:
        result.setWidth(result.width() + 2 * kUnit - 4);
        result.setHeight(qMax(result.height(), 4 * kUnit));
        break;
    default:
        break;
    }
    return result;
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents) {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth > 0) {
            rect.adjust(kUnit - 4, 0, 4 - kUnit, 0);
        }
    }
    return rect;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return 14;
    case PM_FocusFrameHMargin:
        // The text of a cell stands under that of its header, that of a choice under that of its box; Qt adds
        // one pixel.
        return qobject_cast<const QTableView*>(widget) ? kUnit - 1
            : inComboList(widget)                      ? kUnit
                                                       : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return kUnit;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return kUnit;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return 2 * kUnit;
    case PM_SplitterWidth:
        return 1;
    case PM_MenuButtonIndicator:
        // Qt draws the arrow of a push button six pixels smaller than this; a box's has 14.
        return qobject_cast<const QPushButton*>(widget) ? 20
                                                        : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(
    StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_EtchDisabledText:
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_ComboBox_Popup:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace winnow
