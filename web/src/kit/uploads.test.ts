import { beforeEach, expect, it, vi } from "vitest";
import { flushUploads, isWaiting, queueUpload, uploadState, uploadsSettled } from "./uploads";

const photo = (text: string) => new Blob([text], { type: "image/jpeg" });

beforeEach(() => {
    URL.createObjectURL = () => "blob:local";
});

it("answers the hash at once and keeps the photo until the line is back", async () => {
    vi.stubGlobal("fetch", vi.fn().mockRejectedValue(new TypeError("offline")));
    const hash = await queueUpload(photo("one"));
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(uploadState.get()).toBe(1);
    expect(isWaiting(hash)).toBe(true);

    const fetch = vi.fn().mockResolvedValue(new Response(JSON.stringify({ file: hash }), { status: 200 }));
    vi.stubGlobal("fetch", fetch);
    await flushUploads();
    await uploadsSettled();
    expect(uploadState.get()).toBe(0);
    expect(isWaiting(hash)).toBe(false);
    expect(fetch.mock.calls[0]![0]).toBe("/api/files/upload");
    vi.unstubAllGlobals();
});

it("drops what the server will never take, so that the rest goes on", async () => {
    const refuse = new Response(JSON.stringify({ code: "file_is_no_picture" }), { status: 415 });
    vi.stubGlobal("fetch", vi.fn().mockResolvedValue(refuse));
    await queueUpload(photo("two"));
    await uploadsSettled();
    expect(uploadState.get()).toBe(0);
    vi.unstubAllGlobals();
});
