// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QVariant>
#include <QVector>

#include <memory>

class QSettings;

namespace winnow {

/// Everything that the window keeps beside projects, of one user on one computer.
enum class Preference {
    Annotator,
    Language,
    Theme,
    Keys,
    PictureMemory,
    TableColumns,
    LastFolder,
    WindowGeometry,
    LastPage,
    RecentProjects,
    SamplesProject,
    SamplesFilter,
    SamplesCurrent,
    SamplesAsTable,
    SamplesCellWidth,
    SamplesSplitter,
    SamplesFacets,
    SamplesDetails,
    ReviewColumns,
    ReviewLeft,
    ReviewRight,
    AuditsDetector,
    AuditsSettings,
    AuditsSplitter,
    InsightsPartBy,
    InsightsTables,
    InsightsTab,
    GapsQuestion,
    ExportFormat,
    ExportImages,
};

/// One preference: where and as what it lies on the disk, and what holds until it is set.
struct PreferenceInfo {
    /// What the user chose, or what the window remembers (see settings.h).
    enum class File { Chosen, Remembered };

    Preference id;
    File file;
    /// "GROUP/NAME".
    const char* key;
    QVariant defaultValue;
};

/// All preferences, in the order of the enum.
const QVector<PreferenceInfo>& preferenceInfos();
const PreferenceInfo& preferenceInfo(Preference preference);

/// Reads and writes them; the files are opened when they are needed, and written when this goes.
class Preferences {
public:
    Preferences();
    ~Preferences();
    Preferences(const Preferences&) = delete;
    Preferences& operator=(const Preferences&) = delete;

    /// The default where nothing is kept or what is kept is of another type.
    bool flag(Preference preference) const;
    qint64 number(Preference preference) const;
    QString text(Preference preference) const;
    /// The state of a splitter or a window.
    QByteArray bytes(Preference preference) const;
    QJsonObject object(Preference preference) const;

    void set(Preference preference, const QVariant& value);
    void setObject(Preference preference, const QJsonObject& value);

private:
    QSettings& file(const PreferenceInfo& info) const;
    QVariant value(Preference preference, QMetaType::Type type) const;

    mutable std::unique_ptr<QSettings> m_chosen;
    mutable std::unique_ptr<QSettings> m_remembered;
};

} // namespace winnow
