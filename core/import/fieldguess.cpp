// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/sample.h"
#include "core/import/fieldmapping.h"
#include "core/import/jsonrecords.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace winnow {

namespace {

using Fits = bool (*)(const ColumnProfile&);

bool anything(const ColumnProfile&)
{
    return true;
}
bool isPlainText(const ColumnProfile& c)
{
    return c.present > 0 && c.base64 == 0 && c.bytes == 0 && c.objects == 0;
}
bool isShort(const ColumnProfile& c)
{
    return c.present > 0 && c.longest <= 512 && c.base64 == 0 && c.bytes == 0 && c.lists == 0
        && c.objects == 0;
}
bool isLabel(const ColumnProfile& c)
{
    return isShort(c) && c.longest <= 120;
}
bool isNumber(const ColumnProfile& c)
{
    return c.present > 0 && c.mostly(c.numbers);
}
bool isScore(const ColumnProfile& c)
{
    return c.present > 0
        && (c.mostly(c.verdicts) || (c.mostly(c.numbers) && c.smallest >= 0 && c.largest <= 100));
}
bool isImage(const ColumnProfile& c)
{
    return c.present > 0
        && (c.base64 > 0 || c.bytes > 0 || c.imageNames > 0 || (c.longest <= 64 && c.sentences == 0));
}
/// One of a reply, or a list where a record holds several.
bool isRating(const ColumnProfile& c)
{
    return c.present > 0 && (c.mostly(c.numbers) || c.mostly(c.lists));
}
bool isList(const ColumnProfile& c)
{
    return c.present > 0 && (c.lists > 0 || c.objects > 0 || c.sentences > 0);
}

/// Usual names of a field, the surest first. The order of the rules decides who takes a column first.
struct Rule {
    Field field;
    Fits fits;
    QVector<const char*> names;
};

const QVector<Rule>& rules()
{
    static const QVector<Rule> all{
        {Field::Index, isShort,
            {"(key)", "__key__", "custom_id", "index", "sample_id", "question_id", "questionid", "qid", "pid",
                "id", "idx", "uid", "uuid", "item_id", "doc_id", "data_id", "sample_key", "problem_id",
                "instance_id", "example_id", "sample_index", "question_index", "ques_id", "item", "key", "nr",
                "image_blob_sha1"}},
        {Field::Base, isShort, {"g_index", "base_id", "base_index", "group_index", "original_index"}},
        {Field::Rotation, isNumber, {"rotation", "shift", "circular_shift", "rotation_id", "pass"}},
        {Field::Parent, isShort, {"parent_id", "parent", "parent_index", "question_parent"}},
        {Field::Step, isLabel, {"step", "step_id", "step_name", "subtask"}},
        {Field::Model, isLabel,
            {"model", "model_name", "model_id", "output.model", "response.body.model", "body.model",
                "response.model", "response.modelversion", "result.message.model", "vlm", "llm", "system",
                "engine"}},
        {Field::Condition, isLabel, {"condition", "eval_condition", "modality", "input_type", "mode"}},
        {Field::Setting, isLabel,
            {"setting", "run_setting", "prompt_type", "prompting", "variant", "filter"}},
        {Field::Attempt, isNumber,
            {"attempt", "trial", "run", "repeat", "epoch", "sample_no", "attempt_id", "run_id"}},
        {Field::Score, isScore,
            {"correct", "is_correct", "score", "hit", "true_false", "if_right", "acc", "accuracy",
                "exact_match", "match", "correctness", "(list)", "eval_score", "verifier_score",
                "judge_score", "em", "anls", "relaxed_accuracy", "passed", "success", "result",
                "correct_vs_original_label"}},
        {Field::Prediction, isPlainText,
            {"prediction", "pred", "predicted", "parsed_answer", "parsed", "extracted_answer", "extraction",
                "extracted", "parsed_pred", "pred_answer", "predicted_answer", "model_prediction",
                "model_answer", "pred_indexs", "answer_pred", "eval_pred", "predict", "argmax", "mc_pred",
                "best_model_answer"}},
        {Field::Response, isPlainText,
            {"response", "raw_response", "raw_output", "model_response", "model_output", "full_prediction",
                "full_model_response", "vlm_output", "output.completion", "output", "generated_text",
                "generation", "completion", "reply", "filtered_resps", "resps", "raw_prediction", "responses",
                "best_full_model_response"}},
        {Field::Latency, isNumber,
            {"latency", "time_taken_s", "latency_s", "time_s", "seconds", "duration", "elapsed", "total_time",
                "latency_ms", "time_ms", "time_taken", "response_time"}},
        {Field::PromptTokens, isNumber,
            {"prompt_tokens", "input_tokens", "usage.prompt_tokens", "usage.input_tokens"}},
        {Field::OutputTokens, isNumber,
            {"output_tokens", "completion_tokens", "usage.completion_tokens", "usage.output_tokens",
                "generated_tokens"}},
        {Field::Cost, isNumber, {"cost", "cost_usd", "price", "usd"}},
        {Field::Verifier, isRating,
            {"verifier_score", "verifier", "judge_rating", "reward", "reward_score", "rm_score",
                "verifier_scores", "rewards", "reward_scores", "rm_scores"}},
        {Field::LogProbability, isRating,
            {"logprob", "log_prob", "mean_logprob", "avg_logprob", "cumulative_logprob", "sequence_logprob"}},
        {Field::Probabilities, isList,
            {"probabilities", "probs", "option_probabilities", "option_probs", "choice_probs"}},
        {Field::Options, isList,
            {"choices.text", "options.text", "choices.texts", "options.texts", "options", "choices",
                "candidates", "answer_choices", "mc_options", "choice_list", "option_list",
                "multi_choice_options", "multiple_choices", "endings", "candidate_answers", "option",
                "choice"}},
        {Field::Question, isPlainText,
            {"question", "question_text", "prompt", "query", "problem", "instruction", "conversations",
                "messages", "input", "text", "stem", "question_stem", "q", "utterance"}},
        {Field::Answer, anything,
            {"answer", "gold", "ground_truth", "groundtruth", "gt", "gt_answer", "correct_answer",
                "gold_answer", "label", "target", "correct_option", "correct_choice", "answer_key",
                "answerkey", "answer_idx", "answer_index", "expected_answer", "expected", "original_label",
                "given_label", "multiple_choice_answer", "reference", "reference_answer", "correct_index",
                "gold_label", "gold_idx", "correct", "answer_text", "truth", "ground_truth_from_filename",
                "caption", "solution"}},
        {Field::Accepted, anything,
            {"accepted", "accepted_answers", "all_answers", "answers", "acceptable_answers", "aliases",
                "reference_answers", "references"}},
        {Field::Hint, isPlainText, {"hint", "context", "passage", "background"}},
        {Field::Split, isLabel, {"split", "data_split", "(list)", "subset", "partition"}},
        {Field::Capability, isLabel, {"capability", "ability", "l2_category", "skill"}},
        {Field::Category, isLabel,
            {"category", "subject", "topic", "task", "subfield", "sub_category", "subtopic", "field",
                "pattern", "domain", "source_info.dataset", "config"}},
        {Field::Dataset, isLabel,
            {"dataset", "benchmark", "dataset_name", "source_dataset", "benchmark_name"}},
    };
    return all;
}

class Guesser {
public:
    Guesser(const SourceProfile& profile, std::optional<ImportRole> role)
        : m_profile(profile)
        , m_forced(role)
    {
    }

