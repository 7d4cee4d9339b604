import type { ReactNode } from "react";

export interface Bar {
    key: string;
    label: ReactNode;
    value: number;
    tone?: "ok" | "due" | "late" | "info" | "plum" | "mute";
    /** For people who cannot see the bar. */
    spoken?: string;
}

/** Standing bars of a distribution; a press on one shows what it counts. */
export function Histogram({
    bars,
    chosen,
    onPress,
    label,
}: {
    bars: Bar[];
    chosen?: string;
    onPress?: (key: string) => void;
    label: string;
}) {
    const most = Math.max(1, ...bars.map((one) => one.value));
    return (
        <ol className="in-histogram" aria-label={label}>
            {bars.map((one) => (
                <li key={one.key}>
                    <button
                        type="button"
                        className={`${one.tone ?? "info"}${chosen === one.key ? " chosen" : ""}`}
                        disabled={!onPress || one.value === 0}
                        aria-pressed={onPress ? chosen === one.key : undefined}
                        aria-label={`${one.spoken ?? ""} ${one.value}`}
                        onClick={() => onPress?.(one.key)}
                    >
                        <em>{one.value > 0 ? one.value : ""}</em>
                        <span
                            className="bar"
                            style={{ height: `${Math.round((one.value / most) * 112)}px` }}
                        />
                    </button>
                    <small>{one.label}</small>
                </li>
            ))}
        </ol>
    );
}

/** One lying bar in parts, with what each part means. */
export function Parts({ parts, label }: { parts: Bar[]; label: string }) {
    const sum = parts.reduce((all, one) => all + one.value, 0);
    const shown = parts.filter((one) => one.value > 0);
    return (
        <div
            className="in-parts"
            role="img"
            aria-label={`${label}: ${shown.map((one) => `${one.spoken ?? one.key} ${one.value}`).join(", ")}`}
        >
            <span className="line">
                {shown.map((one) => (
                    <span
                        key={one.key}
                        className={one.tone ?? "info"}
                        style={{ flexGrow: one.value / sum }}
                    />
                ))}
            </span>
        </div>
    );
}

/** A figure that is read first. */
export function Figure({
    value,
    label,
    tone,
    note,
}: {
    value: ReactNode;
    label: ReactNode;
    tone?: "ok" | "due" | "late";
    note?: ReactNode;
}) {
    return (
        <div className={`in-figure ${tone ?? ""}`}>
            <em>{value}</em>
            <span>{label}</span>
            {note && <small>{note}</small>}
        </div>
    );
}

/** A share in whole percent. */
export function percent(part: number, whole: number): string {
    return whole > 0 ? `${Math.round((part / whole) * 100)}%` : "—";
}
