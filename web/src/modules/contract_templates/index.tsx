import { FileProtectOutlined } from "@ant-design/icons";
import { type NavItem, page } from "@/app/module";

export const nav: NavItem[] = [
    {
        key: "nav.contract_templates",
        path: "/contract_templates",
        group: "store",
        icon: <FileProtectOutlined />,
        needs: "contract_templates.template_read",
        order: 32,
    },
];

export const routes = [
    { path: "contract_templates", lazy: page(() => import("./Templates")) },
    { path: "contract_templates/:name", lazy: page(() => import("./Template")) },
];
