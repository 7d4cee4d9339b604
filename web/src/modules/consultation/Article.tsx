import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { Card, InstantText, RecordPage, useAction } from "@/kit";
import { ArticleForm } from "./ArticleForm";
import "./consultation.css";

interface Version {
    version_no: number;
    title: string;
    asked_as: string;
    body: string;
    written_at: string;
    written_by: string;
    published_at?: string | null;
    published_by?: string | null;
    reason: string;
}

/** One version to read: other ways to ask, and the text. */
function Text({ version }: { version: Version }) {
    const { t } = useTranslation();
    return (
        <div className="cn-text">
            <p>{version.body || <span className="fc-none">{t("ui.consultation.no_body")}</span>}</p>
            {version.asked_as && (
                <>
                    <h3 className="cn-sub">{t("field.asked_as")}</h3>
                    <ul>
                        {version.asked_as.split("\n").map((one) => (
                            <li key={one}>{one}</li>
                        ))}
                    </ul>
                </>
            )}
        </div>
    );
}

export default function Article() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    const [editing, setEditing] = useState(false);
    const [shown, setShown] = useState<number>();
    const change = useAction("consultation.change_article", { showProblem: false });
    return (
        <RecordPage
            view="consultation.article_record"
            params={{ article_id: id }}
            head="article"
            object={{ type: "article", id }}
            kicker={(one) => `${t("object.article")} ${one.number}`}
            title={(one) => one.title}
            beside={(one) =>
                one.state === "published" &&
                one.latest_version_no > one.published_version_no && (
                    <span className="fc-state due large">{t("ui.consultation.newer_draft")}</span>
                )
            }
            actions={{
                "consultation.change_article": { onPress: () => setEditing(true) },
                "consultation.publish_article": { only: ["reason"] },
                "consultation.retire_article": { only: ["reason"], danger: true },
            }}
            facts={[
                "topic",
                "cited",
                { field: "latest_version_no", label: t("field.version_no") },
                { field: "changed_at" },
                {
                    field: "question_id",
                    show: (one) =>
                        one.question_id ? (
                            <Link to={`/questions/${one.question_id}`}>{t("object.question")}</Link>
                        ) : null,
                },
            ]}
        >
            {(one) => {
                const versions = one.versions as Version[];
                const read = versions.find((each) => each.version_no === shown) ?? (one.latest as Version);
                return (
                    <>
                        <Card title={t("ui.consultation.version_n", { n: read.version_no })}>
                            {editing ? (
                                <ArticleForm
                                    start={{
                                        title: read.title,
                                        body: read.body,
                                        asked_as: read.asked_as,
                                        topic: one.topic as string,
                                    }}
                                    running={change.running}
                                    problem={change.problem}
                                    onCancel={() => setEditing(false)}
                                    onSave={async (values) => {
                                        const done = await change.run({
                                            article_id: id,
                                            version: one.version,
                                            ...values,
                                        });
                                        if (done) {
                                            setEditing(false);
                                            setShown(undefined);
                                        }
                                    }}
                                />
                            ) : (
                                <Text version={read} />
                            )}
                        </Card>
                        <Card title={t("field.versions")} count={versions.length} flush>
                            <ul className="fc-tasks">
                                {versions.map((each) => (
                                    <li key={each.version_no}>
                                        <button
                                            type="button"
                                            className="fc-task cn-version"
                                            aria-pressed={each.version_no === read.version_no}
                                            onClick={() => setShown(each.version_no)}
                                        >
                                            <span className="fc-task-text">
                                                <span>
                                                    {t("ui.consultation.version_n", { n: each.version_no })}{" "}
                                                    {each.reason}
                                                </span>
                                                <small>
                                                    {each.published_by ?? each.written_by}{" "}
                                                    <InstantText
                                                        value={each.published_at ?? each.written_at}
                                                        mode="clock"
                                                    />
                                                </small>
                                            </span>
                                            {each.version_no === one.published_version_no &&
                                                one.state === "published" && (
                                                    <span className="fc-state ok">{t("field.in_force")}</span>
                                                )}
                                        </button>
                                    </li>
                                ))}
                            </ul>
                        </Card>
                    </>
                );
            }}
        </RecordPage>
    );
}
