// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/sample.h"
#include "core/import/harnessline.h"
#include "core/import/utf8.h"

#include <QRegularExpression>

#include <algorithm>

namespace winnow {

namespace {

constexpr std::string_view kQuestions[]
    = {"question", "query", "problem", "prompt", "instruction", "goal", "sentence", "ctx", "text", "input"};
constexpr std::string_view kOptions[] = {"choices", "options", "endings", "mc_options", "answer_choices"};

/// An image's place in a document: "image", "image_1", "images", "decoded_image".
bool isImageName(std::string_view name)
{
    static const QRegularExpression image(QStringLiteral("^(?:decoded_)?(?:image|img|picture)s?(?:_?\\d+)?$"),
        QRegularExpression::CaseInsensitiveOption);
    return image.match(toQString(name)).hasMatch();
}

/// A hash, or what Python says of an object, stands in the place of an image.
bool isStandIn(std::string_view value)
{
    static const QRegularExpression hash(QStringLiteral("^(?:[0-9a-f]{64}|\\[?<.*>\\]?)$"));
    constexpr size_t kLongest = 400;
    if (isJsonList(value)) {
        const std::vector<std::string_view> all = jsonElements(value);
        return std::all_of(all.begin(), all.end(), isStandIn);
    }
    return isJsonNothing(value)
        || (isJsonText(value) && value.size() < kLongest
            && hash.match(toQString(jsonText(value))).hasMatch());
}

/// The texts of options: a list of texts, or {"text": […], "label": […]}.
std::vector<std::string_view> optionsIn(std::string_view value)
{
    std::vector<std::string_view> texts
        = jsonElements(isJsonObject(value) ? JsonFields(value)["text"] : value);
    const bool plain = std::all_of(texts.begin(), texts.end(),
        [](std::string_view each) { return !isJsonObject(each) && !isJsonList(each); });
    return plain ? texts : std::vector<std::string_view>();
}

std::string textOf(std::string_view value)
{
    return isJsonText(value) ? jsonText(value) : std::string(isJsonNothing(value) ? "" : value);
}

class LmEvalLine : public HarnessLine {
public:
    std::string record(const JsonFields& line) override
    {
        JsonWriter out;
        const JsonFields doc(line["doc"]);
        const JsonFields arguments(line["arguments"]);
        out.add("index", line["doc_id"]);
        std::string_view question = doc.firstOf(kQuestions);
        if (!isJsonText(question)) {
            question = argument(arguments, 0, "arg_0");
        }
        out.add("question", question);
        addRun(out);
        if (const std::string filter = jsonText(line["filter"]); !filter.empty() && filter != "none") {
            out.addText("setting", filter);
            m_filters.append(toQString(filter));
            m_filters.removeDuplicates();
            if (m_filters.size() > 1) {
                note(Sentence::of(QT_TRANSLATE_NOOP("Import",
                    "The log reads each reply by several filters and scores it for each: every filter is a "
                    "setting")));
            }
        }
        begin(line["resps"], line["filtered_resps"]);
        addMetrics(line, out);
        std::vector<double> logs = likelihoodsIn(line["filtered_resps"]);
        if (logs.size() > 1) {
            addChoice(line, doc, arguments, std::move(logs), out);
        } else {
            out.add("options", doc.firstOf(kOptions));
            addTarget(textOf(line["target"]), out);
            if (logs.size() == 1) {
                out.addNumber("logprob", logs.front());
            } else {
                addReplies(line["resps"], line["filtered_resps"], out);
            }
        }
        addDocument(doc, question, out);
        for (const std::string_view name : {"doc_hash", "prompt_hash", "target_hash"}) {
            out.add(name, line[name]);
        }
        return out.take();
    }

private:
    static std::string_view argument(const JsonFields& arguments, size_t request, std::string_view name)
    {
        return JsonFields(arguments["gen_args_" + std::to_string(request)])[name];
    }

