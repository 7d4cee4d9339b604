// What holds for the whole site and not for one operation: pages, cookies, other sites, TLS, what is not
// there.
import assert from "node:assert/strict";
import https from "node:https";
import tls from "node:tls";
import { inner_lines_are_encrypted_and_proved } from "./inner_lines.mjs";
import { ask, serve } from "./served.mjs";

const evil = "https://evil.example";

// security 20, 24, 25
async function the_page_lets_nothing_foreign_in({ port }) {
    const page = await ask(port, "GET", "/");
    assert.equal(page.status, 200);
    const policy = Object.fromEntries(
        page.headers["content-security-policy"].split("; ").map((line) => line.split(/ (.*)/).slice(0, 2)),
    );
    assert.equal(policy["default-src"], "'self'");
    assert.equal(policy["object-src"], "'none'");
    assert.equal(policy["base-uri"], "'none'");
    assert.equal(policy["frame-ancestors"], "'none'");
    for (const source of ["script-src", "style-src"])
        assert.doesNotMatch(policy[source], /unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|\*/);
    const again = await ask(port, "GET", "/");
    assert.notEqual(
        again.headers["content-security-policy"],
        page.headers["content-security-policy"],
        "the nonce is used twice",
    );
    for (const path of [
        "/",
        "/healthz",
        "/metrics",
        "/api/session",
        "/no/such/page",
        "/assets/none.js",
        "/%zz",
    ]) {
        const { headers, status } = await ask(port, "GET", path);
        assert.equal(headers["x-content-type-options"], "nosniff", `${path} ${status}`);
        assert.equal(headers["x-frame-options"], "DENY", `${path} ${status}`);
        assert.equal(headers["referrer-policy"], "same-origin", `${path} ${status}`);
    }
}

// security 69
async function what_should_not_be_there_is_not_there({ port }) {
    const page = await ask(port, "GET", "/");
    const looks_like_the_page = ({ status, text }) => status === 200 && text.length === page.text.length;
    const asked = [
        ".git/config",
        ".env",
        "debug",
        "backup.sql",
        "forecourt.sqlite",
        "keys",
        "index.html~",
        "index.html.bak",
        "server-status",
    ];
    for (const path of [...asked, "swagger", "api/v0/session", "actuator/env", "assets/../keys"]) {
        const answer = await ask(port, "GET", `/${path}`);
        assert.ok(
            looks_like_the_page(answer) || [400, 401, 404].includes(answer.status),
            `/${path}: ${answer.status}`,
        );
    }
    const metrics = await ask(port, "GET", "/metrics");
    assert.doesNotMatch(metrics.text, /gm|王|1[3-9]\d{9}/, "figures name a person");
}

// security 23, 26
async function another_site_can_do_nothing({ port, store }, person) {
    const preflight = await ask(port, "OPTIONS", "/api/access/set_language", {
        headers: {
            Origin: evil,
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type",
        },
    });
    for (const name of Object.keys(preflight.headers)) assert.doesNotMatch(name, /^access-control-/);
    const cookie = `forecourt_session=${person.token}`;
    const body = JSON.stringify({ language: "en" });
    const before = store.contents();
    const form = { Cookie: cookie, Origin: evil, "Content-Type": "text/plain" };
    assert.equal((await ask(port, "POST", "/api/access/set_language", { headers: form, body })).status, 415);
    for (const token of [undefined, "", "x", person.token]) {
        const headers = {
            Cookie: cookie,
            Origin: evil,
            ...(token === undefined ? {} : { "X-CSRF-Token": token }),
        };
        const answer = await ask(port, "POST", "/api/access/set_language", { headers, body });
        assert.equal(answer.status, 403);
        assert.equal(answer.json.code, "csrf_token_wrong");
    }
    assert.deepEqual(store.contents().head, before.head);
    const sign_in = JSON.stringify({ login: person.login, password: "demo" });
    const as_form = { headers: { Origin: evil, "Content-Type": "text/plain" }, body: sign_in };
    assert.equal((await ask(port, "POST", "/api/sign_in", as_form)).status, 415);
}

