import { DeleteOutlined } from "@ant-design/icons";
import { Alert, Button, Drawer, Input, InputNumber, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { BigChoice, ChecklistField, type ItemAnswer, problemText, useAction, useIsPhone } from "@/kit";
import { usePeople } from "@/kit/people";
import { uploadsSettled } from "@/kit/uploads";
import type { OrderLine, OrderRecord } from "./types";

interface Fault {
    line_id?: number;
    cause?: string;
    words: string;
    caused_by?: number;
}

const causes = ["workmanship", "part", "diagnosis", "missing_information", "equipment", "cleanliness"];

function FaultRow({
    fault,
    lines,
    onChange,
    onRemove,
}: {
    fault: Fault;
    lines: OrderLine[];
    onChange: (fault: Fault) => void;
    onRemove?: () => void;
}) {
    const { t } = useTranslation();
    const people = usePeople("technician");
    return (
        <li>
            <Select
                className="fc-wide"
                value={fault.line_id}
                placeholder={t("ui.workshop.which_job")}
                aria-label={t("ui.workshop.which_job")}
                options={lines.map((line) => ({ value: line.id, label: line.name }))}
                onChange={(line_id) => onChange({ ...fault, line_id })}
            />
            <Select
                className="fc-wide"
                value={fault.cause}
                placeholder={t("field.cause")}
                aria-label={t("field.cause")}
                options={causes.map((value) => ({ value, label: t(`ReworkCause.${value}`) }))}
                onChange={(cause) => onChange({ ...fault, cause })}
            />
            <Select
                className="fc-wide"
                value={fault.caused_by}
                allowClear
                placeholder={t("field.caused_by")}
                aria-label={t("field.caused_by")}
                options={people.map((one) => ({ value: one.id, label: one.name }))}
                onChange={(caused_by) => onChange({ ...fault, caused_by })}
            />
            <Input
                className="wide"
                value={fault.words}
                placeholder={t("ui.workshop.what_is_wrong")}
                aria-label={t("ui.workshop.what_is_wrong")}
                onChange={(event) => onChange({ ...fault, words: event.target.value })}
            />
            {onRemove && (
                <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t("ui.form.remove_row")}
                    onClick={onRemove}
                />
            )}
        </li>
    );
}

function Form({ record, onClose }: { record: OrderRecord; onClose: () => void }) {
    const { t } = useTranslation();
    const level = record.next_check as string;
    const [answers, setAnswers] = useState<ItemAnswer[]>([]);
    const [result, setResult] = useState<"passed" | "failed">();
    const [faults, setFaults] = useState<Fault[]>([{ words: "" }]);
    const [roadTest, setRoadTest] = useState<number | null>(null);
    const [note, setNote] = useState("");
    const { run, running, problem } = useAction("workshop.record_check", {
        showProblem: false,
        onDone: onClose,
    });
    const lines = (record.lines as OrderLine[]).filter(
        (line) => line.kind !== "part" && line.state === "approved",
    );
    const failed = result === "failed";
    const complete =
        result !== undefined &&
        (!failed || faults.every((one) => one.line_id && one.cause && one.words.trim()));
    const send = async () => {
        await uploadsSettled();
        await run({
            order_id: record.order.id,
            version: record.order.version,
            level,
            passed: !failed,
            answers,
            faults: failed ? faults : [],
            road_test_km: roadTest ?? undefined,
            note: note.trim() || undefined,
        });
    };
    return (
        <div className="ws-answer">
            {problem && <Alert type="warning" showIcon role="alert" title={problemText(problem)} />}
            <ChecklistField
                checklist={`quality_${level}`}
                beganAt={record.order.opened_at}
                value={answers}
                onChange={setAnswers}
            />
            <BigChoice
                label={t("field.passed")}
                value={result}
                onChange={setResult}
                columns={2}
                options={[
                    { value: "passed", label: t("ui.workshop.passed") },
                    { value: "failed", label: t("ui.workshop.send_back") },
                ]}
            />
            {failed && (
                <ul className="ws-faults">
                    {faults.map((one, at) => (
                        <FaultRow
                            key={at}
                            fault={one}
                            lines={lines}
                            onChange={(next) =>
                                setFaults(faults.map((old, index) => (index === at ? next : old)))
                            }
                            onRemove={
                                faults.length > 1
                                    ? () => setFaults(faults.filter((_, index) => index !== at))
                                    : undefined
                            }
                        />
                    ))}
                    <Button size="small" onClick={() => setFaults([...faults, { words: "" }])}>
                        {t("ui.form.add_row")}
                    </Button>
                </ul>
            )}
            {level === "final" && (
                <InputNumber
                    className="fc-wide"
                    min={0}
                    precision={0}
                    value={roadTest}
                    onChange={setRoadTest}
                    suffix="km"
                    placeholder={t("field.road_test_km")}
                    aria-label={t("field.road_test_km")}
                />
            )}
            <Input.TextArea
                className="fc-grow"
                rows={1}
                value={note}
                placeholder={t("field.note")}
                aria-label={t("field.note")}
                onChange={(event) => setNote(event.target.value)}
            />
            <footer className="ws-drawer-foot">
                <span />
                <Button type="primary" danger={failed} loading={running} disabled={!complete} onClick={send}>
                    {failed ? t("ui.workshop.send_back") : t("workshop.record_check")}
                </Button>
            </footer>
        </div>
    );
}

/** One look at the finished work: its list, then passed or back to the bay with the cause. */
export function CheckDrawer({
    record,
    open,
    onClose,
}: {
    record: OrderRecord;
    open: boolean;
    onClose: () => void;
}) {
    const { t } = useTranslation();
    const phone = useIsPhone();
    if (!record.next_check) return null;
    return (
        <Drawer
            open={open}
            onClose={onClose}
            title={t(`CheckLevel.${record.next_check}`)}
            placement={phone ? "bottom" : "right"}
            size={phone ? "100%" : 620}
            mask={{ closable: false }}
            destroyOnHidden
        >
            <Form record={record} onClose={onClose} />
        </Drawer>
    );
}
