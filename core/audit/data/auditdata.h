// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/data/imagecomparer.h"
#include "core/audit/data/imagemeasures.h"
#include "core/base/ids.h"
#include "core/domain/condition.h"
#include "core/domain/sample.h"

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <limits>
#include <memory>
#include <vector>

namespace winnow {

/// Answer codes below 0.
inline constexpr qint32 kNoResponse = -2;
inline constexpr qint32 kNoAnswer = -1;

/// Texts of one sample; loaded only for detectors that read texts.
struct AuditText {
    QString question;
    QString hint;
    QStringList acceptedAnswers;
    QStringList options;
    QJsonObject extra;
};

/// One image of a sample, as far as the project knows it without opening it.
struct AuditImage {
    ImageId id;
    QString source;
    QString path;
    QByteArray sha256;
    ImageState state = ImageState::Ok;
    int width = 0;
    int height = 0;
    QString format;
    /// Null unless asked for and taken.
    std::shared_ptr<const MeasuredImage> measured;

    bool hasMeasures() const { return measured && measured->isReadable(); }
};

/// What one run answered in one attempt and one rotation, a value a sample.
struct ResponseColumn {
    RunId runId;
    QString model;
    QString family;
    Condition condition = Condition::Standard;
    QString setting;
    int attempt = 0;
    /// Rotation of the options; 0 outside the circular condition.
    int shift = 0;
    /// 0..1; NaN = missing.
    std::vector<float> scores;
    /// Index of the option chosen in the BASE sample (rotations undone), or an interned open answer (see
    /// AuditData::answers); kNoAnswer = responded without a readable answer, kNoResponse = no response.
    std::vector<qint32> codes;
    /// Position of the letter as it was shown; empty when it equals `codes` (no rotation).
    std::vector<qint16> shown;
    /// Whether the run has replies; without, its scores came alone and there was nothing to read.
    bool hasReplies = false;
    /// Probabilities of the options in base order, `probabilityOffsets[i]` to `[i + 1]`; both empty when none
    /// were imported or asked for.
    std::vector<float> probabilities;
    std::vector<quint32> probabilityOffsets;

    bool hasScore(std::size_t sample) const { return scores[sample] == scores[sample]; }
    /// There is a reply (missing ones have no score), and no answer could be read in it.
    bool isUnread(std::size_t sample) const
    {
        return hasReplies && codes[sample] == kNoAnswer && hasScore(sample);
    }
    bool isRight(std::size_t sample) const { return scores[sample] >= 0.5f; }
    qint32 shownLetter(std::size_t sample) const { return shown.empty() ? codes[sample] : shown[sample]; }
};

/// What the people who looked at a sample agree on, of its gold answer.
enum class LabelCheck : quint8 {
    None,
    /// They overrode a flag that doubts it, or decided to keep the sample (this one, not many at one stroke).
    Sound,
    /// They confirmed a flag that doubts it, or mended it.
    Faulty,
};

/// Sum and number of scores.
struct ScoreSum {
    double sum = 0;
    double count = 0;
};

/// Everything the detectors may read of one dataset: columns by sample, in the order of the source. Immutable
/// once built, shared between threads.
class AuditData {
public:
    DatasetId datasetId;
    QString dataset;

    // One value a sample.
    std::vector<qint64> sampleIds;
    std::vector<QString> sourceIndexes;
    /// Position in `capabilities`, `splits` and `categories`.
    std::vector<qint32> capability;
    std::vector<qint32> split;
    std::vector<qint32> category;
    /// 0 unless multiple choice.
    std::vector<qint16> optionCount;
    /// Position of the gold option; -1 when there is none (open question, or gold not among the options).
    std::vector<qint16> goldIndex;
    /// Whether any gold answer is known.
    std::vector<bool> hasGold;
    /// The gold answer as it stands: a letter, or a text.
    std::vector<QString> gold;
    /// Interned normalised gold answer of open questions and of MCQ texts, kNoAnswer when unknown.
    std::vector<qint32> goldCode;
    /// Interned normalised options of all samples, `optionOffsets[i]` to `[i + 1]`; both empty unless there
    /// are open-ended responses.
    std::vector<qint32> optionCodes;
    std::vector<quint32> optionOffsets;

    /// What people found of the gold answers. Empty = nobody decided anything.
    std::vector<LabelCheck> labelChecks;
    /// By position: the imported judges that found question, image and gold answer right. None where another
    /// judge or a person objects.
    QHash<std::size_t, QStringList> judgedSound;

