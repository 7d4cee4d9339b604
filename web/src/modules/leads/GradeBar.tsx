import { useTranslation } from "react-i18next";
import { StateTag, useView } from "@/kit";
import "./leads.css";

interface Overview {
    grades: { grade: string; leads: number; overdue: number }[];
}

const order = ["H", "A", "B", "C", "ungraded"];

export interface GradeBarProps {
    chosen?: string;
    onChoose: (grade: string | undefined) => void;
    consultant_id?: number;
}

/** How many open leads of each grade there are, and how many of them wait too long already. */
export function GradeBar({ chosen, onChoose, consultant_id }: GradeBarProps) {
    const { t } = useTranslation();
    const { data } = useView("leads.lead_overview", { consultant_id });
    const found = (data as Overview | undefined)?.grades ?? [];
    const grades = order.map(
        (grade) =>
            found.find((one) => one.grade === grade) ?? { grade, leads: data ? 0 : undefined, overdue: 0 },
    );
    return (
        <div className="fc-grades">
            {grades.map((one) => (
                <button
                    key={one.grade}
                    type="button"
                    aria-pressed={chosen === one.grade}
                    onClick={() => onChoose(chosen === one.grade ? undefined : one.grade)}
                >
                    <StateTag type="LeadGrade" value={one.grade} />
                    <b>{one.leads ?? "–"}</b>
                    {one.overdue > 0 && (
                        <small className="late">{t("ui.leads.overdue", { n: one.overdue })}</small>
                    )}
                </button>
            ))}
        </div>
    );
}
