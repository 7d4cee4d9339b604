import {
    closestCorners,
    DndContext,
    type DragEndEvent,
    KeyboardSensor,
    PointerSensor,
    useDraggable,
    useDroppable,
    useSensor,
    useSensors,
} from "@dnd-kit/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Tone } from "@/app/module";
import { useDragWords } from "./dragWords";

export interface BoardColumn {
    key: string;
    title: ReactNode;
    tone?: Tone;
    /** Under the title: a sum, a limit. */
    note?: ReactNode;
}

export interface BoardProps<One> {
    columns: BoardColumn[];
    cards: One[];
    columnOf: (card: One) => string;
    keyOf: (card: One) => string | number;
    /** What a card shows; usually a link to its record. */
    show: (card: One) => ReactNode;
    tone?: (card: One) => "late" | "due" | "ok" | undefined;
    /** With it cards can be dragged (also by keyboard) to another column; the caller runs the action. */
    onMove?: (card: One, column: string) => void;
    /** May it be dropped there? Columns that may not are dimmed while dragging. */
    mayMove?: (card: One, column: string) => boolean;
}

function BoardCard<One>({ card, props }: { card: One; props: BoardProps<One> }) {
    const id = String(props.keyOf(card));
    const { setNodeRef, listeners, transform, isDragging } = useDraggable({
        id,
        disabled: !props.onMove,
        data: { card },
    });
    const moved = transform ? { transform: `translate(${transform.x}px, ${transform.y}px)` } : undefined;
    const grip = props.onMove ? { ...listeners, tabIndex: 0 } : {};
    return (
        <li
            ref={setNodeRef}
            style={moved}
            className={`fc-board-card ${props.tone?.(card) ?? ""}${isDragging ? " moving" : ""}`}
            {...grip}
        >
            {props.show(card)}
        </li>
    );
}

function Column<One>({ column, props }: { column: BoardColumn; props: BoardProps<One> }) {
    const { t } = useTranslation();
    const cards = props.cards.filter((card) => props.columnOf(card) === column.key);
    const { setNodeRef, isOver, active } = useDroppable({ id: column.key, data: { label: column.title } });
    const dragged = active?.data.current?.card as One | undefined;
    const closed = dragged !== undefined && props.mayMove?.(dragged, column.key) === false;
    return (
        <section
            ref={setNodeRef}
            className={`fc-board-column${isOver && !closed ? " over" : ""}${closed ? " closed" : ""}`}
        >
            <header>
                <span className={`fc-dot ${column.tone ?? "mute"}`} />
                <h2>{column.title}</h2>
                <span className="fc-count mute">{cards.length}</span>
                {column.note && <small>{column.note}</small>}
            </header>
            {cards.length === 0 ? (
                <p className="fc-soft">{t("ui.board.empty")}</p>
            ) : (
                <ul>
                    {cards.map((card) => (
                        <BoardCard key={props.keyOf(card)} card={card} props={props} />
                    ))}
                </ul>
            )}
        </section>
    );
}

/** Columns of cards: the stages of a work, each card where it stands now. */
export function Board<One>(props: BoardProps<One>) {
    const sensors = useSensors(
        useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
        useSensor(KeyboardSensor),
    );
    const drop = (event: DragEndEvent) => {
        const card = event.active.data.current?.card as One | undefined;
        const column = event.over?.id;
        if (!card || column === undefined || props.columnOf(card) === column) return;
        if (props.mayMove?.(card, String(column)) === false) return;
        props.onMove?.(card, String(column));
    };
    return (
        <DndContext
            accessibility={useDragWords()}
            sensors={sensors}
            collisionDetection={closestCorners}
            onDragEnd={drop}
        >
            <div className="fc-board">
                {props.columns.map((column) => (
                    <Column key={column.key} column={column} props={props} />
                ))}
            </div>
        </DndContext>
    );
}
