import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { Card, MoneyText, useView } from "@/kit";
import { scoreText } from "./figures";
import { FigureTile, Rank } from "./parts";
import type { PersonMonthAnswer } from "./types";

const shown = ["orders", "cars_delivered", "contacts_made", "test_drives"];

/** My month at a glance: what I should reach, where I stand, what it brings. */
export default function MyMonth() {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const { data } = useView("people.person_month", {}, { also: ["leads", "deals", "delivery", "showroom"] });
    const person = data as PersonMonthAnswer | undefined;
    if (!person) return null;
    return (
        <Card title={t("ui.people.my_month")} extra={<Link to="/team/me">{t("ui.people.details")}</Link>}>
            <p className="fc-my-month">
                <Rank rank={person.rank} />
                <span>
                    {person.rank
                        ? t("ui.people.rank_of", { rank: person.rank, ranked: person.ranked })
                        : t("ui.people.not_ranked")}
                    {person.score_hundredths != null &&
                        ` · ${t("ui.people.score", { score: scoreText(person.score_hundredths) })}`}
                </span>
                {person.has_rules && (
                    <span>
                        {t("ui.people.commission_now")} <MoneyText value={person.commission} />
                    </span>
                )}
            </p>
            <div className="fc-figure-tiles small">
                {shown.flatMap((measure) =>
                    person.cells
                        .filter((cell) => cell.measure === measure)
                        .map((cell) => (
                            <FigureTile
                                key={measure}
                                cell={cell}
                                days={person.days}
                                onOpen={() => navigate("/team/me")}
                            />
                        )),
                )}
            </div>
        </Card>
    );
}
