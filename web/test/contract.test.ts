import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { contract } from "../src/api/actions.generated.ts";
import type { Contract } from "../src/api/contract.ts";
import { contractOf } from "../tools/contract_of.mjs";

const root = join(import.meta.dirname, "..");
const real = join(root, "../openapi.json");
const source = existsSync(real) ? real : join(root, "mock/openapi.sample.json");
const made = contractOf(JSON.parse(readFileSync(source, "utf8")));

function sources(folder: string): string[] {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return sources(path);
        return /\.tsx?$/.test(path) && !/\.(test|generated)\./.test(path) ? [path] : [];
    });
}

/** Names of views and actions a page uses. */
function namesIn(text: string): string[] {
    const uses =
        /\b(?:useView|useListView|useAction|postAction|getView)(?:<[^>]*>)?\(\s*"(\w+\.\w+)"|\b(?:view|action)=?[:{]?\s*"(\w+\.\w+)"/g;
    return [...text.matchAll(uses)].map((match) => (match[1] ?? match[2])!);
}

describe("the contract", () => {
    it("generated into src/api is that of openapi.json (npm run generate)", () => {
        expect(contract as Contract).toEqual(made);
    });

    it("understands the ways a field may be described", () => {
        const Place = { type: "string", enum: ["left", "right"] };
        const document = {
            components: {
                schemas: {
                    Place,
                    Line: { type: "object", properties: { price: { type: "integer", format: "money" } } },
                },
            },
            paths: {
                "/api/a/b": {
                    post: {
                        requestBody: {
                            content: {
                                "application/json": {
                                    schema: {
                                        type: "object",
                                        required: ["place", "car_id", "lines"],
                                        properties: {
                                            place: { $ref: "#/components/schemas/Place" },
                                            other: {
                                                oneOf: [
                                                    { $ref: "#/components/schemas/Place" },
                                                    { type: "null" },
                                                ],
                                            },
                                            car_id: { type: "integer", format: "id", "x-object": "car" },
                                            at: { type: ["string", "null"], format: "date-time" },
                                            lines: {
                                                type: "array",
                                                items: { $ref: "#/components/schemas/Line" },
                                            },
                                        },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        };
        const fields = contractOf(document).actions["a.b"]!.input;
        expect(fields.map((one) => [one.name, one.kind, !!one.required])).toEqual([
            ["place", "enum", true],
            ["other", "enum", false],
            ["car_id", "id", true],
            ["at", "instant", false],
            ["lines", "list", true],
        ]);
        expect(fields[1]).toMatchObject({ enum_type: "Place", values: ["left", "right"] });
        expect(fields[2]).toMatchObject({ object: "car" });
        expect(fields[4]!.item!.fields).toEqual([{ name: "price", kind: "money" }]);
    });

    it("the reader of names finds what pages use", () => {
        expect(namesIn('useView("a.b", {}); <ListPage view="c.d" /> <ActionButton action="e.f" />')).toEqual([
            "a.b",
            "c.d",
            "e.f",
        ]);
    });

    it.each(
        sources(join(root, "src")).map((path) => [path.slice(root.length + 1), path]),
    )("offers what %s uses", (_name, path) => {
        const unknown = namesIn(readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\//g, "")).filter(
            (name) => !(name in made.actions) && !(name in made.views),
        );
        expect(unknown).toEqual([]);
    });
});
