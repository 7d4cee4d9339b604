import { useTranslation } from "react-i18next";
import { StateTag, useView } from "@/kit";
import "./leads.css";

interface Overview {
    grades: { grade: string; leads: number; overdue: number }[];
}

export interface GradeBarProps {
    chosen?: string;
    onChoose: (grade: string | undefined) => void;
    consultant_id?: number;
}

/** How many open leads of each grade there are, and how many of them wait too long already. */
export function GradeBar({ chosen, onChoose, consultant_id }: GradeBarProps) {
    const { t } = useTranslation();
    const { data } = useView("leads.lead_overview", { consultant_id });
    const grades = (data as Overview | undefined)?.grades ?? [];
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
                    <b>{one.leads}</b>
                    <small className={one.overdue > 0 ? "late" : undefined}>
                        {one.overdue > 0
                            ? t("ui.leads.overdue", { n: one.overdue })
                            : t("ui.leads.none_overdue")}
                    </small>
                </button>
            ))}
        </div>
    );
}
