import "./workshop.css";
import "./reception.css";
import { PauseCircleOutlined, PlayCircleFilled } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ViewAnswer } from "@/api/typed";
import { Card, Countdown, EmptyState, InstantText, PlateText, StateTag, useAction, useView } from "@/kit";
import { quantityText } from "@/words/format";

type MyWork = ViewAnswer<"workshop.my_work">;
type Job = MyWork["jobs"][number];

const ends = ["pause", "waiting_parts", "shift_end"] as const;

/** The job whose clock runs: large, with the ways to stop it. */
function Running({ job, since }: { job: Job | undefined; since: string }) {
    const { t } = useTranslation();
    const { run, running } = useAction("workshop.clock_off");
    return (
        <section className="ws-clocked" aria-label={t("ui.workshop.running")}>
            <div>
                <p className="fc-soft">{t("ui.workshop.running")}</p>
                <h2>{job?.name}</h2>
                {job && (
                    <p>
                        {job.plate && <PlateText value={job.plate} />} {job.model_name} · {job.bay_name} ·{" "}
                        <Link to={`/workshop/orders/${job.order_id}`}>{job.number}</Link>
                    </p>
                )}
            </div>
            <Countdown since={since} />
            <div className="ws-clock-buttons">
                <Button type="primary" size="large" loading={running} onClick={() => run({ reason: "done" })}>
                    {t("ClockEnd.done")}
                </Button>
                {ends.map((reason) => (
                    <Button
                        key={reason}
                        size="large"
                        icon={<PauseCircleOutlined />}
                        disabled={running}
                        onClick={() => run({ reason })}
                    >
                        {t(`ClockEnd.${reason}`)}
                    </Button>
                ))}
            </div>
        </section>
    );
}

function JobRow({ job, busy }: { job: Job; busy: boolean }) {
    const { t } = useTranslation();
    const { run, running } = useAction("workshop.clock_on");
    return (
        <li className={job.work}>
            <div className="ws-job">
                <h3>
                    {job.name} <StateTag type="Work" value={job.work} />
                </h3>
                <p>
                    {job.plate && <PlateText value={job.plate} />} {job.model_name} ·{" "}
                    <Link to={`/workshop/orders/${job.order_id}`}>{job.number}</Link>
                </p>
                <p className="fc-soft">{job.words}</p>
            </div>
            <dl>
                <dt>{t("field.hours")}</dt>
                <dd>{quantityText(job.quantity)}</dd>
                <dt>{t("field.planned_start")}</dt>
                <dd>{job.planned_start ? <InstantText value={job.planned_start} mode="clock" /> : "—"}</dd>
                <dt>{t("field.bay_id")}</dt>
                <dd>{job.bay_name || "—"}</dd>
                <dt>{t("field.promised_at")}</dt>
                <dd>
                    <InstantText value={job.promised_at} mode="clock" />
                </dd>
            </dl>
            <Button
                type={busy ? "default" : "primary"}
                size="large"
                icon={<PlayCircleFilled />}
                disabled={busy}
                loading={running}
                onClick={() => run({ line_id: job.id })}
            >
                {t("workshop.clock_on")}
            </Button>
        </li>
    );
}

/** A technician's own work: the running clock, then what comes next. */
export default function MyJobs() {
    const { t } = useTranslation();
    const { data } = useView("workshop.my_work", {});
    if (!data) return null;
    const runningLine = data.running?.line_id;
    const jobs = (data.jobs as Job[]).filter((job) => job.id !== runningLine);
    return (
        <>
            {data.running && (
                <Running
                    job={(data.jobs as Job[]).find((job) => job.id === runningLine)}
                    since={data.running.started_at}
                />
            )}
            <Card title={t("ui.workshop.my_jobs")} count={jobs.length} flush>
                {jobs.length === 0 && <EmptyState small title={t("ui.workshop.no_jobs")} />}
                <ul className="ws-jobs">
                    {jobs.map((job) => (
                        <JobRow key={job.id} job={job} busy={!!data.running} />
                    ))}
                </ul>
            </Card>
        </>
    );
}
