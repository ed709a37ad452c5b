// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/harnessline.h"
#include "core/import/utf8.h"

namespace winnow {

namespace {

/// Lines of EvalScope's reviews. Only a status of "success" is a score; others (a judge that could not be
/// reached, a reply that could not be taken apart) are no zeros.
class EvalScopeLine : public HarnessLine {
public:
    std::string key(const JsonFields& line) const override { return std::string(line["index"]); }

    std::string record(const JsonFields& line) override
    {
        const JsonFields told(line["sample_score"]);
        const JsonFields score(told["score"]);
        JsonWriter out;
        static constexpr std::string_view kKeys[] = {"group_id", "sample_id"};
        const std::string_view group = told.firstOf(kKeys);
        out.add("index", group.empty() ? line["index"] : group);
        static constexpr std::string_view kAsked[] = {"messages", "input"};
        out.add("question", lastQuestion(line.firstOf(kAsked)));
        const std::string_view target = line["target"];
        addTarget(
            isJsonText(target) ? jsonText(target) : std::string(isJsonNothing(target) ? "" : target), out);
        addRun(out);
        if (!isJsonNothing(told["generation_index"])) {
            out.add("attempt", told["generation_index"]);
        }
        out.add("response", score["prediction"]);
        out.add("prediction", score["extracted_prediction"]);
        const std::string status = jsonText(score["status"]);
        if (!status.empty() && status != "success") {
            ++m_failed;
            out.add("score", "null");
        } else {
            addMetrics(score, out);
        }
        out.add("status", score["status"]);
        out.add("explanation", score["explanation"]);
        out.add("metadata", told["sample_metadata"]);
        return out.take();
    }

    SentenceList notes() const override
    {
        SentenceList all = HarnessLine::notes();
        if (m_failed > 0) {
            all.append(
                Sentence::of(QT_TRANSLATE_NOOP("Import",
                                 "Replies that the log could not score (a status other than \"success\"): "
                                 "%1; they are missing, not wrong"))
                    .arg(m_failed));
        }
        return all;
    }

private:
    /// The text of the last message of a user; a text that is no chat is the question.
    static std::string lastQuestion(std::string_view asked)
    {
        if (isJsonText(asked)) {
            return std::string(asked);
        }
        std::string question;
        for (const std::string_view message : jsonElements(asked)) {
            const JsonFields fields(message);
            if (jsonText(fields["role"]) != "user") {
                continue;
            }
            std::string text = jsonText(fields["content"]);
            for (const std::string_view part : jsonElements(fields["content"])) {
                text += jsonText(JsonFields(part)["text"]);
            }
            question = text.empty() ? question : text;
        }
        return question.empty() ? std::string() : jsonQuoted(question);
    }

    void addMetrics(const JsonFields& score, JsonWriter& out)
    {
        const std::string main = jsonText(score["main_score_name"]);
        const JsonFields values(score["value"]);
        if (!values[main].empty()) {
            addMetric(main, values[main], out);
        }
        for (const JsonMember& member : values.all()) {
            if (const std::string name(plainName(member)); name != main) {
                addMetric(name, member.value, out);
            }
        }
    }

    qint64 m_failed = 0;
};

} // namespace

std::unique_ptr<HarnessLine> evalScopeLine()
{
    return std::make_unique<EvalScopeLine>();
}

} // namespace winnow
