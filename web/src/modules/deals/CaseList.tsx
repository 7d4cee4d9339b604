import { ListPage } from "@/kit";

/** Every insurance, tax and plate that is seen to for somebody. */
export default function CaseList() {
    return (
        <ListPage
            view="deals.case_list"
            sort="-opened_at"
            filters={["kind", "state"]}
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
                "deal_number",
                "expected_on",
                "owner_id",
                "collected",
                "paid",
                "receipt_number",
                "opened_at",
            ]}
        />
    );
}
