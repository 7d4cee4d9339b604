import { DeleteOutlined } from "@ant-design/icons";
import { Button, Segmented, Tooltip } from "antd";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CarBody, CarShape, type CarView, viewBox } from "./CarShapes";
import { PhotoField } from "./PhotoField";
import { pictureUrl } from "./uploads";

export const markKinds = ["scratch", "dent", "crack", "missing", "paint"] as const;
export type MarkKind = (typeof markKinds)[number];

/** A mark on the car; x and y in thousandths of the view, from its upper left. */
export interface CarMark {
    view: CarView;
    x: number;
    y: number;
    kind: MarkKind;
    photo?: string | null;
    note?: string | null;
}

export interface CarOutlineProps {
    marks: CarMark[];
    /** Without it the outline is only shown. */
    onChange?: (marks: CarMark[]) => void;
    body?: CarBody;
    /** Lets the person choose between sedan and SUV outline. */
    onBodyChange?: (body: CarBody) => void;
    /** Offer a photo for each mark (default true). */
    photos?: boolean;
}

const views: CarView[] = ["left", "top", "right"];

const glyphs: Record<MarkKind, ReactNode> = {
    scratch: <path d="M-3.500 3.500l5-7M0 4l4.500-6.500" />,
    dent: <path d="M-4-1.500a4.200 4.200 0 0 0 8 0M-2-1.800a2 2 0 0 0 4 0" />,
    crack: <path d="M-4-3l3.500 1.500L-1.500 1 2 .5 1 3.500 4 3" />,
    missing: <path d="M-3-3l6 6M3-3l-6 6" />,
    paint: <path d="M0-4.500c2 3 3.200 4.300 3.200 6a3.200 3.200 0 0 1-6.400 0c0-1.700 1.200-3 3.200-6z" />,
};

/** The sign of a kind of damage, for legends and lists. */
export function MarkGlyph({ kind }: { kind: MarkKind }) {
    return (
        <svg
            viewBox="-10 -10 20 20"
            width="20"
            height="20"
            className={`fc-mark-glyph ${kind}`}
            aria-hidden="true"
        >
            <circle r="9" />
            {glyphs[kind]}
        </svg>
    );
}

const clamp = (value: number) => Math.max(0, Math.min(1000, Math.round(value)));

interface ViewProps {
    view: CarView;
    body: CarBody;
    marks: CarMark[];
    chosen: number | undefined;
    onAdd?: (view: CarView, x: number, y: number) => void;
    onChoose: (index: number) => void;
    onKey?: (event: KeyboardEvent, index: number) => void;
}

function OneView({ view, body, marks, chosen, onAdd, onChoose, onKey }: ViewProps) {
    const { t } = useTranslation();
    const { width, height } = viewBox[view];
    const add = (event: MouseEvent<SVGSVGElement>) => {
        const box = event.currentTarget.getBoundingClientRect();
        onAdd?.(
            view,
            clamp(((event.clientX - box.left) / box.width) * 1000),
            clamp(((event.clientY - box.top) / box.height) * 1000),
        );
    };
    const label = t(`ui.car.${view}`);
    return (
        <figure className={`fc-car-view ${view}`}>
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the button below adds a mark by keyboard */}
            <svg
                viewBox={`0 0 ${width} ${height}`}
                className={onAdd ? "fc-car edit" : "fc-car"}
                onClick={add}
                role="group"
                aria-label={label}
            >
                <title>{label}</title>
                <CarShape body={body} view={view} />
                {marks.map((mark, index) =>
                    mark.view !== view ? null : (
                        <g
                            key={index}
                            role="button"
                            tabIndex={0}
                            aria-label={`${index + 1} ${t(`ui.car.kind.${mark.kind}`)}`}
                            aria-pressed={chosen === index}
                            className={`fc-car-mark ${mark.kind}${chosen === index ? " chosen" : ""}`}
                            transform={`translate(${(mark.x / 1000) * width} ${(mark.y / 1000) * height})`}
                            onClick={(event) => {
                                event.stopPropagation();
                                onChoose(index);
                            }}
                            onKeyDown={(event) => onKey?.(event, index)}
                        >
                            <circle r="15" className="reach" />
                            <circle r="9" className="spot" />
                            {glyphs[mark.kind]}
                        </g>
                    ),
                )}
            </svg>
            <figcaption>
                {label}
                {onAdd && (
                    <button type="button" className="fc-car-add" onClick={() => onAdd(view, 500, 500)}>
                        {t("ui.car.add")}
                    </button>
                )}
            </figcaption>
        </figure>
    );
}

