// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebar.h"

#include "ui/models/terms.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/chiprow.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/style.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace winnow {

namespace {

constexpr int kNewsMilliseconds = 8000;
constexpr int kWidest = 96 * kUnit;
constexpr int kNarrowest = 40 * kUnit;
constexpr int kBelowHead = 6 * kUnit + 2;

QColor hueOf(Message::Kind kind)
{
    switch (kind) {
    case Message::Kind::Info:
        return tokens().accent;
    case Message::Kind::Success:
        return tokens().positive;
    case Message::Kind::Warning:
        return tokens().caution;
    case Message::Kind::Error:
        return tokens().negative;
    }
    return tokens().accent;
}

QString iconOf(Message::Kind kind)
{
    switch (kind) {
    case Message::Kind::Info:
        return QStringLiteral("info");
    case Message::Kind::Success:
        return QStringLiteral("confirm");
    case Message::Kind::Warning:
        return QStringLiteral("warning");
    case Message::Kind::Error:
        return QStringLiteral("error");
    }
    return {};
}

} // namespace

Message Message::of(const Error& error)
{
    Message message;
    message.kind = Kind::Error;
    message.text = errorMessage(error);
    message.remedy = errorRemedy(error);
    return message;
}

MessageEvent::MessageEvent(const Message& message)
    : QEvent(type())
    , m_message(message)
{
}

QEvent::Type MessageEvent::type()
{
    static const auto registered = Type(QEvent::registerEventType());
    return registered;
}

void tellPage(QWidget* from, const Message& message)
{
    MessageEvent event(message);
    event.ignore();
    for (QWidget* widget = from; widget && !event.isAccepted(); widget = widget->parentWidget()) {
        QCoreApplication::sendEvent(widget, &event);
    }
}

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_icon(new PlainLabel(this))
    , m_text(new PlainLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("messageBar"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * kUnit, kUnit / 2, kUnit, kUnit / 2);
    layout->setSpacing(kUnit);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setIcon(lineIcon(QStringLiteral("close")));
    m_close->setAccessibleName(tr("Close the message"));
    setTip(m_close, tr("Close the message"));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::TabFocus);
    setButtonTone(m_action, ButtonTone::Quiet);
    m_action->setObjectName(QStringLiteral("messageAction"));
    // Pressed with the mouse, it leaves the keys where they are: it is gone in a moment.
    m_action->setFocusPolicy(Qt::TabFocus);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &MessageBar::leave);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::leave);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const std::function<void()> action = m_message.action;
        leave();
        if (action) {
            action();
        }
    });
    setAutoFillBackground(false);
    if (parent) {
        parent->installEventFilter(this);
    }
    hide();
}

void MessageBar::place()
{
    const QWidget* area = parentWidget();
    if (!area) {
        return;
    }
    // As wide as its words need: what it covers stays little.
    const int around = layout()->contentsMargins().left() + layout()->contentsMargins().right()
        + m_icon->sizeHint().width() + m_close->sizeHint().width() + 3 * layout()->spacing()
        + (m_action->isHidden() ? 0 : m_action->sizeHint().width());
    const int words = QFontMetrics(m_text->font()).horizontalAdvance(m_text->text()) + kUnit;
    const int width = qMin(qMin(area->width() - 4 * kUnit, kWidest), qMax(kNarrowest, words + around));
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width)
                                                     : layout()->totalSizeHint().height();
    // Below the heads of the pages, whose titles and controls stay in reach, and below a row of filters.
    int top = kBelowHead;
    for (const ChipRow* row : area->findChildren<ChipRow*>()) {
        if (row->isVisible()) {
            top = qMax(top, row->mapTo(area, QPoint(0, row->height())).y() + kUnit / 2);
        }
    }
    setGeometry((area->width() - width) / 2, top, width, height);
}

bool MessageBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

void MessageBar::show(const Message& message)
{
    const bool stays = message.kind == Message::Kind::Warning || message.kind == Message::Kind::Error;
    if (!message.ofPage) {
        m_standing = stays ? std::optional(message) : std::nullopt;
    }
    display(message);
}

void MessageBar::takeBack()
{
    if (!isHidden() && m_message.ofPage) {
        leave();
    }
}

void MessageBar::leave()
{
    m_timer.stop();
    if (m_message.ofPage && m_standing) {
        display(*m_standing);
        return;
    }
    m_standing.reset();
    hide();
}

void MessageBar::display(const Message& message)
{
    m_message = message;
    QString text = message.text;
    if (!message.remedy.isEmpty()) {
        if (!text.endsWith(u'.')) {
            text += u'.';
        }
        text += u' ' + message.remedy;
    }
    m_text->setText(text);
    m_icon->setPixmap(
        lineIcon(iconOf(message.kind), hueOf(message.kind)).pixmap(QSize(18, 18), devicePixelRatioF()));
    m_action->setText(message.actionText);
    m_action->setVisible(!message.actionText.isEmpty());
    setVisible(true);
    place();
    raise();
    if (message.kind == Message::Kind::Info || message.kind == Message::Kind::Success) {
        m_timer.start(kNewsMilliseconds);
    } else {
        m_timer.stop();
    }
}

QString MessageBar::currentText() const
{
    return isHidden() ? QString() : m_text->text();
}

void MessageBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QColor hue = hueOf(m_message.kind);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hue, 1));
    painter.setBrush(Theme::instance().softened(hue));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

} // namespace winnow
