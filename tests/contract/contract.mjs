// Holds every operation of openapi.json against the running program:
//     node contract.mjs PROGRAM [SEED] [RUNS] [NAME]
// Each operation is one test; the last line is "N passed, N failed". The same seed asks the same questions in
// the same order; a NAME ("parts.") asks only operations that begin so. What is promised of an operation:
//   whatever is sent, no answer is 5xx; each is of a described status, in the form described for it, under
//   its Content-Type, with nothing in it that is not described, and with the headers every answer has;
//   an input that can not be meant is 400, the problem names the field, and nothing has changed;
//   a view changes nothing; another method, another Content-Type, nobody's session change nothing.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import fc from "fast-check";
import { Description } from "./description.mjs";
import { body_faults, query_faults } from "./faults.mjs";
import { ask, requests, serve } from "./served.mjs";
import { query_string, Values } from "./values.mjs";
import { site_tests } from "./site.mjs";

const program = process.argv[2];
const seed = Number(process.argv[3] ?? Math.floor(Math.random() * 2 ** 31));
const runs = Number(process.argv[4] ?? 5);
const only = process.argv[5] ?? "";
console.log(
    `seed ${seed}, ${runs} random inputs an operation; again: node contract.mjs PROGRAM ${seed} ${runs}`,
);

const served = await serve(program);
const { port, store } = served;
const people = [];
const known = new Map();
known.versions = new Map();
let description;
let values;

async function sign_in(login) {
    const answer = await ask(port, "POST", "/api/sign_in", {
        body: JSON.stringify({ login, password: "demo" }),
    });
    if (answer.status !== 200) throw new Error(`${login} can not sign in: ${answer.text}`);
    return { login, token: answer.json.token, rights: new Set(answer.json.session.rights) };
}

// The link of the first customer whom nothing has taken away, as a merge does.
async function some_link(host) {
    let link;
    for (const customer_id of known.get("customer")) {
        const body = JSON.stringify({ customer_id });
        link = await ask(port, "POST", "/api/customers/make_link", { token: host.token, body });
        if (link.status === 200) return link;
    }
    throw new Error(`no customer gets a link: ${link.text}`);
}

// A customer comes in by the link somebody sends them.
async function sign_in_customer(host) {
    const link = await some_link(host);
    const token = link.json.link.split("/").at(-1);
    const answer = await ask(port, "POST", "/api/link_sign_in", { body: JSON.stringify({ token }) });
    if (answer.status !== 200) throw new Error(`a customer can not come in: ${answer.text}`);
    const cookie = answer.headers["set-cookie"][0].match(/forecourt_session=([^;]*)/)[1];
    // Somebody may take all links back in between.
    const renew = () => sign_in_customer(host);
    return { login: "a customer", token: cookie, rights: new Set(answer.json.session.rights), renew };
}

// Who may call the operation. What only the program itself may do is asked by somebody who is refused.
const caller = ({ needs }) =>
    people.find(({ rights }) => needs === "everyone" || needs === "anyone_signed_in" || rights.has(needs));
const nobodys = new Set(["payments.notice_take"]);

function learn(operation, answer) {
    if (answer.status !== 200) return;
    description.ids_in(operation, answer, (object, id, version) => {
        if (!known.has(object)) known.set(object, []);
        const ids = known.get(object);
        if (!ids.includes(id) && ids.length < 40) ids.push(id);
        if (version !== undefined) known.versions.set(`${object} ${id}`, version);
    });
}

// Headers that no answer may lack, and one that none may have: other sites read nothing.
// security 20, 23, 25, 71
function header_faults({ headers }) {
    const wanted = {
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "cache-control": "no-store",
    };
    const faults = Object.entries(wanted)
        .filter(([name, value]) => headers[name] !== value)
        .map(([name]) => `no ${name}`);
    if (!headers["x-request-id"]) faults.push("no x-request-id");
    const is_json = headers["content-type"].includes("json");
    if (is_json && !headers["content-security-policy"]?.startsWith("default-src 'none'"))
        faults.push("no sandbox");
    if (headers["access-control-allow-origin"]) faults.push("access-control-allow-origin");
    return faults;
}

const good_inputs = (operation) =>
    operation.body
        ? values.of(operation.body)
        : fc.record(
              Object.fromEntries(operation.query.map(({ name, schema }) => [name, values.of(schema, name)])),
              { requiredKeys: operation.query.filter(({ required }) => required).map(({ name }) => name) },
          );

async function call(operation, input, token) {
    const answer = operation.body
        ? await ask(port, "POST", operation.path, { token, body: JSON.stringify(input) })
        : await ask(port, "GET", operation.path + query_string(input), {
              token,
              headers: { Origin: "https://evil.example" },
          });
    learn(operation, answer);
    return answer;
}

