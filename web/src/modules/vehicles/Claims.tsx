import { useTranslation } from "react-i18next";
import { ListPage } from "@/kit";
import { StockNav } from "./StockNav";
import "./stock.css";

/** Damage to new cars and what the carriers paid for it. */
export default function Claims() {
    const { t } = useTranslation();
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("nav.stock")}</h1>
                <StockNav />
            </header>
            <ListPage
                view="vehicles.claim_list"
                embedded
                sort="-found_at"
                rowLink={(row) => `/stock/claims/${row.id}`}
                rowTone={(row) => (row.state === "found" ? "due" : undefined)}
                columns={[
                    "number",
                    "state",
                    "car_title",
                    "damage",
                    { field: "carrier", hideOnPhone: true },
                    "claimed",
                    "accepted",
                    { field: "received", hideOnPhone: true },
                    "found_at",
                ]}
            />
        </div>
    );
}
