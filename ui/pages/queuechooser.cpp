// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/queuechooser.h"

#include "ui/models/terms.h"
#include "ui/util/format.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/icons.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace winnow {

namespace {

enum StateChoice { OpenFlags, UnsureFlags, DisputedFlags, DecidedFlags, AllFlags };
constexpr int kLineRole = Qt::UserRole;
constexpr int kWidth = 90 * kUnit;
/// From the left edge of a row to its text: icon and gap.
constexpr int kIndent = 3 * kUnit + 2;
const QString kSlot = QStringLiteral("queues");

QVector<FlagGroup> groupsInOrder()
{
    QVector<FlagGroup> groups;
    for (const FlagKind& kind : flagKinds()) {
        if (!groups.contains(kind.group)) {
            groups.append(kind.group);
        }
    }
    return groups;
}

/// A calm row: the chosen one lightly tinted, the count at the right edge.
class QueueDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem row = option;
        initStyleOption(&row, index);
        const Tokens& t = tokens();
        const bool count = index.column() == 1;
        painter->save();
        painter->setFont(row.font);
        painter->setPen(count ? t.textMuted : t.text);
        QRect where = option.rect.adjusted(count ? 0 : kUnit, 0, count ? -kUnit : 0, 0);
        if (!row.icon.isNull()) {
            row.icon.paint(painter, QRect(where.left(), where.center().y() - 9, 18, 18));
        }
        where.setLeft(count ? where.left() : where.left() + kIndent);
        painter->drawText(where, int(count ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, row.text);
        painter->restore();
    }
};

/// Paints the ground of a whole row, so that both columns are one.
class QueueTree : public QTreeWidget {
protected:
    void drawRow(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool current = index.row() == currentIndex().row() && index.parent() == currentIndex().parent();
        const bool hovered = indexAt(viewport()->mapFromGlobal(QCursor::pos())).siblingAtColumn(0)
            == index.siblingAtColumn(0);
        if (current || hovered) {
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(current ? tokens().accentSoft : tokens().hover);
            QRect row = option.rect;
            row.setLeft(0);
            row.setRight(viewport()->width() - 1);
            painter->drawRoundedRect(row, kRadius, kRadius);
            painter->restore();
        }
        QStyleOptionViewItem plain = option;
        plain.state &= ~(QStyle::State_Selected | QStyle::State_MouseOver);
        plain.palette.setColor(QPalette::Highlight, Qt::transparent);
        QTreeWidget::drawRow(painter, plain, index);
    }
    void drawBranches(QPainter*, const QRect&, const QModelIndex&) const override { }
};

} // namespace

QueueChooser::QueueChooser(QWidget* parent)
    : QWidget(parent)
    , m_back(new QToolButton)
    , m_datasets(new QComboBox)
    , m_states(new QButtonGroup(this))
    , m_tree(new QueueTree)
    , m_summary(new Text({}, TextSize::Body, Text::Tone::Muted))
    , m_empty(new EmptyState)
    , m_stack(new QStackedWidget)
    , m_jobs(nullptr)
{
    setObjectName(QStringLiteral("queueChooser"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
    auto* page = new QWidget;
    auto* across = new QHBoxLayout(page);
    across->setContentsMargins(3 * kUnit, 2 * kUnit, 3 * kUnit, 2 * kUnit);
    auto* column = new QWidget;
    column->setMaximumWidth(kWidth);
    across->addStretch(1);
    across->addWidget(column, 100);
    across->addStretch(1);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kUnit);
    layout->addLayout(makeHead());
    layout->addWidget(m_summary);
    layout->addSpacing(kUnit);
    layout->addLayout(makeChoices());
    styleTree();
    auto* card = new Card;
    card->body()->setContentsMargins(kUnit, kUnit, kUnit, kUnit);
    card->body()->addWidget(m_tree);
    layout->addWidget(card, 1);
    m_stack->addWidget(page);
    m_stack->addWidget(m_empty);

    connect(m_back, &QToolButton::clicked, this, &QueueChooser::left);
    connect(m_datasets, &QComboBox::activated, this, &QueueChooser::reload);
    connect(m_states, &QButtonGroup::idClicked, this, &QueueChooser::reload);
    connect(m_tree, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem* item) { choose(item); });
    connect(m_tree, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) { choose(item); });
}

QLayout* QueueChooser::makeHead()
{
    auto* head = new QHBoxLayout;
    head->addWidget(new Text(tr("What do you want to review?"), TextSize::Heading));
    head->addStretch(1);
    m_back->setObjectName(QStringLiteral("backToQueue"));
    m_back->setAutoRaise(true);
    setTip(m_back, tr("Go on where you were (Esc)"));
    QSizePolicy keepsRoom = m_back->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    m_back->setSizePolicy(keepsRoom);
    m_back->hide();
    head->addWidget(m_back);
    return head;
}

