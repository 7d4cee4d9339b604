import { PrinterOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import {
    ActionButton,
    AllowedActions,
    DownloadLink,
    EmptyState,
    InstantText,
    MoneyText,
    StateTag,
} from "@/kit";
import { means, type PaymentLine } from "./types";
import "./payments.css";

/** What came in so far, each with its receipt and what of it goes back. */
export function PaymentRows({ payments }: { payments: PaymentLine[] }) {
    const { t } = useTranslation();
    if (payments.length === 0) return <EmptyState small title={t("ui.payments.none_yet")} />;
    return (
        <ul className="fc-payments">
            {payments.map(({ payment, received_by_name, refundable, refunds, allowed_actions }) => {
                const ask = allowed_actions.find((one) => one.name === "payments.request_refund");
                return (
                    <li key={payment.id}>
                        <div className="fc-payment-line">
                            <span className="fc-task-text">
                                <b>
                                    <MoneyText value={payment.amount} /> {t(`PaymentMeans.${payment.means}`)}
                                </b>
                                <small>
                                    {t(`PaymentKind.${payment.kind}`)} · {payment.number} ·{" "}
                                    <InstantText value={payment.received_at} mode="clock" />
                                    {received_by_name && ` · ${received_by_name}`}
                                    {payment.reference && ` · ${payment.reference}`}
                                    {payment.payer && ` · ${payment.payer}`}
                                </small>
                            </span>
                            <DownloadLink
                                view="payments.receipt_pdf"
                                params={{ payment_id: payment.id }}
                                icon={<PrinterOutlined />}
                                size="small"
                            >
                                {t("ui.payments.receipt")}
                            </DownloadLink>
                            {ask && !ask.refused_because && (
                                <ActionButton
                                    action="payments.request_refund"
                                    size="small"
                                    fixed={{ payment_id: payment.id }}
                                    initial={{ amount: refundable }}
                                />
                            )}
                        </div>
                        {refunds.map(({ refund, by_gateway, allowed_actions: allowed }) => (
                            <div key={refund.id} className="fc-payment-line refund">
                                <span className="fc-task-text">
                                    <span>
                                        {t("object.refund")} <MoneyText value={-refund.amount} />{" "}
                                        {refund.reason}
                                    </span>
                                    <small>
                                        {refund.number} · <InstantText value={refund.asked_at} mode="clock" />
                                        {refund.decided_by_name && ` · ${refund.decided_by_name}`}
                                        {refund.decided_note && `：${refund.decided_note}`}
                                    </small>
                                </span>
                                {by_gateway && by_gateway.state !== "done" && (
                                    <StateTag type="GatewayRefundState" value={by_gateway.state} />
                                )}
                                <StateTag type="RefundState" value={refund.state} />
                                <AllowedActions
                                    actions={allowed.filter((one) => !one.refused_because)}
                                    object={{ type: "refund", id: refund.id }}
                                    version={refund.version}
                                    config={{
                                        "payments.pay_refund": {
                                            initial: {
                                                means: means.find((one) => one === payment.means),
                                                reference: payment.reference,
                                            },
                                        },
                                    }}
                                />
                            </div>
                        ))}
                    </li>
                );
            })}
        </ul>
    );
}
