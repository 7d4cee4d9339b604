// openapi.json as this test reads it: its operations, what an answer must look like, and which numbers in an
// answer are ids of which kind of record.
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

// Formats of the program's own texts and numbers: the tests of core/ check their rules.
const own_formats = ["id", "money", "quantity", "file", "vin", "plate", "phone", "email", "identity_number"];

export class Description {
    constructor(document) {
        this.document = document;
        this.ajv = new Ajv({ strict: false, allErrors: false });
        addFormats(this.ajv, ["date-time", "date"]);
        for (const name of [...own_formats, "binary"]) this.ajv.addFormat(name, true);
        // A member that an answer has and its description does not is a fault: clients can not know it, and
        // perhaps nobody meant to show it.
        this.ajv.addSchema({ $id: "openapi", ...closed(document) });
        this.operations = Object.entries(document.paths).flatMap(([path, item]) =>
            Object.entries(item).map(([method, operation]) => this.operation(path, method, operation)),
        );
    }

    operation(path, method, operation) {
        const body = operation.requestBody?.content["application/json"].schema;
        return {
            name: path.slice("/api/".length).replace("/", "."),
            path,
            method: method.toUpperCase(),
            needs: operation["x-forecourt"].needs,
            body: body && this.resolve(body),
            query: (operation.parameters ?? []).filter((parameter) => parameter.in === "query"),
            responses: operation.responses,
            checks: new Map(),
        };
    }

    resolve(schema) {
        if (!schema.$ref) return schema;
        const [kind, name] = schema.$ref.split("/").slice(-2);
        return this.document.components[kind][name];
    }

    /// What is wrong with an answer of this operation; empty where it keeps its promise. A list asked for as
    /// a file, and a paper, are bytes of another type.
    faults(operation, answer, { as_file = false } = {}) {
        const { status } = answer;
        if (status >= 500) return [`${status}: ${answer.text.slice(0, 300)}`];
        const response = operation.responses[status] && this.resolve(operation.responses[status]);
        if (!response) return [`status ${status} is not described: ${answer.text.slice(0, 200)}`];
        const [type] = Object.keys(response.content);
        if (status === 200 && (as_file || type === "application/octet-stream")) {
            return answer.type && !answer.type.includes("json") ? [] : [`a file came as ${answer.type}`];
        }
        if (answer.type.split(";")[0] !== type) return [`${status} came as ${answer.type}, not ${type}`];
        if (answer.json === undefined) return [`${status} has no JSON in it: ${answer.text.slice(0, 200)}`];
        const check = this.check_of(operation, status, response.content[type].schema);
        if (check(answer.json)) return [];
        const wrong = check.errors.map((each) => `${each.instancePath} ${each.message} ${extra(each)}`);
        return [`${status} is not as described: ${wrong.join("; ")}`];
    }

    check_of(operation, status, schema) {
        if (!operation.checks.has(status)) {
            const text = JSON.stringify(closed(schema)).replaceAll('"#/', '"openapi#/');
            operation.checks.set(status, this.ajv.compile(JSON.parse(text)));
        }
        return operation.checks.get(status);
    }

    /// Calls `found(object, id, version)` for each id in a good answer.
    ids_in(operation, answer, found) {
        const schema = operation.responses[200].content["application/json"]?.schema;
        if (schema && answer.json) this.walk(schema, answer.json, found);
    }

    walk(schema, value, found) {
        schema = this.resolve(schema);
        if (schema.anyOf) schema = this.resolve(schema.anyOf[0]);
        if (value === null || value === undefined) return;
        if (schema.type === "array") for (const each of value) this.walk(schema.items, each, found);
        if (schema.type !== "object") return;
        for (const [name, member] of Object.entries(schema.properties)) {
            const of = member.anyOf ? member.anyOf[0] : member;
            if (!of["x-object"]) this.walk(member, value[name], found);
            else if (value[name] > 0)
                found(of["x-object"], value[name], name === "id" ? value.version : undefined);
        }
    }
}

const extra = (error) => error.params.additionalProperty ?? "";

function closed(schema) {
    if (Array.isArray(schema)) return schema.map(closed);
    if (schema === null || typeof schema !== "object") return schema;
    const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
    if (schema.type === "object" && schema.properties) copy.additionalProperties = false;
    return copy;
}
