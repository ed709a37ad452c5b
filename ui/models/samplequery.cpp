// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/samplequery.h"

#include "core/store/samplestore.h"

namespace winnow {

namespace {

const QString kSlot = QStringLiteral("select");

} // namespace

SampleQuery::SampleQuery(ProjectSession* session, FilterState* filter, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_filter(filter)
{
    connect(session, &ProjectSession::indexChanged, this, &SampleQuery::run);
    connect(filter, &FilterState::changed, this, &SampleQuery::run);
    run();
}

void SampleQuery::run()
{
    const bool needed = m_filter->filter().needsResults();
    if (needed || m_filter->sort() == SampleSort::Accuracy || m_filter->sort() == SampleSort::Time) {
        m_session->wantResults();
    }
    const std::shared_ptr<const SampleIndex> index = m_session->index();
    // A filter by what models did selects nothing before that is known: what was shown stays until then.
    m_waits = index && needed && !index->results();
    if (m_waits) {
        m_tracker.cancel(kSlot);
        return;
    }
    if (!index) {
        m_tracker.waitForAll();
        if (m_result) {
            m_result.reset();
            emit resultChanged();
        }
        return;
    }
    using Outcome = Result<std::shared_ptr<const SampleSet>>;
    m_tracker.start(
        kSlot, {},
        [index, project = m_session->project(), filter = m_filter->filter(), sort = m_filter->sort(),
            descending = m_filter->isDescending()](Progress& progress) -> Outcome {
            QVector<SampleId> matches;
            if (!filter.text.isEmpty()) {
                auto found = project->read(
                    [&](sqlite::Connection& c) { return SampleStore(c).search(filter.text); });
                if (!found) {
                    return tl::unexpected<Error>(found.error());
                }
                matches = std::move(*found);
            }
            const QVector<SampleId>* text = filter.text.isEmpty() ? nullptr : &matches;
            auto set = std::make_shared<SampleSet>();
            set->index = index;
            set->ids = index->select(filter, sort, descending, text);
            if (progress.isCancelled()) {
                return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
            }
            set->facets = index->facets(filter, text);
            return std::shared_ptr<const SampleSet>(set);
        },
        [this](Outcome outcome) {
            if (outcome) {
                m_result = std::move(*outcome);
                emit resultChanged();
            } else {
                emit failed(outcome.error());
            }
        });
}

} // namespace winnow
