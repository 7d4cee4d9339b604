import { UserSwitchOutlined } from "@ant-design/icons";
import { type NavItem, page } from "@/app/module";

export const nav: NavItem[] = [
    {
        key: "nav.staff",
        path: "/staff",
        group: "store",
        icon: <UserSwitchOutlined />,
        needs: "access.staff_write",
        order: 40,
    },
];

export const routes = [
    { path: "account", lazy: page(() => import("./Account")) },
    { path: "staff", lazy: page(() => import("./Staff")) },
];
