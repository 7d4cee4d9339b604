import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useSession } from "@/app/session";
import { ActionButton, ListPage } from "@/kit";
import { StockNav } from "./StockNav";
import "./stock.css";

/** Stock counts: what should be here against what was seen. */
export default function Counts() {
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
                            action="vehicles.start_count"
                            strong
                            help={{ place: t("ui.stock.place_help") }}
                            onDone={(answer: { id: number }) => navigate(`/stock/counts/${answer.id}`)}
                        />
                    )}
                </div>
            </header>
            <ListPage
                view="vehicles.count_list"
                embedded
                sort="-started_at"
                rowLink={(row) => `/stock/counts/${row.id}`}
                columns={[
                    "number",
                    "state",
                    { field: "place", show: (row) => (row.place as string) || t("ui.stock.whole_store") },
                    "expected",
                    "found",
                    "missing",
                    "unexpected",
                    { field: "started_by", hideOnPhone: true },
                    "started_at",
                ]}
            />
        </div>
    );
}
