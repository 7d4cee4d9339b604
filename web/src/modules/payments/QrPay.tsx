import { CheckCircleFilled, PrinterOutlined, ReloadOutlined } from "@ant-design/icons";
import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { Countdown, DownloadLink, MoneyText, problemText, QrCode, useAction, useView } from "@/kit";
import { useNow } from "@/kit/now";
import "./payments.css";

interface QrOrder {
    id: number;
    number: string;
    state: "waiting" | "paid" | "closed";
    amount: number;
    code_text: string;
    expires_at: string;
    payment_id?: number;
    version: number;
}

export interface QrOfDue {
    has_gateway: boolean;
    order?: QrOrder;
}

export function useQrOfDue(due_id: number) {
    const view = useView("payments.qr_of_due", { due_id });
    return view.data as unknown as QrOfDue | undefined;
}

/** The code the customer scans; it turns paid by itself when the payment company tells us. */
export function QrPay({ due_id, amount, qr }: { due_id: number; amount?: number; qr: QrOfDue }) {
    const { t } = useTranslation();
    const now = useNow();
    const ask = useAction("payments.request_qr", { showProblem: false });
    const close = useAction("payments.close_qr");
    const order = qr.order;
    const expired = order?.state === "waiting" && Date.parse(order.expires_at) <= now;
    const request = (
        <Button
            type="primary"
            size="large"
            block
            icon={order && expired ? <ReloadOutlined /> : undefined}
            loading={ask.running}
            disabled={!amount}
            onClick={() => ask.run({ due_id, amount })}
        >
            {t("ui.payments.show_code", { amount: amount ?? 0 })}
        </Button>
    );
    return (
        <div className="fc-qr-pay" aria-live="polite">
            {ask.problem && <Alert type="warning" showIcon role="alert" title={problemText(ask.problem)} />}
            {order?.state === "paid" && (
                <div className="fc-receipt">
                    <span>
                        <CheckCircleFilled /> {t("ui.payments.code_paid")} <MoneyText value={order.amount} />
                        <small>{order.number}</small>
                    </span>
                    {order.payment_id && (
                        <DownloadLink
                            view="payments.receipt_pdf"
                            params={{ payment_id: order.payment_id }}
                            icon={<PrinterOutlined />}
                            type="primary"
                        >
                            {t("ui.payments.receipt")}
                        </DownloadLink>
                    )}
                </div>
            )}
            {order?.state === "waiting" && !expired && (
                <div className="fc-qr-waiting">
                    <QrCode value={order.code_text} size={196} />
                    <div>
                        <p>{t("ui.payments.scan_to_pay")}</p>
                        <MoneyText value={order.amount} strong />
                        <p className="fc-soft">
                            {t("ui.payments.code_good_for")} <Countdown to={order.expires_at} />
                        </p>
                        <p className="fc-soft">{t("ui.payments.turns_paid")}</p>
                        <Button
                            loading={close.running}
                            onClick={() => close.run({ order_id: order.id, version: order.version })}
                        >
                            {t("payments.close_qr")}
                        </Button>{" "}
                        {order.code_text.startsWith("http://127.0.0.1") && (
                            <a href={order.code_text} target="_blank" rel="noreferrer">
                                {t("ui.payments.open_test_page")}
                            </a>
                        )}
                    </div>
                </div>
            )}
            {expired && <p className="fc-late-text">{t("ui.payments.code_expired")}</p>}
            {(order?.state !== "waiting" || expired) && amount !== undefined && request}
        </div>
    );
}
