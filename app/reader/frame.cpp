// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/frame.h"

#include "app/reader/byte_order.h"

namespace synoptic::reader {
namespace {

constexpr std::string_view magic = "SYN1";

} // namespace

std::string encodeHeader(const FrameHeader& header)
{
    std::string bytes(magic);
    putLittleEndian(bytes, header.id);
    putLittleEndian(bytes, static_cast<std::uint16_t>(header.kind));
    putLittleEndian(bytes, header.flags);
    putLittleEndian(bytes, header.length);
    return bytes;
}

std::optional<FrameHeader> decodeHeader(std::string_view bytes)
{
    if (bytes.size() != frameHeaderBytes || !bytes.starts_with(magic))
        return std::nullopt;
    const auto kind = littleEndianAt<std::uint16_t>(bytes, 8);
    if (kind < static_cast<std::uint16_t>(FrameKind::Hello) || kind > static_cast<std::uint16_t>(FrameKind::Failure))
        return std::nullopt;
    return FrameHeader{littleEndianAt<std::uint32_t>(bytes, 4), static_cast<FrameKind>(kind),
                       littleEndianAt<std::uint16_t>(bytes, 10), littleEndianAt<std::uint64_t>(bytes, 12)};
}

std::string encodeFrame(FrameHeader header, std::string_view payload)
{
    header.length = payload.size();
    std::string bytes = encodeHeader(header);
    bytes += payload;
    return bytes;
}

} // namespace synoptic::reader
