// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/auditlines.h"

#include "ui/widgets/icons.h"

#include <QGridLayout>

namespace winnow {

AuditLines::AuditLines(const QString& name, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(name);
    clear();
}

void AuditLines::clear()
{
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    delete m_grid;
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(kUnit);
    m_grid->setVerticalSpacing(kUnit / 2);
    m_grid->setColumnStretch(1, 1);
}

void AuditLines::add(const QString& icon, const QColor& tint, const QString& text, Text::Tone tone)
{
    const int row = m_grid->rowCount();
    auto* mark = new PlainLabel;
    mark->setPixmap(lineIcon(icon, tint).pixmap(QSize(16, 16), mark->devicePixelRatioF()));
    mark->setFixedSize(18, 18);
    auto* sentence = new Text(text, TextSize::Body, tone);
    sentence->setWordWrap(true);
    sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_grid->addWidget(mark, row, 0, Qt::AlignTop);
    m_grid->addWidget(sentence, row, 1);
}

void AuditLines::done()
{
    setVisible(m_grid->rowCount() > 1);
}

} // namespace winnow
