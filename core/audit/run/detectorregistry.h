// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/detectors/detector.h"

#include <memory>
#include <vector>

namespace winnow {

/// Settings that reproduce a published recipe: parameter values by "detector.parameter".
struct AuditPreset {
    QString id;
    QString title;
    QString description;
    QJsonObject settings;
};

/// The detectors that window and command line offer.
class DetectorRegistry {
public:
    /// All detectors of this build, in the order they are shown.
    static const DetectorRegistry& instance();
    /// The same ones, to which more can be added.
    DetectorRegistry();
    void add(std::unique_ptr<Detector> detector);

    const std::vector<std::unique_ptr<Detector>>& detectors() const { return m_detectors; }
    /// nullptr when there is none of that id.
    const Detector* find(QStringView id) const;

    static const QVector<AuditPreset>& presets();
    static const AuditPreset* preset(QStringView id);

private:
    std::vector<std::unique_ptr<Detector>> m_detectors;
};

/// Overrides for one detector out of settings by "detector.parameter".
QJsonObject settingsFor(const QString& detector, const QJsonObject& settings);

} // namespace winnow
