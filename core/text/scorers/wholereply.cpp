// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/scorers/wholereply.h"

#include "core/text/normalise.h"
#include "core/text/replytext.h"

namespace winnow {

QString wholeReply(const ReplyToScore& reply)
{
    const auto text
        = [](std::string_view view) { return QString::fromUtf8(view.data(), qsizetype(view.size())); };
    QString raw = text(reply.prediction);
    if (isMissingResponse(raw)) {
        raw = text(reply.text);
    }
    if (isMissingResponse(raw)) {
        return {};
    }
    const QString said = modelReply(raw);
    if (const QString boxed = lastBoxed(said); !boxed.isEmpty()) {
        return boxed;
    }
    const QString tagged = lastTagged(said);
    return tagged.isEmpty() ? unwrapped(said) : tagged;
}

} // namespace winnow
