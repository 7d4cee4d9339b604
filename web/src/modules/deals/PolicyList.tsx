import { ListPage } from "@/kit";

/** Policies we sold, those that end first on top: the list of renewals. */
export default function PolicyList() {
    return (
        <ListPage
            view="deals.policy_list"
            sort="ends_on"
            filters={["ends_from", "ends_until"]}
            rowLink={(row) => `/customers/${row.customer_id}`}
            columns={[
                "ends_on",
                "customer_name",
                "insurer",
                "policy_number",
                "coverage",
                "premium",
                "commission",
                "car_id",
            ]}
        />
    );
}
