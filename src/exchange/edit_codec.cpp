// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/edit_codec.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>
#include <variant>

#include "base/limits.h"
#include "base/utf8.h"
#include "exchange/edit_fields.h"
#include "exchange/edit_names.h"
#include "exchange/json_reader.h"
#include "exchange/json_writer.h"

namespace synoptic::exchange {
namespace {

// One name for each alternative of edits::Edit, in its order.
constexpr std::array<std::string_view, std::variant_size_v<edits::Edit>> kinds = {
    "rename event",      "review event",       "merge events",      "redate event",     "set factuality",
    "set tags",          "set event note",     "set participants",  "set significance", "add event",
    "attach support",    "detach support",     "split event",       "keep event",       "set publication",
    "set article title", "set article source", "put contradiction", "dismiss hint",     "put highlight",
    "remove highlight",  "put note",           "set boilerplate"};

template <class Value>
concept Enumeration = std::is_enum_v<Value>;

// --- writing

class FieldWriter
{
public:
    explicit FieldWriter(JsonWriter& json) : m_json(json) {}

    template <class Value>
    void operator()(std::string_view name, const Value& value)
    {
        m_json.key(name);
        write(value);
    }

    void file(std::string_view name, const std::string& bytes)
    {
        if (isValidUtf8(bytes))
            m_json.member(name, bytes);
        else
            m_json.member(std::string(name) + "_bytes", fileBytes(bytes));
    }

    template <class Value>
    void object(const Value& value)
    {
        m_json.beginObject();
        fields(*this, value);
        m_json.endObject();
    }

private:
    void write(const std::string& text) { m_json.value(text); }
    void write(char letter) { m_json.value(std::string_view(&letter, 1)); }
    void write(bool truth) { m_json.value(truth); }
    void write(std::uint32_t number) { m_json.value(number); }
    void write(std::uint8_t number) { m_json.value(static_cast<std::uint32_t>(number)); }
    void write(int number) { m_json.value(number); }
    void write(double number) { m_json.exact(number); }
    void write(temporal::Instant instant)
    {
        m_json.value(static_cast<std::int64_t>(instant.time_since_epoch().count()));
    }
    template <Enumeration Value>
    void write(Value value)
    {
        m_json.value(nameOf(value));
    }
    template <class Value>
    void write(const std::optional<Value>& value)
    {
        if (value)
            write(*value);
        else
            m_json.null();
    }
    template <class Value>
    void write(const std::vector<Value>& values)
    {
        m_json.beginArray();
        for (const Value& value : values)
            write(value);
        m_json.endArray();
    }
    template <class Value>
    requires std::is_class_v<Value>
    void write(const Value& value) { object(value); }

    JsonWriter& m_json; // Not owned: the caller's.
};

// --- reading

std::optional<unsigned> digitOf(char digit)
{
    if (digit >= '0' && digit <= '9')
        return static_cast<unsigned>(digit - '0');
    if (digit >= 'a' && digit <= 'f')
        return static_cast<unsigned>(digit - 'a') + 10;
    return std::nullopt;
}

std::optional<std::string> bytesOf(std::string_view digits)
{
    if (digits.size() % 2 != 0)
        return std::nullopt;
    std::string bytes;
    bytes.reserve(digits.size() / 2);
    for (std::size_t at = 0; at < digits.size(); at += 2) {
        const auto high = digitOf(digits[at]);
        const auto low = digitOf(digits[at + 1]);
        if (!high || !low)
            return std::nullopt;
        bytes += static_cast<char>((*high << 4U) | *low);
    }
    return bytes;
}

/// Reads the fields of one object; remembers the first that is wrong.
class FieldReader
{
public:
    FieldReader(const JsonValue& object, std::string& problem) : m_object(object), m_problem(problem) {}

    template <class Value>
    void operator()(std::string_view name, Value& value)
    {
        const JsonValue* member = m_object.member(name);
        if (member == nullptr || !read(*member, value))
            complain(name);
        else
            ++m_taken;
    }

