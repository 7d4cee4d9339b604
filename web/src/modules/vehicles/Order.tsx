import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { ActionButton, Card, MoneyText, RecordPage, StateTag } from "@/kit";
import { sentence } from "@/words/i18n";
import "./stock.css";

interface Line {
    id: number;
    position: number;
    model_id: number;
    model_name: string;
    colour: string;
    cost: number | null;
    expected_on: string;
    late: boolean;
    state: string;
    car_id: number | null;
    drop_reason: string;
    deal_id: number | null;
    version: number;
    allowed_actions: { name: string; refused_because?: string | null }[];
}

/** One order at the maker: each car until it has its VIN. */
export default function Order() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    return (
        <RecordPage
            view="vehicles.order_record"
            params={{ order_id: id }}
            head="order"
            object={{ type: "factory_order", id }}
            kicker={() => t("object.factory_order")}
            title={(order) => order.number}
            beside={(order) => (
                <span className={order.waiting > 0 ? "fc-state due" : "fc-state ok"}>
                    {t("ui.stock.waiting", { n: order.waiting, of: order.cars.length })}
                </span>
            )}
            facts={[
                "placed_at",
                "placed_by",
                { field: "note", wide: true, show: (order) => order.note || "—" },
            ]}
        >
            {(order) => (
                <Card title={t("ui.stock.cars_title")} count={order.cars.length} flush>
                    <div className="fc-table-wrap">
                        <table className="fc-table wraps">
                            <tbody>
                                {(order.cars as unknown as Line[]).map((one) => (
                                    <tr key={one.id}>
                                        <td className="fc-soft">{one.position}</td>
                                        <td className="fc-order-line-car">
                                            {one.car_id ? (
                                                <Link to={`/cars/${one.car_id}`}>{one.model_name}</Link>
                                            ) : (
                                                one.model_name
                                            )}{" "}
                                            <span className="fc-soft">{one.colour}</span>{" "}
                                            {one.deal_id && (
                                                <Link to={`/deals/${one.deal_id}`} className="fc-state plum">
                                                    {t("ui.stock.for_deal")}
                                                </Link>
                                            )}
                                        </td>
                                        <td>
                                            <StateTag type="OrderedCarState" value={one.state} />
                                        </td>
                                        <td className={one.late ? "fc-age late" : "fc-nowrap"}>
                                            {one.state === "dropped" ? one.drop_reason : one.expected_on}
                                        </td>
                                        <td className="right">
                                            {one.cost !== null && <MoneyText value={one.cost} />}
                                        </td>
                                        <td className="right">
                                            <span className="fc-order-line-actions">
                                                {one.state === "ordered" &&
                                                    one.allowed_actions.map((action, index) => (
                                                        <ActionButton
                                                            key={action.name}
                                                            action={action.name}
                                                            size="small"
                                                            type={index === 0 ? "default" : "text"}
                                                            fixed={{
                                                                ordered_car_id: one.id,
                                                                version: one.version,
                                                            }}
                                                            initial={{
                                                                expected_on: one.late
                                                                    ? undefined
                                                                    : one.expected_on,
                                                                cost: one.cost ?? undefined,
                                                            }}
                                                            refusedBecause={
                                                                action.refused_because &&
                                                                sentence(
                                                                    `refusal.${action.refused_because}`,
                                                                    {},
                                                                )
                                                            }
                                                        />
                                                    ))}
                                            </span>
                                        </td>
                                    </tr>
                                ))}
                            </tbody>
                        </table>
                    </div>
                </Card>
            )}
        </RecordPage>
    );
}
