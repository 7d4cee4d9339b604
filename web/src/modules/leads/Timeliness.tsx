import { Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useSession } from "@/app/session";
import {
    ActionButton,
    Card,
    ClockBadge,
    EmptyState,
    InstantText,
    ListPage,
    peopleOf,
    TableScroll,
    useView,
} from "@/kit";
import { lastThirtyDays, PeriodInput } from "./Period";
import "./funnel.css";

interface Response {
    limit_minutes: number;
    steps: { up_to_minutes?: number | null; leads: number }[];
    unanswered: number;
    rows: {
        consultant_id: number;
        consultant_name: string;
        leads: number;
        in_time: number;
        too_late: number;
        waiting: number;
        missed: number;
    }[];
}
interface OverdueAnswer {
    rows: {
        consultant_id: number;
        consultant_name: string;
        open: number;
        overdue: number;
        escalated: number;
        oldest_due_at?: string | null;
        contacts: number;
        late: number;
    }[];
}

/** "5 分钟内", "1 小时内": up to where a column reaches. */
function useStepName() {
    const { t } = useTranslation();
    return (minutes: number | null | undefined) => {
        if (!minutes) return t("ui.leads.step_later");
        if (minutes % 1440 === 0) return t("ui.leads.within_days", { n: minutes / 1440 });
        if (minutes % 60 === 0) return t("ui.leads.within_hours", { n: minutes / 60 });
        return t("ui.leads.within_minutes", { n: minutes });
    };
}

function ResponseCard() {
    const { t } = useTranslation();
    const [span, setSpan] = useState(lastThirtyDays);
    const { data } = useView("leads.response_times", { ...span });
    const answer = data as unknown as Response | undefined;
    const name = useStepName();
    const most = Math.max(1, answer?.unanswered ?? 0, ...(answer?.steps.map((one) => one.leads) ?? []));
    return (
        <Card title={t("view.leads.response_times")} extra={<PeriodInput value={span} onChange={setSpan} />}>
            {!answer ? (
                <Skeleton active />
            ) : answer.rows.length === 0 ? (
                <EmptyState small title={t("ui.leads.no_responses")} />
            ) : (
                <>
                    <p className="fc-soft">{t("ui.leads.response_limit", { n: answer.limit_minutes })}</p>
                    <ol className="fn-columns">
                        {answer.steps.map((one) => {
                            const late = !one.up_to_minutes || one.up_to_minutes > answer.limit_minutes;
                            return (
                                <li key={one.up_to_minutes ?? 0}>
                                    <span className="space">
                                        <span
                                            className={late ? "fill late" : "fill"}
                                            style={{ height: `${(one.leads * 100) / most}%` }}
                                        />
                                    </span>
                                    <b>{one.leads}</b>
                                    {name(one.up_to_minutes)}
                                </li>
                            );
                        })}
                        <li>
                            <span className="space">
                                <span
                                    className="fill mute"
                                    style={{ height: `${(answer.unanswered * 100) / most}%` }}
                                />
                            </span>
                            <b>{answer.unanswered}</b>
                            {t("field.unanswered")}
                        </li>
                    </ol>
                    <TableScroll>
                        <table className="fc-table">
                            <thead>
                                <tr>
                                    <th scope="col">{t("field.consultant_id")}</th>
                                    <th scope="col" className="right">
                                        {t("field.leads")}
                                    </th>
                                    <th scope="col" className="right">
                                        {t("field.in_time")}
                                    </th>
                                    <th scope="col" className="right">
                                        {t("field.too_late")}
                                    </th>
                                    <th scope="col" className="right">
                                        {t("field.missed")}
                                    </th>
                                </tr>
                            </thead>
                            <tbody>
                                {answer.rows.map((one) => (
                                    <tr key={one.consultant_id}>
                                        <td>{one.consultant_name}</td>
                                        <td className="right">{one.leads}</td>
                                        <td className="right">{one.in_time}</td>
                                        <td className="right">{one.too_late}</td>
                                        <td className="right">
                                            {one.missed > 0 ? (
                                                <span className="fc-late-text">{one.missed}</span>
                                            ) : (
                                                0
                                            )}
                                        </td>
                                    </tr>
                                ))}
                            </tbody>
                        </table>
                    </TableScroll>
                </>
            )}
        </Card>
    );
}

