import {
    AppstoreOutlined,
    CarOutlined,
    FileTextOutlined,
    SafetyCertificateOutlined,
    SolutionOutlined,
    TeamOutlined,
    ToolOutlined,
    WalletOutlined,
} from "@ant-design/icons";
import { lazy } from "react";
import { type NavItem, page, type TodayCard } from "@/app/module";

const HereNow = lazy(() => import("./cards").then(({ HereNow: card }) => ({ default: card })));
const LateDeals = lazy(() => import("./cards").then(({ LateDeals: card }) => ({ default: card })));

export const nav: NavItem[] = [
    { key: "nav.mock.reception", path: "/kit/reception", group: "showroom", icon: <SolutionOutlined /> },
    { key: "nav.mock.deal", path: "/kit/deal", group: "sales", icon: <FileTextOutlined /> },
    { key: "nav.mock.board", path: "/kit/board", group: "service", icon: <ToolOutlined /> },
    { key: "nav.mock.workshop", path: "/kit/car", group: "service", icon: <CarOutlined /> },
    { key: "nav.mock.customers", path: "/kit/customers", group: "customers", icon: <TeamOutlined /> },
    { key: "nav.mock.cashier", path: "/kit/cashier", group: "money", icon: <WalletOutlined /> },
    {
        key: "nav.mock.standards",
        path: "/kit/standards",
        group: "store",
        icon: <SafetyCertificateOutlined />,
    },
    { key: "nav.mock.kit", path: "/kit", group: "store", icon: <AppstoreOutlined /> },
];

export const routes = [
    { path: "kit", lazy: page(() => import("./Gallery")) },
    { path: "kit/customers", lazy: page(() => import("./Customers")) },
    { path: "kit/customers/:id", lazy: page(() => import("./Customer")) },
    { path: "kit/deal", lazy: page(() => import("./Deal")) },
    { path: "kit/board", lazy: page(() => import("./BoardPage")) },
    { path: "kit/car", lazy: page(() => import("./Car")) },
];

export const todayCards: TodayCard[] = [
    { name: "mock.here_now", Card: HereNow, place: "full" },
    { name: "mock.deals", Card: LateDeals },
];

export const searchLinks = { customer: (id: number) => `/kit/customers/${id}` };

export const pickers = {
    person: { view: "people.list", label: (row: { name: string }) => row.name },
};
