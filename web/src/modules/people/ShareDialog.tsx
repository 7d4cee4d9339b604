import { Input, Modal, Segmented, Skeleton } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Labelled, ProblemView, useAction, useView } from "@/kit";
import { amountText } from "./figures";
import { AmountInput } from "./TargetEdit";

export interface Sharing {
    scope: "store" | "team" | "person";
    id: number;
    name: string;
    measure: string;
    to: "teams" | "people" | "models";
}

interface Preview {
    whole: number;
    parts: { id: number; name: string; last_months: number; amount: number; present?: number | null }[];
}

type How = "equal" | "by_last_months";

/** Shares a target out: by a rule, then by hand where it should be otherwise; the parts must sum to it. */
export function ShareDialog({
    sharing,
    month,
    onClose,
}: {
    sharing: Sharing;
    month: string;
    onClose: () => void;
}) {
    const { t } = useTranslation();
    const [how, setHow] = useState<How>("equal");
    const [typed, setTyped] = useState<Record<number, number | undefined>>({});
    const [reason, setReason] = useState("");
    const of = {
        month,
        scope: sharing.scope,
        team_id: sharing.scope === "team" ? sharing.id : undefined,
        user_id: sharing.scope === "person" ? sharing.id : undefined,
        measure: sharing.measure,
        to: sharing.to,
    };
    const { data, error } = useView("people.share_preview", { ...of, how });
    const preview = error ? undefined : (data as Preview | undefined);
    const share = useAction("people.share_target", { onDone: onClose });
    // biome-ignore lint/correctness/useExhaustiveDependencies: another rule begins anew
    useEffect(() => setTyped({}), [how]);
    const amountOf = (part: Preview["parts"][number]) =>
        part.id in typed ? (typed[part.id] ?? 0) : part.amount;
    const sum = preview?.parts.reduce((all, part) => all + amountOf(part), 0) ?? 0;
    const by_hand = Object.keys(typed).length > 0;
    const save = () =>
        share.run({
            ...of,
            how: by_hand ? "by_hand" : how,
            parts: by_hand
                ? preview!.parts.map((part) => ({ id: part.id, amount: amountOf(part) }))
                : undefined,
            reason,
        });
    return (
        <Modal
            open
            width={620}
            title={t("ui.people.share_title", {
                name: sharing.name,
                measure: t(`Measure.${sharing.measure}`),
                to: t(`ShareTo.${sharing.to}`),
            })}
            okText={t("people.share_target")}
            cancelText={t("ui.cancel")}
            confirmLoading={share.running}
            okButtonProps={{ disabled: !preview || sum !== preview.whole || reason.trim() === "" }}
            onOk={save}
            onCancel={onClose}
        >
            <Segmented
                value={how}
                onChange={(value) => setHow(value as How)}
                options={(["equal", "by_last_months"] as const).map((value) => ({
                    value,
                    label: t(`ShareHow.${value}`),
                }))}
            />
            {error ? (
                <ProblemView problem={error} />
            ) : !preview ? (
                <Skeleton active />
            ) : (
                <table className="fc-table fc-share-table">
                    <thead>
                        <tr>
                            <th>{t(`ShareTo.${sharing.to}`)}</th>
                            <th className="right">{t("field.last_months")}</th>
                            <th className="right">{t("field.present")}</th>
                            <th className="right">{t("field.target")}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {preview.parts.map((part) => (
                            <tr key={part.id}>
                                <td className="text">{part.name}</td>
                                <td className="right">{amountText(sharing.measure, part.last_months)}</td>
                                <td className="right">
                                    {part.present == null ? "—" : amountText(sharing.measure, part.present)}
                                </td>
                                <td className="right">
                                    <AmountInput
                                        measure={sharing.measure}
                                        label={`${t("field.target")} ${part.name}`}
                                        value={part.id in typed ? typed[part.id] : part.amount}
                                        onChange={(value) =>
                                            setTyped((before) => ({ ...before, [part.id]: value }))
                                        }
                                    />
                                </td>
                            </tr>
                        ))}
                        <tr className="fc-team-sum">
                            <th scope="row" colSpan={3}>
                                {t("ui.people.sum_of_target", {
                                    target: amountText(sharing.measure, preview.whole),
                                })}
                            </th>
                            <td className="right">
                                <span className={`fc-state ${sum === preview.whole ? "ok" : "late"}`}>
                                    {amountText(sharing.measure, sum)}
                                </span>
                            </td>
                        </tr>
                    </tbody>
                </table>
            )}
            <Labelled label={t("field.reason")}>
                {(id) => <Input id={id} value={reason} onChange={(event) => setReason(event.target.value)} />}
            </Labelled>
        </Modal>
    );
}
