// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/inspectsample.h"

#include "core/import/jsonpick.h"
#include "core/import/jsonscanner.h"
#include "core/import/utf8.h"

#include <optional>
#include <unordered_map>

namespace winnow {

namespace {

/// What long texts and images are called where they are used; "tc" in logs of 2024.
constexpr std::string_view kReferences[] = {"\"attachment://", "\"tc://"};

/// The texts that references stand for, by what follows the "://", as JSON strings.
using Attachments = std::unordered_map<std::string_view, std::string_view>;

/// JSON with the texts in the place of references to them. What is not known stays as it is.
std::string resolved(std::string_view json, const Attachments& attachments, std::string_view mark)
{
    std::string text;
    size_t from = 0;
    for (size_t at = json.find(mark); at != std::string_view::npos; at = json.find(mark, at + 1)) {
        const size_t name = at + mark.size();
        const size_t end = json.find('"', name);
        if (end == std::string_view::npos) {
            break;
        }
        const auto known = attachments.find(json.substr(name, end - name));
        if (known != attachments.end()) {
            text.append(json.substr(from, at - from)).append(known->second);
            from = end + 1;
        }
    }
    return text.append(json.substr(from));
}

/// The parts of a message that are text, and those that are images as JSON strings.
struct Content {
    std::string text;
    std::string reasoning;
    std::vector<std::string> images;
};

Content contentOf(std::string_view json)
{
    Content content;
    if (isJsonText(json)) {
        content.text = jsonText(json);
        return content;
    }
    const auto append = [](std::string& text, const std::string& more) {
        text += text.empty() || more.empty() ? "" : "\n";
        text += more;
    };
    for (const std::string_view part : jsonElements(json)) {
        if (isJsonText(part)) {
            append(content.text, jsonText(part));
            continue;
        }
        const JsonFields fields(part);
        const std::string type = jsonText(fields["type"]);
        if (type == "text") {
            append(content.text, jsonText(fields["text"]));
        } else if (type == "reasoning") {
            append(content.reasoning, jsonText(fields["reasoning"]));
        } else if (type == "image" && isJsonText(fields["image"])) {
            content.images.emplace_back(fields["image"]);
        }
    }
    return content;
}

/// What a message says, if it is an assistant's.
Content replyIn(std::string_view message)
{
    const JsonFields fields(message);
    return jsonText(fields["role"]) == "assistant" ? contentOf(fields["content"]) : Content();
}

/// What an assistant said last. The messages of a sample in chunks are named by ranges [from, end).
Content lastReply(const InspectParts& parts, const JsonFields& sample)
{
    const std::vector<std::string_view> own = jsonElements(sample["messages"]);
    for (auto message = own.rbegin(); message != own.rend(); ++message) {
        if (Content content = replyIn(*message); !content.text.empty()) {
            return content;
        }
    }
    std::vector<std::string_view> pool;
    for (const auto& [start, chunk] : parts.messages) {
        if (start == qint64(pool.size())) {
            const std::vector<std::string_view> messages = jsonElements(chunk);
            pool.insert(pool.end(), messages.begin(), messages.end());
        }
    }
    // Ranges may repeat without end in a file that means harm.
    size_t left = pool.size();
    const std::vector<std::string_view> ranges = jsonElements(sample["message_refs"]);
    for (auto range = ranges.rbegin(); range != ranges.rend() && left > 0; ++range) {
        const std::vector<std::string_view> ends = jsonElements(*range);
        const double from = ends.empty() ? 0 : std::max(jsonNumberIn(ends.front()).value_or(0), 0.0);
        const double end = ends.empty() ? 0 : jsonNumberIn(ends.back()).value_or(0);
        for (double i = std::min(end, double(pool.size())) - 1; i >= from && left > 0; --i, --left) {
            if (Content content = replyIn(pool[size_t(i)]); !content.text.empty()) {
                return content;
            }
        }
    }
    return {};
}

Attachments attachmentsOf(
    const InspectParts& parts, const JsonFields& sample, std::vector<std::string>& numbers)
{
    Attachments found;
    const auto take = [&](std::string_view object) {
        for (const JsonMember& member : jsonMembers(object)) {
            if (isJsonText(member.value)) {
                found.emplace(plainName(member), member.value);
            }
        }
    };
    take(sample["attachments"]);
    take(JsonFields(sample["transcript"])["content"]);
    std::vector<std::pair<qint64, std::string_view>> numbered;
    for (const auto& [start, chunk] : parts.attachments) {
        qint64 at = start;
        for (const std::string_view value : jsonElements(chunk)) {
            numbered.emplace_back(at++, value);
        }
    }
    numbers.reserve(numbered.size());
    for (const auto& [number, value] : numbered) {
        found.emplace(numbers.emplace_back(std::to_string(number)), value);
    }
    return found;
}

/// A score as a number, as inspect's value_to_float makes it; nothing when it is none.
std::optional<double> scoreOf(std::string_view value)
{
    if (value == "true" || value == "false") {
        return value == "true" ? 1 : 0;
    }
    if (!isJsonText(value)) {
        return toNumber(value);
    }
    const std::string text = jsonText(value);
    const QString word = toQString(text).toLower();
    if (text == "C" || word == QLatin1String("yes") || word == QLatin1String("true")) {
        return 1;
    }
    if (text == "I" || text == "N" || word == QLatin1String("no") || word == QLatin1String("false")) {
        return 0;
    }
    constexpr double kPartial = 0.5;
    return text == "P" ? kPartial : toNumber(text);
}

/// Not a number, as Python writes it: the sample was not scored.
bool isUnscored(std::string_view value)
{
    return isJsonNothing(value) || value == "NaN" || value == "\"NaN\"" || value == "\"nan\"";
}

void addName(QStringList& names, std::string_view name)
{
    const QString text = toQString(name);
    if (!names.contains(text)) {
        names.append(text);
    }
}

} // namespace

void InspectSamples::setRun(std::string_view eval, std::string_view results)
{
    const JsonFields fields(eval);
    m_model = jsonText(fields["model"]);
    m_task = jsonText(fields["task"]);
    m_dataset = jsonText(JsonFields(fields["dataset"])["name"]);
    if (m_dataset.empty()) {
        m_dataset = m_task;
    }
    const std::vector<std::string_view> scores = jsonElements(JsonFields(results)["scores"]);
    m_scorer = scores.empty() ? std::string() : jsonText(JsonFields(scores.front())["scorer"]);
}

std::string InspectSamples::record(const InspectParts& parts)
{
    std::string_view rest = parts.sample;
    const std::string_view whole = takeJsonValue(rest);
    if (!isJsonObject(whole) || !trimmed(rest).empty()) {
        return {};
    }
    const JsonFields stored(whole);
    std::vector<std::string> numbers;
    const Attachments attachments = attachmentsOf(parts, stored, numbers);
    const auto resolve = [&](std::string_view json) {
        std::string text(json);
        for (const std::string_view mark : kReferences) {
            text = attachments.empty() ? text : resolved(text, attachments, mark);
        }
        return text;
    };
    // What a record is made of, without the events, and with nothing behind references.
    JsonWriter kept;
    for (const JsonMember& member : stored.all()) {
        static constexpr std::string_view kLeft[] = {"events", "events_data", "attachments", "store",
            "transcript", "timelines", "messages", "message_refs"};
        if (std::find(std::begin(kLeft), std::end(kLeft), plainName(member)) == std::end(kLeft)) {
            kept.add(plainName(member), resolve(member.value));
        }
    }
    if (!parts.metadata.empty()) {
        kept.add("metadata", resolve(trimmed(parts.metadata)));
    }
    const std::string text = kept.take();
    const JsonFields sample(text);
    JsonWriter out;
    out.add("index", sample["id"]);
    writeInput(sample, out);
    writeTarget(sample, out);
    if (!m_model.empty()) {
        out.addText("model", m_model);
    }
    if (!m_dataset.empty()) {
        out.addText("dataset", m_dataset);
    }
    out.add("attempt", sample["epoch"]);
    if (!writeReply(sample, out)) {
        const Content last = lastReply(parts, stored);
        out.add("response", resolve(jsonQuoted(last.text)));
    }
    writeScores(sample, out);
    writeDetails(sample, out);
    return out.take();
}

void InspectSamples::writeInput(const JsonFields& sample, JsonWriter& out) const
{
    const std::string_view input = sample["input"];
    std::string question;
    std::string hint;
    std::vector<std::string> images;
    if (isJsonText(input)) {
        question = jsonText(input);
    }
    const auto tell = [&](const std::string& text) {
        hint += hint.empty() || text.empty() ? "" : "\n\n";
        hint += text;
    };
    for (const std::string_view message : jsonElements(input)) {
        const JsonFields fields(message);
        const Content content = contentOf(fields["content"]);
        images.insert(images.end(), content.images.begin(), content.images.end());
        if (jsonText(fields["role"]) == "user") {
            // Earlier turns are what the last question is asked upon.
            tell(question);
            question = content.text;
        } else {
            tell(content.text);
        }
    }
    out.addText("question", question);
    if (!hint.empty()) {
        out.addText("hint", hint);
    }
    if (!images.empty()) {
        out.add("images", jsonListOf(images));
    }
    if (isJsonList(sample["choices"])) {
        out.add("options", sample["choices"]);
    }
}

void InspectSamples::writeTarget(const JsonFields& sample, JsonWriter& out) const
{
    const std::string_view target = sample["target"];
    const std::vector<std::string_view> targets = jsonElements(target);
    if (targets.empty()) {
        out.add("answer", isJsonText(target) && jsonText(target).empty() ? std::string_view() : target);
        return;
    }
    // Several letters are all right options together; several texts are each right.
    const bool together = targets.size() > 1 && isJsonList(sample["choices"]);
    out.add("answer", together ? target : targets.front());
    if (!together && targets.size() > 1) {
        out.add("accepted", target);
    }
}

bool InspectSamples::writeReply(const JsonFields& sample, JsonWriter& out) const
{
    const JsonFields output(sample["output"]);
    const std::vector<std::string_view> choices = jsonElements(output["choices"]);
    const JsonFields first(choices.empty() ? std::string_view() : choices.front());
    Content said = contentOf(JsonFields(first["message"])["content"]);
    if (const std::string completion = jsonText(output["completion"]); !completion.empty()) {
        said.text = completion;
    }
    if (!said.reasoning.empty()) {
        out.addText("reasoning", said.reasoning);
    }
    if (isJsonText(first["stop_reason"])) {
        out.add("stop_reason", first["stop_reason"]);
    }
    const bool failed = !isJsonNothing(sample["error"]) && isJsonNothing(sample["scores"]);
    if (said.text.empty() && !failed) {
        return false;
    }
    out.addText("response", failed ? std::string() : said.text);
    return true;
}

void InspectSamples::writeScores(const JsonFields& sample, JsonWriter& out)
{
    std::string_view all = sample["scores"];
    std::string single;
    if (isJsonNothing(all) && isJsonObject(sample["score"])) {
        // Logs of early 2024 have one score without a name.
        single = "{\"score\":" + std::string(sample["score"]) + '}';
        all = single;
    }
    const JsonFields scores(all);
    if (m_scorer.empty() && !scores.all().empty()) {
        m_scorer = std::string(plainName(scores.all().front()));
    }
    const auto tell = [&](std::string_view value) {
        const auto number = scoreOf(value);
        if (number && *number >= 0 && *number <= 1) {
            out.addNumber("score", *number);
        } else if (isUnscored(value)) {
            out.add("score", "null");
            ++m_unscored;
        } else {
            ++m_outside;
        }
    };
    for (const JsonMember& member : scores.all()) {
        const std::string name(plainName(member));
        const JsonFields score(member.value);
        const std::string_view value = score["value"];
        const bool counts = name == m_scorer;
        if (!counts) {
            addName(m_otherScorers, name);
        }
        if (isJsonObject(value)) {
            for (const JsonMember& part : jsonMembers(value)) {
                const std::string key(plainName(part));
                m_value = counts && m_value.empty() ? key : m_value;
                out.add(std::string("score_").append(name).append(".").append(key), part.value);
                if (counts && key == m_value) {
                    tell(part.value);
                } else if (counts) {
                    addName(m_otherValues, key);
                }
            }
        } else {
            const auto number = scoreOf(value);
            if (number) {
                out.addNumber("score_" + name, *number);
            } else {
                out.add("score_" + name, isUnscored(value) ? "null" : value);
            }
            if (counts) {
                tell(value);
            }
        }
        if (counts) {
            out.add("prediction", isJsonNothing(score["answer"]) ? std::string_view() : score["answer"]);
            out.add("explanation", score["explanation"]);
        }
    }
}

void InspectSamples::writeDetails(const JsonFields& sample, JsonWriter& out)
{
    static constexpr std::string_view kTimes[] = {"working_time", "total_time"};
    out.add("latency", sample.firstOf(kTimes));
    const JsonFields byModel(sample["model_usage"]);
    std::string_view usage = byModel[m_model];
    if (usage.empty()) {
        usage
            = byModel.all().size() == 1 ? byModel.all().front().value : JsonFields(sample["output"])["usage"];
    }
    const JsonFields tokens(usage);
    out.add("prompt_tokens", tokens["input_tokens"]);
    out.add("output_tokens", tokens["output_tokens"]);
    if (const std::string_view error = sample["error"]; !isJsonNothing(error)) {
        ++m_errors;
        out.add("error", isJsonObject(error) ? JsonFields(error)["message"] : error);
    }
    if (const std::string_view limit = sample["limit"]; !isJsonNothing(limit)) {
        ++m_limits;
        out.add("limit", isJsonObject(limit) ? JsonFields(limit)["type"] : limit);
    }
    m_invalid += !isJsonNothing(sample["invalidation"]);
    if (!m_task.empty()) {
        out.addText("task_name", m_task);
    }
    out.add("uuid", sample["uuid"]);
    out.add("files", isJsonNothing(sample["files"]) ? std::string_view() : sample["files"]);
    constexpr qint64 kDeepest = 64;
    if (const std::string_view metadata = sample["metadata"];
        isJsonObject(metadata) && !jsonMembers(metadata).empty() && jsonDepth(metadata) < kDeepest) {
        out.add("metadata", metadata);
    }
}

SentenceList InspectSamples::notes() const
{
    SentenceList all;
    const QString scorer = toQString(m_scorer);
    if (!m_otherScorers.isEmpty()) {
        all.append(Sentence::of(QT_TRANSLATE_NOOP("Import",
                                    "Several scorers judged the replies: the scores are those of \"%1\", the "
                                    "others (%2) are kept as columns \"score_NAME\""))
                       .arg(scorer, m_otherScorers.join(QStringLiteral(", "))));
    }
    if (!m_otherValues.isEmpty()) {
        all.append(
            Sentence::of(QT_TRANSLATE_NOOP("Import",
                             "\"%1\" gives several values: the scores are \"%2\", the others (%3) are kept "
                             "as columns"))
                .arg(scorer, toQString(m_value), m_otherValues.join(QStringLiteral(", "))));
    }
    const auto count = [&](const char* text, qint64 number) {
        if (number > 0) {
            all.append(Sentence::of(text).arg(number));
        }
    };
    count(QT_TRANSLATE_NOOP("Import", "Samples that ended with an error: %1; their replies are missing"),
        m_errors);
    count(QT_TRANSLATE_NOOP("Import",
              "Samples that were cut short by a limit (time, tokens, messages …): %1; what was said until "
              "then is the reply"),
        m_limits);
    count(QT_TRANSLATE_NOOP(
              "Import", "Samples that the log has no score for (NaN): %1; they are missing, not wrong"),
        m_unscored);
    count(QT_TRANSLATE_NOOP(
              "Import", "Scores that are no number from 0 to 1: %1; the replies come without them"),
        m_outside);
    count(
        QT_TRANSLATE_NOOP("Import", "Samples that the log says are invalid: %1; they are read all the same"),
        m_invalid);
    return all;
}

} // namespace winnow
