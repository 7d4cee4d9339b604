import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { MoneyText, PersonalLink } from "@/kit";

export interface ConsentLinkProps {
    link: string;
    amount: number;
    lines: number;
    ends_at?: string;
    /** Under the code, when there is more to say. */
    note?: ReactNode;
}

/** The link to the question about an order: what is asked, and the way to the answer. */
export function ConsentLink({ link, amount, lines, ends_at, note }: ConsentLinkProps) {
    const { t } = useTranslation();
    const about = (
        <p>
            {t("ui.workshop.asked_text", { n: lines })} <MoneyText value={amount} strong />
        </p>
    );
    if (!link) return about;
    return (
        <>
            <PersonalLink link={link} ends_at={ends_at} caption={t("ui.workshop.scan")}>
                {about}
            </PersonalLink>
            {note && <p className="fc-soft ws-link-note">{note}</p>}
        </>
    );
}
