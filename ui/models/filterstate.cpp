// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/filterstate.h"

#include "ui/models/terms.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace winnow {

namespace {

constexpr int kMostBack = 50;
const QString kYes = QStringLiteral("yes");
const QString kNo = QStringLiteral("no");

QString tr(const char* text)
{
    // lupdate files free functions under their namespace.
    return QCoreApplication::translate("winnow", text);
}

QStringList* listOf(SampleFilter& filter, FilterField field)
{
    switch (field) {
    case FilterField::Dataset:
        return &filter.datasets;
    case FilterField::Capability:
        return &filter.capabilities;
    case FilterField::Split:
        return &filter.splits;
    case FilterField::Category:
        return &filter.categories;
    case FilterField::Kind:
        return &filter.kinds;
    case FilterField::RightBy:
        return &filter.rightBy;
    case FilterField::WrongBy:
        return &filter.wrongBy;
    case FilterField::Subset:
        return &filter.subsets;
    default:
        return nullptr;
    }
}

std::optional<bool>* flagOf(SampleFilter& filter, FilterField field)
{
    switch (field) {
    case FilterField::Flagged:
        return &filter.flagged;
    case FilterField::Reviewed:
        return &filter.reviewed;
    case FilterField::Type:
        return &filter.multipleChoice;
    default:
        return nullptr;
    }
}

/// The values of a field that are chosen.
QStringList valuesOf(const SampleFilter& constFilter, FilterField field)
{
    SampleFilter filter = constFilter;
    if (const QStringList* list = listOf(filter, field)) {
        return *list;
    }
    if (const std::optional<bool>* flag = flagOf(filter, field)) {
        return *flag ? QStringList{**flag ? kYes : kNo} : QStringList{};
    }
    QStringList values;
    if (field == FilterField::FlagState) {
        for (const FlagState state : filter.flagStates) {
            values.append(flagStateId(state));
        }
    } else if (field == FilterField::Image) {
        for (const ImageState state : filter.imageStates) {
            values.append(imageStateId(state));
        }
    } else if (field == FilterField::Action) {
        for (const Action action : filter.actions) {
            values.append(actionId(action));
        }
    } else if (field == FilterField::ModelsRight) {
        for (const RightShare share : filter.modelsRight) {
            values.append(rightShareId(share));
        }
    } else if (field == FilterField::Time) {
        for (const TimeTaken time : filter.time) {
            values.append(timeTakenId(time));
        }
    }
    return values;
}

/// The values with these ids; what is none is left out.
template <typename FromId> auto known(const QStringList& ids, FromId fromId)
{
    QVector<typename std::invoke_result_t<FromId, QString>::value_type> values;
    for (const QString& id : ids) {
        if (const auto value = fromId(id)) {
            values.append(*value);
        }
    }
    return values;
}

void setValues(SampleFilter& filter, FilterField field, const QStringList& values)
{
    if (QStringList* list = listOf(filter, field)) {
        *list = values;
    } else if (std::optional<bool>* flag = flagOf(filter, field)) {
        // Both sides together are everything: no restriction.
        *flag = values.size() == 1 ? std::optional<bool>(values.first() == kYes) : std::nullopt;
    } else if (field == FilterField::FlagState) {
        filter.flagStates = known(values, flagStateFromId);
    } else if (field == FilterField::Image) {
        filter.imageStates.clear();
        for (const QString& value : values) {
            filter.imageStates.append(imageStateFromId(value));
        }
    } else if (field == FilterField::Action) {
        filter.actions.clear();
        for (const QString& value : values) {
            filter.actions.append(actionFromId(value).value_or(Action::None));
        }
    } else if (field == FilterField::ModelsRight) {
        filter.modelsRight = known(values, rightShareFromId);
    } else if (field == FilterField::Time) {
        filter.time = known(values, timeTakenFromId);
    }
}

constexpr std::array kFields{FilterField::Dataset, FilterField::Capability, FilterField::Split,
    FilterField::Category, FilterField::Kind, FilterField::FlagState, FilterField::Flagged,
    FilterField::Reviewed, FilterField::Action, FilterField::Type, FilterField::Image, FilterField::RightBy,
    FilterField::WrongBy, FilterField::ModelsRight, FilterField::Time, FilterField::Subset};

QString fieldKey(FilterField field)
{
    static const char* const names[] = {"datasets", "capabilities", "splits", "categories", "kinds",
        "flagStates", "flagged", "reviewed", "action", "multipleChoice", "imageStates", "rightBy", "wrongBy",
        "modelsRight", "time", "subsets"};
    return QLatin1String(names[int(field)]);
}

/// By FilterField.
constexpr std::array kFieldTitles{QT_TRANSLATE_NOOP("winnow", "Dataset"),
    QT_TRANSLATE_NOOP("winnow", "Capability"), QT_TRANSLATE_NOOP("winnow", "Split"),
    QT_TRANSLATE_NOOP("winnow", "Category"), QT_TRANSLATE_NOOP("winnow", "Flags"),
    QT_TRANSLATE_NOOP("winnow", "State of flags"), QT_TRANSLATE_NOOP("winnow", "Flagged"),
    QT_TRANSLATE_NOOP("winnow", "Review"), QT_TRANSLATE_NOOP("winnow", "Decision"),
    QT_TRANSLATE_NOOP("winnow", "Type"), QT_TRANSLATE_NOOP("winnow", "Image"),
    QT_TRANSLATE_NOOP("winnow", "Right by"), QT_TRANSLATE_NOOP("winnow", "Wrong by"),
    QT_TRANSLATE_NOOP("winnow", "Models right"), QT_TRANSLATE_NOOP("winnow", "Time"),
    QT_TRANSLATE_NOOP("winnow", "Subset")};
static_assert(kFieldTitles.size() == kFields.size());

/// By RightShare.
constexpr std::array kShareTitles{QT_TRANSLATE_NOOP("winnow", "None"),
    QT_TRANSLATE_NOOP("winnow", "Up to a quarter"), QT_TRANSLATE_NOOP("winnow", "Up to half"),
    QT_TRANSLATE_NOOP("winnow", "Up to three quarters"), QT_TRANSLATE_NOOP("winnow", "More, not all"),
    QT_TRANSLATE_NOOP("winnow", "All"), QT_TRANSLATE_NOOP("winnow", "No model answered")};
static_assert(kShareTitles.size() == kRightShares.size());

/// By TimeTaken.
constexpr std::array kTimeTitles{QT_TRANSLATE_NOOP("winnow", "Under 1 s"),
    QT_TRANSLATE_NOOP("winnow", "1–3 s"), QT_TRANSLATE_NOOP("winnow", "3–10 s"),
    QT_TRANSLATE_NOOP("winnow", "10–30 s"), QT_TRANSLATE_NOOP("winnow", "30–100 s"),
    QT_TRANSLATE_NOOP("winnow", "100 s and more"), QT_TRANSLATE_NOOP("winnow", "Time not recorded")};
static_assert(kTimeTitles.size() == kTimesTaken.size());

/// Of a bucket; what is none stands as it is.
template <typename Value>
QString bucketTitle(
    const std::array<const char*, 7>& titles, const std::optional<Value>& bucket, const QString& id)
{
    return bucket ? tr(titles[std::size_t(*bucket)]) : id;
}

/// A value beside those of other fields: where it does not say which field it is of, with the field's title.
QString chipTitle(FilterField field, const QString& value)
{
    switch (field) {
    case FilterField::RightBy:
        return tr("Right by %1").arg(value);
    case FilterField::WrongBy:
        return tr("Wrong by %1").arg(value);
    case FilterField::ModelsRight:
    case FilterField::Time:
    case FilterField::Subset:
        return QStringLiteral("%1: %2").arg(filterFieldTitle(field), filterValueTitle(field, value));
    default:
        return filterValueTitle(field, value);
    }
}

} // namespace

