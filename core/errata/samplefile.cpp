// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errata/samplefile.h"

#include "core/import/keycolumns.h"
#include "core/import/recordfiles.h"
#include "core/import/utf8.h"

namespace winnow {

namespace {

QStringList textsOf(const std::vector<std::string_view>& views)
{
    QStringList texts;
    for (const std::string_view view : views) {
        texts.append(toQString(view));
    }
    return texts;
}

} // namespace

Result<SampleFile> SampleFile::look(
    const QString& path, const QVector<std::pair<QString, QString>>& map, const ReadLimits& limits)
{
    auto profile = profileFile(path, 500, limits);
    if (!profile) {
        return tl::unexpected<Error>(profile.error());
    }
    if (profile->rows == 0) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 holds no record that can be read")).arg(path),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Check that it is the file of the benchmark")));
    }
    auto mapping = guessMapping(*profile, map);
    if (!mapping) {
        return tl::unexpected<Error>(mapping.error());
    }
    settleForms(path, *mapping, limits);
    settleKey(path, *profile, *mapping, limits);
    return SampleFile{path, std::move(*profile), std::move(*mapping)};
}

SampleText SampleText::of(const SampleDraft& draft)
{
    return {toQString(draft.question), toQString(draft.hint), textsOf(draft.options), toQString(draft.gold),
        textsOf(draft.accepted)};
}

bool saySame(const QString& a, const QString& b)
{
    return a == b || a.simplified() == b.simplified();
}

} // namespace winnow
