// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/replytext.h"

#include <algorithm>
#include <array>

namespace winnow {

namespace {

/// What a chat template writes before the model's turn.
constexpr std::array kTurns{u"ASSISTANT:", u"<|im_start|>assistant", u"<|assistant|>", u"[/INST]",
    u"### Response:", u"### Assistant:", u"<start_of_turn>model", u"</think>", u"<|end_header_id|>"};
constexpr std::array kMarks{
    u"<s>", u"</s>", u"<pad>", u"<unk>", u"<eos>", u"<bos>", u"<end_of_turn>", u"<end_of_utterance>"};

/// The length of a template's mark at the beginning of `text`; 0 = none.
qsizetype markLength(QStringView text)
{
    for (const char16_t* const mark : kMarks) {
        if (text.startsWith(QStringView(mark))) {
            return QStringView(mark).size();
        }
    }
    if (text.startsWith(u"<|")) {
        constexpr qsizetype kLongest = 40;
        const qsizetype end = text.left(kLongest).indexOf(u"|>");
        const QStringView name = end > 0 ? text.mid(2, end - 2) : QStringView();
        if (!name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar c) {
                return (c >= u'a' && c <= u'z') || c.isDigit() || c == u'_';
            })) {
            return end + 2;
        }
    }
    return 0;
}

} // namespace

QString modelReply(const QString& raw)
{
    qsizetype from = 0;
    if (raw.contains(u'<') || raw.contains(u'[') || raw.contains(u'#') || raw.contains(u"ASSISTANT:")) {
        for (const char16_t* const turn : kTurns) {
            const qsizetype at = raw.lastIndexOf(QStringView(turn));
            if (at >= 0) {
                from = std::max(from, at + QStringView(turn).size());
            }
        }
    }
    QString reply = raw.mid(from).trimmed();
    if (!reply.contains(u'<')) {
        return reply;
    }
    QString kept;
    kept.reserve(reply.size());
    for (qsizetype i = 0; i < reply.size();) {
        const qsizetype length = reply.at(i) == u'<' ? markLength(QStringView(reply).mid(i)) : 0;
        if (length) {
            i += length;
        } else {
            kept += reply.at(i++);
        }
    }
    return kept.trimmed();
}

QString lastBoxed(QStringView text)
{
    constexpr QStringView kBox = u"boxed{";
    const qsizetype at = text.lastIndexOf(kBox);
    if (at < 0) {
        return {};
    }
    qsizetype end = at + kBox.size();
    for (int depth = 1; end < text.size(); ++end) {
        depth += text.at(end) == u'{' ? 1 : text.at(end) == u'}' ? -1 : 0;
        if (depth == 0) {
            break;
        }
    }
    QStringView inside = text.mid(at + kBox.size(), end - at - kBox.size()).trimmed();
    for (const QStringView wrapper : {QStringView(u"\\text{"), QStringView(u"\\mathrm{"),
             QStringView(u"\\textbf{"), QStringView(u"\\mathbf{")}) {
        if (inside.startsWith(wrapper) && inside.endsWith(u'}') && inside.count(u'{') == 1) {
            inside = inside.mid(wrapper.size(), inside.size() - wrapper.size() - 1).trimmed();
        }
    }
    return inside.toString();
}

QString lastTagged(QStringView text)
{
    constexpr QStringView kOpen = u"<answer>";
    const qsizetype at = text.lastIndexOf(kOpen, -1, Qt::CaseInsensitive);
    if (at < 0) {
        return {};
    }
    const QStringView rest = text.mid(at + kOpen.size());
    const qsizetype end = rest.indexOf(QStringView(u"</answer>"), 0, Qt::CaseInsensitive);
    return rest.left(end >= 0 ? end : rest.size()).trimmed().toString();
}

QString unwrapped(QStringView text)
{
    text = text.trimmed();
    if (text.startsWith(u"```") && text.endsWith(u"```") && text.size() >= 6) {
        text = text.mid(3, text.size() - 6);
        const qsizetype line = text.indexOf(u'\n');
        const QStringView language = line >= 0 ? text.left(line) : QStringView();
        if (line >= 0
            && std::all_of(language.begin(), language.end(), [](QChar c) { return c.isLetterOrNumber(); })) {
            text = text.mid(line + 1);
        }
        text = text.trimmed();
    }
    constexpr std::array<std::pair<QStringView, QStringView>, 10> kPairs{
        {{u"**", u"**"}, {u"__", u"__"}, {u"`", u"`"}, {u"$$", u"$$"}, {u"$", u"$"}, {u"\\(", u"\\)"},
            {u"\\[", u"\\]"}, {u"\"", u"\""}, {u"'", u"'"}, {u"\u201c", u"\u201d"}}};
    for (bool changed = true; changed;) {
        changed = false;
        while (text.endsWith(u'.') && !text.endsWith(u"..")) {
            text.chop(1);
            changed = true;
        }
        text = text.trimmed();
        for (const auto& [open, close] : kPairs) {
            if (text.size() > open.size() + close.size() && text.startsWith(open) && text.endsWith(close)
                && !text.mid(open.size(), text.size() - open.size() - close.size()).contains(open)) {
                text = text.mid(open.size(), text.size() - open.size() - close.size()).trimmed();
                changed = true;
            }
        }
        for (const QStringView stray : {QStringView(u"**"), QStringView(u"__")}) {
            // One half of a pair, where a label had the other.
            if (text.startsWith(stray) && text.count(stray) == 1) {
                text = text.mid(stray.size()).trimmed();
                changed = true;
            } else if (text.endsWith(stray) && text.count(stray) == 1) {
                text.chop(stray.size());
                text = text.trimmed();
                changed = true;
            }
        }
    }
    return text.toString();
}

} // namespace winnow
