import { PayCircleOutlined, RollbackOutlined, TransactionOutlined, WalletOutlined } from "@ant-design/icons";
import { lazy, Suspense } from "react";
import { type NavItem, page, type TodayCard } from "@/app/module";

const DueToday = lazy(() => import("./DueToday"));

export const nav: NavItem[] = [
    {
        key: "nav.cashier",
        path: "/cashier",
        group: "money",
        icon: <WalletOutlined />,
        needs: "payments.payment_read",
        order: 10,
    },
    {
        key: "nav.payments",
        path: "/payments",
        group: "money",
        icon: <TransactionOutlined />,
        needs: "payments.payment_read",
        order: 12,
    },
    {
        key: "nav.refunds",
        path: "/refunds",
        group: "money",
        icon: <RollbackOutlined />,
        needs: "payments.payment_read",
        order: 14,
    },
    {
        key: "nav.day_closing",
        path: "/cashier/closing",
        group: "money",
        icon: <PayCircleOutlined />,
        needs: "payments.day_close",
        order: 16,
    },
];

export const routes = [
    { path: "cashier", lazy: page(() => import("./Cashier")) },
    { path: "cashier/closing", lazy: page(() => import("./DayClosing")) },
    { path: "cashier/:id", lazy: page(() => import("./Due")) },
    { path: "payments", lazy: page(() => import("./PaymentList")) },
    { path: "payments/notices", lazy: page(() => import("./Notices")) },
    { path: "payments/:id", lazy: page(() => import("./Payment")) },
    { path: "refunds", lazy: page(() => import("./RefundList")) },
];

export const todayCards: TodayCard[] = [
    {
        name: "payments.due",
        roles: ["cashier", "finance"],
        needs: "payments.payment_read",
        place: "full",
        order: 10,
        Card: () => (
            <Suspense>
                <DueToday />
            </Suspense>
        ),
    },
];

export const searchLinks = {
    payment: (id: number) => `/payments/${id}`,
    payment_due: (id: number) => `/cashier/${id}`,
};
export const tones = {
    "DueStanding.open": "due" as const,
    "DueStanding.overpaid": "late" as const,
    "RefundState.asked": "due" as const,
    "RefundState.granted": "info" as const,
    "RefundState.paid": "ok" as const,
};
