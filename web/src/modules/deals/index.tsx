import {
    FileTextOutlined,
    FolderOpenOutlined,
    SafetyCertificateOutlined,
    SolutionOutlined,
} from "@ant-design/icons";
import { lazy, Suspense } from "react";
import { type NavItem, page, type TodayCard } from "@/app/module";

const OpenDeals = lazy(() => import("./OpenDeals"));

const AskedDiscountFacts = lazy(() =>
    import("./MarginCard").then((one) => ({ default: one.AskedDiscountFacts })),
);

export const approvalFacts = { "deals.discount": AskedDiscountFacts };

export const nav: NavItem[] = [
    {
        key: "nav.deals",
        path: "/deals",
        group: "sales",
        icon: <FileTextOutlined />,
        needs: "deals.deal_list_read",
        order: 20,
    },
    {
        key: "nav.cases",
        path: "/deals/cases",
        group: "sales",
        icon: <SolutionOutlined />,
        needs: "deals.policy_read",
        order: 27,
    },
    {
        key: "nav.policies",
        path: "/deals/policies",
        group: "sales",
        icon: <SafetyCertificateOutlined />,
        needs: "deals.policy_read",
        order: 28,
    },
    {
        key: "nav.custody",
        path: "/deals/custody",
        group: "sales",
        icon: <FolderOpenOutlined />,
        needs: "deals.custody_write",
        order: 29,
    },
];

export const routes = [
    { path: "deals", lazy: page(() => import("./DealList")) },
    { path: "deals/new", lazy: page(() => import("./NewDeal")) },
    { path: "deals/cases", lazy: page(() => import("./CaseList")) },
    { path: "deals/custody", lazy: page(() => import("./CustodyList")) },
    { path: "deals/policies", lazy: page(() => import("./PolicyList")) },
    { path: "deals/:id", lazy: page(() => import("./Deal")) },
    { path: "deals/:id/menu", lazy: page(() => import("./Menu")) },
    { path: "deals/:id/invoice", lazy: page(() => import("./Invoice")) },
    { path: "deals/:id/sign", lazy: page(() => import("./SignContract")) },
];

export const todayCards: TodayCard[] = [
    {
        name: "deals.open",
        roles: ["sales", "sales_manager", "gm"],
        needs: "deals.deal_list_read",
        order: 40,
        Card: () => (
            <Suspense>
                <OpenDeals />
            </Suspense>
        ),
    },
];

export const searchLinks = { deal: (id: number) => `/deals/${id}` };
export const tones = {
    "DealState.draft": "mute" as const,
    "DealState.awaiting_approval": "due" as const,
    "DealState.offered": "info" as const,
    "DealState.contract_drafted": "plum" as const,
    "DealState.contract_signed": "ok" as const,
    "DealState.delivered": "ok" as const,
    "CaseState.collecting": "due" as const,
    "CaseState.with_authority": "info" as const,
    "CaseState.done": "ok" as const,
    "CustodyState.shelved": "ok" as const,
    "CustodyState.lent": "due" as const,
    "CustodyState.destroyed": "mute" as const,
    "FittingState.planned": "due" as const,
    "FittingState.fitted": "ok" as const,
    "DiscountState.asked": "due" as const,
    "DiscountState.granted": "ok" as const,
    "DiscountState.given": "ok" as const,
};
