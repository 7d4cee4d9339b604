import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Card, EmptyState, PlateText, StateTag } from "@/kit";
import { storeTime } from "@/words/format";
import type { DayPlan } from "./types";

/** The day on a phone: car by car, its drives below each other. */
export default function DrivesOfDay({ plan }: { plan: DayPlan }) {
    const { t } = useTranslation();
    return (
        <div className="fc-stack">
            {plan.cars.map((car) => {
                const drives = plan.drives.filter(
                    (one) => one.car_id === car.id && one.state !== "cancelled",
                );
                return (
                    <Card
                        key={car.id}
                        title={car.title}
                        extra={<PlateText value={car.plate} />}
                        count={drives.length}
                        flush
                    >
                        {drives.length === 0 ? (
                            <EmptyState small title={t("ui.showroom.free_all_day")} />
                        ) : (
                            <ul className="fc-tasks">
                                {drives.map((one) => (
                                    <li key={one.id}>
                                        <Link className="fc-task" to={`/test_drives/${one.id}`}>
                                            <b className="fc-nowrap">
                                                {storeTime(one.starts_at).format("HH:mm")}–
                                                {storeTime(one.ends_at).format("HH:mm")}
                                            </b>
                                            <span className="fc-task-text">
                                                <span>{one.customer_name}</span>
                                                <small>{one.consultant_name}</small>
                                            </span>
                                            <StateTag type="TestDriveState" value={one.state} />
                                        </Link>
                                    </li>
                                ))}
                            </ul>
                        )}
                    </Card>
                );
            })}
        </div>
    );
}
