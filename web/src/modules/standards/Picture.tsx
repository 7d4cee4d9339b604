import { useTranslation } from "react-i18next";
import { useIsPhone } from "@/kit";
import type { MapStep, ProcessMap } from "./types";
import { inWords, roleWords, spanWords } from "./wording";

type Shape = ProcessMap["picture"]["shapes"][number];
type Flow = ProcessMap["picture"]["flows"][number];

/** How wide a text stands: a hanzi takes two columns. */
function columnsOf(text: string): number {
    let used = 0;
    for (const char of text) used += char.charCodeAt(0) > 255 ? 2 : 1;
    return used;
}

/** Cuts a text to so many columns. */
function cut(text: string, columns: number): string {
    if (columnsOf(text) <= columns) return text;
    let end = text.length;
    while (columnsOf(text.slice(0, end)) >= columns) end--;
    return `${text.slice(0, end)}…`;
}

interface LineProps {
    x: number;
    y: number;
    className: string;
    columns: number;
    text: string;
}

/** A line in a step's box: what is a little too long is set closer, only what is far too long is cut. */
function Line({ x, y, className, columns, text }: LineProps) {
    const shown = cut(text, Math.floor(columns * 1.3));
    const squeezed = columnsOf(shown) > columns + 1;
    return (
        <text
            x={x}
            y={y}
            className={className}
            textLength={squeezed ? lineWidth : undefined}
            lengthAdjust={squeezed ? "spacingAndGlyphs" : undefined}
        >
            {shown}
        </text>
    );
}

/** Between the sides of a step's box. */
const lineWidth = 112;

/** A line with rounded corners through the points. */
function pathOf(flow: Flow): string {
    const points = flow.points;
    const parts = [`M${points[0]!.x} ${points[0]!.y}`];
    for (let i = 1; i < points.length - 1; i++) {
        const [a, b, c] = [points[i - 1]!, points[i]!, points[i + 1]!];
        const r = Math.min(8, Math.hypot(b.x - a.x, b.y - a.y) / 2, Math.hypot(c.x - b.x, c.y - b.y) / 2);
        const before = { x: b.x - Math.sign(b.x - a.x) * r, y: b.y - Math.sign(b.y - a.y) * r };
        const behind = { x: b.x + Math.sign(c.x - b.x) * r, y: b.y + Math.sign(c.y - b.y) * r };
        parts.push(`L${before.x} ${before.y}Q${b.x} ${b.y} ${behind.x} ${behind.y}`);
    }
    const last = points[points.length - 1]!;
    parts.push(`L${last.x} ${last.y}`);
    return parts.join("");
}

/** How warm a step is: late cases, then a median over the target. */
function heatOf(step: MapStep): "late" | "due" | "ok" | "mute" {
    if (step.late > 0) return "late";
    if (step.within_s && step.median_s && step.median_s > step.within_s) return "due";
    return step.reached > 0 ? "ok" : "mute";
}

function target(step: MapStep): string {
    if (step.within_s && step.not_before_s)
        return `${spanWords(step.not_before_s)} – ${spanWords(step.within_s)}`;
    const upper = step.within_s ? `≤ ${spanWords(step.within_s)}` : "";
    const lower = step.not_before_s ? `≥ ${spanWords(step.not_before_s)}` : "";
    return [lower, upper].filter(Boolean).join(" · ");
}

interface StepProps {
    shape: Shape;
    step: MapStep;
    onPress: (step: MapStep) => void;
}

function Badge({
    x,
    y,
    value,
    tone,
    label,
}: {
    x: number;
    y: number;
    value: number;
    tone: string;
    label: string;
}) {
    const width = 18 + String(value).length * 7;
    return (
        <g className={`st-badge ${tone}`}>
            <title>{`${label} ${value}`}</title>
            <rect x={x - width} y={y - 10} width={width} height={20} rx={10} />
            <text x={x - width / 2} y={y + 4} textAnchor="middle">
                {value}
            </text>
        </g>
    );
}

