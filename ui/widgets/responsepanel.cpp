// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/responsepanel.h"

#include "ui/models/terms.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/style.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QListView>
#include <QMouseEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace winnow {

namespace {

/// Not a condition; button groups keep negative ids for themselves.
constexpr int kAllConditions = int(kConditions.size());

QToolButton* tabButton(const QString& text, QButtonGroup* group, int id)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    group->addButton(button, id);
    return button;
}

/// Icon and words for the outcome: never colour alone.
class OutcomeDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem plain = option;
        initStyleOption(&plain, index);
        const QString text = std::exchange(plain.text, QString());
        const QWidget* view = option.widget;
        view->style()->drawControl(QStyle::CE_ItemViewItem, &plain, painter, view);
        const Tokens& t = tokens();
        const auto outcome = Outcome(index.data(ResponseModel::OutcomeRole).toInt());
        const QColor color = outcome == Outcome::Right ? t.positive
            : outcome == Outcome::Wrong                ? t.negative
                                                       : t.textMuted;
        const QRect where = option.rect.adjusted(kUnit, 0, -kUnit / 2, 0);
        const QString icon = index.data(ResponseModel::IconRole).toString();
        if (!icon.isEmpty()) {
            paintLineIcon(painter, icon, QRectF(where.left(), where.center().y() - 6.5, 14, 14), color);
        }
        painter->save();
        painter->setFont(option.font);
        painter->setPen(outcome == Outcome::Missing ? t.textFaint : t.text);
        painter->drawText(where.adjusted(18, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
        painter->restore();
    }
};

/// Where the name of a model is in its cell.
QRect nameRect(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const QRect room = option.rect.adjusted(kUnit, 0, -kUnit / 2, 0);
    const QFontMetrics metrics(option.font);
    QRect name = room;
    name.setWidth(qMin(room.width(), metrics.horizontalAdvance(index.data().toString()) + 1));
    return name;
}

/// The name of a model opens its samples: a link, as far as the name goes.
class ModelDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static QRect linkRect(const QTableView* view, const QModelIndex& index)
    {
        QStyleOptionViewItem option;
        option.rect = view->visualRect(index);
        option.font = view->font();
        return nameRect(option, index);
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem plain = option;
        initStyleOption(&plain, index);
        const QString text = std::exchange(plain.text, QString());
        const QWidget* view = option.widget;
        view->style()->drawControl(QStyle::CE_ItemViewItem, &plain, painter, view);
        const QRect name = nameRect(option, index);
        const auto* table = qobject_cast<const QTableView*>(view);
        const bool under = table && name.contains(table->viewport()->mapFromGlobal(QCursor::pos()))
            && (option.state & QStyle::State_MouseOver);
        painter->save();
        QFont font = option.font;
        font.setUnderline(under);
        painter->setFont(font);
        painter->setPen(under ? tokens().accent : tokens().text);
        painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetrics(option.font).elidedText(text, Qt::ElideRight, name.width()));
        painter->restore();
    }
};

/// Two lines: what was decided, where and when.
class HistoryDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        const int body = QFontMetrics(Theme::instance().font(TextSize::Body)).height();
        const int small = QFontMetrics(Theme::instance().font(TextSize::Small)).height();
        return {20 * kUnit, body + small + kUnit + kUnit / 2};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const Tokens& t = tokens();
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(option.state & QStyle::State_Selected ? t.accentSoft : t.hover);
            painter->drawRoundedRect(option.rect, kRadius, kRadius);
        }
        const bool undone = index.data(DecisionHistoryModel::UndoneRole).toBool();
        const QRect where = option.rect.adjusted(kUnit, kUnit / 2, -kUnit, -kUnit / 2);
        const QFont body = Theme::instance().font(TextSize::Body);
        QFont shown = body;
        shown.setStrikeOut(undone);
        const QFontMetrics metrics(body);
        paintLineIcon(painter, index.data(DecisionHistoryModel::IconRole).toString(),
            QRectF(where.left(), where.top() + (metrics.height() - 16) / 2.0, 16, 16),
            undone ? t.textFaint : t.textMuted);
        const QRect text = where.adjusted(3 * kUnit, 0, 0, 0);
        painter->setFont(shown);
        painter->setPen(undone ? t.textFaint : t.text);
        painter->drawText(text, Qt::AlignLeft | Qt::AlignTop,
            metrics.elidedText(index.data().toString(), Qt::ElideRight, text.width()));
        const QFont small = Theme::instance().font(TextSize::Small);
        painter->setFont(small);
        painter->setPen(t.textMuted);
        painter->drawText(text, Qt::AlignLeft | Qt::AlignBottom,
            QFontMetrics(small).elidedText(
                index.data(DecisionHistoryModel::WhereRole).toString(), Qt::ElideMiddle, text.width()));
        painter->restore();
    }
};

} // namespace

