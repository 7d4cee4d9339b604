import { Select, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/app/session";
import { ActionButton, Card, EmptyState, InstantText, ProblemView, peopleOf, useView } from "@/kit";
import { comma } from "@/words/i18n";
import { amountText, isMoney } from "./figures";
import { MonthSwitch, PaceNote, Scroll, useMonth } from "./parts";
import { ShareDialog, type Sharing } from "./ShareDialog";
import { TargetEdit } from "./TargetEdit";
import type { AllowedAction, MonthDays } from "./types";
import "./rules.css";

export interface Planned {
    scope: "store" | "team" | "person";
    scope_id: number;
    model_id: number;
    measure: string;
    amount: number;
    sum_of_teams?: number | null;
    sum_of_people?: number | null;
    sum_of_models?: number | null;
}

interface Change {
    id: number;
    scope: string;
    scope_id: number;
    model_id: number;
    measure: string;
    old_amount?: number | null;
    new_amount: number;
    how: string;
    reason: string;
    changed_by: string;
    changed_at: string;
}

interface Team {
    id: number;
    name: string;
    leader_id?: number | null;
    version: number;
}

export interface Plan {
    month: string;
    closed: boolean;
    days: MonthDays;
    measures: string[];
    teams: Team[];
    people: { user_id: number; name: string; team_id?: number | null }[];
    models: { model_id: number; model_name: string }[];
    targets: Planned[];
    last_month: { measure: string; amount: number }[];
    changes: Change[];
    allowed_actions: AllowedAction[];
}

interface Place {
    scope: "store" | "team" | "person";
    id: number;
    name: string;
    indent: boolean;
}

function placesOf(plan: Plan, store: string): Place[] {
    const people = (team: number | undefined) =>
        plan.people
            .filter((one) => (team ? one.team_id === team : !one.team_id))
            .map((one) => ({ scope: "person" as const, id: one.user_id, name: one.name, indent: true }));
    return [
        { scope: "store", id: 0, name: store, indent: false },
        ...plan.teams.flatMap((team) => [
            { scope: "team" as const, id: team.id, name: team.name, indent: false },
            ...people(team.id),
        ]),
        ...people(undefined),
    ];
}

/** Whether the parts of a target sum to it: a tick, or what is missing. */
function Sum({ label, sum, target }: { label: string; sum?: number | null; target: Planned }) {
    const { t } = useTranslation();
    if (sum === null || sum === undefined) return null;
    const off = sum - target.amount;
    return (
        <span className={`fc-state ${off === 0 ? "ok" : "late"}`}>
            {label} {amountText(target.measure, sum)}
            {off !== 0 &&
                ` · ${t(off < 0 ? "ui.people.short_by" : "ui.people.over_by", {
                    amount: amountText(target.measure, Math.abs(off)),
                })}`}
        </span>
    );
}

function PlaceRow(props: {
    place: Place;
    plan: Plan;
    measure: string;
    may: boolean;
    share: (of: Sharing) => void;
}) {
    const { t } = useTranslation();
    const { place, plan, measure, may, share } = props;
    const own = plan.targets.filter(
        (one) => one.scope === place.scope && one.scope_id === place.id && one.measure === measure,
    );
    const target = own.find((one) => one.model_id === 0);
    const models = own.filter((one) => one.model_id !== 0 && one.amount > 0);
    const ways = (
        place.scope === "store"
            ? ["people", ...(plan.teams.length > 0 ? ["teams"] : []), "models"]
            : place.scope === "team"
              ? ["people", "models"]
              : ["models"]
    ) as Sharing["to"][];
    return (
        <tr className={place.scope === "store" ? "fc-team-sum" : undefined}>
            <th scope="row" className={place.indent ? "fc-indent" : undefined}>
                {place.name}
            </th>
            <td className="right">
                <TargetEdit plan={plan} place={place} measure={measure} amount={target?.amount} may={may} />
            </td>
            <td>
                {target && (
                    <span className="fc-target-sums">
                        <Sum label={t("ShareTo.teams")} sum={target.sum_of_teams} target={target} />
                        <Sum label={t("ShareTo.people")} sum={target.sum_of_people} target={target} />
                        <Sum label={t("ShareTo.models")} sum={target.sum_of_models} target={target} />
                        {models.length > 0 && (
                            <details>
                                <summary>{t("ui.people.models", { n: models.length })}</summary>
                                {models.map((one) => (
                                    <small key={one.model_id}>
                                        {
                                            plan.models.find((model) => model.model_id === one.model_id)
                                                ?.model_name
                                        }{" "}
                                        <b>{amountText(measure, one.amount)}</b>
                                    </small>
                                ))}
                            </details>
                        )}
                    </span>
                )}
            </td>
            <td className="right">
                {may && target && (
                    <Select
                        className="fc-share-select"
                        size="small"
                        value={null}
                        placeholder={t("ui.people.share_to")}
                        aria-label={`${t("ui.people.share_to")} ${place.name}`}
                        options={ways.map((to) => ({ value: to, label: t(`ShareTo.${to}`) }))}
                        onChange={(to: Sharing["to"] | null) =>
                            to && share({ scope: place.scope, id: place.id, name: place.name, measure, to })
                        }
                    />
                )}
            </td>
        </tr>
    );
}

function Changes({ plan }: { plan: Plan }) {
    const { t } = useTranslation();
    const name = (one: Change) =>
        [
            one.scope === "store"
                ? t("TargetScope.store")
                : one.scope === "team"
                  ? plan.teams.find((team) => team.id === one.scope_id)?.name
                  : plan.people.find((person) => person.user_id === one.scope_id)?.name,
            plan.models.find((model) => model.model_id === one.model_id)?.model_name,
        ]
            .filter(Boolean)
            .join(" · ");
    return (
        <Card title={t("ui.people.changes")} count={plan.changes.length} flush>
            {plan.changes.length === 0 ? (
                <EmptyState small title={t("ui.people.no_changes")} />
            ) : (
                <ul className="fc-case-rows fc-changes">
                    {plan.changes.map((one) => (
                        <li key={one.id}>
                            <span>
                                {name(one)} · {t(`Measure.${one.measure}`)}
                                <small>
                                    {t(`ShareHow.${one.how}`)} · {one.reason}
                                </small>
                            </span>
                            <span>
                                <b>
                                    {one.old_amount != null &&
                                        `${amountText(one.measure, one.old_amount)} → `}
                                    {amountText(one.measure, one.new_amount)}
                                </b>
                                <small>
                                    {one.changed_by} <InstantText value={one.changed_at} mode="clock" />
                                </small>
                            </span>
                        </li>
                    ))}
                </ul>
            )}
        </Card>
    );
}

function Teams({ plan, may }: { plan: Plan; may: boolean }) {
    const { t } = useTranslation();
    const members = (id: number) => plan.people.filter((one) => one.team_id === id);
    const options = { leader_id: peopleOf("sales"), members: peopleOf("sales") };
    return (
        <Card
            title={t("field.teams")}
            count={plan.teams.length}
            extra={
                may && (
                    <ActionButton
                        action="people.set_team"
                        size="small"
                        label={t("ui.people.new_team")}
                        only={["name", "members", "leader_id"]}
                        options={options}
                    />
                )
            }
            flush
        >
            {plan.teams.length === 0 ? (
                <EmptyState small title={t("ui.people.no_teams")} />
            ) : (
                <ul className="fc-case-rows">
                    {plan.teams.map((team) => (
                        <li key={team.id}>
                            <span>
                                {team.name}
                                <small>
                                    {members(team.id)
                                        .map((one) => one.name)
                                        .join(comma())}
                                </small>
                            </span>
                            {may && (
                                <span className="fc-row-actions">
                                    <ActionButton
                                        action="people.set_team"
                                        size="small"
                                        label={t("ui.people.change")}
                                        fixed={{ team_id: team.id, version: team.version }}
                                        only={["name", "members", "leader_id"]}
                                        initial={{
                                            name: team.name,
                                            leader_id: team.leader_id,
                                            members: members(team.id).map((one) => one.user_id),
                                        }}
                                        options={options}
                                    />
                                    <ActionButton
                                        action="people.end_team"
                                        size="small"
                                        fixed={{ team_id: team.id, version: team.version }}
                                        only={["reason"]}
                                    />
                                </span>
                            )}
                        </li>
                    ))}
                </ul>
            )}
        </Card>
    );
}

/**
 * Targets of a month: the store's, shared out step by step, with whatever does not sum in red and every
 * change kept.
 */
export default function Targets() {
    const { t } = useTranslation();
    const session = useSession();
    const [month, setMonth] = useMonth();
    const [measure, setMeasure] = useState("orders");
    const [sharing, setSharing] = useState<Sharing>();
    const { data, error, refetch, isPlaceholderData } = useView("people.target_plan", { month });
    const plan = data as Plan | undefined;
    if (error && !plan) return <ProblemView problem={error} onRetry={() => refetch()} />;
    if (!plan) return <Skeleton active className="fc-page" />;
    const may = session.may("people.target_write") && !plan.closed;
    const last = plan.last_month.find((one) => one.measure === measure)?.amount ?? 0;
    const has = (one: string) => plan.targets.some((target) => target.measure === one);
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("nav.targets")}</h1>
                <MonthSwitch month={month} onChange={setMonth} />
                {plan.closed && !isPlaceholderData && (
                    <span className="fc-state ok">{t("field.closed")}</span>
                )}
                <div className="fc-page-actions">
                    {session.may("people.target_write") && (
                        <ActionButton action="people.set_opening_day" label={t("ui.people.opening_day")} />
                    )}
                </div>
            </header>
            <div className="fc-measure-tabs" role="tablist">
                {plan.measures.map((one) => (
                    <button
                        key={one}
                        type="button"
                        role="tab"
                        aria-selected={one === measure}
                        className={has(one) ? "has" : undefined}
                        onClick={() => setMeasure(one)}
                    >
                        {t(`Measure.${one}`)}
                    </button>
                ))}
            </div>
            {isPlaceholderData ? (
                <Skeleton active />
            ) : (
                <div className="fc-targets">
                    <Card
                        title={t(`Measure.${measure}`)}
                        extra={
                            <span className="fc-soft">
                                {t("ui.people.last_month", { amount: amountText(measure, last) })}
                                {isMoney(measure) && ` · ${t("ui.people.in_yuan")}`}
                            </span>
                        }
                        flush
                    >
                        <Scroll>
                            <table className="fc-table fc-target-table">
                                <thead>
                                    <tr>
                                        <th>{t("field.scope")}</th>
                                        <th className="right">{t("field.target")}</th>
                                        <th>{t("ui.people.parts")}</th>
                                        <th />
                                    </tr>
                                </thead>
                                <tbody>
                                    {placesOf(plan, t("TargetScope.store")).map((place) => (
                                        <PlaceRow
                                            key={`${place.scope}${place.id}`}
                                            place={place}
                                            plan={plan}
                                            measure={measure}
                                            may={may}
                                            share={setSharing}
                                        />
                                    ))}
                                </tbody>
                            </table>
                        </Scroll>
                        <div className="fc-pad">
                            <PaceNote days={plan.days} />
                        </div>
                    </Card>
                    <div className="fc-targets-side">
                        <Teams plan={plan} may={may} />
                        <Changes plan={plan} />
                    </div>
                </div>
            )}
            {sharing && (
                <ShareDialog sharing={sharing} month={plan.month} onClose={() => setSharing(undefined)} />
            )}
        </div>
    );
}
