// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"

#include "ui/charts/chartstyle.h"
#include "ui/widgets/style.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFontInfo>
#include <QPalette>
#include <QToolTip>

namespace winnow {

namespace {

const QString kPortal = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPortalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kPortalSettings = QStringLiteral("org.freedesktop.portal.Settings");
const QString kAppearance = QStringLiteral("org.freedesktop.appearance");
const QString kColorScheme = QStringLiteral("color-scheme");

Tokens lightTokens()
{
    Tokens t;
    t.dark = false;
    t.window = QColor(0xf4, 0xf5, 0xf7);
    t.surface = QColor(0xff, 0xff, 0xff);
    t.raised = QColor(0xfa, 0xfa, 0xfb);
    t.hover = QColor(0xeb, 0xed, 0xf1);
    t.pressed = QColor(0xe0, 0xe3, 0xe8);
    t.border = QColor(0xe1, 0xe4, 0xe9);
    t.borderStrong = QColor(0xc3, 0xc9, 0xd2);
    t.text = QColor(0x1d, 0x22, 0x29);
    t.textMuted = QColor(0x4b, 0x54, 0x60);
    t.textFaint = QColor(0x5d, 0x66, 0x72);
    t.accent = QColor(0x4a, 0x57, 0xc9);
    t.onAccent = QColor(0xff, 0xff, 0xff);
    t.accentSoft = QColor(0xe8, 0xea, 0xfb);
    t.positive = QColor(0x17, 0x72, 0x44);
    t.negative = QColor(0xb4, 0x2d, 0x2d);
    t.caution = QColor(0x8a, 0x57, 0x00);
    t.canvas = QColor(0xe9, 0xeb, 0xee);
    return t;
}

Tokens darkTokens()
{
    Tokens t;
    t.dark = true;
    t.window = QColor(0x1a, 0x1c, 0x20);
    t.surface = QColor(0x22, 0x25, 0x2a);
    t.raised = QColor(0x27, 0x2a, 0x30);
    t.hover = QColor(0x2f, 0x33, 0x3a);
    t.pressed = QColor(0x38, 0x3d, 0x45);
    t.border = QColor(0x33, 0x37, 0x3e);
    t.borderStrong = QColor(0x4c, 0x52, 0x5c);
    t.text = QColor(0xe5, 0xe8, 0xec);
    t.textMuted = QColor(0xb8, 0xbf, 0xc9);
    t.textFaint = QColor(0xa0, 0xa8, 0xb3);
    t.accent = QColor(0xa3, 0xac, 0xf8);
    t.onAccent = QColor(0x15, 0x17, 0x2b);
    t.accentSoft = QColor(0x32, 0x36, 0x57);
    t.positive = QColor(0x6c, 0xc9, 0x97);
    t.negative = QColor(0xf0, 0x9a, 0x95);
    t.caution = QColor(0xe3, 0xb0, 0x5b);
    t.canvas = QColor(0x14, 0x15, 0x18);
    return t;
}

/// The hues of flagGroupColor() for dark grounds; much is light there.
void useDarkCharts(ChartStyle& style)
{
    style.series = {QColor(0x4d, 0xa3, 0xe0), QColor(0xf0, 0x84, 0x3c), QColor(0x36, 0xbf, 0x98),
        QColor(0xdd, 0x95, 0xbd), QColor(0x7c, 0xcb, 0xf2), QColor(0xed, 0xb4, 0x33),
        QColor(0xa3, 0xa9, 0xb2)};
    style.ramp = {QColor(0x2b, 0x30, 0x38), QColor(0x28, 0x47, 0x66), QColor(0x2f, 0x6a, 0x9c),
        QColor(0x50, 0x95, 0xcd), QColor(0x8e, 0xc1, 0xec), QColor(0xda, 0xec, 0xfb)};
    style.diverging = {QColor(0xf2, 0x9a, 0x5b), QColor(0x9a, 0x5a, 0x2a), QColor(0x31, 0x35, 0x3c),
        QColor(0x2c, 0x66, 0x98), QColor(0x6f, 0xb8, 0xee)};
}

QPalette paletteOf(const Tokens& t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.window);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.surface);
    p.setColor(QPalette::AlternateBase, t.raised);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::PlaceholderText, t.textFaint);
    p.setColor(QPalette::Button, t.surface);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.negative);
    p.setColor(QPalette::Highlight, t.accent);
    p.setColor(QPalette::HighlightedText, t.onAccent);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::LinkVisited, t.accent);
    p.setColor(QPalette::ToolTipBase, t.dark ? t.pressed : t.text);
    p.setColor(QPalette::ToolTipText, t.dark ? t.text : t.surface);
    p.setColor(QPalette::Light, t.dark ? t.hover : t.surface);
    p.setColor(QPalette::Midlight, t.border);
    p.setColor(QPalette::Mid, t.border);
    p.setColor(QPalette::Dark, t.borderStrong);
    p.setColor(QPalette::Shadow, t.dark ? QColor(Qt::black) : t.borderStrong);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        p.setColor(QPalette::Disabled, role, t.textFaint);
    }
    p.setColor(QPalette::Disabled, QPalette::Highlight, t.borderStrong);
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, t.text);
    return p;
}

} // namespace

Theme& Theme::instance()
{
    static Theme theme;
    return theme;
}

Theme::Theme()
    : m_tokens(lightTokens())
{
}

