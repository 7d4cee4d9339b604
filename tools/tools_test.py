#!/usr/bin/env python3
"""Tests of the build's own tools: each check is shown to fail on a planted fault."""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import check_style  # noqa: E402
import count_tests  # noqa: E402
import embed_assets  # noqa: E402
import embed_sql  # noqa: E402
import run_fuzzers  # noqa: E402
import sbom  # noqa: E402
import security_table  # noqa: E402


def write(root, path, text):
    full = os.path.join(root, path)
    os.makedirs(os.path.dirname(full), exist_ok=True)
    with open(full, "w", encoding="utf-8") as file:
        file.write(text)
    return full


def read(root, path):
    with open(os.path.join(root, path), encoding="utf-8") as file:
        return file.read()


class EmbedSql(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.src = os.path.join(self.folder.name, "src")
        self.out = os.path.join(self.folder.name, "out")
        os.makedirs(self.src)

    def embed(self):
        embed_sql.embed(self.src, self.out)

    def refused(self, what):
        with self.assertRaises(embed_sql.Fault) as caught:
            self.embed()
        self.assertIn(what, str(caught.exception))

    def test_a_statement_becomes_a_constant_named_after_its_module(self):
        write(self.src, "modules/workshop/order/order.sql",
              "-- name: find_order\n-- why\nselect id\nfrom workshop_order\nwhere id = :id;\n\n"
              "-- name: all\nselect 1\n")
        self.embed()
        header = read(self.out, "modules/workshop/order/order.sql.h")
        self.assertIn("namespace forecourt::sql::order {", header)
        self.assertIn('db::Sql find_order{"workshop.find_order", R"SQL(select id\nfrom workshop_order\n'
                      'where id = :id)SQL"};', header)
        listed = read(self.out, "all_sql.cpp")
        self.assertIn("&sql::order::find_order,", listed)
        self.assertIn("&sql::order::all,", listed)

    def test_a_file_outside_modules_is_named_after_its_area(self):
        write(self.src, "services/ledger/ledger.sql", "-- name: post\nselect 1\n")
        write(self.src, "action/kept-reply.sql", "-- name: find_reply\nselect 1\n")
        self.embed()
        self.assertIn('"ledger.post"', read(self.out, "services/ledger/ledger.sql.h"))
        header = read(self.out, "action/kept-reply.sql.h")
        self.assertIn("namespace forecourt::sql::kept_reply {", header)
        self.assertIn('"action.find_reply"', header)

    def test_migrations_are_in_the_order_of_module_and_number(self):
        write(self.src, "modules/parts/migrations/0002_stock.sql", "second")
        write(self.src, "modules/parts/migrations/0001_part.sql", "first")
        write(self.src, "services/access/migrations/0001_person.sql", "before both")
        self.embed()
        text = read(self.out, "all_migrations.cpp")
        expected = ('{"access", 1, "person"', '{"parts", 1, "part"', '{"parts", 2, "stock"')
        places = [text.index(part) for part in expected]
        self.assertEqual(places, sorted(places))

    def test_nothing_is_written_when_nothing_changed(self):
        write(self.src, "modules/a/b/b.sql", "-- name: one\nselect 1\n")
        self.embed()
        header = os.path.join(self.out, "modules/a/b/b.sql.h")
        os.utime(header, (1, 1))
        self.embed()
        self.assertEqual(os.stat(header).st_mtime, 1)

    def test_a_name_twice_in_a_file_is_refused(self):
        write(self.src, "modules/a/b/b.sql", "-- name: one\nselect 1\n-- name: one\nselect 2\n")
        self.refused("src/modules/a/b/b.sql:3: one is already in line 1")

    def test_a_name_twice_in_a_module_is_refused(self):
        write(self.src, "modules/a/b/b.sql", "-- name: one\nselect 1\n")
        write(self.src, "modules/a/c/c.sql", "-- name: one\nselect 1\n")
        self.refused("a.one is already in")

    def test_two_modules_with_one_constant_are_refused(self):
        write(self.src, "modules/a/order/order.sql", "-- name: one\nselect 1\n")
        write(self.src, "modules/b/order/order.sql", "-- name: one\nselect 2\n")
        self.refused("order::one is already in")

    def test_two_statements_under_one_name_are_refused(self):
        write(self.src, "modules/a/b/b.sql", "-- name: one\nselect ';'; delete from x;\n")
        self.refused("more than one statement")

    def test_text_before_the_first_name_is_refused(self):
        write(self.src, "modules/a/b/b.sql", "select 1\n")
        self.refused("text before the first")

    def test_a_name_without_text_is_refused(self):
        write(self.src, "modules/a/b/b.sql", "-- name: one\n-- only words\n")
        self.refused("one has no text")

    def test_two_migrations_with_one_number_are_refused(self):
        write(self.src, "modules/a/migrations/0001_one.sql", "x")
        write(self.src, "modules/a/migrations/0001_two.sql", "y")
        self.refused("two migrations of a have the number 0001")

    def test_a_migration_without_number_is_refused(self):
        write(self.src, "modules/a/migrations/first.sql", "x")
        self.refused("a migration is <module>/migrations/NNNN_name.sql")


class EmbedAssets(unittest.TestCase):
    def test_the_table_is_sorted_and_follows_the_contents(self):
        with tempfile.TemporaryDirectory() as root:
            out = os.path.join(root, "out")
            write(root, "words/core.json", "{}")
            write(root, "web/dist/index.html", "<p>" + "plenty of the same " * 200)
            write(root, "standards/reception.json", "{}")
            write(root, "standards/notes.md", "not an asset")
            embed_assets.embed(root, out, False)
            table = read(out, "assets_table.cpp")
            places = [table.index(f'"{path}"')
                      for path in ("standards/reception.json", "web/index.html", "words/core.json")]
            self.assertEqual(places, sorted(places))
            self.assertNotIn("notes.md", table)
            self.assertIn(".gz", read(out, "assets.S"))
            before = read(out, "assets.S")
            write(root, "words/core.json", '{"a": 1}')
            embed_assets.embed(root, out, False)
            self.assertNotEqual(before, read(out, "assets.S"))
            embed_assets.embed(root, out, True)
            self.assertNotIn("web/index.html", read(out, "assets_table.cpp"))


class CountTests(unittest.TestCase):
    def test_each_kind_of_log_is_understood(self):
        for kind, text, expected in (
            ("ours", "1 passed, 1 failed\nwords\n12 passed, 3 failed\n", (12, 3)),
            ("gtest", "[  FAILED  ] A.b (3 ms)\n[  PASSED  ] 40 tests.\n[  FAILED  ] A.b\n", (40, 1)),
            ("gtest", "[  FAILED  ] A/B.c/0, where GetParam() = 1 (0 ms)\n[  PASSED  ] 0 tests.\n", (0, 1)),
            ("gtest", "[  PASSED  ] 1 test.\n", (1, 0)),
            ("vitest", " Test Files  2 passed (2)\n      Tests  1 failed | 12 passed (13)\n", (12, 1)),
            ("vitest", "      Tests  12 passed | 1 skipped (13)\n", (12, 0)),
            ("playwright", "  1 failed\n    [x] y\n  2 did not run\n  1 flaky\n  7 passed (9.1s)\n", (8, 3)),
        ):
            self.assertEqual(count_tests.count(kind, text), expected, (kind, text))

    def test_a_log_without_a_count_has_none(self):
        for kind in ("ours", "gtest", "vitest", "playwright"):
            self.assertIsNone(count_tests.count(kind, "all fine, 12 passed they say\n"), kind)


    def test_the_faults_of_a_log_are_told_and_else_its_end(self):
        good = [f"ok   number {i}" for i in range(30)]
        for fault in ("a_test.cpp:3: Failure\nExpected 1\n[  FAILED  ] A.b (3 ms)", "FAIL R7 races\n  seed 4",
                      "  ✘  3 e2e/a.spec.ts", "  1) [pages] › a.spec.ts:3\n    Error: nothing there"):
            told = count_tests.faults("\n".join(good + fault.splitlines() + good))
            self.assertEqual(told[:len(fault.splitlines())], fault.splitlines(), fault)
            self.assertLess(len(told), 10)
        self.assertEqual(count_tests.faults("\n".join(good))[-1], good[-1])
        self.assertLess(len(count_tests.faults("FAIL x\n" * 500)), 100)


class CheckStyle(unittest.TestCase):
    def faults(self, path, text):
        with tempfile.TemporaryDirectory() as root:
            here = os.getcwd()
            write(root, path, text)
            os.chdir(root)
            try:
                return [what for _, what in check_style.faults(path)]
            finally:
                os.chdir(here)

    def test_a_good_file_has_no_faults(self):
        self.assertEqual(self.faults("src/a/a.h", "#pragma once\n" + "x" * 110 + "\n"), [])

    # security 4, 5, 61
    def test_each_planted_fault_is_found(self):
        for path, text, what in (
            ("src/a/a.cpp", "x" * 111 + "\n", "111 characters"),
            ("src/a/a.cpp", "\n" * 501, "501 lines"),
            ("src/a/a.h", "int x;\n", "no #pragma once"),
            ("src/a/a.cpp", "int x; \n", "blank at the end"),
            ("src/a/a.cpp", "// TO" "DO later\n", "unfinished work"),
            ("src/a/a.cpp", "#include <regex>\n", "not allowed here"),
            ("src/modules/a/a.cpp", "#include <sqlite3.h>\n", "not allowed here"),
            ("src/modules/a/a.cpp", "    std::system(name.c_str());\n", "std::system(...) is not allowed"),
            ("src/modules/a/a.cpp", "const int n = rand();\n", "rand(...) is not allowed here"),
            ("src/modules/a/a.cpp", "EVP_md5();\n", "EVP_md5(...) is not allowed here"),
            ("src/modules/a/a.cpp", "#include <boost/asio/ip/tcp.hpp>\n", "not allowed here"),
        ):
            found = self.faults(path, text)
            self.assertTrue(found and what in found[0], (path, what, found))


DEPLOY = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "deploy")
HARDENED = {
    "User": "forecourt", "StateDirectory": "forecourt", "UMask": "0077", "NoNewPrivileges": "yes",
    "CapabilityBoundingSet": "", "AmbientCapabilities": "", "ProtectSystem": "strict", "ProtectHome": "yes",
    "ProtectProc": "invisible", "ProtectKernelTunables": "yes", "ProtectKernelModules": "yes",
    "ProtectKernelLogs": "yes", "ProtectControlGroups": "yes", "ProtectClock": "yes",
    "ProtectHostname": "yes",
    "PrivateTmp": "yes", "PrivateDevices": "yes", "RestrictNamespaces": "yes", "RestrictRealtime": "yes",
    "RestrictSUIDSGID": "yes", "LockPersonality": "yes", "MemoryDenyWriteExecute": "yes",
    "SystemCallArchitectures": "native", "RestrictAddressFamilies": "AF_INET AF_INET6 AF_UNIX",
}


