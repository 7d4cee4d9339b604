import { App, Button, Drawer, Modal } from "antd";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { findAction } from "@/api/contract";
import { ActionFields, type ActionFieldsProps } from "./ActionFields";
import { useIsPhone } from "./useWidth";

export interface ActionFormProps extends ActionFieldsProps {
    open: boolean;
    onClose: () => void;
    /** Default: the action's own wording. */
    title?: ReactNode;
    submitLabel?: ReactNode;
    /** modal (default) for a few fields, drawer for long forms; on a phone both are a full-screen sheet. */
    shape?: "modal" | "drawer";
    /** Width of the modal or drawer; by default as many fields ask for. */
    width?: number;
    /** For what cannot be taken back: a red button. */
    danger?: boolean;
}

function usePanel(props: ActionFormProps) {
    const { t } = useTranslation();
    const { modal } = App.useApp();
    const [running, setRunning] = useState(false);
    const [touched, setTouched] = useState(false);
    const formId = useId();
    const close = () => {
        if (running) return;
        if (!touched) return props.onClose();
        modal.confirm({
            title: t("ui.form.discard"),
            okText: t("ui.form.discard_yes"),
            cancelText: t("ui.form.discard_no"),
            icon: null,
            onOk: props.onClose,
        });
    };
    const fields = (
        <ActionFields
            {...props}
            formId={formId}
            onRunning={setRunning}
            onTouched={setTouched}
            onDone={(answer, input) => {
                setTouched(false);
                props.onClose();
                props.onDone?.(answer, input);
            }}
        />
    );
    const submit = (
        <Button type="primary" danger={props.danger} htmlType="submit" form={formId} loading={running}>
            {props.submitLabel ?? t(props.action)}
        </Button>
    );
    const cancel = (
        <Button onClick={close} disabled={running}>
            {t("ui.cancel")}
        </Button>
    );
    return { close, fields, submit, cancel, title: props.title ?? t(props.action) };
}

/**
 * The form of an action, drawn from its input schema. Opens as a modal or drawer, on a phone as a sheet.
 * Wrong fields the server reports are shown at the field, a refusal as a sentence above the form.
 */
export function ActionForm(props: ActionFormProps) {
    const phone = useIsPhone();
    const count = findAction(props.action)?.input.length ?? 0;
    const { close, fields, submit, cancel, title } = usePanel(props);
    const width = props.width ?? (count > 6 ? 720 : 520);
    if (phone || props.shape === "drawer")
        return (
            <Drawer
                open={props.open}
                onClose={close}
                title={title}
                placement={phone ? "bottom" : "right"}
                size={phone ? "100%" : width}
                className={phone ? "fc-sheet" : "fc-drawer"}
                mask={{ closable: false }}
                destroyOnHidden
                footer={
                    <div className="fc-panel-foot">
                        {cancel}
                        {submit}
                    </div>
                }
            >
                {fields}
            </Drawer>
        );
    return (
        <Modal
            open={props.open}
            onCancel={close}
            title={title}
            width={width}
            mask={{ closable: false }}
            destroyOnHidden
            centered={count <= 4}
            footer={
                <div className="fc-panel-foot">
                    {cancel}
                    {submit}
                </div>
            }
        >
            {fields}
        </Modal>
    );
}
