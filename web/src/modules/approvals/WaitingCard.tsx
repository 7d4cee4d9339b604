import { useTranslation } from "react-i18next";
import { Card, useView } from "@/kit";
import { Waiting, type WaitingApproval } from "./Waiting";

/** The same for Today; nothing is shown while nothing waits. */
export default function WaitingCard() {
    const { t } = useTranslation();
    const { data } = useView("approvals.waiting", {});
    const rows = (data as { rows: WaitingApproval[] } | undefined)?.rows ?? [];
    if (rows.length === 0) return null;
    return (
        <Card title={t("view.approvals.waiting")} count={rows.length} tone="due">
            <div className="fc-approval-list">
                {rows.map((one) => (
                    <Waiting key={one.id} one={one} />
                ))}
            </div>
        </Card>
    );
}
