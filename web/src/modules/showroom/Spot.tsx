import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Place } from "./plan";

interface SpotProps {
    place: Place;
    chosen: boolean;
    onChoose: () => void;
    /** While the plan is arranged: the spot follows the pointer, arrow keys move it by a step. */
    onMove?: (x: number, y: number) => void;
}

interface Drag {
    fromX: number;
    fromY: number;
    x: number;
    y: number;
    moved: boolean;
}

/** Of the plan's thousand: fine enough for a showroom, and spots line up by themselves. */
const step = 10;
/** Pixels until a press is a move. */
const slack = 4;

const onGrid = (value: number) => Math.min(1000, Math.max(0, Math.round(value / step) * step));

const keys: Record<string, [number, number]> = {
    ArrowLeft: [-step, 0],
    ArrowRight: [step, 0],
    ArrowUp: [0, -step],
    ArrowDown: [0, step],
};

function toneOf(place: Place): string {
    if (!place.car) return "empty";
    if (place.faults.length > 0) return "late";
    return place.checked_today ? "ok" : "due";
}

/** A place on the floor plan with the car that stands there. */
export function Spot({ place, chosen, onChoose, onMove }: SpotProps) {
    const { t } = useTranslation();
    const [drag, setDrag] = useState<Drag | null>(null);
    const [dropped, setDropped] = useState<{ x: number; y: number; version: number } | null>(null);
    const button = useRef<HTMLButtonElement>(null);
    // Where it was put, until the plan says so itself.
    const waits = dropped?.version === place.version ? dropped : null;
    const at = drag ?? waits ?? place;

    const start = (event: PointerEvent) => {
        if (!onMove || event.button !== 0) return;
        button.current?.setPointerCapture(event.pointerId);
        setDrag({ fromX: event.clientX, fromY: event.clientY, x: at.x, y: at.y, moved: false });
    };
    const follow = (event: PointerEvent) => {
        const plan = button.current?.parentElement;
        if (!drag || !plan) return;
        const [dx, dy] = [event.clientX - drag.fromX, event.clientY - drag.fromY];
        if (!drag.moved && Math.hypot(dx, dy) < slack) return;
        const origin = waits ?? place;
        setDrag({
            ...drag,
            moved: true,
            x: onGrid(origin.x + (dx * 1000) / plan.clientWidth),
            y: onGrid(origin.y + (dy * 1000) / plan.clientHeight),
        });
    };
    const put = (x: number, y: number) => {
        if (x === place.x && y === place.y) return;
        setDropped({ x, y, version: place.version });
        onMove?.(x, y);
    };
    const drop = () => {
        if (drag?.moved) put(drag.x, drag.y);
        setDrag(null);
    };
    const press = (event: KeyboardEvent) => {
        const by = keys[event.key];
        if (!onMove || !by) return;
        event.preventDefault();
        put(onGrid(at.x + by[0]), onGrid(at.y + by[1]));
    };
    return (
        <button
            ref={button}
            type="button"
            className={`fc-place ${toneOf(place)}${onMove ? " movable" : ""}${drag?.moved ? " moving" : ""}`}
            style={{ left: `${at.x / 10}%`, top: `${at.y / 10}%` }}
            aria-pressed={chosen}
            onClick={onChoose}
            onPointerDown={start}
            onPointerMove={follow}
            onPointerUp={drop}
            onPointerCancel={() => setDrag(null)}
            onKeyDown={press}
        >
            <small>{place.name}</small>
            <b>{place.car ? place.car.title : t("ui.display.empty")}</b>
            {place.car && (
                <small>
                    {place.car.colour}{" "}
                    {place.faults.length > 0
                        ? t("ui.display.faults", { n: place.faults.length })
                        : t(place.checked_today ? "ui.display.checked" : "ui.display.not_checked")}
                </small>
            )}
        </button>
    );
}
