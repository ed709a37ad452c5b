// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/policydrafts.h"

#include "ui/models/plaintext.h"
#include "ui/models/policychoice.h"

#include <algorithm>

namespace winnow {

int PolicyDrafts::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_policies.size());
}

QVariant PolicyDrafts::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Policy& policy = m_policies.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return policy.name.isEmpty() ? tr("(no name)") : policyTitle(policy);
    case Qt::ToolTipRole:
        return plainTip(policyDescription(policy));
    case Qt::AccessibleDescriptionRole:
        return isBuiltIn(index.row()) ? tr("built in") : QString();
    case ChosenRole:
        return policy.name == m_chosen;
    case BuiltInRole:
        return isBuiltIn(index.row());
    default:
        return {};
    }
}

void PolicyDrafts::set(const QVector<Policy>& policies, const QString& chosen)
{
    beginResetModel();
    m_before = m_policies = policies;
    m_chosenBefore = m_chosen = chosen;
    endResetModel();
}

bool PolicyDrafts::isBuiltIn(int row) const
{
    // The built-in ones come first; another that somebody calls the same is a problem of its name.
    return row < builtInPolicies().size() && isBuiltInPolicy(m_policies.at(row).name);
}

int PolicyDrafts::chosenRow() const
{
    const auto found = std::find_if(m_policies.begin(), m_policies.end(),
        [this](const Policy& policy) { return policy.name == m_chosen; });
    return found == m_policies.end() ? -1 : int(found - m_policies.begin());
}

QString PolicyDrafts::freeName(const QString& wanted) const
{
    const auto taken = [this](const QString& name) {
        return std::any_of(
            m_policies.begin(), m_policies.end(), [&](const Policy& policy) { return policy.name == name; });
    };
    QString name = wanted;
    for (int n = 2; taken(name); ++n) {
        name = QStringLiteral("%1 %2").arg(wanted).arg(n);
    }
    return name;
}

int PolicyDrafts::add(Policy policy)
{
    policy.name = freeName(policy.name);
    const int row = int(m_policies.size());
    beginInsertRows({}, row, row);
    m_policies.append(std::move(policy));
    endInsertRows();
    emit edited();
    return row;
}

int PolicyDrafts::copy(int row)
{
    Policy policy = m_policies.at(row);
    policy.name = tr("Copy of %1").arg(policyTitle(policy));
    // What a copy is for is not what its source is for.
    policy.description.clear();
    return add(std::move(policy));
}

void PolicyDrafts::remove(int row)
{
    if (isBuiltIn(row)) {
        return;
    }
    const bool wasChosen = m_policies.at(row).name == m_chosen;
    beginRemoveRows({}, row, row);
    m_policies.removeAt(row);
    endRemoveRows();
    if (wasChosen) {
        choose(0);
    }
    emit edited();
}

void PolicyDrafts::touch(int row)
{
    emit dataChanged(index(row), index(row));
    emit edited();
}

void PolicyDrafts::rename(int row, const QString& name)
{
    if (isBuiltIn(row) || m_policies.at(row).name == name) {
        return;
    }
    if (m_policies.at(row).name == m_chosen) {
        m_chosen = name;
    }
    m_policies[row].name = name;
    touch(row);
}

void PolicyDrafts::describe(int row, const QString& description)
{
    if (!isBuiltIn(row) && m_policies.at(row).description != description) {
        m_policies[row].description = description;
        touch(row);
    }
}

void PolicyDrafts::choose(int row)
{
    const int before = chosenRow();
    m_chosen = m_policies.at(row).name;
    if (before >= 0) {
        emit dataChanged(index(before), index(before));
    }
    touch(row);
}

void PolicyDrafts::setRule(int row, const QString& dataset, const QString& kind, const PolicyRule& rule)
{
    if (isBuiltIn(row)) {
        return;
    }
    Policy& policy = m_policies[row];
    (dataset.isEmpty() ? policy.rules : policy.datasetRules[dataset]).insert(kind, rule);
    touch(row);
}

void PolicyDrafts::inheritRule(int row, const QString& dataset, const QString& kind)
{
    if (isBuiltIn(row) || !hasOwnRule(m_policies.at(row), dataset, kind)) {
        return;
    }
    QMap<QString, PolicyRule>& rules = m_policies[row].datasetRules[dataset];
    rules.remove(kind);
    if (rules.isEmpty()) {
        m_policies[row].datasetRules.remove(dataset);
    }
    touch(row);
}

bool PolicyDrafts::hasOwnRule(const Policy& policy, const QString& dataset, const QString& kind)
{
    const auto rules = policy.datasetRules.constFind(dataset);
    return rules != policy.datasetRules.constEnd() && rules->contains(kind);
}

QString PolicyDrafts::problem(int row) const
{
    const QString& name = m_policies.at(row).name;
    if (name.trimmed().isEmpty()) {
        return tr("A policy needs a name");
    }
    const auto same = std::count_if(
        m_policies.begin(), m_policies.end(), [&](const Policy& policy) { return policy.name == name; });
    return same > 1 ? tr("Another policy has this name") : QString();
}

bool PolicyDrafts::isValid() const
{
    for (int row = 0; row < m_policies.size(); ++row) {
        if (!problem(row).isEmpty()) {
            return false;
        }
    }
    return true;
}

PolicyDrafts::Changes PolicyDrafts::changes() const
{
    const auto named = [](const QVector<Policy>& policies, const QString& name) {
        return std::find_if(
            policies.begin(), policies.end(), [&](const Policy& policy) { return policy.name == name; });
    };
    Changes changes;
    for (const Policy& before : m_before) {
        if (named(m_policies, before.name) == m_policies.end()) {
            changes.removed.append(before.name);
        }
    }
    for (const Policy& now : m_policies) {
        const auto before = named(m_before, now.name);
        if (before == m_before.end() || before->toJson() != now.toJson()) {
            changes.written.append(now);
        }
    }
    if (m_chosen != m_chosenBefore) {
        changes.chosen = m_chosen;
    }
    return changes;
}

} // namespace winnow