    void file(std::string_view name, std::string& bytes)
    {
        if (const JsonValue* plain = m_object.member(name)) {
            const std::string* text = plain->text();
            if (text == nullptr || text->find('\0') != std::string::npos)
                return complain(name);
            bytes = *text;
            ++m_taken;
            return;
        }
        const JsonValue* coded = m_object.member(std::string(name) + "_bytes");
        const std::string* digits = coded == nullptr ? nullptr : coded->text();
        const auto decoded = digits == nullptr ? std::nullopt : bytesOf(*digits);
        if (!decoded || isValidUtf8(*decoded) || decoded->find('\0') != std::string::npos)
            return complain(name);
        bytes = *decoded;
        ++m_taken;
    }

    template <class Value>
    bool object(Value& value, std::size_t otherMembers = 0)
    {
        const JsonValue::Object* members = m_object.object();
        if (members == nullptr) {
            complain("an object is missing");
            return false;
        }
        fields(*this, value);
        if (m_problem.empty() && members->size() != m_taken + otherMembers)
            complain("a field that nobody knows");
        return m_problem.empty();
    }

private:
    void complain(std::string_view what)
    {
        if (m_problem.empty())
            m_problem = what;
    }

    static std::optional<std::int64_t> numberIn(const JsonValue& json, std::int64_t least, std::int64_t most)
    {
        const auto* number = std::get_if<std::int64_t>(&json.value);
        return number != nullptr && *number >= least && *number <= most ? std::optional(*number) : std::nullopt;
    }

    template <class Number>
    static bool readNumber(const JsonValue& json, Number& value, std::int64_t least, std::int64_t most)
    {
        const auto number = numberIn(json, least, most);
        if (number)
            value = static_cast<Number>(*number);
        return number.has_value();
    }

    static bool read(const JsonValue& json, std::string& value)
    {
        if (json.text() == nullptr)
            return false;
        value = *json.text();
        return true;
    }
    static bool read(const JsonValue& json, char& value)
    {
        const std::string* text = json.text();
        if (text == nullptr || text->size() != 1 || text->front() < 'A' || text->front() > 'Z')
            return false;
        value = text->front();
        return true;
    }
    static bool read(const JsonValue& json, bool& value)
    {
        const bool* truth = std::get_if<bool>(&json.value);
        if (truth != nullptr)
            value = *truth;
        return truth != nullptr;
    }
    static bool read(const JsonValue& json, std::uint32_t& value)
    {
        return readNumber(json, value, 0, std::numeric_limits<std::uint32_t>::max());
    }
    static bool read(const JsonValue& json, std::uint8_t& value)
    {
        return readNumber(json, value, 0, std::numeric_limits<std::uint8_t>::max());
    }
    static bool read(const JsonValue& json, int& value)
    {
        return readNumber(json, value, 0, std::numeric_limits<int>::max());
    }
    static bool read(const JsonValue& json, double& value)
    {
        if (const auto* whole = std::get_if<std::int64_t>(&json.value))
            value = static_cast<double>(*whole);
        else if (const auto* number = std::get_if<double>(&json.value))
            value = *number;
        else
            return false;
        return value >= 0.0 && value <= 1.0; // every measure that is exchanged is a share
    }
    static bool read(const JsonValue& json, temporal::Instant& value)
    {
        constexpr std::int64_t longAgo = 400'000'000'000; // seconds; some twelve thousand years on both sides of 1970
        std::int64_t seconds = 0;
        if (!readNumber(json, seconds, -longAgo, longAgo))
            return false;
        value = temporal::Instant{std::chrono::seconds{seconds}};
        return true;
    }
    template <Enumeration Value>
    static bool read(const JsonValue& json, Value& value)
    {
        const std::string* name = json.text();
        const auto known = name == nullptr ? std::nullopt : valueNamed<Value>(*name);
        if (known)
            value = *known;
        return known.has_value();
    }
    template <class Value>
    bool read(const JsonValue& json, std::optional<Value>& value)
    {
        if (json.isNull()) {
            value.reset();
            return true;
        }
        return read(json, value.emplace());
    }
    template <class Value>
    bool read(const JsonValue& json, std::vector<Value>& values)
    {
        const JsonValue::Array* array = json.array();
        if (array == nullptr)
            return false;
        values.resize(array->size());
        for (std::size_t i = 0; i < array->size(); ++i) {
            if (!read((*array)[i], values[i]))
                return false;
        }
        return true;
    }
    template <class Value>
    requires std::is_class_v<Value>
    bool read(const JsonValue& json, Value& value)
    {
        FieldReader inner(json, m_problem);
        if (!inner.object(value))
            return false;
        return isSound(value);
    }

