import { useSyncExternalStore } from "react";

const query = typeof window === "undefined" ? undefined : window.matchMedia("(max-width: 767px)");

function subscribe(changed: () => void) {
    query?.addEventListener("change", changed);
    return () => query?.removeEventListener("change", changed);
}

/** True on a phone: lists become cards, forms become sheets, the side column goes below. */
export function useIsPhone(): boolean {
    return useSyncExternalStore(subscribe, () => query?.matches ?? false);
}
