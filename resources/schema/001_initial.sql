-- SPDX-FileCopyrightText: 2026 The Synoptic developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- A project: what a person decided, and nothing that can be found again. Every row carries 64 bits of SHA-256 over its
-- table, key and columns (src/store/row_check.h); those of history over the row before too. The digest row of a table
-- counts its rows and holds the XOR of their checks. Both change in the transaction that changes the row.

CREATE TABLE project (
  key TEXT PRIMARY KEY NOT NULL,
  value BLOB NOT NULL,
  row_check INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Append-only. What is done is a list of edits as JSON; what is undone or done again names the action by its number.
CREATE TABLE history (
  number INTEGER PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  target INTEGER NOT NULL,
  at INTEGER NOT NULL,
  name TEXT NOT NULL,
  edits TEXT NOT NULL,
  row_check INTEGER NOT NULL
) STRICT;

-- The articles as they were when last analyzed, so that one can say what changed. A name is bytes.
CREATE TABLE source (
  file BLOB PRIMARY KEY NOT NULL,
  sha256 TEXT NOT NULL,
  row_check INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Layout, selection, filters, zoom.
CREATE TABLE view (
  key TEXT PRIMARY KEY NOT NULL,
  value BLOB NOT NULL,
  row_check INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE digest (
  name TEXT PRIMARY KEY NOT NULL,
  row_count INTEGER NOT NULL,
  checks INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
