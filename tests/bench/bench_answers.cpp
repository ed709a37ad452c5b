// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Replies read a second on one core: letters as models write them, open answers, and long reasoning; beside a
// bare scan of the same characters. usage: bench_answers [REPLIES]

#include "core/domain/sample.h"
#include "core/text/answerparser.h"
#include "core/text/scorer.h"

#include <QElapsedTimer>
#include <QStringList>

#include <cstdio>

using namespace winnow;

namespace {

const QStringList kOptions{QStringLiteral("a red kite"), QStringLiteral("a blue boat"),
    QStringLiteral("a green house"), QStringLiteral("a yellow bus")};

std::vector<QString> letterReplies(int count)
{
    const QStringList forms{QStringLiteral("L"), QStringLiteral("(L)"), QStringLiteral("L."),
        QStringLiteral("Answer: L"), QStringLiteral("The answer is L."),
        QStringLiteral("The correct answer is (L)."), QStringLiteral("L. T"), QStringLiteral("**L**"),
        QStringLiteral("\\boxed{L}"), QStringLiteral("Option L is correct."),
        QStringLiteral("I would choose option L."), QStringLiteral("T")};
    std::vector<QString> replies;
    for (int i = 0; i < count; ++i) {
        QString reply = forms.at(i % forms.size());
        const int letter = (i / 7) % 4;
        reply.replace(u'L', optionLetter(letter));
        reply.replace(u'T', kOptions.at(letter));
        replies.push_back(reply);
    }
    return replies;
}

std::vector<QString> openReplies(int count)
{
    const QStringList forms{QStringLiteral("42"), QStringLiteral("Answer: 3.5 cm"),
        QStringLiteral("The ball is blue."), QStringLiteral("**Answer:** November 21, 2017"),
        QStringLiteral("Yes, there is a dog."), QStringLiteral("\\boxed{\\frac{1}{2}}"),
        QStringLiteral("1,234"), QStringLiteral("New York"), QStringLiteral("The answer is -17."),
        QStringLiteral("{\"answer\": \"12\"}")};
    std::vector<QString> replies;
    for (int i = 0; i < count; ++i) {
        replies.push_back(forms.at(i % forms.size()));
    }
    return replies;
}

std::vector<QString> longReplies(int count)
{
    QString text;
    for (int i = 0; i < 40; ++i) {
        text += QStringLiteral(
            "Looking at the picture, the shape on the left is larger than the one on the right. ");
    }
    std::vector<QString> replies;
    for (int i = 0; i < count; ++i) {
        replies.push_back(
            text + QStringLiteral("\n\nTherefore, the answer is ") + optionLetter(i % 4) + u'.');
    }
    return replies;
}

template <typename Work> double seconds(const std::vector<QString>& replies, Work&& work)
{
    double best = 1e9;
    for (int round = 0; round < 3; ++round) {
        QElapsedTimer clock;
        clock.start();
        for (const QString& reply : replies) {
            work(reply);
        }
        best = std::min(best, double(clock.nsecsElapsed()) / 1e9);
    }
    return best;
}

void report(const char* what, const std::vector<QString>& replies, double limit, auto&& read)
{
    qint64 characters = 0;
    for (const QString& reply : replies) {
        characters += reply.size();
    }
    qint64 sink = 0;
    const double ours = seconds(replies, [&](const QString& reply) { sink += read(reply); });
    const double scan = seconds(replies, [&](const QString& reply) {
        for (const QChar c : reply) {
            sink += c == u'\n' || c.isLetter();
        }
    });
    const double rate = double(replies.size()) / ours;
    std::printf("%-16s %8zu replies, mean %5.0f characters: %9.0f a second", what, replies.size(),
        double(characters) / double(replies.size()), rate);
    if (limit > 0) {
        std::printf("  limit %7.0f  %s", limit, rate >= limit ? "ok" : "UNDER");
    }
    std::printf("   %.1f of the bare scan%s\n", ours / scan, sink == 0 ? " (nothing read)" : "");
}

} // namespace

int main(int argc, char** argv)
{
    const int count = argc > 1 ? std::atoi(argv[1]) : 300000;
    report("letters", letterReplies(count), 300000,
        [](const QString& reply) { return parseChoice(reply, kOptions).option >= 0; });
    const auto exact = ScoringRule::parse(QStringLiteral("exact"));
    report("open answers", openReplies(count), 100000, [&](const QString& reply) {
        const ParsedAnswer answer = parseOpenAnswer(reply);
        ReplyToScore asked;
        const std::string said = reply.toStdString();
        asked.text = said;
        asked.gold = QStringLiteral("42");
        return exact->scoreOf(answer.text, asked).value_or(0) > 0;
    });
    report("long reasoning", longReplies(count / 30), 0,
        [](const QString& reply) { return parseChoice(reply, kOptions).option >= 0; });
    return 0;
}
