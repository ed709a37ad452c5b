// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/fieldmapping.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace winnow {

namespace {

const QString kRoles[] = {QStringLiteral("samples"), QStringLiteral("responses"), QStringLiteral("both")};
const QString kGoldForms[] = {QStringLiteral("automatic"), QStringLiteral("letter"), QStringLiteral("text"),
    QStringLiteral("index_from_0"), QStringLiteral("index_from_1")};

template <typename Enum, size_t N> Enum fromName(const QString (&names)[N], const QString& name)
{
    for (size_t i = 0; i < N; ++i) {
        if (names[i] == name) {
            return Enum(i);
        }
    }
    return Enum(0);
}

} // namespace

const QVector<ImportField>& importFields()
{
    static const QVector<ImportField> fields{
        {Field::Index, QStringLiteral("index"), "Sample key", false, false},
        {Field::Question, QStringLiteral("question"), "Question", false, false},
        {Field::Image, QStringLiteral("image"), "Images", true, false},
        {Field::Options, QStringLiteral("options"), "Options", true, false},
        {Field::Answer, QStringLiteral("answer"), "Gold answer", false, false},
        {Field::Accepted, QStringLiteral("accepted"), "Accepted answers", false, false},
        {Field::Hint, QStringLiteral("hint"), "Hint or context", false, false},
        {Field::Split, QStringLiteral("split"), "Split", false, false},
        {Field::Capability, QStringLiteral("capability"), "Capability", false, false},
        {Field::Category, QStringLiteral("category"), "Category", false, false},
        {Field::Dataset, QStringLiteral("dataset"), "Dataset", false, false},
        {Field::Base, QStringLiteral("base"), "Base sample of a rotation", false, false},
        {Field::Rotation, QStringLiteral("rotation"), "Rotation", false, false},
        {Field::Parent, QStringLiteral("parent"), "Step of", false, false},
        {Field::Step, QStringLiteral("step"), "Name of the step", false, false},
        {Field::Model, QStringLiteral("model"), "Model", false, true},
        {Field::Condition, QStringLiteral("condition"), "Condition", false, true},
        {Field::Setting, QStringLiteral("setting"), "Setting of the run", false, true},
        {Field::Attempt, QStringLiteral("attempt"), "Attempt", false, true},
        {Field::Response, QStringLiteral("response"), "Raw response", false, true},
        {Field::Prediction, QStringLiteral("prediction"), "Parsed answer", false, true},
        {Field::Score, QStringLiteral("score"), "Score", false, true},
        {Field::Latency, QStringLiteral("latency"), "Latency", false, true},
        {Field::PromptTokens, QStringLiteral("prompt_tokens"), "Prompt tokens", false, true},
        {Field::OutputTokens, QStringLiteral("output_tokens"), "Output tokens", false, true},
        {Field::Cost, QStringLiteral("cost"), "Cost", false, true},
        {Field::Verifier, QStringLiteral("verifier"), "Verifier's rating", false, true},
        {Field::LogProbability, QStringLiteral("logprob"), "Log-probability", false, true},
        {Field::Probabilities, QStringLiteral("probabilities"), "Option probabilities", true, true},
    };
    return fields;
}

const ImportField& importField(Field field)
{
    return importFields().at(qsizetype(field));
}

const ImportField* importFieldById(QStringView id)
{
    for (const ImportField& field : importFields()) {
        if (field.id == id) {
            return &field;
        }
    }
    return nullptr;
}

QJsonObject FieldMapping::toJson() const
{
    QJsonObject fieldObject;
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        fieldObject.insert(importField(it.key()).id, QJsonArray::fromStringList(it.value().columns));
    }
    QJsonArray groups;
    for (const ResponseColumns& group : responses) {
        groups.append(QJsonObject{{QStringLiteral("model"), group.model},
            {QStringLiteral("condition"), group.condition}, {QStringLiteral("response"), group.response},
            {QStringLiteral("prediction"), group.prediction}, {QStringLiteral("score"), group.score}});
    }
    return {{QStringLiteral("role"), kRoles[int(role)]}, {QStringLiteral("fields"), fieldObject},
        {QStringLiteral("responses"), groups}, {QStringLiteral("gold_form"), kGoldForms[int(goldForm)]},
        {QStringLiteral("hidden_key"), hiddenKey},
        {QStringLiteral("options_in_question"), optionsInQuestion}};
}

