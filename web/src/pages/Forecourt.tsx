import { SedanSide } from "@/kit/CarShapes";

/** The sign-in page's picture: the store in the evening, canopy, glass front, and a car under the light. */
export function Forecourt() {
    return (
        <svg
            className="fc-forecourt"
            viewBox="0 0 640 400"
            preserveAspectRatio="xMidYMax slice"
            aria-hidden="true"
        >
            <defs>
                <linearGradient id="fc-glass" x1="0" y1="0" x2="0" y2="1">
                    <stop offset="0" stopColor="#f4c98f" />
                    <stop offset="1" stopColor="#e9b06a" stopOpacity=".35" />
                </linearGradient>
                <linearGradient id="fc-floor" x1="0" y1="0" x2="0" y2="1">
                    <stop offset="0" stopColor="#f2c283" stopOpacity=".42" />
                    <stop offset="1" stopColor="#f2c283" stopOpacity="0" />
                </linearGradient>
            </defs>
            <path d="M-200 272h1040v140H-200z" fill="#0c2b3b" />
            <path d="M150 272h340l90 128H60z" fill="url(#fc-floor)" />
            <path d="M150 166h340v106H150z" fill="#164a63" />
            <path d="M166 178h308v94H166z" fill="url(#fc-glass)" />
            <path
                d="M166 178v94M243 178v94M320 178v94M397 178v94M474 178v94M166 206h308"
                stroke="#164a63"
                strokeWidth="4"
            />
            <path d="M92 158h12v116H92zM536 158h12v116h-12z" fill="#dfe7ea" />
            <path d="M320 92 66 152v14l254-58 254 58v-14z" fill="#f1f4f5" />
            <path d="M320 108 104 158v8h432v-8z" fill="#113a4e" />
            <path d="M-200 272h1040v3H-200z" fill="#0a2433" />
            <g className="fc-forecourt-car" transform="translate(470 250) scale(-.62 .62)">
                <SedanSide />
            </g>
        </svg>
    );
}
