import { useTranslation } from "react-i18next";
import { Dots } from "./Dots";

export interface PromiseLine {
    promise: { id: number; title: string; times: number; used: number; version: number };
    left: number;
    ends_on?: string;
    allowed_actions: { name: string; refused_because?: string | null }[];
}

/** What a contract promised: how often it is left, until when, and a dot for each time. */
export function PromiseText({ line }: { line: PromiseLine }) {
    const { t } = useTranslation();
    const { promise, left, ends_on } = line;
    return (
        <span className="fc-task-text">
            <b>{promise.title}</b>
            <small>
                {t("ui.deals.promise_left", { left, times: promise.times })}
                {ends_on && ` · ${t("ui.deals.policy_until", { day: ends_on })}`}
            </small>
            <Dots times={promise.times} used={promise.used} />
        </span>
    );
}

/** Whether it can be drawn now. */
export function canDraw(line: PromiseLine): boolean {
    return line.allowed_actions.some((one) => one.name === "deals.draw_promise" && !one.refused_because);
}
