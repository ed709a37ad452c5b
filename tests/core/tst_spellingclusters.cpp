// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/duplicates/questionmatch.h"
#include "core/audit/duplicates/samplekey.h"
#include "core/audit/duplicates/spellingclusters.h"
#include "tests/core/auditfixture.h"

#include <QSet>

#include <numeric>
#include <stdexcept>

using namespace winnow;
using namespace winnow::test;

namespace {

// The rule as METHODS and the header tell it, pair by pair, with nothing in common with the search.

bool oneLetter(const QString& a, const QString& b)
{
    for (qsizetype i = 0; i < a.size(); ++i) {
        if (QString(a).remove(i, 1) == b) {
            return true;
        }
        for (qsizetype k = 0; a.size() == b.size() && k < b.size(); ++k) {
            if (QString(a).replace(i, 1, b[k]) == b) {
                return true;
            }
        }
    }
    return a.size() < b.size() && oneLetter(b, a);
}

bool misspelt(const QString& a, const QString& b)
{
    const auto digits = [](const QString& word) {
        return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
    };
    return a == b
        || (a.size() >= 6 && b.size() >= 6 && a[0] == b[0] && !digits(a) && !digits(b) && oneLetter(a, b));
}

QSet<QString> pieces(const QString& text)
{
    QSet<QString> found;
    for (qsizetype i = 0; i + 4 <= text.size(); ++i) {
        found.insert(text.mid(i, 4));
    }
    return found;
}

bool match(const QString& a, const QString& b, double similarity)
{
    const QStringList left = a.split(u' ');
    const QStringList right = b.split(u' ');
    if (a.size() < 40 || b.size() < 40 || left.size() != right.size()) {
        return false;
    }
    for (qsizetype i = 0; i < left.size(); ++i) {
        if (!misspelt(left[i], right[i])) {
            return false;
        }
    }
    QSet<QString> all = pieces(a);
    const QSet<QString> common = QSet<QString>(all).intersect(pieces(b));
    all.unite(pieces(b));
    return double(common.size()) / double(all.size()) >= similarity;
}

std::vector<quint32> allPairs(const QVector<QString>& cores, double similarity)
{
    std::vector<quint32> first(std::size_t(cores.size()));
    std::iota(first.begin(), first.end(), 0u);
    for (std::size_t i = 0; i < first.size(); ++i) {
        for (std::size_t j = i + 1; j < first.size(); ++j) {
            if (first[i] != first[j] && match(cores[qsizetype(i)], cores[qsizetype(j)], similarity)) {
                const quint32 kept = std::min(first[i], first[j]);
                const quint32 gone = std::max(first[i], first[j]);
                std::replace(first.begin(), first.end(), gone, kept);
            }
        }
    }
    return first;
}

/// Texts that match in part: of few words, some of them one letter apart, with digits, repeated, of one
/// letter, of other scripts.
class Writer {
public:
    explicit Writer(quint64 seed)
        : m_random(seed)
    {
    }

    QString text()
    {
        static const QStringList words{QStringLiteral("municipality"), QStringLiteral("municpality"),
            QStringLiteral("municipalety"), QStringLiteral("province"), QStringLiteral("provinces"),
            QStringLiteral("weight"), QStringLiteral("height"), QStringLiteral("year"),
            QStringLiteral("years"), QStringLiteral("1990"), QStringLiteral("model2b"),
            QStringLiteral("model2bc"), QStringLiteral("x"), QStringLiteral("人口最多的城市是"),
            QStringLiteral("人口最多的城市"), QStringLiteral("무엇입니까보이는"),
            QStringLiteral("\U0001F600\U0001F600\U0001F600\U0001F601"),
            QStringLiteral("\U0001F600\U0001F600\U0001F600\U0001F602"), QString(), QStringLiteral("aaaaaaaa"),
            QStringLiteral("aaaaaaa")};
        QStringList chosen;
        for (std::size_t i = 0, count = 1 + m_random.below(7); i < count; ++i) {
            chosen.append(words[qsizetype(m_random.below(std::size_t(words.size())))]);
        }
        if (m_random.below(2) == 0) {
            chosen += chosen;
        }
        return chosen.join(u' ');
    }

    QString changed(QString text)
    {
        for (std::size_t times = 1 + m_random.below(3); times > 0 && !text.isEmpty(); --times) {
            const auto at = qsizetype(m_random.below(std::size_t(text.size())));
            switch (m_random.below(4)) {
            case 0:
                text.remove(at, 1);
                break;
            case 1:
                text.insert(at, QChar(u'q'));
                break;
            case 2:
                text[at] = u'q';
                break;
            default:
                text[at] = u'7';
            }
        }
        return text;
    }
    stats::Random& random() { return m_random; }

private:
    stats::Random m_random;
};

} // namespace

