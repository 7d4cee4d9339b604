#!/usr/bin/env python3
"""Makes docs/security.md out of docs/security_checks.json and the marks in the tests.

usage: security_table.py [--write]     without it: says what is wrong, exit code 1 if anything is

A mark is a comment directly above a test (or a part of a story): "// security 27, 58", "# security 14".
A check that no test shows must say in docs/security_checks.json why not ("open"); one that has tests may add
what they do not show ("but").
"""
import glob
import json
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PLACES = ["src/**/*_test.cpp", "tests/**/*.cpp", "tests/**/*.mjs", "stories/*.story", "web/src/**/*.test.ts",
          "web/src/**/*.test.tsx", "web/test/**/*.ts", "web/e2e/**/*.ts", "tools/*_test.py",
          "tools/openapi/*.mjs"]
MARK = re.compile(r"^\s*(?://|#)\s*security (\d+(?:, \d+)*)\s*$")
# What names the thing below a mark, in the languages of the tests.
NAMES = [
    re.compile(r"\bTEST(?:_F|_P)?\((\w+),\s*(\w+)"),
    re.compile(r"\b(?:test|it|describe)(?:\.\w+)*\(\s*[\"'`](.+?)[\"'`]"),
    re.compile(r"^\s*(?:async )?(?:def|function\*?) (\w+)"),
    re.compile(r"^(?:[\w:<>,&* ]+ )?(\w+)\("),
    re.compile(r"^\s*#\s*(.+?)\s*$"),
    re.compile(r"^\s*//\s*(.+?)\s*$"),
    re.compile(r"^\s*(?:do|view|as) (\S+.{0,40})"),
]


def name_of(lines):
    """What the first line that has a name is called; nothing where none comes."""
    for line in lines:
        if not line.strip() or MARK.match(line):
            continue
        for pattern in NAMES:
            found = pattern.search(line)
            if found:
                return ".".join(found.groups())
        return None
    return None


def marks(root):
    """(number, path, name, line) of each mark."""
    for place in PLACES:
        for path in sorted(glob.glob(os.path.join(root, place), recursive=True)):
            if "node_modules" in path:
                continue
            with open(path, encoding="utf-8") as file:
                lines = file.read().split("\n")
            for at, line in enumerate(lines):
                found = MARK.match(line)
                if found:
                    for number in re.findall(r"\d+", found[1]):
                        name = name_of(lines[at + 1:at + 6])
                        yield int(number), os.path.relpath(path, root), name, at + 1


def look(root):
    """The checks, the tests of each, and what is wrong, in sentences."""
    with open(os.path.join(root, "docs/security_checks.json"), encoding="utf-8") as file:
        checks = json.load(file)
    tests = {check["number"]: [] for check in checks}
    faults = []
    if [check["number"] for check in checks] != list(range(1, len(checks) + 1)):
        faults.append("docs/security_checks.json: the numbers do not run from 1 on")
    for number, path, name, line in marks(root):
        if number not in tests:
            faults.append(f"{path}:{line}: there is no check {number}")
        elif name is None:
            faults.append(f"{path}:{line}: the mark stands above nothing that has a name")
        else:
            tests[number].append((path, name))
    for check in checks:
        number, shown = check["number"], tests[check["number"]]
        if not shown and not check.get("open"):
            faults.append(f"check {number} has neither a test nor a reason")
        if shown and check.get("open"):
            faults.append(f"check {number} has tests and says it is open: what they leave out is its \"but\"")
    return checks, tests, faults


def document(checks, tests):
    shown = sum(1 for check in checks if tests[check["number"]])
    text = ["# Security checks", "",
            "Made by `tools/security_table.py --write` out of the marks in the tests (`// security 27`)",
            "and `docs/security_checks.json`; a test of the build's tools fails when it is stale. The second",
            "column names the chapters of OWASP ASVS 5.0.0.",
            f"{shown} of {len(checks)} checks are shown by tests; each other says why not.", "",
            "| # | ASVS | check | shown by |", "| --- | --- | --- | --- |"]
    for check in checks:
        parts = [f"`{path}`: {name}".replace("|", "\\|") for path, name in tests[check["number"]]]
        if check.get("open"):
            parts.append(f"**open**: {check['open']}")
        if check.get("but"):
            parts.append(f"*not shown*: {check['but']}")
        text.append(f"| {check['number']} | {check['asvs']} | {check['check']} | {'<br>'.join(parts)} |")
    return "\n".join(text) + "\n"


def main(arguments, root=ROOT):
    checks, tests, faults = look(root)
    path = os.path.join(root, "docs/security.md")
    made = document(checks, tests)
    if arguments == ["--write"]:
        with open(path, "w", encoding="utf-8") as file:
            file.write(made)
    else:
        kept = ""
        if os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                kept = file.read()
        if kept != made:
            faults.append("docs/security.md is not what the tests say: tools/security_table.py --write")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
