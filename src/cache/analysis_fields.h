// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <type_traits>

#include "analysis/analysis.h"
#include "cache/bytes.h"
#include "corpus/folder_scanner.h"

/// The fields of all that an analysis holds, each named once for writing and for reading.
namespace synoptic::cache {

template <>
struct Last<corpus::PublicationBasis>
{
    static constexpr auto value = corpus::PublicationBasis::User;
};
template <>
struct Last<Severity>
{
    static constexpr auto value = Severity::Warning;
};
template <>
struct Last<DiagnosticCode>
{
    static constexpr auto value = DiagnosticCode::UnusedMetadata;
};
template <>
struct Last<temporal::Granularity>
{
    static constexpr auto value = temporal::Granularity::Millennium;
};
template <>
struct Last<temporal::Qualifier>
{
    static constexpr auto value = temporal::Qualifier::Unknown;
};
template <>
struct Last<temporal::ExpressionType>
{
    static constexpr auto value = temporal::ExpressionType::Set;
};
template <>
struct Last<temporal::Anchor>
{
    static constexpr auto value = temporal::Anchor::PreviousMention;
};
template <>
struct Last<events::Factuality>
{
    static constexpr auto value = events::Factuality::Denied;
};
template <>
struct Last<events::TriggerForm>
{
    static constexpr auto value = events::TriggerForm::Noun;
};
template <>
struct Last<events::DateBasis>
{
    static constexpr auto value = events::DateBasis::None;
};
template <>
struct Last<analysis::Stance>
{
    static constexpr auto value = analysis::Stance::Differs;
};

template <class Actual, class Wanted>
concept Is = std::same_as<std::remove_const_t<Actual>, Wanted>;

template <class Visitor, Is<TextSpan> Value>
void fields(Visitor& visit, Value& value)
{
    visit(value.begin);
    visit(value.end);
}

template <class Visitor, Is<DayRange> Value>
void fields(Visitor& visit, Value& value)
{
    visit(value.first);
    visit(value.last);
}

template <class Visitor, Is<Diagnostic> Value>
void fields(Visitor& visit, Value& value)
{
    visit(value.severity);
    visit(value.code);
    visit(value.span);
    visit(value.detail);
}

template <class Visitor, Is<corpus::PublicationEvidence> Value>
void fields(Visitor& visit, Value& value)
{
    visit(value.file);
    visit(value.span);
    visit(value.why);
}

template <class Visitor, Is<corpus::RejectedDate> Value>
void fields(Visitor& visit, Value& value)
{
    visit(value.span);
    visit(value.value);
    visit(value.why);
}

template <class Visitor, Is<corpus::PublicationDate> Value>
void fields(Visitor& visit, Value& value)
{
    visit(value.value);
    visit(value.range);
    visit(value.basis);
    visit(value.confidence);
    visit(value.evidence);
    visit(value.rejected);
}

template <class Visitor, Is<corpus::Article> Value>
void fields(Visitor& visit, Value& value)
{
    visit(value.file);
    visit(value.sha256);
    visit(value.title);
    visit(value.source);
    visit(value.author);
    visit(value.url);
    visit(value.language);
    visit(value.format);
    visit(value.text);
    visit(value.boilerplate);
    visit(value.boilerplateAsFound);
    visit(value.headings);
    visit(value.published);
    visit(value.diagnostics);
}

template <class Visitor, Is<corpus::SkippedFile> Value>
void fields(Visitor& visit, Value& value)
{
    visit(value.file);
    visit(value.reason);
}

template <class Visitor, Is<corpus::ScannedFile> Value>
void fields(Visitor& visit, Value& value)
{
    visit(value.file);
    visit(value.bytes);
    visit(value.modifiedNs);
    visit(value.changedNs);
    visit(value.device);
    visit(value.inode);
}

template <class Visitor, Is<text::Sentence> Value>
void fields(Visitor& visit, Value& value)
{
    visit(value.span);
    visit(value.boilerplate);
}

template <class Visitor, Is<temporal::Interval> Value>
void fields(Visitor& visit, Value& value)
{
    visit(value.begin);
    visit(value.end);
    visit(value.granularity);
}

template <class Visitor, Is<temporal::Alternative> Value>
void fields(Visitor& visit, Value& value)
{
    visit(value.value);
    visit(value.interval);
    visit(value.why);
    visit(value.confidence);
}

template <class Visitor, Is<temporal::TemporalExpression> Value>
void fields(Visitor& visit, Value& value)
{
    visit(value.span);
    visit(value.type);
    visit(value.value);
    visit(value.edtf);
    visit(value.interval);
    visit(value.qualifier);
    visit(value.modifier);
    visit(value.anchor);
    visit(value.anchorExpression);
    visit(value.resolved);
    visit(value.confidence);
    visit(value.alternative);
}

template <class Visitor, Is<events::EventDate> Value>
void fields(Visitor& visit, Value& value)
{
    visit(value.words);
    visit(value.value);
    visit(value.interval);
    visit(value.qualifier);
    visit(value.basis);
    visit(value.confidence);
    visit(value.how);
}

template <class Visitor, Is<events::EventMention> Value>
void fields(Visitor& visit, Value& value)
{
    visit(value.sentence);
    visit(value.trigger);
    visit(value.key);
    visit(value.score);
    visit(value.form);
    visit(value.reporting);
    visit(value.factuality);
    visit(value.participants);
    visit(value.expressions);
    visit(value.date);
}

/// Without `unresolved`, which are found again when they are needed.
template <class Visitor, Is<analysis::ArticleAnalysis> Value>
void fields(Visitor& visit, Value& value)
{
    visit(value.article);
    visit(value.sentences);
    visit(value.expressions);
    visit(value.mentions);
}

template <class Visitor, Is<analysis::Support> Value>
void fields(Visitor& visit, Value& value)
{
    visit(value.article);
    visit(value.sentence);
    visit(value.trigger);
    visit(value.expressions);
    visit(value.stance);
    visit(value.factuality);
    visit(value.date);
    visit(value.score);
    visit(value.why);
}

template <class Visitor, Is<analysis::Event> Value>
void fields(Visitor& visit, Value& value)
{
    visit(value.key);
    visit(value.title);
    visit(value.date);
    visit(value.positions);
    visit(value.assumed);
    visit(value.factuality);
    visit(value.salience);
    visit(value.weight);
    visit(value.sources);
    visit(value.independent);
    visit(value.participants);
    visit(value.supports);
}

template <class Visitor, Is<analysis::Hint> Value>
void fields(Visitor& visit, Value& value)
{
    visit(value.type);
    visit(value.event);
    visit(value.score);
    visit(value.why);
    visit(value.articleA);
    visit(value.spanA);
    visit(value.articleB);
    visit(value.spanB);
    visit(value.kind);
}

} // namespace synoptic::cache
