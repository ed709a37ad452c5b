// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/parserloss.h"

#include "core/audit/detectors/evaluation.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace winnow {

namespace {

/// The most a spreadsheet cell holds.
constexpr qsizetype kCellLimit = 32767;
constexpr qint64 kFewMerged = 5;

struct Damage {
    QString id;
    Sentence sentence;
    QString field;
    QString found;
    double score = 0;
};

/// What table readers put where "None", "NA" and the like stood.
bool isLost(const QString& text)
{
    const QString word = text.trimmed();
    return word == u"nan" || word == u"NaN" || word == u"<NA>" || word == u"NaT";
}

bool isWholeFloat(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("^[+-]?\\d+\\.0$"));
    return pattern.match(text.trimmed()).hasMatch();
}

bool isNumber(const QString& text)
{
    bool ok = false;
    text.trimmed().toDouble(&ok);
    return ok;
}

bool isSpreadsheetDate(const QString& text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(\\d{1,2}-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|"
                       "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\\d{2})$"));
    return pattern.match(text.trimmed()).hasMatch();
}

/// U+FFFD, or UTF-8 that was read as Latin-1 ("Ã©", "â€™").
bool lostCharacters(const QString& text)
{
    if (text.contains(QChar(0xfffd))) {
        return true;
    }
    static const QRegularExpression mojibake(
        QStringLiteral("\u00c3[\u0080-\u00bf]|\u00e2\u20ac[\u0090-\u2122]|\u00c2[\u00a0-\u00bf]"));
    return mojibake.match(text).hasMatch();
}

/// Highest number, and number of unnumbered marks, among <image 1>, <image1>, <image>.
struct Placeholders {
    QSet<int> numbers;
    int highest = 0;
    int unnumbered = 0;
    bool any() const { return highest > 0 || unnumbered > 0; }
};

Placeholders placeholdersIn(const AuditText& text)
{
    static const QRegularExpression pattern(
        QStringLiteral("<\\s*image\\s*_?(\\d{0,3})\\s*>"), QRegularExpression::CaseInsensitiveOption);
    Placeholders found;
    QStringList fields{text.question, text.hint};
    fields += text.options;
    for (const QString& field : fields) {
        if (!field.contains(u'<')) {
            continue;
        }
        auto matches = pattern.globalMatch(field);
        while (matches.hasNext()) {
            const QString digits = matches.next().captured(1);
            if (digits.isEmpty()) {
                ++found.unnumbered;
            } else {
                found.numbers.insert(digits.toInt());
                found.highest = std::max(found.highest, digits.toInt());
            }
        }
    }
    return found;
}

/// Habits of the whole dataset that tell damage from style.
struct DatasetStyle {
    bool anyImages = false;
    /// Many texts name several images and no sample has more than one: the images were put together.
    qint64 merged = 0;
    /// Whole-number answers all end in ".0": a column was read as floats.
    bool floatAnswers = false;
    qint64 withGold = 0;
};

DatasetStyle styleOf(const AuditData& data)
{
    DatasetStyle style;
    qint64 several = 0;
    std::size_t mostImages = 0;
    qint64 wholeFloats = 0;
    qint64 integers = 0;
    for (std::size_t i = 0; i < data.size(); ++i) {
        style.anyImages = style.anyImages || (data.hasImages() && !data.images[i].empty());
        style.withGold += data.hasGold[i];
        if (data.hasImages()) {
            mostImages = std::max(mostImages, data.images[i].size());
            const Placeholders marks = placeholdersIn(data.texts[i]);
            several += std::max(marks.highest, marks.unnumbered) > 1;
        }
        const QString& gold = data.gold[i];
        if (!data.isMcq(i) && isNumber(gold)) {
            wholeFloats += isWholeFloat(gold);
            integers += !gold.contains(u'.');
        }
    }
    if (several > kFewMerged && several * 20 > qint64(data.size()) && mostImages == 1) {
        style.merged = several;
    }
    style.floatAnswers = wholeFloats >= 3 && wholeFloats > 9 * integers;
    return style;
}

