import { ListPage } from "@/kit";

export default function DeliveryList() {
    return (
        <ListPage
            view="delivery.delivery_list"
            filters={["state"]}
            rowLink={(row) => `/deliveries/${row.id}`}
            columns={[
                "customer_name",
                "state",
                "vin",
                "created_at",
                "inspected_at",
                "prepared_at",
                "appointed_at",
                "delivered_at",
                { field: "number", hideOnPhone: true },
            ]}
        />
    );
}
