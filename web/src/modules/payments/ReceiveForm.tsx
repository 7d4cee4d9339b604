import {
    BankOutlined,
    CreditCardOutlined,
    MoneyCollectOutlined,
    PrinterOutlined,
    QrcodeOutlined,
} from "@ant-design/icons";
import { Alert, Button, Input } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { BigChoice, DownloadLink, Labelled, MoneyInput, MoneyText, problemText, useAction } from "@/kit";
import { QrPay, useQrOfDue } from "./QrPay";
import { type DueLine, means } from "./types";
import "./payments.css";

const icons = {
    qr: <QrcodeOutlined />,
    card: <CreditCardOutlined />,
    transfer: <BankOutlined />,
    cash: <MoneyCollectOutlined />,
};

/** Money comes in: how, how much (all of it unless said otherwise), the slip's number; then the receipt. */
export function ReceiveForm({ due, deposit }: { due: DueLine; deposit?: number }) {
    const { t } = useTranslation();
    const [how, setHow] = useState<string>("qr");
    const [amount, setAmount] = useState<number | undefined>(deposit ?? due.open);
    const [reference, setReference] = useState("");
    const qr = useQrOfDue(due.id);
    // With a payment company the code brings the money by itself; nothing is typed in.
    const by_code = how === "qr" && qr?.has_gateway === true;
    const [receipt, setReceipt] = useState<{ id: number; number: string }>();
    const receive = useAction("payments.receive_payment", { showProblem: false });
    useEffect(() => setAmount(deposit ?? due.open), [due.open, deposit]);
    const send = async () => {
        const done = await receive.run({ due_id: due.id, means: how, amount, reference });
        if (!done) return;
        setReceipt(done as typeof receipt);
        setReference("");
    };
    const quick = [
        ...(deposit && deposit < due.open ? [{ label: t("ui.payments.deposit"), value: deposit }] : []),
        { label: t("ui.payments.all_open"), value: due.open },
    ];
    // The code that brought the last of it stays in sight, with its receipt.
    if (due.open === 0 && !receipt)
        return (
            <div className="fc-stack">
                {qr?.order?.state === "paid" && <QrPay due_id={due.id} qr={qr} />}
                <p className="fc-yes">{t("ui.payments.nothing_open")}</p>
            </div>
        );
    return (
        <form
            className="fc-receive"
            onSubmit={(event) => {
                event.preventDefault();
                if (!by_code) send();
            }}
        >
            {receipt && (
                <div className="fc-receipt">
                    <span>
                        {t("ui.payments.received", { number: receipt.number })}
                        <small>
                            {due.open === 0
                                ? t("ui.payments.nothing_open")
                                : t("ui.payments.still_open", { open: due.open })}
                        </small>
                    </span>
                    <DownloadLink
                        view="payments.receipt_pdf"
                        params={{ payment_id: receipt.id }}
                        icon={<PrinterOutlined />}
                        type="primary"
                    >
                        {t("ui.payments.receipt")}
                    </DownloadLink>
                </div>
            )}
            {receive.problem && (
                <Alert type="warning" showIcon role="alert" title={problemText(receive.problem)} />
            )}
            {due.open > 0 && (
                <>
                    <BigChoice
                        label={t("field.means")}
                        columns={4}
                        value={how}
                        onChange={setHow}
                        options={means.map((value) => ({
                            value,
                            label: t(`PaymentMeans.${value}`),
                            icon: icons[value],
                        }))}
                    />
                    <div className="fc-receive-line">
                        <Labelled label={t("field.amount")}>
                            {(id) => <MoneyInput id={id} value={amount} onChange={setAmount} />}
                        </Labelled>
                        <span className="fc-chips">
                            {quick.map((one) => (
                                <button
                                    key={one.label}
                                    type="button"
                                    aria-pressed={amount === one.value}
                                    onClick={() => setAmount(one.value)}
                                >
                                    {one.label} <MoneyText value={one.value} />
                                </button>
                            ))}
                        </span>
                    </div>
                    {by_code && qr && <QrPay due_id={due.id} amount={amount} qr={qr} />}
                    {how !== "cash" && !by_code && (
                        <Labelled label={t(`ui.payments.reference_${how}`)}>
                            {(id) => (
                                <Input
                                    id={id}
                                    value={reference}
                                    autoComplete="off"
                                    onChange={(event) => setReference(event.target.value)}
                                />
                            )}
                        </Labelled>
                    )}
                    {!by_code && (
                        <Button
                            type="primary"
                            size="large"
                            block
                            htmlType="submit"
                            loading={receive.running}
                            disabled={!amount || (how !== "cash" && !reference.trim())}
                        >
                            {t("ui.payments.receive", { amount: amount ?? 0 })}
                        </Button>
                    )}
                </>
            )}
        </form>
    );
}
