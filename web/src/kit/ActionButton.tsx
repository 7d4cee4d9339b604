import { App, Button, type ButtonProps, Tooltip } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { visibleFields } from "./ActionFields";
import { ActionForm, type ActionFormProps } from "./ActionForm";
import { useAction } from "./useAction";

export interface ActionButtonProps extends Omit<ActionFormProps, "open" | "onClose"> {
    /** Word on the button; default: the action's. */
    label?: ReactNode;
    icon?: ReactNode;
    /** The one strong button of its place. */
    strong?: boolean;
    size?: ButtonProps["size"];
    type?: ButtonProps["type"];
    block?: boolean;
    /** Why it cannot be pressed now, as a sentence. */
    refusedBecause?: string | null;
    /** Asked before an action without fields runs; for what cannot be taken back. */
    confirm?: ReactNode;
}

/** Opens an action: its form where there is something to fill in, else runs it at once. */
export function useOpenAction(props: ActionButtonProps) {
    const { t } = useTranslation();
    const { modal } = App.useApp();
    const [open, setOpen] = useState(false);
    const fixed = props.fixed ?? {};
    const { run, running } = useAction(props.action, {
        onDone: (answer) => props.onDone?.(answer, fixed),
    });
    const direct = visibleFields(props).length === 0 && !props.before && !props.after;
    const start = () => {
        if (!direct) return setOpen(true);
        const go = () => run(props.toInput ? props.toInput(fixed) : fixed);
        if (!props.confirm) return void go();
        modal.confirm({
            title: props.label ?? t(props.action),
            content: props.confirm,
            okText: t(props.action),
            cancelText: t("ui.cancel"),
            icon: null,
            okButtonProps: { danger: props.danger },
            onOk: go,
        });
    };
    const form = open ? <ActionForm {...props} open onClose={() => setOpen(false)} /> : null;
    return { start, running, form };
}

/** A button for one action: `<ActionButton action="customers.register" strong />`. */
export function ActionButton(props: ActionButtonProps) {
    const { t } = useTranslation();
    const { start, running, form } = useOpenAction(props);
    const refused = !!props.refusedBecause;
    const button = (
        <Button
            type={props.strong ? "primary" : (props.type ?? "default")}
            icon={props.icon}
            size={props.size}
            block={props.block}
            danger={props.danger}
            loading={running}
            disabled={refused}
            onClick={start}
        >
            {props.label ?? t(props.action)}
        </Button>
    );
    return (
        <>
            {refused ? (
                <Tooltip title={props.refusedBecause}>
                    <span>{button}</span>
                </Tooltip>
            ) : (
                button
            )}
            {form}
        </>
    );
}
