import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "./Card";
import { MoneyText } from "./MoneyText";
import { TableScroll } from "./TableScroll";

interface MonthSumsProps<One extends { month: string }, Name extends string> {
    title: ReactNode;
    /** The newest month first. */
    months: One[];
    /** Who it is about in that month: the insurer, the lender. */
    who: { title: string; of: (one: One) => string };
    /** What is counted, then sums of money, each with its heading. */
    columns: { name: Name; title: string; counts?: boolean }[];
}

/** Sums by month and company, to hold a statement against: the last three months, the others on demand. */
export function MonthSums<Name extends string, One extends { month: string } & Record<Name, number>>(
    props: MonthSumsProps<One, Name>,
) {
    const { t } = useTranslation();
    const [all, setAll] = useState(false);
    const newest = [...new Set(props.months.map((one) => one.month))].slice(0, 3);
    const shown = all ? props.months : props.months.filter((one) => newest.includes(one.month));
    if (props.months.length === 0) return null;
    return (
        <Card
            title={props.title}
            className="fc-month-sums"
            flush
            extra={
                props.months.length > shown.length && (
                    <Button size="small" onClick={() => setAll(true)}>
                        {t("ui.list.all_months")}
                    </Button>
                )
            }
        >
            <TableScroll>
                <table className="fc-table">
                    <thead>
                        <tr>
                            <th>{t("field.month")}</th>
                            <th>{props.who.title}</th>
                            {props.columns.map((one) => (
                                <th key={one.name} className="right">
                                    {one.title}
                                </th>
                            ))}
                        </tr>
                    </thead>
                    <tbody>
                        {shown.map((one) => (
                            <tr key={one.month + props.who.of(one)}>
                                <th scope="row">{one.month}</th>
                                <td>{props.who.of(one)}</td>
                                {props.columns.map(({ name, counts }) => (
                                    <td key={name} className="right">
                                        {counts ? one[name] : <MoneyText value={one[name]} />}
                                    </td>
                                ))}
                            </tr>
                        ))}
                    </tbody>
                </table>
            </TableScroll>
        </Card>
    );
}
