import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { Card, ProblemView, Timeline, useView } from "@/kit";
import { PaymentRows } from "./PaymentRows";
import type { DueLine, PaymentLine } from "./types";

export default function Payment() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    const view = useView("payments.payment_record", { payment_id: id }, { also: ["approvals"] });
    const record = view.data as { due: DueLine; line: PaymentLine } | undefined;
    if (!record)
        return view.error ? (
            <ProblemView problem={view.error} onRetry={() => view.refetch()} />
        ) : (
            <Skeleton active className="fc-page" />
        );
    return (
        <div className="fc-page fc-record">
            <header className="fc-record-head">
                <div className="fc-record-title">
                    <p className="fc-kicker">
                        {t("object.payment")} {record.line.payment.number}
                    </p>
                    <h1>{record.due.customer_name}</h1>
                </div>
                <Link to={`/cashier/${record.due.id}`}>{t("ui.payments.to_desk")}</Link>
            </header>
            <div className="fc-record-body">
                <div className="fc-record-main">
                    <Card title={record.due.title} flush>
                        <PaymentRows payments={[record.line]} />
                    </Card>
                </div>
                <div className="fc-record-side">
                    <Card title={t("ui.record.timeline")}>
                        <Timeline object_type="payment" object_id={id} />
                    </Card>
                </div>
            </div>
        </div>
    );
}
