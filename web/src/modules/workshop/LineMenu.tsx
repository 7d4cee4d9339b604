import { MoreOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActionButton, ActionForm, type ActionFormProps } from "@/kit";
import { peopleOf } from "@/kit/people";
import type { OrderLine } from "./types";

interface Allowed {
    name: string;
    refused_because?: string | null;
}

/** How each action of a line starts: what it already knows of the line. */
function settingsOf(name: string, line: OrderLine): Partial<ActionFormProps> {
    switch (name) {
        case "workshop.assign_work":
            return {
                only: ["technician_id", "bay_id", "planned_start"],
                options: { technician_id: peopleOf("technician") },
                initial: {
                    technician_id: line.technician_id,
                    bay_id: line.bay_id,
                    planned_start: line.planned_start,
                },
            };
        case "workshop.clock_on":
        case "workshop.finish_outside_work":
            return { only: [] };
        case "workshop.issue_part":
            return { initial: { quantity: line.reserved } };
        case "workshop.return_part":
            return { initial: { quantity: line.issued }, danger: true };
        case "workshop.set_line_discount":
            return { initial: { discount: line.discount || undefined } };
        case "workshop.remove_line":
            return { danger: true };
        default:
            return {};
    }
}

/** Which action of the line is offered as a button; the others stand in its menu. */
function firstOf(line: OrderLine): string | undefined {
    if (line.kind === "part") return line.reserved > 0 ? "workshop.issue_part" : undefined;
    if (line.kind === "outside") return "workshop.finish_outside_work";
    if (line.state !== "approved" || line.work === "done" || line.work === "working") return undefined;
    return line.technician_id ? "workshop.clock_on" : "workshop.assign_work";
}

/** What can be done with one line of the plan. */
export function LineMenu({ line }: { line: OrderLine }) {
    const { t, i18n } = useTranslation();
    const [opened, setOpened] = useState<string>();
    const actions = (line.allowed_actions ?? []) as Allowed[];
    const wanted = firstOf(line);
    const first = actions.find((one) => one.name === wanted && !one.refused_because);
    const rest = actions.filter((one) => one !== first);
    const fixed = (name: string) =>
        /issue|return|clock_on/.test(name)
            ? { line_id: line.id }
            : { line_id: line.id, version: line.version };
    const reason = (code: string | null | undefined) =>
        code ? (i18n.exists(`refusal.${code}`) ? t(`refusal.${code}`) : code) : undefined;
    return (
        <span className="ws-line-actions">
            {first && (
                <ActionButton
                    action={first.name}
                    size="small"
                    fixed={fixed(first.name)}
                    {...settingsOf(first.name, line)}
                />
            )}
            {rest.length > 0 && (
                <Dropdown
                    trigger={["click"]}
                    placement="bottomRight"
                    menu={{
                        onClick: ({ key }) => setOpened(key),
                        items: rest.map((one) => ({
                            key: one.name,
                            disabled: !!one.refused_because,
                            danger: one.name === "workshop.remove_line",
                            label: (
                                <span className="fc-menu-action">
                                    {t(one.name)}
                                    {one.refused_because && <small>{reason(one.refused_because)}</small>}
                                </span>
                            ),
                        })),
                    }}
                >
                    <Button
                        size="small"
                        type="text"
                        icon={<MoreOutlined />}
                        aria-label={`${line.name}: ${t("ui.more_actions")}`}
                    />
                </Dropdown>
            )}
            {opened && (
                <ActionForm
                    open
                    onClose={() => setOpened(undefined)}
                    action={opened}
                    fixed={fixed(opened)}
                    {...settingsOf(opened, line)}
                />
            )}
        </span>
    );
}
