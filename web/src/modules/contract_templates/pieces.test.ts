import { expect, test } from "vitest";
import { changedPart, piecesOf, readable } from "./pieces";

const seller = {
    name: "seller",
    title: { zh: "出卖人", en: "Seller" },
    example: "星驰",
    needed: true,
    always: true,
};

test("a clause is taken apart into text and values", () => {
    expect(piecesOf("甲方{{seller}}，乙方{{byer}}。", [seller])).toEqual([
        { text: "甲方" },
        { text: "{{seller}}", value: seller },
        { text: "，乙方" },
        { text: "{{byer}}", unknown: true },
        { text: "。" },
    ]);
    expect(piecesOf("没有", [seller])).toEqual([{ text: "没有" }]);
    expect(piecesOf("没写完{{seller", [seller])).toEqual([{ text: "没写完{{seller" }]);
});

test("a difference is read by the names of its values, and only where it is", () => {
    expect(readable("甲方{{seller}}。", [seller], "zh")).toBe("甲方「出卖人」。");
    expect(changedPart("定金五千元，余款付清。", "定金一万元，余款付清。")).toEqual({
        head: "定金",
        before: "五千",
        after: "一万",
        tail: "元，余款付清。",
    });
    expect(changedPart("付清。", "付清。逾期担责。")).toEqual({
        head: "付清。",
        before: "",
        after: "逾期担责。",
        tail: "",
    });
    expect(changedPart("", "新")).toEqual({ head: "", before: "", after: "新", tail: "" });
});
