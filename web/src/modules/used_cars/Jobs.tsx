import { useTranslation } from "react-i18next";
import { ActionButton, Card, InstantText, MoneyText, StateTag } from "@/kit";
import { Took } from "./Took";
import type { Job, UsedCarRecord } from "./types";

function JobRow({ job }: { job: Job }) {
    const { t } = useTranslation();
    const open = job.state === "planned";
    return (
        <tr>
            <td>{t(`ReconditioningStep.${job.step}`)}</td>
            <td>
                {job.title}
                {job.note && <small className="fc-soft"> {job.note}</small>}
            </td>
            <td>
                <StateTag type="ReconditioningState" value={job.state} />
            </td>
            <td className="right">
                <MoneyText value={job.planned_cost} />
            </td>
            <td className="right">{job.state === "done" ? <MoneyText value={job.cost} /> : "—"}</td>
            <td className="right">
                {open ? (
                    <span className="uc-job-actions">
                        {job.allowed_actions.map((one, index) => (
                            <ActionButton
                                key={one.name}
                                action={one.name}
                                size="small"
                                type={index === 0 ? "default" : "text"}
                                fixed={{ job_id: job.id, version: job.version }}
                                initial={{ cost: job.planned_cost, done_by: "own_workshop" }}
                                help={{ supplier: t("ui.used.supplier_help") }}
                            />
                        ))}
                    </span>
                ) : (
                    <small className="fc-soft">
                        {job.supplier || (job.done_by && t(`ReconditionedBy.${job.done_by}`))} {job.ended_by}
                    </small>
                )}
            </td>
        </tr>
    );
}

/** The reconditioning with what it should and did cost, and each stay in a step. */
export function Jobs({ car }: { car: UsedCarRecord }) {
    const { t } = useTranslation();
    const plan = car.allowed_actions.find((one) => one.name === "used_cars.plan_job");
    const heads = ["step", "title", "state"] as const;
    return (
        <>
            <Card
                title={t("ui.used.jobs")}
                count={car.jobs.length}
                flush={car.jobs.length > 0}
                extra={
                    plan &&
                    !plan.refused_because && (
                        <ActionButton
                            action="used_cars.plan_job"
                            size="small"
                            fixed={{ used_car_id: car.id }}
                            initial={{
                                step: ["arrived", "for_sale"].includes(car.step) ? "inspection" : car.step,
                                planned_cost: 0,
                            }}
                        />
                    )
                }
            >
                {car.jobs.length === 0 ? (
                    <p className="fc-soft">{t("ui.used.no_jobs")}</p>
                ) : (
                    <div className="fc-table-wrap">
                        <table className="fc-table uc-jobs">
                            <thead>
                                <tr>
                                    {heads.map((one) => (
                                        <th key={one}>{t(`ui.used.job_${one}`)}</th>
                                    ))}
                                    <th className="right">{t("field.planned_cost")}</th>
                                    <th className="right">{t("ui.used.real_cost")}</th>
                                    <th />
                                </tr>
                            </thead>
                            <tbody>
                                {car.jobs.map((job) => (
                                    <JobRow key={job.id} job={job} />
                                ))}
                            </tbody>
                        </table>
                    </div>
                )}
            </Card>
            <Card title={t("ui.used.stays")} flush>
                <div className="fc-table-wrap">
                    <table className="fc-table">
                        <thead>
                            <tr>
                                <th>{t("ui.used.job_step")}</th>
                                <th>{t("field.entered_at")}</th>
                                <th>{t("field.entered_by")}</th>
                                <th>{t("ui.used.left_at")}</th>
                                <th className="right">{t("ui.used.took")}</th>
                            </tr>
                        </thead>
                        <tbody>
                            {car.stays.map((stay) => (
                                <tr key={stay.entered_at + stay.step}>
                                    <td>{t(`UsedStep.${stay.step}`)}</td>
                                    <td>
                                        <InstantText value={stay.entered_at} mode="clock" />
                                    </td>
                                    <td>{stay.entered_by}</td>
                                    <td>
                                        {stay.left_at ? (
                                            <InstantText value={stay.left_at} mode="clock" />
                                        ) : (
                                            <span className="fc-soft">{t("ui.used.still_there")}</span>
                                        )}
                                    </td>
                                    <td className="right">
                                        <Took minutes={stay.minutes} late={stay.late} />
                                    </td>
                                </tr>
                            ))}
                        </tbody>
                    </table>
                </div>
            </Card>
        </>
    );
}
