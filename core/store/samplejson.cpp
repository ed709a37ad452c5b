// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/samplejson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace winnow {

namespace {

QStringList texts(const QJsonValue& list)
{
    QStringList all;
    for (const QJsonValue& value : list.toArray()) {
        all.append(value.toString());
    }
    return all;
}

QJsonArray imagesOf(const Sample& sample)
{
    QJsonArray images;
    for (const ImageRef& image : sample.images) {
        images.append(QJsonObject{{QStringLiteral("id"), image.id.value},
            {QStringLiteral("source"), image.source}, {QStringLiteral("state"), imageStateId(image.state)},
            {QStringLiteral("sha256"), QString::fromLatin1(image.sha256.toHex())}});
    }
    return images;
}

QJsonArray rotationsOf(const Sample& sample)
{
    QJsonArray rotations;
    for (const Rotation& rotation : sample.rotations) {
        rotations.append(QJsonObject{{QStringLiteral("shift"), rotation.shift},
            {QStringLiteral("index"), rotation.sourceIndex},
            {QStringLiteral("permutation"), rotation.permutation}, {QStringLiteral("gold"), rotation.gold}});
    }
    return rotations;
}

} // namespace

QByteArray sampleToJson(const Sample& sample)
{
    const QJsonObject object{{QStringLiteral("index"), sample.sourceIndex},
        {QStringLiteral("position"), sample.position}, {QStringLiteral("split"), sample.split},
        {QStringLiteral("capability"), sample.capability}, {QStringLiteral("category"), sample.category},
        {QStringLiteral("question"), sample.question}, {QStringLiteral("hint"), sample.hint},
        {QStringLiteral("gold"), sample.gold},
        {QStringLiteral("accepted"), QJsonArray::fromStringList(sample.acceptedAnswers)},
        {QStringLiteral("options"), QJsonArray::fromStringList(sample.options)},
        {QStringLiteral("images"), imagesOf(sample)}, {QStringLiteral("rotations"), rotationsOf(sample)},
        {QStringLiteral("parent"), sample.parent}, {QStringLiteral("step"), sample.step},
        {QStringLiteral("extra"), sample.extra}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<Sample> sampleFromJson(const QByteArray& json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject()) {
        return std::nullopt;
    }
    const QJsonObject object = document.object();
    const auto text = [&](const char* key) { return object.value(QLatin1String(key)).toString(); };
    Sample sample;
    sample.sourceIndex = text("index");
    sample.position = object.value(QStringLiteral("position")).toInteger();
    sample.split = text("split");
    sample.capability = text("capability");
    sample.category = text("category");
    sample.question = text("question");
    sample.hint = text("hint");
    sample.gold = text("gold");
    sample.acceptedAnswers = texts(object.value(QStringLiteral("accepted")));
    sample.options = texts(object.value(QStringLiteral("options")));
    for (const QJsonValue& value : object.value(QStringLiteral("images")).toArray()) {
        const QJsonObject image = value.toObject();
        ImageRef ref;
        ref.id = {image.value(QStringLiteral("id")).toInteger()};
        ref.source = image.value(QStringLiteral("source")).toString();
        ref.state = imageStateFromId(image.value(QStringLiteral("state")).toString());
        ref.sha256 = QByteArray::fromHex(image.value(QStringLiteral("sha256")).toString().toLatin1());
        sample.images.append(ref);
    }
    for (const QJsonValue& value : object.value(QStringLiteral("rotations")).toArray()) {
        const QJsonObject rotation = value.toObject();
        sample.rotations.append({rotation.value(QStringLiteral("shift")).toInt(),
            rotation.value(QStringLiteral("index")).toString(),
            rotation.value(QStringLiteral("permutation")).toString(),
            rotation.value(QStringLiteral("gold")).toString()});
    }
    sample.parent = text("parent");
    sample.step = text("step");
    sample.extra = object.value(QStringLiteral("extra")).toObject();
    return sample;
}

} // namespace winnow
