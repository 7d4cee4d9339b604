import "../standards.css";
import "./limits.css";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { type FieldSpec, findAction } from "@/api/contract";
import { useSession } from "@/app/session";
import { ActionButton, Card, FieldText, InstantText, type PastVersion, ProblemView, useView } from "@/kit";
import { fieldLabel } from "@/words/i18n";
import { StandardTabs } from "../StandardTabs";

/** The tables of the store's own numbers: each has a view of its name, and an action that sets it. */
const tables = [
    { module: "deals", name: "discount_limits" },
    { module: "leads", name: "lead_limits" },
    { module: "complaints", name: "complaint_limits" },
    { module: "consultation", name: "assistant_limits" },
    { module: "used_cars", name: "used_car_days" },
    { module: "customers", name: "reading_limits" },
];

type Values = Record<string, unknown>;
interface Shown extends Values {
    standing: { number: number; past: PastVersion[] };
    allowed_actions: { name: string }[];
    /** Of discounts: who may give something away at all. */
    roles?: string[];
}

/** The rows of a list of records as a small table. */
function Rows({ spec, rows, action }: { spec: FieldSpec; rows: Values[]; action: string }) {
    const fields = spec.item?.fields ?? [];
    return (
        <table className="fc-table st-limit-rows">
            <thead>
                <tr>
                    {fields.map((one) => (
                        <th key={one.name} scope="col" className={one.kind === "enum" ? undefined : "right"}>
                            {fieldLabel(one.name, action)}
                        </th>
                    ))}
                </tr>
            </thead>
            <tbody>
                {rows.map((row) => (
                    <tr key={String(row[fields[0]!.name])}>
                        {fields.map((one) => (
                            <td key={one.name} className={one.kind === "enum" ? undefined : "right"}>
                                <FieldText spec={one} value={row[one.name]} />
                            </td>
                        ))}
                    </tr>
                ))}
            </tbody>
        </table>
    );
}

/** The numbers themselves: those that stand alone as pairs, lists of records as tables. */
function Numbers({ action, shown }: { action: string; shown: Shown }) {
    const said = ["number", "reason", "valid_from"];
    const fields = (findAction(action)?.input ?? []).filter((one) => !said.includes(one.name));
    const alone = fields.filter((one) => one.item?.kind !== "object");
    return (
        <>
            {fields
                .filter((one) => one.item?.kind === "object")
                .map((one) => (
                    <Rows key={one.name} spec={one} rows={shown[one.name] as Values[]} action={action} />
                ))}
            {alone.length > 0 && (
                <dl className="st-limit-pairs">
                    {alone.map((one) => (
                        <div key={one.name}>
                            <dt>{fieldLabel(one.name, action)}</dt>
                            <dd>
                                <FieldText spec={one} value={shown[one.name]} />
                            </dd>
                        </div>
                    ))}
                </dl>
            )}
        </>
    );
}

function Past({ versions }: { versions: PastVersion[] }) {
    const { t } = useTranslation();
    if (versions.length === 0) return <p className="fc-soft st-limit-shipped">{t("ui.limits.as_shipped")}</p>;
    return (
        <details className="st-limit-past">
            <summary>
                {t("ui.standards.version", { number: versions[0]!.number })}
                {!versions[0]!.in_force && (
                    <span className="fc-state due">
                        <InstantText value={versions[0]!.valid_from} mode="clock" />{" "}
                        {t("ui.standards.begins")}
                    </span>
                )}
            </summary>
            <ol>
                {versions.map((one) => (
                    <li key={one.number}>
                        <b>{t("ui.standards.version", { number: one.number })}</b>
                        {one.in_force && <span className="fc-state ok">{t("ui.standards.in_force")}</span>}
                        <span>{one.reason || t("ui.standards.shipped")}</span>
                        {one.published_by && (
                            <small>
                                {one.published_by} · <InstantText value={one.valid_from} mode="clock" />{" "}
                                {t("ui.standards.begins")}
                            </small>
                        )}
                    </li>
                ))}
            </ol>
        </details>
    );
}

function Table({ module, name }: (typeof tables)[number]) {
    const { t } = useTranslation();
    const view = `${module}.${name}`;
    const action = `${module}.set_${name}`;
    const query = useView(view, {});
    const shown = query.data as unknown as Shown | undefined;
    const title = t(`limits.${name}`);
    if (query.error && !shown)
        return (
            <Card title={title}>
                <ProblemView problem={query.error} onRetry={() => query.refetch()} />
            </Card>
        );
    if (!shown)
        return (
            <Card title={title}>
                <Skeleton active />
            </Card>
        );
    const may = shown.allowed_actions.some((one) => one.name === action);
    const { standing, allowed_actions: _, ...numbers } = shown;
    return (
        <Card
            title={title}
            extra={
                may && (
                    <ActionButton
                        action={action}
                        label={t("ui.limits.change")}
                        size="small"
                        title={title}
                        submitLabel={t("ui.limits.set")}
                        fixed={{ number: standing.number }}
                        initial={numbers}
                        columns={1}
                        width={640}
                        options={{
                            "limits.role": (shown.roles ?? []).map((role) => ({
                                value: role,
                                label: t(`Role.${role}`),
                            })),
                        }}
                        help={{ valid_from: t("ui.limits.from_now") }}
                    />
                )
            }
        >
            <p className="fc-soft">{t(`limits.${name}.about`)}</p>
            <Numbers action={action} shown={shown} />
            <Past versions={standing.past} />
        </Card>
    );
}

/** Every number the store decides itself, with who changed it and why. */
export default function Limits() {
    const { t } = useTranslation();
    const { may } = useSession();
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("nav.standards")}</h1>
                <p className="fc-soft">{t("ui.limits.about")}</p>
            </header>
            <StandardTabs at="limits" />
            <div className="st-limits">
                {may("limits.read") && tables.map((one) => <Table key={one.name} {...one} />)}
            </div>
        </div>
    );
}
