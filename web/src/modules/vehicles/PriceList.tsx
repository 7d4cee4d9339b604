import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { Card, MoneyText, RecordPage } from "@/kit";
import { firstWord } from "@/words/i18n";

interface Line {
    row_number: number;
    column_name: string;
    code: string;
    value: string;
    model_id: number | null;
    model_name: string;
    price_before: number | null;
    price: number | null;
    valid_from: string | null;
}

/** What the list would change, row by row, and what is wrong with it. */
export default function PriceList() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    return (
        <RecordPage
            view="vehicles.price_list"
            params={{ import_id: id }}
            head="import"
            object={{ type: "price_import", id }}
            kicker={() => t("object.price_import")}
            title={(one) => one.file_name}
            state={(one) => ({ type: "PriceImportState", value: one.import.state })}
            actions={{
                "vehicles.take_price_list": { help: { skip_bad_rows: t("ui.customers.skip_help") } },
                "vehicles.undo_price_list": { danger: true, confirm: t("ui.catalogue.undo_sure") },
            }}
            facts={["checked_at", "checked_by", "committed_at", "committed_by", "undone_at", "undone_by"]}
            top={(one) => (
                <div className="fc-figures">
                    <div className="fc-figure">
                        <b>{one.rows}</b>
                        <span>{t("field.rows")}</span>
                    </div>
                    <div className="fc-figure ok">
                        <b>{one.changed_prices}</b>
                        <span>{t("field.changed_prices")}</span>
                    </div>
                    <div className="fc-figure">
                        <b>{one.same_prices}</b>
                        <span>{t("field.same_prices")}</span>
                    </div>
                    <div className={`fc-figure ${one.bad_rows > 0 ? "late" : ""}`}>
                        <b>{one.bad_rows}</b>
                        <span>{t("field.bad_rows")}</span>
                    </div>
                </div>
            )}
        >
            {(one) => (
                <Card title={t("field.rows")} count={one.lines.length} flush>
                    <div className="fc-table-wrap">
                        <table className="fc-table">
                            <tbody>
                                {(one.lines as unknown as Line[]).map((line) => (
                                    <tr key={line.row_number}>
                                        <td className="fc-soft">{line.row_number}</td>
                                        <td>
                                            {line.model_id ? (
                                                <Link to={`/models/${line.model_id}`}>{line.model_name}</Link>
                                            ) : (
                                                line.model_name
                                            )}
                                        </td>
                                        {line.code ? (
                                            <td colSpan={3} className="fc-age late">
                                                {line.column_name}：
                                                {firstWord([
                                                    `error.${line.code}`,
                                                    `refusal.${line.code}`,
                                                    line.code,
                                                ])}{" "}
                                                {line.value}
                                            </td>
                                        ) : (
                                            <>
                                                <td className="right fc-soft">
                                                    <MoneyText value={line.price_before} />
                                                </td>
                                                <td className="right">
                                                    <MoneyText
                                                        value={line.price}
                                                        strong={line.price !== line.price_before}
                                                    />
                                                </td>
                                                <td className="fc-nowrap">{line.valid_from}</td>
                                            </>
                                        )}
                                    </tr>
                                ))}
                            </tbody>
                        </table>
                    </div>
                </Card>
            )}
        </RecordPage>
    );
}
