import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useSession } from "@/app/session";

/** What the store has written down for its people: its processes, its checklists, and its numbers. */
export function StandardTabs({ at }: { at: "processes" | "lists" | "limits" }) {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const { may } = useSession();
    return (
        <Segmented
            className="st-tabs"
            value={at}
            onChange={(value) => navigate(value === "processes" ? "/standards" : `/standards/${value}`)}
            options={[
                { value: "processes", label: t("ui.standards.processes_tab") },
                { value: "lists", label: t("ui.standards.lists_tab") },
                ...(may("limits.read") ? [{ value: "limits", label: t("ui.limits.tab") }] : []),
            ]}
        />
    );
}