    FieldMapping run(const QVector<std::pair<QString, QString>>& overrides)
    {
        applyOverrides(overrides);
        guessReplies();
        guessOptionColumns();
        guessProbabilityColumns();
        guessImages();
        if (!m_mapping.has(Field::Prediction) && !m_mapping.has(Field::Response)) {
            guessFamilies();
        }
        for (const Rule& rule : rules()) {
            applyRule(rule);
        }
        guessImagesByContent();
        guessKey();
        guessModelColumns();
        settleAnswerOrResponse();
        settleResponses();
        settleRole();
        return std::move(m_mapping);
    }

private:
    void take(Field field, const QStringList& columns, double confidence, const Sentence& reason)
    {
        m_mapping.fields.insert(field, {columns, confidence, reason});
        for (const QString& column : columns) {
            m_used.insert(column);
        }
    }

    bool isFree(const ColumnProfile& column) const { return !m_used.contains(column.name); }

    void applyOverrides(const QVector<std::pair<QString, QString>>& overrides)
    {
        for (const auto& [id, column] : overrides) {
            const Field field = importFieldById(id)->field;
            if (column.isEmpty()) {
                m_blocked.insert(field);
                continue;
            }
            QStringList columns = m_mapping.columns(field);
            columns.append(column);
            take(field, columns, 1.0, Sentence::of(QT_TRANSLATE_NOOP("Import", "chosen by you")));
        }
    }

