// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/datatable.h"

#include "ui/models/tablecolumns.h"
#include "ui/models/tableroles.h"
#include "ui/models/tabletext.h"
#include "ui/util/clickthroughs.h"
#include "ui/util/dialogs.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/datadelegate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QSaveFile>
#include <QScrollBar>
#include <QStandardItem>

#include <algorithm>
#include <numeric>

namespace winnow {

DataTable::DataTable(QWidget* parent)
    : QTableView(parent)
{
    // It keeps the order of its model: a heading is no button.
    horizontalHeader()->setSectionsClickable(false);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setItemDelegate(makeDataDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(4 * kUnit + 2);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setResizeContentsPrecision(200);
    horizontalHeader()->setMinimumSectionSize(6 * kUnit);
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        if (!(QGuiApplication::keyboardModifiers() & (Qt::ControlModifier | Qt::ShiftModifier))) {
            activateLink(index);
        }
    });
    connect(&Theme::instance(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void DataTable::setStretchColumn(int column)
{
    m_stretched = column;
    widen();
}

void DataTable::setWideColumn(int column)
{
    m_wide = column;
    widen();
}

// Called whenever the columns are others: Qt forgets the mode of a section with the section.
void DataTable::widen()
{
    QHeaderView* header = horizontalHeader();
    if (m_stretched >= 0 && m_stretched < header->count()) {
        header->setSectionResizeMode(m_stretched, QHeaderView::Stretch);
    }
    if (m_wide < 0 || m_wide >= header->count()) {
        return;
    }
    header->setSectionResizeMode(m_wide, QHeaderView::Interactive);
    int others = 0;
    for (int column = 0; column < header->count(); ++column) {
        others += column == m_wide || isColumnHidden(column) ? 0 : columnWidth(column);
    }
    const int own = qMax(sizeHintForColumn(m_wide), header->sectionSizeHint(m_wide));
    setColumnWidth(m_wide, qMax(own, viewport()->width() - others));
}

void DataTable::setFitsRows(int rows)
{
    m_fitRows = rows;
    setVerticalScrollBarPolicy(rows == 0 ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    updateGeometry();
}

QSize DataTable::sizeHint() const
{
    if (m_fitRows < 0 || !model()) {
        return QTableView::sizeHint();
    }
    const int rows = m_fitRows == 0 ? model()->rowCount() : qMin(m_fitRows, model()->rowCount());
    const int bar = horizontalScrollBar()->isVisible() ? horizontalScrollBar()->height() : 0;
    return {40 * kUnit,
        horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() + bar + 2};
}

void DataTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        widen();
        if (m_fitRows >= 0) {
            updateGeometry();
        }
    }
}

QSize DataTable::minimumSizeHint() const
{
    return m_fitRows < 0 ? QTableView::minimumSizeHint() : QSize(20 * kUnit, sizeHint().height());
}

void DataTable::setSorts()
{
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
}

void DataTable::keepColumns(const QString& name)
{
    m_name = name;
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, [this](const QPoint& where) {
        auto* menu = makeColumnMenu();
        menu->popup(horizontalHeader()->mapToGlobal(where));
    });
    applyColumns();
}

void DataTable::setModel(QAbstractItemModel* newModel)
{
    QTableView::setModel(newModel);
    if (newModel) {
        for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
            connect(newModel, change, this, [this] { updateGeometry(); });
        }
        connect(newModel, &QAbstractItemModel::modelReset, this, [this] {
            applyColumns();
            widen();
            updateGeometry();
        });
        connect(newModel, &QAbstractItemModel::columnsInserted, this, &DataTable::widen);
    }
    applyColumns();
    widen();
}

QString DataTable::columnId(int column) const
{
    const QVariant id = model()->headerData(column, Qt::Horizontal, ColumnIdRole);
    return id.isValid() ? id.toString() : QString::number(column);
}

bool DataTable::isUsuallyHidden(int column) const
{
    return model()->headerData(column, Qt::Horizontal, HiddenRole).toBool();
}

void DataTable::applyColumns()
{
    if (m_name.isEmpty() || !model()) {
        return;
    }
    const auto hidden = hiddenColumns(m_name);
    for (int column = 0; column < model()->columnCount(); ++column) {
        setColumnHidden(
            column, column > 0 && (hidden ? hidden->contains(columnId(column)) : isUsuallyHidden(column)));
    }
}

