import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Card, ClockBadge, EmptyState, StateTag, useListView } from "@/kit";
import { clockOf } from "./clock";

/** The open cases, those that wait longest first. */
export default function OpenComplaints() {
    const { t } = useTranslation();
    const { rows, isPending } = useListView("complaints.complaint_list", {
        open_only: true,
        sort: "-opened_at",
        limit: 20,
    });
    return (
        <Card title={t("ui.complaints.open")} count={rows.length} tone="late" flush>
            {!isPending && rows.length === 0 && (
                <EmptyState small picture="done" title={t("ui.complaints.none_open")} />
            )}
            <ul className="fc-tasks">
                {rows.map((one) => {
                    const clock = clockOf(one);
                    return (
                        <li key={one.id}>
                            <Link to={`/complaints/${one.id}`} className="fc-task">
                                <span className="fc-task-text">
                                    <span>{one.customer_name}</span>
                                    <small>{one.words}</small>
                                </span>
                                <StateTag type="ComplaintState" value={one.state} />
                                {clock && (
                                    <ClockBadge due_at={clock.due_at} started_at={one.opened_at} compact />
                                )}
                            </Link>
                        </li>
                    );
                })}
            </ul>
        </Card>
    );
}
