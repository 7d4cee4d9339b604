import { Alert, Button, Form } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type FieldSpec, findAction } from "@/api/contract";
import { type FieldProblem, namePath, type Problem } from "@/api/problem";
import { fieldLabel } from "@/words/i18n";
import { FieldInput, type FieldInputProps, isWide } from "./fields/Field";
import { ListRows } from "./fields/ListRows";
import type { OptionSource } from "./fields/ObjectPicker";
import { inputOf, startValues } from "./formValues";
import { fieldSentences, problemTitle } from "./ProblemView";
import { uploadsSettled } from "./uploads";
import { useAction } from "./useAction";
import { useIsPhone } from "./useWidth";

export type Values = Record<string, unknown>;

export interface ActionFieldsProps {
    /** "deals.approve_quote" */
    action: string;
    /** Sent as they are and not shown: the record's id and version. */
    fixed?: Values;
    /** What the fields start with. */
    initial?: Values;
    /** Neither shown nor sent. */
    hide?: string[];
    /** Only these are shown, in this order; the others as if in `hide`. */
    only?: string[];
    /** Choices of a field; nested ones by path: "lines.part_id". */
    options?: Record<string, OptionSource>;
    /** Rows of a list may stay unfinished: `toInput` leaves them out. */
    unfinishedRows?: boolean;
    /** Own input of a field: gets value and onChange. */
    render?: Record<string, (props: FieldInputProps) => ReactNode>;
    labels?: Record<string, ReactNode>;
    /** A line of explanation under a field. */
    help?: Record<string, ReactNode>;
    /** Fields side by side; default 2 when there are more than four, 1 on a phone. */
    columns?: 1 | 2;
    /** Above the fields. */
    before?: ReactNode;
    /** Below the fields; gets the present values, for sums and previews. */
    after?: ReactNode | ((values: Values) => ReactNode);
    /** Last change to what is sent. */
    toInput?: (input: Values) => Values;
    // biome-ignore lint/suspicious/noExplicitAny: differs by action
    onDone?: (answer: any, input: Values) => void;
}

interface InsideProps extends ActionFieldsProps {
    formId?: string;
    onRunning?: (running: boolean) => void;
    onTouched?: (touched: boolean) => void;
    /** Buttons under the form; without it the surrounding panel has them. */
    footer?: (running: boolean) => ReactNode;
    autoFocus?: boolean;
}

/** The fields of an action a person fills in, after `fixed`, `hide` and `only`. */
export function visibleFields(
    props: Pick<ActionFieldsProps, "action" | "fixed" | "hide" | "only">,
): FieldSpec[] {
    const all = findAction(props.action)?.input ?? [];
    const open = all.filter((one) => !(one.name in (props.fixed ?? {})) && !props.hide?.includes(one.name));
    if (!props.only) return open;
    return props.only.flatMap((name) => open.find((one) => one.name === name) ?? []);
}

function OneField({ spec, props, first }: { spec: FieldSpec; props: ActionFieldsProps; first: boolean }) {
    const { t } = useTranslation();
    const label = props.labels?.[spec.name] ?? fieldLabel(spec.name, props.action);
    const own = props.render?.[spec.name];
    const common = { spec, source: props.options?.[spec.name], label };
    const shape = spec.kind === "list" && spec.item?.kind === "object" && !own ? "rows" : spec.kind;
    const className = isWide(spec) ? "fc-span" : undefined;
    if (
        shape === "rows" &&
        !["view", "x", "y", "kind"].every((n) => spec.item!.fields!.some((f) => f.name === n))
    )
        return (
            <ListRows
                className={className}
                spec={spec}
                label={label}
                action={props.action}
                options={props.options}
                mayBeUnfinished={props.unfinishedRows}
            />
        );
    if (shape === "object" && !own)
        return (
            <fieldset className="fc-group fc-span">
                <legend>{label}</legend>
                <div className="fc-fields two">
                    {spec.fields?.map((inner) => (
                        <Form.Item
                            key={inner.name}
                            name={[spec.name, inner.name]}
                            label={inner.kind === "flag" ? undefined : fieldLabel(inner.name, props.action)}
                            className={isWide(inner) ? "fc-span" : undefined}
                        >
                            <FieldInput
                                spec={inner}
                                label={fieldLabel(inner.name, props.action)}
                                source={props.options?.[`${spec.name}.${inner.name}`]}
                            />
                        </Form.Item>
                    ))}
                </div>
            </fieldset>
        );
    return (
        <Form.Item
            name={spec.name}
            className={className}
            label={
                spec.kind === "flag" ? undefined : (
                    <span>
                        {label}
                        {!spec.required && !spec.may_be_empty && (
                            <span className="fc-optional">{t("ui.form.optional")}</span>
                        )}
                    </span>
                )
            }
            extra={props.help?.[spec.name]}
            rules={[
                {
                    required: spec.required && spec.kind !== "flag" && spec.kind !== "list",
                    // The key alone makes the rule one for texts, and a list or a number would fail it.
                    ...(spec.kind === "text" ? { whitespace: true } : {}),
                    message: t("ui.form.missing", { field: label }),
                },
            ]}
        >
            {own ? <Own draw={own} {...common} /> : <FieldInput {...common} autoFocus={first} />}
        </Form.Item>
    );
}

