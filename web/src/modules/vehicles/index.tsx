import { BookOutlined, CarOutlined } from "@ant-design/icons";
import { type NavItem, page } from "@/app/module";

export const nav: NavItem[] = [
    {
        key: "nav.models",
        path: "/models",
        group: "sales",
        icon: <BookOutlined />,
        needs: "vehicles.catalogue_read",
        order: 50,
    },
    {
        key: "nav.stock",
        path: "/stock",
        group: "sales",
        icon: <CarOutlined />,
        needs: "vehicles.stock_read",
        order: 52,
    },
];

export const routes = [
    { path: "models", lazy: page(() => import("./ModelList")) },
    { path: "models/compare", lazy: page(() => import("./Compare")) },
    { path: "models/rivals", lazy: page(() => import("./RivalList")) },
    { path: "models/prices", lazy: page(() => import("./PriceLists")) },
    { path: "models/prices/:id", lazy: page(() => import("./PriceList")) },
    { path: "models/:id", lazy: page(() => import("./Model")) },
    { path: "stock", lazy: page(() => import("./StockList")) },
    { path: "stock/orders", lazy: page(() => import("./Orders")) },
    { path: "stock/orders/:id", lazy: page(() => import("./Order")) },
    { path: "stock/transfers", lazy: page(() => import("./Transfers")) },
    { path: "stock/transfers/:id", lazy: page(() => import("./Transfer")) },
    { path: "stock/claims", lazy: page(() => import("./Claims")) },
    { path: "stock/claims/:id", lazy: page(() => import("./Claim")) },
    { path: "stock/keys", lazy: page(() => import("./Keys")) },
    { path: "stock/counts", lazy: page(() => import("./Counts")) },
    { path: "stock/counts/:id", lazy: page(() => import("./Count")) },
    { path: "cars/:id", lazy: page(() => import("./Car")) },
];

export const customerRoutes = [
    {
        path: ":token/compare",
        lazy: page(() => import("@/modules/workshop/customer/Gate")),
        children: [{ index: true, lazy: page(() => import("./CustomerCompare")) }],
    },
];

export const searchLinks = {
    model: (id: number) => `/models/${id}`,
    car: (id: number) => `/cars/${id}`,
    factory_order: (id: number) => `/stock/orders/${id}`,
    transfer: (id: number) => `/stock/transfers/${id}`,
    claim: (id: number) => `/stock/claims/${id}`,
    price_import: (id: number) => `/models/prices/${id}`,
    stock_count: (id: number) => `/stock/counts/${id}`,
};

interface CarRow {
    model_name: string;
    colour: string;
    vin: string;
    location: string;
}
export const pickers = {
    model: {
        view: "vehicles.model_list",
        params: { on_offer: true, limit: 200 },
        label: (row: { name: string }) => row.name,
    },
    car: {
        view: "vehicles.stock_list",
        params: { limit: 200 },
        label: (row: CarRow) => `${row.model_name} ${row.colour} ${row.vin.slice(-6)}`,
        detail: (row: CarRow) => row.location || undefined,
    },
};
export const tones = {
    "CarState.in_transit": "info" as const,
    "CarState.in_stock": "ok" as const,
    "CarState.locked": "due" as const,
    "CarState.demo": "plum" as const,
    "CarState.sold": "mute" as const,
    "CarState.customer": "mute" as const,
    "DamageClaimState.found": "late" as const,
    "DamageClaimState.claimed": "due" as const,
    "DamageClaimState.accepted": "info" as const,
    "DamageClaimState.refused": "late" as const,
    "DamageClaimState.closed": "ok" as const,
    "StockCountResult.found": "ok" as const,
    "StockCountResult.missing": "due" as const,
    "StockCountResult.unexpected": "late" as const,
    "StockCountState.open": "due" as const,
    "StockCountState.closed": "mute" as const,
    "OrderedCarState.ordered": "due" as const,
    "OrderedCarState.dispatched": "ok" as const,
    "OrderedCarState.dropped": "mute" as const,
    "PriceImportState.checked": "due" as const,
    "PriceImportState.committed": "ok" as const,
    "PriceImportState.undone": "mute" as const,
    "TransferState.requested": "due" as const,
    "TransferState.approved": "info" as const,
    "TransferState.sent": "plum" as const,
    "TransferState.arrived": "ok" as const,
    "TransferState.declined": "mute" as const,
    "TransferState.withdrawn": "mute" as const,
    "ItemState.here": "ok" as const,
    "ItemState.at_bank": "due" as const,
    "ItemState.out": "plum" as const,
    "ItemState.handed_over": "mute" as const,
};