def not_hardened(unit):
    """What a service lacks of what ours must have."""
    said = dict(line.split("=", 1) for line in unit.splitlines() if "=" in line and not line.startswith("#"))
    lacks = [name for name, value in HARDENED.items() if said.get(name) != value]
    if "SystemCallFilter=@system-service" not in unit.splitlines():
        lacks.append("SystemCallFilter")
    return lacks


class RunFuzzers(unittest.TestCase):
    def run_with(self, script):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        program = write(folder.name, "forecourt_fuzz_planted", "#!/bin/sh\n" + script)
        os.chmod(program, 0o755)
        self.addCleanup(os.chdir, os.getcwd())
        os.chdir(folder.name)
        return run_fuzzers.run(program, 1)

    def test_a_fuzzer_passes_when_it_tried_something(self):
        tried = self.run_with('echo "stat::number_of_executed_units: 12"')
        self.assertEqual(tried, (True, "planted: 12 inputs"))

    def test_one_that_crashes_or_tries_nothing_fails(self):
        crashed = self.run_with('echo "stat::number_of_executed_units: 12"; echo SUMMARY; exit 77')
        self.assertFalse(crashed[0])
        self.assertIn("SUMMARY", crashed[1])
        self.assertFalse(self.run_with("true")[0])


class SecurityTable(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = self.folder.name
        write(self.root, "src/http/a_test.cpp", "// security 1\nTEST(http, a_is_refused) {\n}\n")
        write(self.root, "stories/b.story", "# security 1, 2\n# Nobody signs twice.\ndo deals.sign {}\n")
        self.checks(None)

    def checks(self, third):
        write(self.root, "docs/security_checks.json", json.dumps([
            {"number": 1, "asvs": "1.2.4", "check": "a"}, {"number": 2, "asvs": "2.3.1", "check": "b | c"},
            {"number": 3, "asvs": "3.1.1", "check": "d", **(third or {"open": "not built"})}]))

    def faults(self):
        return security_table.look(self.root)[2]

    def test_the_table_names_the_tests_and_the_reasons(self):
        self.assertEqual(self.faults(), [])
        self.assertEqual(security_table.main(["--write"], self.root), 0)
        text = read(self.root, "docs/security.md")
        self.assertIn("| 1 | 1.2.4 | a | `src/http/a_test.cpp`: http.a_is_refused<br>`stories/b.story`: "
                      "Nobody signs twice. |", text)
        self.assertIn("| **open**: not built |", text)
        self.assertEqual(security_table.main([], self.root), 0)

    def test_a_stale_table_is_found(self):
        security_table.main(["--write"], self.root)
        write(self.root, "src/http/c_test.cpp", "// security 2\nTEST(http, c) {\n}\n")
        self.assertEqual(security_table.main([], self.root), 1)

    def test_a_check_without_test_and_reason_is_found(self):
        self.checks({"but": "half of it"})
        self.assertEqual(self.faults(), ["check 3 has neither a test nor a reason"])

    def test_a_mark_of_no_check_is_found(self):
        write(self.root, "src/http/c_test.cpp", "// security 79\nTEST(http, c) {\n}\n")
        self.assertEqual(self.faults(), ["src/http/c_test.cpp:1: there is no check 79"])

    def test_a_mark_above_nothing_is_found(self):
        write(self.root, "src/http/c_test.cpp", "// security 2\n}\n")
        self.assertIn("stands above nothing", self.faults()[0])

    def test_a_check_that_is_shown_can_not_be_open(self):
        write(self.root, "src/http/c_test.cpp", "// security 3\nTEST(http, c) {\n}\n")
        self.assertIn("check 3 has tests and says it is open", self.faults()[0])

    def test_this_program_says_of_every_check_what_shows_it(self):
        self.assertEqual(security_table.main([]), 0)


class Sbom(unittest.TestCase):
    LOCK = {"packages": {
        "": {"name": "page", "version": "1"},
        "node_modules/react": {"version": "19.0.0", "license": "MIT"},
        "node_modules/@x/y/node_modules/z": {"version": "2.0.0", "license": "ISC"},
        "node_modules/vite": {"version": "8.0.0", "dev": True},
    }}

    # security 73
    def test_a_real_program_is_listed_with_its_libraries(self):
        listed = {found["name"]: found for found in sbom.debian_components("/bin/sh")}
        self.assertIn("libc6", listed)
        self.assertRegex(listed["libc6"]["purl"], r"^pkg:deb/debian/libc6@\d")

    # security 73
    def test_what_the_page_contains_is_listed_and_what_builds_it_is_not(self):
        with tempfile.TemporaryDirectory() as folder:
            lock = write(folder, "package-lock.json", json.dumps(self.LOCK))
            purls = [found["purl"] for found in sbom.npm_components(lock)]
        self.assertEqual(purls, ["pkg:npm/z@2.0.0", "pkg:npm/react@19.0.0"])

    def test_what_is_taken_out_of_packages_is_listed(self):
        self.assertEqual([found["name"] for found in sbom.pinned_components()],
                         ["better-sqlite3", "@zxcvbn-ts/language-common"])

    def test_a_file_of_no_package_is_no_part_that_is_passed_over(self):
        with tempfile.NamedTemporaryFile() as file, self.assertRaises(SystemExit):
            sbom.package_of(file.name)


class Patroni(unittest.TestCase):
    """What loses acknowledged work is refused before it starts."""

    def refusal(self, config, version="3.0.2"):
        with tempfile.NamedTemporaryFile("w", suffix=".yml") as file:
            file.write(config)
            file.flush()
            done = subprocess.run([os.path.join(DEPLOY, "cluster", "check_patroni"), file.name], text=True,
                                  capture_output=True, env={**os.environ, "CHECK_PATRONI_VERSION": version})
        self.assertEqual(done.returncode == 0, done.stderr == "", done.stderr)
        return done.stderr

    def setUp(self):
        self.config = read(DEPLOY, "cluster/patroni.yml")

    def test_ours_is_taken(self):
        self.assertEqual(self.refusal(self.config), "")

    def test_etcd3_needs_a_newer_patroni(self):
        etcd3 = self.config.replace("\netcd:", "\netcd3:")
        self.assertIn("loses acknowledged commits", self.refusal(etcd3))
        self.assertEqual(self.refusal(etcd3, version="3.0.3"), "")

    def test_every_rule_is_missed(self):
        for line in ("synchronous_mode: true", "synchronous_mode_strict: true", "use_pg_rewind: true"):
            self.assertIn(line, self.refusal(self.config.replace(" " + line + "\n", " other: true\n")))
        failsafe = self.config.replace("failsafe_mode: false", "failsafe_mode: true")
        self.assertIn("failsafe", self.refusal(failsafe))


class Deploy(unittest.TestCase):
    def setUp(self):
        self.unit = read(DEPLOY, "forecourt.service")

    # security 67
    def test_the_service_may_do_no_more_than_it_must(self):
        self.assertEqual(not_hardened(self.unit), [])

    def test_each_line_that_is_taken_away_is_missed(self):
        for name in HARDENED:
            lines = [line for line in self.unit.splitlines() if not line.startswith(name + "=")]
            self.assertEqual(not_hardened("\n".join(lines)), [name])
        without = self.unit.replace("=@system-service", "=@default")
        self.assertEqual(not_hardened(without), ["SystemCallFilter"])

    def test_systemd_finds_little_to_reach(self):
        systemd = shutil.which("systemd-analyze")
        command = [systemd or "", "security", "--offline=true", "--threshold=20", "--no-pager"]
        if systemd is None:
            self.skipTest("systemd-analyze is not here")
        done = subprocess.run(command + [os.path.join(DEPLOY, "forecourt.service")],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_every_setting_of_the_file_is_one_of_the_program(self):
        source = read(DEPLOY, "../src/program/commands.cpp")
        for line in read(DEPLOY, "forecourt.conf").splitlines():
            setting = re.match(r"#?([a-z-]+) = \"?", line)
            if setting:
                self.assertIn(f'"--{setting.group(1)}"', source)


if __name__ == "__main__":
    result = unittest.main(exit=False, verbosity=0).result
    failed = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)
