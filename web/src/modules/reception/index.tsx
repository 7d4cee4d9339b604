import {
    CalendarOutlined,
    FundProjectionScreenOutlined,
    ShopOutlined,
    SkinOutlined,
    UnorderedListOutlined,
} from "@ant-design/icons";
import { lazy, Suspense } from "react";
import { type NavItem, page, type TodayCard } from "@/app/module";

const HereNow = lazy(() => import("./HereNow"));
const MyDuty = lazy(() => import("./MyDuty"));

export const nav: NavItem[] = [
    {
        key: "nav.reception",
        path: "/reception",
        group: "showroom",
        icon: <ShopOutlined />,
        needs: "reception.visit_read",
        order: 10,
    },
    {
        key: "nav.visits",
        path: "/visits",
        group: "showroom",
        icon: <UnorderedListOutlined />,
        needs: "reception.visit_read",
        order: 12,
    },
    {
        key: "nav.showroom_wall",
        path: "/reception/wall",
        group: "showroom",
        icon: <FundProjectionScreenOutlined />,
        needs: "reception.visit_read",
        order: 11,
    },
    {
        key: "nav.rota",
        path: "/reception/rota",
        group: "showroom",
        icon: <CalendarOutlined />,
        needs: "reception.visit_read",
        order: 60,
    },
    {
        key: "nav.appearance",
        path: "/reception/appearance",
        group: "showroom",
        icon: <SkinOutlined />,
        needs: "reception.visit_read",
        order: 61,
    },
];

export const routes = [
    { path: "reception", lazy: page(() => import("./ShowroomNow")) },
    { path: "reception/register", lazy: page(() => import("./RegisterPage")) },
    { path: "reception/wall", lazy: page(() => import("./Wall")) },
    { path: "reception/rota", lazy: page(() => import("./Rota")) },
    { path: "reception/appearance", lazy: page(() => import("./Appearance")) },
    { path: "visits", lazy: page(() => import("./VisitList")) },
    { path: "visits/:id", lazy: page(() => import("./Visit")) },
];

export const todayCards: TodayCard[] = [
    {
        name: "reception.here_now",
        roles: ["host", "sales", "sales_manager", "gm"],
        needs: "reception.visit_read",
        place: "full",
        order: 10,
        Card: () => (
            <Suspense>
                <HereNow />
            </Suspense>
        ),
    },
    {
        name: "reception.my_duty",
        roles: ["sales"],
        needs: "reception.duty_write",
        place: "side",
        order: 10,
        Card: () => (
            <Suspense>
                <MyDuty />
            </Suspense>
        ),
    },
];

export const searchLinks = { visit: (id: number) => `/visits/${id}` };
export const tones = {
    "VisitState.waiting": "late" as const,
    "VisitState.assigned": "due" as const,
    "VisitState.greeted": "ok" as const,
    "ConsultantState.with_customer": "info" as const,
    "ConsultantState.away": "due" as const,
};
