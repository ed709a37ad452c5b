// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/terms.h"

#include <QCoreApplication>
#include <QLocale>

namespace winnow {

namespace {

// These titles live in core; these lines only let lupdate find them.
[[maybe_unused]] const char* const kTitles[] = {
    QT_TRANSLATE_NOOP("FlagKind", "Blindly solvable"),
    QT_TRANSLATE_NOOP("FlagKind", "Answer predictable from the question"),
    QT_TRANSLATE_NOOP("FlagKind", "Incorrect gold answer"),
    QT_TRANSLATE_NOOP("FlagKind", "Ambiguous question or answer"),
    QT_TRANSLATE_NOOP("FlagKind", "Image does not show what is asked"),
    QT_TRANSLATE_NOOP("FlagKind", "Every model fails"),
    QT_TRANSLATE_NOOP("FlagKind", "Models agree on another answer"),
    QT_TRANSLATE_NOOP("FlagKind", "Duplicates with different gold"),
    QT_TRANSLATE_NOOP("FlagKind", "Guessable from the options"),
    QT_TRANSLATE_NOOP("FlagKind", "Answer follows the letter"),
    QT_TRANSLATE_NOOP("FlagKind", "Right only as multiple choice"),
    QT_TRANSLATE_NOOP("FlagKind", "Malformed options"),
    QT_TRANSLATE_NOOP("FlagKind", "Exact duplicate"),
    QT_TRANSLATE_NOOP("FlagKind", "Near duplicate"),
    QT_TRANSLATE_NOOP("FlagKind", "Duplicate across splits"),
    QT_TRANSLATE_NOOP("FlagKind", "Dark image"),
    QT_TRANSLATE_NOOP("FlagKind", "Light image"),
    QT_TRANSLATE_NOOP("FlagKind", "Blurry image"),
    QT_TRANSLATE_NOOP("FlagKind", "Low-information image"),
    QT_TRANSLATE_NOOP("FlagKind", "Grayscale image"),
    QT_TRANSLATE_NOOP("FlagKind", "Odd aspect ratio"),
    QT_TRANSLATE_NOOP("FlagKind", "Odd size"),
    QT_TRANSLATE_NOOP("FlagKind", "Every model is right"),
    QT_TRANSLATE_NOOP("FlagKind", "Weak models do better"),
    QT_TRANSLATE_NOOP("FlagKind", "Nobody solves it, gold verified"),
    QT_TRANSLATE_NOOP("FlagKind", "Damaged by a file reader"),
    QT_TRANSLATE_NOOP("FlagKind", "The options can go"),
    QT_TRANSLATE_NOOP("FlagKind", "Ask in every order"),
    QT_TRANSLATE_NOOP("FlagGroup", "Blindly solvable"),
    QT_TRANSLATE_NOOP("FlagGroup", "Ambiguous or wrong label"),
    QT_TRANSLATE_NOOP("FlagGroup", "MCQ bias"),
    QT_TRANSLATE_NOOP("FlagGroup", "Duplicates"),
    QT_TRANSLATE_NOOP("FlagGroup", "Image quality"),
    QT_TRANSLATE_NOOP("FlagGroup", "Low discrimination"),
    QT_TRANSLATE_NOOP("FlagGroup", "Import damage"),
    QT_TRANSLATE_NOOP("FlagGroup", "Transform"),
    QT_TRANSLATE_NOOP("ImportField", "Sample key"),
    QT_TRANSLATE_NOOP("ImportField", "Question"),
    QT_TRANSLATE_NOOP("ImportField", "Images"),
    QT_TRANSLATE_NOOP("ImportField", "Options"),
    QT_TRANSLATE_NOOP("ImportField", "Gold answer"),
    QT_TRANSLATE_NOOP("ImportField", "Accepted answers"),
    QT_TRANSLATE_NOOP("ImportField", "Hint or context"),
    QT_TRANSLATE_NOOP("ImportField", "Split"),
    QT_TRANSLATE_NOOP("ImportField", "Capability"),
    QT_TRANSLATE_NOOP("ImportField", "Category"),
    QT_TRANSLATE_NOOP("ImportField", "Dataset"),
    QT_TRANSLATE_NOOP("ImportField", "Base sample of a rotation"),
    QT_TRANSLATE_NOOP("ImportField", "Rotation"),
    QT_TRANSLATE_NOOP("ImportField", "Step of"),
    QT_TRANSLATE_NOOP("ImportField", "Name of the step"),
    QT_TRANSLATE_NOOP("ImportField", "Model"),
    QT_TRANSLATE_NOOP("ImportField", "Condition"),
    QT_TRANSLATE_NOOP("ImportField", "Setting of the run"),
    QT_TRANSLATE_NOOP("ImportField", "Attempt"),
    QT_TRANSLATE_NOOP("ImportField", "Raw response"),
    QT_TRANSLATE_NOOP("ImportField", "Parsed answer"),
    QT_TRANSLATE_NOOP("ImportField", "Score"),
    QT_TRANSLATE_NOOP("ImportField", "Latency"),
    QT_TRANSLATE_NOOP("ImportField", "Prompt tokens"),
    QT_TRANSLATE_NOOP("ImportField", "Output tokens"),
    QT_TRANSLATE_NOOP("ImportField", "Cost"),
    QT_TRANSLATE_NOOP("ImportField", "Verifier's rating"),
    QT_TRANSLATE_NOOP("ImportField", "Log-probability"),
    QT_TRANSLATE_NOOP("ImportField", "Option probabilities"),
};

} // namespace

QString detectorText(const QString& text)
{
    return text.isEmpty() ? text : QCoreApplication::translate("Detector", text.toUtf8().constData());
}

QString coreText(const QString& text)
{
    if (text.isEmpty()) {
        return text;
    }
    const QByteArray source = text.toUtf8();
    for (const char* context : {"Error", "Import", "Step", "Detector", "Exporter", "Scorer", "Setting",
             "KnownDataset", "Compare", "Subset", "SubsetMethod", "Gaps"}) {
        QString found = QCoreApplication::translate(context, source.constData());
        if (found != text) {
            return found;
        }
    }
    return text;
}

QString stepText(const QString& step)
{
    const qsizetype colon = step.lastIndexOf(QStringLiteral(": "));
    return colon < 0 ? coreText(step) : step.left(colon + 2) + coreText(step.mid(colon + 2));
}

QString errorMessage(const Error& error)
{
    return sentenceText(error.messageSentence());
}

QString errorRemedy(const Error& error)
{
    return sentenceText(error.remedySentence());
}

QString errorText(const Error& error)
{
    return sentenceText(error.sentence());
}

QString sentenceText(const Sentence& sentence)
{
    return sentence.in(coreText, [](qint64 count) { return QLocale().toString(count); });
}

QString summaryText(const QJsonObject& holder)
{
    const QJsonValue sentence = holder.value(QLatin1String("sentence"));
    return sentence.isArray() ? sentenceText(Sentence::fromJson(sentence))
                              : detectorText(holder.value(QLatin1String("summary")).toString());
}

QString capitalised(QString text)
{
    if (!text.isEmpty()) {
        text[0] = text[0].toUpper();
    }
    return text;
}

QString flagKindTitle(const QString& kindId)
{
    const FlagKind* kind = flagKindById(kindId);
    return kind ? QCoreApplication::translate("FlagKind", kind->title) : kindId;
}

QString flagGroupName(FlagGroup group)
{
    return QCoreApplication::translate("FlagGroup", flagGroupTitle(group));
}

QString conditionTitle(Condition condition)
{
    switch (condition) {
    case Condition::Standard:
        return QCoreApplication::translate("Terms", "Standard");
    case Condition::Blind:
        return QCoreApplication::translate("Terms", "Blind");
    case Condition::Circular:
        return QCoreApplication::translate("Terms", "Circular");
    case Condition::OpenEnded:
        return QCoreApplication::translate("Terms", "Open-ended");
    case Condition::ChoicesOnly:
        return QCoreApplication::translate("Terms", "Choices only");
    case Condition::NoQuestion:
        return QCoreApplication::translate("Terms", "No question");
    case Condition::NoInfo:
        return QCoreApplication::translate("Terms", "No question, no image");
    }
    return {};
}

QString dispositionTitle(Disposition disposition)
{
    switch (disposition) {
    case Disposition::Keep:
        return QCoreApplication::translate("Terms", "Keep");
    case Disposition::Drop:
        return QCoreApplication::translate("Terms", "Drop");
    case Disposition::Fix:
        return QCoreApplication::translate("Terms", "New gold");
    case Disposition::Convert:
        return QCoreApplication::translate("Terms", "Convert to open-ended");
    case Disposition::Circular:
        return QCoreApplication::translate("Terms", "Circular");
    }
    return {};
}

QString verdictTitle(Verdict verdict)
{
    switch (verdict) {
    case Verdict::None:
        return QCoreApplication::translate("Terms", "No verdict");
    case Verdict::Confirm:
        return QCoreApplication::translate("Terms", "Confirmed");
    case Verdict::Override:
        return QCoreApplication::translate("Terms", "Overridden");
    case Verdict::Unsure:
        return QCoreApplication::translate("Terms", "Unsure");
    }
    return {};
}

QString actionTitle(Action action)
{
    switch (action) {
    case Action::None:
        return QCoreApplication::translate("Terms", "No action");
    case Action::Keep:
        return QCoreApplication::translate("Terms", "Keep");
    case Action::Drop:
        return QCoreApplication::translate("Terms", "Drop");
    case Action::Fix:
        return QCoreApplication::translate("Terms", "New gold");
    case Action::Convert:
        return QCoreApplication::translate("Terms", "Convert to open-ended");
    case Action::Circular:
        return QCoreApplication::translate("Terms", "Circular");
    }
    return {};
}

QString flagStateTitle(FlagState state)
{
    switch (state) {
    case FlagState::Open:
        return QCoreApplication::translate("Terms", "Open");
    case FlagState::Confirmed:
        return QCoreApplication::translate("Terms", "Confirmed");
    case FlagState::Overridden:
        return QCoreApplication::translate("Terms", "Overridden");
    case FlagState::Unsure:
        return QCoreApplication::translate("Terms", "Unsure");
    case FlagState::Disputed:
        return QCoreApplication::translate("Terms", "Disputed");
    }
    return {};
}

FlagGroup flagGroupOfKind(const QString& kindId)
{
    const FlagKind* kind = flagKindById(kindId);
    return kind ? kind->group : FlagGroup::ImportDamage;
}

} // namespace winnow
