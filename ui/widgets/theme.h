// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/decision.h"
#include "core/domain/flagkind.h"

#include <QColor>
#include <QFont>
#include <QObject>

#include <optional>

class QDBusVariant;

namespace winnow {

/// The one spacing unit; every margin and gap is a multiple (or half) of it. Device-independent pixels.
inline constexpr int kUnit = 8;
/// The one corner radius.
inline constexpr int kRadius = 6;

/// The one scale of text sizes.
enum class TextSize { Small, Body, Heading, Display };
enum class ThemeMode { System, Light, Dark };

/// All colours of the interface. Colour carries meaning only through flagGroupColor(), positive and negative.
struct Tokens {
    bool dark = false;
    QColor window;
    QColor surface;
    QColor raised;
    QColor hover;
    QColor pressed;
    QColor border;
    QColor borderStrong;
    QColor text;
    QColor textMuted;
    QColor textFaint;
    QColor accent;
    QColor onAccent;
    QColor accentSoft;
    QColor positive;
    QColor negative;
    QColor caution;
    /// Neutral ground behind images.
    QColor canvas;
};

/// The look of the application: tokens, palette and style. GUI thread only.
class Theme : public QObject {
    Q_OBJECT
public:
    static Theme& instance();

    /// Sets style, palette and font of the application and, in System mode, follows the desktop from now on.
    void apply(ThemeMode mode);
    ThemeMode mode() const { return m_mode; }
    const Tokens& tokens() const { return m_tokens; }

    /// The desktop's font in one of the four sizes.
    QFont font(TextSize size, bool strong = false) const;
    /// As font(), with figures of equal width where the font has them.
    QFont numberFont(TextSize size = TextSize::Body) const;
    /// The hue of a flag group: distinguishable with the common colour vision deficiencies.
    QColor flagGroupColor(FlagGroup group) const;
    /// Grounds a chip of that hue so that body text stays readable on it.
    QColor softened(const QColor& hue) const;

signals:
    /// Tokens changed: custom-painted widgets repaint, charts restyle.
    void changed();

private:
    Theme();
    void update();
    bool desktopIsDark() const;
    void askPortal();

private slots:
    void portalChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    ThemeMode m_mode = ThemeMode::System;
    Tokens m_tokens;
    bool m_applied = false;
    bool m_initialDark = false;
    std::optional<bool> m_portalDark;
    qreal m_basePoints = 10;
};

/// Shorthand for Theme::instance().tokens().
inline const Tokens& tokens()
{
    return Theme::instance().tokens();
}

} // namespace winnow
