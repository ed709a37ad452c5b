// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/replyscoring.h"

#include "core/text/answerparser.h"
#include "core/text/normalise.h"

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

} // namespace

QString readReply(SampleKeys& keys, SampleKeys::Found sample, Condition condition,
    std::string_view prediction, std::string_view text)
{
    const SampleKeys::Entry& entry = keys.entry(sample.entry);
    if (entry.optionCount > 0 && condition != Condition::OpenEnded) {
        const QStringList options = keys.options(sample.entry, sample.shift);
        const auto parse = entry.several ? parseChoices : parseChoice;
        ParsedAnswer answer = prediction.empty() ? ParsedAnswer() : parse(toQString(prediction), options);
        // A letter that is no option's is what the file read; the text is not asked once more.
        if (!answer.found() && !text.empty() && text != prediction
            && parseChoice(toQString(prediction), {}).form != AnswerForm::Letter) {
            answer = parse(toQString(text), options);
        }
        return answer.text;
    }
    if (entry.letterOnly) {
        const ParsedAnswer answer = parseChoice(toQString(isBlank(prediction) ? text : prediction), {});
        if (answer.found()) {
            return answer.text;
        }
    }
    if (!isBlank(prediction)) {
        return parseOpenAnswer(toQString(prediction)).text;
    }
    return parseOpenAnswer(toQString(text)).text;
}

std::optional<double> scoreReply(SampleKeys& keys, SampleKeys::Found sample, Condition condition,
    const Scorer* scorer, const QString& answer, const QString& said)
{
    const SampleKeys::Entry& entry = keys.entry(sample.entry);
    const bool choice = entry.optionCount > 0 && condition != Condition::OpenEnded;
    ScoreInput input;
    input.answer = answer;
    input.response = said;
    if (choice && (!scorer || scorer->id == QLatin1String("mcq"))) {
        input.gold = keys.goldLetters(sample.entry, sample.shift);
        return scoreAnswer(*scorerById(u"mcq"), input);
    }
    const SampleKeys::OpenGold gold = keys.openGold(sample.entry);
    input.gold = gold.gold;
    input.accepted = gold.accepted;
    input.habit = keys.habit();
    if (!scorer) {
        scorer = scorerById(entry.optionCount > 0 ? u"contains" : u"exact");
    }
    return scoreAnswer(*scorer, input);
}

} // namespace winnow
