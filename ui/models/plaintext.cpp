// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/plaintext.h"

#include <QStringList>

#include <algorithm>

namespace winnow {

namespace {

/// Qt breaks the lines of a tip with markup only; up to this length a line may stay whole.
constexpr qsizetype kLongestLine = 100;

} // namespace

QString cutTip(const QString& text)
{
    if (text.size() <= kLongestTip) {
        return text;
    }
    const qsizetype end = text.at(kLongestTip - 1).isHighSurrogate() ? kLongestTip - 1 : kLongestTip;
    return text.left(end) + QChar(0x2026);
}

QString plainTip(const QString& text)
{
    const QString cut = cutTip(text);
    const QStringList lines = cut.split(u'\n');
    // Qt takes a tip for markup where it finds a tag or "&lt;": without these two letters it cannot.
    const bool plain = !cut.contains(u'<') && !cut.contains(u'&')
        && std::all_of(
            lines.cbegin(), lines.cend(), [](const QString& line) { return line.size() <= kLongestLine; });
    return plain
        ? cut
        : QStringLiteral("<p style=\"white-space:pre-wrap\">") + cut.toHtmlEscaped() + QStringLiteral("</p>");
}

QString plainCaption(const QString& text)
{
    QString caption = text;
    caption.replace(u'&', QStringLiteral("&&"));
    caption.replace(u'\t', u' ');
    return caption;
}

QString plainTitle(const QString& text)
{
    QString title = text;
    return title.replace(QStringLiteral("[*]"), QStringLiteral("[*][*]"));
}

Markup Markup::text(const QString& text)
{
    return Markup(text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
}

Markup Markup::link(const QString& target, const QString& text)
{
    return Markup(QStringLiteral("<a href=\"%1\" style=\"text-decoration:none\">%2</a>")
                      .arg(target.toHtmlEscaped(), Markup::text(text).m_html));
}

Markup Markup::coloured(const QString& text, const QColor& color)
{
    return Markup(
        QStringLiteral("<span style=\"color:%1\">%2</span>").arg(color.name(), Markup::text(text).m_html));
}

Markup Markup::filled(const QString& sentence, const QVector<Markup>& places)
{
    Markup whole;
    qsizetype from = 0;
    for (qsizetype at = sentence.indexOf(u'%'); at >= 0; at = sentence.indexOf(u'%', at + 1)) {
        const int place = at + 1 < sentence.size() ? sentence.at(at + 1).digitValue() - 1 : -1;
        if (place >= 0 && place < places.size()) {
            whole += text(sentence.mid(from, at - from));
            whole += places.at(place);
            from = at + 2;
        }
    }
    whole += text(sentence.mid(from));
    return whole;
}

Markup Markup::newLine()
{
    return Markup(QStringLiteral("<br>"));
}

Markup Markup::gap()
{
    return Markup(QStringLiteral("&nbsp;&nbsp; "));
}

Markup& Markup::operator+=(const Markup& other)
{
    m_html += other.m_html;
    return *this;
}

} // namespace winnow