QMenu* DataTable::makeColumnMenu()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("columnMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    // The first column says what a row is.
    for (int column = 1; column < model()->columnCount(); ++column) {
        QAction* action
            = menu->addAction(plainCaption(model()->headerData(column, Qt::Horizontal).toString()));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) { showColumn(column, shown); });
    }
    menu->addSeparator();
    menu->addAction(tr("The usual columns"), this, [this] {
        forgetHiddenColumns(m_name);
        applyColumns();
        widen();
    });
    return menu;
}

void DataTable::showColumn(int column, bool shown)
{
    QSet<QString> hidden;
    for (int other = 1; other < model()->columnCount(); ++other) {
        if (isColumnHidden(other)) {
            hidden.insert(columnId(other));
        }
    }
    if (shown) {
        hidden.remove(columnId(column));
    } else {
        hidden.insert(columnId(column));
    }
    setHiddenColumns(m_name, hidden);
    applyColumns();
    widen();
}

QVector<int> DataTable::shownColumns() const
{
    QVector<int> columns;
    for (int place = 0; place < horizontalHeader()->count(); ++place) {
        const int column = horizontalHeader()->logicalIndex(place);
        if (!isColumnHidden(column)) {
            columns.append(column);
        }
    }
    return columns;
}

QVector<int> DataTable::chosenRows() const
{
    QSet<int> rows;
    const QModelIndexList chosen = selectionModel()->selectedIndexes();
    for (const QModelIndex& index : chosen) {
        rows.insert(index.row());
    }
    QVector<int> sorted(rows.cbegin(), rows.cend());
    std::sort(sorted.begin(), sorted.end());
    if (sorted.size() < 2) {
        // One row is where the keyboard is, and no choice.
        sorted.resize(model()->rowCount());
        std::iota(sorted.begin(), sorted.end(), 0);
    }
    return sorted;
}

void DataTable::copy() const
{
    QGuiApplication::clipboard()->setText(tableAsTsv(*model(), chosenRows(), shownColumns()));
}

void DataTable::saveCsv()
{
    QString path = dialogs::saveFile(this, tr("Save the table"),
        (accessibleName().isEmpty() ? tr("table") : accessibleName()) + QStringLiteral(".csv"),
        tr("CSV table (*.csv)"));
    if (path.isEmpty()) {
        return;
    }
    if (QFileInfo(path).suffix().isEmpty()) {
        path += QStringLiteral(".csv");
    }
    QSaveFile file(path);
    const QByteArray csv = tableAsCsv(*model(), chosenRows(), shownColumns());
    if (file.open(QIODevice::WriteOnly) && file.write(csv) == csv.size() && file.commit()) {
        tellPage(this, {Message::Kind::Success, tr("Saved %1").arg(path), {}, {}, {}});
        return;
    }
    tellPage(this,
        Message::of({ErrorCode::Io, tr("The table %1 cannot be written: %2").arg(path, file.errorString()),
            tr("Choose a folder that you may write to.")}));
}

void DataTable::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("tableMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(lineIcon(QStringLiteral("copy")), tr("Copy"), this, [this] { copy(); });
    menu->addAction(tr("Save as CSV…"), this, [this] { saveCsv(); });
    if (!m_name.isEmpty()) {
        QMenu* columns = makeColumnMenu();
        columns->setTitle(tr("Columns"));
        columns->setAttribute(Qt::WA_DeleteOnClose, false);
        columns->setParent(menu, columns->windowFlags());
        menu->addMenu(columns);
    }
    menu->popup(event->globalPos());
}

void DataTable::activateLink(const QModelIndex& index)
{
    const auto open = index.data(OpenRole).value<ClickThrough>();
    if (!open.isEmpty()) {
        openClickThrough(this, open);
    } else if (index.data(LinkRole).toBool()) {
        emit linkActivated(index);
    }
}

void DataTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    const bool enter
        = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (enter && opensSomething(currentIndex())) {
        activateLink(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void DataTable::mouseMoveEvent(QMouseEvent* event)
{
    const QModelIndex under = indexAt(event->position().toPoint());
    viewport()->setCursor(opensSomething(under) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QTableView::mouseMoveEvent(event);
}

void DataTable::wheelEvent(QWheelEvent* event)
{
    // A table that shows all its rows leaves the wheel to the page around it.
    if (m_fitRows == 0 || (verticalScrollBar()->maximum() == 0 && event->angleDelta().x() == 0)) {
        event->ignore();
        return;
    }
    QTableView::wheelEvent(event);
}

QStandardItem* tableItem(const QString& text, bool number)
{
    constexpr int kLong = 24;
    auto* item = new QStandardItem(text);
    item->setEditable(false);
    item->setData(int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter), Qt::TextAlignmentRole);
    if (!number && text.size() > kLong) {
        setTip(item, text);
    }
    return item;
}

} // namespace winnow
