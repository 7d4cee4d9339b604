import { FileDoneOutlined, FundProjectionScreenOutlined, SmileOutlined } from "@ant-design/icons";
import { type NavItem, page } from "@/app/module";

export const nav: NavItem[] = [
    {
        key: "nav.conformance",
        path: "/conformance",
        group: "store",
        icon: <FundProjectionScreenOutlined />,
        needs: "standards.conformance_read",
        order: 31,
    },
    {
        key: "nav.warmth",
        path: "/warmth",
        group: "store",
        icon: <SmileOutlined />,
        needs: "standards.conformance_read",
        order: 32,
    },
    {
        key: "nav.promises",
        path: "/promises",
        group: "store",
        icon: <FileDoneOutlined />,
        needs: "insight.figures_read",
        order: 33,
    },
];

export const routes = [
    { path: "conformance", lazy: page(() => import("./Conformance")) },
    { path: "conformance/:id", lazy: page(() => import("./CaseConformance")) },
    { path: "warmth", lazy: page(() => import("./Warmth")) },
    { path: "promises", lazy: page(() => import("./Promises")) },
    { path: "promises/:case_type/:case_id", lazy: page(() => import("./CasePromises")) },
];

export const searchLinks = { standard_case: (id: number) => `/conformance/${id}` };

export const tones = {
    "PromiseOutcome.open": "info" as const,
    "PromiseOutcome.kept": "ok" as const,
    "PromiseOutcome.kept_after_change": "due" as const,
    "PromiseOutcome.broken": "late" as const,
    "PromiseOutcome.withdrawn": "mute" as const,
    "DeviationKind.missing": "late" as const,
    "DeviationKind.out_of_order": "plum" as const,
    "DeviationKind.wrong_role": "plum" as const,
    "DeviationKind.without_evidence": "due" as const,
    "DeviationKind.too_early": "info" as const,
    "DeviationKind.too_late": "late" as const,
};
