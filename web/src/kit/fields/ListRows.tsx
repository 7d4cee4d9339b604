import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Form, Tooltip } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FieldSpec } from "@/api/contract";
import { fieldLabel } from "@/words/i18n";
import { startValues } from "../formValues";
import { FieldInput, isLongText, isWide } from "./Field";
import type { OptionSource } from "./ObjectPicker";

export interface ListRowsProps {
    spec: FieldSpec;
    label: ReactNode;
    action: string;
    options?: Record<string, OptionSource>;
    className?: string;
    /** Rows that are not filled in are no mistake. */
    mayBeUnfinished?: boolean;
}

/** How much of the row a field takes. */
function share(spec: FieldSpec): string {
    if (isLongText(spec) || spec.kind === "id" || spec.kind === "list") return "minmax(160px, 3fr)";
    if (spec.kind === "text" || spec.kind === "vin") return "minmax(120px, 2fr)";
    if (spec.kind === "integer" || spec.kind === "quantity" || spec.kind === "flag")
        return "minmax(72px, .8fr)";
    return "minmax(110px, 1.2fr)";
}

/** A list of records inside a form: one line each on a wide screen, one card each on a phone. */
export function ListRows({ spec, label, action, options, className, mayBeUnfinished }: ListRowsProps) {
    const { t } = useTranslation();
    const fields = spec.item?.fields ?? [];
    const inLine = fields.length <= 5 && !fields.some((one) => one.kind === "file" || one.kind === "object");
    const columns = { "--columns": `${fields.map(share).join(" ")} 34px` } as React.CSSProperties;
    return (
        <fieldset className={`fc-group ${className ?? ""}`}>
            <legend>{label}</legend>
            <Form.List name={spec.name}>
                {(rows, { add, remove }, { errors }) => (
                    <>
                        {inLine && rows.length > 0 && (
                            <div className="fc-row-head" style={columns}>
                                {fields.map((one) => (
                                    <span key={one.name}>{fieldLabel(one.name, action)}</span>
                                ))}
                            </div>
                        )}
                        {rows.map((row) => (
                            <div key={row.key} className={inLine ? "fc-row" : "fc-row card"} style={columns}>
                                {fields.map((one) => (
                                    <Form.Item
                                        key={one.name}
                                        name={[row.name, one.name]}
                                        label={one.kind === "flag" ? undefined : fieldLabel(one.name, action)}
                                        className={isWide(one) && !inLine ? "fc-span" : undefined}
                                        rules={[
                                            {
                                                required:
                                                    !mayBeUnfinished &&
                                                    one.required &&
                                                    one.kind !== "flag" &&
                                                    one.kind !== "list",
                                                message: t("ui.form.missing", {
                                                    field: fieldLabel(one.name, action),
                                                }),
                                            },
                                        ]}
                                    >
                                        <FieldInput
                                            spec={one}
                                            compact
                                            label={fieldLabel(one.name, action)}
                                            aria-label={fieldLabel(one.name, action)}
                                            source={options?.[`${spec.name}.${one.name}`]}
                                        />
                                    </Form.Item>
                                ))}
                                <Tooltip title={t("ui.form.remove_row")}>
                                    <Button
                                        type="text"
                                        icon={<DeleteOutlined />}
                                        aria-label={t("ui.form.remove_row")}
                                        onClick={() => remove(row.name)}
                                    />
                                </Tooltip>
                            </div>
                        ))}
                        <Button
                            type="dashed"
                            icon={<PlusOutlined />}
                            onClick={() => add(startValues(fields))}
                        >
                            {t("ui.form.add_row")}
                        </Button>
                        <Form.ErrorList errors={errors} />
                    </>
                )}
            </Form.List>
        </fieldset>
    );
}
