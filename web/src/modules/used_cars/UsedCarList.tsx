import { useTranslation } from "react-i18next";
import { useSession } from "@/app/session";
import { ListPage, PlateText } from "@/kit";
import { UsedNav } from "./UsedNav";

/** Every used car that ever came in, the sold ones too. */
export default function UsedCarList() {
    const { t } = useTranslation();
    const { may } = useSession();
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("nav.used_cars")}</h1>
                <UsedNav />
            </header>
            <ListPage
                view="used_cars.car_list"
                embedded
                sort="-taken_at"
                filters={["step", "source"]}
                rowLink={(row) => `/used-cars/${row.id}`}
                columns={[
                    "number",
                    "model_text",
                    { field: "plate", show: (row) => <PlateText value={row.plate} /> },
                    "step",
                    { field: "source", hideOnPhone: true },
                    { field: "first_registered", hideOnPhone: true },
                    { field: "mileage_km", hideOnPhone: true },
                    { field: "days_in_stock", align: "right" },
                    "asking_price",
                    ...(may("used_cars.used_cost_read")
                        ? [{ field: "cost" as const, hideOnPhone: true }]
                        : []),
                    { field: "sold_at", hideOnPhone: true },
                ]}
                empty={{ title: t("ui.used.none"), text: t("ui.used.none_text") }}
            />
        </div>
    );
}
