import { Skeleton } from "antd";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { type FieldSpec, findView } from "@/api/contract";
import type { ViewAnswer } from "@/api/typed";
import { fieldLabel } from "@/words/i18n";
import { type AllowedAction, type AllowedActionConfig, AllowedActions } from "./AllowedActions";
import { Card } from "./Card";
import { FieldText } from "./FieldText";
import { ProblemView } from "./ProblemView";
import { StateTag } from "./StateTag";
import { Timeline } from "./Timeline";
import { useView } from "./useView";

// biome-ignore lint/suspicious/noExplicitAny: records differ by view
type AnyRecord = any;

/** A fact of the grid: a field's name, or a label with its own content. */
export type Fact<One = AnyRecord> =
    | string
    | {
          field?: string;
          label?: ReactNode;
          show?: (record: One) => ReactNode;
          wide?: boolean;
          /** Left out while the field is empty, instead of a dash. */
          whenSet?: boolean;
      };

export interface FactsProps {
    record: Record<string, unknown>;
    facts: Fact[];
    /** The fields' descriptions: of a view's answer or of one of its parts. */
    fields: FieldSpec[];
    view?: string;
}

/** Labels and values in a grid. */
export function Facts({ record, facts, fields, view }: FactsProps) {
    return (
        <dl className="fc-facts">
            {facts.map((fact, index) => {
                const own = typeof fact === "string" ? { field: fact } : fact;
                const spec = fields.find((one) => one.name === own.field);
                const shown =
                    "show" in own && own.show ? (
                        own.show(record)
                    ) : spec ? (
                        <FieldText spec={spec} value={record[spec.name]} record={record} />
                    ) : (
                        String(record[own.field ?? ""] ?? "—")
                    );
                if ("whenSet" in own && own.whenSet && !record[own.field ?? ""]) return null;
                // Nothing to say: a fact that only some records have.
                if (shown === null) return null;
                const label = ("label" in own && own.label) || fieldLabel(own.field ?? "", view);
                return (
                    <div key={own.field ?? index} className={"wide" in own && own.wide ? "wide" : undefined}>
                        <dt>{label}</dt>
                        <dd>{shown}</dd>
                    </div>
                );
            })}
        </dl>
    );
}

/** What the page's functions get: the answer, with the fields of its `head` beside the answer's own. */
export type RecordOf<Name extends string, Head extends string> = [Head] extends [never]
    ? ViewAnswer<Name>
    : Head extends keyof ViewAnswer<Name>
      ? ViewAnswer<Name> & ViewAnswer<Name>[Head]
      : ViewAnswer<Name>;

/** A fact of a record page, for lists of facts that stand alone. */
export type FactOf<Name extends string, Head extends string = never> = Fact<RecordOf<Name, Head>>;

export interface RecordPageProps<Name extends string, Head extends string = never> {
    /** "deals.record" */
    view: Name;
    params: Record<string, unknown>;
    /** The part of the answer that is the record itself ("deal"): its fields count as the answer's own. */
    head?: Head;
    /** Modules whose events change it too. */
    also?: string[];
    object: { type: string; id: number };
    title: (record: RecordOf<Name, Head>) => ReactNode;
    /** Small line above the title: the kind of record and its number. */
    kicker?: (record: RecordOf<Name, Head>) => ReactNode;
    /** Beside the title: clocks, tags. */
    beside?: (record: RecordOf<Name, Head>) => ReactNode;
    /** The state shown in the head; default: the record's `state`, if it has one. */
    state?: (record: RecordOf<Name, Head>) => { type: string; value: string } | undefined;
    /**
     * Default: every plain field but the id, version and state; an empty list for a page without the card.
     */
    facts?: Fact<RecordOf<Name, Head>>[];
    actions?: Record<string, AllowedActionConfig>;
    /** The action that should come next where it is not the first allowed one. */
    next?: (record: RecordOf<Name, Head>) => string | undefined;
    /** The strong button stands elsewhere on the page, or nothing waits to be done. */
    calm?: (record: RecordOf<Name, Head>) => boolean;
    /** Between head and facts: the standard's strip. */
    top?: (record: RecordOf<Name, Head>) => ReactNode;
    /** Related records and parts, below the facts. */
    children?: (record: RecordOf<Name, Head>) => ReactNode;
    /** Side column above the timeline. */
    side?: (record: RecordOf<Name, Head>) => ReactNode;
    /** Default true. */
    timeline?: boolean;
}

const notFacts = new Set(["id", "version", "state", "store_id"]);

function plainFacts(fields: FieldSpec[]): string[] {
    const names = new Set(fields.map((one) => one.name));
    return fields
        .filter((one) => !["list", "object", "any"].includes(one.kind) && !notFacts.has(one.name))
        .filter(
            (one) =>
                !(
                    one.kind !== "id" &&
                    /_name$/.test(one.name) &&
                    names.has(one.name.replace(/_name$/, "_id"))
                ),
        )
        .map((one) => one.name);
}

/** The page of one record: head with state and actions, facts, related parts, and what happened beside it. */
export function RecordPage<Name extends string, Head extends string = never>(
    props: RecordPageProps<Name, Head>,
) {
    const { t } = useTranslation();
    const { data, error, refetch } = useView(props.view, props.params, {
        also: props.also,
        keepsFormer: false,
    });
    const answer = data as AnyRecord;
    const record: AnyRecord = answer && props.head ? { ...answer[props.head], ...answer } : answer;
    const title = record ? props.title(record) : undefined;
    useEffect(() => {
        if (typeof title === "string") document.title = `${title} · ${t("ui.name")}`;
        return () => {
            document.title = t("ui.name");
        };
    }, [title, t]);
    if (!record)
        return error ? (
            <ProblemView problem={error} onRetry={() => refetch()} />
        ) : (
            <Skeleton active className="fc-page" />
        );
    const own = findView(props.view)?.fields ?? [];
    const fields = [...own, ...(own.find((one) => one.name === props.head)?.fields ?? [])];
    const stateSpec = fields.find((one) => one.name === "state" && one.kind === "enum");
    const state = props.state
        ? props.state(record)
        : stateSpec && { type: stateSpec.enum_type!, value: record.state as string };
    return (
        <div className="fc-page fc-record">
            <header className="fc-record-head">
                <div className="fc-record-title">
                    {props.kicker && <p className="fc-kicker">{props.kicker(record)}</p>}
                    <h1>
                        {title} {state && <StateTag type={state.type} value={state.value} large />}
                        {props.beside?.(record)}
                    </h1>
                </div>
                <AllowedActions
                    actions={record.allowed_actions as AllowedAction[]}
                    object={props.object}
                    version={record.version}
                    config={props.actions}
                    next={props.next?.(record)}
                    calm={props.calm?.(record)}
                />
            </header>
            {props.top?.(record)}
            <div
                className={props.timeline === false && !props.side ? "fc-record-body one" : "fc-record-body"}
            >
                <div className="fc-record-main">
                    {(!props.facts || props.facts.length > 0) && (
                        <Card title={t("ui.record.facts")}>
                            <Facts
                                record={record}
                                facts={(props.facts as Fact[]) ?? plainFacts(fields)}
                                fields={fields}
                                view={props.view}
                            />
                        </Card>
                    )}
                    {props.children?.(record)}
                </div>
                <div className="fc-record-side">
                    {props.side?.(record)}
                    {props.timeline !== false && (
                        <Card title={t("ui.record.timeline")}>
                            <Timeline object_type={props.object.type} object_id={props.object.id} />
                        </Card>
                    )}
                </div>
            </div>
        </div>
    );
}
