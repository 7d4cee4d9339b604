import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ClockBadge, InstantText, PlateText, StateTag } from "@/kit";
import { isOver } from "./orderTime";
import type { BoardAnswer, BoardOrder } from "./types";

export type Forecast = BoardAnswer["forecasts"][number];

/**
 * One car in the house as a card: whose, who looks after it, when it is promised and whether that will hold.
 */
export function OrderCard({ order, forecast }: { order: BoardOrder; forecast?: Forecast }) {
    const { t } = useTranslation();
    return (
        <Link to={`/workshop/orders/${order.id}`} className="ws-order-card">
            <span className="line">
                {order.plate ? <PlateText value={order.plate} /> : <b>{order.number}</b>}
                {order.state === "settled" && <StateTag type="OrderState" value="settled" />}
                {!isOver(order) && (
                    <ClockBadge due_at={order.promised_at} started_at={order.opened_at} compact />
                )}
            </span>
            <b>{order.model_name}</b>
            <span className="line soft">
                <span>{order.customer_name}</span>
                <span>{order.advisor_name}</span>
            </span>
            {!isOver(order) && forecast?.late && (
                <span className="ws-forecast">
                    {t("ui.workshop.expected")} <InstantText value={forecast.expected_at} mode="clock" />
                </span>
            )}
        </Link>
    );
}
