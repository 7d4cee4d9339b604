import { expect, it } from "vitest";
import { isTouched, parseBlock } from "./live";

it("reads a block of the stream", () => {
    expect(parseBlock('id: 12\nevent: deals.signed\ndata: {"a":1}')).toEqual({
        id: "12",
        name: "deals.signed",
        data: '{"a":1}',
    });
    expect(parseBlock("data: one\ndata: two")).toEqual({ id: undefined, name: "message", data: "one\ntwo" });
    expect(parseBlock(": heartbeat")).toBeUndefined();
});

it("finds the views an event touches", () => {
    const key = (view: string, params = {}, also: string[] = []) => ({ view, params, also });
    const touched = (one: ReturnType<typeof key>) => isTouched(one, new Set(["deals"]), new Set([7]));
    expect(touched(key("deals.list"))).toBe(true);
    expect(touched(key("customers.record", { id: 7 }))).toBe(true);
    expect(touched(key("customers.record", { id: 8 }))).toBe(false);
    expect(touched(key("reception.here_now", {}, ["deals"]))).toBe(true);
    expect(touched(key("tasks.mine"))).toBe(true);
});