QLayout* QueueChooser::makeChoices()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(kUnit / 2);
    m_datasets->setObjectName(QStringLiteral("queueDataset"));
    m_datasets->setAccessibleName(tr("Dataset"));
    m_datasets->setMinimumWidth(20 * kUnit);
    row->addWidget(m_datasets);
    row->addStretch(1);
    for (const auto& [id, title] : {std::pair(OpenFlags, tr("Open")), std::pair(UnsureFlags, tr("Unsure")),
             std::pair(DisputedFlags, tr("Disputed")), std::pair(DecidedFlags, tr("Decided")),
             std::pair(AllFlags, tr("All"))}) {
        auto* button = new QToolButton;
        button->setText(title);
        button->setCheckable(true);
        button->setAutoRaise(true);
        m_states->addButton(button, id);
        row->addWidget(button);
    }
    m_states->button(OpenFlags)->setChecked(true);
    return row;
}

void QueueChooser::styleTree()
{
    m_tree->setObjectName(QStringLiteral("queues"));
    m_tree->setAccessibleName(tr("Queues"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setIndentation(0);
    m_tree->setItemDelegate(new QueueDelegate(m_tree));
    m_tree->setMouseTracking(true);
    m_tree->viewport()->setAutoFillBackground(false);
    m_tree->setIconSize(QSize(18, 18));
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
}

QueueChooser::~QueueChooser() = default;

void QueueChooser::setIndex(std::shared_ptr<const SampleIndex> index)
{
    m_index = std::move(index);
    if (!m_index) {
        m_jobs.cancelAll();
        m_lines.clear();
        m_tree->clear();
        m_datasets->clear();
        m_summary->setText({});
        m_states->button(OpenFlags)->setChecked(true);
        m_stack->setCurrentIndex(0);
    } else if (isVisible()) {
        reload();
    }
}

void QueueChooser::focusList()
{
    m_tree->setFocus();
}

void QueueChooser::setRunning(const QString& title)
{
    setCaption(m_back, tr("Back to \"%1\"").arg(title));
    m_back->setVisible(!title.isEmpty());
}

void QueueChooser::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !m_back->isHidden()) {
        emit left();
        return;
    }
    QWidget::keyPressEvent(event);
}

QStringList QueueChooser::lines() const
{
    QStringList lines;
    for (const Line& line : m_lines) {
        lines.append(line.title + u' ' + QString::number(line.count));
    }
    return lines;
}

QVector<FlagState> QueueChooser::chosenStates() const
{
    switch (m_states->checkedId()) {
    case OpenFlags:
        return {FlagState::Open};
    case UnsureFlags:
        return {FlagState::Unsure};
    case DisputedFlags:
        return {FlagState::Disputed};
    case DecidedFlags:
        return {FlagState::Confirmed, FlagState::Overridden};
    default:
        return {};
    }
}

/** The ids of the kinds that @p isWanted holds of. */
template <typename Predicate> static QStringList kindsWhere(Predicate isWanted)
{
    QStringList ids;
    for (const FlagKind& kind : flagKinds()) {
        if (isWanted(kind)) {
            ids.append(kind.id);
        }
    }
    return ids;
}

QueueChooser::Offer QueueChooser::makeOffer(
    const SampleIndex& index, const QString& dataset, const QVector<FlagState>& states)
{
    Offer offer;
    const FacetCounts all = index.facets({});
    offer.samples = all.total;
    for (const Facet& facet : all.datasets) {
        offer.datasets.append(facet.value);
    }
    SampleFilter scope;
    if (!dataset.isEmpty()) {
        scope.datasets = {dataset};
    }
    scope.flagStates = states;
    if (states == QVector<FlagState>{FlagState::Open}) {
        // A sample that was dropped, kept or changed as a whole waits for nobody.
        scope.reviewed = false;
    }
    const auto count
        = [&](const SampleFilter& filter) { return index.select(filter, SampleSort::Source, false).size(); };
    const auto add = [&](const QString& title, const QStringList& kinds, int group, bool isGroup) {
        Line line{title, scope, 0, group, isGroup};
        line.filter.kinds = kinds;
        if (flagKindById(kinds.first())->has(FlagKind::Proposal)) {
            // Whoever decided on the faults of a sample said nothing of how to ask it.
            line.filter.reviewed.reset();
        }
        line.count = count(line.filter);
        if (line.count > 0) {
            offer.lines.append(line);
        }
        return line.count > 0;
    };
    SampleFilter any;
    any.kinds = kindsWhere([](const FlagKind&) { return true; });
    offer.flagged = all.flagged;
    offer.anyFlag = count(any) > 0;
    add(tr("Everything flagged"),
        kindsWhere([](const FlagKind& kind) { return !kind.has(FlagKind::Proposal); }), -1, true);
    for (FlagGroup group : groupsInOrder()) {
        const QStringList kinds = kindsWhere([group](const FlagKind& kind) { return kind.group == group; });
        if (!add(flagGroupName(group), kinds, int(group), true)) {
            continue;
        }
        for (const QString& kind : std::as_const(kinds)) {
            add(flagKindTitle(kind), {kind}, int(group), false);
        }
    }
    Line every{tr("All samples, flagged or not"), scope, 0, -1, true};
    every.filter.flagStates = {};
    every.filter.reviewed.reset();
    every.count = count(every.filter);
    offer.lines.append(every);
    return offer;
}

