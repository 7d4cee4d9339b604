import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useSession } from "@/app/session";
import { ActionButton, Card, EmptyState, ListPage, MoneyText, useView } from "@/kit";
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

function OtherStores() {
    const { t } = useTranslation();
    const { may } = useSession();
    const navigate = useNavigate();
    const cars = (useView("vehicles.other_stores_stock", {}).data as { rows: OtherCar[] } | undefined)?.rows;
    return (
        <Card title={t("view.vehicles.other_stores_stock")} count={cars?.length} flush>
            {cars?.length === 0 && <EmptyState small title={t("ui.stock.no_other_cars")} />}
            {cars && cars.length > 0 && (
                <div className="fc-table-wrap">
                    <table className="fc-table">
                        <tbody>
                            {cars.map((one) => (
                                <tr key={one.id}>
                                    <td>{one.store_name}</td>
                                    <td>
                                        {one.model_name} <span className="fc-soft">{one.colour}</span>
                                    </td>
                                    <td className="fc-vin">{one.vin_tail}</td>
                                    <td className="right">
                                        <Days days={one.age_days} />
                                    </td>
                                    <td className="right">
                                        <MoneyText value={one.list_price} />
                                    </td>
                                    <td className="right">
                                        {may("vehicles.transfer_write") && (
                                            <ActionButton
                                                action="vehicles.request_car"
                                                size="small"
                                                fixed={{ car_id: one.id, from_store_id: one.from_store_id }}
                                                help={{ swap_car_id: t("ui.stock.swap_help") }}
                                                options={{
                                                    swap_car_id: {
                                                        view: "vehicles.stock_list",
                                                        params: { state: "in_stock", limit: 200 },
                                                        label: (row: {
                                                            model_name: string;
                                                            colour: string;
                                                            vin: string;
                                                        }) =>
                                                            `${row.model_name} ${row.colour} ${row.vin.slice(-6)}`,
                                                    },
                                                }}
                                                onDone={(answer: { id: number }) =>
                                                    navigate(`/stock/transfers/${answer.id}`)
                                                }
                                            />
                                        )}
                                    </td>
                                </tr>
                            ))}
                        </tbody>
                    </table>
                </div>
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
