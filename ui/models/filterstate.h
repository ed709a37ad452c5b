// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sampleindex.h"

#include <QJsonObject>
#include <QObject>
#include <QVariant>

namespace winnow {

/// The fields that facets restrict.
enum class FilterField {
    Dataset,
    Capability,
    Split,
    Category,
    Kind,
    FlagState,
    Flagged,
    Reviewed,
    Action,
    Type,
    Image,
    RightBy,
    WrongBy,
    ModelsRight,
    Time,
    Subset
};

/// The one filter and sort that facets, grid, table and charts share, with a way back. GUI thread only.
class FilterState : public QObject {
    Q_OBJECT
public:
    explicit FilterState(QObject* parent = nullptr);

    const SampleFilter& filter() const { return m_current.filter; }
    SampleSort sort() const { return m_sort; }
    bool isDescending() const { return m_descending; }
    bool isEmpty() const;

    void set(const SampleFilter& filter, const QString& onlyTitle = {});
    void setText(const QString& text);
    void setSort(SampleSort sort, bool descending);
    /// Whether a value of a field is chosen.
    bool contains(FilterField field, const QString& value) const;
    /// Chooses or drops a value of a field.
    void toggle(FilterField field, const QString& value);
    void clearField(FilterField field);
    void clear();
    /// Goes back to the filter before the last change; false when there is none.
    bool back();
    bool canGoBack() const { return !m_before.isEmpty(); }
    /// From here back() leads nowhere.
    void forgetBefore() { m_before.clear(); }

    /// All of it as a value to come back to.
    QVariant place() const;
    void goTo(const QVariant& place);

    /// One restriction that is in force, as a chip shows it.
    struct Chip {
        FilterField field;
        QString value;
        QString title;
        /// A restriction without a field: the text, or a list of samples.
        enum class Special { None, Text, Only } special = Special::None;
    };
    QVector<Chip> chips() const;
    void remove(const Chip& chip);

    /// Without the list of samples, which is not remembered.
    QJsonObject toJson() const;
    void restore(const QJsonObject& json);

signals:
    void changed();

private:
    struct State {
        SampleFilter filter;
        QString onlyTitle;

        friend bool operator==(const State&, const State&) = default;
    };
    struct Place {
        State state;
        QVector<State> before;
        SampleSort sort = SampleSort::Source;
        bool descending = false;
    };

    void apply(State next);

    State m_current;
    QVector<State> m_before;
    SampleSort m_sort = SampleSort::Source;
    bool m_descending = false;
};

/// The words of a facet value in the user's language.
QString filterFieldTitle(FilterField field);
QString filterValueTitle(FilterField field, const QString& value);
/// What a field means where its title does not say it; empty for most.
QString filterFieldHint(FilterField field);

} // namespace winnow
