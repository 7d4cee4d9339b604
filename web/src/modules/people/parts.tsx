import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button, Tooltip } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { StateTag } from "@/kit";
import { addMonths, amountText, isMoney, monthText, shortMoney, thisMonth } from "./figures";
import { type Cell, type MonthDays, paceTone } from "./types";
import "./people.css";

/** The month of the page; it stands in the address, so that a link shows the same. */
export function useMonth(): [string, (month: string) => void] {
    const [search, setSearch] = useSearchParams();
    const set = (month: string) =>
        setSearch(
            (before) => {
                const next = new URLSearchParams(before);
                if (month === thisMonth()) next.delete("month");
                else next.set("month", month);
                return next;
            },
            { replace: true },
        );
    return [search.get("month") ?? thisMonth(), set];
}

export function MonthSwitch({ month, onChange }: { month: string; onChange: (month: string) => void }) {
    const { t } = useTranslation();
    return (
        <span className="fc-month-switch">
            <Button
                icon={<LeftOutlined />}
                aria-label={t("ui.people.month_before")}
                onClick={() => onChange(addMonths(month, -1))}
            />
            <b>{monthText(month)}</b>
            <Button
                icon={<RightOutlined />}
                aria-label={t("ui.people.month_after")}
                onClick={() => onChange(addMonths(month, 1))}
            />
        </span>
    );
}

/** What is needed on each day left, as a short sentence. */
function neededText(cell: Cell): string | undefined {
    const thousandths = cell.needed_per_day_thousandths;
    if (thousandths === null || thousandths === undefined) return undefined;
    return isMoney(cell.measure) ? shortMoney(thousandths / 1000) : (thousandths / 1000).toFixed(1);
}

/** How far: the bar is what was reached of the target, the tick how much of the month has gone. */
export function TargetBar({ cell, days }: { cell: Cell; days: MonthDays }) {
    const { t } = useTranslation();
    if (!cell.target) return null;
    const reached = Math.max(0, Math.min(100, (cell.actual / cell.target) * 100));
    const gone = days.total > 0 ? (days.gone / days.total) * 100 : 0;
    return (
        <span
            className={`fc-target-bar ${paceTone[cell.pace]}`}
            role="img"
            aria-label={`${Math.round(reached)}% · ${t(`Pace.${cell.pace}`)}`}
        >
            <i style={{ width: `${reached}%` }} />
            {days.left > 0 && <em style={{ left: `${gone}%` }} />}
        </span>
    );
}

/** A figure in a table: amount, target, bar; a press shows the cases behind it. */
export function FigureCell({ cell, days, onOpen }: { cell: Cell; days: MonthDays; onOpen?: () => void }) {
    const { t } = useTranslation();
    const needed = neededText(cell);
    const hint = [
        t(`Pace.${cell.pace}`),
        t("ui.people.forecast_of", { amount: amountText(cell.measure, cell.forecast) }),
        needed && t("ui.people.needed", { amount: needed }),
    ]
        .filter(Boolean)
        .join(" · ");
    return (
        <Tooltip title={hint}>
            <button
                type="button"
                className="fc-amount-cell"
                onClick={onOpen}
                aria-label={`${t(`Measure.${cell.measure}`)} ${cell.actual}`}
            >
                <span>
                    <b>{amountText(cell.measure, cell.actual)}</b>
                    {cell.target !== null && cell.target !== undefined && (
                        <small> / {amountText(cell.measure, cell.target)}</small>
                    )}
                </span>
                <TargetBar cell={cell} days={days} />
            </button>
        </Tooltip>
    );
}

/** A figure on a tile: where it stands, where it is going, what it takes. */
export function FigureTile({ cell, days, onOpen }: { cell: Cell; days: MonthDays; onOpen?: () => void }) {
    const { t } = useTranslation();
    const needed = neededText(cell);
    const has_target = cell.target !== null && cell.target !== undefined;
    return (
        <button type="button" className="fc-figure-tile" onClick={onOpen}>
            <span className="fc-figure-head">
                {t(`Measure.${cell.measure}`)}
                {has_target && <StateTag type="Pace" value={cell.pace} tone={paceTone[cell.pace]} />}
            </span>
            <span className="fc-figure-main">
                <b>{amountText(cell.measure, cell.actual)}</b>
                {has_target && <small>/ {amountText(cell.measure, cell.target!)}</small>}
            </span>
            <TargetBar cell={cell} days={days} />
            <small>
                {days.left > 0
                    ? t("ui.people.forecast_of", { amount: amountText(cell.measure, cell.forecast) })
                    : t("ui.people.month_over")}
                {needed && ` · ${t("ui.people.needed", { amount: needed })}`}
            </small>
        </button>
    );
}

/** Gone and left of the month, and how a forecast comes about. */
export function PaceNote({ days }: { days: MonthDays }) {
    const { t } = useTranslation();
    return (
        <p className="fc-soft fc-pace-note">
            {t("ui.people.pace_note", { gone: days.gone, left: days.left, total: days.total })}
        </p>
    );
}

export function Rank({ rank }: { rank?: number | null }) {
    if (!rank) return <span className="fc-rank none">—</span>;
    return <span className={`fc-rank${rank <= 3 ? ` top${rank}` : ""}`}>{rank}</span>;
}

/** A table that may be wider than the page: it can be scrolled, by keyboard too. */
export function Scroll({ children }: { children: ReactNode }) {
    return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <div className="fc-table-wrap" tabIndex={0}>
            {children}
        </div>
    );
}
