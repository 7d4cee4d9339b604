import { AppstoreOutlined, CalendarOutlined } from "@ant-design/icons";
import { lazy, Suspense } from "react";
import { type NavItem, page, type TodayCard } from "@/app/module";

const DrivesToday = lazy(() => import("./DrivesToday"));

export const nav: NavItem[] = [
    {
        key: "nav.test_drives",
        path: "/showroom/test_drives",
        group: "showroom",
        icon: <CalendarOutlined />,
        needs: "showroom.test_drive_read",
        order: 20,
    },
    {
        key: "nav.display",
        path: "/showroom/display",
        group: "showroom",
        icon: <AppstoreOutlined />,
        needs: "showroom.display_read",
        order: 25,
    },
];

export const routes = [
    { path: "showroom/test_drives", lazy: page(() => import("./Calendar")) },
    { path: "showroom/test_drives/list", lazy: page(() => import("./TestDriveList")) },
    { path: "showroom/display", lazy: page(() => import("./Display")) },
    { path: "showroom/demo_cars", lazy: page(() => import("./DemoCars")) },
    { path: "models/:id/walk", lazy: page(() => import("./Walk")) },
    { path: "showroom/book", lazy: page(() => import("./Book")) },
    { path: "test_drives/:id", lazy: page(() => import("./TestDrive")) },
    { path: "test_drives/:id/sign", lazy: page(() => import("./SignAgreement")) },
];

export const todayCards: TodayCard[] = [
    {
        name: "showroom.today",
        roles: ["host", "sales", "sales_manager"],
        needs: "showroom.test_drive_read",
        order: 30,
        Card: () => (
            <Suspense>
                <DrivesToday />
            </Suspense>
        ),
    },
];

export const searchLinks = { test_drive: (id: number) => `/test_drives/${id}` };
export const tones = {
    "TestDriveState.booked": "due" as const,
    "TestDriveState.agreed": "info" as const,
    "TestDriveState.driving": "plum" as const,
    "TestDriveState.finished": "ok" as const,
};