ResponsePanel::ResponsePanel(QWidget* parent)
    : QWidget(parent)
    , m_tabs(new QButtonGroup(this))
    , m_stack(new QStackedWidget)
{
    setObjectName(QStringLiteral("responsePanel"));
    auto* layout = new QVBoxLayout(this);
    // To the edge of the evidence above it.
    layout->setContentsMargins(0, 0, kUnit, 0);
    layout->setSpacing(kUnit / 2);
    auto* row = new QHBoxLayout;
    row->setSpacing(kUnit / 2);
    row->addWidget(tabButton(tr("Responses"), m_tabs, 0));
    row->addWidget(tabButton(tr("History"), m_tabs, 1));
    row->addStretch(1);
    m_tabs->button(0)->setChecked(true);
    layout->addLayout(row);
    m_stack->addWidget(makeResponses());
    m_stack->addWidget(makeHistory());
    layout->addWidget(m_stack, 1);
    connect(m_tabs, &QButtonGroup::idClicked, m_stack, &QStackedWidget::setCurrentIndex);
}

QWidget* ResponsePanel::makeResponses()
{
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kUnit / 2);
    m_conditionRow = new QHBoxLayout;
    m_conditionRow->setSpacing(2);
    m_conditionRow->addStretch(1);
    layout->addLayout(m_conditionRow);
    m_conditions = new QButtonGroup(this);
    connect(m_conditions, &QButtonGroup::idClicked, this, [this](int id) {
        chooseCondition(id == kAllConditions ? std::nullopt : std::optional(Condition(id)));
        m_text->hide();
    });

    m_empty = new Text({}, TextSize::Small, Text::Tone::Muted);
    m_empty->setWordWrap(true);
    layout->addWidget(m_empty);
    buildTable();
    layout->addWidget(m_table, 2);
    m_text = new QPlainTextEdit;
    m_text->setReadOnly(true);
    m_text->setObjectName(QStringLiteral("rawText"));
    m_text->setAccessibleName(tr("Raw text of the response"));
    m_text->setFocusPolicy(Qt::ClickFocus);
    m_text->hide();
    layout->addWidget(m_text, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex& index) { showText(index); });
    connect(m_table, &QTableView::clicked, this, &ResponsePanel::showText);
    chooseCondition(Condition::Standard);
    return page;
}

void ResponsePanel::buildTable()
{
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("responses"));
    m_table->setAccessibleName(tr("Responses"));
    m_table->setModel(&m_responses);
    m_table->setItemDelegateForColumn(ResponseModel::OutcomeColumn, new OutcomeDelegate(m_table));
    m_table->setItemDelegateForColumn(ResponseModel::ModelColumn, new ModelDelegate(m_table));
    m_table->setMouseTracking(true);
    setElidable(m_table->viewport());
    m_table->viewport()->installEventFilter(this);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFocusPolicy(Qt::TabFocus);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(3 * kUnit);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(ResponseModel::ModelColumn, QHeaderView::Stretch);
    m_table->setColumnWidth(ResponseModel::ConditionColumn, 12 * kUnit);
    m_table->setColumnWidth(ResponseModel::AnswerColumn, 9 * kUnit);
    m_table->setColumnWidth(ResponseModel::OutcomeColumn, 11 * kUnit);
    m_table->setColumnWidth(ResponseModel::LatencyColumn, 7 * kUnit);
    for (const auto column : {ResponseModel::VerifierColumn, ResponseModel::LogProbabilityColumn}) {
        m_table->setColumnWidth(column, 7 * kUnit);
        m_table->setColumnHidden(column, true);
    }
}

