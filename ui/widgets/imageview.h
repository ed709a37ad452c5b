// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/imagetransform.h"

#include <QImage>
#include <QVector>
#include <QWidget>

namespace winnow {

/// How the pixels are shown; nothing is changed in the data.
enum class Contrast { Normal, Stretched, Inverted };

/// Shows one or several images side by side: fit, zoom at the cursor, pan, rotate, contrast, all of them in
/// step. Works on small copies and asks for the whole image only when the zoom needs it. GUI thread only.
class ImageView : public QWidget {
    Q_OBJECT
public:
    explicit ImageView(QWidget* parent = nullptr);

    /// Shows other images, fitted. `tag` comes back with framePainted().
    void setImages(const QVector<ShownImage>& images, qint64 tag = 0);
    /// The same images decoded for another size of the view: the view stays where it is.
    void refreshImages(const QVector<ShownImage>& images);
    /// The whole image, after detailNeeded().
    void setDetail(int image, const QImage& whole);
    int imageCount() const { return int(m_panes.size()); }

    void fit();
    /// One image pixel on one screen pixel.
    void showActualSize();
    void zoomBy(double factor);
    /// Device-independent pixels.
    void panBy(const QPointF& delta);
    /// Quarter turns, clockwise.
    void rotateBy(int quarterTurns);
    void cycleContrast();

    Contrast contrast() const { return m_contrast; }
    /// Where the images stand.
    const ImageTransform& transform() const { return m_transform; }
    bool isFitted() const { return m_transform.isFitted(); }
    /// Screen pixels for one pixel of an image; 0 when there is nothing to see.
    double scaleOf(int image) const { return m_transform.scaleOf(image); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// The zoom as text ("83%"), empty when there is no image.
    void zoomChanged(const QString& text);
    /// More pixels of an image are wanted than it was given.
    void detailNeeded(int image);
    /// The images with this tag are on the screen.
    void framePainted(qint64 tag);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    struct Pane {
        ShownImage image;
        QImage whole;
        /// What is painted: the above after contrast.
        QImage shownDisplay;
        QImage shownWhole;
        bool wholeAsked = false;
    };

    void applyContrast(int image, bool whole);
    void zoomHasChanged();
    void paintPane(QPainter& painter, int image);

    QVector<Pane> m_panes;
    ImageTransform m_transform;
    Contrast m_contrast = Contrast::Normal;
    qint64 m_tag = 0;
    bool m_tagPending = false;
    quint64 m_generation = 0;
    QPointF m_dragFrom;
    bool m_dragging = false;
};

} // namespace winnow
