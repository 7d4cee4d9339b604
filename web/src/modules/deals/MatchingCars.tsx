import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Card, EmptyState, StateTag, useAction, useListView } from "@/kit";
import "./deals.css";

interface CarRow {
    id: number;
    vin: string;
    colour: string;
    state: string;
    location: string;
}

/** A quote on a model without a car: those of the stock that fit, one press away. */
export function MatchingCars({ deal }: { deal: { id: number; version: number; model_id: number } }) {
    const { t } = useTranslation();
    const list = useListView(
        "vehicles.stock_list",
        { model_id: deal.model_id, limit: 50 },
        { also: ["deals"] },
    );
    const choose = useAction("deals.choose_car");
    const rows = (list.rows as unknown as CarRow[]).filter((one) =>
        ["in_stock", "in_transit"].includes(one.state),
    );
    return (
        <Card title={t("ui.deals.matching")} count={rows.length} tone="info">
            {rows.length === 0 ? (
                <EmptyState
                    small
                    title={t("ui.deals.none_matches")}
                    action={<Link to="/cars">{t("ui.deals.order_one")}</Link>}
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
                            <small>
                                {car.vin.slice(-6)} · {car.location}
                            </small>
                            <StateTag type="CarState" value={car.state} />
                        </button>
                    ))}
                </div>
            )}
        </Card>
    );
}