function Step({ shape, step, onPress }: StepProps) {
    const { t } = useTranslation();
    const { x, y, width, height } = shape;
    const aim = target(step);
    const roles = roleWords(step.roles) || t("ui.standards.anyone");
    const median = step.median_s !== null && step.median_s !== undefined ? spanWords(step.median_s) : "";
    return (
        <g
            className={`st-step ${heatOf(step)}`}
            role="button"
            tabIndex={0}
            aria-label={`${inWords(step.title)}, ${t("ui.standards.here")} ${step.standing}, ${t("ui.standards.late_short")} ${step.late}`}
            onClick={() => onPress(step)}
            onKeyDown={(event) => {
                if (event.key === "Enter" || event.key === " ") onPress(step);
            }}
        >
            <rect
                x={x}
                y={y}
                width={width}
                height={height}
                rx={10}
                strokeDasharray={step.optional ? "5 4" : undefined}
            />
            <title>{[inWords(step.title), roles, aim].filter(Boolean).join("\n")}</title>
            <Line x={x + 11} y={y + 23} className="st-step-name" columns={15} text={inWords(step.title)} />
            <Line x={x + 11} y={y + 40} className="st-step-soft" columns={17} text={roles} />
            <Line x={x + 11} y={y + 58} className="st-step-soft" columns={17} text={aim} />
            {median && (
                <Line
                    x={x + 11}
                    y={y + 75}
                    className="st-step-median"
                    columns={17}
                    text={t("ui.standards.median", { span: median })}
                />
            )}
            {step.standing > 0 && (
                <Badge
                    x={x + width - (step.late > 0 ? 34 : 6)}
                    y={y}
                    value={step.standing}
                    tone="standing"
                    label={t("ui.standards.here")}
                />
            )}
            {step.late > 0 && (
                <Badge
                    x={x + width - 2}
                    y={y}
                    value={step.late}
                    tone="late"
                    label={t("ui.standards.late_short")}
                />
            )}
        </g>
    );
}

function Sign({ shape }: { shape: Shape }) {
    const middle = { x: shape.x + shape.width / 2, y: shape.y + shape.height / 2 };
    const r = shape.width / 2;
    if (shape.kind === "join")
        return (
            <g className="st-sign">
                <path
                    d={`M${middle.x} ${shape.y}L${shape.x + shape.width} ${middle.y}L${middle.x} ${shape.y + shape.height}L${shape.x} ${middle.y}Z`}
                />
                <path
                    d={`M${middle.x - 6} ${middle.y}h12M${middle.x} ${middle.y - 6}v12`}
                    className="st-plus"
                />
            </g>
        );
    return (
        <g className={`st-sign ${shape.kind}`}>
            <circle cx={middle.x} cy={middle.y} r={r - 1} />
            {shape.kind === "finish" && <circle cx={middle.x} cy={middle.y} r={r - 6} className="inner" />}
        </g>
    );
}

/** The steps one below the other, where a drawing would be too small to read. */
function StepList({ map, onPress }: { map: ProcessMap; onPress: (step: MapStep) => void }) {
    const { t } = useTranslation();
    return (
        <ol className="st-list">
            {map.steps.map((step) => (
                <li key={step.milestone} className={heatOf(step)}>
                    <button type="button" onClick={() => onPress(step)}>
                        <span className="st-list-head">
                            <b>{inWords(step.title)}</b>
                            {step.standing > 0 && (
                                <span className="fc-count info">
                                    {t("ui.standards.here")} {step.standing}
                                </span>
                            )}
                            {step.late > 0 && (
                                <span className="fc-count late">
                                    {t("ui.standards.late_short")} {step.late}
                                </span>
                            )}
                        </span>
                        <small>
                            {[
                                roleWords(step.roles) || t("ui.standards.anyone"),
                                target(step),
                                step.median_s !== null && step.median_s !== undefined
                                    ? t("ui.standards.median", { span: spanWords(step.median_s) })
                                    : "",
                            ]
                                .filter(Boolean)
                                .join(" · ")}
                        </small>
                    </button>
                </li>
            ))}
        </ol>
    );
}

export interface PictureProps {
    map: ProcessMap;
    onPress: (step: MapStep) => void;
}

/** The process as it is drawn in BPMN, with who stands where, who is late, and how long it takes. */
export function Picture({ map, onPress }: PictureProps) {
    const phone = useIsPhone();
    if (phone) return <StepList map={map} onPress={onPress} />;
    const { picture } = map;
    return (
        <div className="st-picture">
            <svg
                viewBox={`0 0 ${picture.width} ${picture.height}`}
                style={{ minWidth: Math.min(picture.width, 900), maxWidth: picture.width }}
                aria-label={inWords(map.title)}
            >
                <defs>
                    <marker
                        id="st-arrow"
                        viewBox="0 0 8 8"
                        refX="7"
                        refY="4"
                        markerWidth="7"
                        markerHeight="7"
                        orient="auto"
                    >
                        <path d="M0 0 8 4 0 8Z" />
                    </marker>
                </defs>
                {picture.flows.map((flow) => (
                    <path key={flow.id} d={pathOf(flow)} className="st-flow" markerEnd="url(#st-arrow)" />
                ))}
                {picture.shapes.map((shape) => {
                    const step = map.steps.find((one) => one.milestone === shape.milestone);
                    return step ? (
                        <Step key={shape.id} shape={shape} step={step} onPress={onPress} />
                    ) : (
                        <Sign key={shape.id} shape={shape} />
                    );
                })}
            </svg>
        </div>
    );
}
