// What is sent: values that an input's schema allows, with a love for the ends of their ranges and for texts
// that break out of SQL, HTML, format strings, spreadsheets and terminals.
import fc from "fast-check";

export const hostile_texts = [
    "' OR 1=1--",
    "'); drop table log_event;--",
    '" or ""="',
    "%s%n%x{}{0}${7*7}",
    "</script><img src=x onerror=alert(1)>",
    '=HYPERLINK("http://evil","x")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "; touch /tmp/forecourt-was-here",
    "$(touch /tmp/forecourt-was-here)",
    "../../../../etc/passwd",
    "javascript:alert(1)",
    "a\r\nSet-Cookie: x=1",
    "\u001b[31mred\u001b[0m",
    "\u202Ecod.exe",
    "(a+)+$ aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
    "车".repeat(170),
    "%",
    "_",
    "*",
    '"',
    "🚗👨‍👩‍👧",
    "﷽",
    "a and not (b or",
    "-1",
    "null",
    "{}",
    "￾",
];
const ends = [0, 1, -1, 2, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53 - 1, -(2 ** 53 - 1), 10 ** 15];

const digits = (length) =>
    fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: length, maxLength: length });
const identity_number = fc
    .tuple(
        fc.constantFrom("110101", "330106"),
        fc.constantFrom("19900101", "20000229", "19481231"),
        digits(3),
    )
    .map((parts) => {
        const number = parts.join("");
        const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
        return number + "10X98765432"[sum % 11];
    });
const texts_of_format = {
    "date-time": fc.oneof(
        fc
            .date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true })
            .map((at) => at.toISOString()),
        fc.constantFrom("0001-01-01T00:00:00Z", "1970-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z"),
    ),
    date: fc.oneof(
        fc
            .date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true })
            .map((at) => at.toISOString().slice(0, 10)),
        fc.constantFrom("0001-01-01", "1900-01-01", "2028-02-29", "9999-12-31"),
    ),
    vin: digits(6).map((tail) => `WDDHF5KB0EA${tail}`),
    plate: digits(5).map((tail) => `浙A${tail}`),
    phone: digits(8).map((tail) => `138${tail}`),
    email: digits(4).map((tail) => `a${tail}@example.com`),
    identity_number,
};

export class Values {
    /// `known` holds for each kind of record ids and versions that exist; `file` is the hash of an upload.
    constructor(description, known, file) {
        this.description = description;
        this.known = known;
        this.file = file;
    }

    /// The arbitrary of a schema. `name` tells what a plain number or text is for.
    of(schema, name = "", version = undefined, depth = 0) {
        schema = this.description.resolve(schema);
        if (schema.anyOf) return fc.option(this.of(schema.anyOf[0], name, version, depth), { nil: null });
        if (schema.enum) return fc.constantFrom(...schema.enum);
        switch (schema.type) {
            case "boolean":
                return fc.boolean();
            case "integer":
                return this.integer(schema, name, version);
            case "string":
                return this.text(schema, name);
            case "array":
                return fc.array(this.of(schema.items, name, version, depth + 1), {
                    maxLength: depth > 2 ? 1 : 3,
                });
            case "object":
                return this.record(schema, depth);
            default:
                return fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom({}, [], null));
        }
    }

    integer(schema, name, version) {
        if (schema["x-object"]) {
            const ids = this.known.get(schema["x-object"]) ?? [];
            const some = ids.length > 0 ? [{ weight: 8, arbitrary: fc.constantFrom(...ids) }] : [];
            return fc.oneof(...some, { weight: 1, arbitrary: fc.constantFrom(1, 2 ** 53 - 1, 1000001) });
        }
        if (name === "version" && version !== undefined) return version;
        if (name === "limit") return fc.constantFrom(1, 50, 200, 0, -1, 10 ** 6, 2 ** 53 - 1);
        return fc.oneof(
            { weight: 3, arbitrary: fc.integer({ min: 0, max: 20 }) },
            { weight: 3, arbitrary: fc.integer({ min: 1, max: 5_000_000 }) },
            { weight: 2, arbitrary: fc.constantFrom(...ends) },
        );
    }

    text(schema, name) {
        if (schema.format === "file") return fc.constant(this.file);
        if (texts_of_format[schema.format]) return texts_of_format[schema.format];
        const longest = schema.maxLength ?? 4000;
        return fc.oneof(
            { weight: 4, arbitrary: fc.constantFrom("A", "Wang Fang", "王芳", name || "x", "2026-12-01") },
            { weight: 4, arbitrary: fc.constantFrom(...hostile_texts) },
            // A line must say something after the blanks at its ends are gone, and hold no NUL.
            { weight: 2, arbitrary: fc.string({ unit: "grapheme", minLength: 0, maxLength: 40 }).map(said) },
            { weight: 1, arbitrary: fc.constantFrom("x".repeat(longest), "车".repeat(longest)) },
        );
    }

    // The version of a record is right as often as the record is known.
    record(schema, depth) {
        const members = Object.entries(schema.properties ?? {});
        const required = new Set(schema.required ?? []);
        const subject = members.map(([, member]) => member["x-object"]).find(Boolean);
        const version = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constantFrom(...ends));
        const values = Object.fromEntries(
            members.map(([name, member]) => [name, this.of(member, name, version, depth)]),
        );
        const requiredKeys = members.map(([name]) => name).filter((name) => required.has(name));
        return fc.record(values, { requiredKeys }).map((value) => this.with_version(value, members, subject));
    }

    with_version(value, members, subject) {
        if (!subject || !("version" in value)) return value;
        const [name] = members.find(([, member]) => member["x-object"] === subject);
        const version = this.known.versions.get(`${subject} ${value[name]}`);
        return version === undefined || value.version < 0 ? value : { ...value, version };
    }
}

const said = (text) => `x${text.replaceAll("\u0000", "")}`;

// A target may be 8 KB long, escapes and all.
const longest_parameter = 120;

/// The parameters of a view as a query string; what is null or a list is left out.
export function query_string(parameters) {
    const pairs = Object.entries(parameters).filter(
        ([, value]) => value !== null && typeof value !== "object",
    );
    const cut = (value) => [...String(value)].slice(0, longest_parameter).join("");
    return pairs.length === 0
        ? ""
        : `?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(cut(value))}`).join("&")}`;
}
