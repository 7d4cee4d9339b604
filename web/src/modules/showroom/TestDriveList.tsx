import { useSearchParams } from "react-router";
import { ListPage, PlateText } from "@/kit";

/** All drives; the statistics lead here with a car chosen. */
export default function TestDriveList() {
    const car_id = Number(useSearchParams()[0].get("car_id")) || undefined;
    return (
        <ListPage
            params={car_id ? { car_id } : undefined}
            view="showroom.test_drive_list"
            sort="-starts_at"
            filters={["state"]}
            rowLink={(row) => `/test_drives/${row.id}`}
            columns={[
                "customer_name",
                "state",
                "car_title",
                {
                    field: "plate",
                    show: (row) => <PlateText value={row.plate as string} />,
                    hideOnPhone: true,
                },
                "starts_at",
                "consultant_name",
                { field: "route", hideOnPhone: true },
                { field: "number", hideOnPhone: true },
            ]}
        />
    );
}
