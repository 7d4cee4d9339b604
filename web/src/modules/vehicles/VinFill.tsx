import { Form } from "antd";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "@/app/session";
import { useView } from "@/kit";
import "./vehicles.css";

interface VinModel {
    model_id: number;
    model_name: string;
    brand: string;
    series: string;
    trim: string;
    year: number;
    fuel: string;
    gearbox: string;
    displacement_ml: number;
    seats: number;
    price: number;
    cars: number;
}

interface Decoded {
    vin_doubtful: boolean;
    maker: string;
    maker_from: string;
    model_year?: number | null;
    models: VinModel[];
    model_id?: number | null;
    known_car_id?: number | null;
}

type Known = keyof VinModel | "model_year" | "maker";

export interface VinFillProps {
    /** What stands in the form's VIN field now. */
    vin?: unknown;
    /** Or the used car whose VIN it is, in forms that do not ask for it. */
    of_car?: number;
    /** What is known -> the form's field that it fills in. */
    fields: Partial<Record<Known, string>>;
}

function useVin(vin: unknown, of_car: number | undefined): string {
    const record = useView(
        "used_cars.car_record",
        { used_car_id: of_car },
        { enabled: of_car !== undefined },
    );
    const own = (record.data as { car: { vin: string } } | undefined)?.car.vin;
    return String(own ?? vin ?? "")
        .replace(/\s/g, "")
        .toUpperCase();
}

/**
 * Under the fields of a form with a VIN: says what the VIN tells and what it is known from, and fills in the
 * fields that are still empty.
 */
export function VinFill({ vin, of_car, fields }: VinFillProps) {
    const { t } = useTranslation();
    const { may } = useSession();
    const form = Form.useFormInstance();
    const asked = useVin(vin, of_car);
    const view = useView(
        "vehicles.decode_vin",
        { vin: asked },
        { enabled: asked.length === 17 && may("vehicles.catalogue_read") },
    );
    const decoded =
        asked.length === 17 && !view.error ? (view.data as unknown as Decoded | undefined) : undefined;
    const sure = decoded?.models.find((one) => one.model_id === decoded.model_id);
    const fill = (known: Partial<Record<Known, unknown>>, over: boolean) => {
        for (const [name, field] of Object.entries(fields) as [Known, string][]) {
            const before = form.getFieldValue(field);
            const empty = before === undefined || before === null || before === "" || before === 0;
            if (known[name] !== undefined && known[name] !== null && (over || empty))
                form.setFieldValue(field, known[name]);
        }
    };
    const filled = useRef("");
    // biome-ignore lint/correctness/useExhaustiveDependencies: once for each VIN, not again over what was typed
    useEffect(() => {
        if (!decoded || filled.current === asked) return;
        filled.current = asked;
        if (sure) fill({ ...sure }, false);
        else fill({ model_year: decoded.model_year, maker: decoded.maker, brand: decoded.maker }, false);
    }, [decoded, asked]);
    if (!decoded) return null;
    return (
        <aside className="fc-vin-says" aria-live="polite">
            {decoded.known_car_id && of_car === undefined && (
                <p>
                    <b>{t("ui.vin.known")}</b>{" "}
                    <Link to={`/cars/${decoded.known_car_id}`}>{t("ui.vin.open_car")}</Link>
                </p>
            )}
            <p>
                {decoded.maker &&
                    t("ui.vin.maker", {
                        maker: decoded.maker,
                        from: t(`VinSource.${decoded.maker_from}`),
                    })}{" "}
                {decoded.model_year && t("ui.vin.year", { year: decoded.model_year })}
                {decoded.vin_doubtful && <b className="fc-late-text"> {t("ui.vin.doubtful")}</b>}
            </p>
            {sure && <p>{t("ui.vin.filled", { name: sure.model_name, n: sure.cars })}</p>}
            {!sure && decoded.models.length > 0 && (
                <>
                    <p>{t("ui.vin.choose")}</p>
                    <span className="fc-vin-says-models">
                        {decoded.models.map((one) => (
                            <button key={one.model_id} type="button" onClick={() => fill({ ...one }, true)}>
                                {one.model_name}
                            </button>
                        ))}
                    </span>
                </>
            )}
            {decoded.models.length === 0 && <p className="fc-soft">{t("ui.vin.unknown")}</p>}
        </aside>
    );
}