FieldMapping FieldMapping::fromJson(const QJsonObject& json)
{
    FieldMapping mapping;
    mapping.role = fromName<ImportRole>(kRoles, json.value(QLatin1String("role")).toString());
    mapping.goldForm = fromName<GoldForm>(kGoldForms, json.value(QLatin1String("gold_form")).toString());
    mapping.hiddenKey = json.value(QLatin1String("hidden_key")).toString();
    mapping.optionsInQuestion = json.value(QLatin1String("options_in_question")).toBool();
    const QJsonObject fieldObject = json.value(QLatin1String("fields")).toObject();
    for (auto it = fieldObject.begin(); it != fieldObject.end(); ++it) {
        const ImportField* field = importFieldById(it.key());
        if (!field) {
            continue;
        }
        QStringList columns;
        for (const QJsonValue& column : it.value().toArray()) {
            columns.append(column.toString());
        }
        mapping.fields.insert(field->field,
            {columns, 1.0, Sentence::of(QT_TRANSLATE_NOOP("Import", "remembered from an earlier import"))});
    }
    for (const QJsonValue& value : json.value(QLatin1String("responses")).toArray()) {
        const QJsonObject group = value.toObject();
        mapping.responses.append({group.value(QLatin1String("model")).toString(),
            group.value(QLatin1String("condition")).toString(),
            group.value(QLatin1String("response")).toString(),
            group.value(QLatin1String("prediction")).toString(),
            group.value(QLatin1String("score")).toString()});
    }
    return mapping;
}

void FieldMapping::choose(Field field, const QStringList& columns)
{
    if (columns.isEmpty()) {
        fields.remove(field);
    } else {
        fields.insert(field, {columns, 1, Sentence::of(QT_TRANSLATE_NOOP("Import", "chosen by you"))});
    }
    QString ResponseColumns::*const member = field == Field::Response ? &ResponseColumns::response
        : field == Field::Prediction                                  ? &ResponseColumns::prediction
        : field == Field::Score                                       ? &ResponseColumns::score
                                                                      : nullptr;
    if (!member || responses.size() > 1) {
        return;
    }
    ResponseColumns group = responses.value(0);
    group.*member = columns.value(0);
    responses.clear();
    if (!group.response.isEmpty() || !group.prediction.isEmpty() || !group.score.isEmpty()) {
        responses.append(group);
    }
}

ConditionReading readCondition(const QString& text)
{
    const auto guessed = guessCondition(text);
    ConditionReading reading;
    reading.known = guessed.has_value();
    reading.condition = guessed.value_or(Condition::Standard);
    // A caption or a description instead of the image is neither sighted nor blind: a standard run of its own
    // setting, kept whole so that it is seen.
    const QString word = text.trimmed().toLower().replace(u'-', u'_').replace(u' ', u'_');
    if (word.contains(QLatin1String("caption")) || word.contains(QLatin1String("description"))) {
        reading.condition = Condition::Standard;
        reading.known = false;
        reading.setting = text.trimmed();
        return reading;
    }
    static const QRegularExpression naming(QStringLiteral(
        "^(no_questions?|without_questions?|image_only|no_info|blind_text_only|text_only|with_images?|no_"
        "images?|without_images?|blind|standard|default|circular|"
        "circular_eval|open_ended|openended|oe|choices_only|options_only|baseline_no_model|mcq?|multiple_"
        "choice)(_|$)"));
    if (const auto match = naming.match(word); match.hasMatch()) {
        reading.setting = text.trimmed().mid(match.capturedLength());
        reading.known = true;
        if (word.startsWith(QLatin1String("oe"))) {
            reading.condition = Condition::OpenEnded;
        }
    } else {
        reading.setting = text.trimmed();
    }
    return reading;
}

} // namespace winnow
