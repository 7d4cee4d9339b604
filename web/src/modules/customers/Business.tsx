import { useTranslation } from "react-i18next";
import { findView } from "@/api/contract";
import { linkOf } from "@/app/registry";
import { useSession } from "@/app/session";
import { Card, DataTable, useView } from "@/kit";

const lists = [
    {
        view: "leads.lead_list",
        right: "leads.lead_read",
        type: "lead",
        columns: ["number", "state", "grade", "model_name", "next_contact_at"],
    },
    {
        view: "showroom.test_drive_list",
        right: "showroom.test_drive_read",
        type: "test_drive",
        columns: ["number", "state", "car_title", "starts_at"],
    },
    {
        view: "deals.deal_list",
        right: "deals.deal_read",
        type: "deal",
        columns: ["number", "state", "car_title", "total"],
    },
    {
        view: "workshop.order_list",
        right: "workshop.order_read",
        type: "repair_order",
        columns: ["number", "state", "plate", "received_at"],
    },
    {
        view: "care.call_list",
        right: "care.call_read",
        type: "care_call",
        columns: ["kind", "state", "due_on", "satisfaction"],
    },
    {
        view: "complaints.complaint_list",
        right: "complaints.complaint_read",
        type: "complaint",
        columns: ["number", "state", "severity", "opened_at"],
    },
];

interface RelatedProps {
    view: string;
    type: string;
    columns: string[];
    title: string;
    customer_id: number;
}

function Related({ view, type, columns, title, customer_id }: RelatedProps) {
    const { data } = useView(view, { customer_id, limit: 8 });
    const rows = (data as { rows: { id: number }[] } | undefined)?.rows ?? [];
    if (rows.length === 0) return null;
    const fields = findView(view)?.fields ?? [];
    return (
        <Card title={title} count={rows.length} flush>
            <DataTable
                rows={rows}
                fields={fields}
                view={view}
                columns={columns.filter((name) => fields.some((one) => one.name === name))}
                rowLink={(row) => linkOf(type, row.id)}
            />
        </Card>
    );
}

interface BusinessProps {
    customer_id: number;
    /** Whose business it is, where the page is not theirs. */
    name?: string;
    /** Only these; else all. */
    views?: string[];
}

/** What we do with this customer, list by list, as far as the person may see them. */
export function Business({ customer_id, name, views }: BusinessProps) {
    const { t } = useTranslation();
    const { may } = useSession();
    return lists
        .filter((one) => may(one.right) && findView(one.view) && (!views || views.includes(one.view)))
        .map((one) => (
            <Related
                key={one.view}
                {...one}
                customer_id={customer_id}
                title={[t(`view.${one.view}`), name].filter(Boolean).join(" · ")}
            />
        ));
}
