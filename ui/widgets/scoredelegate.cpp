// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scoredelegate.h"

#include <QDoubleSpinBox>

namespace winnow {

namespace {

constexpr double kStep = 0.05;

} // namespace

ScoreDelegate::ScoreDelegate(QAbstractItemDelegate* drawing, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_drawing(drawing)
{
}

void ScoreDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    m_drawing->paint(painter, option, index);
}

QSize ScoreDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return m_drawing->sizeHint(option, index);
}

QWidget* ScoreDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const
{
    auto* number = new QDoubleSpinBox(parent);
    number->setRange(0, 1);
    number->setSingleStep(kStep);
    number->setDecimals(2);
    number->setAlignment(Qt::AlignRight);
    number->setAutoFillBackground(true);
    return number;
}

void ScoreDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    if (auto* number = qobject_cast<QDoubleSpinBox*>(editor)) {
        number->setValue(index.data(Qt::EditRole).toDouble());
        number->selectAll();
    }
}

void ScoreDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    if (auto* number = qobject_cast<QDoubleSpinBox*>(editor)) {
        number->interpretText();
        model->setData(index, number->value());
    }
}

} // namespace winnow
