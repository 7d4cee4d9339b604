import { BankOutlined } from "@ant-design/icons";
import { type NavItem, page } from "@/app/module";

export const nav: NavItem[] = [
    {
        key: "nav.loans",
        path: "/loans",
        group: "sales",
        icon: <BankOutlined />,
        needs: "financing.loan_list_read",
        order: 26,
    },
];

export const routes = [
    { path: "loans", lazy: page(() => import("./LoanList")) },
    { path: "loans/compare", lazy: page(() => import("./Compare")) },
    { path: "loans/products", lazy: page(() => import("./Products")) },
    { path: "loans/:id", lazy: page(() => import("./Loan")) },
    { path: "loans/:id/sign", lazy: page(() => import("./SignSheet")) },
];

export const searchLinks = { loan_application: (id: number) => `/loans/${id}` };
export const tones = {
    "ApplicationState.drafted": "mute" as const,
    "ApplicationState.submitted": "due" as const,
    "ApplicationState.approved": "info" as const,
    "ApplicationState.rejected": "late" as const,
    "ApplicationState.disbursed": "ok" as const,
    "ApplicationState.withdrawn": "mute" as const,
};