class TestSpellingClusters : public QObject {
    Q_OBJECT
private slots:
    void asAllPairs_data()
    {
        QTest::addColumn<double>("similarity");
        for (const double similarity : {0.5, 0.75, 0.9, 1.0}) {
            QTest::addRow("%.2f", similarity) << similarity;
        }
    }
    void asAllPairs()
    {
        QFETCH(double, similarity);
        SilentProgress progress;
        std::size_t joined = 0;
        for (quint64 seed = 1; seed <= 6; ++seed) {
            Writer writer(seed);
            QVector<QString> cores{QString(), QStringLiteral("one"), QString(60, u'a'), QString(61, u'a')};
            while (cores.size() < 250) {
                const QString known = cores[qsizetype(writer.random().below(std::size_t(cores.size())))];
                cores.append(writer.random().below(2) == 0 ? writer.text() : writer.changed(known));
            }
            const auto expected = allPairs(cores, similarity);
            QCOMPARE(clusterCores(cores, similarity, progress), expected);
            for (std::size_t i = 0; i < expected.size(); ++i) {
                joined += expected[i] != i;
            }
        }
        QVERIFY2(joined > 10, qPrintable(QString::number(joined)));
    }

    /// So many cores with one outline, of words that are one letter apart step by step, that they are not
    /// compared one with each other.
    void largeFamilies()
    {
        SilentProgress progress;
        stats::Random random(3);
        for (const double similarity : {0.5, 0.8, 0.9}) {
            QSet<QString> texts;
            while (texts.size() < 400) {
                QString text
                    = QStringLiteral("stands beside bigger building left among many other pictures that "
                                     "somebody took during winter when snow fell over city and rivers froze");
                for (int word = 0; word < 3; ++word) {
                    text += QStringLiteral(" k");
                    for (int letter = 0; letter < 6; ++letter) {
                        text += QChar(char16_t(u'a' + random.below(2)));
                    }
                }
                texts.insert(text);
            }
            QVector<QString> cores(texts.begin(), texts.end());
            std::sort(cores.begin(), cores.end());
            const auto expected = allPairs(cores, similarity);
            QCOMPARE(clusterCores(cores, similarity, progress), expected);
            std::size_t joined = 0;
            for (std::size_t i = 0; i < expected.size(); ++i) {
                joined += expected[i] != i;
            }
            QVERIFY(joined > 10);
        }
    }

    void outlines()
    {
        stats::Random random(9);
        Writer writer(4);
        QStringList cores;
        for (int i = 0; i < 200; ++i) {
            cores.append(i % 2 == 0 ? writer.text() : writer.changed(cores.last()));
        }
        int matching = 0;
        for (const QString& a : std::as_const(cores)) {
            for (const QString& b : std::as_const(cores)) {
                if (a != b && match(a, b, 0.5)) {
                    ++matching;
                    QCOMPARE(coreOutline(a), coreOutline(b));
                }
            }
        }
        QVERIFY(matching > 0);
    }

    void hashesOfTexts()
    {
        AuditDataBuilder builder;
        const QStringList questions{QStringLiteral("What is it?"), QStringLiteral("  what IS\tit? "),
            QStringLiteral("What isit?"), QString(), QStringLiteral("Ｗhat is it?"), QStringLiteral("STRAẞE"),
            QStringLiteral("strasse"), QStringLiteral("K"), QStringLiteral("\u212A"),
            QStringLiteral("이 그림은"), QStringLiteral(" 이  그림은 ")};
        const QVector<QStringList> options{{}, {QStringLiteral("Yes"), QStringLiteral("no")},
            {QStringLiteral("NO"), QStringLiteral(" yes")}, {QStringLiteral("yes"), QStringLiteral("yes")},
            {QString(), QString()}, {QStringLiteral("yesno")}};
        int index = 0;
        for (const QString& question : questions) {
            for (const QStringList& choices : options) {
                for (const QString& hint : {QString(), QStringLiteral("A "), QStringLiteral("a")}) {
                    Sample sample = open(index++, QStringLiteral("x"));
                    sample.question = question;
                    sample.options = choices;
                    sample.hint = hint;
                    builder.addSample(sample);
                }
            }
        }
        const auto data = builder.finish();
        const std::vector<quint64> hashes = textHashes(*data);
        for (std::size_t i = 0; i < data->size(); ++i) {
            for (std::size_t j = 0; j < data->size(); ++j) {
                const auto a = textKey(*data, i);
                const auto b = textKey(*data, j);
                if (a && b) {
                    QVERIFY2((*a == *b) == (hashes[i] == hashes[j]), qPrintable(QString::fromUtf8(*a + *b)));
                }
            }
        }
    }

    void memoMakesOnce()
    {
        const auto memo = std::make_shared<AuditMemo>();
        int made = 0;
        const auto outer = [&] {
            return memo->value<int>(QStringLiteral("outer"), [&] {
                ++made;
                return new int(*memo->value<int>(QStringLiteral("inner"), [] { return new int(7); }) + 1);
            });
        };
        QCOMPARE(*outer(), 8);
        QCOMPARE(outer().get(), outer().get());
        QCOMPARE(made, 1);
        QCOMPARE(*memoised<int>(nullptr, QStringLiteral("outer"), [] { return new int(1); }), 1);
        QVERIFY_THROWS_EXCEPTION(std::runtime_error,
            memo->value<int>(QStringLiteral("bad"), []() -> int* { throw std::runtime_error("no"); }));
        QCOMPARE(*memo->value<int>(QStringLiteral("bad"), [] { return new int(2); }), 2);
    }
};

QTEST_GUILESS_MAIN(TestSpellingClusters)
#include "tst_spellingclusters.moc"
