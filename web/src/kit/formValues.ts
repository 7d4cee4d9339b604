import type { FieldSpec } from "@/api/contract";

type Values = Record<string, unknown>;

/** Lines with prices and texts, as opposed to places marked on a drawing. */
function isLines(spec: FieldSpec): boolean {
    return spec.item?.kind === "object" && !spec.item.fields?.some((one) => one.name === "x");
}

function startOf(spec: FieldSpec): unknown {
    if (spec.kind === "flag") return false;
    // A required list of lines starts with one to fill in.
    if (spec.kind === "list")
        return spec.required && isLines(spec) ? [startValues(spec.item?.fields ?? [])] : [];
    if (spec.kind === "object") return startValues(spec.fields ?? []);
    if (spec.kind === "enum" && spec.required && spec.values?.length === 1) return spec.values[0];
    return undefined;
}

/** What a fresh form holds: flags off, lists empty, the given values over them. */
export function startValues(fields: FieldSpec[], initial: Values = {}): Values {
    const values: Values = {};
    for (const spec of fields) {
        const given = initial[spec.name];
        const start = given === undefined || given === null ? startOf(spec) : given;
        if (start !== undefined) values[spec.name] = start;
    }
    return values;
}

function isEmpty(value: unknown): boolean {
    return value === undefined || value === null || value === "";
}

function cleaned(spec: FieldSpec, value: unknown): unknown {
    if (spec.kind === "text" && typeof value === "string") return value.trim();
    if (spec.kind === "object" && value && typeof value === "object") {
        const inner = inputOf(spec.fields ?? [], value as Values);
        const nothing = Object.values(inner).every(
            (one) => one === false || (Array.isArray(one) && one.length === 0),
        );
        return nothing && !spec.required ? undefined : inner;
    }
    if (spec.kind === "list" && Array.isArray(value))
        return value
            .map((one) => (spec.item ? cleaned(spec.item, one ?? {}) : one))
            .filter((one) => !isEmpty(one));
    return value;
}

/** What is sent: the fields' values without the empty ones; texts without blanks at their ends. */
export function inputOf(fields: FieldSpec[], values: Values): Values {
    const input: Values = {};
    for (const spec of fields) {
        const value = cleaned(spec, values[spec.name]);
        if (!isEmpty(value)) input[spec.name] = value;
        else if (spec.kind === "list" && spec.required) input[spec.name] = [];
        else if (spec.kind === "flag" && spec.required) input[spec.name] = false;
        else if (spec.may_be_empty) input[spec.name] = "";
    }
    return input;
}
