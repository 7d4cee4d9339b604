import type { QueryClient } from "@tanstack/react-query";

/** One event of /api/live. */
export interface LiveEvent {
    id: number | string;
    at: string;
    name: string;
    objects?: { type: string; id: number }[];
    data?: Record<string, unknown>;
}

export interface LiveAlert {
    title_key: string;
    params?: Record<string, unknown>;
    link?: string;
    level?: "info" | "warning" | "urgent";
}

/** Whom an alert's event names: a person, or everybody of a role. */
export interface Addressed {
    user_id?: number | null;
    role?: string | null;
}

type EventListener = (event: LiveEvent) => void;
type AlertListener = (alert: LiveAlert) => void;

const eventListeners = new Set<EventListener>();
const alertListeners = new Set<AlertListener>();
const stateListeners = new Set<() => void>();
let connected = true;

/** Calls back for every event of the store; answers how to stop. */
export function onLiveEvent(listener: EventListener): () => void {
    eventListeners.add(listener);
    return () => eventListeners.delete(listener);
}

/** Calls back for alerts meant for this person. */
export function onLiveAlert(listener: AlertListener): () => void {
    alertListeners.add(listener);
    return () => alertListeners.delete(listener);
}

export const liveState = {
    subscribe(listener: () => void) {
        stateListeners.add(listener);
        return () => stateListeners.delete(listener);
    },
    get: () => connected,
};

function setConnected(value: boolean) {
    if (connected === value) return;
    connected = value;
    for (const listener of stateListeners) listener();
}

interface ViewKey {
    view: string;
    params: Record<string, unknown>;
    also: string[];
}

/** Modules whose views any event may change. */
const everywhere = new Set(["tasks", "approvals", "standards"]);

/** Does a view show something an event of these modules and objects may have changed? */
export function isTouched(key: ViewKey, modules: Set<string>, ids: Set<number>): boolean {
    const module = key.view.split(".")[0]!;
    if (modules.has(module) || everywhere.has(module) || key.also.some((one) => modules.has(one)))
        return true;
    return Object.values(key.params).some((value) => typeof value === "number" && ids.has(value));
}

/** Keeps the connection and marks the views that events touch as stale, several events at a time. */
export function startLive(client: QueryClient, isFor: (addressed: Addressed) => boolean): () => void {
    const modules = new Set<string>();
    const ids = new Set<number>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const raise = (alert: LiveAlert) => {
        for (const listener of alertListeners) listener(alert);
    };
    const flush = () => {
        timer = undefined;
        const [touchedModules, touchedIds] = [new Set(modules), new Set(ids)];
        modules.clear();
        ids.clear();
        client.invalidateQueries({
            predicate: ({ queryKey }) =>
                queryKey[0] === "view" && isTouched(queryKey[1] as ViewKey, touchedModules, touchedIds),
        });
    };
    const take = (event: LiveEvent) => {
        modules.add(event.name.split(".")[0]!);
        for (const object of event.objects ?? []) ids.add(object.id);
        timer ??= setTimeout(flush, 250);
        for (const listener of eventListeners) listener(event);
        const data = event.data as (LiveAlert & Addressed) | undefined;
        if (event.name === "tasks.alert_raised" && data && isFor(data)) raise(data);
    };
    const parse = <T>(text: string, use: (data: T) => void) => {
        try {
            use(JSON.parse(text) as T);
        } catch {
            // A line that is no JSON carries nothing to show.
        }
    };
    let wasLost = false;
    const stop = readStream("/api/live", {
        opened() {
            setConnected(true);
            // What happened while the line was down was not heard: look again.
            if (wasLost) client.invalidateQueries();
            wasLost = false;
        },
        lost() {
            wasLost = true;
            setConnected(false);
        },
        message(name, text) {
            if (name === "alert") parse<LiveAlert>(text, raise);
            else parse<LiveEvent>(text, take);
        },
    });
    return () => {
        clearTimeout(timer);
        stop();
    };
}

interface StreamHandlers {
    opened: () => void;
    lost: () => void;
    message: (name: string, data: string) => void;
}

/** Splits a server-sent event block ("event: x", "data: y" lines) into its parts; undefined for comments. */
export function parseBlock(block: string): { name: string; data: string; id?: string } | undefined {
    let name = "message";
    let id: string | undefined;
    const data: string[] = [];
    for (const line of block.split("\n")) {
        const colon = line.indexOf(":");
        if (colon <= 0) continue;
        const value = line.slice(colon + 1).replace(/^ /, "");
        const field = line.slice(0, colon);
        if (field === "event") name = value;
        else if (field === "data") data.push(value);
        else if (field === "id") id = value;
    }
    return data.length > 0 ? { name, data: data.join("\n"), id } : undefined;
}

/**
 * Server-sent events over fetch. EventSource hears only names asked for one by one; here every name of every
 * module comes through without a list of them.
 */
function readStream(path: string, handlers: StreamHandlers): () => void {
    const abort = new AbortController();
    let lastId: string | undefined;
    let waitMs = 1000;
    const once = async () => {
        const headers: Record<string, string> = { Accept: "text/event-stream" };
        if (lastId) headers["Last-Event-ID"] = lastId;
        const response = await fetch(path, { headers, signal: abort.signal, credentials: "same-origin" });
        if (!response.ok || !response.body) throw new Error(`live: HTTP ${response.status}`);
        handlers.opened();
        waitMs = 1000;
        const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
        let rest = "";
        for (;;) {
            const { value, done } = await reader.read();
            if (done) return;
            const blocks = (rest + value.replaceAll("\r", "")).split("\n\n");
            rest = blocks.pop() ?? "";
            for (const block of blocks) {
                const event = parseBlock(block);
                if (!event) continue;
                lastId = event.id ?? lastId;
                handlers.message(event.name, event.data);
            }
        }
    };
    const run = async () => {
        while (!abort.signal.aborted) {
            await once().catch(() => {});
            if (abort.signal.aborted) return;
            handlers.lost();
            await new Promise((resolve) => setTimeout(resolve, waitMs));
            waitMs = Math.min(waitMs * 2, 15000);
        }
    };
    run();
    return () => abort.abort();
}
