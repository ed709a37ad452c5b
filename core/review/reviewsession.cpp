// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/reviewsession.h"

#include "core/store/datasetstore.h"
#include "core/store/decisionstore.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace winnow {

namespace {

constexpr qint64 kLongestGap = 2 * 60 * 1000;
constexpr qint64 kNewSitting = 30 * 60 * 1000;
constexpr int kFewestSamples = 3;
constexpr int kRateEvents = 400;

QString metaKey(const QString& annotator, QLatin1String part)
{
    return QLatin1String("review/") + part + u'/' + annotator;
}

/// Differences of neighbours as signed varints, compressed: a queue in source order shrinks to almost
/// nothing.
QByteArray packIds(const QVector<SampleId>& ids)
{
    QByteArray bytes;
    bytes.reserve(ids.size() * 2);
    qint64 before = 0;
    for (SampleId id : ids) {
        const qint64 difference = id.value - before;
        before = id.value;
        auto zigzag = (quint64(difference) << 1) ^ quint64(difference >> 63);
        while (zigzag >= 0x80) {
            bytes.append(char(zigzag | 0x80));
            zigzag >>= 7;
        }
        bytes.append(char(zigzag));
    }
    return qCompress(bytes).toBase64();
}

QVector<SampleId> unpackIds(const QByteArray& text)
{
    QVector<SampleId> ids;
    if (text.isEmpty()) {
        return ids;
    }
    const QByteArray bytes = qUncompress(QByteArray::fromBase64(text));
    qint64 before = 0;
    quint64 zigzag = 0;
    int shift = 0;
    for (const char byte : bytes) {
        zigzag |= quint64(uchar(byte) & 0x7f) << shift;
        if (uchar(byte) & 0x80) {
            shift += 7;
            if (shift > 63) {
                return {};
            }
            continue;
        }
        before += qint64(zigzag >> 1) ^ -qint64(zigzag & 1);
        ids.append(SampleId{before});
        zigzag = 0;
        shift = 0;
    }
    return ids;
}

} // namespace

void ReviewRate::add(qint64 milliseconds, SampleId sample)
{
    const qint64 gap = m_last == 0 ? 0 : qMax<qint64>(0, milliseconds - m_last);
    if (gap > kNewSitting) {
        m_samples.clear();
        m_active = 0;
    } else {
        m_active += qMin(gap, kLongestGap);
    }
    m_last = milliseconds;
    m_samples.insert(sample);
}

std::optional<double> ReviewRate::perHour() const
{
    if (m_samples.size() < kFewestSamples || m_active <= 0) {
        return std::nullopt;
    }
    // The time between the first and the last sample holds one sample fewer.
    return double(m_samples.size() - 1) * 3600e3 / double(m_active);
}

ReviewSession::ReviewSession(QString annotator, QVector<SampleId> queue, QString title, SampleId startAt)
    : m_annotator(std::move(annotator))
    , m_title(std::move(title))
{
    m_index.reserve(queue.size());
    for (qsizetype i = 0; i < queue.size(); ++i) {
        m_index.append({queue.at(i), i});
    }
    std::sort(m_index.begin(), m_index.end());
    const auto sameSample = [](const auto& a, const auto& b) { return a.first == b.first; };
    const auto repeated = std::unique(m_index.begin(), m_index.end(), sameSample);
    if (repeated == m_index.end()) {
        m_queue = std::move(queue);
    } else {
        // A sample is queued once, at its first place.
        m_index.erase(repeated, m_index.end());
        const auto byPlace = [](const auto& a, const auto& b) { return a.second < b.second; };
        std::sort(m_index.begin(), m_index.end(), byPlace);
        for (qsizetype i = 0; i < m_index.size(); ++i) {
            m_queue.append(m_index.at(i).first);
            m_index[i].second = i;
        }
        std::sort(m_index.begin(), m_index.end());
    }
    m_position = qMax<qsizetype>(0, indexOf(startAt));
}

qsizetype ReviewSession::indexOf(SampleId sample) const
{
    const auto found = std::lower_bound(m_index.cbegin(), m_index.cend(), std::pair(sample, qsizetype(0)));
    return found != m_index.cend() && found->first == sample ? found->second : -1;
}

SampleId ReviewSession::current() const
{
    return m_visited ? m_visited : peek(0);
}

SampleId ReviewSession::peek(qsizetype offset) const
{
    const qsizetype place = m_position + offset;
    return place >= 0 && place < m_queue.size() ? m_queue.at(place) : SampleId{};
}

bool ReviewSession::next()
{
    if (m_visited) {
        m_visited = {};
        return !m_queue.isEmpty();
    }
    if (m_position + 1 >= m_queue.size()) {
        return false;
    }
    ++m_position;
    return true;
}

