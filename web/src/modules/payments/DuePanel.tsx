import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { linkOf } from "@/app/registry";
import { useSession } from "@/app/session";
import { Card, MoneyText, ProblemView, useView } from "@/kit";
import { PaymentRows } from "./PaymentRows";
import { ReceiveForm } from "./ReceiveForm";
import type { DueLine, PaymentLine } from "./types";
import "./payments.css";

interface DueRecord {
    due: DueLine;
    payments: PaymentLine[];
}

/** One customer at the desk: what is owed for what, what came in, and the form to take the rest. */
export function DuePanel({ due_id }: { due_id: number }) {
    const { t } = useTranslation();
    const { may } = useSession();
    const view = useView("payments.due_record", { due_id }, { also: ["approvals", "deals"] });
    const record = view.data as DueRecord | undefined;
    const due = record?.due;
    const deal = useView(
        "deals.deal_record",
        { deal_id: due?.object_id },
        { enabled: due?.object_type === "deal" && may("deals.deal_read") },
    );
    if (view.error && !record) return <ProblemView problem={view.error} onRetry={() => view.refetch()} />;
    if (!record || !due) return <Skeleton active />;
    const contract = (deal.data as { contract?: { deposit: number; signed_at?: string } } | undefined)
        ?.contract;
    // The deposit comes first: offered until it is in.
    const deposit = contract && due.paid < contract.deposit ? contract.deposit - due.paid : undefined;
    const link = linkOf(due.object_type, due.object_id);
    return (
        <div className="fc-stack">
            <Card
                title={due.customer_name}
                extra={
                    link ? (
                        <Link to={link}>
                            {t(`object.${due.object_type}`)} {due.title}
                        </Link>
                    ) : (
                        due.title
                    )
                }
            >
                <dl className="fc-due-figures">
                    <div>
                        <dt>{t("ui.payments.due")}</dt>
                        <dd>
                            <MoneyText value={due.amount} strong />
                        </dd>
                    </div>
                    <div>
                        <dt>{t("ui.payments.paid")}</dt>
                        <dd>
                            <MoneyText value={due.paid} strong />
                        </dd>
                    </div>
                    <div className={due.open > 0 ? "open" : undefined}>
                        <dt>{t(due.overpaid > 0 ? "DueStanding.overpaid" : "ui.payments.open")}</dt>
                        <dd>
                            <MoneyText value={due.overpaid > 0 ? due.overpaid : due.open} strong />
                        </dd>
                    </div>
                </dl>
                {may("payments.payment_receive") && <ReceiveForm due={due} deposit={deposit} />}
            </Card>
            <Card title={t("ui.payments.received_so_far")} count={record.payments.length} flush>
                <PaymentRows payments={record.payments} />
            </Card>
        </div>
    );
}
