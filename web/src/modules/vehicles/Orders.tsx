import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useSession } from "@/app/session";
import { ActionButton, ListPage } from "@/kit";
import { storeToday } from "@/words/format";
import { StockNav } from "./StockNav";
import "./stock.css";

/** What was ordered from the maker, and what of it has no VIN yet. */
export default function Orders() {
    const { t } = useTranslation();
    const { may } = useSession();
    const navigate = useNavigate();
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("nav.stock")}</h1>
                <StockNav />
                <div className="fc-page-actions">
                    {may("vehicles.stock_write") && (
                        <ActionButton
                            action="vehicles.place_order"
                            strong
                            shape="drawer"
                            initial={{ lines: [{ cars: 1 }] }}
                            onDone={(answer: { id: number }) => navigate(`/stock/orders/${answer.id}`)}
                        />
                    )}
                </div>
            </header>
            <ListPage
                view="vehicles.order_list"
                embedded
                sort="-placed_at"
                filters={["open_only"]}
                rowLink={(row) => `/stock/orders/${row.id}`}
                rowTone={(row) =>
                    row.next_expected_on && (row.next_expected_on as string) < storeToday()
                        ? "late"
                        : undefined
                }
                columns={[
                    "number",
                    { field: "cars", title: t("ui.stock.cars_title") },
                    "waiting",
                    "next_expected_on",
                    { field: "note", hideOnPhone: true },
                    { field: "placed_by", hideOnPhone: true },
                    "placed_at",
                ]}
            />
            <h2 className="fc-section-title fc-below">{t("view.vehicles.ordered_car_list")}</h2>
            <ListPage
                view="vehicles.ordered_car_list"
                embedded
                sort="expected_on"
                filters={["model_id"]}
                rowLink={(row) => `/stock/orders/${row.order_id}`}
                rowTone={(row) => ((row.expected_on as string) < storeToday() ? "late" : undefined)}
                columns={["model_name", "colour", "expected_on", "order_number"]}
            />
        </div>
    );
}
