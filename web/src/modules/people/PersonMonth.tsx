import { Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useSession } from "@/app/session";
import { Card, MoneyText, ProblemView, useView } from "@/kit";
import { Cases, type CasesOf } from "./Cases";
import { figureText, percentText, scoreText } from "./figures";
import { FigureCell, FigureTile, MonthSwitch, PaceNote, Rank, Scroll, useMonth } from "./parts";
import { type PersonMonthAnswer, results, type ScoredLine, work } from "./types";

/** From the door to the key: how many, and how many of the leads that is. */
function Funnel({ person, open }: { person: PersonMonthAnswer; open: (measure: string) => void }) {
    const { t } = useTranslation();
    const steps = [
        "visitors_greeted",
        "leads_opened",
        "needs_asked",
        "test_drives",
        "quotes",
        "orders",
        "cars_delivered",
    ];
    const amount = (measure: string) => person.counts.find((one) => one.measure === measure)?.amount ?? 0;
    const most = Math.max(1, ...steps.map(amount));
    return (
        <ol className="fc-funnel">
            {steps.map((step, index) => {
                const before = index > 1 ? amount("leads_opened") : 0;
                return (
                    <li key={step}>
                        <button type="button" onClick={() => open(step)}>
                            <span>{t(`Measure.${step}`)}</span>
                            <i style={{ width: `${(Math.max(0, amount(step)) / most) * 100}%` }} />
                            <b>{amount(step)}</b>
                            <small>{before > 0 ? `${Math.round((amount(step) / before) * 100)}%` : ""}</small>
                        </button>
                    </li>
                );
            })}
        </ol>
    );
}

function lineSum(line: ScoredLine): string {
    return `${line.weight} × ${percentText(line.achievement_basis_points)}`;
}

/** The published formula with the own figures in it, line by line. */
function EvaluationTable({ person }: { person: PersonMonthAnswer }) {
    const { t } = useTranslation();
    const measured = person.evaluation.filter((line) => line.target != null && line.actual != null);
    const weights = measured.reduce((sum, line) => sum + line.weight, 0);
    return (
        <>
            <Scroll>
                <table className="fc-table">
                    <thead>
                        <tr>
                            <th>{t("field.figure")}</th>
                            <th className="right">{t("field.actual")}</th>
                            <th className="right">{t("field.target")}</th>
                            <th className="right">{t("field.achievement_basis_points")}</th>
                            <th className="right">{t("ui.people.weight_times")}</th>
                            <th className="right">{t("field.points_hundredths")}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {person.evaluation.map((line) => {
                            const counts = line.target != null && line.actual != null;
                            return (
                                <tr key={line.figure}>
                                    <td>
                                        {t(`Figure.${line.figure}`)}{" "}
                                        <small className="fc-soft">
                                            {t(`TargetSource.${line.source}`)} ·{" "}
                                            {t("ui.people.cap", { percent: line.cap_percent })}
                                        </small>
                                    </td>
                                    <td className="right">{figureText(line.figure, line.actual)}</td>
                                    <td className="right">{figureText(line.figure, line.target)}</td>
                                    <td className="right">
                                        {counts ? percentText(line.achievement_basis_points) : "—"}
                                    </td>
                                    <td className="right">
                                        {counts ? lineSum(line) : t("ui.people.not_measured")}
                                    </td>
                                    <td className="right">
                                        {counts ? scoreText(line.points_hundredths) : "—"}
                                    </td>
                                </tr>
                            );
                        })}
                        <tr className="fc-team-sum">
                            <th scope="row" colSpan={4}>
                                {t("ui.people.score_sum")}
                            </th>
                            <td className="right">
                                {weights < 100 && weights > 0 ? t("ui.people.over_weights", { weights }) : ""}
                            </td>
                            <td className="right">
                                <b>{scoreText(person.score_hundredths)}</b>
                            </td>
                        </tr>
                    </tbody>
                </table>
            </Scroll>
            <p className="fc-soft fc-pad">{t("ui.people.formula_note")}</p>
        </>
    );
}

function DayBars({ person }: { person: PersonMonthAnswer }) {
    const { t } = useTranslation();
    const days = new Date(Number(person.month.slice(0, 4)), Number(person.month.slice(5, 7)), 0).getDate();
    const of = (measure: string, day: number) =>
        person.by_day.find((one) => one.measure === measure && Number(one.day.slice(8)) === day)?.amount ?? 0;
    const most = Math.max(
        1,
        ...person.by_day.filter((one) => one.measure === "contacts_made").map((one) => one.amount),
    );
    const list = Array.from({ length: days }, (_, index) => index + 1);
    return (
        <div className="fc-day-bars" role="img" aria-label={t("ui.people.by_day")}>
            {list.map((day) => (
                <span key={day} title={`${day} · ${t("Measure.contacts_made")} ${of("contacts_made", day)}`}>
                    <em>
                        {of("orders", day) > 0 && <u className="order" />}
                        {of("cars_delivered", day) > 0 && <u className="car" />}
                    </em>
                    <i style={{ height: `${(of("contacts_made", day) / most) * 60}px` }} />
                    <small>{day % 5 === 0 || day === 1 ? day : ""}</small>
                </span>
            ))}
            <p>
                <i /> {t("Measure.contacts_made")} <u className="order" /> {t("Measure.orders")}{" "}
                <u className="car" /> {t("Measure.cars_delivered")}
            </p>
        </div>
    );
}