    bool settled(Field field) const { return m_mapping.has(field) || m_blocked.contains(field); }

    void applyRule(const Rule& rule)
    {
        const Field field = rule.field;
        // A step is one of a question, and that is named by its key.
        if ((field == Field::Parent && !m_mapping.has(Field::Index))
            || (field == Field::Step && !m_mapping.has(Field::Parent))) {
            return;
        }
        if (settled(field) || (m_families && importField(field).ofResponse && isAnswerField(field))) {
            return;
        }
        const QString list = QString::fromLatin1(kMemberColumn.data(), qsizetype(kMemberColumn.size()));
        for (const bool nested : {false, true}) {
            for (qsizetype rank = 0; rank < rule.names.size(); ++rank) {
                const QString wanted = QString::fromLatin1(rule.names.at(rank));
                for (const ColumnProfile& column : m_profile.columns) {
                    const bool named
                        = nested ? column.plainName.endsWith(u'.' + wanted) : column.plainName == wanted;
                    if (!named || !isFree(column) || !rule.fits(column)) {
                        continue;
                    }
                    // {"questions": […]} names no split, {"val": […], "test": […]} does.
                    static const QRegularExpression split(
                        QStringLiteral("^(train|val|valid|validation|dev|test.*|minival)$"));
                    if (column.name == list && column.distinct < 2
                        && !split.match(column.constant).hasMatch()) {
                        continue;
                    }
                    if (nested
                        && (field == Field::Index || field == Field::Model || field == Field::Parent)) {
                        continue;
                    }
                    const double confidence = (nested ? 0.7 : 0.98) - 0.01 * double(rank);
                    take(field, {column.name}, confidence,
                        Sentence::of(QT_TRANSLATE_NOOP("Import", "\"%1\" is a usual name for it"))
                            .arg(column.name));
                    return;
                }
            }
        }
    }

    static bool isAnswerField(Field field)
    {
        return field == Field::Prediction || field == Field::Response || field == Field::Score;
    }

    void guessOptionColumns()
    {
        const Field field = Field::Options;
        if (settled(field)) {
            return;
        }
        // A, B, C … or option_a, choice 1 … or options.A from an object.
        static const QRegularExpression named(
            QStringLiteral("^(?:(options?|choices?|opt|candidates?|index2ans|answer_choices|choices_dict)[_. "
                           "]?)?([a-z]|\\d{1,2})$"));
        QMap<QString, QMap<int, QString>> groups;
        for (const ColumnProfile& column : m_profile.columns) {
            const auto match = named.match(column.plainName);
            if (!match.hasMatch() || !isFree(column)) {
                continue;
            }
            const QString prefix = match.captured(1);
            const QString end = match.captured(2);
            const bool letter = end.front().isLetter();
            if (prefix.isEmpty() && (!letter || column.name != column.name.toUpper())) {
                continue;
            }
            groups[prefix + (letter ? QStringLiteral(":a") : QStringLiteral(":1"))].insert(
                letter ? optionPosition(end) : end.toInt(), column.name);
        }
        QStringList best;
        for (const auto& group : groups) {
            QStringList columns;
            for (int at = group.firstKey(); group.contains(at); ++at) {
                columns.append(group.value(at));
            }
            if (group.firstKey() <= 1 && columns.size() >= 2 && columns.size() > best.size()) {
                best = columns;
            }
        }
        if (!best.isEmpty()) {
            take(field, best, 0.97, Sentence::of(QT_TRANSLATE_NOOP("Import", "one column for each option")));
        }
    }

