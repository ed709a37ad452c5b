// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/sample.h"

#include <QCryptographicHash>

namespace winnow {

namespace {

constexpr int kLetters = 26;

} // namespace

QString optionLetter(int position)
{
    if (position < 0) {
        return {};
    }
    if (position < kLetters) {
        return QString(QChar(u'A' + position));
    }
    return optionLetter(position / kLetters - 1) + QChar(u'A' + position % kLetters);
}

int optionPosition(QStringView text)
{
    if (text.size() != 1) {
        return -1;
    }
    const char16_t c = text.front().toUpper().unicode();
    return c >= u'A' && c <= u'Z' ? c - u'A' : -1;
}

int optionPosition(QStringView label, qsizetype options)
{
    int position = optionPosition(label);
    if (options > kLetters && label.size() > 1 && label.size() < 4) {
        position = 0;
        for (const QChar c : label) {
            if (c < u'A' || c > u'Z') {
                return -1;
            }
            position = position * kLetters + (c.unicode() - u'A' + 1);
        }
        --position;
    }
    return position < options ? position : -1;
}

int Sample::goldIndex() const
{
    return optionPosition(gold, options.size());
}

QByteArray computeContentHash(const Sample& sample)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QString& text) {
        hash.addData(text.simplified().toUtf8());
        hash.addData(QByteArrayView("\x1f", 1));
    };
    add(sample.question);
    add(sample.hint);
    for (const QString& option : sample.options) {
        add(option);
    }
    hash.addData(QByteArrayView("\x1e", 1));
    add(sample.gold);
    for (const QString& answer : sample.acceptedAnswers) {
        add(answer);
    }
    hash.addData(QByteArrayView("\x1e", 1));
    for (const ImageRef& image : sample.images) {
        hash.addData(image.sha256.isEmpty() ? image.source.toUtf8() : image.sha256);
        hash.addData(QByteArrayView("\x1f", 1));
    }
    return hash.result();
}

QString imageStateId(ImageState state)
{
    switch (state) {
    case ImageState::Ok:
        return QStringLiteral("ok");
    case ImageState::Missing:
        return QStringLiteral("missing");
    case ImageState::Unreadable:
        return QStringLiteral("unreadable");
    case ImageState::Refused:
        return QStringLiteral("refused");
    }
    return QStringLiteral("ok");
}

ImageState imageStateFromId(QStringView id)
{
    for (ImageState state : {ImageState::Missing, ImageState::Unreadable, ImageState::Refused}) {
        if (id == imageStateId(state)) {
            return state;
        }
    }
    return ImageState::Ok;
}

} // namespace winnow
