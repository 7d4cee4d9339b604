import { App, Button } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ActionButton, Card, InstantText, useAction } from "@/kit";
import { Differences } from "./Differences";
import { MilestoneEditor } from "./MilestoneEditor";
import type { Draft, Milestone, ProcessRecord } from "./types";

/** Whoever leaves with unsaved changes is asked by the browser. */
function useLeaveGuard(changed: boolean) {
    useEffect(() => {
        if (!changed) return;
        const ask = (event: BeforeUnloadEvent) => event.preventDefault();
        window.addEventListener("beforeunload", ask);
        return () => window.removeEventListener("beforeunload", ask);
    }, [changed]);
}

/** The draft: its milestones open for change, what it says otherwise, and the way to publish it. */
export function DraftPanel({ record, draft }: { record: ProcessRecord; draft: Draft }) {
    const { t } = useTranslation();
    const { modal } = App.useApp();
    const [edited, setEdited] = useState<Milestone[]>();
    const save = useAction("standards.change_draft", { onDone: () => setEdited(undefined) });
    const discard = useAction("standards.discard_draft");
    useLeaveGuard(!!edited);
    const process = record.standard.process;
    const standard = { ...draft.standard, milestones: edited ?? draft.standard.milestones };
    const send = () =>
        save.run({
            process,
            version: draft.version,
            title: standard.title,
            ended_by: standard.ended_by,
            milestones: standard.milestones,
        });
    return (
        <div className="st-draft">
            <Card
                title={t("ui.standards.draft_title", { number: draft.base_number + 1 })}
                extra={
                    <small className="fc-soft">
                        {draft.changed_by} · <InstantText value={draft.changed_at} />
                    </small>
                }
            >
                <MilestoneEditor standard={standard} record={record} onChange={setEdited} />
            </Card>
            <aside className="st-draft-side">
                <Card title={t("ui.standards.changes")} count={draft.differences.length} tone="info">
                    {edited && <p className="st-unsaved">{t("ui.standards.unsaved")}</p>}
                    <Differences list={draft.differences} />
                    <div className="st-draft-foot">
                        <Button
                            type={edited ? "primary" : "default"}
                            disabled={!edited}
                            loading={save.running}
                            onClick={send}
                        >
                            {t("standards.change_draft")}
                        </Button>
                        {edited ? (
                            <Button onClick={() => setEdited(undefined)}>{t("ui.standards.undo")}</Button>
                        ) : (
                            <ActionButton
                                action="standards.publish"
                                strong
                                refusedBecause={
                                    draft.differences.length === 0
                                        ? t("refusal.draft_changes_nothing")
                                        : undefined
                                }
                                fixed={{ process, version: draft.version }}
                                before={<p className="fc-soft">{t("ui.standards.publish_note")}</p>}
                            />
                        )}
                        <Button
                            type="text"
                            danger
                            loading={discard.running}
                            onClick={() =>
                                modal.confirm({
                                    title: t("ui.standards.discard_sure"),
                                    okText: t("standards.discard_draft"),
                                    okButtonProps: { danger: true },
                                    cancelText: t("ui.cancel"),
                                    icon: null,
                                    onOk: () => discard.run({ process, version: draft.version }),
                                })
                            }
                        >
                            {t("standards.discard_draft")}
                        </Button>
                    </div>
                </Card>
            </aside>
        </div>
    );
}
