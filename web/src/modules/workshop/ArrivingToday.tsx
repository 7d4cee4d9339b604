import "./workshop.css";
import "./reception.css";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { serverNow } from "@/api/client";
import { Card, EmptyState, PlateText, StateTag, useListView } from "@/kit";
import { useNow } from "@/kit/now";
import { storeTime, storeToday } from "@/words/format";
import type { Appointment } from "./types";

/** Who is booked today; a press begins the car's reception. */
export function Arriving({ onPick }: { onPick: (one: Appointment) => void }) {
    const { t } = useTranslation();
    const now = useNow(60);
    const { rows, isPending } = useListView("workshop.appointment_list", {
        day: storeToday(serverNow()),
        sort: "starts_at",
        limit: 100,
    });
    const shown = (rows as Appointment[]).filter((one) => one.state === "booked" || one.state === "arrived");
    const waiting = shown.filter((one) => one.state === "booked").length;
    return (
        <Card
            title={t("ui.workshop.arriving")}
            count={shown.length}
            tone={waiting > 0 ? "due" : "mute"}
            flush
        >
            {!isPending && shown.length === 0 && <EmptyState small title={t("ui.workshop.no_arrivals")} />}
            <ul className="fc-tasks">
                {shown.map((one) => (
                    <li key={one.id}>
                        <button
                            type="button"
                            className="fc-task ws-arriving"
                            disabled={one.state !== "booked"}
                            onClick={() => onPick(one)}
                        >
                            <time
                                className={
                                    one.state === "booked" && Date.parse(one.starts_at) < now
                                        ? "late"
                                        : undefined
                                }
                            >
                                {storeTime(one.starts_at).format("HH:mm")}
                            </time>
                            <span className="fc-task-text">
                                <span>
                                    {one.plate && <PlateText value={one.plate} />} {one.customer_name}
                                </span>
                                <small>{one.words}</small>
                            </span>
                            {one.state === "arrived" && <StateTag type="AppointmentState" value="arrived" />}
                        </button>
                    </li>
                ))}
            </ul>
        </Card>
    );
}

/** The same on the advisor's Today. */
export default function ArrivingToday() {
    const navigate = useNavigate();
    return <Arriving onPick={(one) => navigate(`/workshop/receive?appointment=${one.id}`)} />;
}
