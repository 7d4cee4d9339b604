import { TeamOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSignedIn } from "@/app/session";
import { type AllowedActionConfig, AllowedActions, ClockBadge, PlateText, useView } from "@/kit";
import { useNow } from "@/kit/now";
import { spanText } from "@/words/format";
import type { Consultant, Visitor } from "./types";

interface StripAnswer {
    cases: { process: string; milestones: { name: string; due_at?: string | null }[] }[];
}

/** Counts down to the standard's greeting time, and on beyond it. */
function GreetClock({ visitor }: { visitor: Visitor }) {
    const { t } = useTranslation();
    const { data } = useView("standards.strip", { object_type: "visit", object_id: visitor.id });
    const steps = (data as StripAnswer | undefined)?.cases.find((one) => one.process === "reception");
    const due = steps?.milestones.find((one) => one.name === "greeted")?.due_at;
    if (!due) return null;
    return <ClockBadge due_at={due} started_at={visitor.arrived_at} label={t("ui.reception.greet_by")} />;
}

/** How long, running. */
export function Since({ at }: { at: string }) {
    const now = useNow(1);
    return <span className="fc-nowrap">{spanText(now - Date.parse(at))}</span>;
}

/** How the actions of a visit are offered wherever they stand. */
export function visitActions(consultants: Consultant[]): Record<string, AllowedActionConfig> {
    return {
        "reception.assign_consultant": {
            options: {
                consultant_id: consultants
                    .filter((one) => one.state !== "off_duty")
                    .map((one) => ({ value: one.user_id, label: one.name })),
            },
        },
        "reception.greet_visitor": {},
        "reception.identify_visitor": { only: ["name", "phone", "gender", "customer_id"] },
        "reception.end_visit": {},
    };
}

const order = ["greet_visitor", "assign_consultant", "identify_visitor", "end_visit", "ask_for_help"];
const greetedOrder = ["identify_visitor", "ask_for_help", "end_visit", "greet_visitor", "assign_consultant"];

/** One visitor in the house: who, since when, with whom, and what comes next. */
export function VisitorCard({ visitor, consultants }: { visitor: Visitor; consultants: Consultant[] }) {
    const { t } = useTranslation();
    const consultant = consultants.find((one) => one.user_id === visitor.consultant_id);
    const { user } = useSignedIn();
    const mine = visitor.consultant_id === user.id;
    const wanted = visitor.state === "greeted" ? greetedOrder : order;
    const rank = (name: string) => wanted.indexOf(name.split(".")[1]!);
    // Who may greet does that first; what is done already is no news.
    const actions = visitor.allowed_actions
        .filter((one) => !one.refused_because || one.name === "reception.greet_visitor")
        .filter((one) => !(visitor.state === "greeted" && one.name === "reception.greet_visitor"))
        .filter((one) => !(visitor.customer_id && one.name === "reception.identify_visitor"))
        .toSorted((a, b) => rank(a.name) - rank(b.name));
    return (
        <article className={`fc-visitor ${visitor.state}`}>
            <header>
                <Link to={`/visits/${visitor.id}`}>{visitor.visitor_name || t("ui.reception.unnamed")}</Link>
                <span className="fc-visitor-size" title={t("field.party_size")}>
                    <TeamOutlined /> {visitor.party_size}
                </span>
                <span className="fc-visitor-clock">
                    {visitor.state === "greeted" ? (
                        <span className="fc-soft">
                            <Since at={visitor.greeted_at ?? visitor.arrived_at} />
                        </span>
                    ) : (
                        <GreetClock visitor={visitor} />
                    )}
                </span>
            </header>
            <p>
                <b>{t(`VisitPurpose.${visitor.purpose}`)}</b>
                <span className="fc-soft"> · {t(`VisitChannel.${visitor.channel}`)}</span>{" "}
                {visitor.series && <span className="fc-state info">{visitor.series}</span>}{" "}
                <PlateText value={visitor.plate} />
            </p>
            <p className="fc-visitor-who">
                {consultant ? (
                    <>
                        {consultant.name}
                        {visitor.assigned_because && visitor.state !== "greeted" && (
                            <small>
                                {" "}
                                {visitor.knows_series
                                    ? t("ui.reception.knows_series", { series: visitor.series })
                                    : t(`AssignedBecause.${visitor.assigned_because}`)}
                            </small>
                        )}
                    </>
                ) : (
                    <span className="fc-late-text">{t("ui.reception.nobody_yet")}</span>
                )}
                {visitor.state === "greeted" && visitor.help_asked_at && (
                    <span className="fc-state due">{t("ui.reception.help_asked")}</span>
                )}
            </p>
            <AllowedActions
                actions={actions}
                object={{ type: "visit", id: visitor.id }}
                version={visitor.version}
                config={visitActions(consultants)}
                calm={!mine && visitor.state !== "waiting"}
                besides={1}
            />
        </article>
    );
}
