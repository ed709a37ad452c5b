// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gaps/strategy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace winnow {

namespace {

constexpr int kVersion = 1;
constexpr int kMostTries = 100;

QString routeId(StrategyRoute::By by)
{
    return by == StrategyRoute::By::Dataset ? QStringLiteral("dataset") : QStringLiteral("capability");
}

bool takesCut(VerifierKind kind)
{
    return kind == VerifierKind::Agreement || kind == VerifierKind::Rating
        || kind == VerifierKind::LogProbability;
}

QJsonValue askJson(const StrategyRoute& ask)
{
    if (ask.by == StrategyRoute::By::Model) {
        return ask.model;
    }
    QJsonObject models;
    for (auto it = ask.models.begin(); it != ask.models.end(); ++it) {
        models.insert(it.key(), it.value());
    }
    return QJsonObject{{QStringLiteral("by"), routeId(ask.by)}, {QStringLiteral("models"), models},
        {QStringLiteral("otherwise"), ask.model}};
}

QJsonObject stageJson(const StrategyStage& stage)
{
    QJsonObject object{{QStringLiteral("ask"), askJson(stage.ask)}};
    if (stage.tries > 1) {
        object.insert(QStringLiteral("tries"), stage.tries);
        object.insert(QStringLiteral("at_once"), stage.atOnce);
    }
    if (stage.verifier.kind != VerifierKind::None) {
        object.insert(QStringLiteral("verifier"), verifierId(stage.verifier.kind));
        if (stage.verifier.kind == VerifierKind::Model) {
            object.insert(QStringLiteral("verifier_model"), stage.verifier.model);
        }
        if (takesCut(stage.verifier.kind)) {
            object.insert(QStringLiteral("accept"), stage.accept);
        }
    }
    return object;
}

/// Reads a strategy's file and says where it is not one.
class StrategyReader {
public:
    explicit StrategyReader(const QString& file)
        : m_file(file)
    {
    }

    Result<Strategy> read(const QByteArray& text)
    {
        QJsonParseError problem;
        const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
        if (problem.error != QJsonParseError::NoError) {
            const QString before = QString::fromUtf8(text.left(problem.offset));
            return fail(ErrorCode::InvalidInput,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "%1, line %2, is not JSON: %3"))
                    .arg(m_file, before.count(u'\n') + 1, problem.errorString()),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Compare it with a strategy that was written out")));
        }
        if (!document.isObject()) {
            return wrong({}, Sentence::of(QT_TRANSLATE_NOOP("Error", "an object with \"stages\"")));
        }
        const QJsonObject object = document.object();
        WINNOW_TRY(onlyKeys({}, object, {"winnow_strategy", "name", "stages"}));
        const QJsonValue version = object.value(QLatin1String("winnow_strategy"));
        if (!version.isDouble() || version.toDouble() != kVersion) {
            if (version.isDouble() && version.toDouble() > kVersion) {
                return fail(ErrorCode::NewerVersion,
                    Sentence::of(
                        QT_TRANSLATE_NOOP("Error", "%1 is a strategy of a newer version (%2; known is %3)"))
                        .arg(m_file, version.toInt(), kVersion),
                    Sentence::of(QT_TRANSLATE_NOOP("Error", "Use a newer Winnow")));
            }
            return wrong(QStringLiteral("winnow_strategy"), QString::number(kVersion));
        }
        Strategy strategy;
        WINNOW_TRY(text_({}, object, QStringLiteral("name"), strategy.name));
        const QJsonValue stages = object.value(QLatin1String("stages"));
        if (!stages.isArray() || stages.toArray().isEmpty() || stages.toArray().size() > kMostStages) {
            return wrong(QStringLiteral("stages"),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "a list of 1 to %1 stages")).arg(kMostStages));
        }
        int at = 0;
        for (const QJsonValue& value : stages.toArray()) {
            const QString place = QStringLiteral("stages[%1]").arg(at++);
            if (!value.isObject()) {
                return wrong(place, Sentence::of(QT_TRANSLATE_NOOP("Error", "an object with \"ask\"")));
            }
            StrategyStage stage;
            WINNOW_TRY(readStage(place, value.toObject(), stage));
            strategy.stages.append(stage);
        }
        return strategy;
    }

