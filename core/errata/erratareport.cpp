// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errata/erratareport.h"

#include "core/domain/flagkind.h"
#include "core/domain/sample.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace winnow {

namespace {

/// What the report shows of a sample.
struct Shown {
    QString index;
    SampleText text;
    QStringList images;
};

/// A text from data so that Markdown shows it letter by letter: no markup, no HTML, no mentions.
QString plain(const QString& text)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool word = i + 1 < text.size() && text.at(i + 1).isLetterOrNumber();
        if (c == u'\n') {
            out += QStringLiteral("<br>");
        } else if (c == u'\r' || (c.category() == QChar::Other_Control && c != u'\t')) {
            out += c == u'\r' ? QString() : QStringLiteral("\ufffd");
        } else if (c == u'<') {
            out += QStringLiteral("&lt;");
        } else if (c == u'>') {
            out += QStringLiteral("&gt;");
        } else if (c == u'&') {
            out += QStringLiteral("&amp;");
        } else if ((c == u'@' || c == u'#') && word) {
            // A comment parts it, so that it names nobody and no issue.
            out += (c == u'#' ? QStringLiteral("\\#") : QString(c)) + QStringLiteral("<!-- -->");
        } else if (QStringLiteral("`*_[]|~$\\").contains(c) || (c == u':' && word)) {
            // Where they make markup; a colon and a word may be a picture.
            out += u'\\';
            out += c;
        } else {
            out += c;
        }
    }
    return out.trimmed();
}

QString cell(const QString& text)
{
    constexpr qsizetype kShown = 80;
    const QString line = text.simplified();
    return plain(line.size() <= kShown ? line : line.left(kShown) + QChar(u'\u2026'));
}

QString counted(qsizetype count, const char* one, const char* many)
{
    return QStringLiteral("%1 %2").arg(count).arg(QLatin1String(count == 1 ? one : many));
}

/// "B: dog" for an answer of a choice.
QString valueOf(const ErrataChange& change, const QStringList& texts, const QString& option)
{
    const QString text = change.field == kErrataAccepted ? texts.join(QStringLiteral("; ")) : texts.value(0);
    if (text.isEmpty()) {
        return QStringLiteral("(none)");
    }
    return option.isEmpty() ? text : text + QStringLiteral(": ") + option;
}

QString reasonsOf(const ErrataGrounds& grounds)
{
    QStringList titles;
    for (const QString& reason : grounds.reasons) {
        const FlagKind* const kind = flagKindById(reason);
        titles.append(kind              ? QString::fromLatin1(kind->title)
                : reason == u"decision" ? QStringLiteral("Decided by a person")
                                        : reason);
    }
    return titles.join(QStringLiteral(", "));
}

/// Writes errata.md.
class Report {
public:
    Report(const Errata& errata, const QVector<Shown>& samples)
        : m_errata(errata)
        , m_samples(samples)
    {
        for (const ErrataChange& change : errata.changes) {
            m_changes[change.index].append(&change);
        }
        for (const ErrataRemoval& removal : errata.removals) {
            m_removals.insert(removal.index, &removal);
        }
    }

    QByteArray write()
    {
        head();
        if (!m_errata.isEmpty()) {
            table();
        }
        for (const Shown& sample : m_samples) {
            section(sample);
        }
        if (!m_errata.added.isEmpty()) {
            line(QStringLiteral("## Only in the other version"));
            line();
            line(counted(m_errata.added.size(), "sample", "samples") + QStringLiteral(": ")
                + plain(m_errata.added.join(QStringLiteral(", "))));
            line();
        }
        return m_text.toUtf8();
    }

private:
    void line(const QString& text = {}) { m_text += text + u'\n'; }

    static QString version(const ErrataVersion& version)
    {
        return version.sha256.isEmpty()
            ? plain(version.file)
            : QStringLiteral("%1 (sha256 `%2`)")
                  .arg(plain(version.file), QString::fromLatin1(version.sha256.toHex()));
    }

    void head()
    {
        line(QStringLiteral("# Errata of %1").arg(plain(m_errata.dataset)));
        line();
        line(QStringLiteral("%1 and %2, found in %3%4.")
                 .arg(counted(m_errata.changes.size(), "change", "changes"),
                     counted(m_errata.removals.size(), "sample that should go", "samples that should go"),
                     version(m_errata.source),
                     m_errata.target ? QStringLiteral(" as compared with ") + version(*m_errata.target)
                                     : QString()));
        line(QStringLiteral("The same for programs is in [errata.json](errata.json); `winnow-cli "
                            "apply-errata FILE errata.json "
                            "--out FILE` changes a file of the benchmark so, and nothing else in it."));
        line();
    }

