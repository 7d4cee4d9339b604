import "./workshop.css";
import "./reception.css";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSignedIn } from "@/app/session";
import { Card, ClockBadge, EmptyState, InstantText, PlateText, StateTag, useView } from "@/kit";
import { isOver } from "./orderTime";
import type { BoardAnswer, BoardOrder } from "./types";

type Forecast = BoardAnswer["forecasts"][number];
type Filter = "mine" | "all" | "late" | "awaiting_consent" | "ready";

/**
 * The cars in the house as the advisor needs them: what waits for an answer, what is late, what can go out.
 */
export default function OrdersInHouse() {
    const { t } = useTranslation();
    const session = useSignedIn();
    const { data } = useView("workshop.board", {}, { everyMs: 60_000 });
    const isAdvisor = session.roles.includes("advisor");
    const [filter, setFilter] = useState<Filter>(isAdvisor ? "mine" : "all");
    if (!data) return null;
    const orders = data.orders as BoardOrder[];
    const forecast = (id: number) => (data.forecasts as Forecast[]).find((one) => one.order_id === id);
    const late = (order: BoardOrder) => !isOver(order) && !!forecast(order.id)?.late;
    const has: Record<Filter, (order: BoardOrder) => boolean> = {
        mine: (order) => order.advisor_id === session.user.id,
        all: () => true,
        late,
        awaiting_consent: (order) => order.state === "awaiting_consent",
        ready: (order) => order.state === "ready" || order.state === "settled",
    };
    const filters: Filter[] = [
        ...(isAdvisor ? (["mine"] as const) : []),
        "all",
        "late",
        "awaiting_consent",
        "ready",
    ];
    const shown = orders
        .filter(has[filter])
        .sort((a, b) => Number(late(b)) - Number(late(a)) || a.promised_at.localeCompare(b.promised_at));
    return (
        <Card
            title={t("ui.workshop.in_house_title")}
            flush
            extra={<Link to="/workshop">{t("ui.workshop.open_board")}</Link>}
        >
            <div className="ws-filters">
                {filters.map((one) => {
                    const count = orders.filter(has[one]).length;
                    return (
                        <button
                            key={one}
                            type="button"
                            aria-pressed={one === filter}
                            onClick={() => setFilter(one)}
                        >
                            {t(`ui.workshop.filter.${one}`)}{" "}
                            <span className={`fc-count ${one === "late" && count > 0 ? "late" : "mute"}`}>
                                {count}
                            </span>
                        </button>
                    );
                })}
            </div>
            {shown.length === 0 && <EmptyState small title={t("ui.workshop.none_of_these")} />}
            <ul className="fc-tasks">
                {shown.map((order) => (
                    <li key={order.id}>
                        <Link to={`/workshop/orders/${order.id}`} className="fc-task ws-in-house">
                            <span className="fc-task-text">
                                <span>
                                    {order.plate && <PlateText value={order.plate} />}{" "}
                                    <b>{order.model_name}</b>
                                </span>
                                <small>
                                    {order.customer_name} · {order.number}
                                    {filter !== "mine" && ` · ${order.advisor_name}`}
                                </small>
                            </span>
                            {late(order) && (
                                <small className="ws-forecast">
                                    {t("ui.workshop.expected")}{" "}
                                    <InstantText value={forecast(order.id)!.expected_at} mode="clock" />
                                </small>
                            )}
                            <StateTag type="OrderState" value={order.state} />
                            {!isOver(order) && (
                                <ClockBadge due_at={order.promised_at} started_at={order.opened_at} compact />
                            )}
                        </Link>
                    </li>
                ))}
            </ul>
        </Card>
    );
}
