import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { linkOf } from "@/app/registry";
import { Card, Documents, MoneyText, PlateText, RecordPage, StateTag, VinText } from "@/kit";
import { Days } from "./Days";
import { Items } from "./Items";
import { Specs, specsOf } from "./specs";
import "./stock.css";
import "./vehicles.css";

export default function Car() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    return (
        <RecordPage
            view="vehicles.car_record"
            params={{ car_id: id }}
            head="car"
            object={{ type: "car", id }}
            also={["deals", "delivery", "workshop"]}
            kicker={(car) => `${t("object.car")} ${car.vin.slice(-6)}`}
            title={(car) => car.model_name}
            beside={(car) => (
                <>
                    <StateTag type="CarState" value={car.state} large />
                    <PlateText value={car.plate} />
                    {car.arrived_at && ["in_stock", "locked"].includes(car.state) && (
                        <Days days={car.age_days} />
                    )}
                    {car.removed_at && <span className="fc-state mute">{t("ui.stock.gone")}</span>}
                    {car.vin_doubtful && <span className="fc-state due">{t("field.vin_doubtful")}</span>}
                </>
            )}
            state={() => undefined}
            actions={{
                "vehicles.accept_arrival": { shape: "drawer", initial: { keys: 2 } },
                "vehicles.give_car": {
                    options: {
                        to_store_id: {
                            view: "vehicles.other_stores",
                            label: (row: { name: string }) => row.name,
                        },
                    },
                },
                "vehicles.register_items": { hidden: true },
                "vehicles.end_demo_use": { confirm: t("ui.vehicles.end_demo_sure") },
            }}
            facts={[
                { field: "vin", show: (car) => <VinText value={car.vin} /> },
                {
                    field: "model_id",
                    show: (car) =>
                        car.model_id ? <Link to={`/models/${car.model_id}`}>{car.model_name}</Link> : "—",
                },
                "colour",
                { field: "location", show: (car) => car.location || "—" },
                "key_number",
                "mileage_km",
                { field: "list_price", show: (car) => <MoneyText value={car.list_price} /> },
                { field: "cost", show: (car) => (car.cost ? <MoneyText value={car.cost} /> : "—") },
                {
                    field: "cost_so_far",
                    show: (car) =>
                        car.age ? (
                            <>
                                <MoneyText value={car.age.cost_so_far} />{" "}
                                <small className="fc-soft">
                                    {t("ui.stock.a_day")}
                                    <MoneyText value={car.age.daily_cost} />
                                </small>
                            </>
                        ) : null,
                },
                {
                    field: "came_by_transfer_id",
                    show: (car) =>
                        car.came_by_transfer_id ? (
                            <Link to={`/stock/transfers/${car.came_by_transfer_id}`}>
                                {t("object.transfer")}
                            </Link>
                        ) : null,
                },
                {
                    field: "leaves_by_transfer_id",
                    show: (car) =>
                        car.leaves_by_transfer_id ? (
                            <Link to={`/stock/transfers/${car.leaves_by_transfer_id}`}>
                                {t("object.transfer")}
                            </Link>
                        ) : null,
                },
                {
                    field: "customer_id",
                    show: (car) =>
                        car.customer_id ? (
                            <Link to={`/customers/${car.customer_id}`}>{t("ui.vehicles.to_customer")}</Link>
                        ) : (
                            "—"
                        ),
                },
                {
                    field: "deal_id",
                    show: (car) =>
                        car.deal_id && linkOf("deal", car.deal_id) ? (
                            <Link to={linkOf("deal", car.deal_id)!}>{t("ui.vehicles.to_deal")}</Link>
                        ) : (
                            "—"
                        ),
                },
                "ordered_at",
                "expected_on",
                "arrived_at",
                "sold_at",
                "first_registered",
                "warranty_start",
            ]}
            side={(car) => (
                <>
                    <Items car={id} vin={car.vin} items={car.items as never} writes={!car.removed_at} />
                    {car.claims.length > 0 && (
                        <Card title={t("field.claims")} count={car.claims.length}>
                            <ul className="fc-items">
                                {car.claims.map((claim) => (
                                    <li key={claim.id}>
                                        <Link to={`/stock/claims/${claim.id}`}>{claim.damage}</Link>
                                        <StateTag type="DamageClaimState" value={claim.state} />
                                    </li>
                                ))}
                            </ul>
                        </Card>
                    )}
                    <Documents object_type="car" object_id={id} />
                </>
            )}
        >
            {(car) =>
                specsOf(car.specs).length > 0 ? (
                    <Card title={t("ui.vehicles.specs")}>
                        <Specs specs={car.specs} />
                    </Card>
                ) : null
            }
        </RecordPage>
    );
}