    void guessProbabilityColumns()
    {
        const Field field = Field::Probabilities;
        if (settled(field)) {
            return;
        }
        static const QRegularExpression named(QStringLiteral("^(?:p|prob|probability)_?(\\d{1,3}|[a-z])$"));
        QStringList columns;
        for (const ColumnProfile& column : m_profile.columns) {
            if (named.match(column.plainName).hasMatch() && isNumber(column) && column.smallest >= 0
                && column.largest <= 1) {
                columns.append(column.name);
            }
        }
        if (columns.size() >= 2) {
            take(field, columns, 0.9,
                Sentence::of(QT_TRANSLATE_NOOP("Import", "one column of probabilities for each option")));
        }
    }

    void guessImages()
    {
        const Field field = Field::Image;
        if (settled(field)) {
            return;
        }
        static const QRegularExpression numbered(
            QStringLiteral("^(?:image|img|picture|decoded_image)_?(\\d{1,2})(?:_path|\\.bytes|\\.path)?$"));
        QMap<int, QString> series;
        for (const ColumnProfile& column : m_profile.columns) {
            const auto match = numbered.match(column.plainName);
            if (match.hasMatch() && column.objects == 0 && (column.present == 0 || isImage(column))) {
                const QString known = series.value(match.captured(1).toInt());
                if (known.isEmpty() || column.plainName.endsWith(QLatin1String(".bytes"))) {
                    series.insert(match.captured(1).toInt(), column.name);
                }
            }
        }
        if (!series.isEmpty()) {
            take(field, series.values(), 0.95,
                Sentence::of(QT_TRANSLATE_NOOP("Import", "one column for each image")));
            return;
        }
        static const char* const kNames[] = {"image.bytes", "decoded_image", "image", "images", "img",
            "image_base64", "image.path", "image_path", "image_paths", "img_path", "image_file", "file_name",
            "file_names", "filename", "imgname", "image_name", "img_name", "picture", "image_filename",
            "image_file_name", "image_file_if_packaged", "file_path", "image_url", "path"};
        for (const char* name : kNames) {
            for (const ColumnProfile& column : m_profile.columns) {
                // What is called an image is one, whatever stands in it.
                const bool plain = column.plainName == QLatin1String("image")
                    || column.plainName == QLatin1String("images");
                if (column.plainName == QLatin1String(name) && isFree(column) && column.objects == 0
                    && column.present > 0 && (plain || isImage(column))) {
                    QStringList columns{column.name};
                    // VLMEvalKit gives both the bytes and a name; either may be missing in a row.
                    if (column.plainName == QLatin1String("image")) {
                        for (const ColumnProfile& other : m_profile.columns) {
                            if (other.plainName == QLatin1String("image_path") && other.present > 0) {
                                columns.append(other.name);
                            }
                        }
                    }
                    take(field, columns, 0.95,
                        Sentence::of(QT_TRANSLATE_NOOP("Import", "\"%1\" names or holds images"))
                            .arg(column.name));
                    return;
                }
            }
        }
    }

