import { SwapOutlined } from "@ant-design/icons";
import { type NavItem, page } from "@/app/module";

export const nav: NavItem[] = [
    {
        key: "nav.used_cars",
        path: "/used-cars",
        group: "sales",
        icon: <SwapOutlined />,
        needs: "used_cars.used_car_read",
        order: 53,
    },
];

export const routes = [
    { path: "used-cars", lazy: page(() => import("./UsedBoard")) },
    { path: "used-cars/all", lazy: page(() => import("./UsedCarList")) },
    { path: "used-cars/:id", lazy: page(() => import("./UsedCar")) },
];

export const searchLinks = { used_car: (id: number) => `/used-cars/${id}` };

export const tones = {
    "UsedStep.arrived": "info" as const,
    "UsedStep.inspection": "due" as const,
    "UsedStep.mechanical": "due" as const,
    "UsedStep.body_paint": "due" as const,
    "UsedStep.cleaning": "due" as const,
    "UsedStep.photos": "due" as const,
    "UsedStep.for_sale": "ok" as const,
    "UsedStep.sold": "mute" as const,
    "ReconditioningState.planned": "due" as const,
    "ReconditioningState.done": "ok" as const,
    "ReconditioningState.dropped": "mute" as const,
    "UsedSource.purchase": "info" as const,
    "UsedSource.trade_in": "plum" as const,
};