// security 21, 51, 53, 60, 71
async function a_session_begins_new_and_ends_at_once({ port }) {
    const body = JSON.stringify({ login: "hr", password: "demo" });
    const chosen = "A".repeat(43);
    const answer = await ask(port, "POST", "/api/sign_in", {
        headers: { Cookie: `forecourt_session=${chosen}` },
        body,
    });
    const [cookie] = answer.headers["set-cookie"];
    const token = cookie.match(/^forecourt_session=([\w-]{43}); Path=\/; HttpOnly; SameSite=Strict$/)?.[1];
    assert.ok(token, cookie);
    assert.notEqual(token, chosen);
    assert.equal(answer.headers["cache-control"], "no-store");
    const other = await ask(port, "POST", "/api/sign_in", { body });
    assert.notEqual(other.json.token, token);
    const headers = { Cookie: `forecourt_session=${token}`, "X-CSRF-Token": answer.json.csrf_token };
    assert.equal((await ask(port, "GET", "/api/session", { headers })).status, 200);
    const out = await ask(port, "POST", "/api/sign_out", { headers, body: "{}" });
    assert.equal(out.status, 200);
    assert.match(out.headers["set-cookie"][0], /^forecourt_session=; .*Max-Age=0$/);
    assert.equal(out.headers["clear-site-data"], '"cache"');
    for (const dead of [token, chosen]) {
        assert.equal((await ask(port, "GET", "/api/session", { token: dead })).status, 401);
        assert.equal((await ask(port, "GET", "/api/live", { token: dead })).status, 401);
    }
}

const guess = (port, login, address = "9.9.9.9") =>
    ask(port, "POST", "/api/sign_in", {
        headers: { "X-Forwarded-For": address },
        body: JSON.stringify({ login, password: "no" }),
    });

// Statuses of seventy tries at once, each said to come from an address of its own or all from one.
const guesses = (port, address_of) =>
    Promise.all(
        Array.from({ length: 70 }, async (_, at) => {
            const answer = await guess(port, `nobody${at}`, address_of(at));
            if (answer.status === 429) assert.equal(answer.headers["retry-after"], "60");
            return answer.status;
        }),
    );

// security 31, 44, 46
async function who_guesses_learns_nothing_and_is_slowed_down({ port }) {
    const [unknown, known] = [await guess(port, "nobody"), await guess(port, "facility")];
    assert.equal(unknown.status, 401);
    assert.equal(known.text, unknown.text);
    // Nobody trusts a client's own word about its address.
    assert.ok((await guesses(port, (at) => `9.9.9.${at}`)).includes(429));
}

// security 31, 44
async function behind_a_proxy_each_client_is_counted_alone(program) {
    const { port, stop } = await serve(program, { demo: false, more: ["--behind", "127.0.0.1"] });
    try {
        assert.ok((await guesses(port, () => "9.9.9.1")).includes(429));
        assert.equal((await guess(port, "nobody", "9.9.9.2")).status, 401);
        // What a client wrote itself stands before what the proxy saw.
        assert.equal((await guess(port, "nobody", "9.9.9.2, 9.9.9.1")).status, 429);
    } finally {
        await stop();
    }
}

const over_tls = (port, options, path = "/api/session") =>
    new Promise((done, failed) => {
        const request = https.request(
            { host: "127.0.0.1", port, path, rejectUnauthorized: false, agent: false, ...options },
            (answer) => {
                answer.resume();
                answer.on("end", () =>
                    done({
                        status: answer.statusCode,
                        headers: answer.headers,
                        protocol: answer.socket.getProtocol?.(),
                    }),
                );
            },
        );
        request.on("error", failed);
        request.end(options.body);
    });

const handshake = (port, options) =>
    new Promise((done) => {
        const socket = tls.connect({ host: "127.0.0.1", port, rejectUnauthorized: false, ...options }, () => {
            const cipher = socket.getCipher().name;
            socket.destroy();
            done(cipher);
        });
        socket.on("error", () => done("refused"));
    });

