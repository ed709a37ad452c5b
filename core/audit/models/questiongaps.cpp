// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/models/questiongaps.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace winnow {

namespace {

constexpr double kStatementsScore = 0.95;
constexpr double kReferenceScore = 0.9;
/// About half of such questions are said to be unclear by people who check them.
constexpr double kAsksNothingScore = 0.5;

const QStringList& romanLabels()
{
    static const QStringList labels{QStringLiteral("i"), QStringLiteral("ii"), QStringLiteral("iii"),
        QStringLiteral("iv"), QStringLiteral("v"), QStringLiteral("vi")};
    return labels;
}

/// Position of a label in its series: 0 for "I", "(i)" or "1"; -1 when it is none of that series.
int labelPosition(const QString& token, bool roman)
{
    if (roman) {
        return int(romanLabels().indexOf(token));
    }
    return token.size() == 1 && token[0] >= u'1' && token[0] <= u'6' ? token[0].unicode() - u'1' : -1;
}

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128; });
}

/// Letters and digits between everything else.
QStringList tokensOf(const QString& option)
{
    const QString lower = option.toLower();
    if (!isAscii(lower)) {
        static const QRegularExpression separators(QStringLiteral("[^\\p{L}\\p{N}]+"));
        return lower.split(separators, Qt::SkipEmptyParts);
    }
    QStringList tokens;
    for (qsizetype i = 0; i < lower.size();) {
        const qsizetype from = i;
        while (i < lower.size() && lower[i].isLetterOrNumber()) {
            ++i;
        }
        if (i > from) {
            tokens.append(lower.sliced(from, i - from));
        }
        ++i;
    }
    return tokens;
}

/// The labels an option consists of, in order; empty when it says anything else.
QVector<int> labelsOf(const QString& option, bool roman)
{
    static const QSet<QString> fillers{QStringLiteral("and"), QStringLiteral("or"), QStringLiteral("only"),
        QStringLiteral("both"), QStringLiteral("all"), QStringLiteral("of"), QStringLiteral("neither"),
        QStringLiteral("nor"), QStringLiteral("is"), QStringLiteral("are"), QStringLiteral("true"),
        QStringLiteral("correct"), QStringLiteral("statement"), QStringLiteral("statements")};
    QVector<int> labels;
    const QStringList tokens = tokensOf(option);
    for (const QString& token : tokens) {
        const int position = labelPosition(token, roman);
        if (position >= 0) {
            labels.append(position);
        } else if (!fillers.contains(token)) {
            return {};
        }
    }
    return labels;
}

bool ascending(const QVector<int>& labels)
{
    return std::adjacent_find(labels.begin(), labels.end(), std::greater_equal<int>()) == labels.end();
}

/// Whether the options choose among statements of the series; how many there are.
int statementsNamed(const QStringList& options, bool roman)
{
    QSet<int> named;
    qsizetype choosing = 0;
    qsizetype several = 0;
    qsizetype longest = 0;
    for (const QString& option : options) {
        const QVector<int> labels = labelsOf(option, roman);
        if (labels.isEmpty()) {
            continue;
        }
        if (!roman && option.contains(u'(')) {
            // Coordinates and intervals.
            return 0;
        }
        ++choosing;
        several += labels.size() > 1;
        longest = std::max(longest, labels.size());
        for (const int label : labels) {
            named.insert(label);
        }
    }
    // Numbers alone are answers more often than labels: then all options have to be lists, as of 1, 2 and 3.
    const qsizetype needed = roman ? 2 : options.size();
    if (choosing < std::max<qsizetype>(2, needed) || named.size() < 2) {
        return 0;
    }
    const qsizetype ordered = std::count_if(options.begin(), options.end(),
        [&](const QString& option) { return ascending(labelsOf(option, roman)); });
    const bool all = std::all_of(named.begin(), named.end(), [&](int label) { return label < named.size(); });
    // "I" and "V" alone may be quantities; numbers, pairs of answers.
    const bool lists = several == options.size() && longest >= 3 && all && ordered + 1 >= options.size();
    if (roman ? !named.contains(1) : !lists) {
        return 0;
    }
    return int(named.size());
}

