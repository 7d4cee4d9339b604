import { useTranslation } from "react-i18next";
import type { Milestone } from "./StandardStrip";
import { StandardStrip } from "./StandardStrip";
import { useView } from "./useView";

export interface CaseStripProps {
    object_type: string;
    object_id: number;
    /** Only these processes; default all the object is in. */
    processes?: string[];
}

interface TwoWords {
    zh: string;
    en: string;
}

interface Case {
    process: string;
    title: TwoWords;
    started_at: string;
    ended_at?: string | null;
    milestones: (Omit<Milestone, "title"> & { title: TwoWords })[];
}

/** A milestone's clock runs from the one before it; the verdict says what was wrong with a reached one. */
function shown(one: Case, language: "zh" | "en"): Milestone[] {
    let before: string | null | undefined = one.started_at;
    return one.milestones.map((milestone) => {
        const started_at = before;
        before = milestone.reached_at ?? before;
        const state = one.ended_at && !milestone.reached_at ? "skipped" : undefined;
        return { ...milestone, state, title: milestone.title[language] || milestone.title.zh, started_at };
    });
}

/**
 * The standards a record is held to: a strip for every running case, or for those that ended when none runs.
 */
export function CaseStrip({ object_type, object_id, processes }: CaseStripProps) {
    const { i18n } = useTranslation();
    const language = i18n.language === "en" ? "en" : "zh";
    const { data } = useView("standards.strip", { object_type, object_id });
    const cases = ((data?.cases ?? []) as Case[]).filter(
        (one) => !processes || processes.includes(one.process),
    );
    const running = cases.filter((one) => !one.ended_at);
    return (running.length > 0 ? running : cases).map((one) => (
        <StandardStrip
            key={`${one.process} ${one.started_at}`}
            title={one.title[language]}
            milestones={shown(one, language)}
        />
    ));
}
