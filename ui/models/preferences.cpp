// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/preferences.h"

#include "ui/models/settings.h"

#include <QDir>
#include <QJsonDocument>

namespace winnow {

const QVector<PreferenceInfo>& preferenceInfos()
{
    using File = PreferenceInfo::File;
    constexpr int kCellWidth = 184;
    constexpr int kPictureMegabytes = 352;
    static const QVector<PreferenceInfo> all{
        {Preference::Annotator, File::Chosen, "annotator", QString()},
        {Preference::Language, File::Chosen, "language", QString()},
        {Preference::Theme, File::Chosen, "theme", 0},
        {Preference::Keys, File::Chosen, "keys", QByteArray()},
        {Preference::PictureMemory, File::Chosen, "pictureMemory", kPictureMegabytes},
        {Preference::TableColumns, File::Remembered, "tableColumns", QByteArray()},
        {Preference::LastFolder, File::Remembered, "lastFolder", QDir::homePath()},
        {Preference::WindowGeometry, File::Remembered, "window/geometry", QByteArray()},
        {Preference::LastPage, File::Remembered, "window/page", QString()},
        {Preference::RecentProjects, File::Remembered, "recentProjects", QVariantList()},
        {Preference::SamplesProject, File::Remembered, "samples/project", QString()},
        {Preference::SamplesFilter, File::Remembered, "samples/filter", QByteArray()},
        {Preference::SamplesCurrent, File::Remembered, "samples/current", 0},
        {Preference::SamplesAsTable, File::Remembered, "samples/table", false},
        {Preference::SamplesCellWidth, File::Remembered, "samples/cell", kCellWidth},
        {Preference::SamplesSplitter, File::Remembered, "samples/splitter", QByteArray()},
        {Preference::SamplesFacets, File::Remembered, "samples/facets", true},
        {Preference::SamplesDetails, File::Remembered, "samples/details", true},
        {Preference::ReviewColumns, File::Remembered, "review/columns", QByteArray()},
        {Preference::ReviewLeft, File::Remembered, "review/left", QByteArray()},
        {Preference::ReviewRight, File::Remembered, "review/right", QByteArray()},
        {Preference::AuditsDetector, File::Remembered, "audits/detector", QString()},
        {Preference::AuditsSettings, File::Remembered, "audits/settings", QByteArray()},
        {Preference::AuditsSplitter, File::Remembered, "audits/splitter", QByteArray()},
        {Preference::InsightsPartBy, File::Remembered, "insights/partBy", 0},
        {Preference::InsightsTables, File::Remembered, "insights/tables", false},
        {Preference::InsightsTab, File::Remembered, "insights/tab", 0},
        {Preference::GapsQuestion, File::Remembered, "gaps/question", QByteArray()},
        {Preference::ExportFormat, File::Remembered, "export/format", QString()},
        {Preference::ExportImages, File::Remembered, "export/images", -1},
    };
    return all;
}

const PreferenceInfo& preferenceInfo(Preference preference)
{
    return preferenceInfos().at(int(preference));
}

Preferences::Preferences() = default;
Preferences::~Preferences() = default;

QSettings& Preferences::file(const PreferenceInfo& info) const
{
    const bool chosen = info.file == PreferenceInfo::File::Chosen;
    std::unique_ptr<QSettings>& file = chosen ? m_chosen : m_remembered;
    if (!file) {
        file = chosen ? configSettings() : stateSettings();
    }
    return *file;
}

QVariant Preferences::value(Preference preference, QMetaType::Type type) const
{
    const PreferenceInfo& info = preferenceInfo(preference);
    QVariant kept = file(info).value(QLatin1String(info.key), info.defaultValue);
    return kept.convert(QMetaType(type)) ? kept : info.defaultValue;
}

bool Preferences::flag(Preference preference) const
{
    return value(preference, QMetaType::Bool).toBool();
}

qint64 Preferences::number(Preference preference) const
{
    return value(preference, QMetaType::LongLong).toLongLong();
}

QString Preferences::text(Preference preference) const
{
    return value(preference, QMetaType::QString).toString();
}

QByteArray Preferences::bytes(Preference preference) const
{
    return value(preference, QMetaType::QByteArray).toByteArray();
}

QJsonObject Preferences::object(Preference preference) const
{
    return QJsonDocument::fromJson(bytes(preference)).object();
}

void Preferences::set(Preference preference, const QVariant& value)
{
    const PreferenceInfo& info = preferenceInfo(preference);
    file(info).setValue(QLatin1String(info.key), value);
}

void Preferences::setObject(Preference preference, const QJsonObject& value)
{
    set(preference, QJsonDocument(value).toJson(QJsonDocument::Compact));
}

} // namespace winnow
