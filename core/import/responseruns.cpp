// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The runs that the responses of a file belong to.

#include "core/import/responseimport.h"

#include "core/import/utf8.h"
#include "core/store/importstage.h"
#include "core/store/responsestore.h"

namespace winnow {

Sentence conditionWord(Condition condition)
{
    static constexpr std::array kWords{QT_TRANSLATE_NOOP("Import", "standard"),
        QT_TRANSLATE_NOOP("Import", "blind"), QT_TRANSLATE_NOOP("Import", "circular"),
        QT_TRANSLATE_NOOP("Import", "open-ended"), QT_TRANSLATE_NOOP("Import", "choices only"),
        QT_TRANSLATE_NOOP("Import", "no question"), QT_TRANSLATE_NOOP("Import", "no question and no image")};
    static_assert(kWords.size() == kConditions.size());
    return Sentence::of(kWords[std::size_t(condition)]);
}

int ResponseImport::runFor(const RawRecord& record, Group& group)
{
    const Cell& modelCell = record.cell(m_columns.model);
    const Cell& conditionCell = record.cell(m_columns.condition);
    const Cell& settingCell = record.cell(m_columns.setting);
    std::string text;
    text.append(modelCell.text)
        .append("\x1f")
        .append(conditionCell.text)
        .append("\x1f")
        .append(settingCell.text);
    if (group.lastRun >= 0 && text == group.lastRunText) {
        return group.lastRun;
    }
    const ColumnProfile* modelColumn = m_profile.column(m_mapping.column(Field::Model));
    QString model = group.columns.model;
    if (modelCell.present()
        && (m_request.model.isEmpty() || !modelColumn || modelColumn->constant.isEmpty())) {
        model = toQString(trimmed(modelCell.text));
        if (!m_request.model.isEmpty()) {
            m_log.message(Sentence::of(QT_TRANSLATE_NOOP(
                "Import", "The file names several models: the one that was given is not used")));
        }
    }
    if (model.isEmpty()) {
        model = m_fallbackModel;
    }
    for (const auto& [theirs, ours] : m_request.modelMap) {
        if (theirs == model) {
            model = ours;
            break;
        }
    }
    QString told = toQString(trimmed(conditionCell.text));
    if (told.isEmpty()) {
        told = group.columns.condition;
    }
    ConditionReading reading;
    if (!told.isEmpty()) {
        reading = readCondition(told);
        for (const auto& [theirs, ours] : m_request.conditionMap) {
            if (theirs == told) {
                reading = {conditionFromId(ours).value_or(Condition::Standard),
                    reading.setting == told ? QString() : reading.setting, true};
            }
        }
    } else {
        reading.condition = m_fallbackCondition.value_or(Condition::Standard);
    }
    const ColumnProfile* conditionColumn = m_profile.column(m_mapping.column(Field::Condition));
    if (m_request.condition && (told.isEmpty() || !conditionColumn || !conditionColumn->constant.isEmpty())) {
        reading.condition = *m_request.condition;
    }
    if (m_circular && reading.condition == Condition::Standard) {
        reading.condition = Condition::Circular;
    }
    QStringList settings{m_request.setting.isEmpty() ? m_fallbackSetting : m_request.setting,
        toQString(trimmed(settingCell.text)), reading.setting};
    settings.removeAll(QString());
    const QString setting = settings.join(u' ');
    if (!told.isEmpty()) {
        m_log.message(setting.isEmpty()
                ? Sentence::of(QT_TRANSLATE_NOOP("Import", "Condition \"%1\" is taken for %2"))
                      .arg(told, conditionWord(reading.condition))
                : Sentence::of(
                    QT_TRANSLATE_NOOP("Import", "Condition \"%1\" is taken for %2, setting \"%3\""))
                      .arg(told, conditionWord(reading.condition), setting));
    }
    const QString key = model + QChar(0x1f) + conditionId(reading.condition) + QChar(0x1f) + setting;
    group.lastRunText = text;
    const auto known = m_runIndex.constFind(key);
    if (known != m_runIndex.constEnd()) {
        group.lastRun = *known;
        return *known;
    }
    m_runs.push_back(newRun({model, reading.condition, setting, 0, 0}));
    group.lastRun = int(m_runs.size()) - 1;
    m_runIndex.insert(key, group.lastRun);
    return group.lastRun;
}

Result<> ResponseImport::nameJudgedModel()
{
    QStringList models;
    for (const Run& run : ResponseStore(m_connection).runs()) {
        if (run.datasetId == m_dataset.id && !models.contains(run.model)) {
            models.append(run.model);
        }
    }
    if (models.size() != 1) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 has verdicts of replies, and does not say whose"))
                .arg(m_request.file),
            Sentence::of(
                QT_TRANSLATE_NOOP("Error", "Import the replies first, and name the model that they are of")));
    }
    m_fallbackModel = models.first();
    m_log.message(Sentence::of(
        QT_TRANSLATE_NOOP("Import", "The verdicts are taken for those of the only model, \"%1\""))
                      .arg(m_fallbackModel));
    return {};
}

ResponseImport::ActiveRun ResponseImport::newRun(const ImportedRun& told)
{
    ActiveRun run;
    run.condition = told.condition;
    run.summary = told;
    if (m_preview) {
        return run;
    }
    ResponseStore store(m_connection);
    run.id = store.findRun(m_dataset.id, told.model, told.condition, told.setting);
    run.fresh = !run.id || store.coverage(run.id).responses == 0;
    if (!run.id) {
        run.id = {-qint64(m_runs.size()) - 1};
    }
    return run;
}

void ResponseImport::publish(sqlite::Connection& connection, DatasetId dataset, const QByteArray& fileHash)
{
    ResponseStore store(connection);
    QHash<qint64, RunId> runs;
    for (const ActiveRun& run : m_runs) {
        const ModelId model = store.upsertModel(run.summary.model, guessFamily(run.summary.model));
        runs.insert(run.id.value,
            store.upsertRun(dataset, model, run.condition, run.summary.setting, m_request.file, fileHash));
    }
    ImportStore imports(connection);
    for (const qint64 set : m_writer->publish(connection, [&](RunId run) { return runs.value(run.value); })) {
        imports.addRow(m_stage->id(), QStringLiteral("score_set"), set);
    }
}

} // namespace winnow
