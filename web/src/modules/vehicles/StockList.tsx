import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { useSession } from "@/app/session";
import { ActionButton, ListPage, PlateText } from "@/kit";
import { useNow } from "@/kit/now";
import "./vehicles.css";

const dayMs = 86_400_000;

/** How long a car has been standing here; beyond 60 days it costs, beyond 90 it hurts. */
export function Age({ since }: { since: string }) {
    const { t } = useTranslation();
    const days = Math.max(0, Math.floor((useNow(3600) - Date.parse(since)) / dayMs));
    const tone = days > 90 ? "late" : days > 60 ? "due" : "ok";
    return <span className={`fc-age ${tone}`}>{t("ui.vehicles.days", { n: days })}</span>;
}

const plate = {
    field: "plate",
    show: (row: { plate?: string | null }) => <PlateText value={row.plate} />,
};
const states = ["in_stock", "in_transit", "locked", "demo"];

export default function StockList() {
    const { t } = useTranslation();
    const { may } = useSession();
    const navigate = useNavigate();
    const [search, setSearch] = useSearchParams();
    const state = search.get("state") ?? "in_stock";
    const plates = state === "demo";
    return (
        <ListPage
            key={state}
            view="vehicles.stock_list"
            title={t("nav.stock")}
            params={{ state }}
            filters={["model_id"]}
            sort={state === "in_transit" ? "-ordered_at" : undefined}
            rowLink={(row) => `/cars/${row.id}`}
            actions={
                <>
                    <div className="fc-chips">
                        {states.map((one) => (
                            <button
                                key={one}
                                type="button"
                                aria-pressed={one === state}
                                onClick={() => setSearch({ state: one }, { replace: true })}
                            >
                                {t(`CarState.${one}`)}
                            </button>
                        ))}
                    </div>
                    {may("vehicles.stock_write") && (
                        <ActionButton
                            action="vehicles.order_car"
                            strong
                            onDone={(answer: { id: number }) => navigate(`/cars/${answer.id}`)}
                        />
                    )}
                </>
            }
            columns={[
                "model_name",
                { field: "vin", hideOnPhone: true },
                "colour",
                { field: "location" },
                {
                    field: "arrived_at",
                    title: t("ui.vehicles.age"),
                    align: "right",
                    show: (row) =>
                        row.arrived_at ? (
                            <Age since={row.arrived_at as string} />
                        ) : (
                            <span className="fc-soft">{(row.expected_on as string) ?? "—"}</span>
                        ),
                },
                { field: "list_price" },
                ...(plates ? [plate] : []),
                { field: "key_number", hideOnPhone: true },
            ]}
        />
    );
}
