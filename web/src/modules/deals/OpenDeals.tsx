import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSignedIn } from "@/app/session";
import { Card, EmptyState, MoneyText, StateTag, useView } from "@/kit";

interface Row {
    id: number;
    state: string;
    customer_name: string;
    car_title: string;
    total: number;
}

/** Deals that are not done yet: mine, or the team's. */
export default function OpenDeals() {
    const { t } = useTranslation();
    const { user, roles } = useSignedIn();
    const consultant_id = roles.includes("sales") ? user.id : undefined;
    const { data } = useView("deals.deal_list", { consultant_id, limit: 40 }, { also: ["approvals"] });
    const rows = (data as { rows: Row[] } | undefined)?.rows;
    if (!rows) return null;
    const open = rows.filter((one) => !["delivered", "cancelled"].includes(one.state));
    return (
        <Card
            title={t("ui.deals.open")}
            count={open.length}
            extra={<Link to="/deals">{t("nav.deals")}</Link>}
            flush
        >
            {open.length === 0 ? (
                <EmptyState small title={t("ui.deals.none_open")} />
            ) : (
                <ul className="fc-tasks">
                    {open.slice(0, 6).map((one) => (
                        <li key={one.id}>
                            <Link className="fc-task" to={`/deals/${one.id}`}>
                                <span className="fc-task-text">
                                    <span>{one.customer_name}</span>
                                    <small>{one.car_title}</small>
                                    <small>
                                        <MoneyText value={one.total} />
                                    </small>
                                </span>
                                <StateTag type="DealState" value={one.state} />
                            </Link>
                        </li>
                    ))}
                </ul>
            )}
        </Card>
    );
}
