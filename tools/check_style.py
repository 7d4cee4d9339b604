#!/usr/bin/env python3
"""Checks of the house style that clang-format and Biome do not make.

Prints file:line: what, and ends with exit code 1 if there is any.
"""
import os
import re
import subprocess
import sys

MOST_LINES = 500
WIDEST_LINE = 110
CODE = (".h", ".cpp", ".sql", ".py", ".ts", ".tsx", ".mjs", ".css")
SHELL = {"dev", ".ci/run"}
# Headers that cost every file that includes them, or that belong behind one driver: header, where it may
# stand.
GUARDED_INCLUDES = [
    (re.compile(r"#include <(regex|iostream)>"), re.compile(r"^(src/main\.cpp|tests/|bench/)")),
    (re.compile(r"#include <boost/(asio|beast)"), re.compile(r"^(src/http/[a-z_]+\.cpp|tests/|bench/)")),
    (re.compile(r"#include <sqlite3\.h>"), re.compile(r"^(src/db/|bench/|tests/)")),
    (re.compile(r"#include <libpq-fe\.h>"), re.compile(r"^(src/db/|bench/|tests/)")),
]
# What opens a way for others, or is broken: pattern, where it may stand all the same.
GUARDED_CALLS = [
    (re.compile(r"(?<![\w.>:])(std::)?(system|popen|exec[lv]p?e?|fork|posix_spawn)\("),
     re.compile(r"^(tests|bench)/|.*_test\.cpp$")),
    (re.compile(r"(?<![\w.>:])(std::)?s?rand\("), re.compile(r"^$")),
    # RFC 6238 counts its codes with HMAC-SHA-1, as every telephone does.
    (re.compile(r"(?i)\b(evp_)?(md4|md5|sha_?1|rc4|des3?)\(|_ecb\b"), re.compile(r"^src/secrets/totp\.cpp$")),
]
# Made by the program; and what has run on somebody's data, which may not change by a letter.
KEPT_AS_THEY_ARE = re.compile(r"^docs/schema\.sql$|/migrations/\d{4}_")
# What no formatter can break: a template, an expression or a path of a drawing, an order to the linter.
UNBREAKABLE = re.compile(r"`|^\s*/[^/*].*/[a-z]*[,;]$|\bd=\"|biome-ignore|\{\" \"\}$")
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b")


def tracked_files():
    command = ["git", "ls-files", "-co", "--exclude-standard"]
    listed = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    for path in sorted(set(listed.stdout.splitlines())):
        is_script = path in SHELL or (path.startswith("tools/") and "." not in os.path.basename(path))
        if (is_script or path.endswith(CODE)) and ".generated." not in path and os.path.exists(path):
            if not KEPT_AS_THEY_ARE.search(path):
                yield path


def faults(path):
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    if len(lines) - 1 > MOST_LINES:
        yield 1, f"{len(lines) - 1} lines, the house has at most {MOST_LINES}"
    if path.endswith(".h") and not any(line == "#pragma once" for line in lines):
        yield 1, "no #pragma once"
    for number, line in enumerate(lines, 1):
        is_unbreakable = path.endswith((".ts", ".tsx", ".mjs")) and UNBREAKABLE.search(line)
        if len(line) > WIDEST_LINE and not is_unbreakable:
            yield number, f"{len(line)} characters, the house has at most {WIDEST_LINE}"
        if line != line.rstrip():
            yield number, "blank at the end of the line"
        if UNFINISHED.search(line):
            yield number, "unfinished work belongs in an issue"
        if path.endswith((".h", ".cpp")):
            for call, allowed in GUARDED_CALLS:
                found = call.search(line)
                if found and not allowed.match(path) and "//" not in line[:found.start()]:
                    yield number, f"{found[0]}...) is not allowed here"
            for include, allowed in GUARDED_INCLUDES:
                if include.match(line) and not allowed.match(path):
                    yield number, f"{line.strip()} is not allowed here"


def main():
    found = 0
    for path in tracked_files():
        for number, what in faults(path):
            print(f"{path}:{number}: {what}")
            found += 1
    print(f"{found} faults of style")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
