// Checks the program's description of itself: node lint.mjs PROGRAM COMMITTED
// 1. COMMITTED is what the program says today. 2. No operation breaks a rule of the linter.
// Each operation is one test, and so is the document around them; the last line is "N passed, N failed".
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createConfig, lintFromString } from "@redocly/openapi-core";

const [program, committed] = process.argv.slice(2);
const methods = ["get", "put", "post", "delete", "patch", "options", "head"];
const source = execFileSync(program, ["openapi"], { encoding: "utf8", maxBuffer: 1 << 28 });
const description = JSON.parse(source);

// A dealership's own server needs neither a licence nor an address in its description.
const config = await createConfig({
    extends: ["recommended"],
    rules: { "info-license": "off", "no-empty-servers": "off", "no-server-example.com": "off" },
});
const problems = await lintFromString({ source, absoluteRef: "openapi.json", config });

const escaped = (path) => path.replaceAll("~", "~0").replaceAll("/", "~1");
const operations = Object.entries(description.paths ?? {}).flatMap(([path, item]) =>
    methods.filter((method) => method in item).map((method) => `#/paths/${escaped(path)}/${method}`),
);
const broken = new Set();
for (const problem of problems.filter((each) => each.severity === "error")) {
    const pointer = problem.location[0]?.pointer ?? "#/";
    const operation = operations.find((each) => pointer === each || pointer.startsWith(`${each}/`));
    broken.add(operation ?? "the document");
    console.log(`${pointer}: ${problem.message} (${problem.ruleId})`);
}

let failed = broken.size;
let passed = operations.filter((each) => !broken.has(each)).length + (broken.has("the document") ? 0 : 1);
if (operations.length === 0) {
    console.log("no operation in it");
    failed += 1;
}
if (existsSync(committed) && readFileSync(committed, "utf8").trim() === source.trim()) {
    passed += 1;
} else {
    console.log(`${committed} is not what the program says: run ./dev generate`);
    failed += 1;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
