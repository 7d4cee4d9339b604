import { CheckCircleFilled, ExclamationCircleFilled } from "@ant-design/icons";
import { Skeleton } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/app/session";
import { ActionButton, Card, ChecklistField, EmptyState, InstantText, peopleOf, useView } from "@/kit";
import { dateText, storeToday } from "@/words/format";
import { currentLanguage } from "@/words/i18n";
import "./rota.css";

interface Row {
    id: number;
    on_date: string;
    user_id: number;
    name: string;
    checked_at: string;
    checked_by: string;
    checklist_id: number;
    faults: number;
    note: string;
}
interface AppearanceAnswer {
    from_date: string;
    to_date: string;
    people: { user_id: number; name: string }[];
    shifts: { user_id: number; on_date: string; kind: string }[];
    rows: Row[];
}
interface Filled {
    items: { item: string; text: { zh: string; en: string }; verdict: string; note: string }[];
}

/** What was wrong, item by item. */
function Faults({ row }: { row: Row }) {
    const { t } = useTranslation();
    const { data } = useView("checklists.filled", { checklist_id: row.checklist_id });
    const faults = ((data as unknown as Filled | undefined)?.items ?? []).filter(
        (one) => one.verdict === "fault",
    );
    return (
        <ul className="rt-faults">
            {faults.map((one) => (
                <li key={one.item}>
                    {one.text[currentLanguage()] || one.text.zh}
                    {one.note && <small> {one.note}</small>}
                </li>
            ))}
            {row.note && <li className="fc-soft">{t("ui.reception.remark", { note: row.note })}</li>}
        </ul>
    );
}

/** Appearance and manners day by day: each person's own check before work, and the manager's during it. */
export default function Appearance() {
    const { t } = useTranslation();
    const { may } = useSession();
    const [chosen, setChosen] = useState<string>();
    const { data } = useView("reception.appearance", {});
    const answer = data as unknown as AppearanceAnswer | undefined;
    if (!answer) return <Skeleton active className="fc-page" />;
    const count = dayjs(answer.to_date).diff(answer.from_date, "day") + 1;
    const days = Array.from({ length: count }, (_, at) =>
        dayjs(answer.from_date).add(at, "day").format("YYYY-MM-DD"),
    );
    const today = storeToday();
    const of = (user: number, day: string) =>
        answer.rows.filter((one) => one.user_id === user && one.on_date === day);
    const shown = chosen
        ? answer.rows.filter((one) => `${one.user_id} ${one.on_date}` === chosen)
        : answer.rows.filter((one) => one.on_date === today);
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("view.reception.appearance")}</h1>
                {may("reception.rota_write") && (
                    <div className="fc-page-actions">
                        <ActionButton
                            action="reception.check_etiquette"
                            strong
                            width={720}
                            only={["user_id", "answers", "note"]}
                            options={{ user_id: peopleOf("sales") }}
                            render={{
                                answers: (props) => <ChecklistField {...props} checklist="etiquette" />,
                            }}
                            labels={{
                                answers: t("ui.reception.check_items"),
                                user_id: t("ui.reception.whom"),
                            }}
                        />
                    </div>
                )}
            </header>
            <Card title={t("ui.reception.last_days", { n: count })} flush>
                <div className="fc-table-wrap">
                    <table className="fc-table rt-matrix">
                        <thead>
                            <tr>
                                <th scope="col">{t("ui.reception.team")}</th>
                                {days.map((day) => (
                                    <th key={day} scope="col" className={day === today ? "today" : undefined}>
                                        {dayjs(day).format("D")}
                                    </th>
                                ))}
                                <th scope="col" className="right">
                                    {t("field.faults")}
                                </th>
                            </tr>
                        </thead>
                        <tbody>
                            {answer.people.map((person) => (
                                <tr key={person.user_id}>
                                    <th scope="row">{person.name}</th>
                                    {days.map((day) => {
                                        const checks = of(person.user_id, day);
                                        const faults = checks.reduce((sum, one) => sum + one.faults, 0);
                                        const at = `${person.user_id} ${day}`;
                                        if (checks.length === 0)
                                            return (
                                                <td key={day} className="none">
                                                    ·
                                                </td>
                                            );
                                        return (
                                            <td key={day}>
                                                <button
                                                    type="button"
                                                    aria-pressed={chosen === at}
                                                    aria-label={`${person.name} ${dateText(day)} ${faults}`}
                                                    className={faults > 0 ? "late" : "ok"}
                                                    onClick={() => setChosen(chosen === at ? undefined : at)}
                                                >
                                                    {faults > 0 ? faults : "✓"}
                                                </button>
                                            </td>
                                        );
                                    })}
                                    <td className="right">
                                        {answer.rows
                                            .filter((one) => one.user_id === person.user_id)
                                            .reduce((sum, one) => sum + one.faults, 0)}
                                    </td>
                                </tr>
                            ))}
                        </tbody>
                    </table>
                </div>
            </Card>
            <Card
                title={chosen ? t("ui.reception.that_day") : t("ui.reception.today")}
                count={shown.length}
                flush
                className="rt-looks"
            >
                {shown.length === 0 ? (
                    <EmptyState small title={t("ui.reception.not_checked")} />
                ) : (
                    <ul className="fc-tasks">
                        {shown.map((one) => (
                            <li key={one.id} className="fc-task">
                                {one.faults > 0 ? (
                                    <ExclamationCircleFilled className="fc-late-text" />
                                ) : (
                                    <CheckCircleFilled className="fc-yes" />
                                )}
                                <span className="fc-task-text">
                                    <span>
                                        {one.name} ·{" "}
                                        {one.checked_by
                                            ? t("ui.reception.checked_by", { name: one.checked_by })
                                            : t("ui.reception.self_check")}
                                    </span>
                                    <small>
                                        <InstantText value={one.checked_at} mode="clock" />
                                    </small>
                                    {(one.faults > 0 || one.note) && <Faults row={one} />}
                                </span>
                                {one.faults > 0 && (
                                    <span className="fc-state late">
                                        {t("ui.reception.faults_n", { n: one.faults })}
                                    </span>
                                )}
                            </li>
                        ))}
                    </ul>
                )}
            </Card>
        </div>
    );
}