    /// Replies inside what an interface returned: chats, choices, candidates, batch outputs.
    void guessReplies()
    {
        if (settled(Field::Response) || settled(Field::Prediction)) {
            return;
        }
        for (const Rule& rule : rules()) {
            const Field field = rule.field;
            if (field != Field::Response && field != Field::Prediction) {
                continue;
            }
            for (const ColumnProfile& column : m_profile.columns) {
                const bool named = std::any_of(rule.names.begin(), rule.names.end(),
                    [&](const char* name) { return column.plainName == QLatin1String(name); });
                if (named && isPlainText(column) && column.replies * 2 < column.present
                    && column.replyTexts == 0) {
                    return;
                }
            }
        }
        static const char* const kSure[] = {"response", "responses", "output", "outputs", "result", "results",
            "completion", "completions", "generation", "generations", "choices", "candidates", "body",
            "message", "reply", "api_response", "raw_response", "prediction", "predictions"};
        static const char* const kMaybe[]
            = {"response", "responses", "output", "outputs", "generations", "completions", "predictions"};
        static const char* const kChats[]
            = {"messages", "conversation", "conversations", "chat", "history", "dialog", "dialogue", "turns"};
        const auto named = [&](const auto& names, const auto& fits) -> const ColumnProfile* {
            for (const char* name : names) {
                for (const ColumnProfile& column : m_profile.columns) {
                    if (column.plainName == QLatin1String(name) && isFree(column) && column.present > 0
                        && fits(column)) {
                        return &column;
                    }
                }
            }
            return nullptr;
        };
        const ColumnProfile* found
            = named(kSure, [](const ColumnProfile& c) { return c.replies * 2 >= c.present; });
        if (!found) {
            found = named(kMaybe, [](const ColumnProfile& c) { return c.replyTexts * 2 >= c.present; });
        }
        const bool ofModel = m_forced == ImportRole::Responses
            || std::any_of(m_profile.columns.begin(), m_profile.columns.end(), [](const ColumnProfile& c) {
                   return c.present > 0
                       && (c.plainName == QLatin1String("model") || c.plainName == QLatin1String("model_name")
                           || c.plainName == QLatin1String("model_id"));
               });
        if (!found && ofModel && m_forced != ImportRole::Samples) {
            found = named(kChats, [](const ColumnProfile& c) { return c.replies * 2 >= c.present; });
            if (found && !settled(Field::Question)) {
                m_mapping.fields.insert(Field::Question,
                    {{found->name}, 0.8,
                        Sentence::of(QT_TRANSLATE_NOOP("Import", "\"%1\" begins with it")).arg(found->name)});
            }
        }
        if (!found) {
            return;
        }
        take(Field::Response, {found->name}, 0.9,
            Sentence::of(QT_TRANSLATE_NOOP("Import", "\"%1\" holds what a model said")).arg(found->name));
        m_mapping.notes.append(
            Sentence::of(QT_TRANSLATE_NOOP("Import", "The replies are read from inside \"%1\""))
                .arg(found->name));
        // What is inside it is neither options nor a question.
        for (const ColumnProfile& column : m_profile.columns) {
            if (column.name.startsWith(found->name + u'.')
                && (column.lists > 0 || column.objects > 0 || column.sentences > 0 || column.letters > 0)) {
                m_used.insert(column.name);
            }
        }
    }

    /// Without a usual name: a column whose values look like images, or keys that are image names.
    void guessImagesByContent()
    {
        const Field field = Field::Image;
        if (settled(field)) {
            return;
        }
        for (const ColumnProfile& column : m_profile.columns) {
            if (isFree(column)
                && (column.mostly(column.base64) || column.mostly(column.bytes)
                    || column.mostly(column.imageNames))) {
                take(field, {column.name}, 0.6,
                    Sentence::of(QT_TRANSLATE_NOOP("Import", "its values look like images")));
                return;
            }
        }
        const ColumnProfile* key = m_profile.column(m_mapping.column(Field::Index));
        if (key && key->mostly(key->imageNames)) {
            m_mapping.fields.insert(field,
                {{key->name}, 0.5,
                    Sentence::of(QT_TRANSLATE_NOOP("Import", "the keys are names of images"))});
        }
    }

