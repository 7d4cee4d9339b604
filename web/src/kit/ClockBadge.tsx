import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { spanText } from "@/words/format";
import { useNow } from "./now";

export interface ClockBadgeProps {
    /** ISO instant by which it should be done. */
    due_at: string;
    /** When the clock started: lets the ring fill and turn amber for the last third. */
    started_at?: string | null;
    /** When it was done: the clock stands still and says in time or how much late. */
    ended_at?: string | null;
    /** Shorter, for lists: no seconds beyond an hour. */
    compact?: boolean;
    /** Before the time: "还剩"; spoken label for what is awaited. */
    label?: string;
    /** The label is also to be seen: where several clocks stand together. */
    labelled?: boolean;
}

export type ClockState = "ok" | "due" | "late";

/** ok while more than a third of the time is left, due after, late past the end. */
export function clockState(now: number, due: number, start?: number): ClockState {
    if (now > due) return "late";
    const span = start === undefined ? undefined : due - start;
    const warnMs = span === undefined || span <= 0 ? 30 * 60_000 : span / 3;
    return due - now <= warnMs ? "due" : "ok";
}

function compactSpan(ms: number, t: TFunction): string {
    const minutes = Math.floor(ms / 60_000);
    if (minutes < 60) return t("ui.clock.minutes", { n: minutes });
    if (minutes < 60 * 24) return t("ui.clock.hours", { n: Math.floor(minutes / 60) });
    return t("ui.clock.days", { n: Math.floor(minutes / 60 / 24) });
}

/** A running clock against a target: green, amber, red; exact to the second and equal on all screens. */
export function ClockBadge({ due_at, started_at, ended_at, compact, label, labelled }: ClockBadgeProps) {
    const { t } = useTranslation();
    const ticking = useNow(compact ? 15 : 1);
    const now = ended_at ? Date.parse(ended_at) : ticking;
    const due = Date.parse(due_at);
    const start = started_at ? Date.parse(started_at) : undefined;
    const state = clockState(now, due, start);
    const span = Math.abs(due - now);
    const text = compact || span >= 86_400_000 ? compactSpan(span, t) : spanText(span);
    const share =
        start === undefined || due <= start
            ? undefined
            : Math.min(1, Math.max(0, (now - start) / (due - start)));
    const words = ended_at
        ? state === "late"
            ? "ui.clock.was_late"
            : "ui.clock.was_in_time"
        : `ui.clock.${state}`;
    const spoken = t(words, { span: text });
    return (
        <span
            className={`fc-clock ${ended_at && state !== "late" ? "ok" : state}${ended_at ? " ended" : ""}`}
            role="timer"
            aria-label={label ? `${label}: ${spoken}` : spoken}
        >
            {share !== undefined && !compact && (
                <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
                    <circle cx="8" cy="8" r="6" className="track" />
                    <circle
                        cx="8"
                        cy="8"
                        r="6"
                        className="hand"
                        pathLength="1"
                        strokeDasharray={`${share} 1`}
                    />
                </svg>
            )}
            {labelled && label && <small>{label}</small>}
            {spoken}
        </span>
    );
}
