// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/store/sampleindex.h"

#include <QMetaType>
#include <QStringList>

#include <functional>
#include <memory>

namespace winnow {

class Project;

/// What a number, a mark, a tile, a chip or a word opens: samples, a queue of Review, another page, or one of
/// several of these. An immutable value, cheap to copy; empty = nothing. Where people come from is not part
/// of it: whoever opens it remembers the place (PageHistory).
class ClickThrough {
public:
    enum class Where { Nowhere, Samples, Review, Page, Choice, Later };
    /// Finds the samples off the GUI thread.
    using LoadSamples = std::function<Result<QVector<SampleId>>(Project& project, Progress& progress)>;
    /// Finds out off the GUI thread what is opened.
    using Load = std::function<Result<ClickThrough>(Project& project, Progress& progress)>;

    ClickThrough() = default;
    /// What a filter selects; `title` names a list of samples (filter.only).
    static ClickThrough toSamples(const SampleFilter& filter, const QString& title = {});
    /// These lists as one; empty when they have no sample.
    static ClickThrough toSamples(const QString& title, const QVector<QVector<SampleId>>& lists);
    static ClickThrough toSamples(const QString& title, const LoadSamples& load);
    /// A queue of Review in which flags of `kinds` are decided on first.
    static ClickThrough toReview(
        const QString& title, const QStringList& kinds, const QVector<SampleId>& queue);
    static ClickThrough toReview(const QString& title, const QStringList& kinds, const LoadSamples& load);
    static ClickThrough toPage(const QString& page);
    /// Asks in a menu, where it was chosen, which of these is meant; the empty ones cannot be. One is opened
    /// at once.
    static ClickThrough choice(const QString& title, const QVector<ClickThrough>& choices);
    static ClickThrough later(Load load);

    /// What a menu says of it when it is one of several; else its title.
    ClickThrough called(const QString& label) const;
    /// What is told when the samples turn out to be none.
    ClickThrough elseSaying(const QString& nothing) const;

    bool isEmpty() const { return where() == Where::Nowhere; }
    Where where() const { return m_data ? m_data->where : Where::Nowhere; }
    QString title() const { return m_data ? m_data->title : QString(); }
    QString label() const { return m_data && !m_data->label.isEmpty() ? m_data->label : title(); }
    QString nothing() const { return m_data ? m_data->nothing : QString(); }
    QString page() const { return m_data ? m_data->page : QString(); }
    SampleFilter filter() const { return m_data ? m_data->filter : SampleFilter(); }
    QStringList kinds() const { return m_data ? m_data->kinds : QStringList(); }
    QVector<ClickThrough> choices() const { return m_data ? m_data->choices : QVector<ClickThrough>(); }
    /// Not null when Later.
    Load load() const { return m_data ? m_data->load : Load(); }

private:
    struct Data {
        Where where = Where::Nowhere;
        QString title;
        QString label;
        QString nothing;
        QString page;
        SampleFilter filter;
        QStringList kinds;
        Load load;
        QVector<ClickThrough> choices;
    };

    static ClickThrough of(Data data);

    std::shared_ptr<const Data> m_data;
};

} // namespace winnow

Q_DECLARE_METATYPE(winnow::ClickThrough)
