// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/furniture_phrases.h"

#include <algorithm>

// Lists read better in columns than one phrase a line.
// clang-format off

namespace synoptic::ingest {
namespace {

Phrases sorted(Phrases phrases)
{
    std::ranges::sort(phrases);
    return phrases;
}

} // namespace

const Phrases& tailOpeners()
{
    static const Phrases phrases = sorted({
        "related articles", "related stories", "related posts", "related news", "related content", "related topics",
        "related coverage", "related reading", "more stories", "more news", "more related stories", "leave a reply",
        "leave a comment", "post a comment", "add a comment", "join the conversation", "join the discussion",
        "view comments", "show comments", "comments", "source link", "back to top", "back to top button",
        "most popular", "most read", "most viewed", "trending", "trending now", "trending stories",
        "popular stories", "popular posts", "latest stories", "latest news", "recent posts", "recent stories",
        "recommended", "recommended for you", "recommended stories", "you may also like", "you might also like",
        "you may like", "editors picks", "editor s picks", "sponsored content", "sponsored stories", "paid content",
        "promoted stories", "around the web", "from the web", "next article", "previous article", "next post",
        "previous post", "next story", "previous story", "read next", "share this article", "share this story",
        "share this post", "share this", "sign up for our newsletter", "subscribe to our newsletter", "follow us",
        "tags", "filed under", "about the author", "more from the web", "read also", "more on this story",
        "more on this topic", "top stories"});
    return phrases;
}

const Phrases& widgets()
{
    static const Phrases phrases = sorted({
        "advertisement", "advert", "ad", "ads", "ads by google", "advertisement continue reading below",
        "story continues below advertisement", "story continues below", "article continues below",
        "article continues below advertisement", "continue reading", "continue reading the main story",
        "scroll to continue", "skip advertisement", "skip to content", "skip to main content", "skip to navigation",
        "read more", "read full article", "read the full article", "read full story", "read the full story",
        "know more", "learn more", "more info", "see more", "show more", "load more", "view more", "view all",
        "see all", "click here", "share", "shares", "tweet", "pin it", "email", "e mail", "print", "print this",
        "copy link", "link copied", "save", "save article", "save this story", "bookmark", "facebook", "twitter",
        "whatsapp", "linkedin", "reddit", "pinterest", "telegram", "flipboard", "share on facebook",
        "share on twitter", "share via email", "share tweet", "facebook twitter", "share on", "share via", "follow",
        "like loading", "loading", "sign up", "sign in", "log in", "login", "register", "subscribe",
        "subscribe now", "subscribe today", "subscribe to continue reading", "already a subscriber", "newsletter",
        "newsletters", "sign up now", "enter your email", "enter your email address", "email address",
        "required fields are marked", "all rights reserved", "privacy policy", "cookie policy", "cookie settings",
        "terms of use", "terms of service", "terms and conditions", "terms conditions", "contact us", "about us",
        "advertise with us", "the trust project", "according to the criteria of", "close", "close menu",
        "open menu", "menu", "search", "play", "play video", "watch video", "watch now", "view gallery",
        "back to gallery", "image", "hide caption", "toggle caption", "enlarge this image", "view image",
        "getty images", "reuters file photo", "file photo", "this slideshow requires javascript",
        "please enable javascript", "related", "min read", "listen to this article", "listen", "text size",
        "font size", "aa", "home", "comment", "no comments", "0 comments", "be the first to comment", "reply",
        "download app", "download the app", "get the app", "open in app", "written by", "posted by", "published by",
        "by", "with inputs from agencies"});
    return phrases;
}

const Phrases& widgetBeginnings()
{
    static const Phrases phrases = {
        "also read", "read also", "read more", "see also", "read this", "must read", "also see", "more from",
        "more on", "related", "watch", "click to", "sign up for", "sign up to", "subscribe to", "subscribe for",
        "follow us on", "follow us", "follow me on", "like us on", "join us on", "share this",
        "your email address will not be published", "required fields are marked", "save my name email",
        "notify me of", "by clicking", "by signing up", "by subscribing", "by entering your email", "copyright",
        "all rights reserved", "we use cookies", "this site uses cookies", "this website uses cookies",
        "we and our partners", "accept cookies", "download the", "skip to", "advertise with", "image 1 of",
        "hide caption", "filed under", "posted in", "tagged", "tags", "topics", "categories", "get our",
        "get the latest", "view comments", "comments", "leave a", "recommended", "trending", "powered by",
        "have a tip", "got a tip", "send tips", "view this post on", "a post shared by"};
    return phrases;
}


const Phrases& labelBeginnings()
{
    static const Phrases phrases = {
        "related", "watch", "read more", "read this", "must read", "more on", "more from", "recommended",
        "trending", "topics", "categories", "tags", "tagged", "comments", "download the", "click to",
        "get the latest", "get our", "copyright", "see also", "also see", "leave a", "share this", "subscribe to",
        "subscribe for", "sign up to", "sign up for", "follow us", "powered by"};
    return phrases;
}

const Phrases& creditBeginnings()
{
    static const Phrases phrases = {
        "photo", "photos", "photo by", "photograph by", "photograph", "image", "image credit", "image copyright",
        "image source", "image caption", "picture", "media caption", "photo credit", "credit", "credits",
        "courtesy", "courtesy of", "getty images", "video caption", "foto", "bild", "illustration by", "graphic by",
        "above"};
    return phrases;
}

const Phrases& menuWords()
{
    static const Phrases words = sorted({
        "home", "homepage", "news", "world", "us", "uk", "usa", "politics", "business", "economy", "markets",
        "finance", "money", "tech", "technology", "science", "health", "sport", "sports", "entertainment", "arts",
        "culture", "music", "movies", "film", "tv", "books", "travel", "food", "style", "fashion", "lifestyle",
        "life", "living", "opinion", "editorials", "editorial", "columnists", "letters", "video", "videos",
        "photos", "podcasts", "podcast", "weather", "local", "national", "international", "global", "regional",
        "education", "environment", "climate", "energy", "crime", "jobs", "careers", "events", "games", "gaming",
        "autos", "cars", "family", "community", "magazine", "archive", "archives", "latest", "breaking", "top",
        "stories", "story", "headlines", "trending", "popular", "featured", "features", "reviews", "analysis",
        "live", "about", "contact", "subscribe", "subscriptions", "newsletter", "newsletters", "advertise",
        "advertising", "privacy", "policy", "terms", "of", "use", "service", "conditions", "cookie", "cookies",
        "sitemap", "site", "map", "rss", "facebook", "twitter", "instagram", "youtube", "linkedin", "pinterest",
        "sign", "in", "log", "out", "up", "my", "account", "search", "menu", "sections", "help", "faq", "faqs",
        "accessibility", "and", "the", "more", "all", "europe", "asia", "africa", "americas", "middle", "east",
        "obituaries", "classifieds", "shop", "shopping", "deals", "real", "estate", "society", "people",
        "multimedia", "blogs", "blog", "press", "releases", "media", "topics", "follow", "share", "print",
        "edition", "editions"});
    return words;
}

} // namespace synoptic::ingest
