import { Alert, Button, Drawer, Input, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MoneyText, problemText, SignaturePad, useAction, useIsPhone } from "@/kit";
import { queueUpload, uploadsSettled } from "@/kit/uploads";
import { type Answers, type AskedLine, approvedSum, ConsentLines } from "./ConsentLines";
import type { OrderRecord } from "./types";

type Channel = "screen" | "phone_call";

/** The recording of the call in which the customer answered. */
function Recording({ value, onChange }: { value?: string; onChange: (hash: string) => void }) {
    const { t } = useTranslation();
    return (
        <label className="ws-recording">
            <span>{t("field.recording")}</span>
            <input
                type="file"
                accept="audio/*"
                onChange={async (event) => {
                    const file = event.target.files?.[0];
                    if (file) onChange(await queueUpload(file));
                }}
            />
            {value && <small className="fc-yes">{t("ui.workshop.recording_there")}</small>}
        </label>
    );
}

function Form({ record, onClose }: { record: OrderRecord; onClose: () => void }) {
    const { t } = useTranslation();
    const [answers, setAnswers] = useState<Answers>({});
    const [channel, setChannel] = useState<Channel>("screen");
    const [signature, setSignature] = useState<string>();
    const [recording, setRecording] = useState<string>();
    const [name, setName] = useState("");
    const { run, running, problem } = useAction("workshop.answer_consent", {
        showProblem: false,
        onDone: onClose,
    });
    const lines = (record.lines as (AskedLine & { state: string })[]).filter(
        (line) => line.state === "asked",
    );
    const consent = record.consents.find((one: { state: string }) => one.state === "open");
    const complete = lines.every((line) => answers[line.id] !== undefined);
    const send = async () => {
        await uploadsSettled();
        await run({
            consent_id: consent?.id,
            answers: lines.map((line) => ({ line_id: line.id, approved: answers[line.id] })),
            channel,
            answered_by: name.trim() || undefined,
            signature: channel === "screen" ? signature : undefined,
            recording: channel === "phone_call" ? recording : undefined,
        });
    };
    return (
        <div className="ws-answer">
            {problem && <Alert type="warning" showIcon role="alert" title={problemText(problem)} />}
            <ConsentLines lines={lines} findings={record.findings} answers={answers} onChange={setAnswers} />
            <Segmented<Channel>
                block
                value={channel}
                aria-label={t("field.channel")}
                onChange={setChannel}
                options={[
                    { value: "screen", label: t("ConsentChannel.screen") },
                    { value: "phone_call", label: t("ConsentChannel.phone_call") },
                ]}
            />
            {channel === "screen" ? (
                <SignaturePad value={signature} onChange={setSignature} name={name || record.customer_name} />
            ) : (
                <Recording value={recording} onChange={setRecording} />
            )}
            <Input
                value={name}
                onChange={(event) => setName(event.target.value)}
                placeholder={t("ui.workshop.answered_by", { name: record.customer_name })}
                aria-label={t("field.answered_by")}
            />
            <footer className="ws-drawer-foot">
                <span>
                    {t("ui.workshop.approved_now")} <MoneyText value={approvedSum(lines, answers)} strong />
                </span>
                <Button type="primary" loading={running} disabled={!complete} onClick={send}>
                    {t("workshop.answer_consent")}
                </Button>
            </footer>
        </div>
    );
}

/** The customer's answer, taken by the advisor: at the counter with a signature, or by telephone. */
export function AnswerDrawer({
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
    return (
        <Drawer
            open={open}
            onClose={onClose}
            title={t("workshop.answer_consent")}
            placement={phone ? "bottom" : "right"}
            size={phone ? "100%" : 620}
            mask={{ closable: false }}
            destroyOnHidden
        >
            <Form record={record} onClose={onClose} />
        </Drawer>
    );
}
