import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Card, EmptyState, StateTag, useView } from "@/kit";
import { useNow } from "@/kit/now";
import { storeTime, storeToday } from "@/words/format";
import type { DayPlan } from "./types";

/** Today's test drives in the order they begin. */
export default function DrivesToday() {
    const { t } = useTranslation();
    const date = storeToday(useNow(60));
    const { data } = useView("showroom.test_drive_calendar", { date });
    const plan = data as DayPlan | undefined;
    if (!plan) return null;
    const drives = plan.drives
        .filter((one) => one.state !== "cancelled")
        .toSorted((a, b) => a.starts_at.localeCompare(b.starts_at));
    return (
        <Card
            title={t("ui.showroom.today")}
            count={drives.length}
            extra={<Link to="/showroom/test_drives">{t("nav.test_drives")}</Link>}
            flush
        >
            {drives.length === 0 ? (
                <EmptyState small title={t("ui.showroom.none_today")} />
            ) : (
                <ul className="fc-tasks">
                    {drives.map((one) => (
                        <li key={one.id}>
                            <Link className="fc-task" to={`/test_drives/${one.id}`}>
                                <b>{storeTime(one.starts_at).format("HH:mm")}</b>
                                <span className="fc-task-text">
                                    <span>{one.customer_name}</span>
                                    <small>
                                        {one.car_title} · {one.consultant_name}
                                    </small>
                                </span>
                                <StateTag type="TestDriveState" value={one.state} />
                            </Link>
                        </li>
                    ))}
                </ul>
            )}
        </Card>
    );
}