void QueueChooser::reload()
{
    if (!m_index) {
        return;
    }
    const QString dataset = m_datasets->currentIndex() > 0 ? m_datasets->currentText() : QString();
    m_jobs.start(
        kSlot, {},
        [index = m_index, dataset, states = chosenStates()](
            Progress&) -> Result<Offer> { return makeOffer(*index, dataset, states); },
        [this](const Result<Offer>& offer) { offer ? show(*offer) : emit failed(offer.error()); });
}

void QueueChooser::showNothing(const Offer& offer)
{
    m_empty->clearActions();
    if (offer.samples == 0) {
        m_empty->set(QStringLiteral("review"), tr("Nothing to review yet"),
            tr("Import a benchmark and the responses you have, then run the audits."));
        m_empty->addAction(
            tr("Import a benchmark"), [this] { emit pageRequested(QStringLiteral("import")); });
    } else {
        m_empty->set(QStringLiteral("review"), tr("No flags yet"),
            tr("Audits find the samples that are worth a look. You can also go through all samples."));
        m_empty->addAction(tr("Run audits"), [this] { emit pageRequested(QStringLiteral("audits")); });
        m_empty->addAction(tr("Review all samples"), [this] {
            if (m_tree->topLevelItemCount() > 0) {
                choose(m_tree->topLevelItem(m_tree->topLevelItemCount() - 1));
            }
        });
    }
}

void QueueChooser::show(const Offer& offer)
{
    m_lines = offer.lines;
    if (offer.samples == 0 || !offer.anyFlag) {
        showNothing(offer);
    }
    m_stack->setCurrentIndex(offer.samples == 0 || !offer.anyFlag ? 1 : 0);
    m_summary->setText(tr("%1 of %Ln samples are flagged. Choose a queue; the most suspicious come first.",
        nullptr, int(offer.samples))
                           .arg(formatCount(offer.flagged)));
    const QString chosen = m_datasets->currentIndex() > 0 ? m_datasets->currentText() : QString();
    m_datasets->clear();
    m_datasets->addItem(tr("All datasets"));
    m_datasets->addItems(offer.datasets);
    m_datasets->setCurrentIndex(qMax(0, m_datasets->findText(chosen)));
    m_datasets->setVisible(offer.datasets.size() > 1);
    fillTree();
}

void QueueChooser::fillTree()
{
    m_tree->clear();
    QTreeWidgetItem* parent = nullptr;
    for (int i = 0; i < m_lines.size(); ++i) {
        const Line& line = m_lines.at(i);
        QTreeWidgetItem* item = nullptr;
        if (line.isGroup || !parent) {
            item = new QTreeWidgetItem(m_tree);
            parent = item;
            item->setFont(0, Theme::instance().font(TextSize::Body, true));
            item->setIcon(0,
                line.group >= 0 ? flagGroupIcon(FlagGroup(line.group))
                    : i == 0    ? lineIcon(QStringLiteral("review"))
                                : lineIcon(QStringLiteral("samples")));
        } else {
            item = new QTreeWidgetItem(parent);
        }
        item->setText(0, line.title);
        item->setText(1, formatCount(line.count));
        item->setFont(1, Theme::instance().numberFont());
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setData(0, kLineRole, i);
        for (int column : {0, 1}) {
            item->setSizeHint(column, QSize(10 * kUnit, 4 * kUnit));
        }
    }
    m_tree->expandAll();
    if (m_tree->topLevelItemCount() > 0) {
        m_tree->setCurrentItem(m_tree->topLevelItem(0));
    }
}

void QueueChooser::choose(QTreeWidgetItem* item)
{
    const int place = item ? item->data(0, kLineRole).toInt() : -1;
    if (place < 0 || place >= m_lines.size() || !m_index) {
        return;
    }
    const Line& line = m_lines.at(place);
    QString title = line.title;
    if (!line.filter.datasets.isEmpty()) {
        title = tr("%1 in %2").arg(title, line.filter.datasets.first());
    }
    m_jobs.start(
        kSlot, {},
        [index = m_index, filter = line.filter](Progress&) -> Result<QVector<SampleId>> {
            return index->select(filter, SampleSort::FlagScore, true);
        },
        [this, title, kinds = line.filter.kinds](const Result<QVector<SampleId>>& samples) {
            samples ? emit queueChosen(*samples, title, kinds) : emit failed(samples.error());
        });
}

} // namespace winnow
