// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/policypicker.h"

#include "core/store/policystore.h"
#include "ui/models/settings.h"
#include "ui/models/terms.h"
#include "ui/util/plainwidgets.h"

#include <QCoreApplication>

namespace winnow {

namespace {

const QString kPolicyKey = QStringLiteral("policy");
const QString kDecision = QStringLiteral("decision");

const char* const kTexts[] = {
    QT_TRANSLATE_NOOP("Policy", "Reviewed"),
    QT_TRANSLATE_NOOP("Policy", "Strict"),
    QT_TRANSLATE_NOOP("Policy", "Everything"),
    QT_TRANSLATE_NOOP(
        "Policy", "Only what people confirmed is removed or changed; unreviewed flags keep the sample"),
    QT_TRANSLATE_NOOP("Policy", "As reviewed, and unreviewed flags of high precision drop the sample"),
    QT_TRANSLATE_NOOP(
        "Policy", "Every flag that nobody overrode drops the sample; one of each group of duplicates stays"),
};

} // namespace

QString policyTitle(const Policy& policy)
{
    const QStringList builtIn{
        QStringLiteral("reviewed"), QStringLiteral("strict"), QStringLiteral("everything")};
    const qsizetype known = builtIn.indexOf(policy.name);
    return known < 0 ? policy.name : QCoreApplication::translate("Policy", kTexts[known]);
}

QString policyDescription(const Policy& policy)
{
    return QCoreApplication::translate("Policy", policy.description.toUtf8().constData());
}

QString reasonTitle(const QString& reason)
{
    return reason == kDecision ? QCoreApplication::translate("Policy", "A person's decision")
                               : flagKindTitle(reason);
}

PolicyPicker::PolicyPicker(AppContext& context, QWidget* parent)
    : QComboBox(parent)
    , m_context(context)
{
    setObjectName(QStringLiteral("policyPicker"));
    setAccessibleName(tr("Policy"));
    setSizeAdjustPolicy(AdjustToContents);
    connect(this, &QComboBox::activated, this, [this](int index) {
        stateSettings()->setValue(kPolicyKey, m_policies.value(index).name);
        choose(m_policies.value(index).name);
    });
    connect(context.session(), &ProjectSession::storeChanged, this, [this](const ChangeSet& changes) {
        if (changes.parts & ChangeSet::Policies) {
            reload();
        }
    });
    reload();
}

Policy PolicyPicker::policy() const
{
    return m_policies.value(currentIndex());
}

void PolicyPicker::sync()
{
    choose(stateSettings()->value(kPolicyKey, kDefaultPolicy).toString());
}

void PolicyPicker::reload()
{
    const std::shared_ptr<Project> project = m_context.project();
    if (!project) {
        m_tracker.cancelAll();
        fill({});
        return;
    }
    m_tracker.start(
        QStringLiteral("policies"), {},
        [project](
            Progress&) { return project->read([](sqlite::Connection& c) { return PolicyStore(c).all(); }); },
        [this](const Result<QVector<Policy>>& policies) {
            if (policies) {
                fill(*policies);
                sync();
            } else {
                Message message = Message::of(policies.error());
                message.ofPage = true;
                m_context.notify(message);
            }
        });
}

void PolicyPicker::fill(const QVector<Policy>& policies)
{
    m_policies = policies;
    m_shown.clear();
    clear();
    for (const Policy& policy : policies) {
        addItem(tr("Policy: %1").arg(policyTitle(policy)));
        setTip(this, count() - 1, policyDescription(policy));
    }
    setEnabled(!policies.isEmpty());
}

void PolicyPicker::choose(const QString& name)
{
    if (m_policies.isEmpty()) {
        return;
    }
    int found = 0;
    for (int i = 0; i < m_policies.size(); ++i) {
        if (m_policies.at(i).name == name) {
            found = i;
        }
    }
    setCurrentIndex(found);
    setTip(this, policyDescription(policy()));
    if (m_shown != policy().name) {
        m_shown = policy().name;
        emit policyChanged();
    }
}

} // namespace winnow
