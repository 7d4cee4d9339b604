import { Alert, Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import {
    Card,
    DateInput,
    MoneyText,
    ObjectPicker,
    problemText,
    useAction,
    useListView,
    useView,
} from "@/kit";
import { soundFirst } from "./types";
import "./deals.css";

interface ModelRow {
    id: number;
    name: string;
    price: number;
    in_stock: number;
    in_transit: number;
}

interface CarRow {
    id: number;
    vin: string;
    colour: string;
    location: string;
    state: string;
    /** Damage that is not settled yet. */
    open_claims: number;
}

interface Preview {
    price: number;
    purchase_tax: { amount: number; explanation: string };
    compulsory_insurance: { amount: number; explanation: string };
    vehicle_tax: { amount: number; explanation: string };
    total: number;
}

/** What the chosen model costs on the road, before anything is agreed. */
function OnTheRoad({ model_id, bought_on }: { model_id: number; bought_on?: string }) {
    const { t } = useTranslation();
    const { data } = useView("deals.tax_preview", { model_id, bought_on });
    if (!data) return <Skeleton active title={false} paragraph={{ rows: 4 }} />;
    const preview = data as unknown as Preview;
    return (
        <dl className="fc-sums">
            <div>
                <dt>{t("DealLineKind.car")}</dt>
                <dd>
                    <MoneyText value={preview.price} />
                </dd>
            </div>
            {(["purchase_tax", "compulsory_insurance", "vehicle_tax"] as const).map((name) => (
                <div key={name}>
                    <dt>
                        {t(`DealLineKind.${name}`)}
                        <small>{preview[name].explanation}</small>
                    </dt>
                    <dd>
                        <MoneyText value={preview[name].amount} />
                    </dd>
                </div>
            ))}
            <div className="total">
                <dt>{t("ui.deals.on_the_road")}</dt>
                <dd>
                    <MoneyText value={preview.total} strong />
                </dd>
            </div>
        </dl>
    );
}

/** The beginning of a quote: who buys what, a car that is there or one to be ordered. */
export default function NewDeal() {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const [search] = useSearchParams();
    const number = (name: string) => (search.get(name) ? Number(search.get(name)) : undefined);
    const [customer_id, setCustomer] = useState(number("customer_id"));
    const [model_id, setModel] = useState(number("model_id"));
    const [car_id, setCar] = useState<number>();
    const [bought_on, setBoughtOn] = useState<string>();
    const customer = useView(
        "customers.customer_record",
        { customer_id },
        { enabled: customer_id !== undefined },
    );
    const models = useListView("vehicles.model_list", { on_offer: true, limit: 200 });
    const cars = useListView(
        "vehicles.stock_list",
        { model_id, state: "in_stock", limit: 50 },
        { enabled: model_id !== undefined },
    );
    const start = useAction("deals.start_quote", { showProblem: false });
    const name = (customer.data as { customer: { name: string; phone_masked: string } } | undefined)
        ?.customer;
    const rows = models.rows as unknown as ModelRow[];
    const stock = model_id === undefined ? [] : soundFirst(cars.rows as unknown as CarRow[]);
    const send = async () => {
        const deal = await start.run({
            customer_id,
            lead_id: number("lead_id"),
            model_id,
            car_id,
            bought_on,
        });
        if (deal) navigate(`/deals/${(deal as { id: number }).id}`);
    };
    return (
        <div className="fc-page fc-new-deal">
            <header className="fc-page-head">
                <h1>{t("deals.start_quote")}</h1>
            </header>
            {start.problem && (
                <Alert type="warning" showIcon role="alert" title={problemText(start.problem)} />
            )}
            <div className="fc-deal-columns">
                <div className="fc-stack">
                    <Card title={t("object.customer")}>
                        <ObjectPicker
                            key={name?.name}
                            object="customer"
                            aria-label={t("object.customer")}
                            source={
                                name && customer_id
                                    ? [{ value: customer_id, label: `${name.name} ${name.phone_masked}` }]
                                    : undefined
                            }
                            value={customer_id}
                            optional
                            onChange={(value) => setCustomer(value as number | undefined)}
                        />
                    </Card>
                    <Card title={t("object.model")}>
                        <ObjectPicker
                            aria-label={t("object.model")}
                            source={rows.map((one) => ({
                                value: one.id,
                                label: one.name,
                                detail: t("ui.vehicles.in_stock", { n: one.in_stock }),
                            }))}
                            value={rows.length > 0 ? model_id : undefined}
                            onChange={(value) => {
                                setModel(value as number | undefined);
                                setCar(undefined);
                            }}
                        />
                        {model_id !== undefined && (
                            <div className="fc-car-choice">
                                <h3>{t("ui.deals.which_car")}</h3>
                                <button
                                    type="button"
                                    aria-pressed={car_id === undefined}
                                    onClick={() => setCar(undefined)}
                                >
                                    <b>{t("ui.deals.no_car_yet")}</b>
                                    <small>{t("ui.deals.no_car_yet_text")}</small>
                                </button>
                                {stock.map((one) => (
                                    <button
                                        key={one.id}
                                        type="button"
                                        aria-pressed={car_id === one.id}
                                        onClick={() => setCar(one.id)}
                                    >
                                        <b>{one.colour}</b>
                                        <small>
                                            {[one.vin.slice(-6), one.location].filter(Boolean).join(" · ")}
                                        </small>
                                        {one.open_claims > 0 && (
                                            <span className="fc-state late">{t("ui.stock.damaged")}</span>
                                        )}
                                    </button>
                                ))}
                            </div>
                        )}
                    </Card>
                    <Card title={t("field.bought_on")}>
                        <DateInput
                            value={bought_on}
                            onChange={setBoughtOn}
                            placeholder={t("ui.time.today")}
                            aria-label={t("field.bought_on")}
                        />
                        <p className="fc-soft fc-under">{t("ui.deals.bought_on_help")}</p>
                    </Card>
                </div>
                <Card title={t("ui.deals.on_the_road")}>
                    {model_id === undefined ? (
                        <p className="fc-soft">{t("ui.deals.choose_model_first")}</p>
                    ) : (
                        <OnTheRoad model_id={model_id} bought_on={bought_on} />
                    )}
                </Card>
            </div>
            <div className="fc-page-foot">
                <Button size="large" onClick={() => navigate(-1)}>
                    {t("ui.cancel")}
                </Button>
                <Button
                    type="primary"
                    size="large"
                    disabled={!customer_id || !model_id}
                    loading={start.running}
                    onClick={send}
                >
                    {t("deals.start_quote")}
                </Button>
            </div>
        </div>
    );
}
