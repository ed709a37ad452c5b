// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/hffeatures.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace winnow {

namespace {

/// Levels of features that are followed.
constexpr int kMostLevels = 32;

HfFeature featureOf(const QJsonValue& json, int level)
{
    HfFeature feature;
    if (level > kMostLevels) {
        return feature;
    }
    // A list is [feature], {"feature": …, "_type": "List"}, or "Sequence" or "LargeList" in its place.
    if (json.isArray()) {
        feature.elements.push_back(featureOf(json.toArray().at(0), level + 1));
        return feature;
    }
    const QJsonObject object = json.toObject();
    const QJsonValue typed = object.value(QLatin1String("_type"));
    const QString type = typed.isString() ? typed.toString() : QString();
    if (type == QLatin1String("Image")) {
        feature.kind = HfFeature::Kind::Image;
    } else if (type == QLatin1String("Audio") || type == QLatin1String("Video")
        || type == QLatin1String("Pdf")) {
        feature.kind = HfFeature::Kind::OtherFile;
    } else if (type == QLatin1String("ClassLabel")) {
        for (const QJsonValue& name : object.value(QLatin1String("names")).toArray()) {
            feature.labels.push_back(name.toString().toStdString());
        }
    } else if (!type.isEmpty() && object.contains(QLatin1String("feature"))) {
        feature.elements.push_back(featureOf(object.value(QLatin1String("feature")), level + 1));
        // Sequence({"a": …}) is kept as a struct of lists.
        for (const auto& [name, inner] : feature.elements.front().members) {
            HfFeature list;
            list.elements.push_back(inner);
            feature.members.emplace(name, std::move(list));
        }
    } else if (type.isEmpty()) {
        for (auto it = object.begin(); it != object.end(); ++it) {
            feature.members.emplace(it.key().toStdString(), featureOf(it.value(), level + 1));
        }
    }
    return feature;
}

const HfFeature& plain()
{
    static const HfFeature feature;
    return feature;
}

} // namespace

const HfFeature& HfFeature::member(std::string_view name) const
{
    const auto it = members.empty() ? members.end() : members.find(name);
    return it == members.end() ? plain() : it->second;
}

const HfFeature& HfFeature::element() const
{
    return elements.empty() ? plain() : elements.front();
}

HfFeature readHfFeatures(const QByteArray& metadata)
{
    const QJsonObject root = QJsonDocument::fromJson(metadata).object();
    return featureOf(root.value(QLatin1String("info")).toObject().value(QLatin1String("features")), 0);
}

QString hfSplitOf(const QString& path)
{
    static const QRegularExpression shard(QStringLiteral("^(.+?)-\\d{5}-of-\\d{5}(?:-[0-9a-f]{8,})?$"));
    static const QRegularExpression split(
        QStringLiteral("^(train|val|valid|validation|dev|test|testmini|minival|dev_mini|test_mini)$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression part(QStringLiteral("^\\d{4,}$"));
    const QFileInfo info(path);
    const QString stem = info.completeBaseName();
    if (const auto match = shard.match(stem); match.hasMatch()) {
        return match.captured(1);
    }
    if (split.match(stem).hasMatch()) {
        return stem;
    }
    const QString folder = QFileInfo(info.path()).fileName();
    const bool numbered = part.match(stem).hasMatch() || stem == QLatin1String("metadata");
    return numbered && split.match(folder).hasMatch() ? folder : QString();
}

} // namespace winnow