// security 21, 22, 30, 65
async function with_a_certificate_everything_is_encrypted(program) {
    const { port, stop } = await serve(program, { days: 0, encrypted: true });
    try {
        for (const path of ["/", "/api/session", "/assets/none.js", "/%zz"]) {
            const { headers, status } = await over_tls(port, {}, path);
            assert.equal(
                headers["strict-transport-security"],
                "max-age=31536000; includeSubDomains",
                `${path} ${status}`,
            );
        }
        const body = JSON.stringify({ login: "gm", password: "demo" });
        const headers = { "Content-Type": "application/json", "Content-Length": body.length };
        const entered = await over_tls(port, { method: "POST", headers, body }, "/api/sign_in");
        assert.match(entered.headers["set-cookie"][0], /; Secure$/);
        const old = { ciphers: "ALL:@SECLEVEL=0" };
        for (const version of ["TLSv1", "TLSv1.1"]) {
            assert.equal(
                await handshake(port, { ...old, minVersion: version, maxVersion: version }),
                "refused",
                version,
            );
        }
        for (const version of ["TLSv1.2", "TLSv1.3"]) {
            assert.match(
                await handshake(port, { minVersion: version, maxVersion: version }),
                /GCM|CHACHA20|CCM/,
                version,
            );
        }
        const weak = {
            maxVersion: "TLSv1.2",
            ciphers: "AES128-SHA:AES256-SHA256:AES128-GCM-SHA256:ECDHE-ECDSA-AES128-SHA:@SECLEVEL=0",
        };
        assert.equal(await handshake(port, weak), "refused");
        // Nobody is led on to https: who sent a password in the clear should notice.
        await assert.rejects(ask(port, "GET", "/api/session"));
    } finally {
        await stop();
    }
}

// security 45
async function a_new_store_knows_no_password_but_the_one_it_tells(program) {
    const { port, said_by_init, stop } = await serve(program, { demo: false });
    try {
        const enter = (login, password) =>
            ask(port, "POST", "/api/sign_in", { body: JSON.stringify({ login, password }) });
        const options = await ask(port, "GET", "/api/sign_in_options");
        assert.deepEqual([options.json.demo, options.json.people], [false, []]);
        const told = said_by_init.split(/\s+/).filter((word) => /^[\w-]{12,}$/.test(word));
        assert.equal(told.length, 1, said_by_init);
        for (const login of ["chief", "gm", "admin"]) {
            for (const password of ["demo", "admin", "", login])
                assert.equal((await enter(login, password)).status, 401);
        }
        const entered = await enter("chief", told[0]);
        assert.equal(entered.status, 200);
        // Who has read it on the machine's screen can do nothing with it but take another.
        const { token } = entered.json;
        const staff = () => ask(port, "GET", "/api/access/staff", { token });
        assert.equal((await staff()).json.code, "password_is_given");
        const change = (current_password, new_password) =>
            ask(port, "POST", "/api/change_password", {
                token,
                body: JSON.stringify({ current_password, new_password }),
            });
        assert.equal((await change(told[0], told[0])).json.code, "password_is_the_same");
        assert.equal((await change(told[0], "river-lantern-52")).status, 200);
        assert.equal((await staff()).status, 200);
    } finally {
        await stop();
    }
}

export const site_tests = (program, served, person) => [
    ["the page lets nothing foreign in", () => the_page_lets_nothing_foreign_in(served)],
    ["what should not be there is not there", () => what_should_not_be_there_is_not_there(served)],
    ["another site can do nothing", () => another_site_can_do_nothing(served, person)],
    ["a session begins new and ends at once", () => a_session_begins_new_and_ends_at_once(served)],
    [
        "who guesses learns nothing and is slowed down",
        () => who_guesses_learns_nothing_and_is_slowed_down(served),
    ],
    [
        "behind a proxy each client is counted alone",
        () => behind_a_proxy_each_client_is_counted_alone(program),
    ],
    [
        "a new store knows no password but the one it tells",
        () => a_new_store_knows_no_password_but_the_one_it_tells(program),
    ],
    ["with a certificate everything is encrypted", () => with_a_certificate_everything_is_encrypted(program)],
    ["inner lines are encrypted and proved", () => inner_lines_are_encrypted_and_proved(program)],
];
