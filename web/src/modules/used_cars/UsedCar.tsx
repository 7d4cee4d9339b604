import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { useSession } from "@/app/session";
import { ActionButton, Card, MoneyText, PlateText, RecordPage, StateTag, useAction, VinText } from "@/kit";
import { VinFill } from "../vehicles/VinFill";
import { Jobs } from "./Jobs";
import { PhotosCard } from "./PhotosCard";
import { MoneyCard, PapersCard, PricesCard, PurchaseCard } from "./SideCards";
import { Took } from "./Took";
import type { UsedCarRecord, WayStep } from "./types";
import "./used_cars.css";

/** The way of the car: each step with the time it took, and one press to move on. */
function Way({ car }: { car: UsedCarRecord }) {
    const { t } = useTranslation();
    const { may } = useSession();
    const move = useAction("used_cars.enter_step");
    const writes = may("used_cars.reconditioning_write") && !car.sold_at;
    const at = car.way.findIndex((one) => one.is_now);
    const press = (one: WayStep) => {
        if (!one.refused_because && writes)
            move.run({ used_car_id: car.id, step: one.step, version: car.version });
    };
    return (
        <ol className="uc-way" aria-label={t("field.way")}>
            {car.way.map((one, index) => {
                const shut = !writes || !!one.refused_because;
                const why = one.refused_because && !one.is_now ? t(`refusal.${one.refused_because}`) : "";
                return (
                    <li
                        key={one.step}
                        className={
                            one.is_now ? "now" : at >= 0 && index > at && !one.times ? "ahead" : undefined
                        }
                    >
                        <Tooltip title={writes && one.step !== "arrived" ? why : ""}>
                            <button
                                type="button"
                                aria-disabled={shut}
                                aria-current={one.is_now ? "step" : undefined}
                                onClick={() => press(one)}
                            >
                                <b>{t(`UsedStep.${one.step}`)}</b>
                                {one.times > 0 ? (
                                    <Took minutes={one.minutes} late={one.late} />
                                ) : (
                                    <span className="fc-none">—</span>
                                )}
                                <small>{t("ui.used.target", { n: one.target_days })}</small>
                            </button>
                        </Tooltip>
                    </li>
                );
            })}
        </ol>
    );
}

/** One used car: its way, its work, its papers, its money. */
export default function UsedCar() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    const { may } = useSession();
    const navigate = useNavigate();
    return (
        <RecordPage
            view="used_cars.car_record"
            params={{ used_car_id: id }}
            head="car"
            object={{ type: "used_car", id }}
            also={["vehicles", "deals"]}
            kicker={(car) => `${t("object.used_car")} ${car.number}`}
            title={(car) => car.model_text}
            state={(car) => ({ type: "UsedStep", value: car.step })}
            beside={(car) => (
                <>
                    <PlateText value={car.plate} />
                    {car.promised && <span className="fc-state due">{t("CarState.locked")}</span>}
                    <small className="fc-soft">{t("ui.used.stock_days", { n: car.days_in_stock })}</small>
                </>
            )}
            top={(car) => <Way car={car as unknown as UsedCarRecord} />}
            next={(car) => (car.sold_at && !car.transferred_on ? "used_cars.record_transfer" : undefined)}
            calm={(car) => car.step === "for_sale"}
            actions={{
                "used_cars.enter_step": { hidden: true },
                "used_cars.plan_job": { hidden: true },
                "used_cars.receive_paper": { hidden: true },
                "used_cars.set_photos": { hidden: true },
                "used_cars.pay_seller": { hidden: true },
                "used_cars.describe_car": {
                    shape: "drawer",
                    after: () => (
                        <VinFill
                            of_car={id}
                            fields={{
                                brand: "brand",
                                series: "series",
                                trim: "trim",
                                year: "year",
                                fuel: "fuel",
                                gearbox: "gearbox",
                                displacement_ml: "displacement_ml",
                                seats: "seats",
                                price: "new_price",
                                model_year: "year",
                            }}
                        />
                    ),
                },
            }}
            facts={[
                {
                    field: "vin",
                    show: (car) => (
                        <Link to={`/cars/${car.car_id}`}>
                            <VinText value={car.vin} />
                        </Link>
                    ),
                },
                { field: "colour", show: (car) => car.colour || "—" },
                "first_registered",
                "mileage_km",
                { field: "location", show: (car) => car.location || "—" },
                {
                    field: "asking_price",
                    show: (car) => (car.asking_price ? <MoneyText value={car.asking_price} strong /> : "—"),
                },
                { field: "source", show: (car) => <StateTag type="UsedSource" value={car.source} /> },
                {
                    field: "seller_id",
                    show: (car) => <Link to={`/customers/${car.seller_id}`}>{car.seller_name}</Link>,
                },
                {
                    label: t("ui.used.trade_in_deal"),
                    show: (car) =>
                        car.deal_id ? (
                            <Link to={`/deals/${car.deal_id}`}>{t("ui.vehicles.to_deal")}</Link>
                        ) : null,
                },
                {
                    field: "car_before_id",
                    show: (car) =>
                        car.car_before_id ? (
                            <Link to={`/cars/${car.car_before_id}`}>{t("ui.used.before")}</Link>
                        ) : null,
                },
                "taken_at",
                {
                    field: "sold_deal_id",
                    show: (car) =>
                        car.sold_deal_id ? (
                            <Link to={`/deals/${car.sold_deal_id}`}>{t("ui.vehicles.to_deal")}</Link>
                        ) : null,
                },
                { field: "sold_at", whenSet: true },
                { field: "transferred_on", whenSet: true },
                { field: "invoice_number", whenSet: true },
                { field: "condition", wide: true },
            ]}
            side={(car) => {
                const one = car as unknown as UsedCarRecord;
                return (
                    <>
                        {one.step === "for_sale" && !one.promised && may("deals.deal_write") && (
                            <Card title={t("ui.used.sell")}>
                                <ActionButton
                                    action="deals.start_quote"
                                    label={t("ui.used.quote")}
                                    strong
                                    block
                                    fixed={{ car_id: one.car_id }}
                                    only={["customer_id"]}
                                    onDone={(deal: { id: number }) => navigate(`/deals/${deal.id}`)}
                                />
                            </Card>
                        )}
                        <PapersCard car={one} />
                        <PurchaseCard car={one} />
                        <MoneyCard car={one} />
                        <PricesCard car={one} />
                    </>
                );
            }}
        >
            {(car) => (
                <>
                    <Jobs car={car as unknown as UsedCarRecord} />
                    <PhotosCard car={car as unknown as UsedCarRecord} />
                </>
            )}
        </RecordPage>
    );
}
