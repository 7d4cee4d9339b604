import { Image } from "antd";
import { useTranslation } from "react-i18next";
import { fileUrl } from "@/api/client";
import { ActionButton, Card, EmptyState, MoneyText, PhotoField } from "@/kit";
import "./compare.css";

interface OptionRow {
    id: number;
    name: string;
}

interface Rule {
    id: number;
    option_id: number;
    kind: string;
    other_id: number;
}

interface RulesProps {
    model: number;
    options: OptionRow[];
    rules: Rule[];
    writes: boolean;
}

/** Which options go together and which do not. */
export function OptionRules({ model, options, rules, writes }: RulesProps) {
    const { t } = useTranslation();
    if (!writes && rules.length === 0) return null;
    const name = (id: number) => options.find((one) => one.id === id)?.name ?? "—";
    const source = options.map((one) => ({ value: one.id, label: one.name }));
    return (
        <Card
            title={t("field.option_rules")}
            count={rules.length}
            extra={
                writes &&
                options.length > 1 && (
                    <ActionButton
                        action="vehicles.add_option_rule"
                        size="small"
                        fixed={{ model_id: model }}
                        options={{ option_id: source, other_id: source }}
                    />
                )
            }
        >
            {rules.length === 0 && <EmptyState small title={t("ui.catalogue.no_rules")} />}
            {rules.map((rule) => (
                <div key={rule.id} className="fc-rule">
                    <b>{name(rule.option_id)}</b>
                    <span className={rule.kind === "excludes" ? "fc-state late" : "fc-state info"}>
                        {t(`OptionRuleKind.${rule.kind}`)}
                    </span>
                    <b>{name(rule.other_id)}</b>
                    <span>
                        {writes && (
                            <ActionButton
                                action="vehicles.remove_option_rule"
                                size="small"
                                type="text"
                                label={t("ui.catalogue.remove")}
                                fixed={{ model_id: model, rule_id: rule.id }}
                            />
                        )}
                    </span>
                </div>
            ))}
        </Card>
    );
}

interface Price {
    price: number;
    valid_from: string;
    valid_until?: string | null;
    reason: string;
    set_by: string;
    holds_today: boolean;
}

/** Past and coming prices with their days. */
export function Prices({ prices }: { prices: Price[] }) {
    const { t } = useTranslation();
    if (prices.length === 0) return null;
    return (
        <Card title={t("ui.catalogue.prices")} count={prices.length} flush>
            <ul className="fc-prices">
                {prices.map((one) => (
                    <li key={`${one.valid_from}${one.price}${one.reason}`}>
                        <span className="fc-nowrap">
                            {one.valid_from === "2000-01-01" ? t("ui.catalogue.before") : one.valid_from}
                            {one.valid_until && ` – ${one.valid_until}`}
                        </span>
                        <MoneyText value={one.price} strong={one.holds_today} />
                        <small>
                            {one.holds_today && <span className="fc-state ok">{t("field.holds_today")}</span>}{" "}
                            {one.reason} {one.set_by}
                        </small>
                    </li>
                ))}
            </ul>
        </Card>
    );
}

export const guidePoints = ["front", "driver_seat", "rear_seats", "tail", "side", "engine"] as const;

interface Point {
    point: string;
    words: string;
    fits_need: string;
}

/** What to say at each of the six points around the car. */
export function Guide({ model, guide, writes }: { model: number; guide: Point[]; writes: boolean }) {
    const { t } = useTranslation();
    if (!writes && guide.length === 0) return null;
    return (
        <Card title={t("field.guide")} count={guide.length}>
            <ol className="fc-guide">
                {guidePoints.map((point, index) => {
                    const one = guide.find((each) => each.point === point);
                    return (
                        <li key={point}>
                            <h3>
                                <span className="fc-soft">{index + 1}</span> {t(`GuidePoint.${point}`)}
                                <span>
                                    {writes && (
                                        <ActionButton
                                            action="vehicles.set_guide_point"
                                            size="small"
                                            type="text"
                                            label={t("ui.catalogue.edit")}
                                            title={t(`GuidePoint.${point}`)}
                                            fixed={{ model_id: model, point }}
                                            initial={{ words: one?.words, fits_need: one?.fits_need }}
                                        />
                                    )}
                                </span>
                            </h3>
                            {one ? <p>{one.words}</p> : <p className="fc-soft">—</p>}
                            {one?.fits_need && (
                                <small>{t("ui.catalogue.fits", { need: one.fits_need })}</small>
                            )}
                        </li>
                    );
                })}
            </ol>
        </Card>
    );
}

interface Photo {
    id: number;
    file: string;
    caption: string;
}

export function Photos({ model, photos, writes }: { model: number; photos: Photo[]; writes: boolean }) {
    const { t } = useTranslation();
    if (!writes && photos.length === 0) return null;
    return (
        <Card
            title={t("field.photos")}
            count={photos.length}
            extra={
                writes && (
                    <ActionButton
                        action="vehicles.add_model_photo"
                        size="small"
                        fixed={{ model_id: model }}
                        render={{ photo: (props) => <PhotoField {...(props as object)} /> }}
                    />
                )
            }
        >
            {photos.length === 0 && <EmptyState small title={t("ui.catalogue.no_photos")} />}
            <div className="fc-model-photos">
                <Image.PreviewGroup>
                    {photos.map((one) => (
                        <figure key={one.id}>
                            <Image src={fileUrl(one.file)} width={150} alt={one.caption} />
                            <figcaption>
                                {one.caption}{" "}
                                {writes && (
                                    <ActionButton
                                        action="vehicles.remove_model_photo"
                                        size="small"
                                        type="text"
                                        label={t("ui.catalogue.remove")}
                                        fixed={{ model_id: model, photo_id: one.id }}
                                    />
                                )}
                            </figcaption>
                        </figure>
                    ))}
                </Image.PreviewGroup>
            </div>
        </Card>
    );
}