    /// Pairs such as mc_pred + mc_correct and oe_pred + oe_contains: one group of responses each.
    void guessFamilies()
    {
        static const QRegularExpression answer(
            QStringLiteral("^(.+?)[_ ](pred|prediction|response|output|answer|reply)$"),
            QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression fixed(QStringLiteral(
            "^(model|vlm|llm|raw|full|parsed|extracted|gold|gt|correct|expected|best|best_model|reference|"
            "best_full_model|full_model|ground_truth|annotator_correct|human|final|multiple_choice|short|"
            "long|"
            "ideal|true|target|label|solution|standard|right|actual|golden|real|original|sample|question|"
            "direct|accepted|acceptable|alternative|possible|valid|truth|key|official|ref)$"));
        QVector<ResponseColumns> groups;
        for (const ColumnProfile& column : m_profile.columns) {
            const auto match = answer.match(column.name);
            if (!match.hasMatch() || !isFree(column) || !isPlainText(column)
                || fixed.match(plainColumnName(match.captured(1))).hasMatch()) {
                continue;
            }
            ResponseColumns group;
            group.prediction = column.name;
            const QString prefix = match.captured(1);
            const ConditionReading reading = readCondition(prefix);
            if (reading.known) {
                group.condition = prefix;
            } else {
                group.model = prefix;
            }
            group.score = scoreFor(prefix);
            groups.append(group);
        }
        if (groups.isEmpty() || (groups.size() == 1 && groups.front().score.isEmpty())) {
            return;
        }
        m_families = true;
        QStringList shown;
        for (const ResponseColumns& group : groups) {
            m_used.insert(group.prediction);
            m_used.insert(group.score);
            shown.append(group.score.isEmpty() ? group.prediction : group.prediction + u" + " + group.score);
        }
        m_mapping.responses = groups;
        m_mapping.notes.append(Sentence::of(QT_TRANSLATE_NOOP("Import", "Responses are read from %1"))
                                   .arg(shown.join(QStringLiteral(", "))));
    }

    QString scoreFor(const QString& prefix) const
    {
        static const char* const kEnds[] = {
            "correct", "is_correct", "contains", "match", "score", "hit", "acc", "accuracy", "exact_match"};
        for (const char* end : kEnds) {
            for (const ColumnProfile& column : m_profile.columns) {
                if (column.plainName == plainColumnName(prefix) + u'_' + QLatin1String(end)
                    && isScore(column)) {
                    return column.name;
                }
            }
        }
        return {};
    }

    void guessKey()
    {
        const Field field = Field::Index;
        if (settled(field)) {
            return;
        }
        static const QRegularExpression suffix(
            QStringLiteral("(_id|_idx|_index|_key|sha1|sha256|_hash|uuid)$"));
        for (const ColumnProfile& column : m_profile.columns) {
            if (isFree(column) && suffix.match(column.plainName).hasMatch() && isShort(column)
                && column.distinct > 1 && column.present == m_profile.rows
                && !column.plainName.contains(QLatin1String("image_id"))) {
                take(field, {column.name}, 0.6,
                    Sentence::of(QT_TRANSLATE_NOOP("Import", "\"%1\" looks like a key")).arg(column.name));
                return;
            }
        }
        // "image" itself is a cell like others, but a file_name stands for the record.
        const QString image = m_mapping.column(Field::Image);
        if (const ColumnProfile* column = m_profile.column(image); column
            && column->plainName.contains(QLatin1String("name")) && column->mostly(column->imageNames)
            && column->lists == 0 && column->present == m_profile.rows
            && column->distinct * 10 >= m_profile.rows * 7) {
            m_mapping.fields.insert(field,
                {{image}, 0.5,
                    Sentence::of(
                        QT_TRANSLATE_NOOP("Import", "there is no key; the image names serve as one"))});
        }
    }

    /// One column for each model: names like models, values like answers or verdicts.
    void guessModelColumns()
    {
        if (m_families || m_mapping.has(Field::Prediction) || m_mapping.has(Field::Response)
            || m_mapping.has(Field::Model)) {
            return;
        }
        static const QRegularExpression maker(
            QStringLiteral("gpt|llama|qwen|gemini|claude|mistral|mixtral|llava|phi-?\\d|\\byi-|gemma|"
                           "deepseek|intern|falcon|"
                           "vicuna|blip|cogvlm|minicpm|sphinx|kosmos|flamingo|grok|pixtral|molmo|idefics|"
                           "palm|bard|ernie|glm|"
                           "command|olmo|baichuan|xcomposer|nova|kimi|\\baya|sonnet|opus|haiku|\\bo[134]\\b|"
                           "random|mathstral|mplug"),
            QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression sized(
            QStringLiteral("\\d+(\\.\\d+)?b\\b|/|-v?\\d|v\\d"), QRegularExpression::CaseInsensitiveOption);
        const auto isVerdict = [](const ColumnProfile& column) {
            return column.mostly(column.verdicts)
                || (column.mostly(column.numbers) && column.smallest >= 0 && column.largest <= 1);
        };
        QVector<const ColumnProfile*> named;
        QVector<const ColumnProfile*> alike;
        for (const ColumnProfile& column : m_profile.columns) {
            if (!isFree(column) || column.present == 0 || column.lists > 0 || column.objects > 0
                || column.base64 > 0 || column.bytes > 0
                || column.name.startsWith(QLatin1String("metadata."))) {
                continue;
            }
            const bool answers = column.mostly(column.letters) || isVerdict(column);
            if (maker.match(column.name).hasMatch() || (answers && sized.match(column.name).hasMatch())) {
                named.append(&column);
            } else if (answers) {
                alike.append(&column);
            }
        }
        // Among many models a column of the same kind is one of a name that nobody knows.
        constexpr qsizetype kMany = 8;
        const bool all = named.size() >= kMany && alike.size() * 2 <= named.size();
        QVector<ResponseColumns> groups;
        for (const ColumnProfile& column : m_profile.columns) {
            if (named.contains(&column) || (all && alike.contains(&column))) {
                ResponseColumns group;
                group.model = column.name;
                (isVerdict(column) ? group.score : group.prediction) = column.name;
                groups.append(group);
            }
        }
        if (groups.size() < 2) {
            return;
        }
        for (const ResponseColumns& group : groups) {
            m_used.insert(group.model);
        }
        m_mapping.responses = groups;
        m_mapping.fields.remove(Field::Score);
        m_mapping.notes.append(
            Sentence::of(QT_TRANSLATE_NOOP("Import", "%1 columns are taken for models: %2"))
                .arg(groups.size())
                .arg(m_mapping.responses.front().model + QStringLiteral(" … ")
                    + m_mapping.responses.back().model));
        if (settled(Field::Index)) {
            return;
        }
        for (const ColumnProfile& column : m_profile.columns) {
            if (isFree(column) && isShort(column) && column.present == m_profile.rows
                && column.distinct == m_profile.rows) {
                take(Field::Index, {column.name}, 0.5,
                    Sentence::of(
                        QT_TRANSLATE_NOOP("Import", "\"%1\" beside the models differs from record to record"))
                        .arg(column.name));
                return;
            }
        }
    }

    /// Files whose only answer column may be the key or what a model said.
    void settleAnswerOrResponse()
    {
        const Field answer = Field::Answer;
        const bool answered = m_mapping.has(Field::Prediction) || m_mapping.has(Field::Response)
            || !m_mapping.responses.isEmpty();
        const ColumnProfile* text = m_profile.column(u"text");
        const bool llava = text && m_profile.column(u"answer_id");
        if (llava && !answered) {
            if (m_mapping.column(Field::Question) == QLatin1String("text")) {
                m_mapping.fields.remove(Field::Question);
            }
            take(Field::Response, {QStringLiteral("text")}, 0.9,
                Sentence::of(
                    QT_TRANSLATE_NOOP("Import", "\"text\" beside \"answer_id\" is what a model said")));
            return;
        }
        if (const ColumnProfile* value
            = m_profile.column(QString::fromLatin1(kValueColumn.data(), qsizetype(kValueColumn.size())))) {
            if (!settled(answer) && !answered) {
                const bool key = m_forced == ImportRole::Samples;
                take(key ? answer : Field::Prediction, {value->name}, 0.7,
                    key ? Sentence::of(QT_TRANSLATE_NOOP("Import", "the value beside each key"))
                        : Sentence::of(QT_TRANSLATE_NOOP(
                            "Import", "the value beside each key is taken for a model's answer")));
            }
            return;
        }
        // Beside a column that can only be the key, "answer" is what the model said.
        const ColumnProfile* said = m_profile.column(u"answer");
        if (!answered && said && m_mapping.column(answer) == said->name && m_forced != ImportRole::Samples) {
            for (const char* name :
                {"gt", "ground_truth", "groundtruth", "gt_answer", "gold", "gold_answer"}) {
                const ColumnProfile* key = nullptr;
                for (const ColumnProfile& column : m_profile.columns) {
                    key = column.plainName == QLatin1String(name) && column.present > 0 ? &column : key;
                }
                if (key) {
                    take(answer, {key->name}, 0.9,
                        Sentence::of(QT_TRANSLATE_NOOP("Import", "\"%1\" is the key")).arg(key->name));
                    take(Field::Prediction, {said->name}, 0.8,
                        Sentence::of(QT_TRANSLATE_NOOP("Import", "beside \"%1\" it is what a model answered"))
                            .arg(key->name));
                    return;
                }
            }
        }
        // Names that only a key has are never a model's; and beside options the answer is their key.
        static const QSet<QString> neutral{QStringLiteral("answer"), QStringLiteral("answer_text"),
            QStringLiteral("answers"), QStringLiteral("caption"), QStringLiteral("(value)")};
        if (!neutral.contains(plainColumnName(m_mapping.column(answer)))
            || (m_mapping.has(Field::Options) && !m_mapping.has(Field::Model))) {
            return;
        }
        const bool onlyAnswers = m_mapping.has(answer) && !m_mapping.has(Field::Question)
            && !m_mapping.has(Field::Options) && !m_mapping.has(Field::Image);
        if (!answered && m_mapping.has(answer)
            && (m_forced == ImportRole::Responses || (onlyAnswers && m_mapping.has(Field::Model)))) {
            const QString column = m_mapping.column(answer);
            m_mapping.fields.remove(answer);
            take(Field::Prediction, {column}, 0.7,
                Sentence::of(
                    QT_TRANSLATE_NOOP("Import", "in a file of responses, \"%1\" is what the model answered"))
                    .arg(column));
        }
    }

    void settleResponses()
    {
        if (!m_mapping.responses.isEmpty()) {
            return;
        }
        ResponseColumns group;
        group.response = m_mapping.column(Field::Response);
        group.prediction = m_mapping.column(Field::Prediction);
        group.score = m_mapping.column(Field::Score);
        static const QRegularExpression end(QStringLiteral("_(pred|prediction|output|answer|response)$"));
        const QString prefix = plainColumnName(group.prediction).remove(end);
        if (const QString paired = scoreFor(prefix);
            !paired.isEmpty() && m_mapping.fields.value(Field::Score).confidence < 1.0) {
            group.score = paired;
            take(Field::Score, {paired}, 0.8,
                Sentence::of(QT_TRANSLATE_NOOP("Import", "it goes with \"%1\"")).arg(group.prediction));
        }
        const bool scored = !group.score.isEmpty()
            && (m_mapping.has(Field::Model)
                || !(m_mapping.has(Field::Question) || m_mapping.has(Field::Options)));
        if (!group.response.isEmpty() || !group.prediction.isEmpty() || scored) {
            m_mapping.responses.append(group);
        }
    }

    void settleRole()
    {
        const bool content
            = m_mapping.has(Field::Question) || m_mapping.has(Field::Options) || m_mapping.has(Field::Image);
        if (m_forced) {
            m_mapping.role = *m_forced;
        } else if (m_mapping.responses.isEmpty()) {
            m_mapping.role = ImportRole::Samples;
        } else {
            m_mapping.role = content ? ImportRole::Both : ImportRole::Responses;
        }
    }

    const SourceProfile& m_profile;
    std::optional<ImportRole> m_forced;
    FieldMapping m_mapping;
    QSet<QString> m_used;
    QSet<Field> m_blocked;
    bool m_families = false;
};

} // namespace

Result<QVector<std::pair<QString, QString>>> resolveColumns(
    const SourceProfile& profile, const QVector<std::pair<QString, QString>>& overrides)
{
    QVector<std::pair<QString, QString>> resolved;
    for (const auto& [field, column] : overrides) {
        if (!importFieldById(field)) {
            QStringList known;
            for (const ImportField& each : importFields()) {
                known.append(each.id);
            }
            return fail(ErrorCode::InvalidInput,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no field \"%1\"")).arg(field),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "The fields are %1"))
                    .arg(known.join(QStringLiteral(", "))));
        }
        // Several columns for one field may be given with commas where no column has that name as a whole.
        QStringList wanted{column};
        if (!profile.column(column) && column.contains(u',')) {
            wanted = column.split(u',', Qt::SkipEmptyParts);
        }
        for (const QString& each : wanted) {
            if (!each.isEmpty() && !profile.column(each)) {
                QStringList known;
                for (const ColumnProfile& existing : profile.columns) {
                    known.append(existing.name);
                }
                return fail(ErrorCode::InvalidInput,
                    Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 has no column \"%2\""))
                        .arg(profile.path, each),
                    Sentence::of(QT_TRANSLATE_NOOP("Error", "Its columns are %1"))
                        .arg(known.join(QStringLiteral(", "))));
            }
            resolved.append({field, each});
        }
    }
    return resolved;
}

Result<FieldMapping> guessMapping(const SourceProfile& profile,
    const QVector<std::pair<QString, QString>>& overrides, std::optional<ImportRole> role)
{
    const auto resolved = resolveColumns(profile, overrides);
    if (!resolved) {
        return tl::unexpected<Error>(resolved.error());
    }
    return Guesser(profile, role).run(*resolved);
}

} // namespace winnow