void checkLiterals(
    const AuditData& data, std::size_t sample, const DatasetStyle& style, std::vector<Damage>& damages)
{
    const AuditText& text = data.texts[sample];
    qsizetype kept = 0;
    for (const QString& option : text.options) {
        kept += !isLost(option);
    }
    for (qsizetype i = 0; i < text.options.size() && kept > 0; ++i) {
        if (isLost(text.options[i])) {
            const QString found = text.options[i].trimmed();
            damages.push_back({QStringLiteral("option_lost"),
                Sentence::of(
                    QT_TRANSLATE_NOOP("Detector", "option %1 is \"%2\", which a reader makes of None or NA"))
                    .arg(optionLetter(int(i)), found),
                QStringLiteral("option ") + optionLetter(int(i)), found, 0.9});
        }
    }
    const QString& gold = data.gold[sample];
    if (!data.isMcq(sample) && !gold.isEmpty() && isLost(gold)) {
        damages.push_back({QStringLiteral("answer_lost"),
            Sentence::of(QT_TRANSLATE_NOOP(
                             "Detector", "the gold answer is \"%1\"; a reader turns None or NA into that"))
                .arg(gold.trimmed()),
            QStringLiteral("gold"), gold, 0.9});
    } else if (gold.isEmpty() && style.withGold * 20 > qint64(data.size()) * 19) {
        damages.push_back({QStringLiteral("answer_lost"),
            Sentence::of(
                QT_TRANSLATE_NOOP("Detector", "the gold answer is empty where nearly all samples have one")),
            QStringLiteral("gold"), {}, 0.7});
    }
    if (isWholeFloat(gold) && (data.isMcq(sample) || style.floatAnswers)) {
        damages.push_back({QStringLiteral("float_answer"),
            Sentence::of(QT_TRANSLATE_NOOP("Detector",
                             "the gold answer %1 was probably %2 before a reader made it a float"))
                .arg(gold.trimmed(), gold.trimmed().chopped(2)),
            QStringLiteral("gold"), gold, data.isMcq(sample) ? 0.95 : 0.8});
    }
    QStringList values = text.options;
    values.append(gold);
    const auto dates = std::count_if(values.begin(), values.end(), isSpreadsheetDate);
    const auto fractions = std::count_if(values.begin(), values.end(), [](const QString& value) {
        return value.contains(u'/') || isNumber(value) || isSpreadsheetDate(value);
    });
    if (dates > 0 && values.size() > 2 && fractions + 1 >= values.size() && dates < fractions) {
        const auto date = std::find_if(values.begin(), values.end(), isSpreadsheetDate);
        damages.push_back({QStringLiteral("date_made"),
            Sentence::of(
                QT_TRANSLATE_NOOP("Detector",
                    "\"%1\" among numbers was probably a fraction or a range before a spreadsheet made it "
                    "a date"))
                .arg(*date),
            QStringLiteral("options"), *date, 0.8});
    }
}

void checkText(const AuditData& data, std::size_t sample, std::vector<Damage>& damages)
{
    const AuditText& text = data.texts[sample];
    std::vector<std::pair<Sentence, const QString*>> fields{
        {Sentence::of(QT_TRANSLATE_NOOP("Detector", "question")), &text.question},
        {Sentence::of(QT_TRANSLATE_NOOP("Detector", "hint")), &text.hint},
        {Sentence::of(QT_TRANSLATE_NOOP("Detector", "gold answer")), &data.gold[sample]}};
    for (qsizetype i = 0; i < text.options.size(); ++i) {
        fields.emplace_back(
            Sentence::of(QT_TRANSLATE_NOOP("Detector", "option %1")).arg(optionLetter(int(i))),
            &text.options[i]);
    }
    for (const auto& [name, value] : fields) {
        if (value->size() == kCellLimit) {
            damages.push_back({QStringLiteral("cell_limit"),
                Sentence::of(QT_TRANSLATE_NOOP("Detector",
                                 "the %1 is exactly 32,767 characters long, where a spreadsheet cuts"))
                    .arg(name),
                name, {}, 1});
        }
        if (lostCharacters(*value)) {
            damages.push_back({QStringLiteral("characters_lost"),
                Sentence::of(
                    QT_TRANSLATE_NOOP("Detector", "the %1 has characters broken by a wrong encoding"))
                    .arg(name),
                name, value->left(80), 0.8});
        }
    }
    for (auto it = text.extra.begin(); it != text.extra.end(); ++it) {
        if (it.value().isString() && it.value().toString().size() == kCellLimit) {
            damages.push_back({QStringLiteral("cell_limit"),
                Sentence::of(QT_TRANSLATE_NOOP("Detector",
                                 "column \"%1\" is exactly 32,767 characters long, where a spreadsheet cuts"))
                    .arg(it.key()),
                it.key(), {}, 1});
        }
    }
}

