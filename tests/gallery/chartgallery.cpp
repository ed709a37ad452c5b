// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every kind of chart in both themes at two sizes, to be looked at: `winnow_chart_gallery FOLDER` writes a
// PNG each and sheets of them side by side. QT_QPA_PLATFORM=offscreen needs no display.

#include "tests/support/chartsamples.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QPainter>

#include <cstdio>

using namespace winnow;

namespace {

constexpr QSize kSmall(480, 320);
constexpr QSize kLarge(1100, 520);
constexpr int kMargin = 16;

/// As it stands in a card: with the title, on the ground of cards.
QImage pictureOf(Chart& chart, const QString& title, QSize size)
{
    chart.setTitle(title);
    chart.resize(size);
    const QImage shown = chart.grab().toImage();
    QImage card(size + QSize(2 * kMargin, 2 * kMargin + 28), QImage::Format_RGB32);
    card.fill(chartStyle().background);
    QPainter painter(&card);
    painter.setPen(chartStyle().text);
    painter.setFont(Theme::instance().font(TextSize::Heading));
    painter.drawText(QRect(kMargin, kMargin / 2, size.width(), 28), Qt::AlignVCenter, title);
    painter.drawImage(kMargin, kMargin + 28, shown);
    painter.setPen(chartStyle().grid);
    painter.drawRect(card.rect().adjusted(0, 0, -1, -1));
    return card;
}

bool saveSheet(const QVector<QImage>& pictures, int columns, const QString& path)
{
    const QSize cell = pictures.first().size();
    const int rows = (int(pictures.size()) + columns - 1) / columns;
    QImage sheet(cell.width() * columns, cell.height() * rows, QImage::Format_RGB32);
    sheet.fill(tokens().window);
    QPainter painter(&sheet);
    for (int i = 0; i < int(pictures.size()); ++i) {
        painter.drawImage(i % columns * cell.width(), i / columns * cell.height(), pictures.at(i));
    }
    return sheet.save(path);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    if (argc != 2 || !QDir().mkpath(QString::fromLocal8Bit(argv[1]))) {
        std::fprintf(stderr, "usage: winnow_chart_gallery FOLDER\n");
        return 1;
    }
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    bool saved = true;
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
        Theme::instance().apply(mode);
        const QString theme = mode == ThemeMode::Dark ? QStringLiteral("dark") : QStringLiteral("light");
        for (const QSize size : {kSmall, kLarge}) {
            const QString wide = size == kSmall ? QStringLiteral("small") : QStringLiteral("large");
            QVector<QImage> pictures;
            for (const test::ChartSample& sample : test::chartSamples()) {
                const std::unique_ptr<Chart> chart = sample.make();
                pictures.append(pictureOf(*chart, sample.title, size));
                saved = pictures.last().save(
                            folder.filePath(QStringLiteral("%1-%2-%3.png").arg(sample.name, theme, wide)))
                    && saved;
            }
            saved = saveSheet(pictures, size == kSmall ? 3 : 2,
                        folder.filePath(QStringLiteral("sheet-%1-%2.png").arg(theme, wide)))
                && saved;
        }
    }
    std::printf("%s\n", qPrintable(folder.absolutePath()));
    return saved ? 0 : 1;
}
