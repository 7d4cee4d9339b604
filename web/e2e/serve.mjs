// Makes a demonstration store in a new folder and serves it on the given port, for the journeys. The program
// is FORECOURT_PROGRAM or build/release/forecourt. At the end everything is removed but its log,
// build/journeys.log.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const port = process.argv[2];
const program = process.env.FORECOURT_PROGRAM ?? join(import.meta.dirname, "../../build/release/forecourt");
const folder = mkdtempSync(join(tmpdir(), "forecourt-e2e-"));
const data = join(folder, "data");
const remove = () => rmSync(folder, { recursive: true, force: true });

const build = join(import.meta.dirname, "../../build");
mkdirSync(build, { recursive: true });
const log = openSync(join(build, "journeys.log"), "w");

execFileSync(program, ["init", "--data", data, "--demo", "small", "--days", "3"], { stdio: "inherit" });
const server = spawn(program, ["serve", "--data", data, "--listen", `127.0.0.1:${port}`], {
    stdio: ["inherit", "inherit", log],
});
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => server.kill("SIGTERM"));
server.on("exit", (code) => {
    remove();
    process.exit(code ?? 0);
});
