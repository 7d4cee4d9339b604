import { Image } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { fileUrl } from "@/api/client";
import { Card, MoneyText, RecordPage } from "@/kit";
import "./stock.css";

function hashes(photos: unknown): string[] {
    const list = typeof photos === "string" ? JSON.parse(photos) : photos;
    return Array.isArray(list) ? list : [];
}

/** One claim: what is broken, what the carrier says, what was done. */
export default function Claim() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    return (
        <RecordPage
            view="vehicles.claim_record"
            params={{ claim_id: id }}
            head="claim"
            object={{ type: "claim", id }}
            kicker={(one) => `${t("object.claim")} ${one.number}`}
            title={(one) => one.car_title}
            state={(one) => ({ type: "DamageClaimState", value: one.claim.state })}
            facts={[
                { field: "damage", wide: true },
                {
                    field: "car_id",
                    show: (one) => <Link to={`/cars/${one.car_id}`}>{t("ui.stock.to_car")}</Link>,
                },
                "found_at",
                "found_by",
                { field: "carrier", show: (one) => one.carrier || "—" },
                { field: "claimed", show: (one) => <MoneyText value={one.claimed} /> },
                { field: "accepted", show: (one) => <MoneyText value={one.accepted} /> },
                { field: "received", show: (one) => <MoneyText value={one.received} /> },
                { field: "answer", wide: true, show: (one) => one.answer || null },
                { field: "repair", wide: true, show: (one) => one.repair || null },
            ]}
        >
            {(one) =>
                hashes(one.photos).length > 0 ? (
                    <Card title={t("field.photos")} count={hashes(one.photos).length}>
                        <div className="fc-photos">
                            <Image.PreviewGroup>
                                {hashes(one.photos).map((hash) => (
                                    <Image key={hash} src={fileUrl(hash)} width={160} alt={one.damage} />
                                ))}
                            </Image.PreviewGroup>
                        </div>
                    </Card>
                ) : null
            }
        </RecordPage>
    );
}