function Models({ person, open }: { person: PersonMonthAnswer; open: (measure: string) => void }) {
    const { t } = useTranslation();
    return (
        <Card title={t("ui.people.by_model")} flush>
            <table className="fc-table">
                <thead>
                    <tr>
                        <th>{t("field.model_id")}</th>
                        <th className="right">{t("Measure.orders")}</th>
                        <th className="right">{t("Measure.cars_delivered")}</th>
                    </tr>
                </thead>
                <tbody>
                    {person.models.map((one) => (
                        <tr key={one.model_id}>
                            <td className="text">{one.model_name}</td>
                            {one.cells.map((cell) => (
                                <td key={cell.measure} className="right">
                                    <FigureCell
                                        cell={cell}
                                        days={person.days}
                                        onOpen={() => open(cell.measure)}
                                    />
                                </td>
                            ))}
                        </tr>
                    ))}
                </tbody>
            </table>
        </Card>
    );
}

/**
 * A person's month: targets and pace, the way from lead to key, the formula with the own figures, the
 * commission.
 */
export default function PersonMonth() {
    const { t } = useTranslation();
    const { may } = useSession();
    const id = useParams().id;
    const [month, setMonth] = useMonth();
    const [cases, setCases] = useState<CasesOf>();
    const { data, error, refetch, isPlaceholderData } = useView(
        "people.person_month",
        { user_id: id ? Number(id) : undefined, month },
        { also: ["leads", "deals", "delivery", "showroom", "care"] },
    );
    const person = data as PersonMonthAnswer | undefined;
    if (error && !person) return <ProblemView problem={error} onRetry={() => refetch()} />;
    if (!person) return <Skeleton active className="fc-page" />;
    const open = (measure: string) =>
        setCases({ measure, month: person.month, user_id: person.user_id, name: person.name });
    const shown = [...results, ...work];
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{person.name}</h1>
                <MonthSwitch month={month} onChange={setMonth} />
                {!isPlaceholderData && (
                    <span className="fc-person-score">
                        <Rank rank={person.rank} />
                        {person.rank
                            ? t("ui.people.rank_of", { rank: person.rank, ranked: person.ranked })
                            : t("ui.people.not_ranked")}
                        {person.score_hundredths != null && (
                            <b>{t("ui.people.score", { score: scoreText(person.score_hundredths) })}</b>
                        )}
                    </span>
                )}
                <div className="fc-page-actions">
                    {may("people.own_read") && (
                        <Link to="/team">
                            <Button>{t("nav.team")}</Button>
                        </Link>
                    )}
                </div>
            </header>
            {isPlaceholderData ? (
                <Skeleton active />
            ) : (
                <div className="fc-team">
                    <div className="fc-figure-tiles">
                        {person.cells
                            .filter(
                                (cell) => shown.includes(cell.measure) && (cell.actual !== 0 || cell.target),
                            )
                            .map((cell) => (
                                <FigureTile
                                    key={cell.measure}
                                    cell={cell}
                                    days={person.days}
                                    onOpen={() => open(cell.measure)}
                                />
                            ))}
                    </div>
                    <PaceNote days={person.days} />
                    <div className="fc-person-cols">
                        <Card title={t("ui.people.funnel")}>
                            <Funnel person={person} open={open} />
                        </Card>
                        <Card
                            title={t("ui.people.commission_now")}
                            extra={
                                person.statement_id ? (
                                    <Link to={`/team/statements/${person.statement_id}`}>
                                        {t("object.commission_statement")}
                                    </Link>
                                ) : (
                                    <Link to="/team/rules?kind=commission">{t("BookKind.commission")}</Link>
                                )
                            }
                        >
                            <p className="fc-commission-now">
                                {person.has_rules ? (
                                    <MoneyText value={person.commission} strong />
                                ) : (
                                    t("ui.people.no_rules")
                                )}
                            </p>
                            <p className="fc-soft">
                                {person.statement_id
                                    ? t("ui.people.commission_of_statement")
                                    : t("ui.people.commission_note")}
                            </p>
                            <h3>{t("ui.people.by_day")}</h3>
                            <DayBars person={person} />
                        </Card>
                    </div>
                    {person.evaluation.length > 0 && (
                        <Card
                            title={t("ui.people.evaluation")}
                            extra={
                                <Link to="/team/rules">
                                    {t("ui.people.formula_number", { number: person.formula_number })}
                                </Link>
                            }
                            flush
                        >
                            <EvaluationTable person={person} />
                        </Card>
                    )}
                    {person.models.length > 0 && <Models person={person} open={open} />}
                </div>
            )}
            <Cases of={cases} onClose={() => setCases(undefined)} />
        </div>
    );
}
