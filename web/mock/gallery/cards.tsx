import { useTranslation } from "react-i18next";
import { findView } from "@/api/contract";
import { Card, ClockBadge, DataTable, InstantText, PlateText, useView } from "@/kit";

interface Visit {
    id: number;
    name: string;
    plate: string;
    purpose: string;
    party_size: number;
    arrived_at: string;
    greet_by: string;
    greeted_at: string | null;
    consultant_name: string;
}

export function HereNow() {
    const { t } = useTranslation();
    const { data } = useView("reception.here_now");
    const rows = (data?.rows ?? []) as Visit[];
    return (
        <Card title={t("ui.today.here_now")} count={rows.length} tone="info" flush>
            <DataTable<Visit>
                rows={rows}
                fields={findView("reception.here_now")?.fields ?? []}
                rowLink={() => "/kit/deal"}
                rowTone={(row) =>
                    !row.greeted_at && Date.parse(row.greet_by) < Date.now() ? "late" : undefined
                }
                columns={[
                    { field: "plate", show: (row) => <PlateText value={row.plate} /> },
                    { field: "name", show: (row) => row.name || "—" },
                    "purpose",
                    "party_size",
                    { field: "arrived_at", show: (row) => <InstantText value={row.arrived_at} /> },
                    {
                        field: "greet_by",
                        title: "迎接",
                        show: (row) => (
                            <ClockBadge
                                due_at={row.greet_by}
                                started_at={row.arrived_at}
                                ended_at={row.greeted_at}
                            />
                        ),
                    },
                    "consultant_name",
                ]}
            />
        </Card>
    );
}

export function LateDeals() {
    return (
        <Card title="今日交车" count={2} tone="due">
            <p className="fc-soft">许志强 · 悦行 E3 · 14:30</p>
            <p className="fc-soft">杭州云栖信息技术有限公司 · 悦行 X5 · 16:00</p>
        </Card>
    );
}