    /// Blind cut-offs that were set for the dataset, in models: of open questions and of multiple choice.
    /// 0 = none.
    int blindHits = 0;
    int blindHitsOfChoices = 0;

    QStringList capabilities;
    QStringList splits;
    QStringList categories;
    /// Normalised open answers by code, and how each was first spelled.
    QStringList answers;
    QStringList spellings;

    std::vector<ResponseColumn> columns;
    /// What each model scores in the other datasets of the project with the image in view, over the first
    /// samples of each: a small dataset alone does not tell abler models from weaker ones.
    QHash<QString, ScoreSum> elsewhere;

    /// Empty unless asked for.
    std::vector<AuditText> texts;
    std::vector<std::vector<AuditImage>> images;
    std::vector<std::vector<Rotation>> rotations;
    /// Looks into the pictures themselves; null where they are not to be had.
    std::shared_ptr<const ImageComparer> comparer;

    std::size_t size() const { return sampleIds.size(); }
    bool isMcq(std::size_t sample) const { return optionCount[sample] > 0; }
    bool hasTexts() const { return texts.size() == size(); }
    bool hasImages() const { return images.size() == size(); }
    LabelCheck labelCheck(std::size_t sample) const
    {
        return labelChecks.empty() ? LabelCheck::None : labelChecks[sample];
    }
    /// A person found the gold answer right.
    bool isVerified(std::size_t sample) const { return labelCheck(sample) == LabelCheck::Sound; }
    QString key(std::size_t sample) const { return dataset + QChar(u'/') + sourceIndexes[sample]; }
    QString capabilityOf(std::size_t sample) const { return capabilities.value(capability[sample]); }
    /// Whether `codes` of the column are option positions for this sample.
    bool isChoice(const ResponseColumn& column, std::size_t sample) const
    {
        return isMcq(sample) && column.condition != Condition::OpenEnded;
    }
    /// The option as the code of an open answer; kNoAnswer where options were not loaded.
    qint32 optionCode(std::size_t sample, int option) const
    {
        const std::size_t at
            = sample < optionOffsets.size() ? optionOffsets[sample] + std::size_t(option) : 0;
        return sample + 1 < optionOffsets.size() && at < optionOffsets[sample + 1] ? optionCodes[at]
                                                                                   : kNoAnswer;
    }
    /// An open answer as it was first spelled, in one line.
    QString answerSpelling(qint32 code) const;

    /// Columns of one condition.
    std::vector<const ResponseColumn*> columnsOf(Condition condition) const;
    /// Number of distinct models that ran under the condition; a language model alone is none of its own.
    int modelCount(Condition condition) const;
};

/// What one model says of every sample under one condition, its settings, attempts and rotations taken
/// together: the unit that votes and counts as one witness. Blind runs of its language model alone are a view
/// and a family of their own, named "MODEL (SETTING)".
struct ModelView {
    QString model;
    QString family;
    std::vector<const ResponseColumn*> columns;
    bool languageModelAlone = false;

    /// The model as it was imported, also of its language model alone.
    QString importedModel() const { return columns.empty() ? model : columns.front()->model; }
};
/// Models of a condition in order of name, a language model alone after its model.
std::vector<ModelView> modelsOf(const AuditData& data, Condition condition);
/// Mean score of a model on a sample over its columns; NaN when none has a score.
double modelScore(const ModelView& model, std::size_t sample);
/// The model's most frequent code on a sample (the earliest on ties); kNoAnswer or kNoResponse without one.
qint32 modelAnswer(const ModelView& model, std::size_t sample);

/// Builds an AuditData sample by sample, for tests and for data that is not in a project.
class AuditDataBuilder {
public:
    explicit AuditDataBuilder(QString dataset = QStringLiteral("set"), DatasetId id = {});

    /// Adds a sample with its texts and images; returns its position.
    std::size_t addSample(const Sample& sample);
    /// A column with no responses yet; valid until the next addColumn.
    ResponseColumn& addColumn(const QString& model, Condition condition, int attempt = 0, int shift = 0,
        const QString& setting = {}, const QString& family = {});
    /// Code of an open answer, interned after normalising.
    qint32 intern(const QString& answer);

    AuditData& data() { return *m_data; }
    /// The finished value; the builder is empty afterwards.
    std::shared_ptr<const AuditData> finish();

private:
    std::shared_ptr<AuditData> m_data;
    QHash<QString, qint32> m_answers;
    QHash<QString, qint32> m_spellings;
    QHash<QString, qint32> m_capabilities;
    QHash<QString, qint32> m_splits;
    QHash<QString, qint32> m_categories;
};

} // namespace winnow
