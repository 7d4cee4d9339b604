import { Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { useSession, useSignedIn } from "@/app/session";
import { ActionButton, Card, EmptyState, InstantText, ProblemView, useIsPhone, useView } from "@/kit";
import { Cases, type CasesOf } from "./Cases";
import { scoreText } from "./figures";
import { FigureCell, FigureTile, MonthSwitch, PaceNote, Rank, Scroll, useMonth } from "./parts";
import { type BoardPerson, type Cell, results, type TeamBoardAnswer, work } from "./types";

const columns = [...results, ...work];

function pick(cells: Cell[], measures: string[]): Cell[] {
    return measures.flatMap((measure) => cells.filter((cell) => cell.measure === measure));
}

type Open = (cell: Cell, user_id?: number, name?: string) => void;

function TeamTable({ board, open }: { board: TeamBoardAnswer; open: Open }) {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const people = board.people.filter((one) => one.cells.length > 0);
    const row = (name: string, cells: Cell[]) => (
        <tr key={name} className="fc-team-sum">
            <td />
            <th scope="row">{name}</th>
            <td />
            {pick(cells, columns).map((cell) => (
                <td key={cell.measure} className="right">
                    <FigureCell cell={cell} days={board.days} onOpen={() => open(cell)} />
                </td>
            ))}
        </tr>
    );
    return (
        <Scroll>
            <table className="fc-table fc-team-table" aria-label={t("nav.team")}>
                <thead>
                    <tr>
                        <th>{t("field.rank")}</th>
                        <th>{t("Role.sales")}</th>
                        <th className="right">{t("field.score_hundredths")}</th>
                        {columns.map((measure) => (
                            <th key={measure} className="right">
                                {t(`Measure.${measure}`)}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {people.map((one) => (
                        <tr key={one.user_id}>
                            <td>
                                <Rank rank={one.rank} />
                            </td>
                            <th scope="row">
                                <Link to={`/team/people/${one.user_id}?month=${board.month}`}>
                                    {one.name}
                                </Link>
                            </th>
                            <td className="right">
                                <button
                                    type="button"
                                    className="fc-link"
                                    onClick={() =>
                                        navigate(`/team/people/${one.user_id}?month=${board.month}`)
                                    }
                                >
                                    {scoreText(one.score_hundredths)}
                                </button>
                            </td>
                            {pick(one.cells, columns).map((cell) => (
                                <td key={cell.measure} className="right">
                                    <FigureCell
                                        cell={cell}
                                        days={board.days}
                                        onOpen={() => open(cell, one.user_id, one.name)}
                                    />
                                </td>
                            ))}
                        </tr>
                    ))}
                    {board.teams.map((team) => row(team.name, team.cells))}
                    {board.store.length > 0 && row(t("TargetScope.store"), board.store)}
                </tbody>
            </table>
        </Scroll>
    );
}

function PersonCard({ one, board, open }: { one: BoardPerson; board: TeamBoardAnswer; open: Open }) {
    return (
        <li className="fc-person-card">
            <header>
                <Rank rank={one.rank} />
                <Link to={`/team/people/${one.user_id}?month=${board.month}`}>{one.name}</Link>
                <span>{scoreText(one.score_hundredths)}</span>
            </header>
            <div>
                {pick(one.cells, [...results.slice(0, 4), "contacts_made", "test_drives"]).map((cell) => (
                    <FigureWithName key={cell.measure} cell={cell} board={board} open={open} one={one} />
                ))}
            </div>
        </li>
    );
}

function FigureWithName(props: { cell: Cell; board: TeamBoardAnswer; open: Open; one: BoardPerson }) {
    const { t } = useTranslation();
    const { cell, board, open, one } = props;
    return (
        <div>
            <small>{t(`Measure.${cell.measure}`)}</small>
            <FigureCell cell={cell} days={board.days} onOpen={() => open(cell, one.user_id, one.name)} />
        </div>
    );
}

/** Who stands where: everybody sees the ranking, and what it is made of on the own page. */
function Ranking({ board }: { board: TeamBoardAnswer }) {
    const { t } = useTranslation();
    const { user } = useSignedIn();
    return (
        <Card title={t("ui.people.ranking")} flush>
            <ol className="fc-ranking">
                {board.people.map((one) => (
                    <li key={one.user_id} className={one.user_id === user.id ? "me" : undefined}>
                        <Rank rank={one.rank} />
                        <span>{one.name}</span>
                        <b>{scoreText(one.score_hundredths)}</b>
                    </li>
                ))}
            </ol>
        </Card>
    );
}

/** The team's month: people by figures, with targets, pace and ranking. */
export default function TeamBoard() {
    const { t } = useTranslation();
    const { may } = useSession();
    const phone = useIsPhone();
    const [month, setMonth] = useMonth();
    const [cases, setCases] = useState<CasesOf>();
    const { data, error, refetch, isPlaceholderData } = useView(
        "people.team_board",
        { month },
        { also: ["leads", "deals", "delivery", "showroom", "care"] },
    );
    const board = data as TeamBoardAnswer | undefined;
    const open: Open = (cell, user_id, name) =>
        setCases({ measure: cell.measure, month: board?.month ?? month, user_id, name });
    if (error && !board) return <ProblemView problem={error} onRetry={() => refetch()} />;
    if (!board) return <Skeleton active className="fc-page" />;
    const everybody = may("people.team_read");
    const close = board.allowed_actions.find((one) => one.name === "people.close_month");
    const mine = board.people.find((one) => one.cells.length > 0);
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("nav.team")}</h1>
                <MonthSwitch month={month} onChange={setMonth} />
                {board.closed && !isPlaceholderData && (
                    <span className="fc-state ok">
                        {t("ui.people.closed_by", { name: board.closed_by })}{" "}
                        <InstantText value={board.closed_at} mode="clock" />
                    </span>
                )}
                <div className="fc-page-actions">
                    {!everybody && (
                        <Link to="/team/me">
                            <Button type="primary">{t("ui.people.my_month")}</Button>
                        </Link>
                    )}
                    {close && !close.refused_because && !isPlaceholderData && (
                        <ActionButton
                            action="people.close_month"
                            strong
                            fixed={{ month: board.month }}
                            confirm={t("ui.people.close_month_note")}
                        />
                    )}
                </div>
            </header>
            {isPlaceholderData ? (
                <Skeleton active />
            ) : board.people.length === 0 ? (
                <EmptyState title={t("ui.people.nobody")} />
            ) : (
                <div className="fc-team">
                    <div className="fc-figure-tiles">
                        {pick(everybody ? board.store : (mine?.cells ?? []), results).map((cell) => (
                            <FigureTile
                                key={cell.measure}
                                cell={cell}
                                days={board.days}
                                onOpen={() => open(cell, everybody ? undefined : mine?.user_id)}
                            />
                        ))}
                    </div>
                    <PaceNote days={board.days} />
                    {everybody && !phone && (
                        <Card title={t("ui.people.everybody")} flush>
                            <TeamTable board={board} open={open} />
                        </Card>
                    )}
                    {everybody && phone && (
                        <ul className="fc-person-cards">
                            {board.people.map((one) => (
                                <PersonCard key={one.user_id} one={one} board={board} open={open} />
                            ))}
                        </ul>
                    )}
                    {!everybody && <Ranking board={board} />}
                </div>
            )}
            <Cases of={cases} onClose={() => setCases(undefined)} />
        </div>
    );
}
