import {
    AppstoreOutlined,
    CalendarOutlined,
    CarOutlined,
    FileTextOutlined,
    ScheduleOutlined,
    ToolOutlined,
} from "@ant-design/icons";
import { lazy, Suspense } from "react";
import { type NavItem, page, type TodayCard } from "@/app/module";

const MyJobs = lazy(() => import("./MyJobs"));
const OrdersInHouse = lazy(() => import("./OrdersInHouse"));
const ToCheck = lazy(() => import("./ToCheck"));
const ArrivingToday = lazy(() => import("./ArrivingToday"));

export const nav: NavItem[] = [
    {
        key: "nav.workshop_receive",
        path: "/workshop/receive",
        group: "service",
        icon: <CarOutlined />,
        needs: "workshop.order_write",
        order: 10,
    },
    {
        key: "nav.workshop_board",
        path: "/workshop",
        group: "service",
        icon: <AppstoreOutlined />,
        needs: "workshop.order_read",
        order: 12,
    },
    {
        key: "nav.workshop_my_work",
        path: "/workshop/my-work",
        group: "service",
        icon: <ToolOutlined />,
        needs: "workshop.work_clock",
        order: 14,
    },
    {
        key: "nav.workshop_orders",
        path: "/workshop/orders",
        group: "service",
        icon: <FileTextOutlined />,
        needs: "workshop.order_read",
        order: 16,
    },
    {
        key: "nav.workshop_appointments",
        path: "/workshop/appointments",
        group: "service",
        icon: <CalendarOutlined />,
        needs: "workshop.appointment_read",
        order: 18,
    },
    {
        key: "nav.workshop_operations",
        path: "/workshop/operations",
        group: "service",
        icon: <ScheduleOutlined />,
        needs: "workshop.operation_write",
        order: 30,
    },
];

export const routes = [
    { path: "workshop", lazy: page(() => import("./BoardPage")) },
    { path: "workshop/receive", lazy: page(() => import("./Receive")) },
    { path: "workshop/my-work", lazy: page(() => import("./MyWork")) },
    { path: "workshop/orders", lazy: page(() => import("./OrderList")) },
    { path: "workshop/orders/:id", lazy: page(() => import("./Order")) },
    { path: "workshop/appointments", lazy: page(() => import("./Appointments")) },
    { path: "workshop/operations", lazy: page(() => import("./OperationList")) },
];

export const customerRoutes = [
    {
        path: ":token",
        lazy: page(() => import("./customer/Gate")),
        children: [
            { index: true, lazy: page(() => import("./customer/Home")) },
            { path: "book", lazy: page(() => import("./customer/Book")) },
            { path: "delivery/:id", lazy: page(() => import("@/modules/delivery/customer/RateDelivery")) },
            { path: "purchases/:id", lazy: page(() => import("@/modules/deals/customer/Purchase")) },
            { path: "orders/:id", lazy: page(() => import("./customer/OrderProgress")) },
        ],
    },
];

export const todayCards: TodayCard[] = [
    {
        name: "workshop.my_jobs",
        roles: ["technician"],
        needs: "workshop.work_clock",
        place: "full",
        order: 10,
        Card: () => (
            <Suspense>
                <MyJobs />
            </Suspense>
        ),
    },
    {
        name: "workshop.orders_in_house",
        roles: ["advisor", "foreman", "gm"],
        needs: "workshop.order_read",
        place: "full",
        order: 12,
        Card: () => (
            <Suspense>
                <OrdersInHouse />
            </Suspense>
        ),
    },
    {
        name: "workshop.to_check",
        roles: ["inspector"],
        needs: "workshop.quality_check",
        place: "full",
        order: 12,
        Card: () => (
            <Suspense>
                <ToCheck />
            </Suspense>
        ),
    },
    {
        name: "workshop.arriving_today",
        roles: ["advisor"],
        needs: "workshop.appointment_read",
        place: "side",
        order: 12,
        Card: () => (
            <Suspense>
                <ArrivingToday />
            </Suspense>
        ),
    },
];

export const searchLinks = {
    repair_order: (id: number) => `/workshop/orders/${id}`,
    appointment: () => "/workshop/appointments",
};

export const pickers = {
    operation: {
        view: "workshop.operation_list",
        params: { offered: true },
        search: "q",
        label: (row: { name: string }) => row.name,
        detail: (row: { code: string }) => row.code,
    },
    bay: { view: "workshop.bay_list", label: (row: { name: string }) => row.name },
};

export const tones = {
    "OrderState.received": "due" as const,
    "OrderState.awaiting_consent": "plum" as const,
    "OrderState.approved": "info" as const,
    "OrderState.in_work": "info" as const,
    "OrderState.quality_check": "due" as const,
    "OrderState.ready": "ok" as const,
    "OrderState.settled": "ok" as const,
    "OrderState.handed_back": "mute" as const,
    "LineState.planned": "mute" as const,
    "LineState.asked": "plum" as const,
    "LineState.approved": "ok" as const,
    "LineState.declined": "late" as const,
    "Work.waiting": "mute" as const,
    "Work.working": "info" as const,
    "Work.paused": "due" as const,
    "Work.rework": "late" as const,
    "Work.done": "ok" as const,
    "Urgency.safety": "late" as const,
    "Urgency.soon": "due" as const,
    "Urgency.watch": "info" as const,
    "AppointmentState.arrived": "ok" as const,
    "ConsentState.open": "plum" as const,
    "ConsentState.answered": "ok" as const,
};
