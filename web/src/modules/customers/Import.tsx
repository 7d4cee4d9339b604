import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { Card, EmptyState, RecordPage, TableScroll } from "@/kit";
import { firstWord } from "@/words/i18n";
import "./customers.css";

interface RowError {
    row_number: number;
    column_name: string;
    code: string;
    value: string;
}

function Figure({ value, label, tone }: { value: number; label: string; tone?: string }) {
    return (
        <div className={`fc-figure ${tone ?? ""}`}>
            <b>{value.toLocaleString("en-US")}</b>
            <span>{label}</span>
        </div>
    );
}

/** One file: what it would bring, what is wrong with it; take it in, or take it back. */
export default function Import() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    return (
        <RecordPage
            view="customers.import_record"
            params={{ import_id: id }}
            head="import"
            object={{ type: "customer_import", id }}
            kicker={() => t("object.customer_import")}
            title={(one) => one.file_name}
            actions={{
                "customers.import_commit": {
                    help: { skip_bad_rows: t("ui.customers.skip_help") },
                },
                "customers.import_undo": { danger: true, confirm: t("ui.customers.undo_sure") },
            }}
            facts={["checked_at", "checked_by", "committed_at", "committed_by", "undone_at", "undone_by"]}
            top={(one) => (
                <div className="fc-figures">
                    <Figure value={one.rows} label={t("field.rows")} />
                    <Figure value={one.new_customers} label={t("field.new_customers")} tone="ok" />
                    <Figure value={one.known_customers} label={t("field.known_customers")} />
                    <Figure value={one.cars} label={t("ui.customers.cars")} />
                    <Figure
                        value={one.bad_rows}
                        label={t("field.bad_rows")}
                        tone={one.bad_rows > 0 ? "late" : undefined}
                    />
                </div>
            )}
        >
            {(one) => (
                <Card
                    title={t("ui.customers.import_errors")}
                    count={one.errors.length}
                    tone={one.errors.length > 0 ? "late" : "ok"}
                    flush
                >
                    {one.errors.length === 0 ? (
                        <EmptyState small title={t("ui.customers.import_clean")} />
                    ) : (
                        <TableScroll>
                            <table className="fc-table">
                                <thead>
                                    <tr>
                                        <th className="right">{t("ui.customers.row")}</th>
                                        <th>{t("ui.customers.column")}</th>
                                        <th>{t("ui.customers.value")}</th>
                                        <th>{t("ui.customers.what")}</th>
                                    </tr>
                                </thead>
                                <tbody>
                                    {(one.errors as RowError[]).map((error) => (
                                        <tr key={`${error.row_number} ${error.column_name} ${error.code}`}>
                                            <td className="right">{error.row_number}</td>
                                            <td>{error.column_name}</td>
                                            <td className="text">{error.value || "—"}</td>
                                            <td className="text">
                                                {firstWord([
                                                    `import_error.${error.code}`,
                                                    `error.${error.code}`,
                                                    `refusal.${error.code}`,
                                                    error.code,
                                                ])}
                                            </td>
                                        </tr>
                                    ))}
                                </tbody>
                            </table>
                        </TableScroll>
                    )}
                </Card>
            )}
        </RecordPage>
    );
}
