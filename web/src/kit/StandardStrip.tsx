import { CheckOutlined, ClockCircleOutlined, ExclamationOutlined, MinusOutlined } from "@ant-design/icons";
import { Tooltip } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { firstWord } from "@/words/i18n";
import { ClockBadge } from "./ClockBadge";
import { InstantText } from "./InstantText";
import { useNow } from "./now";

export interface Milestone {
    /** The milestone's name in the standard; words under "milestone.<name>", or `title` as given. */
    name: string;
    title?: string | null;
    state?: "reached" | "running" | "pending" | "late" | "skipped" | "blocked" | string | null;
    started_at?: string | null;
    due_at?: string | null;
    reached_at?: string | null;
    /** Role it waits for, or several of which any may do it. */
    role?: string | null;
    roles?: string[];
    /** How the standard judged it when it was reached: "on_time", "too_late", "wrong_role" ... */
    verdict?: string | null;
    actor_name?: string | null;
    /** Missed its target when it was reached. */
    late?: boolean | null;
}

export interface StandardStripProps {
    milestones: Milestone[];
    /** The process, before the milestones. */
    title?: ReactNode;
}

type Shown = "reached" | "reached-late" | "running" | "late" | "pending" | "skipped";

function shownState(one: Milestone, isNext: boolean, now: number): Shown {
    if (one.state === "skipped") return "skipped";
    if (one.reached_at) {
        const judged = one.verdict ? one.verdict !== "on_time" : undefined;
        const late =
            one.late ?? judged ?? (!!one.due_at && Date.parse(one.reached_at) > Date.parse(one.due_at));
        return late ? "reached-late" : "reached";
    }
    if (one.due_at && Date.parse(one.due_at) < now) return "late";
    return isNext || one.state === "running" ? "running" : "pending";
}

const icons: Record<Shown, ReactNode> = {
    reached: <CheckOutlined />,
    "reached-late": <CheckOutlined />,
    running: <ClockCircleOutlined />,
    late: <ExclamationOutlined />,
    pending: null,
    skipped: <MinusOutlined />,
};

/**
 * The standard a case follows: what was reached and when, what is due, what is late, with the clock running.
 */
export function StandardStrip({ milestones, title }: StandardStripProps) {
    const { t } = useTranslation();
    const now = useNow(5);
    const next = milestones.findIndex((one) => !one.reached_at && one.state !== "skipped");
    return (
        <section className="fc-strip-box" aria-label={t("ui.standard")}>
            {title && <h2>{title}</h2>}
            <ol className="fc-strip">
                {milestones.map((one, index) => {
                    const state = shownState(one, index === next, now);
                    const roles = one.roles ?? (one.role ? [one.role] : []);
                    const clock = (state === "running" || state === "late") && one.due_at;
                    return (
                        <li
                            key={one.name}
                            className={state}
                            aria-current={index === next ? "step" : undefined}
                        >
                            <span className="dot" aria-hidden="true">
                                {icons[state]}
                            </span>
                            <span className="fc-strip-text">
                                <span className="fc-strip-name">
                                    {one.title ?? firstWord([`milestone.${one.name}`])}
                                </span>
                                {one.reached_at && (
                                    <small>
                                        <InstantText value={one.reached_at} mode="clock" />
                                        {state === "reached-late" &&
                                            ` · ${firstWord([`Verdict.${one.verdict}`, "ui.standard_late"])}`}
                                    </small>
                                )}
                                {clock && <ClockBadge due_at={one.due_at!} started_at={one.started_at} />}
                                {!one.reached_at && !clock && one.due_at && (
                                    <Tooltip title={t("ui.standard_due")}>
                                        <small>
                                            <InstantText value={one.due_at} mode="clock" />
                                        </small>
                                    </Tooltip>
                                )}
                                {!one.reached_at && roles.length > 0 && (
                                    <small>
                                        {roles.map((role) => firstWord([`Role.${role}`, role])).join(" / ")}
                                    </small>
                                )}
                            </span>
                        </li>
                    );
                })}
            </ol>
        </section>
    );
}
