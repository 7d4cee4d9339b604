import {
    DndContext,
    type DragEndEvent,
    PointerSensor,
    useDraggable,
    useDroppable,
    useSensor,
    useSensors,
} from "@dnd-kit/core";
import { type MouseEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { useSession } from "@/app/session";
import { EmptyState, PlateText, useAction, useDragWords } from "@/kit";
import { useNow } from "@/kit/now";
import { instantOfStoreTime, storeTime, storeToday } from "@/words/format";
import type { DayPlan, Drive } from "./types";

const stepMinutes = 15;

function minuteOf(at: string): number {
    const time = storeTime(at);
    return time.hour() * 60 + time.minute();
}

function hourText(minute: number): string {
    return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

interface BarProps {
    plan: DayPlan;
    drive: Drive;
    movable: boolean;
}

/** One drive: a press opens it, a booked one is dragged to another time or row. */
function Bar({ plan, drive, movable }: BarProps) {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const { setNodeRef, listeners, transform, isDragging } = useDraggable({
        id: drive.id,
        disabled: !movable,
    });
    const span = plan.closes_minute - plan.opens_minute;
    const from = Math.max(minuteOf(drive.starts_at), plan.opens_minute);
    const until = Math.min(minuteOf(drive.ends_at), plan.closes_minute);
    return (
        <button
            ref={setNodeRef}
            type="button"
            {...listeners}
            onClick={() => navigate(`/test_drives/${drive.id}`)}
            className={`fc-bar ${drive.state}${movable ? " movable" : ""}${isDragging ? " dragging" : ""}`}
            style={{
                left: `${((from - plan.opens_minute) / span) * 100}%`,
                width: `${((until - from) / span) * 100}%`,
                transform: transform ? `translate(${transform.x}px, ${transform.y}px)` : undefined,
            }}
            title={`${drive.customer_name} ${t(`TestDriveState.${drive.state}`)}${movable ? ` · ${t("ui.showroom.drag")}` : ""}`}
        >
            <b>{drive.customer_name}</b>
            <small>
                {storeTime(drive.starts_at).format("HH:mm")} {drive.consultant_name}
            </small>
        </button>
    );
}

interface LaneProps {
    id: string;
    /** Whose row it is. */
    name: string;
    plan: DayPlan;
    drives: Drive[];
    moves: boolean;
    onFree?: (minute: number) => void;
    label: string;
}

/** One row of the day: the drives as bars; a press on free time books there. */
function Lane({ id, name, plan, drives, moves, onFree, label }: LaneProps) {
    const now = useNow(30);
    const { setNodeRef, isOver } = useDroppable({ id, data: { label: name } });
    const span = plan.closes_minute - plan.opens_minute;
    const place = (minute: number) => `${((minute - plan.opens_minute) / span) * 100}%`;
    const press = (event: MouseEvent<HTMLElement>) => {
        if (!onFree || (event.target as HTMLElement).closest("button")) return;
        const box = event.currentTarget.getBoundingClientRect();
        const minute = plan.opens_minute + ((event.clientX - box.left) / box.width) * span;
        onFree(Math.floor(minute / stepMinutes) * stepMinutes);
    };
    const nowMinute = storeToday(now) === plan.date ? minuteOf(new Date(now).toISOString()) : undefined;
    const hours = [];
    for (let minute = plan.opens_minute; minute < plan.closes_minute; minute += 60) hours.push(minute);
    return (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the book button is the way by keyboard
        // biome-ignore lint/a11y/noStaticElementInteractions: see above
        <div
            ref={setNodeRef}
            data-lane
            className={`fc-lane${onFree ? " free" : ""}${isOver ? " over" : ""}`}
            onClick={press}
            title={onFree && label}
        >
            {hours.map((minute) => (
                <i key={minute} style={{ left: place(minute) }} />
            ))}
            {nowMinute !== undefined && nowMinute > plan.opens_minute && nowMinute < plan.closes_minute && (
                <em style={{ left: place(nowMinute) }} />
            )}
            {drives.map((one) => (
                <Bar key={one.id} plan={plan} drive={one} movable={moves && one.state === "booked"} />
            ))}
        </div>
    );
}

/** What a drop means: another time by the way sideways, another car or person by the row. */
function useMove(plan: DayPlan, by: string, board: React.RefObject<HTMLDivElement | null>) {
    const move = useAction("showroom.move_test_drive");
    return (event: DragEndEvent) => {
        const drive = plan.drives.find((one) => one.id === event.active.id);
        const lane = board.current?.querySelector("[data-lane]")?.getBoundingClientRect();
        if (!drive || !lane) return;
        const span = plan.closes_minute - plan.opens_minute;
        const shift = Math.round(((event.delta.x / lane.width) * span) / stepMinutes) * stepMinutes;
        const row = event.over ? Number(String(event.over.id).split(":")[1]) : undefined;
        const car_id = by === "cars" && row ? row : drive.car_id;
        const consultant_id = by === "consultants" && row ? row : drive.consultant_id;
        if (shift === 0 && car_id === drive.car_id && consultant_id === drive.consultant_id) return;
        const at = (instant: string) =>
            instantOfStoreTime(`${plan.date} ${hourText(minuteOf(instant) + shift)}`);
        move.run({
            test_drive_id: drive.id,
            version: drive.version,
            car_id,
            consultant_id,
            starts_at: at(drive.starts_at),
            ends_at: at(drive.ends_at),
        });
    };
}

export function DayBoard({ plan, by }: { plan: DayPlan; by: string }) {
    const { t } = useTranslation();
    const { may } = useSession();
    const navigate = useNavigate();
    const board = useRef<HTMLDivElement>(null);
    const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));
    const drop = useMove(plan, by, board);
    const words = useDragWords();
    const moves = may("showroom.test_drive_write");
    const span = plan.closes_minute - plan.opens_minute;
    const hours: number[] = [];
    for (let minute = plan.opens_minute; minute < plan.closes_minute; minute += 60) hours.push(minute);
    const shown = plan.drives.filter((one) => one.state !== "cancelled");
    const book = (car_id: number) => (minute: number) =>
        navigate(`/showroom/book?car_id=${car_id}&date=${plan.date}&minute=${minute}`);
    return (
        <DndContext accessibility={words} sensors={sensors} onDragEnd={drop}>
            <div className="fc-day fc-sheet-box" ref={board}>
                <div className="fc-day-head">
                    <span />
                    <div>
                        {hours.map((minute) => (
                            <span
                                key={minute}
                                style={{ left: `${((minute - plan.opens_minute) / span) * 100}%` }}
                            >
                                {hourText(minute)}
                            </span>
                        ))}
                    </div>
                </div>
                {by === "cars" &&
                    plan.cars.map((car) => (
                        <div key={car.id} className="fc-day-row">
                            <span>
                                <Link to={`/cars/${car.id}`}>{car.title}</Link>
                                <small>
                                    <PlateText value={car.plate} /> {t(`Gearbox.${car.gearbox}`)}
                                </small>
                            </span>
                            <Lane
                                id={`car:${car.id}`}
                                name={car.title}
                                plan={plan}
                                drives={shown.filter((one) => one.car_id === car.id)}
                                moves={moves}
                                onFree={may("showroom.test_drive_book") ? book(car.id) : undefined}
                                label={t("ui.showroom.press_to_book")}
                            />
                        </div>
                    ))}
                {by === "consultants" &&
                    plan.consultants.map((person) => (
                        <div key={person.id} className="fc-day-row">
                            <span>{person.name}</span>
                            <Lane
                                id={`person:${person.id}`}
                                name={person.name}
                                plan={plan}
                                drives={shown.filter((one) => one.consultant_id === person.id)}
                                moves={moves}
                                label=""
                            />
                        </div>
                    ))}
                {by === "cars" && plan.cars.length === 0 && (
                    <EmptyState
                        title={t("ui.showroom.no_demo_cars")}
                        text={t("ui.showroom.no_demo_cars_text")}
                    />
                )}
            </div>
        </DndContext>
    );
}
