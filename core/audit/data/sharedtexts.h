// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

namespace winnow {

/// Lets equal texts share their memory: options ("yes", "no"), letters of gold answers. Remembers no more
/// than a bounded number of different ones, so that texts which never come again cost nothing.
class SharedTexts {
public:
    QString operator()(QString text) { return shared(m_texts, std::move(text)); }
    QStringList operator()(QStringList texts) { return shared(m_lists, std::move(texts)); }

private:
    static constexpr qsizetype kMost = 4096;

    template <typename T> static T shared(QSet<T>& known, T value)
    {
        const auto it = known.constFind(value);
        if (it != known.constEnd()) {
            return *it;
        }
        if (known.size() < kMost) {
            known.insert(value);
        }
        return value;
    }

    QSet<QString> m_texts;
    QSet<QStringList> m_lists;
};

} // namespace winnow
