import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SpanInput } from "./SpanInput";
import type { Milestone, ProcessRecord, Standard } from "./types";
import { eventWords, evidenceWords, inWords } from "./wording";

const staffRoles = [
    "gm",
    "sales_manager",
    "sales",
    "host",
    "cashier",
    "finance",
    "delivery",
    "advisor",
    "foreman",
    "technician",
    "inspector",
    "parts",
    "care",
    "hr",
    "facility",
    "admin",
];
const misses = ["block", "warn", "measure"] as const;

interface EditorProps {
    standard: Standard;
    record: ProcessRecord;
    onChange: (milestones: Milestone[]) => void;
}

function eventOptions(record: ProcessRecord, t: (key: string) => string) {
    const usual = new Set(record.usual_events);
    const option = (event: string) => ({ value: event, label: eventWords(event), event });
    return [
        { label: t("ui.standards.usual_events"), options: record.usual_events.map(option) },
        {
            label: t("ui.standards.other_events"),
            options: record.events.filter((event) => !usual.has(event)).map(option),
        },
    ];
}

interface RowProps extends EditorProps {
    one: Milestone;
    index: number;
    set: (change: Partial<Milestone>) => void;
    move: (by: number) => void;
    remove: () => void;
}

function Field({ label, children, wide }: { label: string; children: React.ReactNode; wide?: boolean }) {
    return (
        <div className={wide ? "st-field wide" : "st-field"}>
            <small>{label}</small>
            {children}
        </div>
    );
}

function Buttons({ one, index, move, remove, standard, open, onToggle }: RowProps & Toggle) {
    const { t } = useTranslation();
    const name = inWords(one.title);
    return (
        <span className="st-edit-buttons">
            <Button type="text" size="small" aria-expanded={open} onClick={onToggle}>
                {t(open ? "ui.standards.less" : "ui.standards.more")}
            </Button>
            <Button
                type="text"
                size="small"
                aria-label={`${t("ui.standards.up")} ${name}`}
                icon={<ArrowUpOutlined />}
                disabled={index === 0}
                onClick={() => move(-1)}
            />
            <Button
                type="text"
                size="small"
                aria-label={`${t("ui.standards.down")} ${name}`}
                icon={<ArrowDownOutlined />}
                disabled={index === standard.milestones.length - 1}
                onClick={() => move(1)}
            />
            <Button
                type="text"
                size="small"
                danger
                aria-label={`${t("ui.standards.remove")} ${name}`}
                icon={<DeleteOutlined />}
                onClick={remove}
            />
        </span>
    );
}

interface Toggle {
    open: boolean;
    onToggle: () => void;
}

function othersOf({ one, standard }: RowProps) {
    return standard.milestones
        .filter((other) => other.name !== one.name)
        .map((other) => ({ value: other.name, label: inWords(other.title) || other.name }));
}

/** What people change most, in one line: name, who, from when, how soon, and what a miss means. */
function Line(props: RowProps & Toggle) {
    const { one, index, set } = props;
    const { t } = useTranslation();
    return (
        <div className="st-edit-line">
            <span className="st-edit-number">{index + 1}</span>
            <Field label={t("field.milestone")}>
                <Input
                    aria-label={t("field.milestone")}
                    value={one.title.zh}
                    onChange={(event) => set({ title: { ...one.title, zh: event.target.value } })}
                />
            </Field>
            <Field label={t("field.roles")}>
                <Select
                    aria-label={t("field.roles")}
                    mode="multiple"
                    maxTagCount={1}
                    value={one.roles}
                    placeholder={t("ui.standards.anyone")}
                    popupMatchSelectWidth={180}
                    options={staffRoles.map((role) => ({ value: role, label: t(`Role.${role}`) }))}
                    onChange={(roles) => set({ roles: roles as Milestone["roles"] })}
                />
            </Field>
            <Field label={t("field.start_title")}>
                <Select
                    aria-label={t("field.start_title")}
                    allowClear
                    value={one.after ?? undefined}
                    placeholder="—"
                    popupMatchSelectWidth={180}
                    options={othersOf(props)}
                    onChange={(after) =>
                        set(
                            after
                                ? { after }
                                : { after: null, within_s: null, not_before_s: null, lifted_by: null },
                        )
                    }
                />
            </Field>
            <Field label={t("ui.standards.lower")}>
                <SpanInput
                    key={`low ${one.name}`}
                    label={t("ui.standards.lower")}
                    value={one.not_before_s}
                    onChange={(not_before_s) =>
                        set(not_before_s ? { not_before_s } : { not_before_s, lifted_by: null })
                    }
                />
            </Field>
            <Field label={t("ui.standards.upper")}>
                <SpanInput
                    key={`up ${one.name}`}
                    label={t("ui.standards.upper")}
                    value={one.within_s}
                    onChange={(within_s) => set({ within_s })}
                />
            </Field>
            <Field label={t("field.on_miss")}>
                <Select
                    aria-label={t("field.on_miss")}
                    value={one.on_miss}
                    options={misses.map((miss) => ({ value: miss, label: t(`OnMiss.${miss}`) }))}
                    onChange={(on_miss) => set({ on_miss })}
                />
            </Field>
            <Buttons {...props} />
        </div>
    );
}

