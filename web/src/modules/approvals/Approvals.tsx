import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { EmptyState, ProblemView, useView } from "@/kit";
import { Waiting, type WaitingApproval } from "./Waiting";

/** Everything that waits for my yes or no. */
export default function Approvals() {
    const { t } = useTranslation();
    const view = useView("approvals.waiting", {});
    const rows = (view.data as { rows: WaitingApproval[] } | undefined)?.rows;
    return (
        <div className="fc-page fc-approvals">
            <header className="fc-page-head">
                <h1>{t("view.approvals.waiting")}</h1>
                {rows && <span className="fc-total">{t("ui.list.total", { n: rows.length })}</span>}
            </header>
            {view.error && !rows && <ProblemView problem={view.error} onRetry={() => view.refetch()} />}
            {!rows && !view.error && <Skeleton active />}
            {rows?.length === 0 && (
                <div className="fc-sheet-box">
                    <EmptyState picture="done" title={t("ui.approvals.none")} />
                </div>
            )}
            {rows?.map((one) => (
                <Waiting key={one.id} one={one} />
            ))}
        </div>
    );
}
