// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/settingsstore.h"

#include "core/base/clock.h"
#include "core/domain/knowndatasets.h"
#include "core/domain/policy.h"

#include <QJsonDocument>

#include <algorithm>

namespace winnow {

namespace {

/// Not for people to set.
const QString kDataChanged = QStringLiteral("data_changed_at");
const QString kScorerReason = QStringLiteral("scorer_reason");

constexpr int kMostModels = 1000;
constexpr int kMostSeconds = 1'000'000'000;
constexpr int kMostHours = 1'000'000'000;

qint64 rowOf(const SettingInfo& info, DatasetId dataset)
{
    Q_ASSERT((info.scope == SettingInfo::Scope::Dataset) == bool(dataset));
    return info.scope == SettingInfo::Scope::Dataset ? dataset.value : 0;
}

} // namespace

const QVector<SettingInfo>& settingInfos()
{
    using Scope = SettingInfo::Scope;
    using Type = SettingInfo::Type;
    static const QVector<SettingInfo> all{
        {Setting::ChosenPolicy, QStringLiteral("policy"), Scope::Project, Type::Text, kDefaultPolicy, 0,
            QT_TRANSLATE_NOOP("Setting", "The policy that Overview, Insights and Export look through")},
        {Setting::KnownAs, QStringLiteral("known_as"), Scope::Dataset, Type::Text, QString(), 0,
            QT_TRANSLATE_NOOP(
                "Setting", "Which dataset of the DatBench suite it is; empty: as its name says; none: none")},
        {Setting::Scorer, QStringLiteral("scorer"), Scope::Dataset, Type::Text, QString(), 0,
            QT_TRANSLATE_NOOP("Setting",
                "How replies to open questions without a score are scored; empty: by the kind of sample")},
        {Setting::BlindHits, QStringLiteral("tau"), Scope::Dataset, Type::Number, QStringLiteral("0"),
            kMostModels,
            QT_TRANSLATE_NOOP("Setting",
                "Blind cut-off of open questions in models, for the rules that count hits; 0: the rule's "
                "own")},
        {Setting::BlindHitsOfChoices, QStringLiteral("tau_mcq"), Scope::Dataset, Type::Number,
            QStringLiteral("0"), kMostModels,
            QT_TRANSLATE_NOOP("Setting",
                "Blind cut-off of multiple choice in models, for the rules that count hits; 0: the rule's "
                "own")},
        {Setting::PromptPrefix, QStringLiteral("prompt_prefix"), Scope::Dataset, Type::Text, QString(), 0,
            QT_TRANSLATE_NOOP("Setting", "What stands before each question in the prompt, letter by letter")},
        {Setting::PromptSuffixChoices, QStringLiteral("prompt_suffix_choices"), Scope::Dataset, Type::Text,
            QStringLiteral("\nAnswer with the letter of the right option."), 0,
            QT_TRANSLATE_NOOP(
                "Setting", "What stands after the options of a multiple choice question; how to answer it")},
        {Setting::PromptSuffixOpen, QStringLiteral("prompt_suffix_open"), Scope::Dataset, Type::Text,
            QStringLiteral("\nGive the answer alone: a number, a word or a short phrase."), 0,
            QT_TRANSLATE_NOOP("Setting", "What stands after an open question; how to answer it")},
        {Setting::EvaluationSeconds, QStringLiteral("evaluation_seconds"), Scope::Project, Type::Number,
            QStringLiteral("0"), kMostSeconds,
            QT_TRANSLATE_NOOP(
                "Setting", "GPU seconds that one model takes for 1,000 samples; 0: what the responses say")},
        {Setting::DevelopmentHours, QStringLiteral("development_hours"), Scope::Project, Type::Number,
            QStringLiteral("0"), kMostHours,
            QT_TRANSLATE_NOOP("Setting", "GPU hours of the whole development; 0: not said")},
    };
    return all;
}

const SettingInfo& settingInfo(Setting setting)
{
    return settingInfos().at(int(setting));
}

const SettingInfo* settingByName(QStringView name)
{
    const QVector<SettingInfo>& all = settingInfos();
    const auto found
        = std::find_if(all.begin(), all.end(), [&](const SettingInfo& info) { return info.name == name; });
    return found == all.end() ? nullptr : &*found;
}

Result<> checkSetting(const SettingInfo& info, const QString& value)
{
    if (info.id == Setting::KnownAs && !value.isEmpty() && value != kNotKnown && !knownDatasetByKey(value)) {
        QStringList keys;
        for (const KnownDataset& known : knownDatasets()) {
            keys.append(QString::fromLatin1(known.key));
        }
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "The DatBench suite has no dataset \"%1\"")).arg(value),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Give none or one of %1"))
                .arg(keys.join(QStringLiteral(", "))));
    }
    if (info.type == SettingInfo::Type::Text) {
        return {};
    }
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    if (!isNumber || number < 0 || number > info.most) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be \"%2\"")).arg(info.name, value),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Give a whole number from 0 to %1")).arg(info.most));
    }
    return {};
}

