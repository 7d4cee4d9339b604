import type { ReactNode } from "react";

/** A table wider than its place scrolls inside it; by keyboard it can only do so while it has the focus. */
export function TableScroll({ children }: { children: ReactNode }) {
    return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reachable without a mouse
        <div className="fc-table-wrap" tabIndex={0}>
            {children}
        </div>
    );
}