QString filterFieldTitle(FilterField field)
{
    return tr(kFieldTitles[std::size_t(field)]);
}

QString filterFieldHint(FilterField field)
{
    switch (field) {
    case FilterField::RightBy:
        return tr(
            "Every chosen model is right: its mean score over attempts and settings is at least one half "
            "(standard condition).");
    case FilterField::WrongBy:
        return tr("Every chosen model is wrong: its mean score over attempts and settings is below one half "
                  "(standard condition); missing is not wrong.");
    case FilterField::ModelsRight:
        return tr("How many of the models that answered a sample under the standard condition get it right.");
    case FilterField::Time:
        return tr("What a response to a sample took in the mean, under the standard condition.");
    default:
        return {};
    }
}

QString filterValueTitle(FilterField field, const QString& value)
{
    const bool yes = value == kYes;
    switch (field) {
    case FilterField::Kind:
        return flagKindTitle(value);
    case FilterField::FlagState:
        return flagStateTitle(flagStateFromId(value).value_or(FlagState::Open));
    case FilterField::Flagged:
        return yes ? tr("Flagged") : tr("Not flagged");
    case FilterField::Reviewed:
        return yes ? tr("Reviewed") : tr("Not reviewed");
    case FilterField::Action: {
        const Action action = actionFromId(value).value_or(Action::None);
        return action == Action::None ? tr("Not decided") : actionTitle(action);
    }
    case FilterField::Type:
        return yes ? tr("Multiple choice") : tr("Open-ended");
    case FilterField::Image:
        switch (imageStateFromId(value)) {
        case ImageState::Ok:
            return tr("Image there");
        case ImageState::Missing:
            return tr("Image missing");
        case ImageState::Unreadable:
            return tr("Image unreadable");
        case ImageState::Refused:
            return tr("Image refused");
        }
        return value;
    case FilterField::ModelsRight:
        return bucketTitle(kShareTitles, rightShareFromId(value), value);
    case FilterField::Time:
        return bucketTitle(kTimeTitles, timeTakenFromId(value), value);
    case FilterField::RightBy:
    case FilterField::WrongBy:
    case FilterField::Dataset:
    case FilterField::Capability:
    case FilterField::Split:
    case FilterField::Category:
    case FilterField::Subset:
        return value.isEmpty() ? tr("(none)") : value;
    }
    return value;
}

