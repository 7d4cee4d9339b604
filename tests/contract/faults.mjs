// Every way an input can be wrong, one at a time: what is wrong, the text that is sent, and the path that the
// answer must name ("" where the text is no JSON at all).

const raw_mark = "\u2063raw\u2063";
const too_large = 2 ** 53;

// What no action takes as a field: clients must not set what the program decides (mass assignment).
const not_for_clients = [
    "store_id",
    "version",
    "total",
    "approved_by",
    "created_at",
    "role",
    "balance",
    "__proto__",
];

const wrong_texts = {
    "date-time": ["yesterday", "2026-02-30T00:00:00Z", "2026-11-27T25:00:00Z"],
    date: ["2026-02-30", "2026-13-01", "27.11.2026", ""],
    vin: ["LATPAB071W1005302", "IOQ", ""],
    plate: ["X12345", ""],
    phone: ["123", "+1 555"],
    email: ["a@b@c", "nobody"],
    identity_number: ["110101199001010000", "1"],
    file: ["../../etc/passwd", "0".repeat(63), `${"A".repeat(64)}`],
};

function* wrong_values(schema) {
    if (schema.enum) {
        yield* ["no_such_value", "", 1, null, [schema.enum[0]]];
        return;
    }
    switch (schema.type) {
        case "boolean":
            yield* [1, "true", null, {}];
            return;
        case "integer":
            yield* [
                "1",
                true,
                1.5,
                [1],
                {},
                null,
                too_large,
                -too_large,
                raw("1e400"),
                raw("9223372036854775808"),
            ];
            if (schema.format === "id") yield* [0, -1];
            return;
        case "string":
            yield* [1, true, [], {}, null, ...(wrong_texts[schema.format] ?? [])];
            if (schema.minLength) yield* ["", " \t\u3000", "x".repeat(schema.maxLength + 1)];
            return;
        case "array":
            yield* [1, "x", {}, null];
            return;
        case "object":
            yield* [1, "x", [], null];
    }
}

const raw = (text) => ({ [raw_mark]: text });
const send = (value) =>
    JSON.stringify(value).replace(new RegExp(`\\{"${raw_mark}":"((?:[^"\\\\]|\\\\.)*)"\\}`), (_, text) =>
        JSON.parse(`"${text}"`),
    );

/// All faults of an action's input. `good` is one that decodes and has every optional member in it. The reader
/// of JSON is the same everywhere: of what is no JSON each action gets a fifth, another one by its `turn`.
export function* body_faults(description, schema, good, turn) {
    yield* [...no_json()].filter((_, at) => at % 5 === turn % 5);
    for (const [path, of, put] of places(description, schema, good, "", (value) => value)) {
        const type = description.resolve(of);
        if (type.type === "object") yield* wrong_members(type, path, put);
        const nullable = Boolean(type.anyOf);
        for (const value of wrong_values(nullable ? description.resolve(type.anyOf[0]) : type)) {
            if (value === null && nullable) continue;
            yield { what: `${path || "the whole"} = ${short(value)}`, body: send(put(value)), path };
        }
    }
}

// A record with a member too many or too few. `put` sets the record itself.
// security 58
function* wrong_members(type, path, put) {
    const whole = put(undefined, true);
    for (const name of ["no_such_field", ...not_for_clients]) {
        if (name in (type.properties ?? {})) continue;
        const more = JSON.stringify(whole).replace(
            /\}$/,
            `${Object.keys(whole).length > 0 ? "," : ""}"${name}":1}`,
        );
        yield { what: `${path}/${name} added`, body: send(put(raw(more))), path: `${path}/${name}` };
    }
    for (const name of type.required ?? []) {
        const { [name]: _, ...less } = whole;
        yield { what: `${path}/${name} left out`, body: send(put(less)), path: `${path}/${name}` };
    }
    for (const name of Object.keys(whole).slice(0, 1)) {
        const twice = JSON.stringify(whole).replace(
            /\}$/,
            `,${JSON.stringify(name)}:${JSON.stringify(whole[name])}}`,
        );
        yield { what: `${path}/${name} twice`, body: send(put(raw(twice))), path: `${path}/${name}` };
    }
}

