// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/clickthrough.h"

#include <algorithm>
#include <utility>

namespace winnow {

ClickThrough ClickThrough::of(Data data)
{
    ClickThrough made;
    made.m_data = std::make_shared<const Data>(std::move(data));
    return made;
}

ClickThrough ClickThrough::toSamples(const SampleFilter& filter, const QString& title)
{
    Data data;
    data.where = Where::Samples;
    data.title = title;
    data.filter = filter;
    return of(std::move(data));
}

ClickThrough ClickThrough::toSamples(const QString& title, const QVector<QVector<SampleId>>& lists)
{
    SampleFilter filter;
    filter.only.emplace();
    for (const QVector<SampleId>& list : lists) {
        // One list alone stays shared.
        filter.only = filter.only->isEmpty() ? list : *filter.only + list;
    }
    return filter.only->isEmpty() ? ClickThrough() : toSamples(filter, title);
}

ClickThrough ClickThrough::toSamples(const QString& title, const LoadSamples& load)
{
    return later([title, load](Project& project, Progress& progress) -> Result<ClickThrough> {
        return load(project, progress).map([&](const QVector<SampleId>& samples) {
            return toSamples(title, {samples});
        });
    });
}

ClickThrough ClickThrough::toReview(
    const QString& title, const QStringList& kinds, const QVector<SampleId>& queue)
{
    if (queue.isEmpty()) {
        return {};
    }
    Data data;
    data.where = Where::Review;
    data.title = title;
    data.kinds = kinds;
    data.filter.only = queue;
    return of(std::move(data));
}

ClickThrough ClickThrough::toReview(const QString& title, const QStringList& kinds, const LoadSamples& load)
{
    return later([title, kinds, load](Project& project, Progress& progress) -> Result<ClickThrough> {
        return load(project, progress).map([&](const QVector<SampleId>& queue) {
            return toReview(title, kinds, queue);
        });
    });
}

ClickThrough ClickThrough::later(Load load)
{
    Data data;
    data.where = Where::Later;
    data.load = std::move(load);
    return of(std::move(data));
}

ClickThrough ClickThrough::toPage(const QString& page)
{
    Data data;
    data.where = Where::Page;
    data.page = page;
    return of(std::move(data));
}

ClickThrough ClickThrough::choice(const QString& title, const QVector<ClickThrough>& choices)
{
    const auto any = [](const ClickThrough& each) { return !each.isEmpty(); };
    if (choices.size() == 1 || std::none_of(choices.cbegin(), choices.cend(), any)) {
        return choices.isEmpty() ? ClickThrough() : choices.first();
    }
    Data data;
    data.where = Where::Choice;
    data.title = title;
    data.choices = choices;
    return of(std::move(data));
}

ClickThrough ClickThrough::called(const QString& label) const
{
    Data data = m_data ? *m_data : Data();
    data.label = label;
    return of(std::move(data));
}

ClickThrough ClickThrough::elseSaying(const QString& nothing) const
{
    if (!m_data) {
        return {};
    }
    Data data = *m_data;
    data.nothing = nothing;
    return of(std::move(data));
}

} // namespace winnow