std::optional<QString> SettingsStore::stored(const SettingInfo& info, DatasetId dataset)
{
    const auto value = row(info.name, {rowOf(info, dataset)});
    return value && checkSetting(info, *value) ? value : std::nullopt;
}

std::optional<QString> SettingsStore::row(const QString& name, DatasetId dataset)
{
    auto& query
        = m_connection.cached(QStringLiteral("SELECT value FROM settings WHERE dataset_id = ? AND name = ?"));
    query.bindAll(dataset.value, name);
    std::optional<QString> value;
    if (query.step()) {
        value = query.text(0);
    }
    query.reset();
    return value;
}

void SettingsStore::setRow(const QString& name, const QString& value, DatasetId dataset)
{
    m_connection
        .cached(QStringLiteral("INSERT INTO settings(dataset_id, name, value) VALUES(?, ?, ?)"
                               " ON CONFLICT(dataset_id, name) DO UPDATE SET value = excluded.value"))
        .bindAll(dataset.value, name, value)
        .run();
}

QString SettingsStore::text(Setting setting, DatasetId dataset)
{
    const SettingInfo& info = settingInfo(setting);
    return stored(info, dataset).value_or(info.defaultValue);
}

int SettingsStore::number(Setting setting, DatasetId dataset)
{
    return text(setting, dataset).toInt();
}

bool SettingsStore::isSet(Setting setting, DatasetId dataset)
{
    return stored(settingInfo(setting), dataset).has_value();
}

void SettingsStore::set(Setting setting, const QString& value, DatasetId dataset)
{
    const SettingInfo& info = settingInfo(setting);
    if (auto fits = checkSetting(info, value); !fits) {
        throw sqlite::Failure{fits.error()};
    }
    if (value == info.defaultValue) {
        removeRow(info.name, {rowOf(info, dataset)});
        return;
    }
    setRow(info.name, value, {rowOf(info, dataset)});
}

void SettingsStore::removeRow(const QString& name, DatasetId dataset)
{
    m_connection.cached(QStringLiteral("DELETE FROM settings WHERE dataset_id = ? AND name = ?"))
        .bindAll(dataset.value, name)
        .run();
}

Sentence SettingsStore::scorerReason(DatasetId dataset)
{
    const QByteArray json = row(kScorerReason, dataset).value_or(QString()).toUtf8();
    return json.isEmpty() ? Sentence() : Sentence::fromJson(QJsonDocument::fromJson(json).array());
}

void SettingsStore::setScorerReason(const Sentence& reason, DatasetId dataset)
{
    if (!reason.json().isArray()) {
        removeRow(kScorerReason, dataset);
        return;
    }
    const QByteArray json = QJsonDocument(reason.json().toArray()).toJson(QJsonDocument::Compact);
    setRow(kScorerReason, QString::fromUtf8(json), dataset);
}

void SettingsStore::dataChanged(DatasetId dataset)
{
    setRow(kDataChanged, nowUtc(), dataset);
}

QString SettingsStore::dataChangedAt(DatasetId dataset)
{
    return row(kDataChanged, dataset).value_or(QString());
}

} // namespace winnow
