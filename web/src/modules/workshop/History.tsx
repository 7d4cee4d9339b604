import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Card, EmptyState, MoneyText, StateTag, useView } from "@/kit";
import { storeTime } from "@/words/format";
import { comma } from "@/words/i18n";

interface HistoryLine {
    kind: string;
    name: string;
    state: string;
}
interface HistoryOrder {
    id: number;
    number: string;
    state: string;
    opened_at: string;
    mileage_km: number;
    words: string;
    customer_total: number;
    lines: HistoryLine[];
}

/** What was done to this car before, and what its owner put off last time. */
export function History({ carId }: { carId: number }) {
    const { t } = useTranslation();
    const { data } = useView("workshop.car_history", { car_id: carId });
    const orders = (data?.orders ?? []) as HistoryOrder[];
    return (
        <Card title={t("ui.workshop.history")} count={orders.length}>
            {!data && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
            {data && orders.length === 0 && <EmptyState small title={t("ui.workshop.no_history")} />}
            <ol className="ws-history">
                {orders.slice(0, 6).map((order) => {
                    const declined = order.lines.filter((line) => line.state === "declined");
                    return (
                        <li key={order.id}>
                            <Link to={`/workshop/orders/${order.id}`}>
                                {storeTime(order.opened_at).format("YYYY-MM-DD")}
                            </Link>{" "}
                            <span className="fc-soft">
                                {t("ui.workshop.km", { n: order.mileage_km.toLocaleString("en-US") })}
                            </span>
                            {order.state === "handed_back" ? (
                                <MoneyText value={order.customer_total} />
                            ) : (
                                <StateTag type="OrderState" value={order.state} />
                            )}
                            <p>
                                {order.lines
                                    .filter((line) => line.state === "approved" && line.kind !== "part")
                                    .map((line) => line.name)
                                    .join(comma()) || order.words}
                            </p>
                            {declined.length > 0 && (
                                <p className="ws-warn">
                                    {t("ui.workshop.put_off")}{" "}
                                    {declined.map((line) => line.name).join(comma())}
                                </p>
                            )}
                        </li>
                    );
                })}
            </ol>
        </Card>
    );
}
