#!/usr/bin/env python3
"""shards.py [SECONDS] [RATE]: what an action costs with one, two and three shards on this machine.

A shard is a PostgreSQL and a program of its own with its own stores; nothing is shared, and no action crosses
two. Each gets RATE arrivals a second. Two cores can not show three shards at their limit, so what counts is
the processor time of an action: when it stays the same, nothing grows with the number of shards.
"""
import http.client
import json
import os
import shutil
import subprocess
import sys
import threading
import time

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
PROGRAM = os.environ.get("FORECOURT_PROGRAM", os.path.join(ROOT, "build/release/forecourt"))
TICKS = os.sysconf("SC_CLK_TCK")
ARRIVAL = json.dumps({"party_size": 2, "purpose": "look_at_cars", "channel": "walk_in"})
MOST_DEARER = 1.25


def tree_ticks(roots):
    """Processor time of these processes and of all that came from them."""
    parents, ticks = {}, {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat") as file:
                fields = file.read().rsplit(")", 1)[1].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        parents[int(name)] = int(fields[1])
        ticks[int(name)] = sum(int(field) for field in fields[11:15])

    def is_ours(process):
        while process in parents and process not in roots:
            process = parents[process]
        return process in roots

    return sum(spent for process, spent in ticks.items() if is_ours(process))


class Shard:
    def __init__(self, number):
        self.number = number
        self.state = os.path.join(ROOT, f"build/pg/shard-{number}")
        self.data = os.path.join(ROOT, f"build/shard-{number}")
        self.address = ("127.0.0.1", 18100 + number)
        shutil.rmtree(self.data, ignore_errors=True)
        start = [f"{ROOT}/tools/test_postgres", "start", self.state]
        self.url = subprocess.check_output(start, text=True).strip()
        subprocess.check_call([PROGRAM, "init", "--data", self.data, "--database", self.url, "--demo",
                               "small", "--days", "0"], stdout=subprocess.DEVNULL)
        with open(os.path.join(self.state, "dir")) as file:
            with open(file.read().strip() + "/data/postmaster.pid") as pid:
                self.postmaster = int(pid.readline())

    def serve(self):
        self.program = subprocess.Popen(
            [PROGRAM, "serve", "--data", self.data, "--database", self.url, "--log-level", "error",
             "--listen", "%s:%d" % self.address], stderr=subprocess.DEVNULL)
        for _ in range(600):
            try:
                if self.ask("GET", "/readyz")[0] == 200:
                    break
            except OSError:
                time.sleep(0.1)
        status, body = self.ask("POST", "/api/sign_in", json.dumps({"login": "host", "password": "demo"}))
        assert status == 200, body
        self.token = json.loads(body)["token"]

    def ask(self, method, path, body=None, headers=None):
        line = http.client.HTTPConnection(*self.address, timeout=30)
        try:
            line.request(method, path, body, {"Content-Type": "application/json", **(headers or {})})
            answer = line.getresponse()
            return answer.status, answer.read()
        finally:
            line.close()

    def load(self, seconds, rate, took):
        line = http.client.HTTPConnection(*self.address, timeout=30)
        began = time.monotonic()
        for n in range(int(seconds * rate)):
            time.sleep(max(0.0, began + n / rate - time.monotonic()))
            asked = time.monotonic()
            line.request("POST", "/api/reception/register_arrival", ARRIVAL, {
                "Content-Type": "application/json", "Authorization": "Bearer " + self.token,
                "Idempotency-Key": f"shards {began} {n}"})
            answer = line.getresponse()
            answer.read()
            assert answer.status == 200, answer.status
            took.append(time.monotonic() - asked)

    def stop(self):
        self.program.terminate()
        self.program.wait()

    def throw_away(self):
        subprocess.call([f"{ROOT}/tools/test_postgres", "stop", self.state])
        shutil.rmtree(self.data, ignore_errors=True)


def measure(shards, seconds, rate):
    """Milliseconds of processor time an action, and how long callers waited."""
    for shard in shards:
        shard.serve()
    took = []
    roots = {process for shard in shards for process in (shard.program.pid, shard.postmaster)}
    for shard in shards:
        shard.load(2, rate, [])
    before, began = tree_ticks(roots), time.monotonic()
    callers = [threading.Thread(target=shard.load, args=(seconds, rate, took)) for shard in shards]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    lasted = time.monotonic() - began
    spent_ms = 1000 * (tree_ticks(roots) - before) / TICKS / max(len(took), 1)
    for shard in shards:
        shard.stop()
    took.sort()
    print(f"{len(shards)} shards: {len(took) / lasted:.1f}/s of {len(shards) * rate}/s offered, "
          f"{spent_ms:.2f} ms of processor an action, p50 {1000 * took[len(took) // 2]:.1f} ms, "
          f"p99 {1000 * took[len(took) * 99 // 100]:.1f} ms", flush=True)
    return spent_ms


def main():
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    rate = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    shards = []
    try:
        for number in (1, 2, 3):
            shards.append(Shard(number))
        costs = [measure(shards[:count], seconds, rate) for count in (1, 2, 3)]
    finally:
        for shard in shards:
            shard.throw_away()
    good = max(costs) <= MOST_DEARER * costs[0]
    print(("ok   " if good else "FAIL ") + "shards: an action of three costs %.2f times one of one"
          % (costs[2] / costs[0]))
    return 0 if good else 1


sys.exit(main())