/// How many labels of the series the text holds as the heads of statements.
int statementsGiven(const QString& text, bool roman)
{
    static const QRegularExpression romanHead(
        QStringLiteral("(?<![\\p{L}])(i{1,3}|iv|v|vi)(?=[\\s.):,;\\-\\]])"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression digitHead(QStringLiteral("(?<![\\d.,])([1-6])(?=[.):\\]]|\\s+\\p{L})"));
    QSet<int> given;
    auto match = (roman ? romanHead : digitHead).globalMatch(text + u' ');
    while (match.hasNext()) {
        given.insert(labelPosition(match.next().captured(1).toLower(), roman));
    }
    return int(given.size());
}

std::optional<QuestionGap> missingStatements(const AuditText& text, const QString& all)
{
    for (const bool roman : {true, false}) {
        const int named = statementsNamed(text.options, roman);
        if (named >= 2 && statementsGiven(all, roman) < 2) {
            return QuestionGap{QuestionGap::Kind::Statements, kStatementsScore,
                text.options.join(QStringLiteral("; ")).left(80)};
        }
    }
    return std::nullopt;
}

/// Whether looking for a reference can find one: most questions have no number, or none of the words. In
/// other scripts than ASCII letters may stand for these in ways that only the expression knows.
bool canRefer(const QString& all)
{
    if (!isAscii(all)) {
        return true;
    }
    if (std::none_of(all.begin(), all.end(), [](QChar c) { return c.isDigit(); })) {
        return false;
    }
    static constexpr QLatin1String kThings[] = {QLatin1String("question"), QLatin1String("equation"),
        QLatin1String("problem"), QLatin1String("exercise"), QLatin1String("example")};
    return std::any_of(std::begin(kThings), std::end(kThings),
        [&](QLatin1String thing) { return all.contains(thing, Qt::CaseInsensitive); });
}

std::optional<QuestionGap> missingReference(const QString& all)
{
    static const QRegularExpression reference(
        QStringLiteral("\\b(?:in|of|from|to|see|using|by|for|with)\\s+(?:the\\s+)?"
                       "((question|equation|problem|exercise|example)\\s+\\(?(\\d{1,3})\\)?)(?![\\d.]*\\d)"),
        QRegularExpression::CaseInsensitiveOption);
    if (!canRefer(all)) {
        return std::nullopt;
    }
    auto match = reference.globalMatch(all);
    while (match.hasNext()) {
        const QRegularExpressionMatch found = match.next();
        const QRegularExpression number(
            QStringLiteral("(?<!\\d)") + found.captured(3) + QStringLiteral("(?!\\d)"));
        if (all.count(number) == 1) {
            return QuestionGap{QuestionGap::Kind::Reference, kReferenceScore, found.captured(1)};
        }
    }
    return std::nullopt;
}

std::optional<QuestionGap> asksNothing(const QString& question)
{
    static const QRegularExpression asks(
        QStringLiteral(
            "\\?|_|\\.\\.\\.|…|\\b(what|which|who|whom|whose|how|when|where|why|find|identify|select"
            "|choose|pick|calculate|compute|determine|evaluate|solve|simplify|estimate|describe|explain"
            "|list|name|give|state|tell|write|answer|complete|fill|match|read|count|locate|point"
            "|following|statement|statements|except|suppose|let|assume|consider|true|false|correct|prove"
            "|show|report|predict|decide|judge|rank|order|compare|classify|translate|infer|is it)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    const QString text = question.trimmed();
    const auto letters = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
    const auto latin = std::count_if(
        text.begin(), text.end(), [](QChar c) { return c.isLetter() && c.unicode() < 0x250; });
    if (letters < 8 || latin < letters || !text.endsWith(u'.') || text.contains(asks)) {
        return std::nullopt;
    }
    return QuestionGap{QuestionGap::Kind::AsksNothing, kAsksNothingScore, {}};
}

} // namespace

std::optional<QuestionGap> questionGap(const AuditText& text)
{
    const QString all = text.hint + u'\n' + text.question;
    if (text.question.trimmed().isEmpty()) {
        return std::nullopt;
    }
    if (const auto gap = missingStatements(text, all)) {
        return gap;
    }
    if (const auto gap = missingReference(all)) {
        return gap;
    }
    return text.options.isEmpty() ? std::nullopt : asksNothing(text.question);
}

} // namespace winnow
