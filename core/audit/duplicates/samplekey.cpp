// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/duplicates/samplekey.h"

#include "core/audit/duplicates/repeated.h"
#include "core/stats/random.h"
#include "core/text/goldreader.h"
#include "core/text/normalise.h"

#include <algorithm>

namespace winnow {

namespace {

/// FNV-1a over what foldText() makes of the text, which plain texts need not become for it.
quint64 foldedHash(QStringView text)
{
    quint64 hash = 0xcbf29ce484222325ULL;
    const auto add = [&hash](char16_t c) { hash = (hash ^ c) * 0x100000001b3ULL; };
    if (std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 128; })) {
        for (const QChar c : foldText(text)) {
            add(c.unicode());
        }
        return hash;
    }
    bool blank = false;
    for (const QChar c : text.trimmed()) {
        const char16_t unit = c.unicode();
        if (c.isSpace()) {
            blank = true;
            continue;
        }
        if (blank) {
            add(u' ');
            blank = false;
        }
        add(unit >= u'A' && unit <= u'Z' ? char16_t(unit + 32) : unit);
    }
    return hash;
}

QString memoKey(const char* what, const AuditData& data)
{
    return QLatin1String(what) + u' ' + QString::number(quintptr(&data));
}

} // namespace

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

std::vector<quint64> textHashes(const AuditData& data)
{
    std::vector<quint64> hashes;
    hashes.reserve(data.size());
    std::vector<quint64> options;
    for (const AuditText& text : data.texts) {
        quint64 hash = stats::mix64(foldedHash(text.question));
        hash = stats::mix64(hash ^ foldedHash(text.hint));
        options.clear();
        for (const QString& option : text.options) {
            options.push_back(foldedHash(option));
        }
        std::sort(options.begin(), options.end());
        for (const quint64 option : options) {
            hash = stats::mix64(hash ^ option);
        }
        hashes.push_back(hash);
    }
    return hashes;
}

std::shared_ptr<const std::vector<quint64>> sharedTextHashes(
    const AuditData& data, const std::shared_ptr<AuditMemo>& memo)
{
    return memoised<std::vector<quint64>>(
        memo, memoKey("text hashes", data), [&] { return new std::vector<quint64>(textHashes(data)); });
}

std::shared_ptr<const std::vector<bool>> sharedLostImages(
    const AuditData& data, const std::shared_ptr<AuditMemo>& memo)
{
    return memoised<std::vector<bool>>(memo, memoKey("lost images", data),
        [&] { return new std::vector<bool>(lostImages(data, *sharedTextHashes(data, memo))); });
}

std::vector<bool> lostImages(const AuditData& data, const std::vector<quint64>& textHashes)
{
    constexpr double kShare = 0.05;
    constexpr std::size_t kLeast = 20;
    std::vector<bool> lost(data.size(), false);
    std::vector<bool> unpictured(data.size(), false);
    std::vector<quint64> used;
    bool any = false;
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (data.hasImages() && !data.images[i].empty()) {
            continue;
        }
        unpictured[i] = true;
        const QString& question = data.texts[i].question;
        if (question.contains(u'<') && question.contains(QLatin1String("<image"), Qt::CaseInsensitive)) {
            lost[i] = true;
            any = true;
        }
        if (data.hasGold[i]) {
            used.push_back(textHashes[i]);
        }
    }
    const std::vector<quint64> repeated = repeatedOf(std::move(used));
    QHash<QByteArray, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (!unpictured[i] || !data.hasGold[i] || !holds(repeated, textHashes[i])) {
            continue;
        }
        if (const auto key = textKey(data, i)) {
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
