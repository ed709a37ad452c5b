// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transform/openform.h"

#include "core/text/numbers.h"
#include "core/transform/optionvalues.h"

#include <QLocale>
#include <QRegularExpression>

namespace winnow {

namespace {

const QStringList& numberWords()
{
    static const QStringList words
        = QStringLiteral("zero one two three four five six seven eight nine ten eleven twelve").split(u' ');
    return words;
}

/// Where a list of options begins in a text: a line or a part "A." or "(A)" that is followed by what option A
/// says; -1 when there is none.
qsizetype optionListAt(const QString& question, const QStringList& options)
{
    if (options.isEmpty()) {
        return -1;
    }
    const QString first = QRegularExpression::escape(options.first().trimmed());
    const QRegularExpression list(QStringLiteral("(\\n|\\s|^)\\(?A\\s*[.):]\\)?\\s*") + first);
    const auto match = list.match(question);
    if (!match.hasMatch()) {
        return -1;
    }
    // All of them have to follow: a text may quote one.
    qsizetype at = match.capturedStart();
    qsizetype after = at;
    for (const QString& option : options) {
        after = question.indexOf(option.trimmed(), after);
        if (after < 0) {
            return -1;
        }
        after += option.trimmed().size();
    }
    return at;
}

void add(QStringList& forms, const QString& form)
{
    const QString text = form.simplified();
    if (!text.isEmpty() && !forms.contains(text)) {
        forms.append(text);
    }
}

void addNumberForms(QStringList& forms, const QString& answer)
{
    const auto value = optionValue(answer);
    if (!value) {
        return;
    }
    const QString& unit = value->unit;
    static const QRegularExpression magnitude(
        QStringLiteral("\\b(million|billion|trillion|thousand|hundred|dozen|percent|bn|mn|k|M)\\b"));
    if (magnitude.match(unit).hasMatch()) {
        return;
    }
    static const QString money = QStringLiteral("$€£¥");
    const bool before = unit.size() == 1 && money.contains(unit);
    if (!unit.isEmpty()) {
        add(forms, before ? QString(unit + value->number) : QString(value->number + u' ' + unit));
        add(forms, value->number);
    }
    static const QRegularExpression zeros(QStringLiteral("\\.0+$"));
    bool isWhole = false;
    const qlonglong whole = QString(value->number).remove(u',').remove(zeros).toLongLong(&isWhole);
    if (!isWhole) {
        return;
    }
    add(forms, QString::number(whole));
    constexpr qlonglong kThousand = 1000;
    if (qAbs(whole) >= kThousand) {
        add(forms, QLocale::c().toString(whole));
    }
    if (unit.isEmpty() && whole >= 0 && whole < numberWords().size()) {
        add(forms, numberWords().at(whole));
    }
}

/// "ethos (character)" is ethos or character, "couch/sofa" is either.
void addSynonyms(QStringList& forms, const QString& answer)
{
    static const QRegularExpression aside(QStringLiteral("^([^()]+?)\\s*\\(([^()]+)\\)\\s*$"));
    if (const auto match = aside.match(answer); match.hasMatch()) {
        add(forms, match.captured(1));
        add(forms, match.captured(2));
    }
    static const QRegularExpression either(QStringLiteral("^([A-Za-z][A-Za-z ]+)/([A-Za-z][A-Za-z ]+)$"));
    if (const auto match = either.match(answer); match.hasMatch()) {
        add(forms, match.captured(1));
        add(forms, match.captured(2));
    }
    if (answer.contains(QStringLiteral("gray"))) {
        add(forms, QString(answer).replace(QStringLiteral("gray"), QStringLiteral("grey")));
    } else if (answer.contains(QStringLiteral("grey"))) {
        add(forms, QString(answer).replace(QStringLiteral("grey"), QStringLiteral("gray")));
    }
    if (answer.contains(u'_')) {
        add(forms, QString(answer).replace(u'_', u' '));
    }
}

} // namespace

QString withoutOptions(const QString& question, const QStringList& options)
{
    QString text = question;
    if (const qsizetype at = optionListAt(question, options); at >= 0) {
        static const QRegularExpression head(
            QStringLiteral("\\s*(the )?(options|choices|answer choices|answers)( are)?\\s*:?\\s*$"),
            QRegularExpression::CaseInsensitiveOption);
        text = question.left(at).remove(head);
    }
    static const QRegularExpression how(
        QStringLiteral(
            "\\s*\\(?(please )?((directly )?answer|select|choose|pick|reply|respond|provide)\\b[^.?!\\n]*"
            "\\b(options?|choices?|letters?|answers? "
            "(from|below|above))\\b[^.?!\\n]*(e\\.g\\.[^\\n]*)?[.!]?\\)?"),
        QRegularExpression::CaseInsensitiveOption);
    text.remove(how);
    return text.trimmed().isEmpty() ? question : text.trimmed();
}

QStringList acceptedForms(const QString& answer, TransformReason reason)
{
    QStringList forms;
    add(forms, answer);
    if (reason == TransformReason::Number) {
        add(forms, plainFormula(answer));
        addNumberForms(forms, answer);
    } else {
        addSynonyms(forms, answer.simplified());
    }
    return forms;
}

QString scorerFor(TransformReason reason)
{
    switch (reason) {
    case TransformReason::Number:
        return QStringLiteral("numeric");
    case TransformReason::YesNo:
        return QStringLiteral("yesno");
    default:
        return QStringLiteral("normalised");
    }
}

} // namespace winnow
