import "../standards.css";
import "./lists.css";
import "@/styles/versions.css";
import { Button, Input, Segmented, Skeleton } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import {
    ActionButton,
    Card,
    DraftSide,
    EmptyState,
    InstantText,
    Labelled,
    ProblemView,
    useAction,
    useView,
    VersionHistory,
} from "@/kit";
import { inWords } from "../wording";
import { ItemEditor } from "./ItemEditor";
import { ItemTable } from "./ItemTable";
import { ComparedLists, ListDifferences } from "./ListDifferences";
import type { CheckList, ListDraft, ListRecord } from "./types";

const actions = {
    change: "checklists.change_draft",
    publish: "checklists.publish",
    discard: "checklists.discard_draft",
};

function Head({ record, onOpened }: { record: ListRecord; onOpened: () => void }) {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const { checklist } = record;
    const open = useAction("checklists.open_draft", { onDone: onOpened });
    const may = (name: string) =>
        record.allowed_actions.some((one) => one.name === name && !one.refused_because);
    const title = record.list?.title ?? record.draft?.list.title;
    return (
        <header className="fc-record-head">
            <div className="fc-record-title">
                <p className="fc-kicker">
                    <Link to="/standards/lists">{t("ui.standards.lists_tab")}</Link>
                </p>
                <h1>
                    {inWords(title)}{" "}
                    <span className={`fc-state large ${record.number > 0 ? "ok" : "due"}`}>
                        {record.number > 0
                            ? t("ui.standards.version", { number: record.number })
                            : t("ui.lists.not_published")}
                    </span>
                </h1>
            </div>
            <div className="fc-page-actions">
                {may("checklists.copy_list") && (
                    <ActionButton
                        action="checklists.copy_list"
                        fixed={{ checklist }}
                        before={<p className="fc-soft">{t("ui.lists.copy_note")}</p>}
                        onDone={(answer) => {
                            const made = answer as { checklist: string } | undefined;
                            if (made) navigate(`/standards/lists/${made.checklist}`);
                        }}
                    />
                )}
                {may("checklists.open_draft") && (
                    <Button type="primary" loading={open.running} onClick={() => open.run({ checklist })}>
                        {t("checklists.open_draft")}
                    </Button>
                )}
            </div>
        </header>
    );
}

function Draft({ record, draft }: { record: ListRecord; draft: ListDraft }) {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const [edited, setEdited] = useState<CheckList>();
    const list = edited ?? draft.list;
    const isNew = draft.base_number === 0;
    const title = (language: "zh" | "en", text: string) =>
        setEdited({ ...list, title: { ...list.title, [language]: text } });
    return (
        <div className="fc-draft">
            <Card
                title={t("ui.standards.draft_title", { number: draft.base_number + 1 })}
                extra={
                    <small className="fc-soft">
                        {draft.changed_by} · <InstantText value={draft.changed_at} />
                    </small>
                }
            >
                <div className="li-title">
                    <Labelled label={t("field.title")}>
                        {(id) => (
                            <Input
                                id={id}
                                value={list.title.zh}
                                onChange={(event) => title("zh", event.target.value)}
                            />
                        )}
                    </Labelled>
                    <Labelled label={`${t("field.title")} (English)`}>
                        {(id) => (
                            <Input
                                id={id}
                                value={list.title.en}
                                onChange={(event) => title("en", event.target.value)}
                            />
                        )}
                    </Labelled>
                </div>
                <ItemEditor items={list.items} onChange={(items) => setEdited({ ...list, items })} />
            </Card>
            <DraftSide
                actions={actions}
                fixed={{ checklist: record.checklist, version: draft.version }}
                input={{ title: list.title, items: list.items }}
                edited={!!edited}
                onSaved={() => setEdited(undefined)}
                onUndo={() => setEdited(undefined)}
                onDiscarded={() => isNew && navigate("/standards/lists")}
                count={draft.differences.length}
                isNew={isNew}
                note={t("ui.lists.publish_note")}
            >
                <ListDifferences list={draft.differences} isNew={isNew} />
            </DraftSide>
        </div>
    );
}

/** One checklist: what is on it, the draft of its next version, and every version it had. */
export default function List() {
    const { t } = useTranslation();
    const checklist = useParams().checklist!;
    const view = useView("checklists.list_record", { checklist });
    const [side, setSide] = useState<string>();
    const record = view.data;
    const title = record && inWords(record.list?.title ?? record.draft?.list.title);
    useEffect(() => {
        if (title) document.title = `${title} · ${t("ui.name")}`;
    }, [title, t]);
    if (!record)
        return view.error ? (
            <ProblemView problem={view.error} onRetry={() => view.refetch()} />
        ) : (
            <Skeleton active className="fc-page" />
        );
    const draft = record.allowed_actions.length > 0 ? record.draft : undefined;
    const shown = draft && (side !== "in_force" || !record.list) ? "draft" : "in_force";
    return (
        <div className="fc-page st-page">
            <Head record={record} onOpened={() => setSide("draft")} />
            {draft && record.list && (
                <Segmented
                    value={shown}
                    onChange={setSide}
                    options={[
                        {
                            value: "draft",
                            label: t("ui.standards.draft_tab", { n: draft.differences.length }),
                        },
                        {
                            value: "in_force",
                            label: t("ui.standards.in_force_tab", { number: record.number }),
                        },
                    ]}
                />
            )}
            {draft && shown === "draft" ? (
                <Draft key={`${checklist} ${draft.version}`} record={record} draft={draft} />
            ) : (
                <div className="st-read">
                    <Card flush title={t("ui.lists.content")} count={record.list?.items.length ?? 0}>
                        {record.list ? (
                            <ItemTable list={record.list} />
                        ) : (
                            <EmptyState small title={t("ui.lists.not_published")} />
                        )}
                    </Card>
                    <VersionHistory
                        versions={record.history}
                        compare={(before, after) => (
                            <ComparedLists checklist={checklist} before={before} after={after} />
                        )}
                    />
                </div>
            )}
        </div>
    );
}