void Theme::apply(ThemeMode mode)
{
    m_mode = mode;
    if (!m_applied) {
        m_applied = true;
        m_initialDark = QApplication::palette().color(QPalette::Window).lightness() < 128;
        m_basePoints = qMax(9.0, QFontInfo(QApplication::font()).pointSizeF());
        QApplication::setStyle(new Style);
        askPortal();
    }
    update();
}

void Theme::update()
{
    const bool dark = m_mode == ThemeMode::Dark || (m_mode == ThemeMode::System && desktopIsDark());
    m_tokens = dark ? darkTokens() : lightTokens();
    const QPalette palette = paletteOf(m_tokens);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    QFont base = QApplication::font();
    base.setPointSizeF(m_basePoints);
    QApplication::setFont(base);

    ChartStyle style;
    style.text = m_tokens.text;
    style.muted = m_tokens.textMuted;
    style.grid = m_tokens.border;
    style.background = m_tokens.surface;
    style.accent = m_tokens.accent;
    style.second = m_tokens.textFaint;
    style.font = font(TextSize::Small);
    if (dark) {
        useDarkCharts(style);
    }
    setChartStyle(style);
    emit changed();
}

bool Theme::desktopIsDark() const
{
    return m_portalDark.value_or(m_initialDark);
}

// The desktop portal is the only source that tells of a change while running; without it (no session bus)
// the palette that the platform gave at the start decides.
void Theme::askPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    bus.connect(kPortal, kPortalPath, kPortalSettings, QStringLiteral("SettingChanged"), this,
        SLOT(portalChanged(QString, QString, QDBusVariant)));
    QDBusMessage call
        = QDBusMessage::createMethodCall(kPortal, kPortalPath, kPortalSettings, QStringLiteral("Read"));
    call << kAppearance << kColorScheme;
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* finished) {
        finished->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *finished;
        if (reply.isValid()) {
            QVariant value = reply.value().variant();
            if (value.canConvert<QDBusVariant>()) {
                value = value.value<QDBusVariant>().variant();
            }
            portalChanged(kAppearance, kColorScheme, QDBusVariant(value));
        }
    });
}

void Theme::portalChanged(const QString& group, const QString& key, const QDBusVariant& value)
{
    if (group != kAppearance || key != kColorScheme) {
        return;
    }
    const uint scheme = value.variant().toUInt(); // 0 no preference, 1 dark, 2 light
    m_portalDark = scheme == 0 ? std::nullopt : std::optional<bool>(scheme == 1);
    if (m_mode == ThemeMode::System && desktopIsDark() != m_tokens.dark) {
        update();
    }
}

QFont Theme::font(TextSize size, bool strong) const
{
    QFont font = QApplication::font();
    qreal factor = 1;
    switch (size) {
    case TextSize::Small:
        factor = 0.88;
        break;
    case TextSize::Body:
        break;
    case TextSize::Heading:
        factor = 1.25;
        break;
    case TextSize::Display:
        factor = 1.9;
        break;
    }
    font.setPointSizeF(m_basePoints * factor);
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    return font;
}

QFont Theme::numberFont(TextSize size) const
{
    QFont numbers = font(size);
    numbers.setStyleStrategy(QFont::StyleStrategy(numbers.styleStrategy() | QFont::PreferQuality));
    numbers.setFixedPitch(false);
    return numbers;
}

QColor Theme::flagGroupColor(FlagGroup group) const
{
    // Okabe and Ito's palette (2008), lightened for dark grounds; grey for damage.
    const bool dark = m_tokens.dark;
    switch (group) {
    case FlagGroup::BlindlySolvable:
        return dark ? QColor(0x4d, 0xa3, 0xe0) : QColor(0x00, 0x72, 0xb2);
    case FlagGroup::Label:
        return dark ? QColor(0xf0, 0x84, 0x3c) : QColor(0xd5, 0x5e, 0x00);
    case FlagGroup::McqBias:
        return dark ? QColor(0xdd, 0x95, 0xbd) : QColor(0xb8, 0x5a, 0x90);
    case FlagGroup::Duplicates:
        return dark ? QColor(0x36, 0xbf, 0x98) : QColor(0x00, 0x8a, 0x65);
    case FlagGroup::ImageQuality:
        return dark ? QColor(0x7c, 0xcb, 0xf2) : QColor(0x2f, 0x9c, 0xd0);
    case FlagGroup::Discrimination:
        return dark ? QColor(0xed, 0xb4, 0x33) : QColor(0xc9, 0x88, 0x00);
    case FlagGroup::ImportDamage:
        return dark ? QColor(0xa3, 0xa9, 0xb2) : QColor(0x6c, 0x75, 0x80);
    case FlagGroup::Transform:
        return dark ? QColor(0xb5, 0xa4, 0xe6) : QColor(0x6f, 0x5a, 0xb5);
    }
    return m_tokens.textMuted;
}

QColor Theme::softened(const QColor& hue) const
{
    const qreal share = m_tokens.dark ? 0.22 : 0.13;
    const auto mix = [share](int a, int b) { return int(a * share + b * (1 - share)); };
    const QColor& ground = m_tokens.surface;
    return QColor(
        mix(hue.red(), ground.red()), mix(hue.green(), ground.green()), mix(hue.blue(), ground.blue()));
}

} // namespace winnow
