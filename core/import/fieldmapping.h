// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/sourceprofile.h"

#include "core/domain/condition.h"

#include <QJsonObject>
#include <QMap>

#include <optional>

namespace winnow {

/// What the records of a file are taken for.
enum class ImportRole { Samples, Responses, Both };

/// What a column may be.
enum class Field {
    Index,
    Question,
    Image,
    Options,
    Answer,
    Accepted,
    Hint,
    Split,
    Capability,
    Category,
    Dataset,
    Base,
    Rotation,
    Parent,
    Step,
    Model,
    Condition,
    Setting,
    Attempt,
    Response,
    Prediction,
    Score,
    Latency,
    PromptTokens,
    OutputTokens,
    Cost,
    Verifier,
    LogProbability,
    Probabilities,
};

/// A field that can be mapped.
struct ImportField {
    Field field;
    /// What it is called on command lines and in stored mappings.
    QString id;
    const char* title;
    /// Several columns may feed it.
    bool many;
    /// Belongs to responses, not to samples.
    bool ofResponse;
};

/// Every field, in the order of the enum, which is that to show them in.
const QVector<ImportField>& importFields();
const ImportField& importField(Field field);
const ImportField* importFieldById(QStringView id);

/// Where a field comes from and why we think so.
struct FieldSource {
    QStringList columns;
    /// 0..1; 1 when a person said so.
    double confidence = 0;
    Sentence reason;
};

/// One set of response columns of a record. A long table has one; a table with a column for each model has
/// one a model.
struct ResponseColumns {
    /// Fixed model name; empty = from the model field, the request or the file's name.
    QString model;
    /// Fixed condition text; empty = from the condition field or the request.
    QString condition;
    QString response;
    QString prediction;
    QString score;
};

/// How the answer key is written in this file.
enum class GoldForm { Automatic, Letter, Text, IndexFromZero, IndexFromOne };

/// Which column is what. Guessed from names and first records, edited by a person, remembered by header.
struct FieldMapping {
    ImportRole role = ImportRole::Samples;
    QMap<Field, FieldSource> fields;
    QVector<ResponseColumns> responses;
    GoldForm goldForm = GoldForm::Automatic;
    /// What stands in the place of open keys that are kept back ("hidden"); empty when they are not.
    QString hiddenKey;
    /// The options stand in the question's text as lines "A. …", "B. …".
    bool optionsInQuestion = false;
    /// Plain sentences about what was decided, for the report.
    SentenceList notes;

    /// First column of a field, or empty.
    QString column(Field field) const { return fields.value(field).columns.value(0); }
    QStringList columns(Field field) const { return fields.value(field).columns; }
    /// As a person chose; the columns of replies follow where they are the same for all models.
    void choose(Field field, const QStringList& columns);
    bool has(Field field) const { return !fields.value(field).columns.isEmpty(); }

    /// Fields and response columns, without confidences: what is remembered and stored with an import.
    QJsonObject toJson() const;
    static FieldMapping fromJson(const QJsonObject& json);
};

/// "field=column" pairs of a person, one for each column of a field; several columns with commas are taken
/// apart. An unknown field or column is InvalidInput and lists what there is.
Result<QVector<std::pair<QString, QString>>> resolveColumns(
    const SourceProfile& profile, const QVector<std::pair<QString, QString>>& overrides);

/// Guesses the mapping of a file. Overrides are as resolveColumns() takes them. `role` forces what the
/// records are taken for.
Result<FieldMapping> guessMapping(const SourceProfile& profile,
    const QVector<std::pair<QString, QString>>& overrides = {},
    std::optional<ImportRole> role = std::nullopt);

/// A condition and the rest of the text that told it ("blind_text_only_cot" -> blind, "cot").
struct ConditionReading {
    Condition condition = Condition::Standard;
    QString setting;
    /// False when nothing in the text told the condition.
    bool known = false;
};
ConditionReading readCondition(const QString& text);

} // namespace winnow
