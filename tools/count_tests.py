#!/usr/bin/env python3
"""Reads a suite's log and answers how many of its tests passed and failed.

usage: count_tests.py KIND LOG EXIT_CODE     KIND: ours, gtest, vitest, playwright

Prints "PASSED FAILED". A suite that printed no count, or that failed without saying where, counts as one
failed test: silence must never look like success.
"""
import re
import sys

COLOUR = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def numbers(text, word):
    return sum(int(number) for number in re.findall(rf"(\d+) {word}\b", text))


def count(kind, text):
    """Passed and failed, or nothing where the log holds no count."""
    if kind == "ours":
        found = re.findall(r"^(\d+) passed, (\d+) failed\s*$", text, re.M)
        return tuple(map(int, found[-1])) if found else None
    if kind == "gtest":
        passed = re.findall(r"^\[  PASSED  \] (\d+) test", text, re.M)
        failed = re.findall(r"^\[  FAILED  \] .+ \(\d+ ms\)$", text, re.M)
        return (sum(map(int, passed)), len(failed)) if passed or failed else None
    if kind == "vitest":
        found = re.findall(r"^\s*Tests\s+(.*\(\d+\))\s*$", text, re.M)
        return (numbers(found[-1], "passed"), numbers(found[-1], "failed")) if found else None
    if kind == "playwright":
        lines = re.findall(r"^\s+(\d+ (?:passed|failed|interrupted|flaky|did not run))\b", text, re.M)
        if not lines:
            return None
        summary = ", ".join(lines)
        return numbers(summary, "passed") + numbers(summary, "flaky"), (
            numbers(summary, "failed") + numbers(summary, "interrupted") + numbers(summary, "did not run"))
    raise SystemExit(f"count_tests.py: unknown kind {kind}")


def main():
    kind, log, exit_code = sys.argv[1], sys.argv[2], int(sys.argv[3])
    with open(log, encoding="utf-8", errors="replace") as file:
        counted = count(kind, COLOUR.sub("", file.read()))
    passed, failed = counted or (0, 0)
    if (counted is None or passed + failed == 0 or exit_code != 0) and failed == 0:
        failed = 1
    print(passed, failed)


if __name__ == "__main__":
    main()