QWidget* ResponsePanel::makeHistory()
{
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    m_noHistory = new Text(
        tr("No decision yet. What you decide is listed here, the latest first; a click goes to its sample."),
        TextSize::Small, Text::Tone::Muted);
    m_noHistory->setObjectName(QStringLiteral("noHistory"));
    m_noHistory->setWordWrap(true);
    m_noHistory->setContentsMargins(kUnit, kUnit, kUnit, kUnit);
    m_noHistory->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    layout->addWidget(m_noHistory, 1);
    m_list = new QListView;
    layout->addWidget(m_list, 1);
    m_list->hide();
    m_list->setObjectName(QStringLiteral("history"));
    m_list->setAccessibleName(tr("Last decisions"));
    m_list->setModel(&m_history);
    m_list->setItemDelegate(new HistoryDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFocusPolicy(Qt::TabFocus);
    const auto jump = [this](const QModelIndex& index) {
        emit sampleChosen(SampleId{index.data(DecisionHistoryModel::SampleRole).toLongLong()});
    };
    connect(m_list, &QListView::clicked, this, jump);
    connect(m_list, &QListView::activated, this, jump);
    return page;
}

bool ResponsePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize) {
        shareRoom();
    }
    const bool moved = event->type() == QEvent::MouseMove;
    if (watched == m_table->viewport() && (moved || event->type() == QEvent::MouseButtonRelease)) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const QPoint at = mouse->position().toPoint();
        const QModelIndex index = m_table->indexAt(at);
        const bool link = index.isValid() && index.column() == ResponseModel::ModelColumn
            && ModelDelegate::linkRect(m_table, index).contains(at);
        if (moved) {
            m_table->viewport()->setCursor(link ? Qt::PointingHandCursor : Qt::ArrowCursor);
            m_table->viewport()->update();
        } else if (link && mouse->button() == Qt::LeftButton) {
            const Run run = m_responses.row(index.row())->run;
            QMetaObject::invokeMethod(
                this, [this, run] { emit modelChosen(run.model, run.dataset); }, Qt::QueuedConnection);
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ResponsePanel::shareRoom()
{
    int ratings = 0;
    for (const auto column : {ResponseModel::VerifierColumn, ResponseModel::LogProbabilityColumn}) {
        m_table->setColumnHidden(column, !m_responses.hasRatings(column));
        ratings += m_table->columnWidth(column);
    }
    // In a wide panel names and answers share the room.
    const int spare = qMax(0, m_table->viewport()->width() - 50 * kUnit - ratings) / 2;
    m_table->setColumnWidth(ResponseModel::AnswerColumn, 9 * kUnit + spare);
}

void ResponsePanel::showList(bool history)
{
    m_tabs->button(history ? 1 : 0)->setChecked(true);
    m_stack->setCurrentIndex(history ? 1 : 0);
}

bool ResponsePanel::showsHistory() const
{
    return m_stack->currentIndex() == 1;
}

void ResponsePanel::chooseCondition(std::optional<Condition> condition)
{
    m_responses.setCondition(condition);
    // Said once by the button is enough.
    m_table->setColumnHidden(ResponseModel::ConditionColumn, condition.has_value());
}

void ResponsePanel::fillConditions()
{
    QVector<int> counts{m_responses.countOf(std::nullopt)};
    for (Condition condition : kConditions) {
        counts.append(m_responses.countOf(condition));
    }
    // The same conditions as for the last sample: the buttons stay, nothing flickers.
    if (counts == m_shownCounts) {
        return;
    }
    m_shownCounts = counts;
    const QList<QAbstractButton*> old = m_conditions->buttons();
    for (QAbstractButton* button : old) {
        m_conditions->removeButton(button);
        button->hide();
        button->deleteLater();
    }
    int place = 0;
    const auto add = [&](const QString& title, int id, int count) {
        QToolButton* button = tabButton(tr("%1 %2").arg(title).arg(count), m_conditions, id);
        button->setFont(Theme::instance().font(TextSize::Small));
        m_conditionRow->insertWidget(place++, button);
    };
    const qsizetype kinds = std::count_if(
        kConditions.begin(), kConditions.end(), [&](Condition c) { return m_responses.countOf(c) > 0; });
    if (kinds > 1) {
        add(tr("All"), kAllConditions, counts.first());
    }
    for (Condition condition : kConditions) {
        if (const int count = m_responses.countOf(condition)) {
            add(conditionTitle(condition), int(condition), count);
        }
    }
    const auto wanted = m_responses.condition();
    QAbstractButton* checked = m_conditions->button(wanted ? int(*wanted) : kAllConditions);
    if (!checked && !m_conditions->buttons().isEmpty()) {
        checked = m_conditions->buttons().constFirst();
        const int id = m_conditions->id(checked);
        chooseCondition(id == kAllConditions ? std::nullopt : std::optional(Condition(id)));
    }
    if (checked) {
        checked->setChecked(true);
    }
}

void ResponsePanel::setBundle(std::shared_ptr<const SampleBundle> bundle, bool hidden)
{
    const bool textShown = m_text->isVisible();
    const ResponseRow* before = m_responses.row(m_table->currentIndex().row());
    const RunId run = before ? before->run.id : RunId{};
    m_responses.setBundle(hidden ? nullptr : bundle);
    shareRoom();
    fillConditions();
    m_empty->setVisible(m_responses.countOf(std::nullopt) == 0);
    m_table->setVisible(!m_empty->isVisibleTo(this));
    m_empty->setText(hidden ? tr("Shown after you have answered.")
                            : tr("No model has answered this dataset yet. Import response files to see them "
                                 "here."));
    m_text->hide();
    // Who reads one model's texts goes on reading that model.
    for (int row = 0; textShown && run && row < m_responses.rowCount(); ++row) {
        if (m_responses.row(row)->run.id == run) {
            m_table->selectRow(row);
            showText(m_responses.index(row, 0));
            break;
        }
    }
}

void ResponsePanel::setHistory(const QVector<Decision>& events)
{
    m_history.setEvents(events);
    m_noHistory->setVisible(events.isEmpty());
    m_list->setVisible(!events.isEmpty());
}

void ResponsePanel::showText(const QModelIndex& index)
{
    const ResponseRow* row = m_responses.row(index.row());
    m_text->setVisible(row != nullptr);
    if (row) {
        const bool nothing = row->response.text.isEmpty();
        m_text->setPlainText(nothing ? row->outcome == Outcome::Missing
                    ? tr("This run has no response to this sample.")
                    : tr("The file that this response came from holds no raw text.")
                                     : row->response.text);
    }
}

} // namespace winnow