private:
    tl::unexpected<Error> wrong(const QString& place, const Sentence& expected) const
    {
        return fail(ErrorCode::InvalidInput,
            place.isEmpty() ? Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is not a strategy")).arg(m_file)
                            : Sentence::of(QT_TRANSLATE_NOOP("Error", "%1: \"%2\" cannot be understood"))
                                  .arg(m_file, place),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "What may stand there: %1")).arg(expected));
    }

    /// A mistyped key would be a wish that nobody minds.
    Result<> onlyKeys(
        const QString& place, const QJsonObject& object, std::initializer_list<const char*> known)
    {
        QStringList names;
        for (const char* name : known) {
            names.append(QString::fromLatin1(name));
        }
        for (const QString& key : object.keys()) {
            if (!names.contains(key)) {
                return wrong(within(place, key), names.join(QStringLiteral(", ")));
            }
        }
        return {};
    }

    static QString within(const QString& place, const QString& key)
    {
        return place.isEmpty() ? key : place + u'.' + key;
    }

    Result<> text_(const QString& place, const QJsonObject& object, const QString& key, QString& to)
    {
        const QJsonValue value = object.value(key);
        if (!value.isString() || value.toString().isEmpty()) {
            return wrong(
                within(place, key), Sentence::of(QT_TRANSLATE_NOOP("Error", "a text that is not empty")));
        }
        to = value.toString();
        return {};
    }

    Result<> readAsk(const QString& place, const QJsonValue& value, StrategyRoute& ask)
    {
        if (value.isString() && !value.toString().isEmpty()) {
            ask.model = value.toString();
            return {};
        }
        const QJsonObject object = value.toObject();
        const QString by = object.value(QLatin1String("by")).toString();
        if (!value.isObject() || (by != u"dataset" && by != u"capability")) {
            return wrong(place,
                Sentence::of(QT_TRANSLATE_NOOP("Error",
                    "the name of a model, or {\"by\": \"dataset\" or \"capability\", \"models\": {…}, "
                    "\"otherwise\": …}")));
        }
        WINNOW_TRY(onlyKeys(place, object, {"by", "models", "otherwise"}));
        ask.by = by == u"dataset" ? StrategyRoute::By::Dataset : StrategyRoute::By::Capability;
        WINNOW_TRY(text_(place, object, QStringLiteral("otherwise"), ask.model));
        if (!object.value(QLatin1String("models")).isObject()) {
            return wrong(within(place, QStringLiteral("models")),
                Sentence::of(
                    QT_TRANSLATE_NOOP("Error", "an object: the name of each, and the model it leads to")));
        }
        const QJsonObject models = object.value(QLatin1String("models")).toObject();
        for (auto it = models.begin(); it != models.end(); ++it) {
            WINNOW_TRY(text_(place + QStringLiteral(".models"), models, it.key(), ask.models[it.key()]));
        }
        return {};
    }

    Result<> readStage(const QString& place, const QJsonObject& object, StrategyStage& stage)
    {
        WINNOW_TRY(
            onlyKeys(place, object, {"ask", "tries", "at_once", "verifier", "verifier_model", "accept"}));
        WINNOW_TRY(
            readAsk(within(place, QStringLiteral("ask")), object.value(QLatin1String("ask")), stage.ask));
        const QJsonValue tries = object.value(QLatin1String("tries"));
        const double count = tries.toDouble(1);
        if ((!tries.isUndefined() && !tries.isDouble()) || count != std::floor(count) || count < 1
            || count > kMostTries) {
            return wrong(within(place, QStringLiteral("tries")),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "a whole number from 1 to %1")).arg(kMostTries));
        }
        stage.tries = int(count);
        const QJsonValue atOnce = object.value(QLatin1String("at_once"));
        if (!atOnce.isUndefined() && !atOnce.isBool()) {
            return wrong(within(place, QStringLiteral("at_once")), QStringLiteral("true, false"));
        }
        stage.atOnce = atOnce.toBool();
        return readVerifier(place, object, stage);
    }

    Result<> readVerifier(const QString& place, const QJsonObject& object, StrategyStage& stage)
    {
        const QJsonValue named = object.value(QLatin1String("verifier"));
        for (const QString& key : {QStringLiteral("accept"), QStringLiteral("verifier_model")}) {
            if (named.isUndefined() && object.contains(key)) {
                return wrong(within(place, key),
                    Sentence::of(QT_TRANSLATE_NOOP("Error", "nothing, where no \"verifier\" is named")));
            }
        }
        if (named.isUndefined()) {
            return {};
        }
        const auto kind = verifierFromId(named.toString());
        if (!kind || *kind == VerifierKind::Oracle) {
            return wrong(within(place, QStringLiteral("verifier")),
                QStringLiteral("none, agreement, rating, model, log_probability, form"));
        }
        stage.verifier.kind = *kind;
        if (*kind == VerifierKind::Model) {
            WINNOW_TRY(text_(place, object, QStringLiteral("verifier_model"), stage.verifier.model));
        }
        const QJsonValue accept = object.value(QLatin1String("accept"));
        if (takesCut(*kind)) {
            if (!accept.isDouble()
                || (*kind == VerifierKind::Agreement
                    && (accept.toDouble() < 1 || accept.toDouble() > stage.tries))) {
                return wrong(within(place, QStringLiteral("accept")),
                    *kind == VerifierKind::Agreement
                        ? Sentence::of(QT_TRANSLATE_NOOP("Error", "how many tries must agree, from 1 to %1"))
                              .arg(stage.tries)
                        : Sentence::of(QT_TRANSLATE_NOOP("Error", "a number")));
            }
            stage.accept = accept.toDouble();
        }
        return {};
    }

    QString m_file;
};

