import { Image } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card, PhotoField, useAction } from "@/kit";
import { pictureUrl, uploadsSettled } from "@/kit/uploads";
import type { UsedCarRecord, UsedPhotos } from "./types";

function Shown({ photos }: { photos: string[] }) {
    const { t } = useTranslation();
    return (
        <div className="fc-photos">
            {photos.map((hash) => (
                <div key={hash} className="fc-photo">
                    <Image src={pictureUrl(hash)} alt={t("ui.photo.alt")} width={88} height={88} />
                </div>
            ))}
        </div>
    );
}

/** One place's frame: a photo shows at once and is saved when it has reached the program. */
function Frame({ car, place }: { car: number; place: UsedPhotos }) {
    const { t } = useTranslation();
    const set = useAction("used_cars.set_photos");
    const [taken, setTaken] = useState<string[]>();
    const put = async (photos: string[]) => {
        setTaken(photos);
        await uploadsSettled();
        await set.run({ used_car_id: car, place: place.place, photos });
        setTaken(undefined);
    };
    return (
        <PhotoField
            multiple
            max={12}
            value={taken ?? place.photos}
            aria-label={t(`PhotoPlace.${place.place}`)}
            onChange={put}
        />
    );
}

/** The photos of the advertisement, place by place: what is missing stands there as an empty frame. */
export function PhotosCard({ car }: { car: UsedCarRecord }) {
    const { t } = useTranslation();
    const allowed = car.allowed_actions.find((one) => one.name === "used_cars.set_photos");
    const writes = !!allowed && !allowed.refused_because;
    const needed = car.photos.filter((one) => one.needed);
    const there = needed.filter((one) => one.photos.length > 0).length;
    const shown = writes ? car.photos : car.photos.filter((one) => one.photos.length > 0);
    if (shown.length === 0) return null;
    return (
        <Card
            title={t("ui.used.photos")}
            extra={
                <span className={there < needed.length ? "fc-late-text" : "fc-soft"}>
                    {t("ui.used.photos_needed", { there, needed: needed.length })}
                </span>
            }
        >
            <Image.PreviewGroup>
                <ul className="uc-photos">
                    {shown.map((one) => (
                        <li key={one.place} aria-label={t(`PhotoPlace.${one.place}`)}>
                            <h4>
                                {t(`PhotoPlace.${one.place}`)}
                                {one.needed && one.photos.length === 0 && (
                                    <span className="fc-state due">{t("ui.used.photo_needed")}</span>
                                )}
                            </h4>
                            {writes ? <Frame car={car.id} place={one} /> : <Shown photos={one.photos} />}
                        </li>
                    ))}
                </ul>
            </Image.PreviewGroup>
        </Card>
    );
}
