import { afterEach, describe, expect, it, vi } from "vitest";
import { getView, newKey, onSessionLost, postAction, queryString, setCsrfToken } from "./client";
import { namePath, Problem } from "./problem";

function json(body: unknown, status = 200) {
    return new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
}

afterEach(() => vi.unstubAllGlobals());

it("leaves empty parameters out and repeats lists", () => {
    expect(queryString({ a: 1, b: "", c: null, d: ["x", "y"], e: false })).toBe("?a=1&d=x&d=y&e=false");
    expect(queryString({ q: undefined })).toBe("");
});

it("turns a JSON pointer into a form's name path", () => {
    expect(namePath("/lines/0/price")).toEqual(["lines", 0, "price"]);
    expect(namePath("/a~1b/c~0d")).toEqual(["a/b", "c~d"]);
});

it("makes a UUID also where crypto.randomUUID is missing", () => {
    vi.stubGlobal("crypto", { getRandomValues: (bytes: Uint8Array) => bytes.fill(255) });
    expect(newKey()).toBe("ffffffff-ffff-4fff-bfff-ffffffffffff");
});

describe("an action", () => {
    it("carries token and key, and repeats with the same key after a lost line", async () => {
        const fetch = vi
            .fn()
            .mockRejectedValueOnce(new TypeError("network"))
            .mockResolvedValueOnce(json({ code: "restarting" }, 503))
            .mockResolvedValueOnce(json({ id: 7 }));
        vi.stubGlobal("fetch", fetch);
        setCsrfToken("c1");
        await expect(postAction("deals.approve_quote", { deal_id: 7 }, "k1")).resolves.toEqual({ id: 7 });
        expect(fetch).toHaveBeenCalledTimes(3);
        for (const [path, init] of fetch.mock.calls) {
            expect(path).toBe("/api/deals/approve_quote");
            expect(init.headers).toMatchObject({ "Idempotency-Key": "k1", "X-CSRF-Token": "c1" });
            expect(JSON.parse(init.body)).toEqual({ deal_id: 7 });
        }
    });

    it("does not repeat what was refused", async () => {
        const fetch = vi.fn().mockResolvedValue(json({ code: "quote_is_invoiced", detail: "已开票" }, 409));
        vi.stubGlobal("fetch", fetch);
        const refused = await postAction("deals.approve_quote", {}, "k2").catch((error) => error);
        expect(refused).toBeInstanceOf(Problem);
        expect(refused).toMatchObject({ status: 409, code: "quote_is_invoiced", detail: "已开票" });
        expect(fetch).toHaveBeenCalledTimes(1);
    });
});

it("tells when the session is lost", async () => {
    vi.stubGlobal("fetch", vi.fn().mockResolvedValue(json({}, 401)));
    const lost = vi.fn();
    onSessionLost(lost);
    await expect(getView("customers.list")).rejects.toMatchObject({ status: 401 });
    expect(lost).toHaveBeenCalledOnce();
});

it("makes a problem of an answer that is no JSON", async () => {
    vi.stubGlobal("fetch", vi.fn().mockResolvedValue(new Response("<html>", { status: 404 })));
    await expect(getView("customers.list")).rejects.toMatchObject({ status: 404, code: "" });
});
