// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/harnessline.h"

#include "core/domain/sample.h"
#include "core/import/utf8.h"
#include "core/text/pythonliteral.h"
#include "core/text/replytext.h"

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

/// The texts in nested lists, as JSON strings; what is no text is taken as it stands.
void addTexts(std::string_view json, int levels, std::vector<std::string_view>& texts)
{
    if (!isJsonList(json) || levels == 0) {
        if (!isJsonNothing(json)) {
            texts.push_back(json);
        }
        return;
    }
    for (const std::string_view each : jsonElements(json)) {
        addTexts(each, levels - 1, texts);
    }
}

std::vector<std::string_view> textsIn(std::string_view json)
{
    constexpr int kLevels = 4;
    std::vector<std::string_view> texts;
    addTexts(json, kLevels, texts);
    return texts;
}

/// One value as it stands, several as a list.
void addAll(std::string_view name, const std::vector<std::string_view>& values, JsonWriter& out)
{
    if (values.size() == 1) {
        out.add(name, values.front());
    } else if (values.size() > 1) {
        out.add(name, jsonListOf({values.begin(), values.end()}));
    }
}

bool isTruth(std::string_view value)
{
    const QString word
        = toQString(isJsonText(value) ? std::string_view(value.substr(1, value.size() - 2)) : value);
    return word.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0
        || word.compare(QLatin1String("false"), Qt::CaseInsensitive) == 0;
}

} // namespace

std::string HarnessLine::key(const JsonFields& line) const
{
    const std::string_view id = line["doc_id"];
    return id.empty() ? std::string() : std::string(id).append("\x1f").append(line["filter"]);
}

void HarnessLine::setRun(const QString& model, const QString& task)
{
    m_model = model.toStdString();
    m_task = task.toStdString();
}

void HarnessLine::note(const Sentence& text)
{
    if (!m_notes.english().contains(text.english())) {
        m_notes.append(text);
    }
}

void HarnessLine::addRun(JsonWriter& out) const
{
    if (!m_model.empty()) {
        out.addText("model", m_model);
    }
    if (!m_task.empty()) {
        out.addText("dataset", m_task);
    }
}

void HarnessLine::addTarget(const std::string& target, JsonWriter& out)
{
    if (target.empty()) {
        return;
    }
    const QString text = toQString(target);
    if (looksLikePythonList(text)) {
        const auto value = parsePythonLiteral(text);
        const bool texts = value && !value->items.isEmpty()
            && std::all_of(value->items.cbegin(), value->items.cend(),
                [](const PythonValue& each) { return each.kind == PythonValue::Kind::String; });
        if (texts) {
            std::vector<std::string> all;
            for (const PythonValue& each : value->items) {
                all.push_back(jsonQuoted(each.text.toStdString()));
            }
            out.add("answer", all.front());
            if (all.size() > 1) {
                out.add("accepted", jsonListOf(all));
            }
            return;
        }
    }
    out.addText("answer", target);
}

void HarnessLine::begin(std::string_view raw, std::string_view filtered)
{
    const bool likelihoods = !likelihoodsIn(filtered).empty();
    m_several = !likelihoods && textsIn(isJsonNothing(raw) ? filtered : raw).size() > 1;
    if (m_several) {
        note(Sentence::of(QT_TRANSLATE_NOOP("Import",
            "The log has several replies to a question and one score for all of them: they come without "
            "scores of their own")));
    }
}

void HarnessLine::addMetric(const std::string& name, std::string_view value, JsonWriter& out)
{
    out.add("metric_" + name, value);
    std::optional<double> number = toNumber(value);
    if (value == "true" || value == "false") {
        number = value == "true" ? 1 : 0;
    }
    if (m_several) {
        return;
    }
    const bool score = number && *number >= 0 && *number <= 1;
    if (m_metric.empty() && score) {
        m_metric = name;
    }
    if (name != m_metric) {
        const QString other = toQString(name);
        if (!m_otherMetrics.contains(other)) {
            m_otherMetrics.append(other);
        }
    } else if (score) {
        out.addNumber("score", *number);
    } else {
        out.add("score", "null");
    }
}

void HarnessLine::addReplies(std::string_view raw, std::string_view filtered, JsonWriter& out)
{
    const std::vector<std::string_view> replies = textsIn(raw);
    const std::vector<std::string_view> readings = textsIn(filtered);
    addAll("response", replies.empty() ? readings : replies, out);
    if (replies.empty() || replies.size() != readings.size()) {
        return;
    }
    // A filter that only left out what was thought first is read from the reply itself as well.
    const bool same = std::equal(replies.begin(), replies.end(), readings.begin(),
        [](std::string_view reply, std::string_view reading) {
            return reply == reading
                || modelReply(toQString(jsonText(reply))) == toQString(jsonText(reading)).trimmed();
        });
    if (!same && jsonText(readings.front()) != "[invalid]") {
        addAll("prediction", readings, out);
    }
}

std::vector<double> likelihoodsIn(std::string_view replies)
{
    constexpr size_t kPair = 2;
    std::vector<double> logs;
    for (const std::string_view each : jsonElements(replies)) {
        const std::vector<std::string_view> pair = jsonElements(each);
        if (pair.size() != kPair || !isTruth(pair.back())) {
            return {};
        }
        const auto number = jsonNumberIn(pair.front());
        // A likelihood of 0 is written as -inf, which is no number here.
        logs.push_back(number.value_or(-HUGE_VAL));
    }
    return logs;
}

size_t HarnessLine::addLikelihoods(const std::vector<double>& logs, JsonWriter& out)
{
    const size_t likeliest = size_t(std::max_element(logs.begin(), logs.end()) - logs.begin());
    out.addText("prediction", optionLetter(int(likeliest)).toStdString());
    double sum = 0;
    for (const double log : logs) {
        sum += std::exp(log - logs[likeliest]);
    }
    if (std::isfinite(sum)) {
        std::vector<std::string> shares;
        for (const double log : logs) {
            shares.push_back(QByteArray::number(std::exp(log - logs[likeliest]) / sum, 'g', 9).toStdString());
        }
        out.add("probabilities", jsonListOf(shares));
    }
    note(Sentence::of(QT_TRANSLATE_NOOP("Import",
        "The log has likelihoods of the options: the likeliest is the answer, and the probabilities are "
        "shares of their likelihoods")));
    return likeliest;
}

SentenceList HarnessLine::notes() const
{
    SentenceList all = m_notes;
    if (m_metric.empty() && !m_otherMetrics.isEmpty()) {
        all.append(
            Sentence::of(QT_TRANSLATE_NOOP("Import",
                             "No metric of the log (%1) is a number from 0 to 1 for each question: the "
                             "replies come without scores of their own"))
                .arg(m_otherMetrics.join(QStringLiteral(", "))));
    } else if (!m_otherMetrics.isEmpty()) {
        all.append(Sentence::of(QT_TRANSLATE_NOOP("Import",
                                    "The log has several metrics: the scores are \"%1\", the others (%2) are "
                                    "kept as columns \"metric_NAME\""))
                       .arg(toQString(m_metric), m_otherMetrics.join(QStringLiteral(", "))));
    }
    return all;
}

} // namespace winnow
