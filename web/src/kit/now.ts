import { useSyncExternalStore } from "react";
import { serverNow } from "@/api/client";

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let second = Math.floor(serverNow() / 1000);

function tick() {
    second = Math.floor(serverNow() / 1000);
    for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
    listeners.add(listener);
    if (!timer) {
        tick();
        timer = setInterval(tick, 1000);
    }
    return () => {
        listeners.delete(listener);
        if (listeners.size === 0) {
            clearInterval(timer);
            timer = undefined;
        }
    };
}

/** The server's time in milliseconds, renewed every so many seconds; one timer for the whole page. */
export function useNow(everySeconds = 1): number {
    return useSyncExternalStore(subscribe, () => Math.floor(second / everySeconds) * everySeconds) * 1000;
}
