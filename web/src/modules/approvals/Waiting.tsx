import { CheckOutlined, CloseOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { approvalFacts } from "@/app/registry";
import { type AllowedAction, InstantText, MoneyText, useAction } from "@/kit";
import { firstWord } from "@/words/i18n";
import "./approvals.css";

export interface WaitingApproval {
    id: number;
    kind: string;
    object_type: string;
    object_id: number;
    amount: number;
    reason: string;
    decider: string;
    link: string;
    summary: string;
    requested_by_name: string;
    requested_at: string;
    allowed_actions: AllowedAction[];
}

/** One question with its answer beside it: yes in one press, no with the reason. */
export function Waiting({ one }: { one: WaitingApproval }) {
    const { t } = useTranslation();
    const [declining, setDeclining] = useState(false);
    const [note, setNote] = useState("");
    const decide = useAction("approvals.decide");
    const Facts = approvalFacts[one.kind];
    const own = one.allowed_actions.find((action) => action.name === "approvals.decide");
    const refused = own?.refused_because;
    const run = (granted: boolean) => decide.run({ approval_id: one.id, granted, note });
    return (
        <article className="fc-approval">
            <header>
                <span className="fc-state due">{firstWord([`approval.${one.kind}`, one.kind])}</span>
                <small>
                    {one.requested_by_name} · <InstantText value={one.requested_at} />
                </small>
                {one.amount !== 0 && <MoneyText value={one.amount} strong />}
            </header>
            <p>
                {one.link ? <Link to={one.link}>{one.summary}</Link> : one.summary}
                {one.reason && <span className="fc-approval-reason">{one.reason}</span>}
            </p>
            {Facts && (
                <Suspense>
                    <Facts object_id={one.object_id} />
                </Suspense>
            )}
            {own && refused && <small className="fc-soft">{t(`refusal.${refused}`)}</small>}
            {own && !refused && (
                <form
                    onSubmit={(event) => {
                        event.preventDefault();
                        run(false);
                    }}
                >
                    {declining ? (
                        <>
                            <Input
                                autoFocus
                                value={note}
                                placeholder={t("ui.approvals.why_not")}
                                aria-label={t("ui.approvals.why_not")}
                                onChange={(event) => setNote(event.target.value)}
                            />
                            <Button
                                danger
                                type="primary"
                                htmlType="submit"
                                disabled={!note.trim()}
                                loading={decide.running}
                            >
                                {t("ui.approvals.decline")}
                            </Button>
                            <Button onClick={() => setDeclining(false)}>{t("ui.cancel")}</Button>
                        </>
                    ) : (
                        <>
                            <Button
                                type="primary"
                                icon={<CheckOutlined />}
                                loading={decide.running}
                                onClick={() => run(true)}
                            >
                                {t("ui.approvals.grant")}
                            </Button>
                            <Button icon={<CloseOutlined />} onClick={() => setDeclining(true)}>
                                {t("ui.approvals.decline")}
                            </Button>
                        </>
                    )}
                </form>
            )}
        </article>
    );
}
