import { FormOutlined } from "@ant-design/icons";
import { AutoComplete, Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { useSession } from "@/app/session";
import {
    Card,
    CaseStrip,
    ClockBadge,
    EmptyState,
    InstantText,
    PlateText,
    peopleOf,
    RecordPage,
    StateTag,
    useView,
} from "@/kit";
import { comma, currentLanguage } from "@/words/i18n";
import { Business } from "../customers/Business";
import { Proposals } from "./Proposals";
import type { NeedsAnswer, Questionnaire } from "./types";
import "./leads.css";

interface Contact {
    id: number;
    channel: string;
    result: string;
    words: string;
    done_at: string;
    done_by: string;
    late: boolean;
}

const salesViews = ["showroom.test_drive_list", "deals.deal_list"];

/** What the customer said, in the words of the questionnaire. */
function Answers({ answers, number }: { answers: NeedsAnswer[]; number: number }) {
    const { data } = useView("leads.questionnaire", { number });
    const questions = (data as Questionnaire | undefined)?.questions ?? [];
    const language = currentLanguage();
    return (
        <dl className="fc-facts">
            {questions.flatMap((question) => {
                const answer = answers.find((one) => one.question === question.name);
                if (!answer) return [];
                const chosen = question.options
                    .filter((one) => answer.choices.includes(one.name))
                    .map((one) => one.text[language] || one.text.zh);
                return (
                    <div key={question.name} className={question.kind === "text" ? "wide" : undefined}>
                        <dt>{question.text[language] || question.text.zh}</dt>
                        <dd>{answer.text || chosen.join(comma())}</dd>
                    </div>
                );
            })}
        </dl>
    );
}

function Contacts({ contacts }: { contacts: Contact[] }) {
    const { t } = useTranslation();
    return (
        <Card title={t("ui.leads.contacts")} count={contacts.length} flush>
            {contacts.length === 0 ? (
                <EmptyState small title={t("ui.leads.no_contacts")} />
            ) : (
                <ul className="fc-tasks">
                    {contacts.map((one) => (
                        <li key={one.id} className="fc-task">
                            <span className="fc-task-text">
                                <span>{one.words}</span>
                                <small>
                                    <InstantText value={one.done_at} mode="clock" /> ·{" "}
                                    {t(`ContactChannel.${one.channel}`)} · {one.done_by}
                                </small>
                            </span>
                            {one.late && <span className="fc-state late">{t("ui.leads.was_late")}</span>}
                            <span className="fc-state info">{t(`ContactResult.${one.result}`)}</span>
                        </li>
                    ))}
                </ul>
            )}
        </Card>
    );
}

interface Owner {
    user_id: number;
    name: string;
    since: string;
    because: string;
    reason: string;
    given_by: string;
}

/** Whose lead it was, from when and why; a merge brings other owners along, so the present one is marked. */
function Owners({ owners, now }: { owners: Owner[]; now: number }) {
    const { t } = useTranslation();
    const current = owners.find((one) => one.user_id === now);
    return (
        <Card title={t("field.owners")} count={owners.length} flush>
            <ul className="fc-tasks">
                {owners.map((one) => (
                    <li key={`${one.user_id} ${one.since}`} className="fc-task">
                        <span className="fc-task-text">
                            <span>
                                {one.name}{" "}
                                {one === current && (
                                    <span className="fc-state ok">{t("ui.leads.owner_now")}</span>
                                )}
                            </span>
                            <small>
                                <InstantText value={one.since} mode="clock" /> · {one.given_by}
                                {one.reason && ` · ${one.reason}`}
                            </small>
                        </span>
                        <span className="fc-state mute">{t(`OwnerBecause.${one.because}`)}</span>
                    </li>
                ))}
            </ul>
        </Card>
    );
}

/** Rivals as they were written before, so that one name is written in one way. */
function RivalInput({ value, onChange }: { value?: string; onChange?: (value: string) => void }) {
    const { data } = useView("leads.rival_names", {});
    const names = ((data as { rows?: { competitor_model: string }[] } | undefined)?.rows ?? []).map(
        (one) => ({
            value: one.competitor_model,
        }),
    );
    return (
        <AutoComplete
            className="fc-wide"
            value={value}
            options={names}
            showSearch={{ filterOption: (typed, option) => (option?.value ?? "").includes(typed) }}
            onChange={onChange}
        />
    );
}

/** What takes the lead on; one that is closed waits for nothing. */
function nextOf(lead: { state: string; answers: unknown[] }): string | undefined {
    if (lead.state !== "open") return undefined;
    return lead.answers.length === 0 ? "leads.record_needs" : "leads.record_contact";
}

interface LeadRow {
    number: string;
    customer_name: string;
    consultant_name: string;
    model_name: string;
}

export default function Lead() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    const navigate = useNavigate();
    const { may } = useSession();
    // The same answer the page below reads: a plan starts from the one there is.
    const { data } = useView("leads.lead_record", { lead_id: id });
    return (
        <RecordPage
            view="leads.lead_record"
            params={{ lead_id: id }}
            head="lead"
            object={{ type: "lead", id }}
            also={["deals", "showroom", "approvals"]}
            kicker={(lead) => `${t("object.lead")} ${lead.number}`}
            title={(lead) => lead.customer_name}
            beside={(lead) => (
                <>
                    <StateTag type="LeadGrade" value={lead.grade} large />
                    {lead.state === "open" && lead.next_contact_at && (
                        <ClockBadge
                            due_at={lead.next_contact_at}
                            compact
                            labelled
                            label={t("field.next_contact_at")}
                        />
                    )}
                    {lead.merged_into && (
                        <Link className="fc-state info large" to={`/leads/${lead.merged_into}`}>
                            {t("ui.leads.merged_into", { number: lead.merged_into_number })}
                        </Link>
                    )}
                    {lead.state === "open" && lead.respond_by && !lead.first_contact_at && (
                        <ClockBadge due_at={lead.respond_by} compact labelled label={t("field.respond_by")} />
                    )}
                    {lead.times_late > 0 && (
                        <span className="fc-state late large">
                            {t("ui.leads.times_late", { n: lead.times_late })}
                        </span>
                    )}
                    {lead.loss_asked_at && lead.state === "open" && (
                        <span className="fc-state due large">{t("ui.leads.loss_waits")}</span>
                    )}
                </>
            )}
            top={(lead) => (
                <>
                    <CaseStrip object_type="lead" object_id={id} />
                    {lead.state === "open" && may("leads.lead_write") && (
                        <div className="fc-next-steps">
                            <Link to={`/showroom/book?customer_id=${lead.customer_id}&lead_id=${id}`}>
                                <Button>{t("showroom.book_test_drive")}</Button>
                            </Link>
                            <Link
                                to={`/deals/new?customer_id=${lead.customer_id}&lead_id=${id}${
                                    lead.model_id ? `&model_id=${lead.model_id}` : ""
                                }`}
                            >
                                <Button>{t("deals.start_quote")}</Button>
                            </Link>
                        </div>
                    )}
                </>
            )}
            next={nextOf}
            actions={{
                "leads.record_needs": {
                    icon: <FormOutlined />,
                    onPress: () => navigate(`/leads/${id}/needs`),
                },
                "leads.choose_model": { hidden: true },
                "leads.plan_contact": {
                    only: ["at", "channel", "plan"],
                    initial: { channel: "phone_call", at: data?.lead.next_contact_at },
                },
                "leads.record_contact": { initial: { channel: "phone_call" } },
                "leads.lose_lead": {
                    danger: true,
                    render: { competitor_model: (props) => <RivalInput {...props} /> },
                },
                "leads.revive_lead": { hidden: !!data?.lead.merged_into },
                "leads.merge_leads": {
                    help: { other_lead_id: t("ui.leads.merge_help", { number: data?.lead.number }) },
                    options: {
                        other_lead_id: {
                            view: "leads.lead_list",
                            params: { state: "open", limit: 50 },
                            search: "q",
                            label: (row: LeadRow) => `${row.customer_name} ${row.number}`,
                            detail: (row: LeadRow) => `${row.consultant_name} ${row.model_name}`.trim(),
                        },
                    },
                },
                "leads.reassign_lead": { options: { consultant_id: peopleOf("sales") } },
            }}
            facts={[
                {
                    field: "customer_id",
                    show: (lead) => (
                        <Link to={`/customers/${lead.customer_id}`}>
                            {lead.customer_name} {lead.phone_masked}
                        </Link>
                    ),
                },
                {
                    field: "model_id",
                    show: (lead) =>
                        lead.model_id ? <Link to={`/models/${lead.model_id}`}>{lead.model_name}</Link> : "—",
                },
                { field: "consultant_id", show: (lead) => lead.consultant_name },
                "source",
                {
                    field: "campaign",
                    show: (lead) =>
                        lead.campaign ? (
                            <Link to={`/leads?who=all&campaign=${encodeURIComponent(lead.campaign)}`}>
                                {lead.campaign}
                            </Link>
                        ) : null,
                },
                "score",
                {
                    field: "next_contact_at",
                    show: (lead) =>
                        lead.next_contact_at ? (
                            <>
                                <InstantText value={lead.next_contact_at} mode="clock" />{" "}
                                {lead.next_contact_channel &&
                                    t(`ContactChannel.${lead.next_contact_channel}`)}
                            </>
                        ) : (
                            "—"
                        ),
                },
                { field: "next_contact_plan", show: (lead) => lead.next_contact_plan || null },
                { field: "contact_at_the_latest" },
                { field: "first_contact_at" },
                { field: "plate", show: (lead) => (lead.plate ? <PlateText value={lead.plate} /> : null) },
                {
                    field: "merged",
                    show: (lead) =>
                        lead.merged.length > 0
                            ? lead.merged.map((one) => (
                                  <Link key={one.id} className="fc-merged" to={`/leads/${one.id}`}>
                                      {one.customer_name} {one.number}
                                  </Link>
                              ))
                            : null,
                },
                { field: "lost_because", whenSet: true },
                { field: "competitor_model", show: (lead) => lead.competitor_model || null },
                { field: "opened_at", label: t("ui.leads.opened_at") },
                { field: "note", wide: true, show: (lead) => lead.note || null },
            ]}
        >
            {(lead) => (
                <>
                    <Card
                        title={t("ui.leads.needs")}
                        extra={
                            lead.state === "open" &&
                            may("leads.lead_write") && (
                                <Link to={`/leads/${id}/needs`}>
                                    {t(lead.answers.length > 0 ? "ui.leads.ask_again" : "leads.record_needs")}
                                </Link>
                            )
                        }
                    >
                        {lead.answers.length > 0 ? (
                            <Answers answers={lead.answers} number={lead.questionnaire_number} />
                        ) : (
                            <EmptyState small title={t("ui.leads.not_asked")} />
                        )}
                    </Card>
                    {lead.answers.length > 0 && (
                        <Proposals
                            lead_id={id}
                            proposals={lead.proposals}
                            customer_id={lead.customer_id}
                            choose={
                                lead.state === "open"
                                    ? { version: lead.version, model_id: lead.model_id }
                                    : undefined
                            }
                        />
                    )}
                    <Business customer_id={lead.customer_id} views={salesViews} />
                    {lead.merged
                        .filter((one) => one.customer_id !== lead.customer_id)
                        .map((one) => (
                            <Business
                                key={one.id}
                                customer_id={one.customer_id}
                                name={one.customer_name}
                                views={salesViews}
                            />
                        ))}
                    <Contacts contacts={lead.contacts} />
                    {lead.owners.length > 0 && <Owners owners={lead.owners} now={lead.consultant_id} />}
                </>
            )}
        </RecordPage>
    );
}
