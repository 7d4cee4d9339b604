import { describe, expect, it } from "vitest";
import * as format from "./format";

describe("money", () => {
    it.each([
        [0, "¥0.00"],
        [1, "¥0.01"],
        [100, "¥1.00"],
        [1_234_560, "¥12,345.60"],
        [-1_250_000, "−¥12,500.00"],
        [9_007_199_254_740_991, "¥90,071,992,547,409.91"],
        [1.5, ""],
        [null, ""],
    ])("%s fen is shown as %s", (fen, text) => expect(format.moneyText(fen)).toBe(text));

    it.each([
        ["1,200.5", 120_050],
        ["¥ 0.01", 1],
        ["12.5万", 12_500_000],
        ["12.345678万", 12_345_678],
        ["１", undefined],
        ["0.001", undefined],
        ["-3", -300],
        ["abc", undefined],
        ["", undefined],
        ["90071992547409.92", undefined],
    ])("%s is read as %s fen", (text, fen) => expect(format.parseMoney(text)).toBe(fen));

    it("reads back what it shows", () => {
        for (const fen of [0, 1, 99, 100, 101, 123_456, -7, -100_000_00])
            expect(format.parseMoney(format.moneyText(fen))).toBe(fen);
    });
});

it.each([
    [1000, "1"],
    [1500, "1.5"],
    [1, "0.001"],
    [-2250, "−2.25"],
    [1_234_000, "1,234"],
])("%s thousandths are shown as %s and read back", (value, text) => {
    expect(format.quantityText(value)).toBe(text);
    expect(format.parseQuantity(text)).toBe(value);
});

it("reads no quantity finer than thousandths", () => expect(format.parseQuantity("1.2345")).toBeUndefined());

it("shows instants on the store's clock, whatever the device's zone", () => {
    expect(format.instantText("2026-11-21T16:30:00Z")).toBe("2026-11-22 00:30");
    expect(format.instantOfStoreTime("2026-11-22 00:30")).toBe("2026-11-21T16:30:00.000Z");
    expect(format.storeToday(Date.parse("2026-11-21T16:30:00Z"))).toBe("2026-11-22");
});

it.each([
    ["13800138000", "138 0013 8000"],
    ["138****8000", "138 **** 8000"],
    ["0571-88990011", "0571-88990011"],
])("groups the phone %s as %s", (phone, text) => expect(format.phoneText(phone)).toBe(text));

it.each([
    ["京A12345", "京A·12345"],
    ["浙AD12345", "浙A·D12345"],
    ["京A1234学", "京A·1234学"],
    ["使014578", "使014578"],
])("writes the plate %s as %s", (plate, text) => expect(format.plateText(plate)).toBe(text));

it.each([
    [0, "0:00"],
    [65_000, "1:05"],
    [3_700_000, "1:01:40"],
    [-5, "0:00"],
    [49 * 3_600_000, "2d 1h"],
])("%s ms run as %s", (ms, text) => expect(format.spanText(ms)).toBe(text));
