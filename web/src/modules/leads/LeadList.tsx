import { CloseOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useSession, useSignedIn } from "@/app/session";
import { ClockBadge, InstantText, ListPage, useView } from "@/kit";
import { GradeBar } from "./GradeBar";

/** Leads, the most urgent next contact first: by grade, mine or everybody's, or only what is overdue. */
export default function LeadList() {
    const { t } = useTranslation();
    const { user, roles } = useSignedIn();
    const { may } = useSession();
    const [search, setSearch] = useSearchParams();
    const [now] = useState(() => new Date().toISOString());
    const grade = search.get("grade") ?? undefined;
    const who = search.get("who") ?? (roles.includes("sales") ? "mine" : "all");
    const overdue = search.get("overdue") === "true";
    const campaign = search.get("campaign") ?? undefined;
    const set = (name: string, value: string | undefined) =>
        setSearch(
            (before) => {
                const next = new URLSearchParams(before);
                if (value) next.set(name, value);
                else next.delete(name);
                return next;
            },
            { replace: true },
        );
    const campaigns = useView("leads.campaigns", {}).data?.rows ?? [];
    const consultant_id = who === "mine" ? user.id : undefined;
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("nav.leads")}</h1>
                <Segmented
                    value={who}
                    onChange={(value) => set("who", value)}
                    options={[
                        { value: "mine", label: t("ui.leads.mine") },
                        { value: "all", label: t("ui.leads.all") },
                    ]}
                />
                <button
                    type="button"
                    className={overdue ? "fc-toggle on" : "fc-toggle"}
                    aria-pressed={overdue}
                    onClick={() => set("overdue", overdue ? undefined : "true")}
                >
                    {t("ui.leads.only_overdue")}
                </button>
                {campaign && (
                    <button type="button" className="fc-toggle on" onClick={() => set("campaign", undefined)}>
                        {t("field.campaign")}: {campaign} <CloseOutlined />
                    </button>
                )}
                <div className="fc-page-actions">
                    {may("leads.lead_enter") && (
                        <Link to="/leads/new">
                            <Button type="primary" icon={<PlusOutlined />}>
                                {t("leads.register_lead")}
                            </Button>
                        </Link>
                    )}
                </div>
            </header>
            <GradeBar
                chosen={grade}
                onChoose={(value) => set("grade", value)}
                consultant_id={consultant_id}
            />
            <div className="fc-leads-list">
                <ListPage
                    key={`${grade} ${who} ${overdue} ${campaign}`}
                    embedded
                    view="leads.lead_list"
                    sort="next_contact_at"
                    params={{
                        grade,
                        consultant_id,
                        ...(campaign ? { campaign } : {}),
                        state: overdue || grade ? "open" : undefined,
                        due_before: overdue ? now : undefined,
                    }}
                    choices={{ campaign: campaigns.map((one) => one.campaign) }}
                    filters={["state", "source", "campaign"]}
                    rowLink={(row) => `/leads/${row.id}`}
                    rowTone={(row) =>
                        row.state === "open" && Date.parse(row.next_contact_at as string) < Date.now()
                            ? "late"
                            : undefined
                    }
                    columns={[
                        "customer_name",
                        "grade",
                        "state",
                        "model_name",
                        {
                            field: "next_contact_at",
                            sortable: true,
                            show: (row) =>
                                row.state === "open" && row.next_contact_at ? (
                                    <ClockBadge due_at={row.next_contact_at as string} compact />
                                ) : (
                                    <span className="fc-none">—</span>
                                ),
                        },
                        { field: "next_contact_plan", hideOnPhone: true },
                        {
                            field: "last_contact_at",
                            hideOnPhone: true,
                            show: (row) => <InstantText value={row.last_contact_at as string} />,
                        },
                        { field: "consultant_name", hideOnPhone: true },
                        { field: "number", hideOnPhone: true },
                    ]}
                />
            </div>
        </div>
    );
}
