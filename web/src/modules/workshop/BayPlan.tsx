import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { EmptyState } from "@/kit";
import { useNow } from "@/kit/now";
import { plateText, storeTime } from "@/words/format";
import type { BoardAnswer, PlannedJob, WorkedTime } from "./types";

const minuteMs = 60_000;

interface Span {
    from: number;
    to: number;
}

function placeOf(span: Span, day: Span): { left: string; width: string } {
    const share = (at: number) => Math.max(0, Math.min(1, (at - day.from) / (day.to - day.from)));
    const left = share(span.from);
    return { left: `${left * 100}%`, width: `${Math.max(0.6, (share(span.to) - left) * 100)}%` };
}

function PlanBar({ job, day, now }: { job: PlannedJob; day: Span; now: number }) {
    const span = { from: Date.parse(job.planned_start), to: Date.parse(job.planned_end) };
    const late = job.work !== "done" && now > span.to;
    return (
        <Link
            to={`/workshop/orders/${job.order_id}`}
            className={`ws-bar plan ${job.work}${late ? " late" : ""}`}
            style={placeOf(span, day)}
            title={`${job.plate} ${job.name} ${job.technician_name} ${storeTime(span.from).format("HH:mm")}–${storeTime(span.to).format("HH:mm")}`}
        >
            <b>{job.plate ? plateText(job.plate) : job.number}</b>
            <small>
                {job.technician_name} {job.name}
            </small>
        </Link>
    );
}

function WorkBar({ work, day, now }: { work: WorkedTime; day: Span; now: number }) {
    const span = { from: Date.parse(work.started_at), to: work.ended_at ? Date.parse(work.ended_at) : now };
    return (
        <span
            className={`ws-bar work${work.ended_at ? "" : " running"}`}
            style={placeOf(span, day)}
            title={`${work.plate} ${work.name} ${work.user_name} ${storeTime(span.from).format("HH:mm")}–${work.ended_at ? storeTime(span.to).format("HH:mm") : ""}`}
        />
    );
}

/** The bays by the hour: what is planned above, what was worked below it, and where now is. */
export function BayPlan({ board }: { board: BoardAnswer }) {
    const { t } = useTranslation();
    const now = useNow(30);
    const start = Date.parse(`${board.day}T00:00:00+08:00`);
    const day = {
        from: start + Math.floor(board.capacity.opens_minute / 60) * 60 * minuteMs,
        to: start + Math.ceil(board.capacity.closes_minute / 60) * 60 * minuteMs,
    };
    const hours: number[] = [];
    for (let at = day.from; at < day.to; at += 60 * minuteMs) hours.push(at);
    const rows: { id: number | null; name: string; kind?: string }[] = [
        ...board.bays,
        ...(board.planned.some((job: PlannedJob) => !job.bay_id)
            ? [{ id: null, name: t("ui.workshop.no_bay") }]
            : []),
    ];
    if (board.bays.length === 0) return <EmptyState title={t("ui.workshop.no_bays")} />;
    const shown = now > day.from && now < day.to;
    return (
        <div className="ws-plan-wrap">
            <div className="ws-plan">
                <div className="ws-plan-hours" aria-hidden="true">
                    <span />
                    <div>
                        {hours.map((at) => (
                            <span key={at}>{storeTime(at).format("H:mm")}</span>
                        ))}
                    </div>
                </div>
                {rows.map((bay) => {
                    const planned = board.planned.filter(
                        (job: PlannedJob) => (job.bay_id ?? null) === bay.id,
                    );
                    const worked = board.worked.filter((one: WorkedTime) => (one.bay_id ?? null) === bay.id);
                    return (
                        <section key={bay.id ?? 0} className="ws-bay" aria-label={bay.name}>
                            <header>
                                <b>{bay.name}</b>
                                {bay.kind && <small>{t(`BayKind.${bay.kind}`)}</small>}
                            </header>
                            <div
                                className="ws-bay-day"
                                style={{ backgroundSize: `${100 / hours.length}% 100%` }}
                            >
                                {planned.map((job: PlannedJob) => (
                                    <PlanBar key={job.id} job={job} day={day} now={now} />
                                ))}
                                {worked.map((one: WorkedTime) => (
                                    <WorkBar key={one.id} work={one} day={day} now={now} />
                                ))}
                                {shown && (
                                    <i
                                        className="ws-now"
                                        style={{ left: placeOf({ from: now, to: now }, day).left }}
                                    />
                                )}
                            </div>
                        </section>
                    );
                })}
            </div>
        </div>
    );
}
