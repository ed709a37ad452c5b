// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/plaintext.h"

#include <QLabel>

class QAbstractButton;
class QAction;
class QComboBox;
class QFormLayout;
class QListWidgetItem;
class QStandardItem;

namespace winnow {

// The only ways in which the window gives Qt a tool tip or a label; tests/architecture refuses others.

/// The tip of a widget, and what a screen reader says of it unless it has a description. Empty: none.
void setTip(QWidget* widget, const QString& text);
void setTip(QAction* action, const QString& text);
void setTip(QListWidgetItem* item, const QString& text);
void setTip(QStandardItem* item, const QString& text);
/// The tip of one choice of a box.
void setTip(QComboBox* box, int index, const QString& text);
/// Shows a tip at once; `area` of the widget is where it stays. Empty text hides it.
void showTip(const QPoint& globalPosition, const QString& text, QWidget* widget, const QRect& area = {});
void hideTip();
/// The text of a button that Qt draws.
void setCaption(QAbstractButton* button, const QString& text);

/// A label that shows its text letter by letter: never markup, never a picture, never a file.
class PlainLabel : public QLabel {
    Q_OBJECT
public:
    explicit PlainLabel(QWidget* parent = nullptr);

    void setText(const QString& text);
    /// Links and colours that the program itself puts together.
    void setMarkup(const Markup& markup);

private:
    using QLabel::setTextFormat;
};

/// A row of a form whose title is such a label.
void addFormRow(QFormLayout* form, const QString& title, QWidget* field);

/// The texts of this widget may be too long for their room and are then cut: names, paths and what else comes
/// from data, with the whole in a tip or nearby. What the program itself says always has room; tests see to
/// it.
void setElidable(QWidget* widget);
bool isElidable(const QWidget* widget);

/// Asks what cannot be taken back later. Returns the number of the answer, or -1 when the user cancels; the
/// first answer is the default.
int ask(QWidget* parent, const QString& title, const QString& question, const QString& more,
    const QStringList& answers);

/// Makes the boxes that Qt itself puts up, such as the file dialog's questions, say their text plainly. For
/// the style, of every widget before it is shown.
void makePlain(QWidget* widget);

} // namespace winnow
