import { ListPage, useSalesNames } from "@/kit";

export default function RefundList() {
    const nameOf = useSalesNames();
    return (
        <ListPage
            view="payments.refund_list"
            sort="-asked_at"
            filters={["state"]}
            also={["approvals"]}
            rowLink={(row) => `/payments/${row.payment_id}`}
            columns={[
                "number",
                "state",
                "amount",
                "reason",
                "payment_number",
                { field: "asked_by", show: (row) => nameOf(row.asked_by as number) || "—" },
                "asked_at",
                "decided_by_name",
                "paid_at",
            ]}
        />
    );
}
