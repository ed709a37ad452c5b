// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/policy.h"
#include "ui/pages/appcontext.h"

#include <QComboBox>

namespace winnow {

/// Chooses the policy that Insights and Export look through; both show the same one, and it is remembered.
class PolicyPicker : public QComboBox {
    Q_OBJECT
public:
    explicit PolicyPicker(AppContext& context, QWidget* parent = nullptr);

    /// The chosen policy; its name is empty until the project's policies are read.
    Policy policy() const;
    /// Takes over what was chosen on another page.
    void sync();
    /// Reads the policies of the open project; without one the list is emptied.
    void reload();

signals:
    /// Another policy, or the first one after a project was opened.
    void policyChanged();

private:
    void fill(const QVector<Policy>& policies);
    void choose(const QString& name);

    AppContext& m_context;
    JobTracker m_tracker{nullptr};
    QVector<Policy> m_policies;
    QString m_shown;
};

/// Name and description of a policy in the user's language; a project's own are as they were written.
QString policyTitle(const Policy& policy);
QString policyDescription(const Policy& policy);
/// "Incorrect gold answer", or what stands for a person's decision without a flag.
QString reasonTitle(const QString& reason);

} // namespace winnow
