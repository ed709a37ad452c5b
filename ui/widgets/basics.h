// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/util/plainwidgets.h"
#include "ui/widgets/theme.h"

#include <QFrame>
#include <QPushButton>

#include <functional>

class QHBoxLayout;
class QVBoxLayout;

namespace winnow {

/// A surface with a border and the one radius; its layout has the usual margins.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(QWidget* parent = nullptr);
    QVBoxLayout* body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_body;
};

/// Text in one of the four sizes, muted or not, that follows the theme.
class Text : public PlainLabel {
    Q_OBJECT
public:
    enum class Tone { Normal, Muted, Faint, Positive, Negative, Caution };

    explicit Text(const QString& text, TextSize size = TextSize::Body, Tone tone = Tone::Normal,
        QWidget* parent = nullptr);
    void setStrong(bool strong);
    void setTone(Tone tone);

private:
    void restyle();

    TextSize m_size;
    Tone m_tone;
    bool m_strong = false;
};

/// What a list, a chart or a page shows when it has nothing: what is missing and what to do about it.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget* parent = nullptr);
    void set(const QString& icon, const QString& title, const QString& text);
    /// Adds a button; the first is the primary one.
    QPushButton* addAction(const QString& title, std::function<void()> action);
    void clearActions();
    QString title() const;

private:
    void restyle();

    QString m_iconName;
    PlainLabel* m_icon;
    Text* m_title;
    Text* m_text;
    QHBoxLayout* m_buttons;
};

/// The heading row of a page: title on the left, room for controls on the right.
class PageHeader : public QWidget {
    Q_OBJECT
public:
    explicit PageHeader(const QString& title, QWidget* parent = nullptr);
    void setTitle(const QString& title);
    void setSubtitle(const QString& subtitle);
    /// Makes room for something else; the subtitle stays what it is.
    void showSubtitle(bool on);
    void addControl(QWidget* control);

private:
    Text* m_title;
    Text* m_subtitle;
    QHBoxLayout* m_layout;
};

/// A thin line between parts.
class Rule : public QWidget {
    Q_OBJECT
public:
    explicit Rule(Qt::Orientation orientation, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace winnow
