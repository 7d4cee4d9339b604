import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Alert, Button, Input, InputNumber, Modal, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DateInput, Labelled, MoneyInput, PercentInput, problemText, useAction } from "@/kit";
import type { ProductLine } from "./Products";
import "./financing.css";

interface FeeDraft {
    key: number;
    title: string;
    explanation: string;
    fixed?: number;
    basis_points?: number;
    paid: string;
}

function FeeFields({
    fee,
    onChange,
    onRemove,
}: {
    fee: FeeDraft;
    onChange: (f: FeeDraft) => void;
    onRemove: () => void;
}) {
    const { t } = useTranslation();
    return (
        <fieldset className="fc-fee-fields">
            <Labelled label={t("ui.financing.fee_title")}>
                {(id) => (
                    <Input
                        id={id}
                        value={fee.title}
                        onChange={(e) => onChange({ ...fee, title: e.target.value })}
                    />
                )}
            </Labelled>
            <Labelled label={t("ui.financing.fee_explanation")}>
                {(id) => (
                    <Input
                        id={id}
                        value={fee.explanation}
                        onChange={(e) => onChange({ ...fee, explanation: e.target.value })}
                    />
                )}
            </Labelled>
            <Labelled label={t("ui.financing.fee_fixed")}>
                {(id) => (
                    <MoneyInput id={id} value={fee.fixed} onChange={(fixed) => onChange({ ...fee, fixed })} />
                )}
            </Labelled>
            <Labelled label={t("ui.financing.fee_share")}>
                {(id) => (
                    <PercentInput
                        id={id}
                        unit={100}
                        value={fee.basis_points}
                        onChange={(basis_points) => onChange({ ...fee, basis_points })}
                    />
                )}
            </Labelled>
            <Segmented
                value={fee.paid}
                onChange={(paid) => onChange({ ...fee, paid })}
                options={["at_signing", "with_instalments"].map((value) => ({
                    value,
                    label: t(`FeeTiming.${value}`),
                }))}
            />
            <Button
                type="text"
                danger
                icon={<DeleteOutlined />}
                onClick={onRemove}
                aria-label={t("ui.financing.remove_fee")}
            />
        </fieldset>
    );
}

/** New terms of a product: from when, how long, at which rate, and every fee with its sentence. */
export function TermsForm({ product, onClose }: { product: ProductLine; onClose: () => void }) {
    const { t } = useTranslation();
    const publish = useAction("financing.publish_terms", { showProblem: false });
    const is_balloon = product.product.repayment === "balloon";
    const [valid_from, setFrom] = useState<string>();
    const [valid_until, setUntil] = useState<string>();
    const [months, setMonths] = useState(36);
    const [annual_rate_ppm, setRate] = useState<number>();
    const [down_payment_basis_points, setDown] = useState<number | undefined>(3000);
    const [amount_min, setMin] = useState<number | undefined>(1_000_000);
    const [amount_max, setMax] = useState<number | undefined>(50_000_000);
    const [balloon_basis_points, setBalloon] = useState<number | undefined>(is_balloon ? 4000 : 0);
    const [fees, setFees] = useState<FeeDraft[]>([]);
    const ready =
        valid_from !== undefined &&
        annual_rate_ppm !== undefined &&
        down_payment_basis_points !== undefined &&
        amount_min !== undefined &&
        amount_max !== undefined;
    const send = async () => {
        const done = await publish.run({
            product_id: product.product.id,
            valid_from,
            valid_until,
            months,
            annual_rate_ppm,
            down_payment_basis_points,
            amount_min,
            amount_max,
            balloon_basis_points: balloon_basis_points ?? 0,
            fees: fees.map(({ key: _, ...fee }) => ({
                ...fee,
                fixed: fee.fixed ?? 0,
                basis_points: fee.basis_points ?? 0,
            })),
        });
        if (done) onClose();
    };
    return (
        <Modal
            open
            width={760}
            title={`${product.product.lender_name} · ${product.product.name}`}
            okText={t("financing.publish_terms")}
            cancelText={t("ui.cancel")}
            okButtonProps={{ disabled: !ready, loading: publish.running }}
            onOk={send}
            onCancel={onClose}
        >
            {publish.problem && (
                <Alert type="warning" showIcon role="alert" title={problemText(publish.problem)} />
            )}
            <div className="fc-terms-form">
                <Labelled label={t("field.valid_from")}>
                    {(id) => <DateInput id={id} value={valid_from} onChange={setFrom} />}
                </Labelled>
                <Labelled label={t("ui.financing.valid_until")}>
                    {(id) => <DateInput id={id} value={valid_until} onChange={setUntil} />}
                </Labelled>
                <Labelled label={t("ui.financing.term")}>
                    {(id) => (
                        <InputNumber
                            id={id}
                            min={6}
                            max={84}
                            value={months}
                            onChange={(value) => setMonths(value ?? 36)}
                        />
                    )}
                </Labelled>
                <Labelled label={t("ui.financing.nominal_rate")}>
                    {(id) => (
                        <PercentInput id={id} unit={10_000} value={annual_rate_ppm} onChange={setRate} />
                    )}
                </Labelled>
                <Labelled label={t("ui.financing.down_payment_least")}>
                    {(id) => (
                        <PercentInput
                            id={id}
                            unit={100}
                            value={down_payment_basis_points}
                            onChange={setDown}
                        />
                    )}
                </Labelled>
                {is_balloon && (
                    <Labelled label={t("ui.financing.balloon")}>
                        {(id) => (
                            <PercentInput
                                id={id}
                                unit={100}
                                value={balloon_basis_points}
                                onChange={setBalloon}
                            />
                        )}
                    </Labelled>
                )}
                <Labelled label={t("ui.financing.amount_min")}>
                    {(id) => <MoneyInput id={id} value={amount_min} onChange={setMin} />}
                </Labelled>
                <Labelled label={t("ui.financing.amount_max")}>
                    {(id) => <MoneyInput id={id} value={amount_max} onChange={setMax} />}
                </Labelled>
            </div>
            {fees.map((fee) => (
                <FeeFields
                    key={fee.key}
                    fee={fee}
                    onChange={(next) => setFees(fees.map((one) => (one.key === fee.key ? next : one)))}
                    onRemove={() => setFees(fees.filter((one) => one.key !== fee.key))}
                />
            ))}
            <Button
                icon={<PlusOutlined />}
                onClick={() =>
                    setFees([...fees, { key: Date.now(), title: "", explanation: "", paid: "at_signing" }])
                }
            >
                {t("ui.financing.add_fee")}
            </Button>
        </Modal>
    );
}
