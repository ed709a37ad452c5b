// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/samplemodel.h"

#include "core/store/samplestore.h"
#include "ui/models/plaintext.h"
#include "ui/models/terms.h"

#include <QLocale>

#include <cmath>

namespace winnow {

namespace {

const QString kSlot = QStringLiteral("page");
constexpr int kPagesKept = 256;
constexpr int kMostWanted = 12;

QString kindTitles(quint32 mask)
{
    QStringList titles;
    for (const FlagKind& kind : flagKinds()) {
        if (mask & (1U << kind.index)) {
            titles.append(flagKindTitle(kind.id));
        }
    }
    return titles.join(QLatin1String(", "));
}

} // namespace

SampleModel::SampleModel(QObject* parent)
    : QAbstractTableModel(parent)
    , m_pages(kPagesKept)
{
}

SampleModel::~SampleModel()
{
    m_tracker.waitForAll();
}

int SampleModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_set ? 0 : int(m_set->ids.size());
}

int SampleModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SampleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    }
    if (role == Qt::TextAlignmentRole) {
        const bool number = section == ScoreColumn || section == AccuracyColumn;
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (Column(section)) {
    case KeyColumn:
        return tr("Sample");
    case QuestionColumn:
        return tr("Question");
    case GoldColumn:
        return tr("Gold");
    case CapabilityColumn:
        return tr("Capability");
    case FlagsColumn:
        return tr("Flags");
    case ScoreColumn:
        return tr("Suspicion");
    case AccuracyColumn:
        return tr("Accuracy");
    case DecisionColumn:
        return tr("Decision");
    case ColumnCount:
        break;
    }
    return {};
}

QVariant SampleModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const int row = index.row();
    switch (role) {
    case Qt::DisplayRole:
    case SortRole:
        return display(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == QuestionColumn || index.column() == FlagsColumn
            ? QVariant(plainTip(display(row, index.column()).toString()))
            : QVariant();
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case Qt::AccessibleTextRole: {
        const QString flags = display(row, FlagsColumn).toString();
        const QString text = display(row, KeyColumn).toString() + QLatin1String(". ")
            + display(row, QuestionColumn).toString();
        return flags.isEmpty() ? text : text + QLatin1String(". ") + flags;
    }
    case IdRole:
        return idAt(row).value;
    case KeyRole:
        return display(row, KeyColumn);
    case QuestionRole:
        return display(row, QuestionColumn);
    default:
        break;
    }
    if (role == LoadedRole || role == ImageRole || role == ImageCountRole) {
        const auto sample = sampleAt(row);
        if (!sample) {
            request(row / kPageRows);
        }
        if (role == LoadedRole) {
            return sample != nullptr;
        }
        if (role == ImageCountRole) {
            return sample ? int(sample->images.size()) : 0;
        }
        return sample && !sample->images.isEmpty() ? QVariant::fromValue(sample->images.first()) : QVariant();
    }
    const auto facts = m_set->index->row(idAt(row));
    if (!facts) {
        return {};
    }
    switch (role) {
    case KindMaskRole:
        return facts->kindMask;
    case OpenMaskRole:
        return facts->openMask;
    case ActionRole:
        return int(facts->action);
    case ReviewedRole:
        return facts->reviewed;
    default:
        return {};
    }
}

QVariant SampleModel::display(int row, int column) const
{
    const auto facts = m_set->index->row(idAt(row));
    switch (Column(column)) {
    case CapabilityColumn:
        return facts ? facts->capability : QString();
    case FlagsColumn:
        return facts ? kindTitles(facts->kindMask) : QString();
    case ScoreColumn:
        return facts && facts->kindMask ? QLocale().toString(double(facts->flagScore), 'f', 2) : QString();
    case AccuracyColumn:
        return facts && !std::isnan(facts->accuracy)
            ? QLocale().toString(double(facts->accuracy) * 100, 'f', 1) + u'%'
            : QString();
    case DecisionColumn:
        if (!facts) {
            return {};
        }
        return facts->action != Action::None ? actionTitle(facts->action)
            : facts->reviewed                ? tr("Reviewed")
                                             : QString();
    case KeyColumn:
    case QuestionColumn:
    case GoldColumn:
    case ColumnCount:
        break;
    }
    const auto sample = sampleAt(row);
    if (!sample) {
        request(row / kPageRows);
        return {};
    }
    switch (Column(column)) {
    case KeyColumn:
        return sample->key();
    case QuestionColumn:
        return sample->question;
    default: {
        const int gold = sample->goldIndex();
        return gold >= 0 ? QString(sample->gold + QLatin1String("  ") + sample->options.at(gold))
                         : sample->gold;
    }
    }
}

