import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "@/app/session";
import { ActionButton, Card, EmptyState, MoneyText, useView } from "@/kit";
import { storeToday } from "@/words/format";
import "./compare.css";

interface Rival {
    id: number;
    brand: string;
    name: string;
    year: number;
    fuel: string;
    price: number;
    source: string;
    checked_on: string;
    version: number;
}

/** Models of other brands, with where their figures come from; what was not looked at for long is marked. */
export default function RivalList() {
    const { t } = useTranslation();
    const { may } = useSession();
    const rows = (useView("vehicles.rival_list", {}).data as { rows: Rival[] } | undefined)?.rows;
    const writes = may("vehicles.catalogue_write");
    const old = (day: string) => Date.parse(storeToday()) - Date.parse(day) > 30 * 86_400_000;
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("view.vehicles.rival_list")}</h1>
                <div className="fc-page-actions">
                    {writes && (
                        <ActionButton action="vehicles.add_rival" strong shape="drawer" hide={["specs"]} />
                    )}
                </div>
            </header>
            <Card title={t("view.vehicles.rival_list")} count={rows?.length} flush>
                {rows?.length === 0 && <EmptyState small title={t("ui.list.empty")} />}
                <div className="fc-table-wrap">
                    <table className="fc-table wraps">
                        <tbody>
                            {rows?.map((one) => (
                                <tr key={one.id}>
                                    <td>
                                        <Link to={`/models/compare?rivals=${one.id}`}>
                                            {one.brand} {one.name}
                                        </Link>{" "}
                                        <span className="fc-soft">
                                            {t("ui.vehicles.year", { year: one.year })}{" "}
                                            {t(`Fuel.${one.fuel}`)}
                                        </span>
                                    </td>
                                    <td className="right">
                                        <MoneyText value={one.price} />
                                    </td>
                                    <td className="fc-soft">{one.source}</td>
                                    <td className={old(one.checked_on) ? "fc-age due" : "fc-nowrap"}>
                                        {one.checked_on}
                                    </td>
                                    <td className="right">
                                        {writes && (
                                            <ActionButton
                                                action="vehicles.check_rival"
                                                size="small"
                                                fixed={{ rival_id: one.id, version: one.version }}
                                                initial={{ price: one.price, source: one.source }}
                                            />
                                        )}
                                    </td>
                                </tr>
                            ))}
                        </tbody>
                    </table>
                </div>
            </Card>
        </div>
    );
}
