import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { uploadFile } from "@/api/client";
import { Problem } from "@/api/problem";
import { sha256Hex } from "./sha256";

interface Waiting {
    hash: string;
    content: Blob;
    added_at: number;
}

interface UploadSchema extends DBSchema {
    waiting: { key: string; value: Waiting };
}

let database: Promise<IDBPDatabase<UploadSchema>> | undefined;
let waitingHashes = new Set<string>();
let count = 0;
let running = false;
let retryTimer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();
/** Pictures taken in this page's life: shown at once, whether or not they were sent yet. */
const localUrls = new Map<string, string>();

export const uploadState = {
    subscribe(listener: () => void) {
        listeners.add(listener);
        return () => listeners.delete(listener);
    },
    /** How many files still wait to be sent. */
    get: () => count,
};

function open() {
    database ??= openDB<UploadSchema>("forecourt-uploads", 1, {
        upgrade: (db) => {
            db.createObjectStore("waiting", { keyPath: "hash" });
        },
    });
    return database;
}

async function recount() {
    waitingHashes = new Set(await (await open()).getAllKeys("waiting"));
    count = waitingHashes.size;
    for (const listener of listeners) listener();
}

/**
 * Takes a file into the queue on this device and answers its hash at once; sending goes on behind. The hash
 * is the file's name on the server too, so a form can be filled in and sent without waiting for the line.
 */
export async function queueUpload(content: Blob): Promise<string> {
    const bytes = await content.arrayBuffer();
    const hash = await sha256Hex(bytes);
    if (!localUrls.has(hash)) localUrls.set(hash, URL.createObjectURL(content));
    await (await open()).put("waiting", { hash, content, added_at: Date.now() });
    await recount();
    flushUploads();
    return hash;
}

/** Where to show a file from: this device while it has it, else the server. */
export function pictureUrl(hash: string): string {
    return localUrls.get(hash) ?? `/api/files/${hash}`;
}

/** Is this file still only on this device? */
export function isWaiting(hash: string): boolean {
    return waitingHashes.has(hash);
}

/** Sends what waits, oldest first; stops at the first lost line and tries again later. */
export async function flushUploads(): Promise<void> {
    if (running) return;
    running = true;
    clearTimeout(retryTimer);
    try {
        const db = await open();
        const waiting = (await db.getAll("waiting")).sort((a, b) => a.added_at - b.added_at);
        for (const one of waiting) {
            try {
                await uploadFile(one.content);
            } catch (error) {
                // Refused for good (too large, not a picture): keeping it would block the queue for ever.
                const forGood = error instanceof Problem && [400, 413, 415, 422].includes(error.status);
                if (!forGood) {
                    retryTimer = setTimeout(flushUploads, 10_000);
                    return;
                }
            }
            await db.delete("waiting", one.hash);
            await recount();
        }
    } finally {
        running = false;
    }
    if ((await (await open()).count("waiting")) > 0) retryTimer = setTimeout(flushUploads, 200);
}

/** Waits until the queue is empty, at most so long: a form does not hang on a lost line. */
export async function uploadsSettled(maxMs = 6000): Promise<void> {
    const end = Date.now() + maxMs;
    while (count > 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 100));
}

/** Goes on with what an earlier visit left, and whenever the line comes back. */
export function startUploads(): () => void {
    const go = () => {
        recount().then(() => (count > 0 ? flushUploads() : undefined));
    };
    go();
    window.addEventListener("online", go);
    return () => window.removeEventListener("online", go);
}