// Asks once, and once more where something changed: a job of the program itself may have come between, but
// not each time.
async function unchanged(question, asking) {
    for (let tries = 0; ; ++tries) {
        const before = store.contents();
        const answer = await asking();
        if (store.commits() === before.commits) return answer;
        const changes = store.changes(before);
        if (changes.length === 0) return answer;
        if (tries === 3) throw new Error(`${question}: changed ${changes.join(", ")}`);
    }
}

async function refuses(operation, question, status, asking) {
    const answer = await unchanged(question, asking);
    if (answer.status !== status)
        throw new Error(`${question}: ${answer.status}, not ${status}: ${answer.text.slice(0, 300)}`);
    const faults = [...description.faults(operation, answer), ...header_faults(answer)];
    if (faults.length > 0) throw new Error(`${question}: ${faults.join("; ")}`);
    return answer;
}

// security 1, 2, 4, 8, 27, 57
async function takes_what_is_described(operation, { token }) {
    const property = fc.asyncProperty(good_inputs(operation), async (input) => {
        const asking = () => call(operation, input, token);
        const answer = operation.body ? await asking() : await unchanged("a view", asking);
        const as_file = ["csv", "xlsx"].includes(input.format);
        const faults = [...description.faults(operation, answer, { as_file }), ...header_faults(answer)];
        if (!served.lives()) faults.push("the program is gone");
        if (faults.length > 0) throw new Error(faults.join("; "));
    });
    await fc.assert(property, { seed, numRuns: runs, interruptAfterTimeLimit: 10_000 });
}

// An input with every optional member in it, so that each can be wrong.
function full_input(operation) {
    const inputs = fc.sample(good_inputs(operation), { seed, numRuns: 30 });
    const size = (value) =>
        JSON.stringify(value)
            .replace(/"(?:[^"\\]|\\.)*"/g, '""')
            .replaceAll("null", "").length;
    const fullest = inputs.reduce((best, each) => (size(each) > size(best) ? each : best));
    // A broken text must be wrong because of the one fault that is put into it.
    return JSON.parse(
        JSON.stringify(fullest, (_, value) =>
            typeof value === "string" && value.length > 200 ? "A" : value,
        ),
    );
}

// security 10, 12, 75
async function refuses_what_can_not_be_meant(operation, { token }) {
    const good = full_input(operation);
    // A list as a file decides itself how much it reads at once.
    if (!operation.body) delete good.format;
    const faults = operation.body
        ? body_faults(description, operation.body, good, description.operations.indexOf(operation))
        : query_faults(
              description,
              operation.query,
              Object.entries(good)
                  .filter(([, value]) => value !== null)
                  .map(([name, value]) => [name, String(value)]),
          );
    for (const fault of faults) {
        const question = `${operation.name} with ${fault.what}`;
        const asking = () =>
            operation.body
                ? ask(port, "POST", operation.path, { token, body: fault.body })
                : ask(port, "GET", operation.path + fault.query, { token });
        if (fault.path === undefined) {
            const answer = await unchanged(question, asking);
            if (answer.status !== 400)
                throw new Error(`${question}: ${answer.status}: ${answer.text.slice(0, 200)}`);
            continue;
        }
        const answer = await refuses(operation, question, 400, asking);
        const names = answer.json.errors.some(
            ({ path, code }) => path === fault.path && code === (fault.code ?? code),
        );
        if (!names)
            throw new Error(
                `${question}: ${fault.path || "malformed_json"} is not named: ${answer.text.slice(0, 300)}`,
            );
    }
}

