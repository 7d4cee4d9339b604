// A demonstration store behind the real program, what can be asked of it, and what stands in its database.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";

/// The program serves a new demonstration store on a port of its own until stop(): over TLS with a
/// certificate of its own where that is asked for, or a store with nothing in it; on PostgreSQL where
/// `database` is the address of one.
export async function serve(
    program,
    { days = 3, encrypted = false, demo = true, database, more = [] } = {},
) {
    const folder = mkdtempSync(join(tmpdir(), "forecourt-contract-"));
    const data = join(folder, "data");
    const kind = demo
        ? ["--demo", "small", "--days", String(days)]
        : ["--store", "Empty", "--admin", "chief"];
    const place = ["--data", data, ...(database ? ["--database", database] : [])];
    const said_by_init = execFileSync(program, ["init", ...place, ...kind], {
        encoding: "utf8",
        stdio: "pipe",
    });
    const certificate = encrypted ? make_certificate(folder) : [];
    const log = join(folder, "log");
    const output = openSync(log, "w");
    const listen = ["--listen", "127.0.0.1:0"];
    const child = spawn(program, ["serve", ...place, ...listen, ...certificate, ...more], {
        stdio: ["ignore", output, output],
    });
    const port = await listening_port(child, log);
    return {
        port,
        said_by_init,
        store: database ? undefined : new Store(join(data, "forecourt.sqlite")),
        /// What the program wrote down about its own mistakes.
        incidents: () =>
            readFileSync(log, "utf8")
                .split("\n")
                .filter((line) => line.includes('"incident"')),
        lives: () => child.exitCode === null && child.signalCode === null,
        async stop() {
            child.kill("SIGTERM");
            while (child.exitCode === null && child.signalCode === null) await wait(20);
            rmSync(folder, { recursive: true, force: true });
        },
    };
}

function make_certificate(folder) {
    const [certificate, key] = [join(folder, "certificate.pem"), join(folder, "key.pem")];
    const made = [
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-days",
        "1",
    ];
    execFileSync("openssl", [...made, "-subj", "/CN=localhost", "-out", certificate, "-keyout", key], {
        stdio: "pipe",
    });
    return ["--certificate", certificate, "--private-key", key];
}

async function listening_port(child, log) {
    for (let tries = 0; tries < 1000; ++tries) {
        const said = readFileSync(log, "utf8");
        const listens = said.match(/forecourt listens on http:\/\/127\.0\.0\.1:(\d+)/);
        if (listens) return Number(listens[1]);
        if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}: ${said}`);
        await wait(20);
    }
    throw new Error("the program does not come up");
}

/// Reads beside the program what is in its tables.
class Store {
    constructor(file) {
        this.database = new DatabaseSync(file, { readOnly: true });
        const tables = this.database
            .prepare("select name from sqlite_master where type = 'table' and sql not like '%virtual%'")
            .all()
            .map((row) => row.name)
            .filter((name) => !name.startsWith("sqlite_"));
        this.rows = this.database.prepare(
            `select ${tables.map((name) => `(select count(*) from "${name}") as "${name}"`).join(", ")}`,
        );
        this.version = this.database.prepare("pragma data_version");
        this.head = this.database.prepare(
            "select store_id, max(seq) as seq from log_event group by store_id",
        );
        this.names = this.database.prepare("select name from log_event where id > ? order by id");
        this.last = this.database.prepare("select max(id) as id from log_event");
    }

    /// Changes whenever somebody else commits.
    commits() {
        return this.version.get().data_version;
    }

    /// The end of the log and how much is in every table; counted anew only when somebody has committed.
    contents() {
        const commits = this.commits();
        if (this.counted?.commits !== commits) this.counted = { commits, ...this.count() };
        return this.counted;
    }

    count() {
        return { head: JSON.stringify(this.head.all()), rows: this.rows.get(), last: this.last.get().id };
    }

    /// What is different since `before`, in words; empty where nothing is.
    changes(before) {
        const now = this.contents();
        const changed = Object.keys(now.rows).filter((table) => now.rows[table] !== before.rows[table]);
        if (now.head !== before.head) {
            const events = this.names.all(before.last).map((row) => row.name);
            changed.push(`log: ${events.slice(0, 5).join(" ")}`);
        }
        return changed;
    }
}

let asked = 0;
/// How many requests were made so far.
export const requests = () => asked;

const agent = new http.Agent({ keepAlive: true, maxSockets: 4 });

/// One request. `body` is text or bytes; what comes back is { status, type, headers, text, json }.
export function ask(port, method, path, { token, body, headers = {} } = {}) {
    asked += 1;
    const sent = { ...headers };
    if (token) sent.Authorization = `Bearer ${token}`;
    if (body !== undefined) {
        sent["Content-Type"] ??= "application/json";
        sent["Content-Length"] = Buffer.byteLength(body);
    }
    return new Promise((done, failed) => {
        const request = http.request(
            { host: "127.0.0.1", port, method, path, headers: sent, agent },
            (answer) => {
                const pieces = [];
                answer.on("data", (piece) => pieces.push(piece));
                answer.on("error", failed);
                answer.on("end", () => {
                    const text = Buffer.concat(pieces).toString("utf8");
                    const type = answer.headers["content-type"] ?? "";
                    done({
                        status: answer.statusCode,
                        type,
                        headers: answer.headers,
                        text,
                        json: json(type, text),
                    });
                });
            },
        );
        request.setTimeout(60_000, () =>
            request.destroy(new Error(`${method} ${path}: no answer in a minute`)),
        );
        request.on("error", failed);
        request.end(body);
    });
}

function json(type, text) {
    if (!/^application\/(problem\+)?json\b/.test(type)) return undefined;
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}
