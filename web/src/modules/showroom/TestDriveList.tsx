import { ListPage, PlateText } from "@/kit";

export default function TestDriveList() {
    return (
        <ListPage
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
