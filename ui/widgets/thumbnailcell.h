// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QRect>

class QPainter;

namespace winnow {

class ThumbnailProvider;

/// One sample of the grid as a card: its picture, its flags and what was decided, its key and its question.
/// Paints once; a picture that is not there yet is asked for.
class ThumbnailCell {
public:
    struct Look {
        bool selected = false;
        bool current = false;
        bool hovered = false;
    };

    ThumbnailCell(
        QPainter* painter, const QModelIndex& index, const QRect& rect, ThumbnailProvider& pictures);

    void paint(const Look& look);

private:
    void paintFrame(const Look& look);
    void paintPicture();
    void paintBadge(int images);
    /// Returns the width that the marks at the right end of a line take.
    int paintMarks(const QRect& line);
    int paintGroups(const QRect& line, int right);
    void paintTexts();

    QPainter* m_painter;
    QModelIndex m_index;
    QRect m_rect;
    QRect m_picture;
    ThumbnailProvider& m_pictures;
    bool m_dropped;
    /// A sample of text alone has no place for a picture: its question takes the whole card.
    bool m_textOnly;
};

} // namespace winnow