void checkPlaceholders(
    const AuditData& data, std::size_t sample, const DatasetStyle& style, std::vector<Damage>& damages)
{
    // Without any image in the dataset the images were simply not imported.
    if (!style.anyImages || style.merged > 0) {
        return;
    }
    const Placeholders marks = placeholdersIn(data.texts[sample]);
    const int images = int(data.images[sample].size());
    if (!marks.any()) {
        return;
    }
    const int asked = std::max(marks.highest, marks.unnumbered);
    if (asked > images) {
        damages.push_back({QStringLiteral("placeholder_mismatch"),
            Sentence::of(QT_TRANSLATE_NOOP("Detector", "the text refers to %1, the sample has %2"))
                .arg(countText(asked, "image", "images"),
                    images == 0 ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "none"))
                                : Sentence(QString::number(images))),
            QStringLiteral("question"), {}, 1});
    } else if (marks.unnumbered == 0 && int(marks.numbers.size()) < images) {
        damages.push_back({QStringLiteral("placeholder_mismatch"),
            Sentence::of(QT_TRANSLATE_NOOP("Detector", "the text refers to %1 of the sample's %2 images"))
                .arg(QString::number(marks.numbers.size()), QString::number(images)),
            QStringLiteral("question"), {}, 0.6});
    }
}

} // namespace

const DetectorInfo& ParserLossDetector::info() const
{
    static const DetectorInfo info{QStringLiteral("parser_loss"), 1,
        QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Damaged by a file reader")),
        QStringLiteral(QT_TRANSLATE_NOOP("Detector",
            "Finds what tables and their readers do to benchmarks: options such as None or NA that became "
            "empty, cells cut at 32,767 characters, integers turned into floats, fractions turned into "
            "dates, broken encodings, image placeholders without an image.")),
        QStringLiteral("DESIGN section 3 (import damage)"), {QStringLiteral("parser_loss")},
        {{Need::Texts, 1}}, {Need::Images}, {}};
    return info;
}

Result<DetectorResult> ParserLossDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    Evaluation run(input, parameters, progress);
    const AuditData& data = run.data;
    const DatasetStyle style = styleOf(data);
    const auto judge = [&](std::size_t i) {
        std::vector<Damage> damages;
        checkLiterals(data, i, style, damages);
        checkText(data, i, damages);
        if (data.hasImages()) {
            checkPlaceholders(data, i, style, damages);
        }
        if (damages.empty()) {
            return;
        }
        QJsonArray ids;
        QVector<Sentence> sentences;
        double score = 0;
        for (const Damage& damage : damages) {
            if (!ids.contains(QJsonValue(damage.id))) {
                ids.append(damage.id);
            }
            sentences.append(damage.sentence);
            score = std::max(score, damage.score);
        }
        run.flag(i, "parser_loss", score, joined(sentences.mid(0, 3), QStringLiteral("; ")).capitalised(),
            {{QStringLiteral("problems"), ids}, {QStringLiteral("field"), damages.front().field},
                {QStringLiteral("found"), damages.front().found}});
    };
    if (!run.eachSample(QT_TRANSLATE_NOOP("Detector", "Looking for damage from file readers"), judge)) {
        return auditCancelled();
    }
    run.note(style.merged,
        QT_TRANSLATE_NOOP("Detector",
            "Placeholders not checked: %1 with several images named where no sample has "
            "more than one; the images seem to be put together."));
    if (!style.anyImages && data.hasImages()) {
        run.note(Sentence::of(QT_TRANSLATE_NOOP(
            "Detector", "No sample has an image, so image placeholders were not checked.")));
    }
    return run.finish();
}

} // namespace winnow
