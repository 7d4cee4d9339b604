import { AccountBookOutlined, AimOutlined, ProfileOutlined, TeamOutlined } from "@ant-design/icons";
import { lazy, Suspense } from "react";
import { type NavItem, page, type TodayCard } from "@/app/module";

const MyMonth = lazy(() => import("./MyMonth"));
const TeamMonth = lazy(() => import("./TeamMonth"));

export const nav: NavItem[] = [
    {
        key: "nav.team",
        path: "/team",
        group: "sales",
        icon: <TeamOutlined />,
        needs: "people.own_read",
        order: 70,
    },
    {
        key: "nav.targets",
        path: "/team/targets",
        group: "sales",
        icon: <AimOutlined />,
        needs: "people.team_read",
        order: 71,
    },
    {
        key: "nav.statements",
        path: "/team/statements",
        group: "money",
        icon: <AccountBookOutlined />,
        needs: "people.statement_see",
        order: 70,
    },
    {
        key: "nav.team_rules",
        path: "/team/rules",
        group: "sales",
        icon: <ProfileOutlined />,
        needs: "people.statement_see",
        order: 72,
    },
];

export const routes = [
    { path: "team", lazy: page(() => import("./TeamBoard")) },
    { path: "team/me", lazy: page(() => import("./PersonMonth")) },
    { path: "team/people/:id", lazy: page(() => import("./PersonMonth")) },
    { path: "team/targets", lazy: page(() => import("./Targets")) },
    { path: "team/rules", lazy: page(() => import("./Rules")) },
    { path: "team/statements", lazy: page(() => import("./Statements")) },
    { path: "team/statements/:id", lazy: page(() => import("./Statement")) },
];

export const todayCards: TodayCard[] = [
    {
        name: "people.mine",
        roles: ["sales"],
        needs: "people.own_read",
        order: 25,
        Card: () => (
            <Suspense>
                <MyMonth />
            </Suspense>
        ),
    },
    {
        name: "people.team",
        roles: ["sales_manager", "gm"],
        needs: "people.team_read",
        order: 25,
        Card: () => (
            <Suspense>
                <TeamMonth />
            </Suspense>
        ),
    },
];

export const searchLinks = { commission_statement: (id: number) => `/team/statements/${id}` };

export const tones = {
    "StatementState.open": "due" as const,
    "StatementState.confirmed": "info" as const,
    "StatementState.issued": "ok" as const,
    "BookState.draft": "due" as const,
    "BookState.published": "ok" as const,
};
