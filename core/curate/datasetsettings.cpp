// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/datasetsettings.h"

#include "core/store/datasetstore.h"
#include "core/store/samplestore.h"
#include "core/store/settingsstore.h"
#include "core/text/scorer.h"

namespace winnow {

namespace {

const QString kCapability = QStringLiteral("capability");

} // namespace

PromptTemplate readPrompt(sqlite::Connection& connection, DatasetId dataset)
{
    SettingsStore settings(connection);
    return {settings.text(Setting::PromptPrefix, dataset),
        settings.text(Setting::PromptSuffixChoices, dataset),
        settings.text(Setting::PromptSuffixOpen, dataset)};
}

QVector<DatasetSettings> readDatasetSettings(sqlite::Connection& connection)
{
    DatasetStore datasets(connection);
    SettingsStore settings(connection);
    QVector<DatasetSettings> all;
    const QVector<Dataset> rows = datasets.all();
    for (const Dataset& dataset : rows) {
        DatasetSettings one;
        one.id = dataset.id;
        one.dataset = dataset.name;
        one.samples = dataset.sampleCount;
        one.knownAs = settings.text(Setting::KnownAs, dataset.id);
        one.known = one.knownAs.isEmpty() ? knownDataset(one.dataset) : knownDatasetByKey(one.knownAs);
        one.capabilities = datasets.capabilities(dataset.id);
        one.scorer = settings.text(Setting::Scorer, dataset.id);
        one.scorerReason = settings.scorerReason(dataset.id);
        one.blindHits = settings.number(Setting::BlindHits, dataset.id);
        one.blindHitsOfChoices = settings.number(Setting::BlindHitsOfChoices, dataset.id);
        one.prompt = readPrompt(connection, dataset.id);
        one.example = SampleStore(connection).firstOf(dataset.id).value_or(Sample());
        all.append(one);
    }
    return all;
}

QStringList datasetFields()
{
    QStringList fields{kCapability};
    for (const SettingInfo& info : settingInfos()) {
        if (info.scope == SettingInfo::Scope::Dataset) {
            fields.append(info.name);
        }
    }
    return fields;
}

Result<> changeDatasetSetting(
    sqlite::Connection& connection, DatasetId dataset, const QString& field, const QString& value)
{
    if (field == kCapability) {
        DatasetStore datasets(connection);
        const QString capability = value.trimmed();
        if (datasets.capabilities(dataset) != QStringList(capability)) {
            datasets.setCapability(dataset, capability);
            SettingsStore(connection).dataChanged(dataset);
        }
        return {};
    }
    const SettingInfo* info = settingByName(field);
    if (!info || info->scope != SettingInfo::Scope::Dataset) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "A dataset has no setting \"%1\"")).arg(field),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "There are: %1."))
                .arg(datasetFields().join(QStringLiteral(", "))));
    }
    WINNOW_TRY(checkSetting(*info, value));
    if (info->id == Setting::Scorer) {
        WINNOW_TRY(ScoringRule::parse(value));
    }
    SettingsStore settings(connection);
    const bool another = settings.text(info->id, dataset) != value;
    if (another && info->id == Setting::Scorer) {
        settings.setScorerReason({}, dataset);
    }
    settings.set(info->id, value, dataset);
    // Detectors count blind hits; how replies are scored changes nothing until they are scored again.
    if (another && (info->id == Setting::BlindHits || info->id == Setting::BlindHitsOfChoices)) {
        settings.dataChanged(dataset);
    }
    return {};
}

SuiteCoverage suiteCoverage(const QVector<DatasetSettings>& datasets)
{
    SuiteCoverage suite;
    for (const KnownCapability& capability : knownCapabilities()) {
        suite.parts.append({&capability, {}, 0});
        for (const KnownDataset& known : knownDatasets()) {
            if (QLatin1String(known.capability) != QLatin1String(capability.key)) {
                continue;
            }
            SuiteCoverage::Entry entry{&known, {}};
            for (const DatasetSettings& dataset : datasets) {
                if (dataset.known == &known && dataset.samples > 0) {
                    entry.datasets.append(dataset.dataset);
                }
            }
            suite.parts.last().here += !entry.datasets.isEmpty();
            suite.parts.last().entries.append(entry);
        }
        suite.here += suite.parts.last().here;
        suite.of += int(suite.parts.last().entries.size());
    }
    return suite;
}

} // namespace winnow
