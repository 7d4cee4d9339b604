import { ApartmentOutlined } from "@ant-design/icons";
import { type NavItem, page } from "@/app/module";

export const nav: NavItem[] = [
    {
        key: "nav.standards",
        path: "/standards",
        group: "store",
        icon: <ApartmentOutlined />,
        needs: "standards.standard_read",
        order: 30,
    },
];

export const routes = [
    { path: "standards", lazy: page(() => import("./ProcessList")) },
    { path: "standards/lists", lazy: page(() => import("./lists/Lists")) },
    { path: "standards/lists/:checklist", lazy: page(() => import("./lists/List")) },
    { path: "standards/limits", lazy: page(() => import("./limits/Limits")) },
    { path: "standards/:process", lazy: page(() => import("./Process")) },
];
