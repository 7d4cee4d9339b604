import { EditOutlined } from "@ant-design/icons";
import { Button, Input, InputNumber, Popover } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Labelled, MoneyInput, useAction } from "@/kit";
import { amountText, isMoney } from "./figures";
import type { Plan } from "./Targets";

interface TargetEditProps {
    plan: Plan;
    place: { scope: "store" | "team" | "person"; id: number; name: string };
    measure: string;
    amount: number | undefined;
    may: boolean;
}

/** An amount of a measure, typed: yuan for money, whole pieces for all else. */
export function AmountInput(props: {
    measure: string;
    value: number | undefined;
    onChange: (value: number | undefined) => void;
    id?: string;
    label?: string;
}) {
    return isMoney(props.measure) ? (
        <MoneyInput id={props.id} aria-label={props.label} value={props.value} onChange={props.onChange} />
    ) : (
        <InputNumber
            id={props.id}
            aria-label={props.label}
            className="fc-wide"
            min={0}
            precision={0}
            value={props.value ?? null}
            onChange={(value) => props.onChange(value ?? undefined)}
        />
    );
}

/** A target that can be pressed and set anew, with the reason. */
export function TargetEdit({ plan, place, measure, amount, may }: TargetEditProps) {
    const { t } = useTranslation();
    const [open, setOpen] = useState(false);
    const [typed, setTyped] = useState<number>();
    const [reason, setReason] = useState("");
    const set = useAction("people.set_target", { onDone: () => setOpen(false) });
    const shown = amount === undefined ? <span className="fc-none">—</span> : amountText(measure, amount);
    if (!may) return <b>{shown}</b>;
    const save = () =>
        set.run({
            month: plan.month,
            scope: place.scope,
            team_id: place.scope === "team" ? place.id : undefined,
            user_id: place.scope === "person" ? place.id : undefined,
            measure,
            amount: typed,
            reason,
        });
    const form = (
        <form
            className="fc-target-form"
            onSubmit={(event) => {
                event.preventDefault();
                save();
            }}
        >
            <Labelled label={t("field.target")}>
                {(id) => <AmountInput id={id} measure={measure} value={typed} onChange={setTyped} />}
            </Labelled>
            <Labelled label={t("field.reason")}>
                {(id) => <Input id={id} value={reason} onChange={(event) => setReason(event.target.value)} />}
            </Labelled>
            <Button
                type="primary"
                htmlType="submit"
                loading={set.running}
                disabled={typed === undefined || reason.trim() === ""}
            >
                {t("people.set_target")}
            </Button>
        </form>
    );
    return (
        <Popover
            open={open}
            onOpenChange={(next) => {
                setOpen(next);
                if (next) setTyped(amount);
            }}
            trigger="click"
            title={`${place.name} · ${t(`Measure.${measure}`)}`}
            content={form}
        >
            <button type="button" className="fc-target-edit">
                <b>{shown}</b> <EditOutlined />
            </button>
        </Popover>
    );
}
