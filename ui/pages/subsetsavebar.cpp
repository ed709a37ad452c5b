// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/subsetsavebar.h"

#include "ui/widgets/basics.h"
#include "ui/widgets/style.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace winnow {

SubsetSaveBar::SubsetSaveBar(SubsetController& controller, QWidget* parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_name(new QLineEdit)
    , m_each(new QCheckBox(tr("One set for each capability")))
    , m_note(new Text({}, TextSize::Small, Text::Tone::Muted))
    , m_save(new QPushButton(tr("Save")))
{
    m_name->setObjectName(QStringLiteral("subsetName"));
    m_name->setAccessibleName(tr("Name of the subset"));
    m_name->setPlaceholderText(tr("Name of the subset"));
    m_each->setObjectName(QStringLiteral("subsetEach"));
    setTip(m_each,
        tr("Each capability gives the same share of its samples; the sets are called NAME "
           "CAPABILITY"));
    m_save->setObjectName(QStringLiteral("subsetSave"));
    setButtonTone(m_save, ButtonTone::Primary);
    m_note->setObjectName(QStringLiteral("subsetSaveNote"));
    m_note->setWordWrap(true);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(2 * kUnit, kUnit, 2 * kUnit, 2 * kUnit);
    rows->setSpacing(kUnit);
    auto* line = new QHBoxLayout;
    line->setSpacing(kUnit);
    line->addWidget(m_name, 1);
    line->addWidget(m_save);
    rows->addWidget(m_each);
    rows->addLayout(line);
    rows->addWidget(m_note);
    connect(m_name, &QLineEdit::textChanged, this, &SubsetSaveBar::say);
    connect(m_name, &QLineEdit::returnPressed, this, &SubsetSaveBar::save);
    connect(m_each, &QCheckBox::toggled, this, &SubsetSaveBar::say);
    connect(m_save, &QPushButton::clicked, this, &SubsetSaveBar::save);
    show();
}

// What is shown is what was asked for last.
bool SubsetSaveBar::isReady() const
{
    return m_controller.choice().chosen.request == m_controller.request()
        && m_controller.shelf()->canSave(m_controller.choice());
}

// Stored as it is shown.
bool SubsetSaveBar::isShown(const Subset& subset) const
{
    QJsonObject asked = subset.request;
    asked.remove(QStringLiteral("policy"));
    return asked == m_controller.request().toJson(m_controller.scope());
}

bool SubsetSaveBar::isEach() const
{
    return m_each->isChecked() && m_each->isVisibleTo(this);
}

void SubsetSaveBar::show()
{
    const SubsetStudy::Pointer& study = m_controller.study();
    const auto named = [&] {
        const QStringList& all = study->input().capabilities;
        return all.size() - all.count(QString());
    };
    m_each->setVisible(study && named() > 1);
    m_save->setEnabled(isReady());
    say();
    m_waits = m_waits && m_controller.isMeasuring();
    if (m_waits && isReady()) {
        save();
    }
}

void SubsetSaveBar::say()
{
    const QString name = m_name->text().trimmed();
    const QVector<Subset>& stored = m_controller.shelf()->stored();
    const bool taken = !name.isEmpty() && !isEach()
        && std::any_of(stored.cbegin(), stored.cend(),
            [&](const Subset& each) { return each.name == name && !isShown(each); });
    m_note->setText(m_controller.shelf()->isReadOnly() ? tr("The project can only be read.")
            : taken ? tr("Takes the place of the one of this name; that can be undone.")
                    : QString());
    m_note->setVisible(!m_note->text().isEmpty());
}

void SubsetSaveBar::save()
{
    if (m_name->text().trimmed().isEmpty()) {
        m_name->setFocus();
        return;
    }
    m_waits = !isReady() && m_controller.isMeasuring();
    if (isReady()) {
        m_controller.shelf()->save(m_controller.choice(), m_name->text().trimmed(), isEach());
    }
}

void SubsetSaveBar::setName(const QString& name)
{
    m_name->setText(name);
}

} // namespace winnow
