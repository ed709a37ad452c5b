// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace winnow {

/// What a word or a mark does in a reply to a multiple-choice question, whatever its language.
enum class ReplyWord : quint8 {
    Other,
    /// A capital or bracketed letter that stands alone: perhaps an option's.
    Letter,
    /// "answer", "Antwort", "정답", "答案".
    Answer,
    /// What names an option: "option", "choice", "選択肢".
    Lead,
    /// "is", "est", "是".
    Copula,
    /// Says nothing of its own between a cue and a letter: "the", "most likely", "입니다".
    Filler,
    Right,
    /// "wrong", "excluded": denies what stands before it, or the noun behind it.
    Wrong,
    /// "not", "cannot", "without": denies what stands behind it.
    Deny,
    /// "가 아니라", "ではなく": denies what stands before it.
    DenyBefore,
    /// "but", "sondern": ends a denial.
    But,
    /// "could", "maybe".
    Hedge,
    Choose,
    Therefore,
    /// A word that may follow a letter and never an article: "because", "fits", "and".
    AfterLetter,
    /// The same, with a denial perhaps behind it: "does", "can".
    Verb,
    And,
    Or,
    Between,
    /// \boxed{ and <answer>: what follows is the answer.
    Boxed,
    BoxEnd,
    Colon,
    Comma,
    Dash,
    /// . ! 。 and the like; a mark behind a letter is part of it.
    End,
    Question,
    NewLine,
    Open,
    Close,
    Operator
};

struct ReplyToken {
    ReplyWord word = ReplyWord::Other;
    int begin = 0;
    int end = 0;
    /// Position in the alphabet of a Letter.
    int letter = -1;
    /// A letter in brackets, or with a bracket, colon or full stop behind it.
    bool marked = false;
    /// A letter written small: one only where it could be nothing else.
    bool small = false;
    /// A Letter that stands for the text of an option.
    bool fromText = false;
    /// Before the token stands no space.
    bool glued = false;
};

/// Cuts a reply into words and marks. Signs of markdown and LaTeX that only set off an answer (**, $, \(,
/// \text) and quotes are left out. Linear.
void cutReply(QStringView reply, std::vector<ReplyToken>& tokens);

} // namespace winnow
