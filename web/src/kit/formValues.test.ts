import { expect, it } from "vitest";
import type { FieldSpec } from "@/api/contract";
import { inputOf, startValues } from "./formValues";

const fields: FieldSpec[] = [
    { name: "name", kind: "text", required: true },
    { name: "note", kind: "text" },
    { name: "express", kind: "flag", required: true },
    { name: "photos", kind: "list", required: true, item: { name: "photos", kind: "file" } },
    {
        name: "lines",
        kind: "list",
        required: true,
        item: { name: "lines", kind: "object", fields: [{ name: "price", kind: "money", required: true }] },
    },
    { name: "address", kind: "object", fields: [{ name: "city", kind: "text" }] },
];

it("starts flags off, lists empty, and a required list of lines with one line", () => {
    expect(startValues(fields, { name: "陈" })).toEqual({
        name: "陈",
        express: false,
        photos: [],
        lines: [{}],
        address: {},
    });
});

it("sends no empty fields, trims texts, and keeps zero and false", () => {
    const filled = {
        name: " 陈 ",
        note: "",
        express: false,
        photos: [],
        lines: [{ price: 0 }],
        address: { city: "" },
    };
    expect(inputOf(fields, filled)).toEqual({
        name: "陈",
        express: false,
        photos: [],
        lines: [{ price: 0 }],
    });
});
