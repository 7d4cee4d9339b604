import { useTranslation } from "react-i18next";
import { useSession } from "@/app/session";
import { ActionButton, InstantText, ListPage } from "@/kit";
import { StockNav } from "./StockNav";
import "./stock.css";

/** Who has which key or paper now; late ones first. */
export default function Keys() {
    const { t } = useTranslation();
    const { may } = useSession();
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("nav.stock")}</h1>
                <StockNav />
            </header>
            <ListPage
                view="vehicles.items_out"
                embedded
                sort="since"
                rowLink={(row) => `/cars/${row.car_id}`}
                rowTone={(row) =>
                    row.due_at && Date.parse(row.due_at as string) < Date.now() ? "late" : undefined
                }
                empty={{ title: t("ui.stock.all_keys_here"), text: t("ui.stock.all_keys_here_text") }}
                columns={[
                    {
                        field: "label",
                        title: t("field.item_id"),
                        show: (row) => `${t(`ItemKind.${row.kind}`)} ${row.label}`,
                    },
                    "holder",
                    { field: "model_name", show: (row) => `${row.model_name} ${row.vin_tail}` },
                    { field: "since", title: t("ui.stock.lent_at") },
                    {
                        field: "due_at",
                        title: t("ui.stock.back_by"),
                        show: (row) =>
                            row.due_at ? (
                                <>
                                    <InstantText value={row.due_at} mode="clock" />{" "}
                                    {Date.parse(row.due_at) < Date.now() && (
                                        <span className="fc-state late">{t("ui.stock.not_back")}</span>
                                    )}
                                </>
                            ) : (
                                "—"
                            ),
                    },
                    {
                        field: "version",
                        title: " ",
                        align: "right",
                        show: (row) =>
                            may("vehicles.key_write") && (
                                // biome-ignore lint/a11y/noStaticElementInteractions: keeps the press off the row
                                // biome-ignore lint/a11y/useKeyWithClickEvents: see above
                                <span onClick={(event) => event.stopPropagation()}>
                                    <ActionButton
                                        action="vehicles.return_item"
                                        size="small"
                                        fixed={{ item_id: row.id, version: row.version }}
                                    />
                                </span>
                            ),
                    },
                ]}
            />
        </div>
    );
}
