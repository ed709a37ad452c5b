// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/scorer.h"

#include "core/text/answerparser.h"
#include "core/text/normalise.h"

#include <QRegularExpression>

namespace winnow {

namespace {

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

bool isBlank(std::string_view text)
{
    constexpr size_t kLongest = 64;
    return text.size() <= kLongest && isMissingResponse(toQString(text));
}

ScorerValues initialValues(const Scorer& scorer)
{
    ScorerValues values;
    for (const ScorerParameter& parameter : scorer.parameters()) {
        values.insert(parameter.id, parameter.initial);
    }
    return values;
}

tl::unexpected<Error> noSuchScorer(const QString& id)
{
    QStringList known;
    for (const auto& scorer : scorers()) {
        known.append(scorer->id());
    }
    return fail(ErrorCode::InvalidInput,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no scorer \"%1\"")).arg(id),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "The scorers are %1")).arg(known.join(QStringLiteral(", "))));
}

tl::unexpected<Error> wrongParameter(const Scorer& scorer, const QString& text)
{
    QStringList known;
    for (const ScorerParameter& parameter : scorer.parameters()) {
        known.append(
            QStringLiteral("%1 (%2 to %3)").arg(parameter.id).arg(parameter.least).arg(parameter.most));
    }
    return fail(ErrorCode::InvalidInput,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "\"%1\" is nothing that the scorer %2 takes"))
            .arg(text, scorer.id()),
        known.isEmpty()
            ? Sentence::of(QT_TRANSLATE_NOOP("Error", "It has no parameters"))
            : Sentence::of(QT_TRANSLATE_NOOP("Error", "It takes %1")).arg(known.join(QStringLiteral(", "))));
}

Result<> setValue(const Scorer& scorer, const QString& text, ScorerValues& values)
{
    const qsizetype equals = text.indexOf(u'=');
    bool number = false;
    const double value = text.mid(equals + 1).toDouble(&number);
    for (const ScorerParameter& parameter : scorer.parameters()) {
        if (equals > 0 && number && parameter.id == text.left(equals).trimmed() && value >= parameter.least
            && value <= parameter.most) {
            values.insert(parameter.id, value);
            return {};
        }
    }
    return wrongParameter(scorer, text);
}

} // namespace

QString Scorer::read(const ReplyToScore& reply) const
{
    const QString prediction = toQString(reply.prediction);
    if (!reply.options.isEmpty()) {
        const auto parse = reply.several ? parseChoices : parseChoice;
        ParsedAnswer answer = prediction.isEmpty() ? ParsedAnswer() : parse(prediction, reply.options);
        // A letter that is no option's is what the file read; the text is not asked once more.
        if (!answer.found() && !reply.text.empty() && reply.text != reply.prediction
            && parseChoice(prediction, {}).form != AnswerForm::Letter) {
            answer = parse(toQString(reply.text), reply.options);
        }
        return answer.text;
    }
    const bool blank = isBlank(reply.prediction);
    if (reply.letterOnly) {
        const ParsedAnswer answer = parseChoice(blank ? toQString(reply.text) : prediction, {});
        if (answer.found()) {
            return answer.text;
        }
    }
    return parseOpenAnswer(blank ? toQString(reply.text) : prediction).text;
}

const Scorer* scorerById(QStringView id)
{
    for (const auto& scorer : scorers()) {
        if (scorer->id() == id) {
            return scorer.get();
        }
    }
    return nullptr;
}

Result<ScoringRule> ScoringRule::parse(const QString& text)
{
    ScoringRule rule;
    if (text.trimmed().isEmpty()) {
        return rule;
    }
    static const QRegularExpression form(QStringLiteral("^\\s*([^()]+?)\\s*(?:\\(([^()]*)\\))?\\s*$"));
    const auto match = form.match(text);
    rule.m_scorer = match.hasMatch() ? scorerById(match.capturedView(1)) : nullptr;
    if (!rule.m_scorer) {
        return noSuchScorer(text);
    }
    rule.m_values = initialValues(*rule.m_scorer);
    for (const QString& one : match.captured(2).split(u',', Qt::SkipEmptyParts)) {
        WINNOW_TRY(setValue(*rule.m_scorer, one.trimmed(), rule.m_values));
    }
    return rule;
}

Result<ScoringRule> ScoringRule::forOpenQuestions(const QString& text)
{
    auto rule = parse(text);
    if (rule) {
        rule->m_openOnly = true;
    }
    return rule;
}

QString ScoringRule::text() const
{
    if (!m_scorer) {
        return {};
    }
    QStringList told;
    for (const ScorerParameter& parameter : m_scorer->parameters()) {
        if (const double value = m_values.value(parameter.id); value != parameter.initial) {
            told.append(parameter.id + u'=' + QString::number(value));
        }
    }
    return told.isEmpty() ? m_scorer->id() : m_scorer->id() + u'(' + told.join(u',') + u')';
}

const Scorer& ScoringRule::scorerFor(const ReplyToScore& reply) const
{
    const auto suits = [&](const Scorer& scorer) {
        return scorer.needs().testFlag(Scorer::Options) == !reply.options.isEmpty();
    };
    if (m_scorer && suits(*m_scorer) && !(m_openOnly && reply.choiceAskedOpenly)) {
        return *m_scorer;
    }
    static const Scorer& letters = *scorerById(u"mcq");
    static const Scorer& words = *scorerById(u"exact");
    static const Scorer& wordsOfAChoice = *scorerById(u"contains");
    return !reply.options.isEmpty() ? letters : reply.choiceAskedOpenly ? wordsOfAChoice : words;
}

std::optional<double> ScoringRule::scoreOf(const QString& answer, const ReplyToScore& reply) const
{
    const bool noGold = reply.gold.isEmpty() && reply.accepted.isEmpty();
    if (noGold || (answer.isEmpty() && isBlank(reply.said()))) {
        return std::nullopt;
    }
    if (answer.isEmpty()) {
        return 0.0;
    }
    const Scorer& scorer = scorerFor(reply);
    return scorer.score(answer, reply, &scorer == m_scorer ? m_values : initialValues(scorer));
}

ScoredReply ScoringRule::apply(const ReplyToScore& reply) const
{
    const QString answer = scorerFor(reply).read(reply);
    return {answer, scoreOf(answer, reply)};
}

} // namespace winnow
