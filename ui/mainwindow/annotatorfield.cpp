// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/annotatorfield.h"

#include "ui/models/keymap.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

#include <utility>

namespace winnow {

namespace {

/// The name and its field have one width, so that nothing beside them moves.
constexpr int kWidth = 24 * kUnit;

} // namespace

AnnotatorField::AnnotatorField(QWidget* parent)
    : QStackedWidget(parent)
    , m_button(new QToolButton)
    , m_edit(new QLineEdit)
{
    setObjectName(QStringLiteral("annotatorField"));
    setFixedSize(kWidth, 3 * kUnit + kUnit / 2);
    m_button->setObjectName(QStringLiteral("annotator"));
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setIcon(lineIcon(QStringLiteral("people")));
    m_button->setIconSize(QSize(14, 14));
    m_button->setAutoRaise(true);
    m_button->setFocusPolicy(Qt::TabFocus);
    m_button->setMaximumWidth(kWidth);
    m_button->setFont(Theme::instance().font(TextSize::Small));
    auto* holder = new QWidget;
    m_button->setParent(holder);
    addWidget(holder);
    m_edit->setObjectName(QStringLiteral("annotatorName"));
    m_edit->setAccessibleName(tr("Sign decisions as"));
    m_edit->setFont(Theme::instance().font(TextSize::Small));
    m_edit->setMaxLength(100);
    m_edit->setMaximumHeight(height());
    m_edit->installEventFilter(this);
    addWidget(m_edit);
    connect(m_button, &QToolButton::clicked, this, &AnnotatorField::edit);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        m_button->setFont(Theme::instance().font(TextSize::Small));
        m_edit->setFont(Theme::instance().font(TextSize::Small));
        setName(m_name);
    });
}

void AnnotatorField::setName(const QString& name)
{
    m_name = name;
    const QFontMetrics metrics(m_button->font());
    setCaption(m_button, metrics.elidedText(name, Qt::ElideRight, kWidth - 5 * kUnit));
    setTip(m_button,
        tr("Decisions are signed %1. Click to change the name%2.")
            .arg(name, withKeys({}, QStringLiteral("window.annotator"))));
    m_button->setAccessibleName(tr("Annotator: %1").arg(name));
    m_button->setGeometry(QRect(QPoint(0, 0), QSize(m_button->sizeHint().width(), height())));
}

void AnnotatorField::edit()
{
    if (m_editing) {
        return;
    }
    m_editing = true;
    m_before = QApplication::focusWidget();
    m_edit->setText(m_name);
    setCurrentWidget(m_edit);
    m_edit->setFocus();
    m_edit->selectAll();
}

void AnnotatorField::finish(bool take)
{
    // Hiding the field takes its focus, which would finish once more.
    if (!std::exchange(m_editing, false)) {
        return;
    }
    const QString name = m_edit->text();
    const bool focused = m_edit->hasFocus();
    setCurrentIndex(0);
    // The keys go on where they were.
    if (focused && m_before && m_before != m_button) {
        m_before->setFocus();
    } else if (focused) {
        m_button->setFocus();
    }
    if (take && !name.trimmed().isEmpty()) {
        emit nameChosen(name);
    }
}

bool AnnotatorField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
            finish(key != Qt::Key_Escape);
            return true;
        }
    }
    if (watched == m_edit && event->type() == QEvent::ShortcutOverride) {
        // Escape belongs to the name, not to the page.
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    }
    if (watched == m_edit && event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason
        && static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason) {
        finish(true);
    }
    return QStackedWidget::eventFilter(watched, event);
}

} // namespace winnow
