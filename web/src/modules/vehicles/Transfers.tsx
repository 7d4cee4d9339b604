import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { findView } from "@/api/contract";
import { useSession } from "@/app/session";
import { ActionButton, Card, DataTable, EmptyState, ListPage, MoneyText, useView } from "@/kit";
import { Days } from "./Days";
import { StockNav } from "./StockNav";
import "./stock.css";

interface OtherCar {
    id: number;
    from_store_id: number;
    store_name: string;
    model_name: string;
    colour: string;
    vin_tail: string;
    age_days: number;
    list_price: number;
}

interface Asked {
    id: number;
    incoming: boolean;
    other_store: string;
    vin_tail: string;
    state: string;
}

/** Asks for a car of another store, or leads to where that was done already. */
function Request({ car, asked }: { car: OtherCar; asked?: Asked }) {
    const { t } = useTranslation();
    const navigate = useNavigate();
    if (asked) return <Link to={`/stock/transfers/${asked.id}`}>{t("ui.stock.asked_already")}</Link>;
    return (
        <ActionButton
            action="vehicles.request_car"
            size="small"
            title={t("ui.stock.ask_for", { car: `${car.model_name} ${car.colour} ${car.vin_tail}` })}
            fixed={{ car_id: car.id, from_store_id: car.from_store_id }}
            help={{ swap_car_id: t("ui.stock.swap_help") }}
            options={{
                swap_car_id: {
                    view: "vehicles.stock_list",
                    params: { state: "in_stock", limit: 200 },
                    label: (row: OwnCar) => `${row.model_name} ${row.colour} ${row.vin.slice(-6)}`,
                    detail: (row: OwnCar) => t("ui.stock.in_stock_days", { n: row.age_days }),
                },
            }}
            onDone={(answer: { id: number }) => navigate(`/stock/transfers/${answer.id}`)}
        />
    );
}

interface OwnCar {
    model_name: string;
    colour: string;
    vin: string;
    age_days: number;
}

function OtherStores() {
    const { t } = useTranslation();
    const { may } = useSession();
    const transfers = useView("vehicles.transfer_list", { limit: 200, sort: "-requested_at" });
    const asked = ((transfers.data as { rows: Asked[] } | undefined)?.rows ?? []).filter(
        (one) => one.incoming && ["requested", "approved"].includes(one.state),
    );
    const askedFor = (car: OtherCar) =>
        asked.find((one) => one.vin_tail === car.vin_tail && one.other_store === car.store_name);
    const cars = (useView("vehicles.other_stores_stock", {}).data as { rows: OtherCar[] } | undefined)?.rows;
    return (
        <Card title={t("view.vehicles.other_stores_stock")} count={cars?.length} flush>
            {cars?.length === 0 && <EmptyState small title={t("ui.stock.no_other_cars")} />}
            {cars && cars.length > 0 && (
                <DataTable<OtherCar>
                    label={t("view.vehicles.other_stores_stock")}
                    rows={cars}
                    view="vehicles.other_stores_stock"
                    fields={findView("vehicles.other_stores_stock")?.fields ?? []}
                    columns={[
                        {
                            field: "model_name",
                            show: (one) => (
                                <>
                                    {one.model_name} <span className="fc-soft">{one.colour}</span>
                                </>
                            ),
                        },
                        "store_name",
                        { field: "vin_tail", show: (one) => <span className="fc-vin">{one.vin_tail}</span> },
                        { field: "age_days", show: (one) => <Days days={one.age_days} />, align: "right" },
                        { field: "list_price", show: (one) => <MoneyText value={one.list_price} /> },
                        ...(may("vehicles.transfer_write")
                            ? [
                                  {
                                      field: "request",
                                      title: " ",
                                      show: (one: OtherCar) => <Request car={one} asked={askedFor(one)} />,
                                  },
                              ]
                            : []),
                    ]}
                />
            )}
        </Card>
    );
}

/** Cars that go to other stores of the group or come from them. */
export default function Transfers() {
    const { t } = useTranslation();
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("nav.stock")}</h1>
                <StockNav />
            </header>
            <ListPage
                view="vehicles.transfer_list"
                embedded
                sort="-requested_at"
                also={["approvals"]}
                rowLink={(row) => `/stock/transfers/${row.id}`}
                columns={[
                    "number",
                    {
                        field: "incoming",
                        title: t("ui.stock.direction"),
                        show: (row) => t(row.incoming ? "ui.stock.incoming" : "ui.stock.outgoing"),
                    },
                    "other_store",
                    "state",
                    {
                        field: "model_name",
                        show: (row) => `${row.model_name} ${row.colour} ${row.vin_tail}`,
                    },
                    "expected_on",
                    { field: "requested_by", hideOnPhone: true },
                    "requested_at",
                ]}
            />
            <div style={{ marginTop: "var(--gap)" }}>
                <OtherStores />
            </div>
        </div>
    );
}
