import { PhoneOutlined } from "@ant-design/icons";
import { lazy, Suspense } from "react";
import { type NavItem, page, type TodayCard } from "@/app/module";

const CallsDue = lazy(() => import("./CallsDue"));

export const nav: NavItem[] = [
    {
        key: "nav.care_calls",
        path: "/care/calls",
        group: "customers",
        icon: <PhoneOutlined />,
        needs: "care.call_read",
        order: 30,
    },
];

export const routes = [
    { path: "care/calls", lazy: page(() => import("./CallList")) },
    { path: "care/calls/:id", lazy: page(() => import("./Call")) },
];

export const todayCards: TodayCard[] = [
    {
        name: "care.calls_due",
        roles: ["care"],
        needs: "care.call_write",
        place: "full",
        order: 10,
        Card: () => (
            <Suspense>
                <CallsDue />
            </Suspense>
        ),
    },
];

export const searchLinks = { care_call: (id: number) => `/care/calls/${id}` };

export const tones = {
    "CallState.reached": "ok" as const,
    "CallState.given_up": "mute" as const,
    "CallState.refused": "mute" as const,
};
