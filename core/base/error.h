// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sentence.h"

#include <QString>
#include <tl/expected.hpp>

namespace winnow {

/// What kind of thing went wrong; callers and tests switch on this, never on the message.
enum class ErrorCode {
    InvalidInput,
    NotFound,
    AlreadyExists,
    WrongKind,
    Io,
    DiskFull,
    ReadOnly,
    Locked,
    NewerVersion,
    Damaged,
    NotAProject,
    Cancelled,
    LimitExceeded,
    Unsupported,
    Internal,
    /// What is open is not what its name names any more.
    Replaced,
};

/// A failure as a value: what happened (with the file and place in it) and what to do about it.
/// `message` and `remedy` are sentences for a person, without a final full stop in `message`.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString message;
    QString remedy;
    /// The two for readers of other languages; empty where they are known in English only.
    Sentence saying{};
    Sentence advice{};

    /// "message. remedy", ready to print.
    QString text() const;
    /// The same for readers of every language.
    Sentence sentence() const;
    /// `message` and `remedy` for readers of every language: said as they are where no other is known, or
    /// where the English was changed on the way.
    Sentence messageSentence() const;
    Sentence remedySentence() const;
};

/// The result of anything that may fail. Exceptions never cross a library boundary.
template <typename T = void> using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, QString message, QString remedy = {})
{
    return tl::unexpected<Error>(Error{code, std::move(message), std::move(remedy)});
}

/// The same with texts that are marked where they stand: Sentence::of(QT_TRANSLATE_NOOP("Error", "…")).
inline tl::unexpected<Error> fail(ErrorCode code, const Sentence& message, const Sentence& remedy = {})
{
    return tl::unexpected<Error>(Error{code, message.english(), remedy.english(), message, remedy});
}

/// What to say of the exception that is being handled; call it in a `catch (...)` only. This is how an
/// exception of the standard library, of Qt Concurrent or of a library that we use ends as a value.
Error errorOfException();

/// Stable lower-case name of a code, for JSON output.
QString errorCodeName(ErrorCode code);

} // namespace winnow

/// Returns the error of `expression` from the enclosing function, or goes on.
#define WINNOW_TRY(expression)                                                                               \
    do {                                                                                                     \
        auto winnowTryResult = (expression);                                                                 \
        if (!winnowTryResult) {                                                                              \
            return tl::unexpected<::winnow::Error>(std::move(winnowTryResult.error()));                      \
        }                                                                                                    \
    } while (false)
