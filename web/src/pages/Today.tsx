import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { isShown, todayCards } from "@/app/registry";
import { useSession, useSignedIn } from "@/app/session";
import { MyTasks } from "@/kit/MyTasks";
import { useNow } from "@/kit/now";
import { storeTime } from "@/words/format";

function greetingKey(hour: number): string {
    if (hour < 5) return "ui.today.night";
    if (hour < 11) return "ui.today.morning";
    if (hour < 13) return "ui.today.noon";
    if (hour < 18) return "ui.today.afternoon";
    return "ui.today.evening";
}

/** The start of the day: what is late, what waits for me, who is in the house; modules add their cards. */
export default function Today() {
    const { t, i18n } = useTranslation();
    const { may } = useSession();
    const session = useSignedIn();
    const now = storeTime(useNow(60));
    const cards = todayCards.filter(
        (card) =>
            isShown(card, may) && (!card.roles || card.roles.some((role) => session.roles.includes(role))),
    );
    const at = (place: "main" | "side" | "full") =>
        cards
            .filter((card) => (card.place ?? "main") === place)
            .map(({ name, Card }) => (
                <Suspense key={name} fallback={<div className="fc-card fc-card-wait" />}>
                    <Card />
                </Suspense>
            ));
    const date = now.locale(i18n.language === "en" ? "en" : "zh-cn").format(t("ui.today.date_format"));
    return (
        <div className="fc-page fc-today">
            <header className="fc-today-head">
                <h1>{t(greetingKey(now.hour()), { name: session.user.name })}</h1>
                <p>{date}</p>
            </header>
            <div className="fc-today-body">
                <div className="fc-today-main">
                    {at("full")}
                    <div className="fc-today-cards">{at("main")}</div>
                </div>
                <div className="fc-today-side">
                    <MyTasks />
                    {at("side")}
                </div>
            </div>
        </div>
    );
}
