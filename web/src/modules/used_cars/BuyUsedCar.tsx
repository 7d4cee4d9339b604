import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { ActionButton, ActionForm, MoneyText, ProblemView, useView } from "@/kit";
import { VinFill } from "../vehicles/VinFill";

const columns = [
    "customer_id",
    "vin",
    "model_text",
    "plate",
    "first_registered",
    "mileage_km",
    "condition",
    "market_price",
    "repair_estimate",
    "price",
    "location",
    "key_number",
    "keys",
];

const amount = (value: unknown) => (typeof value === "number" ? value : 0);

/** What may be paid at most: the market's price less the repairs, while the form is filled in. */
function Limit({ values }: { values: Record<string, unknown> }) {
    const { t } = useTranslation();
    if (!values.market_price) return null;
    const limit = Math.max(0, amount(values.market_price) - amount(values.repair_estimate));
    const over = amount(values.price) > limit;
    return (
        <p className={over ? "fc-late-text" : "fc-soft"}>
            {t("ui.used.limit")} <MoneyText value={limit} />
        </p>
    );
}

const after = (values: Record<string, unknown>) => (
    <>
        <VinFill vin={values.vin} fields={{ model_name: "model_text" }} />
        <Limit values={values} />
    </>
);

/** The purchase of a car from a customer. */
export function BuyUsedCar() {
    const navigate = useNavigate();
    return (
        <ActionButton
            action="used_cars.buy_car"
            strong
            shape="drawer"
            only={columns}
            initial={{ repair_estimate: 0 }}
            after={after}
            onDone={(answer: { id: number }) => navigate(`/used-cars/${answer.id}`)}
        />
    );
}

interface ToEnter {
    deal_id: number;
    number: string;
    customer_id: number;
    customer_name: string;
    price: number;
    appraised?: {
        vin: string;
        plate: string;
        model_text: string;
        first_registered: string;
        mileage_km: number;
        condition: string;
        market_price: number;
        repair_estimate: number;
    } | null;
}

/** The old car of a deal that could not come into stock by itself: the form with all that is known. */
export function EnterTradeIn() {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const [search, setSearch] = useSearchParams();
    const deal_id = Number(search.get("deal_id"));
    const view = useView("used_cars.trade_in_to_enter", { deal_id });
    const [open, setOpen] = useState(true);
    const close = () => {
        setOpen(false);
        setSearch({}, { replace: true });
    };
    if (view.error) return <ProblemView problem={view.error} onRetry={() => view.refetch()} />;
    const known = view.data as unknown as ToEnter | undefined;
    if (!known || !open) return null;
    const { vin, plate, model_text, first_registered, mileage_km, condition, market_price, repair_estimate } =
        known.appraised ?? {};
    return (
        <ActionForm
            action="used_cars.buy_car"
            open
            shape="drawer"
            onClose={close}
            title={t("ui.used.enter_trade_in", { number: known.number, name: known.customer_name })}
            only={columns.filter((one) => one !== "customer_id" && one !== "price")}
            fixed={{ deal_id: known.deal_id, customer_id: known.customer_id, price: known.price }}
            initial={{
                vin,
                plate: plate || undefined,
                model_text,
                first_registered,
                mileage_km,
                condition,
                market_price: market_price ?? known.price,
                repair_estimate: repair_estimate ?? 0,
            }}
            before={
                <p className="fc-soft">
                    {t("ui.used.trade_in_price")} <MoneyText value={known.price} />
                </p>
            }
            after={(values) => <VinFill vin={values.vin} fields={{ model_name: "model_text" }} />}
            onDone={(answer: { id: number }) => navigate(`/used-cars/${answer.id}`)}
        />
    );
}
