import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { sha256Hex, sha256Plain } from "./sha256";

it.each([
    0, 1, 3, 55, 56, 63, 64, 65, 1000, 100_000,
])("hashes %s bytes as the server does", async (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 131 + 7) % 256);
    const expected = createHash("sha256").update(bytes).digest("hex");
    expect(sha256Plain(bytes)).toBe(expected);
    expect(await sha256Hex(bytes.buffer)).toBe(expected);
});
