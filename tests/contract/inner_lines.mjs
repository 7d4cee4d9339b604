// The line between the program and PostgreSQL, over TLS, with an authority of the test's own.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ask, serve } from "./served.mjs";

const test_postgres = join(import.meta.dirname, "../../tools/test_postgres");
const new_key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
const run = (program, words) => execFileSync(program, words, { encoding: "utf8", stdio: "pipe" }).trim();

/// Files of an authority that nobody else knows.
function make_authority(folder, name) {
    const [certificate, key] = [join(folder, `${name}.pem`), join(folder, `${name}.key`)];
    const own = ["-x509", "-days", "1", "-subj", `/CN=${name}`];
    run("openssl", ["req", ...own, ...new_key, "-out", certificate, "-keyout", key]);
    return { certificate, key };
}

/// A certificate for the server of this name alone, and its key, as its PostgreSQL wants them to lie.
function make_certificate(folder, authority, host) {
    const [certificate, key] = [join(folder, "server.pem"), join(folder, "server.key")];
    const [request, names] = [join(folder, "server.csr"), join(folder, "server.names")];
    run("openssl", ["req", "-new", ...new_key, "-subj", `/CN=${host}`, "-out", request, "-keyout", key]);
    writeFileSync(names, `subjectAltName=DNS:${host}\n`);
    const signed = ["-CA", authority.certificate, "-CAkey", authority.key, "-CAcreateserial"];
    const about = ["-in", request, "-days", "1", "-extfile", names, "-out", certificate];
    run("openssl", ["x509", "-req", ...signed, ...about]);
    const { uid, gid } = statSync(join(folder, "data"));
    for (const file of [certificate, key]) chownSync(file, uid, gid);
    chmodSync(key, 0o600);
    return { certificate, key };
}

/// What the program says when it is to serve from that address; it must end by itself.
function refusal(program, folder, url) {
    const words = ["serve", "--data", join(folder, "refused"), "--database", url, "--listen", "127.0.0.1:0"];
    const { status, stdout, stderr, error } = spawnSync(program, words, {
        encoding: "utf8",
        timeout: 60_000,
    });
    assert.ok(!error, String(error));
    const said = stdout + stderr;
    assert.equal(status, 2, said);
    assert.doesNotMatch(said, /listens on/);
    return said;
}

// security 66
export async function inner_lines_are_encrypted_and_proved(program) {
    const folder = mkdtempSync(join(tmpdir(), "forecourt-lines-"));
    const state = join(folder, "postgresql");
    try {
        const plain = run(test_postgres, ["start", state]);
        const by = (settings, host = "localhost") =>
            `${plain.replace("127.0.0.1", host)}?${new URLSearchParams(settings)}`;
        const sql = (text) => run("psql", [plain, "-qAtc", text]);

        // A server that offers no TLS.
        for (const sslmode of ["require", "verify-full"]) {
            assert.match(
                refusal(program, folder, by({ sslmode })),
                /server does not support SSL, but SSL was required/,
            );
        }

        const server = readFileSync(join(state, "dir"), "utf8").trim();
        const authority = make_authority(server, "ours");
        const { certificate, key } = make_certificate(server, authority, "localhost");
        sql(`alter system set ssl_cert_file = '${certificate}'`);
        sql(`alter system set ssl_key_file = '${key}'`);
        sql("alter system set ssl = on");
        sql("select pg_reload_conf()");
        const proved = { sslmode: "verify-full", sslrootcert: authority.certificate };

        const other = make_authority(server, "theirs").certificate;
        assert.match(
            refusal(program, folder, by({ ...proved, sslrootcert: other })),
            /certificate verify failed/,
        );
        assert.match(
            refusal(program, folder, by(proved, "127.0.0.1")),
            /server certificate for "localhost".* does not match host name "127\.0\.0\.1"/,
        );

        const { port, stop } = await serve(program, { demo: false, database: by(proved) });
        try {
            const body = JSON.stringify({ login: "nobody", password: "no" });
            assert.equal((await ask(port, "POST", "/api/sign_in", { body })).status, 401);
            assert.equal((await ask(port, "GET", "/readyz")).status, 200);
            const lines = (where) =>
                sql(
                    "select count(*) from pg_stat_ssl join pg_stat_activity using (pid) " +
                        `where application_name = 'forecourt' and ${where}`,
                );
            assert.ok(Number(lines("ssl and version in ('TLSv1.2', 'TLSv1.3')")) >= 5, lines("ssl"));
            assert.equal(lines("not ssl"), "0");
        } finally {
            await stop();
        }
    } finally {
        run(test_postgres, ["stop", state]);
        rmSync(folder, { recursive: true, force: true });
    }
}
