import "./templates.css";
import "@/styles/versions.css";
import { Button, Input, Segmented, Skeleton, Switch } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import {
    Card,
    DownloadLink,
    DraftSide,
    InstantText,
    Labelled,
    ProblemView,
    useAction,
    useView,
    VersionHistory,
} from "@/kit";
import { ClauseDifferences, ComparedTemplates } from "./ClauseDifferences";
import { ClauseEditor } from "./ClauseEditor";
import { ClauseList } from "./ClauseText";
import type { TemplateDraft, TemplateRecord, TemplateText } from "./types";

const actions = {
    change: "contract_templates.change_draft",
    publish: "contract_templates.publish",
    discard: "contract_templates.discard_draft",
};

function Head({ record, onOpened }: { record: TemplateRecord; onOpened: () => void }) {
    const { t } = useTranslation();
    const open = useAction("contract_templates.open_draft", { onDone: onOpened });
    const may = record.allowed_actions.find((one) => one.name === "contract_templates.open_draft");
    return (
        <header className="fc-record-head">
            <div className="fc-record-title">
                <p className="fc-kicker">
                    <Link to="/contract_templates">{t("nav.contract_templates")}</Link>
                </p>
                <h1>
                    {record.text.title}{" "}
                    <span className="fc-state ok large">
                        {t("ui.standards.version", { number: record.number })}
                    </span>
                </h1>
            </div>
            <div className="fc-page-actions">
                <DownloadLink
                    view="contract_templates.preview_pdf"
                    params={{ template_name: record.template_name, number: record.number }}
                >
                    {t("ui.templates.preview")}
                </DownloadLink>
                {may && !may.refused_because && (
                    <Button
                        type="primary"
                        loading={open.running}
                        onClick={() => open.run({ template_name: record.template_name })}
                    >
                        {t("contract_templates.open_draft")}
                    </Button>
                )}
            </div>
        </header>
    );
}

function Draft({ record, draft }: { record: TemplateRecord; draft: TemplateDraft }) {
    const { t } = useTranslation();
    const [edited, setEdited] = useState<TemplateText>();
    const text = edited ?? draft.text;
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
                <Labelled label={t("field.title")}>
                    {(id) => (
                        <Input
                            id={id}
                            value={text.title}
                            onChange={(event) => setEdited({ ...text, title: event.target.value })}
                        />
                    )}
                </Labelled>
                <ClauseEditor
                    clauses={text.clauses}
                    values={record.values}
                    onChange={(clauses) => setEdited({ ...text, clauses })}
                />
            </Card>
            <DraftSide
                actions={actions}
                fixed={{ template_name: record.template_name, version: draft.version }}
                input={{ title: text.title, clauses: text.clauses }}
                edited={!!edited}
                onSaved={() => setEdited(undefined)}
                onUndo={() => setEdited(undefined)}
                count={draft.differences.length}
                note={t("ui.templates.publish_note")}
                more={
                    !edited && (
                        <DownloadLink
                            view="contract_templates.preview_pdf"
                            params={{ template_name: record.template_name }}
                        >
                            {t("ui.templates.preview")}
                        </DownloadLink>
                    )
                }
            >
                <ClauseDifferences list={draft.differences} values={record.values} />
            </DraftSide>
        </div>
    );
}

function InForce({ record }: { record: TemplateRecord }) {
    const { t } = useTranslation();
    const [examples, setExamples] = useState(true);
    return (
        <div className="fc-draft">
            <Card
                title={t("ui.templates.text")}
                count={record.text.clauses.length}
                extra={
                    <Switch
                        checked={examples}
                        onChange={setExamples}
                        aria-label={t("ui.templates.with_example")}
                        checkedChildren={t("ui.templates.with_example")}
                        unCheckedChildren={t("ui.templates.with_example")}
                    />
                }
            >
                <ClauseList clauses={record.text.clauses} values={record.values} examples={examples} />
            </Card>
            <VersionHistory
                versions={record.history}
                compare={(before, after) => (
                    <ComparedTemplates
                        name={record.template_name}
                        before={before}
                        after={after}
                        values={record.values}
                    />
                )}
            />
        </div>
    );
}

/** One contract: its clauses, the draft of its next version, and every version it had. */
export default function Template() {
    const { t } = useTranslation();
    const name = useParams().name!;
    const view = useView("contract_templates.template_record", { template_name: name });
    const [side, setSide] = useState<string>();
    const record = view.data;
    const title = record?.text.title;
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
    const shown = draft && side !== "in_force" ? "draft" : "in_force";
    return (
        <div className="fc-page ct-page">
            <Head record={record} onOpened={() => setSide("draft")} />
            {draft && (
                <Segmented
                    className="ct-tabs"
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
                <Draft key={`${name} ${draft.version}`} record={record} draft={draft} />
            ) : (
                <InForce record={record} />
            )}
        </div>
    );
}
