// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartstyle.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/style.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPalette>
#include <QTest>

#include <cmath>

using namespace winnow;

namespace {

/// Relative luminance and contrast as WCAG 2 defines them.
double luminance(const QColor& color)
{
    const auto linear
        = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double light = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

struct Named {
    const char* name;
    QColor color;
};

} // namespace

/// Every text can be read on everything that it is drawn upon.
class TestContrast : public QObject {
    Q_OBJECT

    static constexpr double kLeast = 4.5;

    static void readable(const Named& text, const Named& ground)
    {
        const double found = contrast(text.color, ground.color);
        QVERIFY2(found >= kLeast,
            qPrintable(QStringLiteral("%1 (%2) on %3 (%4): %5")
                           .arg(QLatin1String(text.name), text.color.name(), QLatin1String(ground.name),
                               ground.color.name())
                           .arg(found)));
    }

private slots:
    void theFormulaIsThatOfTheStandard()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QVERIFY(std::abs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    }

    void texts_data()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("light") << int(ThemeMode::Light);
        QTest::newRow("dark") << int(ThemeMode::Dark);
    }
    void texts()
    {
        QFETCH(int, mode);
        Theme::instance().apply(ThemeMode(mode));
        const Tokens& t = tokens();
        const QVector<Named> texts{{"text", t.text}, {"muted", t.textMuted}, {"faint", t.textFaint},
            {"accent", t.accent}, {"positive", t.positive}, {"negative", t.negative}, {"caution", t.caution}};
        // Window, cards, tables and chips, rows and buttons under the pointer, pressed, selected; pictures.
        const QVector<Named> grounds{{"window", t.window}, {"surface", t.surface}, {"raised", t.raised},
            {"hover", t.hover}, {"pressed", t.pressed}, {"selected", t.accentSoft}, {"canvas", t.canvas}};
        for (const Named& text : texts) {
            for (const Named& ground : grounds) {
                readable(text, ground);
            }
        }
        // The words of a primary button in each of its states; of a selection in a field.
        for (const bool down : {false, true}) {
            for (const bool hover : {false, true}) {
                readable({"on accent", t.onAccent}, {"primary button", primaryGround(down, hover)});
            }
        }
        const QPalette palette = QApplication::palette();
        const auto pair = [&](const char* name, QPalette::ColorGroup group, QPalette::ColorRole text,
                              QPalette::ColorRole ground) {
            readable({name, palette.color(group, text)}, {name, palette.color(group, ground)});
        };
        for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
            pair("window", group, QPalette::WindowText, QPalette::Window);
            pair("field", group, QPalette::Text, QPalette::Base);
            pair("hint", group, QPalette::PlaceholderText, QPalette::Base);
            pair("button", group, QPalette::ButtonText, QPalette::Button);
            pair("tip", group, QPalette::ToolTipText, QPalette::ToolTipBase);
            pair("link", group, QPalette::Link, QPalette::Base);
            pair("selection", group, QPalette::HighlightedText, QPalette::Highlight);
        }
        // A disabled field shows its hint and its text on the window's ground.
        readable({"disabled hint", palette.color(QPalette::Disabled, QPalette::PlaceholderText)},
            {"window", t.window});
        // Chips and the message bar are grounded in a soft hue.
        for (const auto group :
            {FlagGroup::BlindlySolvable, FlagGroup::Label, FlagGroup::McqBias, FlagGroup::Duplicates,
                FlagGroup::ImageQuality, FlagGroup::Discrimination, FlagGroup::ImportDamage}) {
            const QColor soft = Theme::instance().softened(Theme::instance().flagGroupColor(group));
            readable({"text", t.text}, {"chip", soft});
            readable({"muted", t.textMuted}, {"chip", soft});
        }
        for (const QColor& hue : {t.accent, t.positive, t.caution, t.negative}) {
            readable({"text", t.text}, {"message", Theme::instance().softened(hue)});
            readable({"muted", t.textMuted}, {"message", Theme::instance().softened(hue)});
        }
        // The legend of the votes is written in the hue of blind runs.
        readable(
            {"blind", Theme::instance().flagGroupColor(FlagGroup::BlindlySolvable)}, {"surface", t.surface});
        const ChartStyle& chart = chartStyle();
        for (const QColor& text : {chart.text, chart.muted, chart.accent}) {
            readable({"chart label", text}, {"chart", chart.background});
        }
        readable({"grip", chart.background}, {"threshold", chart.text});
        // Numbers in the cells of a heat map, whatever their colour.
        for (const QVector<QColor>& ramp : {chart.ramp, chart.diverging}) {
            for (int i = 0; i <= 50; ++i) {
                const QColor cell = colorBetween(ramp, i / 50.0);
                readable({"number", inkOn(cell)}, {"cell", cell});
            }
        }
    }

    void aFadedChipIsReadAsWell_data() { texts_data(); }
    void aFadedChipIsReadAsWell()
    {
        QFETCH(int, mode);
        Theme::instance().apply(ThemeMode(mode));
        Chip chip(QStringLiteral("Blindly solvable"), Chip::Use::Label);
        chip.setGroup(FlagGroup::BlindlySolvable);
        chip.setFaded(true);
        QPalette palette = chip.palette();
        palette.setColor(QPalette::Window, tokens().surface);
        chip.setPalette(palette);
        chip.resize(chip.sizeHint());
        const QImage shown = chip.grab().toImage();
        // The letters are the pixels furthest from the ground that most pixels have.
        QHash<QRgb, int> counts;
        for (int y = 0; y < shown.height(); ++y) {
            for (int x = shown.height(); x < shown.width(); ++x) {
                ++counts[shown.pixel(x, y)];
            }
        }
        QRgb ground = 0;
        for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
            ground = it.value() > counts.value(ground) ? it.key() : ground;
        }
        double best = 0;
        for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
            best = std::max(best, contrast(QColor(it.key()), QColor(ground)));
        }
        QVERIFY2(best >= kLeast, qPrintable(QString::number(best)));
    }
};

QTEST_MAIN(TestContrast)
#include "tst_contrast.moc"
