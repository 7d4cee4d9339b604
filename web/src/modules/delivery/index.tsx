import { KeyOutlined, SafetyOutlined } from "@ant-design/icons";
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
    {
        key: "nav.gate",
        path: "/gate",
        group: "sales",
        icon: <SafetyOutlined />,
        needs: "delivery.gate_open",
        order: 32,
    },
];

export const routes = [
    { path: "deliveries", lazy: page(() => import("./DeliveryBoard")) },
    { path: "deliveries/list", lazy: page(() => import("./DeliveryList")) },
    { path: "deliveries/inspection", lazy: page(() => import("./InspectionLists")) },
    { path: "deliveries/:id", lazy: page(() => import("./Delivery")) },
    { path: "deliveries/:id/explain", lazy: page(() => import("./Explain")) },
    { path: "deliveries/:id/items", lazy: page(() => import("./Items")) },
    { path: "gate", lazy: page(() => import("./GateCheck")) },
    { path: "gate/:code", lazy: page(() => import("./GateCheck")) },
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
