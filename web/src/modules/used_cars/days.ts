/** Minutes as people say them: hours below half a day, days with one decimal beyond. */
export function inDays(minutes: number): { key: "hours" | "days"; n: string } {
    if (minutes < 12 * 60) return { key: "hours", n: String(Math.round(minutes / 60)) };
    return { key: "days", n: String(Math.round(minutes / 144) / 10) };
}
