// The compact table of forms and lists out of an OpenAPI document. Pure, so that a test can compare the
// generated file with openapi.json.

const maxDepth = 5;

function refName(schema) {
    return schema.$ref?.split("/").pop();
}

/**
 * Follows $ref and the usual ways to say "or null"; answers the schema, its name and whether null is allowed.
 */
function settle(document, schema, name) {
    if (schema.$ref) {
        const target = refName(schema);
        const found = document.components?.schemas?.[target];
        if (!found) throw new Error(`openapi: ${schema.$ref} does not exist`);
        return settle(document, found, target);
    }
    for (const key of ["oneOf", "anyOf", "allOf"]) {
        const options = schema[key]?.filter((one) => one.type !== "null");
        if (options?.length === 1) {
            const { [key]: _, ...rest } = schema;
            const inner = settle(document, options[0], name);
            return {
                ...inner,
                schema: { ...inner.schema, ...rest },
                nullable: schema[key].length > 1 || inner.nullable,
            };
        }
    }
    if (Array.isArray(schema.type)) {
        const types = schema.type.filter((type) => type !== "null");
        return { schema: { ...schema, type: types[0] }, name, nullable: types.length < schema.type.length };
    }
    return { schema, name, nullable: false };
}

const textFormats = {
    "date-time": "instant",
    date: "date",
    vin: "vin",
    plate: "plate",
    phone: "phone",
    file: "file",
};
const integerFormats = { money: "money", quantity: "quantity", id: "id" };

function fieldOf(document, name, raw, required, depth) {
    const { schema, name: typeName, nullable } = settle(document, raw);
    const field = { name, kind: "any" };
    if (required && !nullable) field.required = true;
    if (schema.enum) {
        field.kind = "enum";
        field.enum_type = schema["x-enum"] ?? typeName ?? schema.title ?? name;
        field.values = schema.enum.filter((value) => value !== null);
    } else if (schema.type === "string") {
        field.kind = textFormats[schema.format] ?? "text";
        if (schema.maxLength) field.max_length = schema.maxLength;
        // A text without a least length may be empty, but its name must be there.
        if (field.kind === "text" && field.required && !schema.minLength) {
            delete field.required;
            field.may_be_empty = true;
        }
    } else if (schema.type === "integer") {
        field.kind = integerFormats[schema.format] ?? "integer";
        if (schema["x-object"]) field.object = schema["x-object"];
        if (field.kind !== "id" && schema.minimum !== undefined) field.min = schema.minimum;
        if (field.kind !== "id" && schema.maximum !== undefined) field.max = schema.maximum;
    } else if (schema.type === "number") field.kind = "number";
    else if (schema.type === "boolean") field.kind = "flag";
    else if (schema.type === "array") {
        field.kind = "list";
        field.item = fieldOf(document, name, schema.items ?? {}, true, depth + 1);
    } else if (schema.properties || schema.type === "object") {
        field.kind = "object";
        field.fields = depth < maxDepth ? fieldsOf(document, schema, depth + 1) : [];
    }
    return field;
}

function fieldsOf(document, schema, depth) {
    const required = new Set(schema.required ?? []);
    return Object.entries(schema.properties ?? {}).map(([name, one]) =>
        fieldOf(document, name, one, required.has(name), depth),
    );
}

function bodyFields(document, content) {
    const raw = content?.["application/json"]?.schema;
    return raw ? fieldsOf(document, settle(document, raw).schema, 0) : [];
}

/** Answers {actions, views} for every /api/<module>/<name> of the document. */
export function contractOf(document) {
    const actions = {};
    const views = {};
    for (const [path, operations] of Object.entries(document.paths ?? {})) {
        const match = /^\/api\/([a-z_0-9]+)\/([a-z_0-9]+)$/.exec(path);
        if (!match) continue;
        const name = `${match[1]}.${match[2]}`;
        const about = (operation) => {
            const extra = operation["x-forecourt"] ?? {};
            const more = {};
            if (extra.needs) more.needs = extra.needs;
            if (extra.refuses?.length) more.refuses = extra.refuses;
            return more;
        };
        if (operations.post)
            actions[name] = {
                input: bodyFields(document, operations.post.requestBody?.content),
                ...about(operations.post),
            };
        if (operations.get) {
            const params = (operations.get.parameters ?? [])
                .filter((one) => one.in === "query")
                .map((one) => fieldOf(document, one.name, one.schema ?? {}, one.required, 0));
            const answer = bodyFields(document, operations.get.responses?.["200"]?.content);
            const rows = answer.find((one) => one.name === "rows" && one.kind === "list");
            const fields = rows ? (rows.item.fields ?? []) : answer;
            const download = operations.get.responses?.["200"]?.content?.["application/octet-stream"];
            views[name] = {
                params,
                fields,
                ...(rows ? { list: true } : {}),
                ...(download ? { download: true } : {}),
                ...about(operations.get),
            };
        }
    }
    return { actions, views };
}
