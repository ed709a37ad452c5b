// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icons.h"

#include "ui/widgets/theme.h"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

static void initIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace winnow {

namespace {

QByteArray iconSource(const QString& name)
{
    static QHash<QString, QByteArray> sources;
    const auto found = sources.constFind(name);
    if (found != sources.constEnd()) {
        return *found;
    }
    initIcons();
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    QByteArray bytes;
    if (file.open(QIODevice::ReadOnly)) {
        bytes = file.readAll();
    }
    sources.insert(name, bytes);
    return bytes;
}

QPixmap tinted(const QString& name, const QSize& pixels, const QColor& color)
{
    const QString key = QStringLiteral("winnow-icon/%1/%2x%3/%4")
                            .arg(name)
                            .arg(pixels.width())
                            .arg(pixels.height())
                            .arg(color.rgba(), 0, 16);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) {
        return pixmap;
    }
    QByteArray svg = iconSource(name);
    svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(svg);
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(color.alphaF());
    renderer.render(&painter);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class LineIconEngine : public QIconEngine {
public:
    LineIconEngine(QString name, QColor tint, std::optional<FlagGroup> group)
        : m_name(std::move(name))
        , m_tint(std::move(tint))
        , m_group(group)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1;
        painter->drawPixmap(rect, tinted(m_name, (QSizeF(rect.size()) * ratio).toSize(), color(mode, state)));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return tinted(m_name, size, color(mode, state));
    }

    QIconEngine* clone() const override { return new LineIconEngine(m_name, m_tint, m_group); }
    bool isNull() override { return iconSource(m_name).isEmpty(); }

private:
    QColor color(QIcon::Mode mode, QIcon::State state) const
    {
        if (mode == QIcon::Disabled) {
            return tokens().textFaint;
        }
        if (m_group) {
            return Theme::instance().flagGroupColor(*m_group);
        }
        if (m_tint.isValid()) {
            return m_tint;
        }
        return state == QIcon::On ? tokens().accent : tokens().textMuted;
    }

    QString m_name;
    QColor m_tint;
    std::optional<FlagGroup> m_group;
};

} // namespace

QIcon lineIcon(const QString& name, const QColor& tint)
{
    return QIcon(new LineIconEngine(name, tint, std::nullopt));
}

QIcon flagGroupIcon(FlagGroup group)
{
    return QIcon(new LineIconEngine(QStringLiteral("group-") + flagGroupId(group), {}, group));
}

void paintLineIcon(QPainter* painter, const QString& name, const QRectF& where, const QColor& color)
{
    const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1;
    painter->drawPixmap(where, tinted(name, (where.size() * ratio).toSize(), color), QRectF());
}

} // namespace winnow