Sentence describeAsk(const StrategyRoute& ask)
{
    if (ask.by == StrategyRoute::By::Model) {
        return ask.model;
    }
    QStringList models = ask.models.values();
    models.append(ask.model);
    models.removeDuplicates();
    return (ask.by == StrategyRoute::By::Dataset
            ? Sentence::of(QT_TRANSLATE_NOOP("Gaps", "one of %1 models, by dataset"))
            : Sentence::of(QT_TRANSLATE_NOOP("Gaps", "one of %1 models, by capability")))
        .arg(models.size());
}

Sentence describeStage(const StrategyStage& stage)
{
    Sentence said = describeAsk(stage.ask);
    if (stage.tries > 1) {
        said = (stage.atOnce ? Sentence::of(QT_TRANSLATE_NOOP("Gaps", "%1, %2 at once"))
                             : Sentence::of(QT_TRANSLATE_NOOP("Gaps", "%1, up to %2 in turn")))
                   .arg(said, stage.tries);
    }
    switch (stage.verifier.kind) {
    case VerifierKind::None:
        return said;
    case VerifierKind::Agreement:
        return Sentence::of(QT_TRANSLATE_NOOP("Gaps", "%1 until %2 agree"))
            .arg(said, int(std::lround(stage.accept)));
    case VerifierKind::Rating:
        return Sentence::of(QT_TRANSLATE_NOOP("Gaps", "%1 until one is rated %2 or more"))
            .arg(said, QString::number(stage.accept, 'g', 3));
    case VerifierKind::LogProbability:
        return Sentence::of(QT_TRANSLATE_NOOP("Gaps", "%1 until one is surer than %2%"))
            .arg(said, QString::number(100 * std::exp(stage.accept), 'f', 0));
    case VerifierKind::Model:
        return Sentence::of(QT_TRANSLATE_NOOP("Gaps", "%1 until %2 says the same"))
            .arg(said, stage.verifier.model);
    case VerifierKind::Form:
        return Sentence::of(QT_TRANSLATE_NOOP("Gaps", "%1 until an answer can be read")).arg(said);
    case VerifierKind::Oracle:
        break;
    }
    return Sentence::of(QT_TRANSLATE_NOOP("Gaps", "%1 until one is right")).arg(said);
}

} // namespace

QByteArray Strategy::toJson() const
{
    QJsonArray all;
    for (const StrategyStage& stage : stages) {
        all.append(stageJson(stage));
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("winnow_strategy"), kVersion},
                             {QStringLiteral("name"), name}, {QStringLiteral("stages"), all}})
        .toJson();
}

Result<Strategy> Strategy::fromJson(const QByteArray& text, const QString& file)
{
    return StrategyReader(file).read(text);
}

Strategy Strategy::single(const QString& model)
{
    Strategy strategy;
    strategy.name = model;
    StrategyStage stage;
    stage.ask.model = model;
    strategy.stages.append(stage);
    return strategy;
}

QStringList Strategy::models() const
{
    QStringList names;
    const auto add = [&](const QString& model) {
        if (!model.isEmpty() && !names.contains(model)) {
            names.append(model);
        }
    };
    for (const StrategyStage& stage : stages) {
        for (const QString& model : stage.ask.models) {
            add(model);
        }
        add(stage.ask.model);
        add(stage.verifier.model);
    }
    return names;
}

Sentence describe(const Strategy& strategy)
{
    QVector<Sentence> parts;
    for (const StrategyStage& stage : strategy.stages) {
        parts.append(describeStage(stage));
    }
    return joined(parts, QStringLiteral(" → "));
}

} // namespace winnow