/** The rest: which action reaches it, after what, with which proof. */
function Details(props: RowProps) {
    const { one, set, record } = props;
    const { t } = useTranslation();
    return (
        <div className="st-edit-fields">
            <Field label={t("field.event")} wide>
                <Select
                    aria-label={t("field.event")}
                    showSearch={{ optionFilterProp: "label" }}
                    value={one.event || undefined}
                    placeholder={t("ui.form.choose")}
                    popupMatchSelectWidth={360}
                    options={eventOptions(record, t)}
                    onChange={(event) => set({ event })}
                />
            </Field>
            <Field label={`${t("field.milestone")} (English)`} wide>
                <Input
                    aria-label={`${t("field.milestone")} English`}
                    value={one.title.en}
                    onChange={(event) => set({ title: { ...one.title, en: event.target.value } })}
                />
            </Field>
            <Field label={t("field.needs")} wide>
                <Select
                    aria-label={t("field.needs")}
                    mode="multiple"
                    value={one.needs}
                    placeholder="—"
                    options={othersOf(props)}
                    onChange={(needs) => set({ needs })}
                />
            </Field>
            <Field label={t("field.checklist")}>
                <Select
                    aria-label={t("field.checklist")}
                    allowClear
                    value={one.checklist ?? undefined}
                    placeholder="—"
                    popupMatchSelectWidth={false}
                    options={record.checklists.map((list) => ({
                        value: list.name,
                        label: inWords(list.title),
                    }))}
                    onChange={(checklist) => set({ checklist: checklist ?? null })}
                />
            </Field>
            <Field label={t("field.evidence")}>
                <Select
                    aria-label={t("field.evidence")}
                    mode="tags"
                    value={one.evidence}
                    placeholder="—"
                    options={["signature", "photos", "outcome", "words", "reason", "explained", "text"].map(
                        (member) => ({ value: member, label: evidenceWords(member) }),
                    )}
                    onChange={(evidence) => set({ evidence })}
                />
            </Field>
            {one.not_before_s && (
                <Field label={t("field.lifted_by")} wide>
                    <Select
                        aria-label={t("field.lifted_by")}
                        allowClear
                        showSearch={{ optionFilterProp: "label" }}
                        value={one.lifted_by ?? undefined}
                        placeholder="—"
                        popupMatchSelectWidth={360}
                        options={eventOptions(record, t)}
                        onChange={(lifted_by) => set({ lifted_by: lifted_by ?? null })}
                    />
                </Field>
            )}
            <div className="st-edit-flags">
                <Checkbox
                    checked={one.optional ?? false}
                    onChange={(event) => set({ optional: event.target.checked })}
                >
                    {t("ui.standards.optional")}
                </Checkbox>
                <Checkbox
                    checked={one.ends ?? false}
                    onChange={(event) => set({ ends: event.target.checked })}
                >
                    {t("field.ends")}
                </Checkbox>
            </div>
        </div>
    );
}

/** A name for a new milestone that no other has. */
export function freshName(milestones: Milestone[]): string {
    const names = new Set(milestones.map((one) => one.name));
    let n = milestones.length + 1;
    while (names.has(`step_${n}`)) n += 1;
    return `step_${n}`;
}

/** The milestones of a draft, each open for change. */
export function MilestoneEditor(props: EditorProps) {
    const { t } = useTranslation();
    const list = props.standard.milestones;
    const [opened, setOpened] = useState<string>();
    const moved = (from: number, by: number) => {
        const next = [...list];
        const [one] = next.splice(from, 1);
        next.splice(from + by, 0, one!);
        props.onChange(next);
    };
    return (
        <ol className="st-edit">
            {list.map((one, index) => {
                const row: RowProps = {
                    ...props,
                    one,
                    index,
                    set: (change) =>
                        props.onChange(
                            list.map((other, at) => (at === index ? { ...other, ...change } : other)),
                        ),
                    move: (by) => moved(index, by),
                    remove: () => props.onChange(list.filter((_, at) => at !== index)),
                };
                return (
                    <li key={one.name}>
                        <Line
                            {...row}
                            open={opened === one.name}
                            onToggle={() => setOpened(opened === one.name ? undefined : one.name)}
                        />
                        {opened === one.name && <Details {...row} />}
                    </li>
                );
            })}
            <li className="st-edit-add">
                <Button
                    block
                    type="dashed"
                    onClick={() => {
                        const name = freshName(list);
                        setOpened(name);
                        props.onChange([
                            ...list,
                            {
                                name,
                                title: { zh: "", en: "" },
                                event: "",
                                roles: [],
                                after: null,
                                within_s: null,
                                not_before_s: null,
                                lifted_by: null,
                                needs: list.length > 0 ? [list[list.length - 1]!.name] : [],
                                evidence: [],
                                checklist: null,
                                on_miss: "measure",
                                optional: false,
                                ends: false,
                            },
                        ]);
                    }}
                >
                    {t("ui.standards.add")}
                </Button>
            </li>
        </ol>
    );
}
