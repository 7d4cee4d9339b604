import { CameraOutlined, CloseOutlined, PictureOutlined } from "@ant-design/icons";
import { Image } from "antd";
import { useId, useRef, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { flushUploads, isWaiting, pictureUrl, queueUpload, uploadState } from "./uploads";

export interface PhotoFieldProps {
    /** The hash of the photo, or hashes when `multiple`. */
    value?: string | string[] | null;
    // biome-ignore lint/suspicious/noExplicitAny: one hash or several, as `multiple` says
    onChange?: (value: any) => void;
    multiple?: boolean;
    /** Most photos that may be taken (default 20). */
    max?: number;
    id?: string;
    "aria-label"?: string;
}

const longestSide = 1600;

/**
 * Makes a photo small enough to send from a workshop: at most 1600 px, JPEG. Small JPEGs stay as they are.
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
    const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
    if (scale === 1 && file.type === "image/jpeg" && file.size < 600_000) return file;
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext("2d")!.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return new Promise((resolve, reject) =>
        canvas.toBlob(
            (blob) => (blob ? resolve(blob) : reject(new Error("the photo could not be written"))),
            "image/jpeg",
            0.82,
        ),
    );
}

/**
 * Takes photos with the camera or from the device. Each is made small, kept on the device until it was sent,
 * and counts as taken at once: no line, no waiting.
 */
export function PhotoField({ value, onChange, multiple, max = 20, id, ...rest }: PhotoFieldProps) {
    const { t } = useTranslation();
    const input = useRef<HTMLInputElement>(null);
    const ownId = useId();
    const [busy, setBusy] = useState(false);
    const [failed, setFailed] = useState(false);
    useSyncExternalStore(uploadState.subscribe, uploadState.get);
    const hashes = Array.isArray(value) ? value : value ? [value] : [];
    const give = (next: string[]) => onChange?.(multiple ? next : next[0]);
    const take = async (files: FileList | null) => {
        setBusy(true);
        setFailed(false);
        const taken = [...hashes];
        try {
            for (const file of [...(files ?? [])].slice(0, multiple ? max - taken.length : 1)) {
                const hash = await queueUpload(await shrinkPhoto(file));
                if (!multiple) taken.length = 0;
                if (!taken.includes(hash)) taken.push(hash);
            }
            give(taken);
        } catch {
            setFailed(true);
        } finally {
            setBusy(false);
            if (input.current) input.current.value = "";
        }
    };
    const full = hashes.length >= (multiple ? max : 1);
    return (
        <div className="fc-photos">
            <Image.PreviewGroup>
                {hashes.map((hash) => (
                    <div key={hash} className="fc-photo">
                        <Image src={pictureUrl(hash)} alt={t("ui.photo.alt")} width={88} height={88} />
                        {isWaiting(hash) && (
                            <button type="button" className="fc-photo-wait" onClick={() => flushUploads()}>
                                {t("ui.photo.waiting")}
                            </button>
                        )}
                        <button
                            type="button"
                            className="fc-photo-remove"
                            aria-label={t("ui.photo.remove")}
                            onClick={() => give(hashes.filter((one) => one !== hash))}
                        >
                            <CloseOutlined />
                        </button>
                    </div>
                ))}
            </Image.PreviewGroup>
            {!full && (
                <label className="fc-photo-add" htmlFor={id ?? ownId} aria-busy={busy}>
                    {busy ? <PictureOutlined /> : <CameraOutlined />}
                    <span>{t(busy ? "ui.photo.busy" : "ui.photo.add")}</span>
                    <input
                        ref={input}
                        id={id ?? ownId}
                        type="file"
                        accept="image/*"
                        capture="environment"
                        multiple={multiple}
                        aria-label={rest["aria-label"]}
                        onChange={(event) => take(event.target.files)}
                    />
                </label>
            )}
            {failed && (
                <span className="fc-photo-failed" role="alert">
                    {t("ui.photo.failed")}
                </span>
            )}
        </div>
    );
}
