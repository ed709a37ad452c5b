// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/cutofffields.h"

#include "core/store/settingsstore.h"
#include "core/text/scorer.h"
#include "ui/models/terms.h"
#include "ui/widgets/basics.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSpinBox>
#include <QWheelEvent>

namespace winnow {

namespace {

/// In a form that scrolls the wheel scrolls, and changes nothing in passing.
class QuietSpinBox : public QSpinBox {
public:
    using QSpinBox::QSpinBox;

protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

} // namespace

CutOffFields::CutOffFields(QWidget* parent)
    : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kUnit);
    m_open = addField(tr("open"), QStringLiteral("cutOffOpen"));
    row->addSpacing(kUnit);
    m_choices = addField(tr("multiple choice"), QStringLiteral("cutOffChoices"));
    row->addStretch(1);
    setFocusProxy(m_open);
}

QSpinBox* CutOffFields::addField(const QString& title, const QString& name)
{
    auto* field = new QuietSpinBox;
    field->setObjectName(name);
    field->setRange(0, settingInfo(Setting::BlindHits).most);
    field->setSpecialValueText(tr("none"));
    field->setAccessibleName(tr("Blind cut-off, %1").arg(title));
    field->setFocusPolicy(Qt::StrongFocus);
    auto* label = new Text(title, TextSize::Body, Text::Tone::Muted);
    label->setBuddy(field);
    layout()->addWidget(label);
    layout()->addWidget(field);
    connect(field, &QSpinBox::valueChanged, this, &CutOffFields::edited);
    return field;
}

void CutOffFields::set(int open, int choices)
{
    const QSignalBlocker quiet(this);
    m_open->setValue(open);
    m_choices->setValue(choices);
}

int CutOffFields::open() const
{
    return m_open->value();
}

int CutOffFields::choices() const
{
    return m_choices->value();
}

void fillScorers(QComboBox* box)
{
    // A box may be too narrow for what a scorer is called.
    QObject::connect(
        box, &QComboBox::currentTextChanged, box, [box](const QString& text) { setTip(box, text); });
    box->addItem(CutOffFields::tr("By the kind of sample"), QString());
    for (const auto& scorer : scorers()) {
        box->addItem(coreText(scorer->title()), scorer->id());
    }
}

} // namespace winnow
