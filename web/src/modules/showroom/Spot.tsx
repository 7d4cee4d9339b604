import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Place, step, withinPlan } from "./plan";

interface SpotProps {
    place: Place;
    chosen: boolean;
    onChoose: () => void;
    /** While the plan is arranged: the spot follows the pointer, arrow keys move it by a step. */
    onMove?: (x: number, y: number) => Promise<unknown>;
}

interface Drag {
    fromX: number;
    fromY: number;
    x: number;
    y: number;
    moved: boolean;
}

/** Pixels until a press is a move. */
const slack = 4;
/** Key presses in a row are saved as one move. */
const pause = 250;

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
    // Where it was put, until the plan says so itself.
    const [target, setTarget] = useState<{ x: number; y: number } | null>(null);
    const sentAt = useRef<number>(undefined);
    const button = useRef<HTMLButtonElement>(null);
    const at = drag ?? target ?? place;

    useEffect(() => {
        if (!target || !onMove) return;
        if (target.x === place.x && target.y === place.y) {
            setTarget(null);
            return;
        }
        // The answer to the last move is still on its way; the plan it brings sends this one.
        if (sentAt.current === place.version) return;
        const timer = setTimeout(async () => {
            sentAt.current = place.version;
            if ((await onMove(target.x, target.y)) === undefined) setTarget(null);
        }, pause);
        return () => clearTimeout(timer);
    }, [target, place, onMove]);

    const inside = (x: number, y: number) => {
        const spot = button.current;
        const plan = spot?.parentElement;
        return {
            x: withinPlan(x, spot?.offsetWidth, plan?.clientWidth),
            y: withinPlan(y, spot?.offsetHeight, plan?.clientHeight),
        };
    };
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
        const origin = target ?? place;
        const x = origin.x + (dx * 1000) / plan.clientWidth;
        const y = origin.y + (dy * 1000) / plan.clientHeight;
        setDrag({ ...drag, moved: true, ...inside(x, y) });
    };
    const drop = () => {
        if (drag?.moved) setTarget({ x: drag.x, y: drag.y });
        setDrag(null);
    };
    const press = (event: KeyboardEvent) => {
        const by = keys[event.key];
        if (!onMove || !by) return;
        event.preventDefault();
        setTarget(inside(at.x + by[0], at.y + by[1]));
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
