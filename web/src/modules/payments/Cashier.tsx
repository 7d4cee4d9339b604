import { Button, Segmented, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card, EmptyState, ObjectPicker, ProblemView, useIsPhone, useListView } from "@/kit";
import { DuePanel } from "./DuePanel";
import { DueRows } from "./DueRows";
import type { DueLine } from "./types";
import "./payments.css";

/** The desk: on the left who waits with what, on the right the one being served. */
export function CashierDesk({ due_id }: { due_id?: number }) {
    const { t } = useTranslation();
    const phone = useIsPhone();
    const [standing, setStanding] = useState("open");
    const [customer_id, setCustomer] = useState<number>();
    const list = useListView(
        "payments.due_list",
        { standing: customer_id ? undefined : standing, customer_id, limit: 50 },
        { also: ["deals", "workshop"] },
    );
    const rows = list.rows as unknown as DueLine[];
    const chosen = due_id ?? (phone ? undefined : rows[0]?.id);
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("nav.cashier")}</h1>
                <span className="fc-desk-find">
                    <ObjectPicker
                        object="customer"
                        optional
                        value={customer_id}
                        placeholder={t("ui.payments.find_customer")}
                        aria-label={t("ui.payments.find_customer")}
                        onChange={(value) => setCustomer(value as number | undefined)}
                    />
                </span>
                <Segmented
                    disabled={customer_id !== undefined}
                    value={standing}
                    onChange={setStanding}
                    options={["open", "overpaid", "settled"].map((value) => ({
                        value,
                        label: t(`DueStanding.${value}`),
                    }))}
                />
            </header>
            <div className="fc-desk">
                {!(phone && due_id) && (
                    <div className="fc-sheet-box">
                        {list.error && <ProblemView problem={list.error} onRetry={() => list.refetch()} />}
                        {list.isPending && <Skeleton active className="fc-pad" />}
                        {!list.isPending && !list.error && rows.length === 0 && (
                            <EmptyState picture="done" title={t("ui.payments.nobody_waits")} />
                        )}
                        <DueRows rows={rows} chosen={chosen} />
                        {list.hasMore && (
                            <div className="fc-more">
                                <Button onClick={() => list.loadMore()}>{t("ui.list.more")}</Button>
                            </div>
                        )}
                    </div>
                )}
                {chosen !== undefined ? (
                    <DuePanel key={chosen} due_id={chosen} />
                ) : (
                    !phone && (
                        <Card title={t("ui.payments.desk")}>
                            <EmptyState small title={t("ui.payments.choose_due")} />
                        </Card>
                    )
                )}
            </div>
        </div>
    );
}

export default function Cashier() {
    return <CashierDesk />;
}
