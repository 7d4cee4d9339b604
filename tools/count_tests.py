#!/usr/bin/env python3
"""Reads a suite's log and answers how many of its tests passed and failed.

usage: count_tests.py KIND LOG EXIT_CODE     KIND: ours, gtest, vitest, playwright
       count_tests.py faults LOG

Prints "PASSED FAILED". A suite that printed no count, or that failed without saying where, counts as one
failed test: silence must never look like success. With "faults" it prints what the log says of each failed
test, or the log's end where it names none, so that the end of a long run tells why it is red.
"""
import re
import sys

COLOUR = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


FAULT = re.compile(r"FAIL|\bFailure$|^ *✘|^\s+\d+\) \[|\bError: ")
LINES_OF_A_FAULT = 5
MOST_LINES = 60


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


def faults(text):
    """The lines that tell of a failed test, each with the few after it; else the last ones."""
    lines = [line for line in text.splitlines() if line.strip()]
    told = sorted({at for found, line in enumerate(lines) if FAULT.search(line)
                   for at in range(found, min(found + 1 + LINES_OF_A_FAULT, len(lines)))})
    return [lines[at] for at in told][:MOST_LINES] or lines[-LINES_OF_A_FAULT:]


def main():
    with open(sys.argv[2], encoding="utf-8", errors="replace") as file:
        text = COLOUR.sub("", file.read())
    if sys.argv[1] == "faults":
        print("\n".join(faults(text)))
        return
    kind, exit_code = sys.argv[1], int(sys.argv[3])
    counted = count(kind, text)
    passed, failed = counted or (0, 0)
    if (counted is None or passed + failed == 0 or exit_code != 0) and failed == 0:
        failed = 1
    print(passed, failed)


if __name__ == "__main__":
    main()
