import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "@/app/session";
import { ActionButton, Card, StateTag } from "@/kit";
import { storeToday } from "@/words/format";
import type { DealRecord } from "./types";

/** The car that is built for this deal: where it stands, when it comes, and what happens then. */
export function FactoryOrderCard({ deal }: { deal: DealRecord }) {
    const { t } = useTranslation();
    const { may } = useSession();
    const order = deal.factory_order;
    if (!order) return null;
    const late = order.state === "ordered" && order.expected_on < storeToday();
    const give_up = deal.allowed_actions.find((one) => one.name === "deals.give_up_order");
    return (
        <Card
            title={t("field.factory_order")}
            tone="info"
            extra={
                give_up &&
                !give_up.refused_because && (
                    <ActionButton
                        action="deals.give_up_order"
                        size="small"
                        fixed={{ deal_id: deal.id, version: deal.version }}
                    />
                )
            }
        >
            <dl className="fc-facts tight">
                <div>
                    <dt>{t("field.number")}</dt>
                    <dd>
                        {may("vehicles.stock_read") ? (
                            <Link to={`/stock/orders/${order.order_id}`}>{order.number}</Link>
                        ) : (
                            order.number
                        )}{" "}
                        <StateTag type="OrderedCarState" value={order.state} />
                    </dd>
                </div>
                <div>
                    <dt>{t("field.colour")}</dt>
                    <dd>{order.colour}</dd>
                </div>
                <div>
                    <dt>{t("field.expected_on")}</dt>
                    <dd className={late ? "fc-late-text" : undefined}>{order.expected_on}</dd>
                </div>
                {order.car_id && (
                    <div>
                        <dt>{t("object.car")}</dt>
                        <dd>
                            <Link to={`/cars/${order.car_id}`}>{t("ui.deals.ordered_car")}</Link>
                        </dd>
                    </div>
                )}
            </dl>
            {!deal.car_id && <p className="fc-soft fc-under">{t("ui.deals.locked_on_arrival")}</p>}
        </Card>
    );
}
