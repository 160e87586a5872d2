// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include <tl/expected.hpp>

namespace synoptic {

/// What the world refused. Programs look at the code; the detail is for the log; the sentence a person reads is
/// written where it is shown.
enum class ErrorCode : std::uint8_t
{
    Cancelled,      ///< somebody asked us to stop; not a failure, nothing is shown
    NotFound,       ///< no such file or folder
    AccessDenied,   ///< permission
    NotRegular,     ///< a link, FIFO, socket or device where a file was expected
    Unreadable,     ///< any other failure of reading
    Unstable,       ///< it changed while it was read
    TooBig,         ///< over a limit of base/limits.h
    Empty,          ///< no text in it
    NotAnArticle,   ///< no format we read
    Malformed,      ///< not what its format promises
    Encrypted,      ///< needs a password
    NoTextLayer,    ///< pictures of text only
    TimeLimit,      ///< the reader took too long
    MemoryLimit,    ///< the reader took too much
    ReaderFailed,   ///< the reader process died, lied or did not start
    WriteFailed,    ///< full disk, permission, quota
    InvalidArgument ///< a value that a caller outside the program chose and that cannot be used
};

struct Error
{
    ErrorCode code{};
    std::string detail;

    friend bool operator==(const Error&, const Error&) = default;
};

template <class T = void>
using Result = tl::expected<T, Error>;

/// `return failure(ErrorCode::NotFound, path);`
inline tl::unexpected<Error> failure(ErrorCode code, std::string detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(detail)});
}

} // namespace synoptic
