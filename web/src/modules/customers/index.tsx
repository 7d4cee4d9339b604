import { ContactsOutlined, ImportOutlined } from "@ant-design/icons";
import { type NavItem, page } from "@/app/module";

export const nav: NavItem[] = [
    {
        key: "nav.customers",
        path: "/customers",
        group: "customers",
        icon: <ContactsOutlined />,
        needs: "customers.customer_read",
        order: 10,
    },
    {
        key: "nav.customer_import",
        path: "/customers/import",
        group: "customers",
        icon: <ImportOutlined />,
        needs: "customers.import_write",
        order: 90,
    },
];

export const routes = [
    { path: "customers", lazy: page(() => import("./CustomerList")) },
    { path: "customers/import", lazy: page(() => import("./ImportPage")) },
    { path: "customers/import/:id", lazy: page(() => import("./Import")) },
    { path: "customers/:id", lazy: page(() => import("./Customer")) },
];

export const searchLinks = {
    customer: (id: number) => `/customers/${id}`,
    customer_import: (id: number) => `/customers/import/${id}`,
};

interface Found {
    name: string;
    phone_masked: string;
    cars: string;
}
export const pickers = {
    customer: {
        view: "customers.customer_list",
        params: { limit: 12 },
        search: "q",
        label: (row: Found) => `${row.name} ${row.phone_masked}`,
        detail: (row: Found) => row.cars || undefined,
    },
};
export const tones = { "ImportState.checked": "due" as const, "ImportState.committed": "ok" as const };
