// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/sample.h"

#include <QCryptographicHash>

namespace winnow {

QString optionLetter(int position)
{
    if (position < 0) {
        return {};
    }
    if (position < 26) {
        return QString(QChar(u'A' + position));
    }
    return optionLetter(position / 26 - 1) + QChar(u'A' + position % 26);
}

int optionPosition(QStringView text)
{
    if (text.size() != 1) {
        return -1;
    }
    const char16_t c = text.front().toUpper().unicode();
    return c >= u'A' && c <= u'Z' ? c - u'A' : -1;
}

int Sample::goldIndex() const
{
    if (options.isEmpty()) {
        return -1;
    }
    const int index = optionPosition(gold);
    return index < options.size() ? index : -1;
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
