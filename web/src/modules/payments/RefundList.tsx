import { useTranslation } from "react-i18next";
import { ListPage } from "@/kit";

export default function RefundList() {
    const { t } = useTranslation();
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
                { field: "asked_by_name", title: t("ui.payments.refund_asked_by") },
                { field: "asked_at", title: t("ui.payments.refund_asked_at") },
                "decided_by_name",
                "paid_at",
            ]}
        />
    );
}
