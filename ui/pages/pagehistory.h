// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>
#include <QObject>
#include <QPair>
#include <QPoint>
#include <QPointer>
#include <QVariant>
#include <QVector>

#include <optional>

namespace winnow {

/// Where somebody was in a page: how far each part was scrolled, what had the focus, and what the page adds
/// of its own (Page::ownPlace).
struct PagePlace {
    QString page;
    QVector<QPair<QPointer<QAbstractScrollArea>, QPoint>> scrolled;
    QPointer<QWidget> focus;
    QVariant own;

    /// Of a page as it is now.
    static PagePlace of(const QString& id, QWidget* page, const QVariant& own);
    /// Scrolls everything to where it was; the focus stays.
    void scrollBack() const;
};

/// The places that people came from, the latest last. GUI thread only.
class PageHistory : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// The oldest is forgotten when there are too many.
    void push(const PagePlace& place);
    /// The latest, taken out; none when there is none.
    std::optional<PagePlace> take();
    void clear();
    bool isEmpty() const { return m_places.isEmpty(); }
    /// The page that back leads to; empty when there is none.
    QString latestPage() const { return m_places.isEmpty() ? QString() : m_places.last().page; }

signals:
    void changed();

private:
    QVector<PagePlace> m_places;
};

} // namespace winnow
