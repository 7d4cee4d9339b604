import { useTranslation } from "react-i18next";
import { ListPage } from "@/kit";
import { storeToday } from "@/words/format";

/** Every signed paper: where it lies, who has it, until when it is kept. */
export default function CustodyList() {
    const { t } = useTranslation();
    return (
        <ListPage
            view="deals.custody_list"
            sort="-filed_at"
            filters={["state", "contract_number"]}
            rowLink={(row) => `/deals/${row.deal_id}`}
            rowTone={(row) => (row.back_by && String(row.back_by) < storeToday() ? "late" : undefined)}
            empty={{ title: t("ui.deals.nothing_filed"), text: t("ui.deals.nothing_filed_text") }}
            columns={[
                "contract_number",
                "revision",
                "state",
                { field: "location", title: t("ui.deals.kept_at") },
                "borrower",
                {
                    field: "back_by",
                    show: (row) =>
                        row.back_by ? (
                            <>
                                {row.back_by}{" "}
                                {String(row.back_by) < storeToday() && (
                                    <span className="fc-state late">{t("ui.deals.not_back")}</span>
                                )}
                            </>
                        ) : (
                            "—"
                        ),
                },
                "retain_until",
                { field: "deal_number", title: t("object.deal") },
                { field: "filed_at", hideOnPhone: true },
            ]}
        />
    );
}
