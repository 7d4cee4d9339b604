import { useSession } from "@/app/session";
import { ActionButton, InstantText, ListPage } from "@/kit";

/** Policies we sold, those that end first on top: whom to renew, and what the insurers still owe. */
export default function PolicyList() {
    const { may } = useSession();
    const commission = (row: Record<string, unknown>) => {
        if (row.commission_received_at)
            return <InstantText value={row.commission_received_at as string} mode="clock" />;
        if (!row.commission || !may("deals.case_pay")) return "—";
        return (
            // biome-ignore lint/a11y/noStaticElementInteractions: keeps the press off the row
            // biome-ignore lint/a11y/useKeyWithClickEvents: keeps the press off the row
            <span onClick={(event) => event.stopPropagation()}>
                <ActionButton
                    action="deals.receive_commission"
                    size="small"
                    fixed={{ policy_id: row.id as number }}
                />
            </span>
        );
    };
    return (
        <ListPage
            view="deals.policy_list"
            sort="ends_on"
            filters={["ends_from", "ends_until", "commission_open"]}
            rowLink={(row) => `/customers/${row.customer_id}`}
            columns={[
                "ends_on",
                "customer_name",
                "insurer",
                "policy_number",
                "coverage",
                "premium",
                "commission",
                { field: "commission_received_at", show: commission },
                "car_title",
            ]}
        />
    );
}
