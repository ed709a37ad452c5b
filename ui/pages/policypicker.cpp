// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/policypicker.h"

#include "ui/pages/policydialog.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QToolButton>

namespace winnow {

PolicyPicker::PolicyPicker(AppContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_box(new QComboBox)
    , m_edit(new QToolButton)
{
    m_box->setObjectName(QStringLiteral("policyPicker"));
    m_box->setAccessibleName(tr("Policy"));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_edit->setObjectName(QStringLiteral("editPolicies"));
    m_edit->setAccessibleName(tr("Edit policies…"));
    m_edit->setIcon(lineIcon(QStringLiteral("sliders")));
    setTip(m_edit, tr("Edit policies…"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kUnit / 2);
    row->addWidget(m_box);
    row->addWidget(m_edit);
    setFocusProxy(m_box);
    connect(m_box, &QComboBox::activated, this,
        [this](int index) { m_context.policy()->choose(m_box->itemData(index).toString()); });
    connect(m_edit, &QToolButton::clicked, this, &PolicyPicker::edit);
    connect(context.policy(), &PolicyChoice::changed, this, &PolicyPicker::refill);
    refill();
}

void PolicyPicker::refill()
{
    const PolicyChoice& choice = *m_context.policy();
    m_box->clear();
    for (const Policy& policy : choice.policies()) {
        m_box->addItem(tr("Policy: %1").arg(policyTitle(policy)), policy.name);
        setTip(m_box, m_box->count() - 1, policyDescription(policy));
    }
    m_box->setCurrentIndex(m_box->findData(choice.policy().name));
    setTip(m_box, policyDescription(choice.policy()));
    m_box->setEnabled(m_box->count() > 0);
    m_edit->setEnabled(m_box->count() > 0);
}

void PolicyPicker::edit()
{
    if (m_context.project()) {
        auto* dialog = new PolicyDialog(m_context, window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    }
}

} // namespace winnow
