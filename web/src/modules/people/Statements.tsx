import { useTranslation } from "react-i18next";
import { ListPage } from "@/kit";
import { monthText, scoreText } from "./figures";
import "./people.css";

/** Commission statements: the own ones, or everybody's for those who lead and pay. */
export default function Statements() {
    const { t } = useTranslation();
    return (
        <ListPage
            view="people.statement_list"
            title={t("nav.statements")}
            sort="-shown_at"
            filters={["state", "month"]}
            rowLink={(row) => `/team/statements/${row.id}`}
            rowTone={(row) => ((row.open_disputes as number) > 0 ? "late" : undefined)}
            empty={{ title: t("ui.people.no_statements"), text: t("ui.people.no_statements_text") }}
            columns={[
                { field: "name", title: t("Role.sales") },
                { field: "month", show: (row) => monthText(row.month as string) },
                "state",
                "total",
                { field: "cars", title: t("Measure.cars_delivered") },
                {
                    field: "score_hundredths",
                    align: "right",
                    show: (row) => scoreText(row.score_hundredths as number | null),
                },
                {
                    field: "open_disputes",
                    show: (row) =>
                        (row.open_disputes as number) > 0 ? (
                            <span className="fc-state late">
                                {t("ui.people.open_disputes", { n: row.open_disputes })}
                            </span>
                        ) : (
                            <span className="fc-none">—</span>
                        ),
                },
                "number",
                { field: "issued_at", hideOnPhone: true },
            ]}
        />
    );
}
