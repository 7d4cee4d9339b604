import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

/** What the store has written down for its people: its processes, and its checklists. */
export function StandardTabs({ at }: { at: "processes" | "lists" }) {
    const { t } = useTranslation();
    const navigate = useNavigate();
    return (
        <Segmented
            className="st-tabs"
            value={at}
            onChange={(value) => navigate(value === "lists" ? "/standards/lists" : "/standards")}
            options={[
                { value: "processes", label: t("ui.standards.processes_tab") },
                { value: "lists", label: t("ui.standards.lists_tab") },
            ]}
        />
    );
}
