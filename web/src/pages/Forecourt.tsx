/** The sign-in page's picture: the store in the evening, canopy, glass front, and a car under the light. */
export function Forecourt() {
    return (
        <svg
            className="fc-forecourt"
            viewBox="0 0 640 360"
            preserveAspectRatio="xMidYMax slice"
            aria-hidden="true"
        >
            <defs>
                <linearGradient id="fc-glass" x1="0" y1="0" x2="0" y2="1">
                    <stop offset="0" stopColor="#f2c283" stopOpacity=".95" />
                    <stop offset="1" stopColor="#f2c283" stopOpacity=".25" />
                </linearGradient>
                <linearGradient id="fc-floor" x1="0" y1="0" x2="0" y2="1">
                    <stop offset="0" stopColor="#f2c283" stopOpacity=".38" />
                    <stop offset="1" stopColor="#f2c283" stopOpacity="0" />
                </linearGradient>
            </defs>
            <path d="M0 250h640v110H0z" fill="#0c2b3b" />
            <path d="M96 250h448l72 110H24z" fill="url(#fc-floor)" />
            <path d="M40 136 320 58l280 78v12L320 72 40 148z" fill="#e9eef0" />
            <path d="M78 142 320 76l242 66z" fill="#0f3a50" />
            <path d="M112 150h416v100H112z" fill="url(#fc-glass)" />
            <g stroke="#0f3a50" strokeWidth="5">
                <path d="M112 150v100M216 150v100M320 150v100M424 150v100M528 150v100" />
                <path d="M112 184h416" strokeWidth="2.5" />
            </g>
            <path d="M64 144h14v108H64zM562 144h14v108h-14z" fill="#e9eef0" />
            <path d="M0 250h640v3H0z" fill="#0a2433" />
            <g transform="translate(196 206)">
                <ellipse cx="124" cy="76" rx="136" ry="8" fill="#061a25" opacity=".55" />
                <path
                    d="M6 62c-3-12 0-24 10-28 14-5 30-7 44-10 18-14 36-22 62-22 30 0 50 8 68 22 18 2 36 5 46 12 7 5 8 16 5 26-1 4-4 6-8 6H14c-4 0-7-2-8-6z"
                    fill="#f6f4ef"
                />
                <path d="M70 25c14-10 28-15 48-15v16H66zM126 10c24 0 40 6 54 16h-54z" fill="#123a4d" />
                <path d="M10 46c40 4 180 4 230-2" stroke="#c9c5bb" strokeWidth="1.6" fill="none" />
                <path d="M232 38c6 2 9 5 9 9h-14c0-4 2-7 5-9z" fill="#e9a45c" />
                <path d="M8 42c4-2 10-3 15-3-1 5-5 8-14 8z" fill="#d0584a" />
                <g>
                    <circle cx="54" cy="66" r="17" fill="#14242d" />
                    <circle cx="54" cy="66" r="9" fill="#aeb7bb" />
                    <circle cx="196" cy="66" r="17" fill="#14242d" />
                    <circle cx="196" cy="66" r="9" fill="#aeb7bb" />
                </g>
            </g>
        </svg>
    );
}