bool ReviewSession::previous()
{
    if (m_visited) {
        m_visited = {};
        return !m_queue.isEmpty();
    }
    if (m_position == 0) {
        return false;
    }
    --m_position;
    return true;
}

bool ReviewSession::nextUndecided()
{
    for (qsizetype step = m_visited ? 0 : 1; step <= m_queue.size(); ++step) {
        const qsizetype place = (m_position + step) % qMax<qsizetype>(1, m_queue.size());
        if (place < m_queue.size() && !m_reviewed.contains(m_queue.at(place))
            && (m_visited || place != m_position)) {
            m_position = place;
            m_visited = {};
            return true;
        }
    }
    return false;
}

void ReviewSession::goTo(SampleId sample)
{
    const qsizetype place = indexOf(sample);
    m_visited = place < 0 ? sample : SampleId{};
    if (place >= 0) {
        m_position = place;
    }
}

void ReviewSession::visit(SampleId sample)
{
    m_visited = sample == peek(0) ? SampleId{} : sample;
}

void ReviewSession::setReviewed(SampleId sample, bool reviewed)
{
    const bool inQueue = indexOf(sample) >= 0;
    if (reviewed && !m_reviewed.contains(sample)) {
        m_reviewed.insert(sample);
        m_done += inQueue ? 1 : 0;
    } else if (!reviewed && m_reviewed.remove(sample)) {
        m_done -= inQueue ? 1 : 0;
    }
}

void ReviewSession::setKnown(const ReviewKnown& known)
{
    m_rate = known.rate;
    m_reviewed.clear();
    m_done = 0;
    for (SampleId sample : known.reviewed) {
        setReviewed(sample, true);
    }
}

ReviewProgress ReviewSession::progress() const
{
    ReviewProgress progress;
    progress.done = m_done;
    progress.total = m_queue.size();
    progress.perHour = m_rate.perHour();
    if (progress.perHour && *progress.perHour > 0 && undecided() > 0) {
        progress.minutesLeft = double(undecided()) / *progress.perHour * 60;
    }
    return progress;
}

SessionMark ReviewSession::queueMark() const
{
    const QJsonObject object{{QStringLiteral("title"), m_title},
        {QStringLiteral("kinds"), QJsonArray::fromStringList(m_kinds)},
        {QStringLiteral("samples"), QString::fromLatin1(packIds(m_queue))}};
    return {metaKey(m_annotator, QLatin1String("queue")),
        QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact))};
}

SessionMark ReviewSession::positionMark() const
{
    return {metaKey(m_annotator, QLatin1String("sample")), QString::number(current().value)};
}

Result<std::optional<ReviewSession>> ReviewSession::restore(const Project& project, const QString& annotator)
{
    auto stored = project.read([&](sqlite::Connection& c) {
        DatasetStore meta(c);
        return std::pair(meta.meta(metaKey(annotator, QLatin1String("queue"))),
            meta.meta(metaKey(annotator, QLatin1String("sample"))).toLongLong());
    });
    if (!stored) {
        return tl::unexpected<Error>(stored.error());
    }
    const QJsonObject object = QJsonDocument::fromJson(stored->first.toUtf8()).object();
    QVector<SampleId> ids = unpackIds(object.value(QLatin1String("samples")).toString().toLatin1());
    if (ids.isEmpty()) {
        return std::optional<ReviewSession>();
    }
    const SampleId last{stored->second};
    ReviewSession session(annotator, std::move(ids), object.value(QLatin1String("title")).toString(), last);
    if (last) {
        session.goTo(last);
    }
    QStringList kinds;
    const QJsonArray storedKinds = object.value(QLatin1String("kinds")).toArray();
    for (const QJsonValue& kind : storedKinds) {
        kinds.append(kind.toString());
    }
    session.setKinds(kinds);
    const Result<ReviewKnown> known = ReviewKnown::read(project, annotator);
    if (!known) {
        return tl::unexpected<Error>(known.error());
    }
    session.setKnown(*known);
    return std::optional<ReviewSession>(std::move(session));
}

Result<ReviewKnown> ReviewKnown::read(const Project& project, const QString& annotator)
{
    return project.read([&](sqlite::Connection& c) {
        DecisionStore ledger(c);
        ReviewKnown known;
        known.reviewed = ledger.reviewedSamples();
        const QVector<Decision> events = ledger.history(annotator, kRateEvents);
        for (auto it = events.crbegin(); it != events.crend(); ++it) {
            if (it->isDecision() && it->sampleId) {
                known.rate.add(
                    QDateTime::fromString(it->at, Qt::ISODateWithMs).toMSecsSinceEpoch(), it->sampleId);
            }
        }
        return known;
    });
}

} // namespace winnow