FilterState::FilterState(QObject* parent)
    : QObject(parent)
{
}

bool FilterState::isEmpty() const
{
    return m_current.filter == SampleFilter{};
}

void FilterState::apply(State next)
{
    if (next == m_current) {
        return;
    }
    m_before.append(m_current);
    if (m_before.size() > kMostBack) {
        m_before.removeFirst();
    }
    m_current = std::move(next);
    emit changed();
}

void FilterState::set(const SampleFilter& filter, const QString& onlyTitle)
{
    apply({filter, filter.only ? onlyTitle : QString()});
}

void FilterState::setText(const QString& text)
{
    State next = m_current;
    next.filter.text = text.trimmed();
    apply(next);
}

void FilterState::setSort(SampleSort sort, bool descending)
{
    if (sort != m_sort || descending != m_descending) {
        m_sort = sort;
        m_descending = descending;
        emit changed();
    }
}

bool FilterState::contains(FilterField field, const QString& value) const
{
    return valuesOf(m_current.filter, field).contains(value);
}

void FilterState::toggle(FilterField field, const QString& value)
{
    State next = m_current;
    QStringList values = valuesOf(next.filter, field);
    if (!values.removeOne(value)) {
        values.append(value);
    }
    setValues(next.filter, field, values);
    apply(next);
}

void FilterState::clearField(FilterField field)
{
    State next = m_current;
    setValues(next.filter, field, {});
    apply(next);
}

void FilterState::clear()
{
    apply({});
}

QVariant FilterState::place() const
{
    return QVariant::fromValue(
        std::make_shared<const Place>(Place{m_current, m_before, m_sort, m_descending}));
}

void FilterState::goTo(const QVariant& place)
{
    const auto to = place.value<std::shared_ptr<const Place>>();
    if (!to) {
        return;
    }
    m_before = to->before;
    if (to->state == m_current && to->sort == m_sort && to->descending == m_descending) {
        return;
    }
    m_current = to->state;
    m_sort = to->sort;
    m_descending = to->descending;
    emit changed();
}

bool FilterState::back()
{
    if (m_before.isEmpty()) {
        return false;
    }
    m_current = m_before.takeLast();
    emit changed();
    return true;
}

QVector<FilterState::Chip> FilterState::chips() const
{
    QVector<Chip> result;
    if (m_current.filter.only) {
        const QString title = m_current.onlyTitle.isEmpty() ? tr("A list of samples") : m_current.onlyTitle;
        result.append({FilterField::Dataset, {}, title, Chip::Special::Only});
    }
    if (!m_current.filter.text.isEmpty()) {
        result.append({FilterField::Dataset, {}, u'“' + m_current.filter.text + u'”', Chip::Special::Text});
    }
    for (const FilterField field : kFields) {
        const QStringList values = valuesOf(m_current.filter, field);
        for (const QString& value : values) {
            result.append({field, value, chipTitle(field, value), Chip::Special::None});
        }
    }
    return result;
}

void FilterState::remove(const Chip& chip)
{
    State next = m_current;
    switch (chip.special) {
    case Chip::Special::Text:
        next.filter.text.clear();
        break;
    case Chip::Special::Only:
        next.filter.only.reset();
        next.onlyTitle.clear();
        break;
    case Chip::Special::None: {
        QStringList values = valuesOf(next.filter, chip.field);
        values.removeAll(chip.value);
        setValues(next.filter, chip.field, values);
        break;
    }
    }
    apply(next);
}

QJsonObject FilterState::toJson() const
{
    QJsonObject json;
    for (const FilterField field : kFields) {
        const QStringList values = valuesOf(m_current.filter, field);
        if (!values.isEmpty()) {
            json.insert(fieldKey(field), QJsonArray::fromStringList(values));
        }
    }
    json.insert(QStringLiteral("text"), m_current.filter.text);
    json.insert(QStringLiteral("sort"), int(m_sort));
    json.insert(QStringLiteral("descending"), m_descending);
    return json;
}

void FilterState::restore(const QJsonObject& json)
{
    State next;
    for (const FilterField field : kFields) {
        QStringList values;
        const QJsonArray array = json.value(fieldKey(field)).toArray();
        for (const QJsonValue& value : array) {
            values.append(value.toString());
        }
        setValues(next.filter, field, values);
    }
    next.filter.text = json.value(QStringLiteral("text")).toString();
    m_current = next;
    m_before.clear();
    m_sort = SampleSort(qBound(0, json.value(QStringLiteral("sort")).toInt(), int(SampleSort::Time)));
    m_descending = json.value(QStringLiteral("descending")).toBool();
    emit changed();
}

} // namespace winnow