// security 27, 29, 32, 51, 60
async function refuses_other_ways_in(operation, { token }) {
    const input = full_input(operation);
    const body = operation.body ? JSON.stringify(input) : undefined;
    const path = operation.body ? operation.path : operation.path + query_string(input);
    if (operation.needs !== "everyone") {
        for (const other of [undefined, "x", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJnbSJ9."]) {
            await refuses(operation, `${operation.name} with the token ${other}`, 401, () =>
                ask(port, operation.method, path, { token: other, body }),
            );
        }
    }
    const others = operation.body ? ["GET", "HEAD"] : ["POST"];
    for (const method of others) {
        await refuses_plainly(operation, `${method} on ${operation.name}`, [404], () =>
            ask(port, method, path, { token, body: method === "POST" ? "{}" : undefined }),
        );
    }
    for (const method of ["PUT", "DELETE", "PATCH", "TRACE"]) {
        await refuses_plainly(operation, `${method} on ${operation.name}`, [405], () =>
            ask(port, method, path, { token, body: method === "TRACE" ? undefined : "{}" }),
        );
    }
    if (!operation.body) return;
    for (const type of [
        "text/plain",
        "text/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "",
    ]) {
        await refuses(operation, `${operation.name} as ${type}`, 415, () =>
            ask(port, "POST", path, { token, body, headers: { "Content-Type": type } }),
        );
    }
    for (const key of ["x".repeat(101)]) {
        await refuses_plainly(operation, `${operation.name} with a key of ${key.length}`, [422], () =>
            ask(port, "POST", path, { token, body, headers: { "Idempotency-Key": key } }),
        );
    }
}

async function refuses_plainly(_operation, question, statuses, asking) {
    const answer = await unchanged(question, asking);
    if (!statuses.includes(answer.status))
        throw new Error(`${question}: ${answer.status}: ${answer.text.slice(0, 200)}`);
}

// Ids come from the views, twice around: a record's page needs the id that a list has shown.
async function look_around() {
    const views = description.operations.filter((operation) => !operation.body);
    for (let round = 0; round < 2; ++round) {
        for (const operation of views) {
            const who = caller(operation);
            if (!who) continue;
            const required = operation.query.filter((parameter) => parameter.required);
            const inputs = fc.record(
                Object.fromEntries(required.map(({ name, schema }) => [name, values.of(schema, name)])),
            );
            for (const input of fc.sample(inputs, { seed, numRuns: required.length > 0 ? 2 : 1 }))
                await call(operation, input, who.token);
        }
    }
}

// The test's own eyes: what is planted must be seen.
async function faults_that_are_planted_are_seen() {
    const { token } = people[0];
    const register = description.operations.find(({ name }) => name === "customers.register");
    const asking = () => call(register, { name: "Planted" }, token);
    await assert.rejects(unchanged("a question", asking), /changed .*customers_customer.*customers\./);
    const good = await asking();
    assert.deepEqual(description.faults(register, good), []);
    const planted = [
        { ...good, json: { ...good.json, margin: 1 } },
        { ...good, json: {} },
        { ...good, status: 500 },
        { ...good, status: 418 },
        { ...good, type: "text/html" },
    ];
    for (const wrong of planted) assert.notDeepEqual(description.faults(register, wrong), []);
    assert.notDeepEqual(header_faults({ headers: { ...good.headers, "cache-control": "public" } }), []);
}

let passed = 0;
let failed = 0;
async function test(operation) {
    const who = nobodys.has(operation.needs) ? people[0] : caller(operation);
    try {
        if (!who) throw new Error(`nobody of the demonstration has ${operation.needs}`);
        if (nobodys.has(operation.needs)) {
            const asking = () => call(operation, full_input(operation), who.token);
            await refuses(operation, `${operation.name} as ${who.login}`, 403, asking);
            passed += 1;
            return;
        }
        if (who.renew) who.token = (await who.renew()).token;
        await refuses_other_ways_in(operation, who);
        await refuses_what_can_not_be_meant(operation, who);
        await takes_what_is_described(operation, who);
        passed += 1;
    } catch (error) {
        failed += 1;
        console.log(
            `FAILED ${operation.name} as ${who?.login}\n    ${error.message.split("\n").slice(0, 12).join("\n    ")}`,
        );
        if (error.cause) console.log(`    ${error.cause.message}`);
    }
}

try {
    const document = (await ask(port, "GET", "/api/openapi.json")).json;
    description = new Description(document);
    const options = (await ask(port, "GET", "/api/sign_in_options")).json;
    for (const { login } of options.people) people.push(await sign_in(login));
    const upload = await ask(port, "POST", "/api/files/upload", {
        token: people[0].token,
        body: Buffer.from(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwAD" +
                "hgGAWjR9awAAAABJRU5ErkJggg==",
            "base64",
        ),
        headers: { "Content-Type": "image/png" },
    });
    values = new Values(description, known, upload.json.hash);
    await look_around();
    people.push(await sign_in_customer(people.find(({ rights }) => rights.has("customers.customer_link"))));
    await look_around();
    console.log(`${description.operations.length} operations, ${known.size} kinds of records known`);
    // What changes people's ways in comes last: nobody could be asked for, or sign in, after it.
    const late = ({ name }) => name.startsWith("access.");
    const asked = description.operations.filter(({ name }) => name.startsWith(only));
    for (const operation of asked.filter((one) => !late(one))) await test(operation);
    const planted = ["faults that are planted are seen", faults_that_are_planted_are_seen];
    const others = only === "" ? site_tests(program, served, people[0]) : [];
    for (const [name, holds] of [planted, ...others]) {
        try {
            await holds();
            passed += 1;
        } catch (error) {
            failed += 1;
            console.log(`FAILED ${name}\n    ${error.message}`);
        }
    }
    for (const operation of asked.filter(late)) await test(operation);
} finally {
    for (const incident of served.incidents().slice(0, 20)) console.log(incident.slice(0, 500));
    await served.stop();
}
if (existsSync("/tmp/forecourt-was-here")) {
    console.log("FAILED a text was run as a command");
    failed += 1;
}
const seconds = Math.round(performance.now() / 1000);
console.log(`${requests()} requests in ${seconds} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
