// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/ids.h"
#include "core/sqlite/connection.h"

#include <QString>
#include <QVector>

#include <optional>

namespace winnow {

/// Everything that can be set in a project file.
enum class Setting {
    ChosenPolicy,
    KnownAs,
    Scorer,
    BlindHits,
    BlindHitsOfChoices,
    PromptPrefix,
    PromptSuffixChoices,
    PromptSuffixOpen,
    EvaluationSeconds,
    DevelopmentHours,
};

/// As value of KnownAs: whatever its name, it is none of the suite.
inline const QString kNotKnown = QStringLiteral("none");

/// One setting: what it is called in the file and on the command line, of what, and what holds until somebody
/// sets it.
struct SettingInfo {
    enum class Scope { Project, Dataset };
    enum class Type { Text, Number };

    Setting id;
    QString name;
    Scope scope;
    Type type;
    /// As it would be stored.
    QString defaultValue;
    /// Of a number.
    int most = 0;
    /// What it is for, one line.
    const char* help;
};

/// All settings, in the order of the enum.
const QVector<SettingInfo>& settingInfos();
const SettingInfo& settingInfo(Setting setting);
/// By its name; nullptr when there is none.
const SettingInfo* settingByName(QStringView name);
/// InvalidInput says what a setting takes.
Result<> checkSetting(const SettingInfo& info, const QString& value);

/// What is set in a project and for its datasets. A setting that is as usual has no row; rows of names that
/// this program does not know stay as they are. Throws sqlite::Failure; use inside Project::read / write.
class SettingsStore {
public:
    explicit SettingsStore(sqlite::Connection& connection)
        : m_connection(connection)
    {
    }

    /// The default where nothing is stored, or where what is stored does not fit. `dataset` for settings of a
    /// dataset only.
    QString text(Setting setting, DatasetId dataset = {});
    int number(Setting setting, DatasetId dataset = {});
    /// Whether it is another than the default.
    bool isSet(Setting setting, DatasetId dataset = {});
    /// A value that checkSetting() refuses is not stored.
    void set(Setting setting, const QString& value, DatasetId dataset = {});

    /// Why a dataset's scorer is what it is, as the import that chose it said; empty when a person chose.
    Sentence scorerReason(DatasetId dataset);
    void setScorerReason(const Sentence& reason, DatasetId dataset);

    /// Notes that what detectors read of a dataset is another since now, and not by an import: flags from
    /// before are older than it.
    void dataChanged(DatasetId dataset);
    /// When that was last; empty = never.
    QString dataChangedAt(DatasetId dataset);

private:
    std::optional<QString> stored(const SettingInfo& info, DatasetId dataset);
    std::optional<QString> row(const QString& name, DatasetId dataset);
    void removeRow(const QString& name, DatasetId dataset);
    void setRow(const QString& name, const QString& value, DatasetId dataset);

    sqlite::Connection& m_connection;
};

} // namespace winnow
