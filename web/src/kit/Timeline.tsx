import { Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { storeTime } from "@/words/format";
import { sentence } from "@/words/i18n";
import { EmptyState } from "./EmptyState";
import { useNow } from "./now";
import { ProblemView } from "./ProblemView";
import { useListView } from "./useView";

export interface TimelineEvent {
    id: number;
    at: string;
    name: string;
    actor_name?: string | null;
    objects?: { type: string; id: number }[];
    data?: Record<string, unknown>;
}

export interface TimelineProps {
    object_type: string;
    object_id: number;
}

/**
 * In the log, but no line of their own: whom the program told of it, and the question and answer of an
 * approval, which the record's own events tell.
 */
const quiet = new Set([
    "tasks.alert_raised",
    "approvals.requested",
    "approvals.granted",
    "approvals.declined",
]);

/** A history is read from its end; what lies further back comes on demand. */
const shownAtOnce = 20;

function dayText(at: string, now: number, t: (key: string) => string): string {
    const day = storeTime(at).format("YYYY-MM-DD");
    if (day === storeTime(now).format("YYYY-MM-DD")) return t("ui.time.today");
    if (day === storeTime(now - 86_400_000).format("YYYY-MM-DD")) return t("ui.time.yesterday");
    return storeTime(at).year() === storeTime(now).year() ? day.slice(5) : day;
}

/** Events as sentences, newest first, under the day they happened on. */
export function TimelineList({ events }: { events: TimelineEvent[] }) {
    const { t } = useTranslation();
    const now = useNow(60);
    const days: { day: string; events: TimelineEvent[] }[] = [];
    for (const event of events) {
        const day = dayText(event.at, now, t);
        const last = days[days.length - 1];
        if (last?.day === day) last.events.push(event);
        else days.push({ day, events: [event] });
    }
    return (
        <div className="fc-timeline">
            {days.map(({ day, events: ofDay }) => (
                <section key={day}>
                    <h3>{day}</h3>
                    <ol>
                        {ofDay.map((event) => (
                            <li key={event.id}>
                                <time dateTime={event.at}>{storeTime(event.at).format("HH:mm")}</time>
                                <p>
                                    {sentence(`event.${event.name}`, {
                                        ...event.data,
                                        actor: event.actor_name,
                                        actor_name: event.actor_name,
                                    })}
                                    {event.actor_name && <small>{event.actor_name}</small>}
                                </p>
                            </li>
                        ))}
                    </ol>
                </section>
            ))}
        </div>
    );
}

/** Everything that happened to an object, from the event log. */
export function Timeline({ object_type, object_id }: TimelineProps) {
    const { t } = useTranslation();
    const view = useListView("log.timeline", { object_type, object_id, limit: shownAtOnce });
    if (view.error && view.rows.length === 0)
        return <ProblemView problem={view.error} onRetry={() => view.refetch()} />;
    if (view.isPending) return <Skeleton active title={false} paragraph={{ rows: 5 }} />;
    if (view.rows.length === 0) return <EmptyState small title={t("ui.timeline.empty")} />;
    return (
        <>
            <TimelineList
                events={(view.rows as unknown as TimelineEvent[]).filter((one) => !quiet.has(one.name))}
            />
            {view.hasMore && (
                <Button type="link" loading={view.isFetchingNextPage} onClick={() => view.loadMore()}>
                    {t("ui.timeline.more")}
                </Button>
            )}
        </>
    );
}
