import "@/styles/versions.css";
import { App, Button, Modal } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ActionButton } from "./ActionButton";
import { Card } from "./Card";
import { InstantText } from "./InstantText";
import { useAction } from "./useAction";

export interface PastVersion {
    number: number;
    reason: string;
    valid_from: string;
    published_by: string;
    in_force: boolean;
}

/** Every version there was: since when, why, by whom; each can be compared with the one before it. */
export function VersionHistory({
    versions,
    compare,
}: {
    versions: PastVersion[];
    compare: (before: number, after: number) => ReactNode;
}) {
    const { t } = useTranslation();
    const [compared, setCompared] = useState<number>();
    return (
        <Card title={t("ui.standards.history")} count={versions.length}>
            <ol className="fc-versions">
                {versions.map((one) => (
                    <li key={one.number} className={one.in_force ? "in-force" : undefined}>
                        <b>
                            {t("ui.standards.version", { number: one.number })}
                            {one.in_force && (
                                <span className="fc-state ok">{t("ui.standards.in_force")}</span>
                            )}
                        </b>
                        <span>
                            {one.reason || (one.published_by === "" ? t("ui.standards.shipped") : "")}
                        </span>
                        {one.published_by && (
                            <small>
                                {one.published_by} · <InstantText value={one.valid_from} mode="clock" />{" "}
                                {t("ui.standards.begins")}
                            </small>
                        )}
                        {one.number > 1 && (
                            <Button type="link" size="small" onClick={() => setCompared(one.number)}>
                                {t("ui.standards.compare_with", { number: one.number - 1 })}
                            </Button>
                        )}
                    </li>
                ))}
            </ol>
            <Modal
                open={compared !== undefined}
                onCancel={() => setCompared(undefined)}
                footer={null}
                width={680}
                title={
                    compared !== undefined &&
                    t("ui.standards.compared", { before: compared - 1, after: compared })
                }
            >
                {compared !== undefined && compare(compared - 1, compared)}
            </Modal>
        </Card>
    );
}

/** Whoever leaves with unsaved changes is asked by the browser. */
export function useLeaveGuard(changed: boolean) {
    useEffect(() => {
        if (!changed) return;
        const ask = (event: BeforeUnloadEvent) => event.preventDefault();
        window.addEventListener("beforeunload", ask);
        return () => window.removeEventListener("beforeunload", ask);
    }, [changed]);
}

export interface DraftSideProps {
    /** The module whose actions change_draft, publish and discard_draft these are, with what comes before. */
    actions: { change: string; publish: string; discard: string };
    /** Which text and which version of its draft. */
    fixed: Record<string, unknown>;
    /** What is sent besides when it is saved. */
    input: Record<string, unknown>;
    edited: boolean;
    onSaved: () => void;
    onUndo: () => void;
    onPublished?: () => void;
    onDiscarded?: () => void;
    /** How many differences there are; 0 cannot be published. */
    count: number;
    /** The first version of something new is published without a difference. */
    isNew?: boolean;
    note: string;
    children: ReactNode;
    /** More buttons: a preview. */
    more?: ReactNode;
}

/** What a draft says otherwise, and the way to save, publish or throw it away. */
export function DraftSide(props: DraftSideProps) {
    const { t } = useTranslation();
    const { modal } = App.useApp();
    const save = useAction(props.actions.change, { onDone: props.onSaved });
    const discard = useAction(props.actions.discard, { onDone: props.onDiscarded });
    useLeaveGuard(props.edited);
    return (
        <aside className="fc-draft-side">
            <Card title={t("ui.standards.changes")} count={props.count} tone="info">
                {props.edited && <p className="fc-unsaved">{t("ui.standards.unsaved")}</p>}
                {props.children}
                <div className="fc-draft-foot">
                    <Button
                        type={props.edited ? "primary" : "default"}
                        disabled={!props.edited}
                        loading={save.running}
                        onClick={() => save.run({ ...props.fixed, ...props.input })}
                    >
                        {t(props.actions.change)}
                    </Button>
                    {props.edited ? (
                        <Button onClick={props.onUndo}>{t("ui.standards.undo")}</Button>
                    ) : (
                        <ActionButton
                            action={props.actions.publish}
                            strong
                            refusedBecause={
                                props.count === 0 && !props.isNew
                                    ? t("refusal.draft_changes_nothing")
                                    : undefined
                            }
                            fixed={props.fixed}
                            before={<p className="fc-soft">{props.note}</p>}
                            onDone={props.onPublished}
                        />
                    )}
                    {props.more}
                    <Button
                        type="text"
                        danger
                        loading={discard.running}
                        onClick={() =>
                            modal.confirm({
                                title: t("ui.standards.discard_sure"),
                                okText: t(props.actions.discard),
                                okButtonProps: { danger: true },
                                cancelText: t("ui.cancel"),
                                icon: null,
                                onOk: () => discard.run(props.fixed),
                            })
                        }
                    >
                        {t(props.actions.discard)}
                    </Button>
                </div>
            </Card>
        </aside>
    );
}
