import { ListPage, useSalesNames } from "@/kit";

export default function VisitList() {
    const nameOf = useSalesNames();
    return (
        <ListPage
            view="reception.visit_list"
            sort="-arrived_at"
            rowLink={(row) => `/visits/${row.id}`}
            filters={["state", "purpose", "channel", "outcome"]}
            columns={[
                "visitor_name",
                "state",
                { field: "party_size", hideOnPhone: true },
                "purpose",
                { field: "channel", hideOnPhone: true },
                {
                    field: "consultant_id",
                    show: (row) => nameOf(row.consultant_id as number) || <span className="fc-none">—</span>,
                },
                "arrived_at",
                "outcome",
                { field: "next_step", hideOnPhone: true },
            ]}
        />
    );
}
