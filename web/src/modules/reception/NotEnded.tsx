import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { AllowedActions, Card, InstantText } from "@/kit";
import type { ShowroomAnswer } from "./types";

/** Visits of earlier days that nobody ended: how each one went is still to be said. */
export function NotEnded({ data }: { data: ShowroomAnswer }) {
    const { t } = useTranslation();
    if (data.not_ended.length === 0) return null;
    return (
        <Card title={t("ui.reception.not_ended")} count={data.not_ended.length} tone="due" flush>
            <ul className="fc-not-ended">
                {data.not_ended.map((one) => (
                    <li key={one.id}>
                        <span className="fc-not-ended-who">
                            <Link to={`/visits/${one.id}`}>
                                {one.visitor_name || t("ui.reception.unnamed")}
                            </Link>
                            <small>
                                <InstantText value={one.arrived_at} mode="clock" /> ·{" "}
                                {t(`VisitPurpose.${one.purpose}`)} ·{" "}
                                {data.consultants.find((other) => other.user_id === one.consultant_id)
                                    ?.name ?? t("ui.reception.nobody_had")}
                            </small>
                        </span>
                        <AllowedActions
                            actions={one.allowed_actions.filter(({ name }) => name === "reception.end_visit")}
                            object={{ type: "visit", id: one.id }}
                            version={one.version}
                            config={{ "reception.end_visit": { label: t("ui.reception.say_outcome") } }}
                            calm
                        />
                    </li>
                ))}
            </ul>
        </Card>
    );
}
