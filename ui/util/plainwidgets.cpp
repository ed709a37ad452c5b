// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/util/plainwidgets.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QListWidgetItem>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardItem>
#include <QToolTip>

namespace winnow {

namespace {

const char* const kElidable = "elidable";

} // namespace

namespace {

constexpr const char* kTip = "winnowTip";
/// The height of a field of one line, at most.
constexpr int kMostLabelHeight = 40;

} // namespace

void setTip(QWidget* widget, const QString& text)
{
    widget->setToolTip(plainTip(text));
    // Qt would read out the tip as it is written, markup and all. A description of its own stays.
    const QString tip = cutTip(text);
    if (widget->accessibleDescription() == widget->property(kTip).toString()) {
        widget->setAccessibleDescription(tip);
    }
    widget->setProperty(kTip, tip);
}

void setTip(QAction* action, const QString& text)
{
    action->setToolTip(plainTip(text));
}

void setTip(QListWidgetItem* item, const QString& text)
{
    item->setToolTip(plainTip(text));
}

void setTip(QStandardItem* item, const QString& text)
{
    item->setToolTip(plainTip(text));
}

void setTip(QComboBox* box, int index, const QString& text)
{
    box->setItemData(index, plainTip(text), Qt::ToolTipRole);
}

void showTip(const QPoint& globalPosition, const QString& text, QWidget* widget, const QRect& area)
{
    QToolTip::showText(globalPosition, plainTip(text), widget, area);
}

void hideTip()
{
    QToolTip::hideText();
}

void setCaption(QAbstractButton* button, const QString& text)
{
    button->setText(plainCaption(text));
}

PlainLabel::PlainLabel(QWidget* parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
}

void PlainLabel::setText(const QString& text)
{
    setTextFormat(Qt::PlainText);
    QLabel::setText(text);
}

void PlainLabel::setMarkup(const Markup& markup)
{
    setTextFormat(Qt::RichText);
    QLabel::setText(markup.html());
}

void addFormRow(QFormLayout* form, const QString& title, QWidget* field)
{
    auto* label = new PlainLabel;
    label->setText(title);
    label->setBuddy(field);
    // The form puts a label at the top of its row: beside the middle of its field, or of a tall one's first
    // line.
    label->setMinimumHeight(qMin(field->sizeHint().height(), kMostLabelHeight));
    form->addRow(label, field);
}

void setElidable(QWidget* widget)
{
    widget->setProperty(kElidable, true);
}

bool isElidable(const QWidget* widget)
{
    return widget->property(kElidable).toBool();
}

int ask(QWidget* parent, const QString& title, const QString& question, const QString& more,
    const QStringList& answers)
{
    QMessageBox box(QMessageBox::Warning, title, question, QMessageBox::NoButton, parent);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(more);
    QList<QAbstractButton*> buttons;
    for (const QString& answer : answers) {
        buttons.append(box.addButton(
            answer, buttons.isEmpty() ? QMessageBox::AcceptRole : QMessageBox::DestructiveRole));
    }
    // Of our own translation: Qt's is not installed everywhere.
    box.addButton(QCoreApplication::translate("winnow::ask", "Cancel"), QMessageBox::RejectRole);
    box.setDefaultButton(qobject_cast<QPushButton*>(buttons.value(0)));
    box.exec();
    return int(buttons.indexOf(box.clickedButton()));
}

void makePlain(QWidget* widget)
{
    auto* label = qobject_cast<QLabel*>(widget);
    if (label && qobject_cast<QMessageBox*>(label->parentWidget())) {
        label->setTextFormat(Qt::PlainText);
    }
}

} // namespace winnow
