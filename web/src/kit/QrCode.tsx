import { QRCode } from "antd";

export interface QrCodeProps {
    /** What a phone reads; relative addresses are made complete. */
    value: string;
    size?: number;
    caption?: React.ReactNode;
}

/** A code for the customer's phone: always dark on white, so that cameras read it in dark mode too. */
export function QrCode({ value, size = 168, caption }: QrCodeProps) {
    const complete = value.startsWith("/") ? window.location.origin + value : value;
    return (
        <figure className="fc-qr">
            <QRCode
                value={complete}
                size={size}
                color="#14202b"
                bgColor="#ffffff"
                type="svg"
                errorLevel="M"
                aria-label={complete}
            />
            {caption && <figcaption>{caption}</figcaption>}
        </figure>
    );
}
