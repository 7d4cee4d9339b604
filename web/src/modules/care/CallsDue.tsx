import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { serverNow } from "@/api/client";
import { Card, EmptyState, useListView } from "@/kit";
import { storeToday } from "@/words/format";

/** Today's calls, the late ones first. */
export default function CallsDue() {
    const { t } = useTranslation();
    const today = storeToday(serverNow());
    const { rows, isPending } = useListView("care.call_list", {
        state: "planned",
        due_until: today,
        sort: "due_on",
        limit: 30,
    });
    return (
        <Card
            title={t("ui.care.due_today")}
            count={rows.length}
            tone="due"
            flush
            extra={<Link to="/care/calls">{t("ui.care.all")}</Link>}
        >
            {!isPending && rows.length === 0 && <EmptyState small title={t("ui.care.none_due")} />}
            <ul className="fc-tasks">
                {rows.map((one) => (
                    <li key={one.id}>
                        <Link to={`/care/calls/${one.id}`} className="fc-task">
                            <span className="fc-task-text">
                                <span>{one.customer_name}</span>
                                <small>{t(`CallKind.${one.kind}`)}</small>
                            </span>
                            {one.tries > 0 && (
                                <small className="fc-soft">{t("ui.care.tries", { n: one.tries })}</small>
                            )}
                            <span className={`fc-state ${one.due_on < today ? "late" : "due"}`}>
                                {one.due_on < today ? one.due_on.slice(5) : t("ui.time.today")}
                            </span>
                        </Link>
                    </li>
                ))}
            </ul>
        </Card>
    );
}
