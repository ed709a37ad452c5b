// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

/// What core says to people is marked for translation where it stands, and said in Korean. Proved over the
/// sources, so that a text that is easily forgotten, of an error that never happens in a test, is found too.
class TestErrorLanguages : public QObject {
    Q_OBJECT

    /// A text in English, and where it stands.
    struct Text {
        QString text;
        QString place;
    };

    static QString root() { return QStringLiteral(WINNOW_SOURCE_DIR); }

    /// Without lines of comments.
    static QString read(const QString& path)
    {
        static const QRegularExpression comment(
            QStringLiteral("^ *//.*$"), QRegularExpression::MultilineOption);
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).remove(comment) : QString();
    }

    static QStringList sources()
    {
        QStringList files;
        for (const char* folder : {"core", "ui", "app/gui"}) {
            QDirIterator it(root() + u'/' + QLatin1String(folder),
                {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files, QDirIterator::Subdirectories);
            while (it.hasNext()) {
                files.append(it.next());
            }
        }
        files.sort();
        return files;
    }

    /// Where a string literal ends that begins at a quote.
    static qsizetype afterString(const QString& code, qsizetype at)
    {
        for (++at; at < code.size() && code[at] != u'"'; ++at) {
            at += code[at] == u'\\';
        }
        return at + 1;
    }

    /// From behind an opening bracket up to its closing one.
    static QString inBrackets(const QString& code, qsizetype from)
    {
        int depth = 1;
        qsizetype at = from;
        while (at < code.size()) {
            const QChar c = code[at];
            if (c == u'"') {
                at = afterString(code, at);
                continue;
            }
            depth += c == u'(' || c == u'{' ? 1 : c == u')' || c == u'}' ? -1 : 0;
            if (depth == 0) {
                break;
            }
            ++at;
        }
        return code.mid(from, at - from);
    }

    /// The value of string literals that stand one after the other.
    static QString valueOf(const QString& literals)
    {
        QString text;
        for (qsizetype at = literals.indexOf(u'"'); at >= 0; at = literals.indexOf(u'"', at)) {
            const qsizetype end = afterString(literals, at);
            for (qsizetype i = at + 1; i < end - 1; ++i) {
                const bool escaped = literals[i] == u'\\';
                i += escaped;
                text += escaped && literals[i] == u'n' ? QChar(u'\n') : literals[i];
            }
            at = end;
        }
        return text;
    }

    static bool hasWords(QString text)
    {
        static const QRegularExpression place(QStringLiteral("%L?[0-9n]"));
        static const QRegularExpression word(QStringLiteral("[A-Za-z]{2}"));
        return text.remove(place).contains(word);
    }

    static QString placeOf(const QString& path, const QString& code, qsizetype at)
    {
        return QStringLiteral("%1:%2")
            .arg(QDir(root()).relativeFilePath(path))
            .arg(code.left(at).count(u'\n') + 1);
    }

    /// Texts that calls are given as they are, not inside of a mark or of an argument of theirs.
    static QVector<Text> unmarked(const QString& path, const QString& code, const QRegularExpression& call)
    {
        static const QRegularExpression literal(
            QStringLiteral("^QStringLiteral\\(((?:\\s*\"(?:[^\"\\\\]|\\\\.)*\")+)\\s*\\)"));
        QVector<Text> found;
        auto calls = call.globalMatch(code);
        while (calls.hasNext()) {
            const auto match = calls.next();
            const QString inside = inBrackets(code, match.capturedEnd());
            int depth = 0;
            for (qsizetype at = 0; at < inside.size(); ++at) {
                const QChar c = inside[at];
                if (depth == 0 && c == u'Q') {
                    const auto text = literal.match(inside.mid(at));
                    if (text.hasMatch() && hasWords(valueOf(text.captured(1)))) {
                        found.append({valueOf(text.captured(1)), placeOf(path, code, match.capturedStart())});
                    }
                }
                if (c == u'"') {
                    at = afterString(inside, at) - 1;
                    continue;
                }
                depth += c == u'(' || c == u'{' ? 1 : c == u')' || c == u'}' ? -1 : 0;
            }
        }
        return found;
    }

    static QVector<Text> unmarkedErrors(const QString& path, const QString& code)
    {
        static const QRegularExpression call(
            QStringLiteral("(?<![\\w.>])(?:fail\\(|Error\\s*\\w*\\{|\\{(?=ErrorCode::))"));
        return unmarked(path, code, call);
    }

    static QVector<Text> unmarkedSteps(const QString& path, const QString& code)
    {
        static const QRegularExpression call(QStringLiteral("(?:[pP]rogress\\.report|\\bstep)\\("));
        return unmarked(path, code, call);
    }

    /// What is marked to be translated, by its context.
    static QVector<Text> marked(const QString& context)
    {
        const QRegularExpression mark(
            QStringLiteral("QT_TRANSLATE_NOOP\\(\\s*\"%1\",((?:\\s*\"(?:[^\"\\\\]|\\\\.)*\")+)")
                .arg(context));
        QVector<Text> found;
        for (const QString& path : sources()) {
            const QString code = read(path);
            auto marks = mark.globalMatch(code);
            while (marks.hasNext()) {
                const auto match = marks.next();
                found.append({valueOf(match.captured(1)), placeOf(path, code, match.capturedStart())});
            }
        }
        return found;
    }

    static QSet<QString> saidInKorean(const QString& context)
    {
        QSet<QString> said;
        for (const char* name : {"winnow_ko.ts", "winnow_core_ko.ts"}) {
            QXmlStreamReader xml(
                read(root() + QStringLiteral("/resources/translations/") + QLatin1String(name)));
            QString current;
            QString source;
            while (!xml.atEnd()) {
                if (xml.readNext() != QXmlStreamReader::StartElement) {
                    continue;
                }
                if (xml.name() == u"name") {
                    current = xml.readElementText();
                } else if (xml.name() == u"source") {
                    source = xml.readElementText();
                } else if (xml.name() == u"translation" && current == context
                    && !xml.attributes().hasAttribute(QLatin1String("type"))
                    && !xml.readElementText(QXmlStreamReader::IncludeChildElements).isEmpty()) {
                    said.insert(source);
                }
            }
        }
        return said;
    }

    /// Everything in `found` is in `allowed`, and the other way round.
    static void compare(const QVector<Text>& found, const QSet<QString>& allowed)
    {
        QStringList wrong;
        QSet<QString> unused = allowed;
        for (const Text& text : found) {
            unused.remove(text.text);
            if (!allowed.contains(text.text)) {
                wrong.append(text.place + QStringLiteral(": ") + text.text);
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        QVERIFY2(unused.isEmpty(),
            qPrintable(QStringLiteral("nobody says any more: ") + unused.values().join(u'\n')));
    }

private slots:
    void theFaultIsFound()
    {
        const auto errors = [](const char* code) {
            return unmarkedErrors(root() + QStringLiteral("/x.cpp"), QString::fromUtf8(code)).size();
        };
        QCOMPARE(errors("return fail(ErrorCode::Io, QStringLiteral(\"%1 is bad\").arg(p));"), 1);
        QCOMPARE(errors("fail(code, QStringLiteral(\"is \"\n  \"bad)\"), QStringLiteral(\"Do it\"))"), 2);
        QCOMPARE(errors("return {ErrorCode::Io, QStringLiteral(\"is bad\"), {}};"), 1);
        QCOMPARE(errors("const Error e{ErrorCode::Io, QStringLiteral(\"is bad\"), {}};"), 1);
        QCOMPARE(errors("fail(code, Sentence::of(QT_TRANSLATE_NOOP(\"Error\", \"is bad\")))"), 0);
        QCOMPARE(errors("fail(code, message.arg(QStringLiteral(\"a name\")), tr(\"Do it\"))"), 0);
        QCOMPARE(errors("fail(code, QStringLiteral(\"%1: %2\").arg(path, said))"), 0);
        QCOMPARE(unmarkedSteps(root() + QStringLiteral("/x.cpp"),
                     QStringLiteral("progress.report(1, 2, QStringLiteral(\"Reading\"));"))
                     .size(),
            1);
        QVERIFY(marked(QStringLiteral("Error")).size() > 300);
        QVERIFY(saidInKorean(QStringLiteral("Error")).size() > 300);
    }

    void errorsAreMarked()
    {
        // Said to nobody, or by the command line alone, which speaks English.
        const QSet<QString> allowed{
            QStringLiteral("Only looked at"), // takes back what a check derived; is no failure
            QStringLiteral("Unknown edit of a demo picture"), // a programmer's slip
            QStringLiteral("%1: nothing came of %2"), // a programmer's slip, with the SQL
            // Lines of a ledger file: "winnow-cli merge" and "winnow-cli check" list them.
            QStringLiteral("The event is sound, but %1"),
            QStringLiteral("The event was cut off or changed: its hash does not hold"),
            QStringLiteral("The event is of version %1, this program knows %2"),
            QStringLiteral("Install the newer Winnow"),
        };
        QVector<Text> found;
        for (const QString& path : sources()) {
            found += unmarkedErrors(path, read(path));
        }
        compare(found, allowed);
    }

    void stepsAreMarked()
    {
        const QSet<QString> allowed{
            QStringLiteral("Reading "), // of a table's name in a salvage, which the command line does
        };
        QVector<Text> found;
        for (const QString& path : sources()) {
            found += unmarkedSteps(path, read(path));
        }
        compare(found, allowed);
    }

    void whatIsMarkedIsSaidInKorean_data()
    {
        QTest::addColumn<QString>("context");
        for (const char* context : {"Error", "Step", "Import", "Exporter", "Compare"}) {
            QTest::newRow(context) << QString::fromLatin1(context);
        }
    }
    void whatIsMarkedIsSaidInKorean()
    {
        QFETCH(QString, context);
        const QSet<QString> said = saidInKorean(context);
        QStringList missing;
        for (const Text& text : marked(context)) {
            if (!said.contains(text.text)) {
                missing.append(text.place + QStringLiteral(": ") + text.text);
            }
        }
        QVERIFY2(missing.isEmpty(),
            qPrintable(QStringLiteral("run lupdate and translate:\n") + missing.join(u'\n')));
    }

    /// The window has no options; the command line adds its own (app/cli/remedies.h).
    void onlyWhatTheWindowCannotDoNamesTheCommandLine()
    {
        static const QRegularExpression option(QStringLiteral("winnow-cli|(^|\\s)--[a-z]"));
        static const QRegularExpression alone(QStringLiteral("winnow-cli (check|restore|ledger)"));
        for (const Text& text : marked(QStringLiteral("Error"))) {
            QVERIFY2(!text.text.contains(option) || text.text.contains(alone),
                qPrintable(text.place + QStringLiteral(": ") + text.text));
        }
    }
};

QTEST_GUILESS_MAIN(TestErrorLanguages)
#include "tst_errorlanguages.moc"
