import { Button, Skeleton } from "antd";
import i18next from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { linkOf } from "@/app/registry";
import { sentence } from "@/words/i18n";
import { Card } from "./Card";
import { ClockBadge } from "./ClockBadge";
import { EmptyState } from "./EmptyState";
import { ProblemView } from "./ProblemView";
import { useView } from "./useView";

interface Task {
    id: number;
    title_key: string;
    title_params?: Record<string, unknown>;
    due_at?: string | null;
    late?: boolean;
    object_type?: string;
    object_id?: number;
    link?: string | null;
    process?: string;
    milestone?: string;
}

function TaskRow({ task }: { task: Task }) {
    const { t } = useTranslation();
    const link = task.link || (task.object_type ? linkOf(task.object_type, task.object_id ?? 0) : undefined);
    const processKey = `process.${task.process}`;
    const process = task.process && i18next.exists(processKey) ? t(processKey) : "";
    const body = (
        <>
            <span className="fc-task-text">
                <span>{sentence(task.title_key, task.title_params)}</span>
                {process && <small>{process}</small>}
            </span>
            {task.due_at && <ClockBadge due_at={task.due_at} compact />}
        </>
    );
    return (
        <li>
            {link ? (
                <Link className="fc-task" to={link}>
                    {body}
                </Link>
            ) : (
                <span className="fc-task">{body}</span>
            )}
        </li>
    );
}

const shownAtFirst = 8;

/** The first few tasks; the others at a press, so that a long list does not push the day away. */
function TaskList({ tasks }: { tasks: Task[] }) {
    const { t } = useTranslation();
    const [all, setAll] = useState(false);
    const shown = all ? tasks : tasks.slice(0, shownAtFirst);
    return (
        <>
            <ul className="fc-tasks">
                {shown.map((task) => (
                    <TaskRow key={task.id} task={task} />
                ))}
            </ul>
            {shown.length < tasks.length && (
                <div className="fc-more">
                    <Button size="small" onClick={() => setAll(true)}>
                        {t("ui.today.show_all", { n: tasks.length })}
                    </Button>
                </div>
            )}
        </>
    );
}

/** What is late and what waits for me, two cards of the Today page. */
export function MyTasks() {
    const { t } = useTranslation();
    const { data, error, isPending, refetch } = useView("tasks.mine", {}, { everyMs: 60_000 });
    if (error && !data) return <ProblemView problem={error} onRetry={() => refetch()} />;
    const tasks = (data?.rows ?? []) as Task[];
    const isLate = (task: Task) => task.late ?? (!!task.due_at && Date.parse(task.due_at) < Date.now());
    const late = tasks.filter(isLate);
    const waiting = tasks.filter((task) => !isLate(task));
    return (
        <>
            {late.length > 0 && (
                <Card title={t("ui.today.late")} count={late.length} tone="late" flush className="late">
                    <TaskList tasks={late} />
                </Card>
            )}
            <Card
                title={t("ui.today.waiting")}
                count={isPending ? undefined : waiting.length}
                tone="info"
                flush
            >
                {isPending ? (
                    <Skeleton active title={false} paragraph={{ rows: 3 }} className="fc-pad" />
                ) : waiting.length === 0 ? (
                    <EmptyState small title={t("ui.today.nothing_waiting")} />
                ) : (
                    <TaskList tasks={waiting} />
                )}
            </Card>
        </>
    );
}
