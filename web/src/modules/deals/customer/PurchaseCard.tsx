import "./purchase.css";
import { RightOutlined } from "@ant-design/icons";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ViewAnswer } from "@/api/typed";
import { PlateText, useView } from "@/kit";
import { storeTime } from "@/words/format";

export type Purchase = ViewAnswer<"deals.my_purchases">["purchases"][number];

/** What the customer waits for most: her car, and what is still being done for it. */
export function headline(one: Purchase, t: TFunction): string {
    if (one.delivered_at)
        return t("ui.my.delivered_on", { at: storeTime(one.delivered_at).format("YYYY-MM-DD") });
    if (one.deliver_on) return t("ui.my.deliver_by", { at: one.deliver_on });
    return t(`DealState.${one.state}`);
}

/** Her purchases on her own page, each leading to where everything stands. */
export function PurchaseCards({ token }: { token: string }) {
    const { t } = useTranslation();
    const { data } = useView("deals.my_purchases", {}, { everyMs: 60_000, also: ["delivery", "payments"] });
    return (
        <>
            {data?.purchases.map((one) => {
                const open = one.cases.filter((each) => each.state !== "done").length;
                const late = one.cases.some((each) => each.is_late);
                return (
                    <Link
                        key={one.deal_id}
                        to={`/c/${token}/purchases/${one.deal_id}`}
                        className="my-card my-open"
                    >
                        <header>
                            {one.plate && <PlateText value={one.plate} />}
                            <b>{one.car_title}</b>
                            <RightOutlined />
                        </header>
                        <h2>{headline(one, t)}</h2>
                        <p className={late ? "my-late" : undefined}>
                            {open > 0
                                ? t(late ? "ui.my.cases_late" : "ui.my.cases_open", { n: open })
                                : one.cases.length > 0
                                  ? t("ui.my.cases_done")
                                  : t("ui.my.see_purchase")}
                        </p>
                    </Link>
                );
            })}
        </>
    );
}
