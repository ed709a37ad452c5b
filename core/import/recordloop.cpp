// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/recordloop.h"

#include <algorithm>

namespace winnow {

Result<> RecordLoop::run(const QString& path, const ReadLimits& limits) const
{
    auto opened = RecordSource::open(path, limits);
    if (!opened) {
        return tl::unexpected<Error>(opened.error());
    }
    RecordSource& source = **opened;
    RawRecord record;
    RecordProblem problem;
    qint64 reported = 0;
    constexpr int kLeastOfPart = 10;
    const int share = sample > 0 && source.parts() > 1 ? std::max(kLeastOfPart, sample / source.parts()) : 0;
    int ofPart = 0;
    for (qint64 count = 1;; ++count) {
        problem = {};
        const auto next = source.next(record, problem);
        if (!next) {
            return tl::unexpected<Error>(next.error());
        }
        if (*next == RecordSource::Step::End) {
            break;
        }
        if (*next == RecordSource::Step::Record) {
            for (const CellLoss& loss : source.losses()) {
                if (lost) {
                    lost(loss);
                }
            }
            const auto more = take(record, source);
            if (!more) {
                return tl::unexpected<Error>(more.error());
            }
            if (!*more) {
                break;
            }
        } else if (bad && !bad(problem)) {
            break;
        }
        if (share > 0 && ++ofPart == share) {
            ofPart = 0;
            if (const auto more = source.skipPart(); !more || !*more) {
                if (!more) {
                    return tl::unexpected<Error>(more.error());
                }
                break;
            }
        }
        if (progress && progress->isCancelled()) {
            return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
        }
        constexpr qint64 kReportBytes = 8 << 20;
        if (progress && ((count & 1023) == 0 || source.bytesRead() - reported > kReportBytes)) {
            reported = source.bytesRead();
            progress->report(reported, source.bytesTotal(), step);
        }
    }
    if (end) {
        end(source);
    }
    return {};
}

} // namespace winnow
