import { Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MoneyText, useView } from "@/kit";
import type { Book, BookKind } from "./books";
import { addMonths, monthText, scoreText, thisMonth } from "./figures";
import { Scroll } from "./parts";

interface TrialAnswer {
    month: string;
    people: {
        user_id: number;
        name: string;
        score_before_hundredths?: number | null;
        score_after_hundredths?: number | null;
        commission_before: number;
        commission_after: number;
    }[];
    total_before: number;
    total_after: number;
}

/** What a draft would have made of a month that is known. */
export function Trial({ book, kind }: { book: Book; kind: BookKind }) {
    const { t } = useTranslation();
    const [month, setMonth] = useState(thisMonth());
    const { data } = useView("people.book_trial", { rule_book_id: book.rule_book_id, month });
    const trial = data as TrialAnswer | undefined;
    if (!trial) return null;
    return (
        <div className="fc-pad">
            <div className="fc-trial-head">
                <h3>{t("ui.people.trial")}</h3>
                <Segmented
                    size="small"
                    value={month}
                    onChange={setMonth}
                    options={[-2, -1, 0].map((back) => {
                        const value = addMonths(thisMonth(), back);
                        return { value, label: monthText(value) };
                    })}
                />
            </div>
            <Scroll>
                <table className="fc-table">
                    <thead>
                        <tr>
                            <th>{t("Role.sales")}</th>
                            {kind === "evaluation" && (
                                <th className="right">{t("field.score_before_hundredths")}</th>
                            )}
                            {kind === "evaluation" && (
                                <th className="right">{t("field.score_after_hundredths")}</th>
                            )}
                            <th className="right">{t("field.commission_before")}</th>
                            <th className="right">{t("field.commission_after")}</th>
                            <th className="right">{t("ui.people.difference")}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {trial.people.map((one) => (
                            <tr key={one.user_id}>
                                <td>{one.name}</td>
                                {kind === "evaluation" && (
                                    <td className="right">{scoreText(one.score_before_hundredths)}</td>
                                )}
                                {kind === "evaluation" && (
                                    <td className="right">{scoreText(one.score_after_hundredths)}</td>
                                )}
                                <td className="right">
                                    <MoneyText value={one.commission_before} />
                                </td>
                                <td className="right">
                                    <MoneyText value={one.commission_after} />
                                </td>
                                <td className="right">
                                    <MoneyText value={one.commission_after - one.commission_before} sign />
                                </td>
                            </tr>
                        ))}
                        <tr className="fc-team-sum">
                            <th scope="row">{t("field.whole")}</th>
                            {kind === "evaluation" && <td colSpan={2} />}
                            <td className="right">
                                <MoneyText value={trial.total_before} />
                            </td>
                            <td className="right">
                                <MoneyText value={trial.total_after} />
                            </td>
                            <td className="right">
                                <MoneyText value={trial.total_after - trial.total_before} sign />
                            </td>
                        </tr>
                    </tbody>
                </table>
            </Scroll>
        </div>
    );
}