function MarkRow({
    mark,
    index,
    chosen,
    photos,
    onChoose,
    onChange,
    onRemove,
}: {
    mark: CarMark;
    index: number;
    chosen: boolean;
    photos: boolean;
    onChoose: () => void;
    onChange?: (mark: CarMark) => void;
    onRemove?: () => void;
}) {
    const { t } = useTranslation();
    return (
        <li className={chosen ? "fc-mark-row chosen" : "fc-mark-row"}>
            <button type="button" className="fc-mark-name" onClick={onChoose}>
                <MarkGlyph kind={mark.kind} />
                <span>
                    {index + 1} · {t(`ui.car.${mark.view}`)} {t(`ui.car.kind.${mark.kind}`)}
                </span>
                {mark.note && <small>{mark.note}</small>}
            </button>
            {onChange && photos && (
                <PhotoField value={mark.photo} onChange={(photo?: string) => onChange({ ...mark, photo })} />
            )}
            {!onChange && mark.photo && (
                <a href={pictureUrl(mark.photo)} target="_blank" rel="noreferrer">
                    <img src={pictureUrl(mark.photo)} alt={t("ui.photo.alt")} width={56} height={42} />
                </a>
            )}
            {onRemove && (
                <Tooltip title={t("ui.car.remove")}>
                    <Button
                        type="text"
                        icon={<DeleteOutlined />}
                        aria-label={t("ui.car.remove")}
                        onClick={onRemove}
                    />
                </Tooltip>
            )}
        </li>
    );
}

function KindBar({ kind, onPick }: { kind: MarkKind; onPick: (kind: MarkKind) => void }) {
    const { t } = useTranslation();
    return (
        <div className="fc-car-kinds" role="radiogroup" aria-label={t("ui.car.kinds")}>
            {markKinds.map((one) => (
                <button
                    key={one}
                    type="button"
                    role="radio"
                    aria-checked={one === kind}
                    className={one === kind ? "chosen" : ""}
                    onClick={() => onPick(one)}
                >
                    <MarkGlyph kind={one} /> {t(`ui.car.kind.${one}`)}
                </button>
            ))}
        </div>
    );
}

const arrows: Record<string, [number, number]> = {
    ArrowLeft: [-10, 0],
    ArrowRight: [10, 0],
    ArrowUp: [0, -20],
    ArrowDown: [0, 20],
};

/**
 * The car from both sides and above. Choose a kind of damage, tap where it is; a tap on a mark chooses it,
 * the arrow keys move it, Delete takes it away. Without `onChange` it only shows.
 */
export function CarOutline({
    marks,
    onChange,
    body = "sedan",
    onBodyChange,
    photos = true,
}: CarOutlineProps) {
    const { t } = useTranslation();
    const [kind, setKind] = useState<MarkKind>("scratch");
    const [chosen, setChosen] = useState<number>();
    const [ownBody, setOwnBody] = useState<CarBody>(body);
    const shownBody = onBodyChange ? body : ownBody;
    const change = (index: number, next: CarMark) =>
        onChange?.(marks.map((one, at) => (at === index ? next : one)));
    const remove = (index: number) => {
        setChosen(undefined);
        onChange?.(marks.filter((_, at) => at !== index));
    };
    const add = (view: CarView, x: number, y: number) => {
        onChange?.([...marks, { view, x, y, kind }]);
        setChosen(undefined);
    };
    const pick = (next: MarkKind) => {
        setKind(next);
        // A chosen mark takes the new kind: the first tap is often the wrong sort of damage.
        if (chosen !== undefined && marks[chosen]) change(chosen, { ...marks[chosen], kind: next });
    };
    const onKey = (event: KeyboardEvent, index: number) => {
        const mark = marks[index]!;
        const step = arrows[event.key];
        if (step) change(index, { ...mark, x: clamp(mark.x + step[0]), y: clamp(mark.y + step[1]) });
        else if (event.key === "Delete" || event.key === "Backspace") remove(index);
        else if (event.key === "Enter" || event.key === " ") setChosen(index);
        else return;
        event.preventDefault();
    };
    return (
        <div className="fc-car-outline">
            {onChange && (
                <div className="fc-car-bar">
                    <KindBar
                        kind={chosen !== undefined && marks[chosen] ? marks[chosen].kind : kind}
                        onPick={pick}
                    />
                    <Segmented<CarBody>
                        size="small"
                        value={shownBody}
                        aria-label={t("ui.car.body")}
                        onChange={(next) => {
                            setOwnBody(next);
                            onBodyChange?.(next);
                        }}
                        options={[
                            { value: "sedan", label: t("ui.car.sedan") },
                            { value: "suv", label: t("ui.car.suv") },
                        ]}
                    />
                </div>
            )}
            <div className="fc-car-views">
                {views.map((view) => (
                    <OneView
                        key={view}
                        view={view}
                        body={shownBody}
                        marks={marks}
                        chosen={chosen}
                        onAdd={onChange && (chosen === undefined ? add : () => setChosen(undefined))}
                        onChoose={(index) => setChosen(index === chosen ? undefined : index)}
                        onKey={onChange ? onKey : undefined}
                    />
                ))}
                <div className="fc-car-list">
                    {marks.length > 0 ? (
                        <ul className="fc-marks">
                            {marks.map((mark, index) => (
                                <MarkRow
                                    key={index}
                                    mark={mark}
                                    index={index}
                                    chosen={chosen === index}
                                    photos={photos}
                                    onChoose={() => setChosen(index === chosen ? undefined : index)}
                                    onChange={onChange && ((next) => change(index, next))}
                                    onRemove={onChange && (() => remove(index))}
                                />
                            ))}
                        </ul>
                    ) : (
                        <p className="fc-soft">{t(onChange ? "ui.car.hint" : "ui.car.no_marks")}</p>
                    )}
                </div>
            </div>
        </div>
    );
}
