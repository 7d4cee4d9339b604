import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { Card, useView } from "@/kit";
import { scoreText } from "./figures";
import { FigureCell, FigureTile, Rank } from "./parts";
import type { TeamBoardAnswer } from "./types";

const tiles = ["orders", "cars_delivered", "revenue", "test_drives"];

/** The team's month at a glance: the store's pace, and who is where. */
export default function TeamMonth() {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const { data } = useView("people.team_board", {}, { also: ["leads", "deals", "delivery", "showroom"] });
    const board = data as TeamBoardAnswer | undefined;
    if (!board || board.people.length === 0) return null;
    return (
        <Card title={t("ui.people.team_month")} extra={<Link to="/team">{t("ui.people.details")}</Link>}>
            <div className="fc-figure-tiles small">
                {tiles.flatMap((measure) =>
                    board.store
                        .filter((cell) => cell.measure === measure)
                        .map((cell) => (
                            <FigureTile
                                key={measure}
                                cell={cell}
                                days={board.days}
                                onOpen={() => navigate("/team")}
                            />
                        )),
                )}
            </div>
            <ol className="fc-ranking">
                {board.people.slice(0, 5).map((one) => {
                    const orders = one.cells.find((cell) => cell.measure === "orders");
                    return (
                        <li key={one.user_id}>
                            <Rank rank={one.rank} />
                            <Link to={`/team/people/${one.user_id}`}>{one.name}</Link>
                            {orders && <FigureCell cell={orders} days={board.days} />}
                            <b>{scoreText(one.score_hundredths)}</b>
                        </li>
                    );
                })}
            </ol>
        </Card>
    );
}
