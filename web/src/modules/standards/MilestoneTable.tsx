import { useTranslation } from "react-i18next";
import { comma } from "@/words/i18n";
import type { Milestone, Standard } from "./types";
import { eventWords, evidenceWords, inWords, roleWords, spanWords } from "./wording";

function titleOf(standard: Standard, name: string): string {
    return inWords(standard.milestones.find((one) => one.name === name)?.title) || name;
}

function Proof({ one, checklists }: { one: Milestone; checklists: Map<string, string> }) {
    const parts = [
        ...one.evidence.map(evidenceWords),
        ...(one.checklist ? [checklists.get(one.checklist) ?? one.checklist] : []),
    ];
    return <>{parts.length > 0 ? parts.join(comma()) : "—"}</>;
}

function Target({ one, standard }: { one: Milestone; standard: Standard }) {
    const { t } = useTranslation();
    if (!one.after || (!one.within_s && !one.not_before_s)) return <span className="fc-none">—</span>;
    return (
        <span className="st-target">
            <b>
                {one.not_before_s ? `${spanWords(one.not_before_s)} – ` : "≤ "}
                {one.within_s ? spanWords(one.within_s) : t("ui.standards.open_ended")}
            </b>
            <small>{t("ui.standards.from_milestone", { milestone: titleOf(standard, one.after) })}</small>
            {one.lifted_by && <small>{t("ui.standards.lifted", { event: eventWords(one.lifted_by) })}</small>}
        </span>
    );
}

const missTones = { block: "late", warn: "due", measure: "mute" } as const;

/** The norm as a table to read: who, after what, how fast, with which proof, and what a miss means. */
export function MilestoneTable({
    standard,
    checklists,
}: {
    standard: Standard;
    checklists: Map<string, string>;
}) {
    const { t } = useTranslation();
    return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse (WCAG 2.1.1)
        <div className="fc-table-wrap" tabIndex={0}>
            <table className="fc-table st-table">
                <thead>
                    <tr>
                        <th>#</th>
                        <th>{t("field.milestone")}</th>
                        <th>{t("field.roles")}</th>
                        <th>{t("ui.standards.target")}</th>
                        <th>{t("field.needs")}</th>
                        <th>{t("ui.standards.proof")}</th>
                        <th>{t("field.on_miss")}</th>
                    </tr>
                </thead>
                <tbody>
                    {standard.milestones.map((one, index) => (
                        <tr key={one.name}>
                            <td className="fc-soft">{index + 1}</td>
                            <td className="text">
                                <b>{inWords(one.title)}</b>
                                <small className="st-event">{eventWords(one.event)}</small>
                                {one.optional && <span className="fc-state mute">{t("field.optional")}</span>}
                                {one.ends && <span className="fc-state info">{t("field.ends")}</span>}
                            </td>
                            <td className="text">{roleWords(one.roles) || t("ui.standards.anyone")}</td>
                            <td>
                                <Target one={one} standard={standard} />
                            </td>
                            <td className="text">
                                {one.needs.map((name) => titleOf(standard, name)).join(comma()) || "—"}
                            </td>
                            <td className="text">
                                <Proof one={one} checklists={checklists} />
                            </td>
                            <td>
                                <span className={`fc-state ${missTones[one.on_miss]}`}>
                                    {t(`OnMiss.${one.on_miss}`)}
                                </span>
                            </td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}
