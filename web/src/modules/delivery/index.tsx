import { KeyOutlined } from "@ant-design/icons";
import { lazy, Suspense } from "react";
import { type NavItem, page, type TodayCard } from "@/app/module";

const Preparing = lazy(() => import("./Preparing"));

export const nav: NavItem[] = [
    {
        key: "nav.delivery",
        path: "/deliveries",
        group: "sales",
        icon: <KeyOutlined />,
        needs: "delivery.delivery_read",
        order: 30,
    },
];

export const routes = [
    { path: "deliveries", lazy: page(() => import("./DeliveryBoard")) },
    { path: "deliveries/list", lazy: page(() => import("./DeliveryList")) },
    { path: "deliveries/:id", lazy: page(() => import("./Delivery")) },
    { path: "deliveries/:id/accept", lazy: page(() => import("./Accept")) },
];

export const todayCards: TodayCard[] = [
    {
        name: "delivery.preparing",
        roles: ["delivery", "sales_manager", "gm"],
        needs: "delivery.delivery_read",
        order: 15,
        Card: () => (
            <Suspense>
                <Preparing />
            </Suspense>
        ),
    },
];

export const searchLinks = { delivery: (id: number) => `/deliveries/${id}` };
export const tones = { "DeliveryState.preparing": "info" as const };
