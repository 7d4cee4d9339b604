import "./workshop.css";
import "./reception.css";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Card, ClockBadge, EmptyState, PlateText, useView } from "@/kit";
import type { BoardOrder } from "./types";

const levels = ["self", "peer", "final"] as const;

/** Cars whose work is done and whose checks are not: the inspector's own first. */
export default function ToCheck() {
    const { t } = useTranslation();
    const { data } = useView("workshop.board", {});
    const orders = ((data?.orders ?? []) as BoardOrder[])
        .filter((order) => order.state === "quality_check")
        .sort((a, b) => b.checks_passed - a.checks_passed || a.promised_at.localeCompare(b.promised_at));
    const own = orders.filter((order) => order.checks_passed === 2).length;
    return (
        <Card title={t("ui.workshop.to_check")} count={own} tone="due" flush>
            {data && orders.length === 0 && <EmptyState small title={t("ui.workshop.nothing_to_check")} />}
            <ul className="fc-tasks">
                {orders.map((order) => (
                    <li key={order.id}>
                        <Link to={`/workshop/orders/${order.id}`} className="fc-task ws-in-house">
                            <span className="fc-task-text">
                                <span>
                                    {order.plate && <PlateText value={order.plate} />}{" "}
                                    <b>{order.model_name}</b>
                                </span>
                                <small>
                                    {order.number} · {order.advisor_name}
                                </small>
                            </span>
                            <span className={`fc-state ${order.checks_passed === 2 ? "due" : "mute"}`}>
                                {t(`CheckLevel.${levels[order.checks_passed] ?? "final"}`)}
                            </span>
                            <ClockBadge due_at={order.promised_at} started_at={order.opened_at} compact />
                        </Link>
                    </li>
                ))}
            </ul>
        </Card>
    );
}
