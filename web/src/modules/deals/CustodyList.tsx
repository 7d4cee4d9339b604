import { ListPage } from "@/kit";

/** Every signed paper: where it lies, who has it, until when it is kept. */
export default function CustodyList() {
    return (
        <ListPage
            view="deals.custody_list"
            sort="-filed_at"
            filters={["state", "contract_number"]}
            rowLink={(row) => `/deals/${row.deal_id}`}
            rowTone={(row) =>
                row.back_by && String(row.back_by) < new Date().toISOString().slice(0, 10)
                    ? "late"
                    : undefined
            }
            columns={[
                "contract_number",
                "revision",
                "state",
                "location",
                "borrower",
                "back_by",
                "retain_until",
                "deal_number",
                "filed_at",
            ]}
        />
    );
}
