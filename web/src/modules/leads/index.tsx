import {
    ClockCircleOutlined,
    FormOutlined,
    FunnelPlotOutlined,
    StopOutlined,
    UserAddOutlined,
} from "@ant-design/icons";
import { lazy, Suspense } from "react";
import { type NavItem, page, type TodayCard } from "@/app/module";

const MyLeads = lazy(() => import("./MyLeads"));

export const nav: NavItem[] = [
    {
        key: "nav.leads",
        path: "/leads",
        group: "sales",
        icon: <UserAddOutlined />,
        needs: "leads.lead_read",
        order: 10,
    },
    {
        key: "nav.funnel",
        path: "/leads/funnel",
        group: "sales",
        icon: <FunnelPlotOutlined />,
        needs: "leads.lead_read",
        order: 12,
    },
    {
        key: "nav.lead_timeliness",
        path: "/leads/timeliness",
        group: "sales",
        icon: <ClockCircleOutlined />,
        needs: "leads.lead_read",
        order: 13,
    },
    {
        key: "nav.losses",
        path: "/leads/losses",
        group: "sales",
        icon: <StopOutlined />,
        needs: "leads.lead_read",
        order: 14,
    },
    {
        key: "nav.questionnaire",
        path: "/leads/questionnaire",
        group: "sales",
        icon: <FormOutlined />,
        needs: "leads.lead_manage",
        order: 90,
    },
];

export const routes = [
    { path: "leads", lazy: page(() => import("./LeadList")) },
    { path: "leads/new", lazy: page(() => import("./NewLead")) },
    { path: "leads/funnel", lazy: page(() => import("./Funnel")) },
    { path: "leads/timeliness", lazy: page(() => import("./Timeliness")) },
    { path: "leads/losses", lazy: page(() => import("./Losses")) },
    { path: "leads/questionnaire", lazy: page(() => import("./Designer")) },
    { path: "leads/:id", lazy: page(() => import("./Lead")) },
    { path: "leads/:id/needs", lazy: page(() => import("./Needs")) },
];

export const todayCards: TodayCard[] = [
    {
        name: "leads.mine",
        roles: ["sales", "sales_manager", "gm"],
        needs: "leads.lead_read",
        order: 20,
        Card: () => (
            <Suspense>
                <MyLeads />
            </Suspense>
        ),
    },
];

export const searchLinks = { lead: (id: number) => `/leads/${id}` };
export const pickers = {
    lead: {
        view: "leads.lead_list",
        params: { state: "open", limit: 200 },
        label: (row: { number: string; customer_name: string }) => `${row.customer_name} ${row.number}`,
        detail: (row: { model_name: string }) => row.model_name || undefined,
    },
};
export const tones = {
    "LeadGrade.H": "late" as const,
    "LeadGrade.A": "due" as const,
    "LeadGrade.B": "info" as const,
    "LeadGrade.C": "mute" as const,
    "LeadGrade.ungraded": "plum" as const,
};
