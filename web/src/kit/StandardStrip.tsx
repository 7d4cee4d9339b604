import { CheckOutlined, ClockCircleOutlined, ExclamationOutlined, MinusOutlined } from "@ant-design/icons";
import { Tooltip } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { currentLanguage, firstWord } from "@/words/i18n";
import { ClockBadge } from "./ClockBadge";
import { InstantText } from "./InstantText";
import { useNow } from "./now";
import { useView } from "./useView";

export interface Milestone {
    /** The milestone's name in the standard; words under "milestone.<name>", or `title` as given. */
    name: string;
    title?: string | null;
    state?: "reached" | "running" | "pending" | "late" | "skipped" | "blocked" | string | null;
    started_at?: string | null;
    due_at?: string | null;
    reached_at?: string | null;
    /** Role or person it waits for. */
    role?: string | null;
    /** Missed its target when it was reached. */
    late?: boolean | null;
}

export interface StandardStripProps {
    milestones: Milestone[];
}

type Shown = "reached" | "reached-late" | "running" | "late" | "pending" | "skipped";

function shownState(one: Milestone, isNext: boolean, now: number): Shown {
    if (one.state === "skipped") return "skipped";
    if (one.reached_at) {
        const late = one.late ?? (!!one.due_at && Date.parse(one.reached_at) > Date.parse(one.due_at));
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

/** The standard a case follows: what was reached and when, what is due, what is late, with the clock running. */
export function StandardStrip({ milestones }: StandardStripProps) {
    const { t } = useTranslation();
    const now = useNow(5);
    const next = milestones.findIndex((one) => !one.reached_at && one.state !== "skipped");
    return (
        <ol className="fc-strip" aria-label={t("ui.standard")}>
            {milestones.map((one, index) => {
                const state = shownState(one, index === next, now);
                const clock = (state === "running" || state === "late") && one.due_at;
                return (
                    <li key={one.name} className={state} aria-current={index === next ? "step" : undefined}>
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
                                    {state === "reached-late" && ` · ${t("ui.standard_late")}`}
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
                            {!one.reached_at && one.role && (
                                <small>{firstWord([`Role.${one.role}`, one.role])}</small>
                            )}
                        </span>
                    </li>
                );
            })}
        </ol>
    );
}

interface CaseMilestone {
    name: string;
    title: { zh: string; en: string };
    due_at?: string | null;
    reached_at?: string | null;
    verdict?: string;
    roles?: string[];
}

interface Case {
    process: string;
    title: { zh: string; en: string };
    started_at: string;
    ended_at?: string | null;
    milestones: CaseMilestone[];
}

export interface CaseStripProps {
    object_type: string;
    object_id: number;
    /** Only these processes; default all the object is in. */
    processes?: string[];
}

/** The standards a record is held to, as the service knows them: a strip for every case. */
export function CaseStrip({ object_type, object_id, processes }: CaseStripProps) {
    const { data } = useView("standards.strip", { object_type, object_id });
    const language = currentLanguage();
    const cases: Case[] = ((data as { cases?: Case[] } | undefined)?.cases ?? []).filter(
        (one) => !processes || processes.includes(one.process),
    );
    return cases.map((one) => (
        <StandardStrip
            key={`${one.process} ${one.started_at}`}
            milestones={one.milestones.map((step) => ({
                name: step.name,
                title: step.title[language] || step.title.zh,
                due_at: step.due_at,
                reached_at: step.reached_at,
                late: step.verdict === "late" ? true : undefined,
                state: one.ended_at && !step.reached_at ? "skipped" : undefined,
                role: step.roles?.[0],
            }))}
        />
    ));
}
