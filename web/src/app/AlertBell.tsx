import { BellOutlined, CheckOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { App, Badge, Button, Popover } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { postAction } from "@/api/client";
import { EmptyState } from "@/kit/EmptyState";
import { InstantText } from "@/kit/InstantText";
import { useView } from "@/kit/useView";
import { sentence } from "@/words/i18n";
import { inTopBar } from "./inTopBar";
import { onLiveAlert } from "./live";
import { linkOf } from "./registry";

interface AlertRow {
    id: number;
    at?: string;
    raised_at?: string;
    title_key: string;
    title_params?: Record<string, unknown>;
    params?: Record<string, unknown>;
    link?: string;
    level?: string;
    object_type?: string;
    object_id?: number;
}

const kinds = { info: "info", warning: "warning", urgent: "error" } as const;

/** Alerts meant for me: a card when one comes in, and the list of those not yet seen to. */
export function AlertBell() {
    const { t } = useTranslation();
    const { notification } = App.useApp();
    const navigate = useNavigate();
    const client = useQueryClient();
    const [open, setOpen] = useState(false);
    const { data } = useView("tasks.my_alerts", {}, { everyMs: 120_000 });
    const rows = (data?.rows ?? []) as AlertRow[];
    const refresh = () => client.invalidateQueries({ queryKey: ["view", { view: "tasks.my_alerts" }] });

    useEffect(
        () =>
            onLiveAlert((alert) => {
                // The same alert may come by two ways; a second card would only be in the way.
                const key = JSON.stringify([alert.title_key, alert.params, alert.link]);
                const follow = () => {
                    notification.destroy(key);
                    if (alert.link) navigate(alert.link);
                };
                notification[kinds[alert.level ?? "info"] ?? "info"]({
                    key,
                    title: sentence(alert.title_key, alert.params),
                    className: `fc-alert ${alert.level ?? "info"}`,
                    // Work that waits for a person stays until the person has seen it.
                    duration: alert.level === "info" || !alert.level ? 8 : 0,
                    role: "alert",
                    actions: alert.link && (
                        <Button type="primary" size="small" onClick={follow}>
                            {t("ui.alert_open")}
                        </Button>
                    ),
                });
                client.invalidateQueries({
                    predicate: ({ queryKey }) =>
                        (queryKey[1] as { view?: string } | undefined)?.view === "tasks.my_alerts",
                });
            }),
        [notification, navigate, client, t],
    );

    const seen = async (...read: AlertRow[]) => {
        // An alert that could not be marked simply stays in the list.
        await postAction("tasks.mark_alerts_read", { alert_ids: read.map((row) => row.id) }).catch(() => {});
        refresh();
    };
    const list = (
        <div className="fc-alert-list">
            {rows.length === 0 && <EmptyState small title={t("ui.no_alerts")} />}
            {rows.map((row) => {
                const title = sentence(row.title_key, row.title_params ?? row.params);
                const at = row.raised_at ?? row.at;
                const link =
                    row.link || (row.object_type ? linkOf(row.object_type, row.object_id ?? 0) : undefined);
                const follow = () => {
                    setOpen(false);
                    seen(row);
                };
                return (
                    <div key={row.id} className={`fc-alert-row ${row.level ?? "info"}`}>
                        <span>
                            {link ? (
                                <Link to={link} onClick={follow}>
                                    {title}
                                </Link>
                            ) : (
                                title
                            )}
                            {at && <InstantText value={at} />}
                        </span>
                        <Button
                            type="text"
                            size="small"
                            icon={<CheckOutlined />}
                            aria-label={t("ui.alert_seen")}
                            title={t("ui.alert_seen")}
                            onClick={() => seen(row)}
                        />
                    </div>
                );
            })}
        </div>
    );
    return (
        <Popover
            content={list}
            title={
                <div className="fc-alert-title">
                    {t("ui.alerts")}
                    {rows.length > 1 && (
                        <Button type="link" size="small" onClick={() => seen(...rows)}>
                            {t("ui.alerts_all_seen")}
                        </Button>
                    )}
                </div>
            }
            trigger="click"
            placement="bottomRight"
            getPopupContainer={inTopBar}
            open={open}
            onOpenChange={setOpen}
        >
            <button
                type="button"
                className="fc-icon-button"
                aria-label={t("ui.alerts_unread", { n: rows.length })}
            >
                <Badge count={rows.length} size="small" offset={[4, -4]} color="var(--late-fill)">
                    <BellOutlined />
                </Badge>
            </button>
        </Popover>
    );
}