    void table()
    {
        line(QStringLiteral("| sample | field | old | new | why | changed since |"));
        line(QStringLiteral("|---|---|---|---|---|---|"));
        const QString since = cell(m_errata.source.name());
        for (const ErrataChange& change : m_errata.changes) {
            row({cell(change.index), cell(change.field),
                cell(valueOf(change, change.before, change.beforeOption)),
                cell(valueOf(change, change.after, change.afterOption)), cell(reasonsOf(change.grounds)),
                since});
        }
        for (const ErrataRemoval& removal : m_errata.removals) {
            row({cell(removal.index), QStringLiteral("the sample"), {}, QStringLiteral("removed"),
                cell(reasonsOf(removal.grounds)), since});
        }
        line();
    }
    void row(const QStringList& cells)
    {
        line(QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |"));
    }

    void section(const Shown& sample)
    {
        line(QStringLiteral("## Sample %1").arg(plain(sample.index)));
        line();
        for (const QString& image : sample.images) {
            line(QStringLiteral("![image of the sample](%1)").arg(image));
            line();
        }
        const auto changes = m_changes.value(sample.index);
        const ErrataChange* answer = nullptr;
        for (const ErrataChange* const change : changes) {
            answer = change->field == kErrataAnswer ? change : answer;
        }
        const bool newQuestion = std::any_of(changes.begin(), changes.end(),
            [](const ErrataChange* change) { return change->field == kErrataQuestion; });
        if (!sample.text.question.isEmpty() && !newQuestion) {
            line(QStringLiteral("**Question:** ") + plain(sample.text.question));
            line();
        }
        options(sample, answer);
        for (const ErrataChange* const change : changes) {
            const bool isShown = change == answer && !sample.text.options.isEmpty();
            if (!isShown) {
                line(QStringLiteral("- **%1**, old: %2")
                         .arg(change->field, plain(valueOf(*change, change->before, change->beforeOption))));
                line(QStringLiteral("- **%1**, new: %2")
                         .arg(change->field, plain(valueOf(*change, change->after, change->afterOption))));
                line();
            }
        }
        const ErrataRemoval* const removal = m_removals.value(sample.index);
        if (removal) {
            line(QStringLiteral("**Should be removed.**"));
            line();
        }
        grounds(removal ? removal->grounds : changes.isEmpty() ? ErrataGrounds() : changes.first()->grounds);
    }

    void options(const Shown& sample, const ErrataChange* answer)
    {
        const auto letters = [](const QString& gold) { return gold.split(QStringLiteral(", ")); };
        const QStringList before = letters(answer ? answer->before.value(0) : sample.text.gold);
        const QStringList after = answer ? letters(answer->after.value(0)) : QStringList();
        for (qsizetype i = 0; i < sample.text.options.size(); ++i) {
            const QString letter = optionLetter(int(i));
            QString mark;
            if (before.contains(letter)) {
                mark += answer ? QStringLiteral(" **(old answer)**") : QStringLiteral(" **(answer)**");
            }
            if (after.contains(letter)) {
                mark += QStringLiteral(" **(new answer)**");
            }
            line(QStringLiteral("- %1\\. %2%3").arg(letter, plain(sample.text.options.at(i)), mark));
        }
        if (!sample.text.options.isEmpty()) {
            line();
        } else if (!answer && !sample.text.gold.isEmpty()) {
            line(QStringLiteral("**Answer:** ") + plain(sample.text.gold));
            line();
        }
    }

    void grounds(const ErrataGrounds& grounds)
    {
        if (!grounds.reasons.isEmpty()) {
            line(QStringLiteral("**Why:** ") + plain(reasonsOf(grounds)));
            line();
        }
        for (const QString& sentence : grounds.evidence) {
            line(QStringLiteral("- ") + plain(sentence));
        }
        if (!grounds.evidence.isEmpty()) {
            line();
        }
        for (const ErrataVoice& voice : grounds.agreed) {
            QStringList said{voice.verdict, voice.action};
            said.removeAll(QString());
            line(QStringLiteral("- Agreed: %1, %2%3%4")
                     .arg(plain(voice.annotator), plain(voice.at.section(u'T', 0, 0)),
                         said.isEmpty() ? QString() : QStringLiteral(" (") + said.join(u' ') + u')',
                         voice.note.isEmpty() ? QString() : QStringLiteral(": ") + plain(voice.note)));
        }
        if (!grounds.agreed.isEmpty()) {
            line();
        }
    }

    const Errata& m_errata;
    const QVector<Shown>& m_samples;
    QHash<QString, QVector<const ErrataChange*>> m_changes;
    QHash<QString, const ErrataRemoval*> m_removals;
    QString m_text;
};

/// A name that no other image has, safe in paths and links.
QString imageName(const QString& index, const QString& format, QSet<QString>& used)
{
    QString stem;
    for (const QChar c : index.left(80)) {
        const bool safe = c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-' || c == u'_');
        stem += safe ? c : QChar(u'_');
    }
    const QString ending = format.isEmpty() ? QStringLiteral("bin")
        : format == u"jpeg"                 ? QStringLiteral("jpg")
                                            : format;
    QString name;
    for (int copy = 1; name.isEmpty() || used.contains(name.toLower()); ++copy) {
        name = QStringLiteral("images/%1%2.%3")
                   .arg(stem, copy == 1 ? QString() : QStringLiteral("-%1").arg(copy), ending);
    }
    used.insert(name.toLower());
    return name;
}

} // namespace

ErrataFiles errataFiles(const ProjectErrata& errata)
{
    ErrataFiles files;
    files.patch = errata.errata.toJson();
    QVector<Shown> samples;
    QSet<QString> used;
    for (const Sample& sample : errata.samples) {
        Shown shown{sample.sourceIndex,
            {sample.question, sample.hint, sample.options, sample.gold, sample.acceptedAnswers}, {}};
        for (const ImageRef& image : sample.images) {
            if (image.state == ImageState::Ok) {
                const QString name = imageName(sample.sourceIndex, image.format, used);
                shown.images.append(name);
                files.images.append({name, image});
            }
        }
        samples.append(shown);
    }
    files.report = Report(errata.errata, samples).write();
    return files;
}

ErrataFiles errataFiles(const VersionErrata& errata)
{
    QVector<Shown> samples;
    for (const VersionSample& sample : errata.samples) {
        samples.append({sample.index, sample.text, {}});
    }
    return {errata.errata.toJson(), Report(errata.errata, samples).write(), {}};
}

} // namespace winnow
