import { useTranslation } from "react-i18next";
import { ActionButton, type AllowedAction, Card, EmptyState, StateTag, useAction, useListView } from "@/kit";
import { sentence } from "@/words/i18n";
import { soundFirst } from "./types";
import "./deals.css";

interface CarRow {
    id: number;
    vin: string;
    colour: string;
    state: string;
    location: string;
    deal_id?: number | null;
    leaves: boolean;
    /** Damage that is not settled yet. */
    open_claims: number;
}

interface Props {
    deal: { id: number; version: number; model_id: number; allowed_actions: AllowedAction[] };
}

/** The maker builds one: offered where no free car is the right one. */
function OrderButton({ deal, strong }: Props & { strong: boolean }) {
    const order = deal.allowed_actions.find((one) => one.name === "deals.order_from_factory");
    if (!order) return null;
    return (
        <ActionButton
            action="deals.order_from_factory"
            strong={strong}
            size={strong ? undefined : "small"}
            fixed={{ deal_id: deal.id, version: deal.version }}
            refusedBecause={order.refused_because && sentence(`refusal.${order.refused_because}`, {})}
        />
    );
}

/** A quote on a model without a car: those of the stock that fit, one press away, or one from the factory. */
export function MatchingCars({ deal }: Props) {
    const { t } = useTranslation();
    const list = useListView(
        "vehicles.stock_list",
        { model_id: deal.model_id, limit: 50 },
        { also: ["deals"] },
    );
    const choose = useAction("deals.choose_car");
    const rows = soundFirst(list.rows as unknown as CarRow[]).filter(
        (one) => ["in_stock", "in_transit"].includes(one.state) && !one.deal_id && !one.leaves,
    );
    return (
        <Card
            title={t("ui.deals.matching")}
            count={rows.length}
            tone="info"
            extra={rows.length > 0 && <OrderButton deal={deal} strong={false} />}
        >
            {rows.length === 0 ? (
                <EmptyState
                    small
                    title={t("ui.deals.none_matches")}
                    text={t("ui.deals.none_matches_text")}
                    action={<OrderButton deal={deal} strong />}
                />
            ) : (
                <div className="fc-car-choice">
                    {rows.map((car) => (
                        <button
                            key={car.id}
                            type="button"
                            disabled={choose.running}
                            onClick={() =>
                                choose.run({ deal_id: deal.id, version: deal.version, car_id: car.id })
                            }
                        >
                            <b>{car.colour}</b>
                            <small>{[car.vin.slice(-6), car.location].filter(Boolean).join(" · ")}</small>
                            {car.open_claims > 0 && (
                                <span className="fc-state late">{t("ui.stock.damaged")}</span>
                            )}
                            <StateTag type="CarState" value={car.state} />
                        </button>
                    ))}
                </div>
            )}
        </Card>
    );
}
