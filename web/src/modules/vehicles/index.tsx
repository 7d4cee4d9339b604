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
    { path: "models/:id", lazy: page(() => import("./Model")) },
    { path: "stock", lazy: page(() => import("./StockList")) },
    { path: "cars/:id", lazy: page(() => import("./Car")) },
];

export const searchLinks = {
    model: (id: number) => `/models/${id}`,
    car: (id: number) => `/cars/${id}`,
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
};
