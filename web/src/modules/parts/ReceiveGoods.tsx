import "./parts.css";
import { DeleteOutlined } from "@ant-design/icons";
import { Alert, Button, Input } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { getView } from "@/api/client";
import { Card, MoneyInput, MoneyText, ObjectPicker, problemText, QuantityInput, useAction } from "@/kit";

interface Line {
    key: number;
    part_id?: number;
    quantity?: number;
    unit_cost?: number;
    bin: string;
    unit?: string;
    last_cost?: number;
}

interface Known {
    bin: string;
    unit: string;
    average_cost: number;
}

/** Whole fen of a quantity in thousandths, rounded half up as the server does. */
function costOf(line: Line): number {
    return Math.round(((line.quantity ?? 0) * (line.unit_cost ?? 0)) / 1000);
}

function LineRow({
    line,
    onChange,
    onRemove,
}: {
    line: Line;
    onChange: (change: Partial<Line>) => void;
    onRemove?: () => void;
}) {
    const { t } = useTranslation();
    const choose = async (part_id: number | undefined) => {
        onChange({ part_id });
        if (!part_id) return;
        const known = await getView<Known>("parts.part", { part_id });
        onChange({
            bin: known.bin,
            unit: known.unit,
            last_cost: known.average_cost,
            unit_cost: line.unit_cost ?? (known.average_cost || undefined),
        });
    };
    return (
        <li>
            <ObjectPicker
                object="part"
                value={line.part_id}
                aria-label={t("field.part_id")}
                onChange={(value) => choose(value as number | undefined)}
            />
            <QuantityInput
                value={line.quantity}
                aria-label={t("field.quantity")}
                onChange={(quantity: number | undefined) => onChange({ quantity })}
            />
            <MoneyInput
                value={line.unit_cost}
                aria-label={t("field.unit_cost")}
                onChange={(unit_cost: number | undefined) => onChange({ unit_cost })}
            />
            <Input
                value={line.bin}
                aria-label={t("field.bin")}
                placeholder={t("field.bin")}
                onChange={(event) => onChange({ bin: event.target.value })}
            />
            <span className="right">
                <MoneyText value={costOf(line)} />
            </span>
            <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t("ui.form.remove_row")}
                disabled={!onRemove}
                onClick={onRemove}
            />
        </li>
    );
}

/** A supplier's delivery taken into the bins, line by line as on the delivery note. */
export default function ReceiveGoods() {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const next = useRef(1);
    const [supplier, setSupplier] = useState("");
    const [note, setNote] = useState("");
    const [lines, setLines] = useState<Line[]>([{ key: 0, bin: "" }]);
    const { run, running, problem } = useAction("parts.receive_goods", { showProblem: false });
    const change = (key: number) => (values: Partial<Line>) =>
        setLines((before) => before.map((one) => (one.key === key ? { ...one, ...values } : one)));
    const add = () => setLines((before) => [...before, { key: next.current++, bin: "" }]);
    const filled = lines.filter((one) => one.part_id);
    const ready =
        supplier.trim() !== "" &&
        filled.length > 0 &&
        filled.every((one) => one.quantity && one.unit_cost !== undefined);
    const send = async () => {
        const answer = await run({
            supplier_name: supplier.trim(),
            delivery_note: note.trim(),
            lines: filled.map(({ part_id, quantity, unit_cost, bin }) => ({
                part_id,
                quantity,
                unit_cost,
                bin: bin.trim() || undefined,
            })),
        });
        if (answer) navigate("/parts/receipts");
    };
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("parts.receive_goods")}</h1>
            </header>
            <Card title={t("ui.parts.delivery")}>
                {problem && (
                    <Alert
                        type="warning"
                        showIcon
                        role="alert"
                        className="ws-gap"
                        title={problemText(problem)}
                    />
                )}
                <div className="ws-two">
                    <Input
                        autoFocus
                        value={supplier}
                        placeholder={t("field.supplier_name")}
                        aria-label={t("field.supplier_name")}
                        onChange={(event) => setSupplier(event.target.value)}
                    />
                    <Input
                        value={note}
                        placeholder={t("field.delivery_note")}
                        aria-label={t("field.delivery_note")}
                        onChange={(event) => setNote(event.target.value)}
                    />
                </div>
                <div className="pt-lines-head" aria-hidden="true">
                    <span>{t("field.part_id")}</span>
                    <span>{t("field.quantity")}</span>
                    <span>{t("ui.parts.unit_cost")}</span>
                    <span>{t("field.bin")}</span>
                    <span className="right">{t("field.amount")}</span>
                    <span />
                </div>
                <ul className="pt-lines">
                    {lines.map((one) => (
                        <LineRow
                            key={one.key}
                            line={one}
                            onChange={change(one.key)}
                            onRemove={
                                lines.length > 1
                                    ? () =>
                                          setLines((before) =>
                                              before.filter((other) => other.key !== one.key),
                                          )
                                    : undefined
                            }
                        />
                    ))}
                </ul>
                <footer className="ws-send">
                    <Button onClick={add}>{t("ui.form.add_row")}</Button>
                    <span className="end">
                        {t("ui.parts.net")}{" "}
                        <MoneyText value={filled.reduce((sum, one) => sum + costOf(one), 0)} strong />
                    </span>
                    <Button type="primary" size="large" disabled={!ready} loading={running} onClick={send}>
                        {t("parts.receive_goods")}
                    </Button>
                </footer>
            </Card>
        </div>
    );
}
