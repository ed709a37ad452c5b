// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/policypicker.h"

#include "ui/util/plainwidgets.h"

namespace winnow {

PolicyPicker::PolicyPicker(AppContext& context, QWidget* parent)
    : QComboBox(parent)
    , m_context(context)
{
    setObjectName(QStringLiteral("policyPicker"));
    setAccessibleName(tr("Policy"));
    setSizeAdjustPolicy(AdjustToContents);
    connect(this, &QComboBox::activated, this,
        [this](int index) { m_context.policy()->choose(itemData(index).toString()); });
    connect(context.policy(), &PolicyChoice::changed, this, &PolicyPicker::refill);
    refill();
}

void PolicyPicker::refill()
{
    const PolicyChoice& choice = *m_context.policy();
    clear();
    for (const Policy& policy : choice.policies()) {
        addItem(tr("Policy: %1").arg(policyTitle(policy)), policy.name);
        setTip(this, count() - 1, policyDescription(policy));
    }
    setCurrentIndex(findData(choice.policy().name));
    setTip(this, policyDescription(choice.policy()));
    setEnabled(count() > 0);
}

} // namespace winnow
