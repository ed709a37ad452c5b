// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

#include <QException>

#include <new>

namespace winnow {

namespace {

Error outOfMemory()
{
    return fail(ErrorCode::LimitExceeded,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "There is not enough memory for this")),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Close other programs, or work on a smaller file")))
        .value();
}

Error unexpectedFailure(const QString& what)
{
    return fail(ErrorCode::Internal,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "This failed in a way that was not foreseen: %1")).arg(what),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Please report it")))
        .value();
}

Error errorOf(std::exception_ptr thrown)
{
    try {
        std::rethrow_exception(std::move(thrown));
    } catch (const std::bad_alloc&) {
        return outOfMemory();
    } catch (const std::exception& exception) {
        return unexpectedFailure(QString::fromUtf8(exception.what()));
    } catch (...) {
        return unexpectedFailure(QStringLiteral("an unknown exception"));
    }
}

} // namespace

Error errorOfException()
{
    try {
        throw;
    } catch (const QUnhandledException& wrapped) {
        // Qt Concurrent hands on what a worker threw in a wrapper.
        return errorOf(wrapped.exception() ? wrapped.exception() : std::current_exception());
    } catch (...) {
        return errorOf(std::current_exception());
    }
}

QString Error::text() const
{
    if (remedy.isEmpty()) {
        return message;
    }
    return message + QStringLiteral(". ") + remedy;
}

Sentence Error::messageSentence() const
{
    return saying.english() == message ? saying : Sentence(message);
}

Sentence Error::remedySentence() const
{
    return advice.english() == remedy ? advice : Sentence(remedy);
}

Sentence Error::sentence() const
{
    Sentence all = messageSentence();
    if (!remedy.isEmpty()) {
        all += Sentence(QStringLiteral(". "));
        all += remedySentence();
    }
    return all;
}

QString errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return QStringLiteral("invalid_input");
    case ErrorCode::NotFound:
        return QStringLiteral("not_found");
    case ErrorCode::AlreadyExists:
        return QStringLiteral("already_exists");
    case ErrorCode::WrongKind:
        return QStringLiteral("wrong_kind");
    case ErrorCode::Io:
        return QStringLiteral("io");
    case ErrorCode::DiskFull:
        return QStringLiteral("disk_full");
    case ErrorCode::ReadOnly:
        return QStringLiteral("read_only");
    case ErrorCode::Locked:
        return QStringLiteral("locked");
    case ErrorCode::NewerVersion:
        return QStringLiteral("newer_version");
    case ErrorCode::Damaged:
        return QStringLiteral("damaged");
    case ErrorCode::NotAProject:
        return QStringLiteral("not_a_project");
    case ErrorCode::Replaced:
        return QStringLiteral("replaced");
    case ErrorCode::Cancelled:
        return QStringLiteral("cancelled");
    case ErrorCode::LimitExceeded:
        return QStringLiteral("limit_exceeded");
    case ErrorCode::Unsupported:
        return QStringLiteral("unsupported");
    case ErrorCode::Internal:
        return QStringLiteral("internal");
    }
    return QStringLiteral("internal");
}

} // namespace winnow
