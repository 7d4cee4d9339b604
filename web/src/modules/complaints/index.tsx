import { MessageOutlined } from "@ant-design/icons";
import { lazy, Suspense } from "react";
import { type NavItem, page, type TodayCard } from "@/app/module";

const OpenComplaints = lazy(() => import("./OpenComplaints"));

export const nav: NavItem[] = [
    {
        key: "nav.complaints",
        path: "/complaints",
        group: "customers",
        icon: <MessageOutlined />,
        needs: "complaints.complaint_read",
        order: 40,
    },
];

export const routes = [
    { path: "complaints", lazy: page(() => import("./ComplaintList")) },
    { path: "complaints/:id", lazy: page(() => import("./Complaint")) },
];

export const todayCards: TodayCard[] = [
    {
        name: "complaints.open",
        roles: ["care", "gm"],
        needs: "complaints.complaint_read",
        order: 30,
        Card: () => (
            <Suspense>
                <OpenComplaints />
            </Suspense>
        ),
    },
];

export const searchLinks = { complaint: (id: number) => `/complaints/${id}` };

export const tones = {
    "ComplaintState.received": "late" as const,
    "ComplaintState.reviewed": "due" as const,
    "ComplaintState.agreed": "info" as const,
    "ComplaintState.carried_out": "info" as const,
    "ComplaintState.closed": "ok" as const,
    "ComplaintState.dismissed": "mute" as const,
    "Severity.major": "late" as const,
    "Severity.general": "due" as const,
    "Severity.minor": "info" as const,
};