    template <class Value>
    static bool isSound(const Value& /*value*/)
    {
        return true;
    }
    static bool isSound(const temporal::Interval& interval) { return interval.begin <= interval.end; }
    static bool isSound(const edits::Contradiction& contradiction) { return contradiction.number > 0; }
    static bool isSound(const edits::Party& party)
    {
        return party.sourceGrade <= 'F' && party.informationGrade >= 1 && party.informationGrade <= 6;
    }

    const JsonValue& m_object; // Not owned: the document's.
    std::string& m_problem;    // Not owned: of whoever reads the document.
    std::size_t m_taken = 0;
};

template <std::size_t Kind = 0>
bool readKind(std::size_t kind, FieldReader& reader, edits::Edit& edit)
{
    if constexpr (Kind < kinds.size()) {
        if (kind == Kind)
            return reader.object(edit.emplace<Kind>(), 1);
        return readKind<Kind + 1>(kind, reader, edit);
    } else {
        return false;
    }
}

Result<edits::Edit> editFrom(const JsonValue& json)
{
    const JsonValue* type = json.member("type");
    const std::string* text = type == nullptr ? nullptr : type->text();
    const std::string name = text == nullptr ? std::string() : *text;
    const auto known = std::find(kinds.begin(), kinds.end(), name);
    if (known == kinds.end())
        return failure(ErrorCode::Malformed, "no known edit");
    std::string problem;
    FieldReader reader(json, problem);
    edits::Edit edit;
    if (!readKind(static_cast<std::size_t>(known - kinds.begin()), reader, edit))
        return failure(ErrorCode::Malformed, name + ": " + problem);
    return edit;
}

void writeEdit(JsonWriter& json, const edits::Edit& edit)
{
    json.beginObject();
    json.member("type", kindOf(edit));
    FieldWriter writer(json);
    std::visit([&writer](const auto& each) { fields(writer, each); }, edit);
    json.endObject();
}

Result<JsonValue> readBounded(std::string_view json)
{
    if (json.size() > limits::editBytes)
        return failure(ErrorCode::TooBig, "an edit of " + std::to_string(json.size()) + " bytes");
    return readJson(json);
}

} // namespace

std::string_view kindOf(const edits::Edit& edit)
{
    return kinds[edit.index()];
}

std::string editToJson(const edits::Edit& edit)
{
    JsonWriter json(JsonWriter::Layout::OneLine);
    writeEdit(json, edit);
    return json.take();
}

Result<edits::Edit> editFromJson(std::string_view json)
{
    const auto value = readBounded(json);
    return value ? editFrom(*value) : tl::unexpected(value.error());
}

std::string editsToJson(const edits::Edits& edits)
{
    JsonWriter json(JsonWriter::Layout::OneLine);
    writeEdits(json, edits);
    return json.take();
}

Result<edits::Edits> editsFromJson(std::string_view json)
{
    const auto value = readBounded(json);
    return value ? editsFrom(*value) : tl::unexpected(value.error());
}

void writeEdits(JsonWriter& json, const edits::Edits& edits)
{
    json.beginArray();
    for (const edits::Edit& edit : edits)
        writeEdit(json, edit);
    json.endArray();
}

Result<edits::Edits> editsFrom(const JsonValue& json)
{
    const JsonValue::Array* array = json.array();
    if (array == nullptr)
        return failure(ErrorCode::Malformed, "no list of edits");
    edits::Edits result;
    result.reserve(array->size());
    for (const JsonValue& each : *array) {
        auto edit = editFrom(each);
        if (!edit)
            return tl::unexpected(edit.error());
        result.push_back(*std::move(edit));
    }
    return result;
}

void writeFields(JsonWriter& json, const edits::Contradiction& contradiction)
{
    FieldWriter writer(json);
    fields(writer, contradiction);
}

} // namespace synoptic::exchange
