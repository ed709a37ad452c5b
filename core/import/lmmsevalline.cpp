// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/harnessline.h"
#include "core/import/utf8.h"

#include <algorithm>

namespace winnow {

namespace {

/// What is no metric.
constexpr std::string_view kOwn[]
    = {"doc_id", "doc", "input", "target", "resps", "filtered_resps", "token_counts", "doc_hash",
        "input_media", "arguments", "filter", "metrics", "prompt_hash", "target_hash"};
/// What a metric that is an object calls its score, and what was read in the reply.
constexpr std::string_view kScores[]
    = {"score", "correct", "is_correct", "acc", "accuracy", "exact_match", "hit", "match"};
constexpr std::string_view kReadings[] = {
    "parsed_pred", "pred", "prediction", "pred_answer", "parsed_answer", "extracted_answer", "pred_parsed"};

class LmmsEvalLine : public HarnessLine {
public:
    std::string record(const JsonFields& line) override
    {
        JsonWriter out;
        out.add("index", line["doc_id"]);
        if (isJsonText(line["input"])) {
            out.add("question", line["input"]);
        } else {
            out.add("messages", line["input"]);
        }
        if (isJsonList(line["input_media"])) {
            out.add("images", line["input_media"]);
        }
        const std::string_view target = line["target"];
        addTarget(
            isJsonText(target) ? jsonText(target) : std::string(isJsonNothing(target) ? "" : target), out);
        addRun(out);
        begin(line["resps"], line["filtered_resps"]);
        const std::string reading = addMetrics(line, out);
        const std::vector<double> logs = likelihoodsIn(line["filtered_resps"]);
        if (logs.size() > 1) {
            addLikelihoods(logs, out);
        } else {
            addReplies(line["resps"], line["filtered_resps"], out);
        }
        if (!reading.empty() && !isSeveral()) {
            out.add("prediction", reading);
        }
        addTokens(line["token_counts"], out);
        out.add("doc_hash", line["doc_hash"]);
        return out.take();
    }

private:
    /// The metrics; what one of them read in the reply.
    std::string addMetrics(const JsonFields& line, JsonWriter& out)
    {
        std::string reading;
        for (const JsonMember& member : line.all()) {
            const std::string name(plainName(member));
            if (std::find(std::begin(kOwn), std::end(kOwn), name) != std::end(kOwn)) {
                continue;
            }
            if (!isJsonObject(member.value)) {
                addMetric(name, member.value, out);
                continue;
            }
            const JsonFields parts(member.value);
            out.add("metric_" + name, member.value);
            for (const std::string_view score : kScores) {
                if (!parts[score].empty()) {
                    addMetric(name + '.' + std::string(score), parts[score], out);
                    break;
                }
            }
            const std::string_view read = parts.firstOf(kReadings);
            if (reading.empty() && !isJsonObject(read)) {
                reading = read;
            }
        }
        return reading;
    }

    /// Of the one request of a line.
    static void addTokens(std::string_view counts, JsonWriter& out)
    {
        const std::vector<std::string_view> each = jsonElements(counts);
        if (each.size() == 1) {
            const JsonFields tokens(each.front());
            out.add("prompt_tokens", tokens["input_tokens"]);
            out.add("output_tokens", tokens["output_tokens"]);
            out.add("reasoning_tokens", tokens["reasoning_tokens"]);
        }
    }
};

} // namespace

std::unique_ptr<HarnessLine> lmmsEvalLine()
{
    return std::make_unique<LmmsEvalLine>();
}

} // namespace winnow
