// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/samplekey.h"

#include "core/text/goldreader.h"
#include "core/text/normalise.h"

#include <algorithm>

namespace winnow {

QByteArray imageKey(const AuditData& data, std::size_t sample)
{
    QByteArray key;
    if (!data.hasImages()) {
        return key;
    }
    for (const AuditImage& image : data.images[sample]) {
        key += image.sha256.isEmpty() ? "src:" + image.source.toUtf8() : image.sha256;
        key += '\x1f';
    }
    return key;
}

std::optional<QByteArray> textKey(const AuditData& data, std::size_t sample)
{
    const AuditText& text = data.texts[sample];
    const QString question = foldText(text.question);
    if (question.isEmpty() && text.options.isEmpty()) {
        return std::nullopt;
    }
    QStringList options;
    for (const QString& option : text.options) {
        options.append(foldText(option));
    }
    std::sort(options.begin(), options.end());
    QByteArray key = question.toUtf8() + '\x1e' + foldText(text.hint).toUtf8() + '\x1e';
    for (const QString& option : options) {
        key += option.toUtf8() + '\x1f';
    }
    return key;
}

std::vector<bool> lostImages(const AuditData& data)
{
    constexpr double kShare = 0.05;
    constexpr std::size_t kLeast = 20;
    std::vector<bool> lost(data.size(), false);
    std::vector<bool> unpictured(data.size(), false);
    QHash<QByteArray, std::vector<std::size_t>> groups;
    bool any = false;
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (!imageKey(data, i).isEmpty()) {
            continue;
        }
        unpictured[i] = true;
        if (data.texts[i].question.contains(QLatin1String("<image"), Qt::CaseInsensitive)) {
            lost[i] = true;
            any = true;
        }
        if (const auto key = textKey(data, i); key && data.hasGold[i]) {
            groups[*key].push_back(i);
        }
    }
    std::size_t contradicting = 0;
    for (const std::vector<std::size_t>& group : std::as_const(groups)) {
        const bool differ = std::any_of(group.begin(), group.end(),
            [&](std::size_t i) { return goldContent(data, i) != goldContent(data, group.front()); });
        contradicting += differ ? group.size() : 0;
    }
    if (contradicting >= kLeast && double(contradicting) > kShare * double(data.size())) {
        return unpictured;
    }
    return any ? lost : std::vector<bool>();
}

QString goldContent(const AuditData& data, std::size_t sample)
{
    if (const QVector<int> several = goldSet(data.gold[sample], data.texts[sample].options.size());
        !several.isEmpty()) {
        QStringList texts;
        for (const int option : several) {
            texts.append(normaliseText(data.texts[sample].options.at(option)));
        }
        texts.sort();
        return texts.join(QChar(u'\x1f'));
    }
    const QString gold = data.goldIndex[sample] >= 0
        ? data.texts[sample].options.value(data.goldIndex[sample])
        : data.gold[sample];
    return normaliseText(gold);
}

} // namespace winnow
