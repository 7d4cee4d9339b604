import { ListPage } from "@/kit";

export default function PaymentList() {
    return (
        <ListPage
            view="payments.payment_list"
            sort="-received_at"
            filters={["means", "kind", "object_type"]}
            rowLink={(row) => `/payments/${row.id}`}
            columns={[
                "number",
                "amount",
                "means",
                "kind",
                "refunded",
                "object_type",
                "reference",
                "received_at",
            ]}
        />
    );
}