function OverdueCard({ chosen, onChoose }: { chosen?: number; onChoose: (id: number | undefined) => void }) {
    const { t } = useTranslation();
    const { data } = useView("leads.overdue", {}, { everyMs: 60_000 });
    const rows = ((data as unknown as OverdueAnswer | undefined)?.rows ?? []).toSorted(
        (a, b) => b.overdue - a.overdue,
    );
    return (
        <Card
            title={t("ui.leads.overdue_by_consultant")}
            count={rows.reduce((sum, one) => sum + one.overdue, 0)}
            tone="late"
            flush
        >
            <ul className="fn-meters">
                {rows.map((one) => (
                    <li key={one.consultant_id}>
                        <button
                            type="button"
                            aria-pressed={chosen === one.consultant_id}
                            onClick={() =>
                                onChoose(chosen === one.consultant_id ? undefined : one.consultant_id)
                            }
                        >
                            <span>
                                {one.consultant_name}
                                <br />
                                <small className="fc-soft">
                                    {t("ui.leads.late_share", {
                                        share:
                                            one.contacts > 0
                                                ? `${Math.round((one.late * 100) / one.contacts)}%`
                                                : "—",
                                    })}
                                </small>
                            </span>
                            <span className="track">
                                <span
                                    style={{
                                        width: `${one.open > 0 ? (one.overdue * 100) / one.open : 0}%`,
                                    }}
                                />
                            </span>
                            <b>
                                {one.overdue} / {one.open}
                            </b>
                        </button>
                    </li>
                ))}
            </ul>
            {rows.length === 0 && <EmptyState small title={t("ui.leads.nothing_overdue")} picture="done" />}
        </Card>
    );
}

/** Who answers late and whose planned contacts are overdue; the list can be handed over from here. */
export default function Timeliness() {
    const { t } = useTranslation();
    const { may } = useSession();
    const [search, setSearch] = useSearchParams();
    const [now] = useState(() => new Date().toISOString());
    const consultant = Number(search.get("consultant_id")) || undefined;
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("nav.lead_timeliness")}</h1>
            </header>
            <div className="fn-two">
                <OverdueCard
                    chosen={consultant}
                    onChoose={(id) => setSearch(id ? { consultant_id: String(id) } : {}, { replace: true })}
                />
                <ResponseCard />
            </div>
            <Card title={t("view.leads.overdue")} flush>
                <ListPage
                    key={String(consultant)}
                    embedded
                    view="leads.lead_list"
                    sort="next_contact_at"
                    params={{ state: "open", due_before: now, consultant_id: consultant }}
                    filters={["grade"]}
                    rowLink={(row) => `/leads/${row.id}`}
                    empty={{ title: t("ui.leads.nothing_overdue") }}
                    columns={[
                        "customer_name",
                        "grade",
                        {
                            field: "next_contact_at",
                            show: (row) => <ClockBadge due_at={row.next_contact_at as string} compact />,
                        },
                        { field: "times_late", align: "right", hideOnPhone: true },
                        {
                            field: "escalated_at",
                            hideOnPhone: true,
                            show: (row) =>
                                row.escalated_at ? (
                                    <InstantText value={row.escalated_at as string} />
                                ) : (
                                    <span className="fc-none">—</span>
                                ),
                        },
                        { field: "model_name", hideOnPhone: true },
                        "consultant_name",
                        ...(may("leads.lead_manage")
                            ? [
                                  {
                                      field: "id",
                                      title: " ",
                                      show: (row: Record<string, unknown>) => (
                                          <ReassignButton lead_id={row.id as number} />
                                      ),
                                  },
                              ]
                            : []),
                    ]}
                />
            </Card>
        </div>
    );
}

/** Hands a lead over from the list; its version is read when the button is pressed. */
function ReassignButton({ lead_id }: { lead_id: number }) {
    const [open, setOpen] = useState(false);
    const { t } = useTranslation();
    const { data } = useView("leads.lead_record", { lead_id }, { enabled: open });
    const version = (data as { lead?: { version: number } } | undefined)?.lead?.version;
    if (!open || version === undefined)
        return (
            <button
                type="button"
                className="fc-toggle"
                onClick={(event) => {
                    event.preventDefault();
                    event.stopPropagation();
                    setOpen(true);
                }}
            >
                {t("leads.reassign_lead")}
            </button>
        );
    return (
        // biome-ignore lint/a11y/noStaticElementInteractions: keeps the row's own link from being followed
        // biome-ignore lint/a11y/useKeyWithClickEvents: the button inside has its keys
        <span onClick={(event) => event.stopPropagation()}>
            <ActionButton
                action="leads.reassign_lead"
                size="small"
                fixed={{ lead_id, version }}
                options={{ consultant_id: peopleOf("sales") }}
                onDone={() => setOpen(false)}
            />
        </span>
    );
}
