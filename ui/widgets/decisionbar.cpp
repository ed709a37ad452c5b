// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/decisionbar.h"

#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace winnow {

namespace {

constexpr int kButtonHeight = 4 * kUnit;
constexpr int kIconSize = 16;
constexpr int kSpace = kUnit / 2;
constexpr int kGroupGap = 2 * kUnit;
constexpr int kMargin = kUnit;

int keyWidth(const QString& key)
{
    const QFontMetrics metrics(Theme::instance().font(TextSize::Small));
    return std::max(metrics.horizontalAdvance(key) + kUnit, metrics.height());
}

} // namespace

KeyButton::KeyButton(const QString& icon, const QString& text, const QString& key, QWidget* parent)
    : QAbstractButton(parent)
    , m_icon(icon)
    , m_key(key)
    , m_keyWidth(keyWidth(key))
{
    setText(text);
    setAccessibleName(text);
    setFocusPolicy(Qt::TabFocus);
    connect(&Theme::instance(), &Theme::changed, this, &QWidget::updateGeometry);
}

QSize KeyButton::sizeHint() const
{
    const QFontMetrics metrics(Theme::instance().font(TextSize::Body));
    const int words = m_compact ? 0 : metrics.horizontalAdvance(text()) + 6;
    return {kUnit + kIconSize + words + kUnit + m_keyWidth + 6, kButtonHeight};
}

void KeyButton::setActive(bool active)
{
    if (m_active != active) {
        m_active = active;
        update();
    }
}

void KeyButton::setCompact(bool compact)
{
    m_compact = compact;
    updateGeometry();
}

void KeyButton::setKey(const QString& key)
{
    if (m_key != key) {
        m_key = key;
        m_keyWidth = qMax(m_keyWidth, keyWidth(key));
        update();
    }
}

void KeyButton::enterEvent(QEnterEvent*)
{
    update();
}

void KeyButton::leaveEvent(QEvent*)
{
    update();
}

void KeyButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& t = tokens();
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool enabled = isEnabled();
    const QColor ground = isDown() ? t.pressed
        : m_active                 ? t.accentSoft
        : underMouse() && enabled  ? t.hover
                                   : t.surface;
    painter.setPen(QPen(hasFocus() || m_active ? t.accent : t.border, hasFocus() ? 2 : 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(frame, kRadius, kRadius);
    const QColor ink = enabled ? t.text : t.textFaint;
    paintLineIcon(&painter, m_icon, QRectF(kUnit, (height() - kIconSize) / 2.0, kIconSize, kIconSize),
        enabled ? t.textMuted : t.textFaint);
    const int keyed = keyWidth(m_key);
    const QRectF cap(width() - keyed - 6, (height() - 18) / 2.0, keyed, 18);
    painter.setFont(Theme::instance().font(TextSize::Body));
    painter.setPen(ink);
    painter.drawText(QRectF(kUnit + kIconSize + 6, 0, cap.left() - kUnit - kIconSize - 6, height()),
        Qt::AlignLeft | Qt::AlignVCenter, m_compact ? QString() : text());
    painter.setPen(QPen(t.border, 1));
    painter.setBrush(t.raised);
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setFont(Theme::instance().font(TextSize::Small));
    painter.setPen(enabled ? t.textMuted : t.textFaint);
    painter.drawText(cap, Qt::AlignCenter, m_key);
}

DecisionBar::DecisionBar(QWidget* parent)
    : QWidget(parent)
    , m_buttonArea(new QWidget)
    , m_editArea(new QWidget)
    , m_editTitle(new Text({}, TextSize::Body))
    , m_editHint(new Text({}, TextSize::Small, Text::Tone::Muted))
    , m_note(new QPlainTextEdit)
    , m_line(new QLineEdit)
{
    setObjectName(QStringLiteral("decisionBar"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_editArea);
    layout->addWidget(m_buttonArea);
    auto* editing = new QHBoxLayout(m_editArea);
    editing->setContentsMargins(2 * kUnit, kUnit / 2, 2 * kUnit, kUnit / 2);
    editing->setSpacing(kUnit);
    m_editTitle->setStrong(true);
    editing->addWidget(m_editTitle);
    editing->addWidget(m_note, 1);
    editing->addWidget(m_line, 1);
    editing->addWidget(m_editHint);
    m_note->setObjectName(QStringLiteral("noteEditor"));
    m_note->setTabChangesFocus(true);
    m_line->setObjectName(QStringLiteral("lineEditor"));
    m_note->installEventFilter(this);
    m_line->installEventFilter(this);
    m_editArea->hide();
}

void DecisionBar::setButtons(const QVector<DecisionButton>& buttons)
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    m_specs = buttons;
    for (const DecisionButton& spec : buttons) {
        auto* button = new KeyButton(spec.icon, spec.text, spec.key, m_buttonArea);
        setTip(button, spec.tip);
        button->setCompact(spec.compact);
        connect(button, &QAbstractButton::clicked, this, [this, id = spec.id] { emit pressed(id); });
        m_buttons.append(button);
        button->show();
    }
    fitHeight();
}

void DecisionBar::fitHeight()
{
    const int height = arrange(width(), true);
    m_buttonArea->setFixedHeight(height);
    // A question with its answers is several lines, and read as a whole.
    constexpr int kConversionLines = 7;
    const int tall = kConversionLines * m_note->fontMetrics().lineSpacing() + 2 * kMargin;
    m_editArea->setFixedHeight(m_editor == Editor::Conversion ? std::max(height, tall) : height);
}

KeyButton* DecisionBar::button(int id) const
{
    for (int i = 0; i < m_specs.size(); ++i) {
        if (m_specs.at(i).id == id) {
            return m_buttons.at(i);
        }
    }
    return nullptr;
}

int DecisionBar::arrange(int width, bool apply)
{
    int x = kMargin;
    int y = kMargin;
    for (int i = 0; i < m_buttons.size(); ++i) {
        const QSize size = m_buttons.at(i)->sizeHint();
        if (m_specs.at(i).gap && x > kMargin) {
            x += kGroupGap - kSpace;
        }
        if (x + size.width() > width - kMargin && x > kMargin) {
            x = kMargin;
            y += kButtonHeight + kSpace;
        }
        if (apply) {
            m_buttons.at(i)->setGeometry(QRect(QPoint(x, y), size));
        }
        x += size.width() + kSpace;
    }
    return y + kButtonHeight + kMargin;
}

void DecisionBar::resizeEvent(QResizeEvent*)
{
    fitHeight();
}

void DecisionBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), tokens().border);
}

