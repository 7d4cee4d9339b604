import { useTranslation } from "react-i18next";
import { ListPage } from "@/kit";

/** Every insurance, tax and plate that is seen to for somebody. */
export default function CaseList() {
    const { t } = useTranslation();
    return (
        <ListPage
            view="deals.case_list"
            sort="-opened_at"
            filters={["kind", "state", "owner_id"]}
            rowLink={(row) => `/deals/${row.deal_id}`}
            rowTone={(row) =>
                row.state !== "done" &&
                row.state !== "cancelled" &&
                String(row.expected_on) < new Date().toISOString().slice(0, 10)
                    ? "late"
                    : undefined
            }
            columns={[
                "kind",
                "state",
                "customer_name",
                { field: "deal_number", title: t("object.deal") },
                { field: "expected_on", title: t("ui.deals.case_expected") },
                "owner_name",
                "collected",
                "paid",
                "receipt_number",
                "opened_at",
            ]}
        />
    );
}
