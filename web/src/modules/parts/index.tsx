import { ContainerOutlined, InboxOutlined, ShoppingOutlined } from "@ant-design/icons";
import { lazy, Suspense } from "react";
import { type NavItem, page, type TodayCard } from "@/app/module";

const DeskCard = lazy(() => import("./DeskCard"));

export const nav: NavItem[] = [
    {
        key: "nav.parts_desk",
        path: "/parts/desk",
        group: "parts",
        icon: <ShoppingOutlined />,
        needs: "parts.write",
        order: 10,
    },
    {
        key: "nav.parts",
        path: "/parts",
        group: "parts",
        icon: <ContainerOutlined />,
        needs: "parts.read",
        order: 12,
    },
    {
        key: "nav.parts_receipts",
        path: "/parts/receipts",
        group: "parts",
        icon: <InboxOutlined />,
        needs: "parts.write",
        order: 14,
    },
];

export const routes = [
    { path: "parts", lazy: page(() => import("./PartList")) },
    { path: "parts/desk", lazy: page(() => import("./Desk")) },
    { path: "parts/receipts", lazy: page(() => import("./ReceiptList")) },
    { path: "parts/receive", lazy: page(() => import("./ReceiveGoods")) },
    { path: "parts/:id", lazy: page(() => import("./Part")) },
];

export const todayCards: TodayCard[] = [
    {
        name: "parts.desk",
        roles: ["parts"],
        needs: "parts.write",
        place: "full",
        order: 10,
        Card: () => (
            <Suspense>
                <DeskCard />
            </Suspense>
        ),
    },
];

export const searchLinks = { part: (id: number) => `/parts/${id}` };

export const pickers = {
    part: {
        view: "parts.part_list",
        search: "q",
        label: (row: { name: string }) => row.name,
        detail: (row: { number: string; brand: string }) => `${row.number} ${row.brand}`,
    },
};

export const tones = {
    "MoveKind.received": "ok" as const,
    "MoveKind.issued": "info" as const,
    "MoveKind.returned": "due" as const,
    "MoveKind.counted": "plum" as const,
};
