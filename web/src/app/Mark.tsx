export interface MarkProps {
    size?: number;
}

/** The mark: a canopy over the forecourt, and the lamp of a car arriving under it. */
export function Mark({ size = 28 }: MarkProps) {
    return (
        <svg viewBox="0 0 32 32" width={size} height={size} className="fc-mark" aria-hidden="true">
            <rect width="32" height="32" rx="8" fill="#1b5470" />
            <path
                d="M5.5 13.2 16 7.2l10.5 6M9 14.5V25M23 14.5V25"
                fill="none"
                stroke="#fff"
                strokeWidth="2.4"
                strokeLinecap="round"
                strokeLinejoin="round"
            />
            <path d="M12.4 25a3.6 3.6 0 0 1 7.2 0z" fill="#e9a45c" />
        </svg>
    );
}

/** Mark and name. */
export function Brand({ size = 28 }: MarkProps) {
    return (
        <span className="fc-brand">
            <Mark size={size} />
            <span className="fc-brand-zh">前庭</span>
            <span className="fc-brand-en">Forecourt</span>
        </span>
    );
}
