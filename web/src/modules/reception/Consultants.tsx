import { useTranslation } from "react-i18next";
import { InstantText, StateTag } from "@/kit";
import { storeTime } from "@/words/format";
import type { ShowroomAnswer } from "./types";
import { Since } from "./VisitorCard";

const order = { free: 0, with_customer: 1, away: 2, off_duty: 3 };

/** Nobody has done anything today: since when they are free says nothing. */
const isOpening = (at: string) => storeTime(at).format("HH:mm:ss") === "00:00:00";

/** The sales team now: who is free and whose turn it is, who is busy, who is away. */
export function Consultants({ data }: { data: ShowroomAnswer }) {
    const { t } = useTranslation();
    const team = data.consultants.toSorted((a, b) => {
        if (a.user_id === data.next_consultant_id) return -1;
        if (b.user_id === data.next_consultant_id) return 1;
        return order[a.state] - order[b.state] || (a.free_since ?? "").localeCompare(b.free_since ?? "");
    });
    return (
        <ul className="fc-team">
            {team.map((one) => (
                <li key={one.user_id} className={one.state}>
                    <span className="fc-avatar">{one.name.slice(-1)}</span>
                    <span className="fc-team-name">
                        <b>{one.name}</b>
                        <small>
                            {one.state === "free" && one.free_since && !isOpening(one.free_since) && (
                                <>
                                    {t("ui.reception.free_for")} <Since at={one.free_since} />
                                </>
                            )}
                            {one.state === "away" && (
                                <>
                                    {one.away_reason} <InstantText value={one.away_since} mode="clock" />
                                </>
                            )}
                            {one.state === "with_customer" &&
                                t("ui.reception.with", {
                                    name:
                                        data.visitors.find((visit) => visit.id === one.visit_id)
                                            ?.visitor_name || t("ui.reception.unnamed"),
                                })}
                            {one.state === "off_duty" && t("ConsultantState.off_duty")}
                        </small>
                    </span>
                    {one.user_id === data.next_consultant_id ? (
                        <span className="fc-state ok">{t("ui.reception.next")}</span>
                    ) : (
                        one.state !== "off_duty" && <StateTag type="ConsultantState" value={one.state} />
                    )}
                    <small className="fc-team-count" title={t("ui.reception.visits_today")}>
                        {t("ui.reception.groups", { n: one.visits_today })}
                    </small>
                </li>
            ))}
        </ul>
    );
}
