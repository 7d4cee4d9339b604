import { useTranslation } from "react-i18next";
import { ListPage } from "@/kit";

export default function DeliveryList() {
    const { t } = useTranslation();
    return (
        <ListPage
            view="delivery.delivery_list"
            sort="-opened_at"
            filters={["state"]}
            rowLink={(row) => `/deliveries/${row.id}`}
            columns={[
                "customer_name",
                "state",
                "car_title",
                { field: "vin_tail", hideOnPhone: true },
                "promised_on",
                "appointed_at",
                { field: "open_faults" },
                { field: "open", title: t("ui.delivery.open") },
                "delivered_at",
                { field: "number", hideOnPhone: true },
            ]}
        />
    );
}
