import type { ReactNode } from "react";

export type CarBody = "sedan" | "suv";
export type CarView = "left" | "right" | "top";

/** Every view is drawn in a box of this size; marks are kept in thousandths of it. */
export const viewBox: Record<CarView, { width: number; height: number }> = {
    left: { width: 400, height: 152 },
    right: { width: 400, height: 152 },
    top: { width: 400, height: 170 },
};

function Wheel({ x, y, r }: { x: number; y: number; r: number }) {
    const rim = r * 0.68;
    const spokes = [0, 72, 144, 216, 288].map((angle) => (
        <path
            key={angle}
            d={`M${x} ${y - rim * 0.22}L${x} ${y - rim * 0.92}`}
            transform={`rotate(${angle} ${x} ${y})`}
            className="spoke"
        />
    ));
    return (
        <g>
            <circle cx={x} cy={y} r={r} className="tyre" />
            <circle cx={x} cy={y} r={rim} className="rim" />
            {spokes}
            <circle cx={x} cy={y} r={rim * 0.2} className="hub" />
        </g>
    );
}

/** Seen from the left, the front at the left. */
export function SedanSide() {
    return (
        <>
            <ellipse cx="200" cy="139" rx="186" ry="5" className="shade" />
            <path
                className="body"
                d="M17 114c-4-9-4-20-1-28 2-8 10-13 22-16 28-7 60-12 86-14 22-16 46-29 76-32 32-3 62 0 84 9 20 9 38 19 54 25 16 1 32 3 40 6 7 4 9 12 8 22 2 10 2 20-2 28l-46 2a32 32 0 0 0-64 0H118a32 32 0 0 0-64 0l-32-1c-3 0-4 0-5-1z"
            />
            <path className="glass" d="M139 57c15-13 34-23 60-26l5-.4 2 28c-24 1.400-46 .6-67-1.600z" />
            <path
                className="glass"
                d="M213 30.300c27-1.800 49 1.700 67 9.700 11 5 20 11 29 17.500-28 2.300-64 2.500-94 1z"
            />
            <path
                className="line"
                d="M133 59c-5 16-5 34 2 49M209 60c3 18 3 34 0 49M303 60c-4 14-12 24-25 32"
            />
            <path className="crease" d="M25 84c84-12 262-15 360-6M120 107h152" />
            <path className="trim" d="M187 73.500l17-.8M268 72.400l17-.2" />
            <path className="lamp" d="M17.500 87c7-7 19-10 35-10.500-6 7-18 11-36 13z" />
            <path className="rear" d="M386.500 73c-13-4-26-4-37-3 7 7 21 10 37 10.500z" />
            <path className="body" d="M137 59c-2-6 4-10 13-9 4 1 4 6 1 9z" />
            <Wheel x={86} y={114} r={25} />
            <Wheel x={306} y={114} r={25} />
        </>
    );
}

function SuvSide() {
    return (
        <>
            <ellipse cx="200" cy="142" rx="186" ry="5" className="shade" />
            <path
                className="body"
                d="M17 114c-5-9-6-23-2-33 2-10 11-16 23-19 28-6 54-10 76-12 20-16 43-30 76-34 46-3 100-2 134 4 18 6 32 22 42 36 10 4 18 10 19 22 3 14 2 27-2 36l-43 2a34 34 0 0 0-68 0H120a34 34 0 0 0-68 0l-30-1c-3 0-4 0-5-1z"
            />
            <path className="glass" d="M130 52c17-15 36-25 61-28l9-.6 2 30.500c-26 .8-50 .6-72-1.900z" />
            <path className="glass" d="M208 23.200c26-1.500 52-1.500 72 .5l4 31.300c-26 1-52 .5-74-.5z" />
            <path
                className="glass"
                d="M287 24.500c18 1.500 30 5 39 10 9 7 15 13 20 20-20 1.200-38 1.200-54 .6z"
            />
            <path className="line" d="M125 54c-5 18-5 38 3 54M205 56c3 18 3 36 0 54M287 57c2 12-2 24-12 34" />
            <path className="crease" d="M20 82c84-14 262-18 364-8M122 108h148" />
            <path className="trim" d="M182 70.500l18-.8M262 69.400l18-.2M176 12.500c50-4 108-3 142 2" />
            <path className="lamp" d="M15.500 82c6-8 20-11 36-11-5 8-18 12-37 15z" />
            <path className="rear" d="M385.500 71c-9-3-20-3-29-1 3 9 14 14 29.500 14z" />
            <path className="body" d="M129 53c-2-7 5-11 14-10 4 2 4 7 1 10z" />
            <path className="sill" d="M52 114a34 34 0 0 1 68 0M272 114a34 34 0 0 1 68 0" />
            <Wheel x={86} y={114} r={28} />
            <Wheel x={306} y={114} r={28} />
        </>
    );
}

/** One half of the car from above; the other is its mirror image. */
function TopHalf({ suv }: { suv: boolean }) {
    return (
        <>
            <path className="lamp" d="M29 55c4-11 12-17 25-20-3 10-10 18-25 25z" />
            <path
                className="rear"
                d={
                    suv
                        ? "M383 56c-1-10-5-17-13-21-3 8 1 17 12 25z"
                        : "M384 58c-1-11-5-18-14-22-3 9 2 18 13 26z"
                }
            />
            <path className="crease" d="M38 60c26-4 52-6 76-6" />
            <path className="body" d="M137 24c-4-8 2-15 11-15 3 4 3 10 2 15z" />
            <path
                className="glass"
                d={
                    suv
                        ? "M148 32l32 11 140 2 22-9c-50-6-140-8-194-4z"
                        : "M148 32l34 11 90 2 42-10c-46-5-112-7-166-3z"
                }
            />
            <path className="line" d={suv ? "M232 24v19M292 24l4 20" : "M226 24v19M282 24l-8 20"} />
        </>
    );
}

/** From above, the front at the left. */
function Top({ suv }: { suv: boolean }) {
    return (
        <>
            <path
                className="body"
                d="M21 85c-2-28 4-47 23-54 26-7 66-7 96-8h150c40 0 68 2 82 11 12 10 14 30 14 51s-2 41-14 51c-14 9-42 11-82 11H140c-30-1-70-1-96-8-19-7-25-26-23-54z"
            />
            <path className="glass" d="M130 40c-13 22-13 68 0 90l42-11c-7-20-7-48 0-68z" />
            {suv ? (
                <path className="glass" d="M330 50c5 22 5 48 0 70l26 8c9-24 9-62 0-86z" />
            ) : (
                <path className="glass" d="M284 50c6 22 6 48 0 70l38 11c10-25 10-67 0-92z" />
            )}
            <rect className="crease" x="186" y="58" width={suv ? 128 : 84} height="54" rx="9" />
            <path className="line" d={suv ? "M366 44c7 24 7 58 0 82" : "M346 42c8 26 8 60 0 86"} />
            <TopHalf suv={suv} />
            <g transform="matrix(1 0 0 -1 0 170)">
                <TopHalf suv={suv} />
            </g>
        </>
    );
}

/** The drawing of one view of a car. */
export function CarShape({ body, view }: { body: CarBody; view: CarView }): ReactNode {
    if (view === "top") return <Top suv={body === "suv"} />;
    const side = body === "suv" ? <SuvSide /> : <SedanSide />;
    return view === "left" ? side : <g transform="matrix(-1 0 0 1 400 0)">{side}</g>;
}
