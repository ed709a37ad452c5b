// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QEvent>
#include <QFrame>
#include <QTimer>

#include <functional>
#include <optional>

class QPushButton;
class QToolButton;

namespace winnow {

class PlainLabel;

/// Something to tell the user without stopping them.
struct Message {
    enum class Kind { Info, Success, Warning, Error };

    Kind kind = Kind::Info;
    QString text;
    /// What to do about it.
    QString remedy;
    /// The one thing that can be done from the bar, such as Undo.
    QString actionText;
    std::function<void()> action;
    /// Told by a page: goes when the page is left or does something else.
    bool ofPage = false;

    static Message of(const Error& error);
};

/// For a widget that has something to tell: the page it is in tells it in the message bar.
void tellPage(QWidget* from, const Message& message);

/// How that gets from the widget to its page.
class MessageEvent : public QEvent {
public:
    explicit MessageEvent(const Message& message);
    static Type type();
    const Message& message() const { return m_message; }

private:
    Message m_message;
};

/// A card over the upper edge of the page, which stays where it is: errors with their remedy stay until
/// closed, news goes away by itself. What a page told goes with it; a standing error of the project that it
/// covered comes back.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    void show(const Message& message);
    /// The page that told the last message is left, or has gone on.
    void takeBack();
    /// The text shown, empty when hidden.
    QString currentText() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void display(const Message& message);
    void leave();
    void place();

    Message m_message;
    std::optional<Message> m_standing;
    PlainLabel* m_icon;
    PlainLabel* m_text;
    QPushButton* m_action;
    QToolButton* m_close;
    QTimer m_timer;
};

} // namespace winnow