void SampleModel::setSet(std::shared_ptr<Project> project, std::shared_ptr<const SampleSet> set)
{
    const bool sameRows = m_set && set && project == m_project && m_set->ids == set->ids;
    if (sameRows) {
        m_set = std::move(set);
        if (rowCount() > 0) {
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        }
        return;
    }
    beginResetModel();
    m_tracker.cancel(kSlot);
    m_loading = -1;
    m_wanted.clear();
    m_pages.clear();
    m_project = std::move(project);
    m_set = std::move(set);
    endResetModel();
}

void SampleModel::forgetTexts()
{
    m_tracker.cancel(kSlot);
    m_loading = -1;
    m_pages.clear();
    if (rowCount() > 0) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

SampleId SampleModel::idAt(int row) const
{
    return m_set && row >= 0 && row < m_set->ids.size() ? m_set->ids.at(row) : SampleId{};
}

int SampleModel::rowOf(SampleId id) const
{
    return m_set ? int(m_set->ids.indexOf(id)) : -1;
}

const QVector<SampleId>& SampleModel::ids() const
{
    static const QVector<SampleId> none;
    return m_set ? m_set->ids : none;
}

std::shared_ptr<const Sample> SampleModel::sampleAt(int row) const
{
    const Page* found = page(row / kPageRows);
    return found ? found->samples.value(row % kPageRows) : nullptr;
}

const SampleModel::Page* SampleModel::page(int number) const
{
    return m_pages.object(number);
}

// data() is const and must not start work in the middle of painting: the request is noted and served from
// the event loop, the newest first, so that what is on screen beats what was scrolled past.
void SampleModel::request(int number) const
{
    if (number == m_loading || m_pages.contains(number)) {
        return;
    }
    m_wanted.removeOne(number);
    m_wanted.append(number);
    if (m_wanted.size() > kMostWanted) {
        m_wanted.removeFirst();
    }
    if (!m_pumpQueued) {
        m_pumpQueued = true;
        auto* self = const_cast<SampleModel*>(this);
        QMetaObject::invokeMethod(
            self, [self] { self->pump(); }, Qt::QueuedConnection);
    }
}

void SampleModel::pump()
{
    m_pumpQueued = false;
    if (m_wanted.isEmpty() || m_tracker.isRunning(kSlot) || !m_set) {
        return;
    }
    const int number = m_wanted.takeLast();
    m_loading = number;
    const QVector<SampleId> wanted = m_set->ids.mid(number * kPageRows, kPageRows);
    m_tracker.start(
        kSlot, {},
        [project = m_project, wanted](Progress&) {
            return project->read([&](sqlite::Connection& c) { return SampleStore(c).byIds(wanted); });
        },
        [this, number, wanted](Result<QVector<Sample>> read) {
            m_loading = -1;
            if (!read) {
                emit failed(read.error());
                return;
            }
            auto* fresh = new Page;
            QHash<qint64, std::shared_ptr<const Sample>> byId;
            for (Sample& sample : *read) {
                const qint64 id = sample.id.value;
                byId.insert(id, std::make_shared<const Sample>(std::move(sample)));
            }
            for (const SampleId id : wanted) {
                fresh->samples.append(byId.value(id.value));
            }
            m_pages.insert(number, fresh);
            const int first = number * kPageRows;
            const int last = qMin(rowCount(), first + kPageRows) - 1;
            if (last >= first) {
                emit dataChanged(index(first, 0), index(last, ColumnCount - 1));
            }
            pump();
        });
}

} // namespace winnow
