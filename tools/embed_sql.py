#!/usr/bin/env python3
"""Turns the named statements under src/ into C++ constants.

usage: embed_sql.py SRC OUT [LIST]     LIST only makes the build run it again when a file has come or gone

src/modules/workshop/order/order.sql becomes OUT/modules/workshop/order/order.sql.h with one constant for
each `-- name: find_order`, in the namespace forecourt::sql::order and with the statement name
"workshop.find_order". Files in a migrations/ folder go into OUT/all_migrations.cpp. A file is only written
when its text has changed.
"""
import os
import re
import sys

NAME_LINE = re.compile(r"^--\s*name:\s*(\S+)\s*$")
IDENTIFIER = re.compile(r"^[a-z][a-z0-9_]*$")
MIGRATION_FILE = re.compile(r"^(\d{4})_([a-z0-9_]+)\.sql$")


class Fault(Exception):
    """A mistake in a .sql file; stops the build with the place of it."""


def write_if_changed(path, text):
    try:
        with open(path, encoding="utf-8") as file:
            if file.read() == text:
                return
    except OSError:
        pass
    os.makedirs(os.path.dirname(path), exist_ok=True)
    temporary = f"{path}.{os.getpid()}"
    with open(temporary, "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(temporary, path)


def sql_files(src):
    for folder, folders, names in os.walk(src):
        folders.sort()
        for name in sorted(names):
            if name.endswith(".sql"):
                yield os.path.relpath(os.path.join(folder, name), src)


def area_of(relative):
    """modules/workshop/order/order.sql -> workshop; services/ledger/ledger.sql -> ledger; db/x.sql -> db."""
    parts = relative.split("/")
    if parts[0] in ("modules", "services"):
        return parts[1]
    return parts[0]


def parse_statements(relative, text):
    statements = []
    seen = {}
    name, lines, name_line = None, [], 0

    def close():
        if name is None:
            return
        body = "\n".join(lines).strip()
        while body.endswith(";"):
            body = body[:-1].rstrip()
        if not body:
            raise Fault(f"src/{relative}:{name_line}: {name} has no text")
        if ';' in re.sub(r"'[^']*'|--[^\n]*", "", body):
            raise Fault(f"src/{relative}:{name_line}: {name} holds more than one statement")
        if ')SQL"' in body:
            raise Fault(f"src/{relative}:{name_line}: {name} must not hold )SQL\"")
        statements.append((name, body))

    for number, line in enumerate(text.splitlines(), 1):
        match = NAME_LINE.match(line)
        if match:
            close()
            name, lines, name_line = match.group(1), [], number
            if not IDENTIFIER.match(name):
                raise Fault(f"src/{relative}:{number}: {name} is not a lower-case name")
            if name in seen:
                raise Fault(f"src/{relative}:{number}: {name} is already in line {seen[name]}")
            seen[name] = number
        elif line.lstrip().startswith("--"):
            continue
        elif name is None:
            if line.strip():
                raise Fault(f"src/{relative}:{number}: text before the first `-- name:`")
        else:
            lines.append(line.rstrip())
    close()
    if not statements:
        raise Fault(f"src/{relative}: no `-- name:` in it")
    return statements


def header_text(area, namespace, statements):
    out = ["#pragma once", "#include <db/sql.h>", "", f"namespace forecourt::sql::{namespace} {{"]
    for name, body in statements:
        out += [f'inline constexpr db::Sql {name}{{"{area}.{name}", R"SQL({body})SQL"}};']
    out += [f"}}  // namespace forecourt::sql::{namespace}", ""]
    return "\n".join(out)


def migration_of(relative):
    """The module, number and name that the place of a migration says."""
    parts = relative.split("/")
    match = MIGRATION_FILE.match(parts[-1])
    if not match or parts[-2] != "migrations" or len(parts) < 3:
        raise Fault(f"src/{relative}: a migration is <module>/migrations/NNNN_name.sql")
    return parts[-3], int(match.group(1)), match.group(2)


def all_sql_text(headers, references):
    out = ["#include <db/sql.h>"]
    out += [f"#include <{header}>" for header in headers]
    out += ["", "namespace forecourt::db {", "std::span<const Sql* const> all_statements() {"]
    if references:
        out += ["    static constexpr const Sql* statements[] = {"]
        out += [f"        &sql::{reference}," for reference in references]
        out += ["    };", "    return statements;"]
    else:
        out += ["    return {};"]
    out += ["}", "}  // namespace forecourt::db", ""]
    return "\n".join(out)


def all_migrations_text(migrations):
    out = ["#include <db/sql.h>", "", "namespace forecourt::db {"]
    out += ["std::span<const Migration> all_migrations() {"]
    if migrations:
        out += ["    static constexpr Migration migrations[] = {"]
        for (module, number, name), body in migrations:
            out += [f'        {{"{module}", {number}, "{name}", R"SQL({body})SQL"}},']
        out += ["    };", "    return migrations;"]
    else:
        out += ["    return {};"]
    out += ["}", "}  // namespace forecourt::db", ""]
    return "\n".join(out)


def embed(src, out):
    headers, references, migrations = [], [], []
    owner = {}
    statement_owner = {}
    for relative in sql_files(src):
        with open(os.path.join(src, relative), encoding="utf-8") as file:
            text = file.read()
        if "/migrations/" in relative:
            if ')SQL"' in text:
                raise Fault(f"src/{relative}: must not hold )SQL\"")
            migrations.append((migration_of(relative), text))
            continue
        area = area_of(relative)
        namespace = re.sub(r"[^a-z0-9]", "_", os.path.basename(relative)[: -len(".sql")].lower())
        statements = parse_statements(relative, text)
        for name, _ in statements:
            for key, kept in ((f"{namespace}::{name}", owner), (f"{area}.{name}", statement_owner)):
                if key in kept:
                    raise Fault(f"src/{relative}: {key} is already in src/{kept[key]}")
                kept[key] = relative
            references.append(f"{namespace}::{name}")
        headers.append(relative + ".h")
        write_if_changed(os.path.join(out, relative + ".h"), header_text(area, namespace, statements))
    migrations.sort()
    for (first, _), (second, _) in zip(migrations, migrations[1:]):
        if first[:2] == second[:2]:
            raise Fault(f"two migrations of {first[0]} have the number {first[1]:04}")
    write_if_changed(os.path.join(out, "all_sql.cpp"), all_sql_text(headers, references))
    write_if_changed(os.path.join(out, "all_migrations.cpp"), all_migrations_text(migrations))


if __name__ == "__main__":
    try:
        embed(sys.argv[1], sys.argv[2])
    except Fault as fault:
        sys.exit(f"{fault}")