// Every place of the value with its schema and a function that gives the whole input with another value
// there.
function* places(description, schema, value, path, put) {
    yield [path, schema, (other, read = false) => (read ? value : put(other))];
    let type = description.resolve(schema);
    if (type.anyOf) type = description.resolve(type.anyOf[0]);
    if (type.type === "object") {
        for (const [name, member] of Object.entries(type.properties ?? {})) {
            if (value?.[name] === undefined || value[name] === null) continue;
            yield* places(description, member, value[name], `${path}/${name}`, (other) =>
                put({ ...value, [name]: other }),
            );
        }
    }
    if (type.type === "array" && Array.isArray(value) && value.length > 0) {
        yield* places(description, type.items, value[0], `${path}/0`, (other) =>
            put([other, ...value.slice(1)]),
        );
    }
}

function* no_json() {
    const texts = [
        "",
        "{",
        "[1,]",
        '{"a":}',
        '{"a":1,}',
        "{'a':1}",
        "{}{}",
        "nul",
        '"x',
        "{a:1}",
        '{"a":01}',
        '{"a":.5}',
        '{"a":+1}',
    ];
    texts.push(
        '{"a":"\\ud800"}',
        '{"a":"\\udc00\\ud800"}',
        '{"a":"\\u0000"}',
        '{"a":"\u0001"}',
        '{"a":NaN}',
        "\uFEFF{}",
        '{"a":"\\x41"}',
    );
    texts.push(
        "[".repeat(100_000),
        `{"a":${"[".repeat(2000)}${"]".repeat(2000)}}`,
        `${'{"a":'.repeat(50_000)}1`,
    );
    for (const text of texts)
        yield { what: `no JSON: ${short(text)}`, body: text, path: "", code: "malformed_json" };
    for (const bytes of [[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0x00]]) {
        const body = Buffer.concat([Buffer.from('{"a":"'), Buffer.from(bytes), Buffer.from('"}')]);
        yield { what: `no UTF-8: ${bytes}`, body, path: "", code: "malformed_json" };
    }
}

/// All faults of a view's query string. `good` is a list of names and values that decodes.
export function* query_faults(description, parameters, good) {
    const query = (pairs) =>
        `?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}`;
    const is_for_the_list = (name) => name === "format";
    const without = (name) => good.filter(([each]) => each !== name);
    for (const name of ["no_such_field", ...not_for_clients]) {
        if (parameters.some((parameter) => parameter.name === name)) continue;
        yield { what: `${name} added`, query: query([...good, [name, "1"]]), path: `/${name}` };
    }
    for (const { name, required, schema } of parameters) {
        const path = `/${name}`;
        const type = description.resolve(schema);
        if (required) yield { what: `${name} left out`, query: query(without(name)), path };
        const given = good.find(([each]) => each === name);
        if (given) yield { what: `${name} twice`, query: query([...good, given]), path };
        if (is_for_the_list(name)) {
            yield { what: "format=exe", query: query([...without(name), [name, "exe"]]), path };
            continue;
        }
        for (const text of wrong_parameters(type)) {
            yield { what: `${name}=${short(text)}`, query: query([...without(name), [name, text]]), path };
        }
    }
    for (const broken of ["a=%", "a=%zz", "a=%ff", "a=%00", "a=%c0%af", "a=%ed%a0%80"]) {
        yield { what: `broken escape ${broken}`, query: `?${broken}`, path: undefined };
    }
}

function* wrong_parameters(type) {
    if (type.enum) yield* ["no_such_value", "", `${type.enum[0]} `];
    else if (type.type === "boolean") yield* ["1", "TRUE", ""];
    else if (type.type === "integer") {
        yield* ["x", "", "1.5", "1e3", " 1", "+1", "0x1", "1' or 1=1", String(too_large), "9".repeat(400)];
        if (type.format === "id") yield* ["0", "-1"];
    } else yield* wrong_texts[type.format] ?? [];
}

const short = (value) => {
    const text = typeof value === "string" ? value : (value?.[raw_mark] ?? JSON.stringify(value));
    return text.length > 40 ? `${text.slice(0, 40)}... (${text.length})` : text;
};
