const primes = (() => {
    const found: number[] = [];
    for (let n = 2; found.length < 64; n++) if (found.every((p) => n % p !== 0)) found.push(n);
    return found;
})();
const fraction = (x: number) => Math.floor((x - Math.floor(x)) * 0x1_0000_0000) >>> 0;
const roundConstants = primes.map((p) => fraction(Math.cbrt(p)));
const startState = primes.slice(0, 8).map((p) => fraction(Math.sqrt(p)));

const turn = (x: number, n: number) => (x >>> n) | (x << (32 - n));

function compress(state: Uint32Array, view: DataView, offset: number, w: Uint32Array) {
    for (let i = 0; i < 16; i++) w[i] = view.getUint32(offset + 4 * i);
    for (let i = 16; i < 64; i++) {
        const [a, b] = [w[i - 15]!, w[i - 2]!];
        const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
        const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
        w[i] = w[i - 16]! + s0 + w[i - 7]! + s1;
    }
    let [a, b, c, d, e, f, g, h] = state as unknown as [
        number,
        number,
        number,
        number,
        number,
        number,
        number,
        number,
    ];
    for (let i = 0; i < 64; i++) {
        const t1 =
            (h +
                (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) +
                ((e & f) ^ (~e & g)) +
                roundConstants[i]! +
                w[i]!) |
            0;
        const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
    }
    for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = state[i]! + value;
}

/** SHA-256 in plain script. */
export function sha256Plain(bytes: Uint8Array): string {
    const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
    padded.set(bytes);
    padded[bytes.length] = 0x80;
    const view = new DataView(padded.buffer);
    view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x2000_0000));
    view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0);
    const state = new Uint32Array(startState);
    const w = new Uint32Array(64);
    for (let offset = 0; offset < padded.length; offset += 64) compress(state, view, offset, w);
    return Array.from(state, (word) => word.toString(16).padStart(8, "0")).join("");
}

/** The hash a file is known by. Browsers offer crypto.subtle only over https, so there is a plain way too. */
export async function sha256Hex(content: ArrayBuffer): Promise<string> {
    if (!globalThis.crypto?.subtle) return sha256Plain(new Uint8Array(content));
    const digest = await crypto.subtle.digest("SHA-256", content);
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
