import { AuditOutlined } from "@ant-design/icons";
import { lazy, Suspense } from "react";
import { type NavItem, page, type TodayCard } from "@/app/module";

const WaitingCard = lazy(() => import("./WaitingCard"));

export const nav: NavItem[] = [
    {
        key: "nav.approvals",
        path: "/approvals",
        group: "store",
        icon: <AuditOutlined />,
        needs: "approvals.decide",
        order: 5,
    },
];

export const routes = [{ path: "approvals", lazy: page(() => import("./Approvals")) }];

export const todayCards: TodayCard[] = [
    {
        name: "approvals.waiting",
        needs: "approvals.decide",
        place: "side",
        order: 5,
        Card: () => (
            <Suspense>
                <WaitingCard />
            </Suspense>
        ),
    },
];

export const searchLinks = { approval: () => "/approvals" };
