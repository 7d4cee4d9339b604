import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useSession } from "@/app/session";
import { ActionButton, Card, EmptyState, ListPage, MoneyText, RecordPage, TableScroll } from "@/kit";
import { Guide, OptionRules, Photos, Prices } from "./ModelParts";
import { Specs, specsOf } from "./specs";
import "./vehicles.css";

interface Colour {
    id: number;
    name: string;
    hex: string;
    price: number;
}

interface OptionRow {
    id: number;
    code: string;
    name: string;
    price: number;
    on_offer: boolean;
    version: number;
}

export default function Model() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    const { may } = useSession();
    const writes = may("vehicles.catalogue_write");
    return (
        <RecordPage
            view="vehicles.model_record"
            params={{ model_id: id }}
            head="model"
            object={{ type: "model", id }}
            kicker={(model) => `${t("object.model")} ${model.code}`}
            title={(model) => model.name}
            beside={(model) =>
                model.on_offer ? null : <span className="fc-state">{t("ui.vehicles.not_offered")}</span>
            }
            top={() =>
                may("deals.deal_write") && (
                    <div className="fc-next-steps">
                        <Link to={`/deals/new?model_id=${id}`}>
                            <Button type="primary">{t("deals.start_quote")}</Button>
                        </Link>
                        <Link to={`/models/${id}/walk`}>
                            <Button>{t("ui.walk.start")}</Button>
                        </Link>
                        <Link to={`/models/compare?models=${id}`}>
                            <Button>{t("ui.compare.start")}</Button>
                        </Link>
                    </div>
                )
            }
            actions={{
                "vehicles.set_model_offer": {
                    only: [],
                    toInput: (input) => input,
                    hidden: true,
                },
                "vehicles.add_model_option": { hidden: true },
                "vehicles.add_option_rule": { hidden: true },
                "vehicles.set_guide_point": { hidden: true },
                "vehicles.add_model_photo": { hidden: true },
            }}
            facts={[
                { field: "price", show: (model) => <MoneyText value={model.price} strong /> },
                "fuel",
                "gearbox",
                {
                    field: "displacement_ml",
                    show: (model) => (model.displacement_ml > 0 ? `${model.displacement_ml} mL` : "—"),
                },
                "seats",
                { field: "year", show: (model) => String(model.year) },
                "in_stock",
                "in_transit",
            ]}
            side={(model) => (
                <>
                    <Prices prices={model.prices} />
                    <Card title={t("ui.vehicles.colours")} count={model.colours.length}>
                        {model.colours.length === 0 && (
                            <EmptyState small title={t("ui.vehicles.no_colours")} />
                        )}
                        <ul className="fc-colours">
                            {(model.colours as Colour[]).map((one) => (
                                <li key={one.id}>
                                    <span
                                        className="fc-swatch"
                                        style={{ backgroundColor: one.hex || undefined }}
                                    />
                                    {one.name}
                                    {one.price > 0 && <MoneyText value={one.price} sign />}
                                </li>
                            ))}
                        </ul>
                    </Card>
                </>
            )}
        >
            {(model) => (
                <>
                    <Card
                        title={t("ui.vehicles.options")}
                        count={model.options.length}
                        flush
                        extra={
                            writes && (
                                <ActionButton
                                    action="vehicles.add_model_option"
                                    size="small"
                                    fixed={{ model_id: id }}
                                />
                            )
                        }
                    >
                        {model.options.length === 0 ? (
                            <EmptyState small title={t("ui.vehicles.no_options")} />
                        ) : (
                            <TableScroll>
                                <table className="fc-table wraps">
                                    <tbody>
                                        {(model.options as OptionRow[]).map((one) => (
                                            <tr key={one.id}>
                                                <td>{one.name}</td>
                                                <td className="fc-soft">{one.code}</td>
                                                <td className="right">
                                                    <MoneyText value={one.price} />
                                                </td>
                                                {writes && (
                                                    <td className="right">
                                                        <ActionButton
                                                            action="vehicles.change_model_option"
                                                            size="small"
                                                            type="text"
                                                            fixed={{
                                                                option_id: one.id,
                                                                version: one.version,
                                                            }}
                                                            initial={{
                                                                price: one.price,
                                                                on_offer: one.on_offer,
                                                            }}
                                                        />
                                                    </td>
                                                )}
                                            </tr>
                                        ))}
                                    </tbody>
                                </table>
                            </TableScroll>
                        )}
                    </Card>
                    <OptionRules
                        model={id}
                        options={model.options}
                        rules={model.option_rules}
                        writes={writes}
                    />
                    <Guide model={id} guide={model.guide} writes={writes} />
                    <Photos model={id} photos={model.photos} writes={writes} />
                    {specsOf(model.specs).length > 0 && (
                        <Card title={t("ui.vehicles.specs")}>
                            <Specs specs={model.specs} />
                        </Card>
                    )}
                    {may("vehicles.stock_read") && (
                        <Card title={t("ui.vehicles.cars")} flush>
                            <ListPage
                                embedded
                                view="vehicles.stock_list"
                                params={{ model_id: id }}
                                filters={["state"]}
                                rowLink={(row) => `/cars/${row.id}`}
                                columns={["vin", "state", "colour", "location", "arrived_at"]}
                            />
                        </Card>
                    )}
                </>
            )}
        </RecordPage>
    );
}