/** Carries value and onChange from the form into a `render` override. */
function Own({ draw, ...props }: FieldInputProps & { draw: (props: FieldInputProps) => ReactNode }) {
    return draw(props);
}

/** Sorts the server's wrong fields into those the form shows and sentences for above it. */
function placeErrors(problem: Problem, shown: FieldSpec[]) {
    const atFields: { name: (string | number)[]; errors: string[] }[] = [];
    const above: FieldProblem[] = [];
    for (const wrong of problem.errors) {
        const { path, message } = wrong;
        const name = namePath(path);
        if (shown.some((one) => one.name === name[0])) {
            const same = atFields.find((one) => one.name.join("/") === name.join("/"));
            if (same) same.errors.push(message);
            else atFields.push({ name, errors: [message] });
        } else above.push(wrong);
    }
    return { atFields, above };
}

/**
 * The form of an action without a window around it, for use inside a page; see `ActionForm` for the window.
 */
export function ActionFields(props: InsideProps) {
    const { t } = useTranslation();
    const [form] = Form.useForm<Values>();
    const phone = useIsPhone();
    const [above, setAbove] = useState<FieldProblem[]>([]);
    const [waiting, setWaiting] = useState(false);
    const values = Form.useWatch([], form) as Values | undefined;
    const fields = visibleFields(props);
    const { run, running, problem, clearProblem } = useAction(props.action, { showProblem: false });
    const top = useRef<HTMLDivElement>(null);
    const busy = running || waiting;
    const { onRunning } = props;
    useEffect(() => onRunning?.(busy), [busy, onRunning]);

    // biome-ignore lint/correctness/useExhaustiveDependencies: only a new problem places errors
    useEffect(() => {
        if (!problem) return setAbove([]);
        const placed = placeErrors(problem, fields);
        form.setFields(placed.atFields as Parameters<typeof form.setFields>[0]);
        setAbove(placed.above);
        const first = placed.atFields[0];
        if (first) form.scrollToField(first.name, { block: "center", focus: true });
        else top.current?.scrollIntoView({ block: "nearest" });
    }, [problem]);

    const finish = async (filled: Values) => {
        // Pictures are sent in the background; give them a moment so that the server knows them.
        setWaiting(true);
        await uploadsSettled();
        setWaiting(false);
        const own = inputOf(fields, filled);
        const input = { ...own, ...props.fixed };
        const sent = props.toInput ? props.toInput(input) : input;
        const answer = await run(sent);
        if (answer !== undefined) props.onDone?.(answer, sent);
    };
    const columns = props.columns ?? (fields.length > 4 ? 2 : 1);
    return (
        <Form
            id={props.formId}
            form={form}
            layout="vertical"
            size={phone ? "large" : "medium"}
            initialValues={startValues(fields, props.initial)}
            onFinish={finish}
            onValuesChange={() => {
                props.onTouched?.(true);
                if (problem) clearProblem();
            }}
            onKeyDown={(event) => {
                if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.submit();
            }}
            scrollToFirstError={{ block: "center", focus: true }}
            className="fc-form"
        >
            <div ref={top} />
            {problem && (problem.errors.length === 0 || above.length > 0) && (
                <Alert
                    type={problem.status === 409 ? "warning" : "error"}
                    showIcon
                    role="alert"
                    className="fc-form-problem"
                    title={problemTitle(problem)}
                    description={above.length > 0 ? fieldSentences(above) : undefined}
                />
            )}
            {props.before && <div className="fc-form-before">{props.before}</div>}
            <div className={columns === 2 ? "fc-fields two" : "fc-fields"}>
                {fields.map((spec, index) => (
                    <OneField
                        key={spec.name}
                        spec={spec}
                        props={props}
                        first={index === 0 && props.autoFocus !== false}
                    />
                ))}
            </div>
            {fields.length === 0 && !props.before && (
                <p className="fc-soft">{t("ui.form.nothing_to_fill")}</p>
            )}
            {typeof props.after === "function" ? props.after(values ?? {}) : props.after}
            {props.footer?.(busy)}
        </Form>
    );
}

export interface InlineActionFormProps extends ActionFieldsProps {
    submitLabel?: ReactNode;
    autoFocus?: boolean;
}

/** An action's form standing in the page with its own button. */
export function InlineActionForm({ submitLabel, ...props }: InlineActionFormProps) {
    const { t } = useTranslation();
    const [round, setRound] = useState(0);
    return (
        <ActionFields
            key={round}
            {...props}
            autoFocus={props.autoFocus ?? false}
            onDone={(answer, input) => {
                setRound((before) => before + 1);
                props.onDone?.(answer, input);
            }}
            footer={(running) => (
                <Button type="primary" htmlType="submit" loading={running}>
                    {submitLabel ?? t(props.action)}
                </Button>
            )}
        />
    );
}