void DecisionBar::edit(Editor editor, const QString& original, const QString& subject)
{
    closeEditor();
    if (editor == Editor::None) {
        return;
    }
    m_editor = editor;
    m_opened = original;
    m_draft = subject.isEmpty() ? QString() : QString::number(int(editor)) + u' ' + subject;
    const QString text = m_drafts.value(m_draft, original);
    fitHeight();
    m_note->setVisible(hasLines());
    m_line->setVisible(!hasLines());
    switch (editor) {
    case Editor::None:
        break;
    case Editor::Note:
        m_editTitle->setText(tr("Note"));
        m_editHint->setText(tr("Ctrl+Enter saves, Esc leaves and keeps the text"));
        break;
    case Editor::Gold:
        m_editTitle->setText(tr("New gold answer"));
        m_editHint->setText(tr("Enter saves, Esc leaves"));
        break;
    case Editor::Answer:
        m_editTitle->setText(tr("Your answer"));
        m_editHint->setText(tr("Enter shows the flags, Esc leaves"));
        break;
    case Editor::Conversion:
        m_editTitle->setText(tr("Open-ended"));
        m_editHint->setText(tr("The question, an empty line, an accepted answer a line; Ctrl+Enter saves"));
        break;
    }
    m_note->setAccessibleName(m_editTitle->text());
    m_line->setAccessibleName(m_editTitle->text());
    // In place of the buttons, which the keyboard cannot reach now: nothing above moves.
    m_buttonArea->hide();
    m_editArea->show();
    if (hasLines()) {
        m_note->setPlainText(text);
        m_note->setFocus();
        m_note->moveCursor(QTextCursor::End);
    } else {
        m_line->setText(text);
        m_line->setFocus();
        m_line->selectAll();
    }
}

void DecisionBar::closeEditor()
{
    if (m_editor == Editor::None) {
        return;
    }
    if (!m_draft.isEmpty() && typed() != m_opened) {
        m_drafts.insert(m_draft, typed());
    } else {
        m_drafts.remove(m_draft);
    }
    m_editor = Editor::None;
    m_editArea->hide();
    m_buttonArea->show();
    emit editorClosed();
}

QString DecisionBar::typed() const
{
    return hasLines() ? m_note->toPlainText() : m_line->text();
}

void DecisionBar::save()
{
    const Editor editor = m_editor;
    const QString text = typed();
    m_opened = text; // nothing is left to keep
    closeEditor();
    emit edited(editor, text.trimmed());
}

bool DecisionBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Escape) {
        closeEditor();
        return true;
    }
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (enter && (watched == m_line || (key->modifiers() & Qt::ControlModifier))) {
        save();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace winnow
