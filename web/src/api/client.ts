import { Problem, type ProblemBody } from "./problem";

export type Params = Record<string, unknown>;

let csrfToken = "";
let language = "zh";
let clockOffsetMs = 0;
let onSignedOut: () => void = () => {};

/** The token every POST carries; comes with the session. */
export function setCsrfToken(token: string) {
    csrfToken = token;
}

/** The language in which the server words its refusals. */
export function setRequestLanguage(value: string) {
    language = value;
}

/** Called when the server no longer knows the session. */
export function onSessionLost(handler: () => void) {
    onSignedOut = handler;
}

/** Now by the server's clock, so that running clocks agree on every screen of the store. */
export function serverNow(): number {
    return Date.now() + clockOffsetMs;
}

/** A random UUID; also where crypto.randomUUID is missing (plain http inside the store's network). */
export function newKey(): string {
    if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6]! & 0x0f) | 0x40;
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Turns "deals.approve_quote" into "/api/deals/approve_quote". */
export function pathOf(name: string): string {
    return `/api/${name.replace(".", "/")}`;
}

/** The query string of a view: empty values are left out, lists repeat the name. */
export function queryString(params: Params): string {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(params)) {
        if (value === undefined || value === null || value === "") continue;
        for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
    }
    const text = search.toString();
    return text === "" ? "" : `?${text}`;
}

async function readProblem(response: Response): Promise<Problem> {
    let body: ProblemBody = {};
    try {
        body = (await response.json()) as ProblemBody;
    } catch {
        // A proxy's own error page: the status has to do.
    }
    return new Problem(response.status, body);
}

async function send(path: string, init: RequestInit): Promise<Response> {
    let response: Response;
    try {
        response = await fetch(path, { credentials: "same-origin", ...init });
    } catch (error) {
        if (error instanceof DOMException && error.name === "AbortError") throw error;
        throw new Problem(0, { code: "no_connection" });
    }
    const date = response.headers.get("Date");
    if (date) {
        const offset = Date.parse(date) - Date.now();
        // The header has whole seconds: smaller differences are noise.
        clockOffsetMs = Math.abs(offset) > 2000 ? offset : 0;
    }
    if (response.ok) return response;
    const problem = await readProblem(response);
    if (problem.status === 401) onSignedOut();
    throw problem;
}

async function bodyOf<T>(response: Response): Promise<T> {
    if (response.status === 204) return undefined as T;
    return (await response.json()) as T;
}

/** Reads a view. */
export async function getView<T>(name: string, params: Params = {}, signal?: AbortSignal): Promise<T> {
    const headers = { Accept: "application/json", "Accept-Language": language };
    return bodyOf<T>(await send(pathOf(name) + queryString(params), { headers, signal }));
}

const retryWaitsMs = [400, 1500];

/**
 * Runs an action. The key is made when the form opens, so that a repeated press or a repeat after a lost
 * answer is answered from the first run. A lost connection is retried twice with the same key.
 */
export async function postAction<T>(name: string, input: unknown, key: string = newKey()): Promise<T> {
    const init: RequestInit = {
        method: "POST",
        headers: {
            Accept: "application/json",
            "Accept-Language": language,
            "Content-Type": "application/json",
            "Idempotency-Key": key,
            "X-CSRF-Token": csrfToken,
        },
        body: JSON.stringify(input ?? {}),
    };
    for (let attempt = 0; ; attempt++) {
        try {
            return await bodyOf<T>(await send(pathOf(name), init));
        } catch (error) {
            const wait = retryWaitsMs[attempt];
            if (!(error instanceof Problem) || !error.mayRetry || wait === undefined) throw error;
            await new Promise((resolve) => setTimeout(resolve, wait));
        }
    }
}

/** A call that is no action, answered once: what a person does to the own sign-in. */
export async function postPlain<T>(path: string, input: unknown): Promise<T> {
    const headers = {
        Accept: "application/json",
        "Accept-Language": language,
        "Content-Type": "application/json",
        "X-CSRF-Token": csrfToken,
    };
    return bodyOf<T>(await send(path, { method: "POST", headers, body: JSON.stringify(input) }));
}

/** Stores one file and returns the hash it is known by. */
export async function uploadFile(content: Blob): Promise<string> {
    const headers = {
        Accept: "application/json",
        "Accept-Language": language,
        "Content-Type": content.type,
        "Idempotency-Key": newKey(),
        "X-CSRF-Token": csrfToken,
    };
    const response = await send("/api/files/upload", { method: "POST", headers, body: content });
    return (await bodyOf<{ file: string }>(response)).file;
}

/** Where a stored file is shown from. */
export function fileUrl(hash: string): string {
    return `/api/files/${hash}`;
}
