// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/auditsheader.h"

#include "ui/models/auditcontroller.h"
#include "ui/models/terms.h"
#include "ui/widgets/style.h"

#include <QComboBox>

namespace winnow {

namespace {

constexpr int kDescriptionRole = Qt::UserRole + 1;

/// What a preset does, as the tip of its choice and, once chosen, of the box.
void describePreset(QComboBox* box, int index, const AuditPreset& preset)
{
    box->setItemData(index, detectorText(preset.description), kDescriptionRole);
    setTip(box, index, detectorText(preset.description));
}

} // namespace

AuditsHeader::AuditsHeader(AuditController& audit, QWidget* parent)
    : PageHeader(tr("Audits"), parent)
    , m_audit(audit)
    , m_preset(new QComboBox(this))
    , m_runAll(new QPushButton(tr("Run all that can run"), this))
{
    m_preset->setObjectName(QStringLiteral("preset"));
    m_preset->setAccessibleName(tr("Preset"));
    m_preset->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    fillPresets();
    m_runAll->setObjectName(QStringLiteral("runAll"));
    setButtonTone(m_runAll, ButtonTone::Primary);
    connect(m_preset, &QComboBox::activated, this,
        [this] { m_audit.choosePreset(m_preset->currentData().toString()); });
    connect(m_runAll, &QPushButton::clicked, &m_audit, &AuditController::runAll);
    addControl(m_preset);
    addControl(m_runAll);
}

void AuditsHeader::fillPresets()
{
    m_preset->addItem(tr("Preset: defaults"), QString());
    for (const AuditPreset& preset : DetectorRegistry::presets()) {
        if (AuditSettings::isDefault(preset)) {
            m_preset->setItemText(0, tr("Preset: %1 (default)").arg(detectorText(preset.title)));
            describePreset(m_preset, 0, preset);
            continue;
        }
        m_preset->addItem(tr("Preset: %1").arg(detectorText(preset.title)), preset.id);
        describePreset(m_preset, m_preset->count() - 1, preset);
    }
    m_preset->addItem(tr("Preset: own settings"), QString::fromLatin1(AuditSettings::kOwn));
}

void AuditsHeader::showPreset()
{
    m_preset->setCurrentIndex(m_preset->findData(m_audit.settings().preset()));
    setTip(m_preset, m_preset->currentData(kDescriptionRole).toString());
}

void AuditsHeader::showRunning()
{
    m_runAll->setEnabled(m_audit.canRunAny());
    setTip(m_runAll, readOnlyTip(m_audit));
}

QString readOnlyTip(const AuditController& audit)
{
    return audit.isReadOnly() ? AuditsHeader::tr("The project is open for reading only") : QString();
}

} // namespace winnow