    /// The usual score of a kind of task first, then the metrics as they are listed.
    void addMetrics(const JsonFields& line, JsonWriter& out)
    {
        std::vector<std::string> names{"acc", "exact_match"};
        for (const std::string_view listed : jsonElements(line["metrics"])) {
            const std::string name = jsonText(listed);
            if (std::find(names.begin(), names.end(), name) == names.end()) {
                names.push_back(name);
            }
        }
        for (const std::string& name : names) {
            if (!line[name].empty()) {
                addMetric(name, line[name], out);
            }
        }
    }

    /// A question whose options were weighed: their texts, the one that is right and the likeliest.
    void addChoice(const JsonFields& line, const JsonFields& doc, const JsonFields& arguments,
        std::vector<double> logs, JsonWriter& out)
    {
        std::vector<std::string_view> told = optionsIn(doc.firstOf(kOptions));
        // Some tasks weigh each option once more without the question.
        if (!told.empty() && logs.size() == 2 * told.size()) {
            logs.resize(told.size());
        }
        if (told.size() != logs.size()) {
            told.clear();
            for (size_t i = 0; i < logs.size(); ++i) {
                told.push_back(argument(arguments, i, "arg_1"));
            }
        }
        std::vector<std::string> options;
        for (const std::string_view each : told) {
            options.emplace_back(trimmed(textOf(each)));
        }
        std::vector<std::string> sorted = options;
        std::sort(sorted.begin(), sorted.end());
        // The same for all where what stands before them differs.
        if (std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end()) {
            std::vector<std::string> quoted;
            for (const std::string& each : options) {
                quoted.push_back(jsonQuoted(each));
            }
            out.add("options", jsonListOf(quoted));
        }
        const size_t likeliest = addLikelihoods(logs, out);
        const std::string target = textOf(line["target"]);
        const int gold = goldOf(target, options, likeliest, line["acc"]);
        if (gold >= 0) {
            out.addText("answer", optionLetter(gold).toStdString());
        } else {
            addTarget(target, out);
        }
    }

    /// The right option: the target is its place or its text; where it may be either, "acc" tells.
    static int goldOf(const std::string& target, const std::vector<std::string>& options, size_t likeliest,
        std::string_view acc)
    {
        const auto place = toNumber(target);
        const bool isPlace
            = place && *place >= 0 && *place < double(options.size()) && *place == double(int(*place));
        const auto text = std::find(options.begin(), options.end(), std::string(trimmed(target)));
        const int byText = text == options.end() ? -1 : int(text - options.begin());
        if (!isPlace || byText < 0) {
            return isPlace ? int(*place) : byText;
        }
        const auto right = toNumber(acc);
        const bool textFits = right && (*right == 1) == (byText == int(likeliest));
        const bool placeFits = right && (*right == 1) == (int(*place) == int(likeliest));
        return textFits && !placeFits ? byText : int(*place);
    }

    void addDocument(const JsonFields& doc, std::string_view question, JsonWriter& out)
    {
        const std::string_view options = doc.firstOf(kOptions);
        std::vector<std::string> images;
        for (const JsonMember& member : doc.all()) {
            const std::string_view value = member.value;
            if (value.data() == question.data() || value.data() == options.data()) {
                continue;
            }
            if (!isImageName(plainName(member))) {
                out.add("doc." + std::string(plainName(member)), value);
            } else if (!isStandIn(value)) {
                images.emplace_back(value);
            } else if (!isJsonNothing(value)) {
                note(Sentence::of(QT_TRANSLATE_NOOP("Import",
                    "The log has hashes or names in the place of images: the images are not in it")));
            }
        }
        if (images.size() == 1) {
            out.add("image", images.front());
        }
        for (size_t i = 0; images.size() > 1 && i < images.size(); ++i) {
            out.add("image_" + std::to_string(i + 1), images[i]);
        }
    }

    QStringList m_filters;
};

} // namespace

std::unique_ptr<HarnessLine> lmEvalLine()
{
    return std::make_unique<LmEvalLine>();
}

} // namespace winnow
