#!/usr/bin/env python3
"""Runs every fuzzer of a build for some seconds, two at a time.

usage: run_fuzzers.py BUILD_FOLDER SECONDS

Each begins with its seeds in tests/fuzz/seeds and with what earlier runs found (build/corpus). A fuzzer
passes when it ended by the clock, having tried something; what made it fail is left in build/fuzz-findings.
The last line is "N passed, N failed".
"""
import concurrent.futures
import glob
import os
import re
import subprocess
import sys

# What the program itself ships is a seed too.
MORE_SEEDS = {"standard": ["standards", "standards/checklists"]}
TRIED = re.compile(r"^stat::number_of_executed_units: *(\d+)$", re.M)


def command(program, name, seconds):
    corpus = f"build/corpus/{name}"
    os.makedirs(corpus, exist_ok=True)
    os.makedirs("build/fuzz-findings", exist_ok=True)
    seeds = [folder for folder in [f"tests/fuzz/seeds/{name}", *MORE_SEEDS.get(name, [])]
             if os.path.isdir(folder)]
    return [program, f"-max_total_time={seconds}", "-timeout=10", "-rss_limit_mb=2048", "-max_len=65536",
            "-print_final_stats=1", f"-artifact_prefix=build/fuzz-findings/{name}-", corpus, *seeds]


def run(program, seconds):
    """Whether the fuzzer passed, and a line about it; what it said where it did not."""
    name = os.path.basename(program).removeprefix("forecourt_fuzz_")
    done = subprocess.run(command(program, name, seconds), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, errors="replace", check=False)
    tried = TRIED.search(done.stdout)
    inputs = int(tried[1]) if tried else 0
    if done.returncode == 0 and inputs > 0:
        return True, f"{name}: {inputs} inputs"
    return False, f"FAILED {name}: exit code {done.returncode}, {inputs} inputs\n{done.stdout[-4000:]}"


def main(folder, seconds):
    programs = sorted(glob.glob(f"{folder}/forecourt_fuzz_*"))
    passed = 0
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        for good, text in pool.map(lambda program: run(program, seconds), programs):
            passed += good
            print(text, flush=True)
    print(f"{passed} passed, {len(programs) - passed} failed")
    return 0 if programs and passed == len(programs) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
