// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMutex>
#include <QString>

#include <memory>

namespace winnow {

/// What several detectors of a run need, made once for all of them. Thread-safe: who asks for a value that is
/// being made waits for it, and for no other.
class AuditMemo {
public:
    /// The value kept under `key`, made by `make` (which returns a new one) if there is none yet. `make` may
    /// ask for other values.
    template <typename T, typename Make> std::shared_ptr<const T> value(const QString& key, Make&& make)
    {
        const std::shared_ptr<Place> place = placeOf(key);
        const QMutexLocker lock(&place->mutex);
        if (!place->value) {
            place->value = std::shared_ptr<const T>(make());
        }
        return std::static_pointer_cast<const T>(place->value);
    }

private:
    struct Place {
        QMutex mutex;
        std::shared_ptr<const void> value;
    };

    std::shared_ptr<Place> placeOf(const QString& key)
    {
        const QMutexLocker lock(&m_mutex);
        std::shared_ptr<Place>& place = m_places[key];
        if (!place) {
            place = std::make_shared<Place>();
        }
        return place;
    }

    QMutex m_mutex;
    QHash<QString, std::shared_ptr<Place>> m_places;
};

/// The value of the memo, or one made for this caller alone where there is no memo.
template <typename T, typename Make>
std::shared_ptr<const T> memoised(const std::shared_ptr<AuditMemo>& memo, const QString& key, Make&& make)
{
    return memo ? memo->value<T>(key, std::forward<Make>(make)) : std::shared_ptr<const T>(make());
}

} // namespace winnow
