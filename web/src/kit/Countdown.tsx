import { spanText } from "@/words/format";
import { useNow } from "./now";

export interface CountdownProps {
    /** Counts down to this instant, then up. Without it counts up from `since`. */
    to?: string;
    since?: string;
}

/** Large running digits for a board or a wall screen. */
export function Countdown({ to, since }: CountdownProps) {
    const now = useNow();
    const span = to ? Date.parse(to) - now : now - Date.parse(since ?? "");
    const over = to !== undefined && span < 0;
    return (
        <span className={over ? "fc-countdown late" : "fc-countdown"} role="timer">
            {over && "+"}
            {Number.isNaN(span) ? "" : spanText(Math.abs(span))}
        </span>
    );
}
