// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chartcard.h"

#include "ui/util/dialogs.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/icons.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPrinter>
#include <QSaveFile>
#include <QStackedWidget>
#include <QToolButton>

namespace winnow {

ChartCard::ChartCard(const QString& title, Chart* chart, const QString& fileName, QWidget* parent)
    : Card(parent)
    , m_chart(chart)
    , m_fileName(fileName)
    , m_title(new Text(title, TextSize::Heading))
    , m_subtitle(new Text({}, TextSize::Body, Text::Tone::Muted))
    , m_controls(new QHBoxLayout)
    , m_tableButton(new QToolButton)
    , m_menuButton(new QToolButton)
    , m_stack(new QStackedWidget)
    , m_table(new DataTable)
    , m_empty(new EmptyState)
{
    chart->setTitle(title);
    m_controls->setSpacing(kUnit / 2);
    m_controls->addWidget(m_title, 1);
    m_tableButton->setIcon(lineIcon(QStringLiteral("table")));
    m_tableButton->setCheckable(true);
    setTip(m_tableButton, tr("Show the numbers as a table"));
    m_tableButton->setAccessibleName(tr("Numbers as a table: %1").arg(title));
    m_tableButton->setObjectName(QStringLiteral("tableButton"));
    m_menuButton->setIcon(lineIcon(QStringLiteral("save")));
    setTip(m_menuButton, tr("Copy or save"));
    m_menuButton->setAccessibleName(tr("Copy or save: %1").arg(title));
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_controls->addWidget(m_tableButton);
    m_controls->addWidget(m_menuButton);
    body()->addLayout(m_controls);
    m_subtitle->setWordWrap(true);
    m_subtitle->hide();
    body()->addWidget(m_subtitle);
    m_table->setModel(&m_numbers);
    m_table->setSorts();
    m_table->setWideColumn(0);
    m_table->setFitsRows(12);
    m_table->setAccessibleName(title);
    m_stack->addWidget(chart);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    body()->addWidget(m_stack);

    fillMenu();
    connect(m_tableButton, &QToolButton::toggled, this, &ChartCard::showTable);
    connect(&Theme::instance(), &Theme::changed, chart, qOverload<>(&QWidget::update));
    fitStack();
}

void ChartCard::fillMenu()
{
    auto* menu = new QMenu(m_menuButton);
    menu->addAction(lineIcon(QStringLiteral("copy")), tr("Copy the numbers"), this, [this] {
        QGuiApplication::clipboard()->setText(m_chart->table().toTsv());
        emit done(tr("The numbers are on the clipboard"));
    });
    menu->addAction(lineIcon(QStringLiteral("image")), tr("Copy the picture"), this, [this] {
        QGuiApplication::clipboard()->setImage(m_chart->toImage());
        emit done(tr("The picture is on the clipboard"));
    });
    menu->addSeparator();
    menu->addAction(
        tr("Save as PNG…"), this, [this] { save(QStringLiteral("png"), tr("PNG picture (*.png)")); });
    menu->addAction(
        tr("Save as SVG…"), this, [this] { save(QStringLiteral("svg"), tr("SVG drawing (*.svg)")); });
    menu->addAction(
        tr("Save as CSV…"), this, [this] { save(QStringLiteral("csv"), tr("CSV table (*.csv)")); });
    menu->addSeparator();
    menu->addAction(tr("Print…"), this, &ChartCard::print);
    m_menuButton->setMenu(menu);
}

void ChartCard::print()
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(m_chart->title());
    if (!dialogs::choosePrinter(this, printer)) {
        return;
    }
    if (const Result<> printed = m_chart->print(printer)) {
        emit done(tr("Printed %1").arg(m_chart->title()));
    } else {
        emit failed(printed.error());
    }
}

void ChartCard::setSubtitle(const QString& text)
{
    m_subtitle->setText(text);
    m_subtitle->setVisible(!text.isEmpty());
}

void ChartCard::setFlat()
{
    m_flat = true;
    body()->setContentsMargins(0, 0, 0, 0);
    m_title->hide();
    body()->removeWidget(m_subtitle);
    m_controls->insertWidget(0, m_subtitle, 1);
}

void ChartCard::paintEvent(QPaintEvent* event)
{
    if (!m_flat) {
        Card::paintEvent(event);
    }
}

void ChartCard::resizeEvent(QResizeEvent* event)
{
    Card::resizeEvent(event);
    // A legend takes fewer lines when there is more room.
    fitStack();
}

void ChartCard::addControl(QWidget* control)
{
    m_controls->insertWidget(m_controls->count() - 2, control);
}

void ChartCard::refresh()
{
    m_numbers.setTable(m_chart->table());
    fitStack();
}

bool ChartCard::showsTable() const
{
    return m_stack->currentWidget() == m_table;
}

void ChartCard::showTable(bool table)
{
    m_tableWanted = table;
    m_tableButton->setChecked(table);
    if (m_stack->currentWidget() != m_empty) {
        m_stack->setCurrentWidget(table ? static_cast<QWidget*>(m_table) : m_chart);
    }
    fitStack();
}

void ChartCard::toggleTables(const QVector<ChartCard*>& cards)
{
    const bool on = !cards.first()->m_tableWanted;
    for (ChartCard* card : cards) {
        card->showTable(on);
    }
}

void ChartCard::showEmpty(bool on)
{
    m_stack->setCurrentWidget(on ? static_cast<QWidget*>(m_empty)
            : m_tableWanted      ? static_cast<QWidget*>(m_table)
                                 : m_chart);
    m_tableButton->setVisible(!on);
    m_menuButton->setVisible(!on);
    fitStack();
}

void ChartCard::setVisibleRows(int rows)
{
    m_table->setFitsRows(rows);
}

// The card is as high as what it shows, not as the highest of the three.
void ChartCard::fitStack()
{
    for (int i = 0; i < m_stack->count(); ++i) {
        QWidget* widget = m_stack->widget(i);
        const bool current = widget == m_stack->currentWidget();
        const auto vertical = !current ? QSizePolicy::Ignored
            : widget == m_empty        ? QSizePolicy::Preferred
                                       : QSizePolicy::Fixed;
        widget->setSizePolicy(QSizePolicy::Expanding, vertical);
    }
    m_stack->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const int height = qMax(m_stack->currentWidget()->sizeHint().height(), 6 * kUnit);
    if (m_stack->height() != height || m_stack->maximumHeight() != height) {
        m_stack->setFixedHeight(height);
    }
}

void ChartCard::save(const QString& suffix, const QString& filter)
{
    QString path
        = dialogs::saveFile(this, tr("Save %1").arg(m_chart->title()), m_fileName + u'.' + suffix, filter);
    if (path.isEmpty()) {
        return;
    }
    if (QFileInfo(path).suffix().isEmpty()) {
        path += u'.' + suffix;
    }
    Result<> saved;
    if (suffix == u"png") {
        saved = m_chart->savePng(path);
    } else if (suffix == u"svg") {
        saved = m_chart->saveSvg(path);
    } else {
        QSaveFile file(path);
        const QByteArray csv = m_chart->table().toCsv();
        if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size() || !file.commit()) {
            saved
                = fail(ErrorCode::Io, tr("The table %1 cannot be written: %2").arg(path, file.errorString()),
                    tr("Choose a folder that you may write to."));
        }
    }
    if (saved) {
        emit done(tr("Saved %1").arg(path));
    } else {
        emit failed(saved.error());
    }
}

} // namespace winnow
