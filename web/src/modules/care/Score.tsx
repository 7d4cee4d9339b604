/** A satisfaction from 1 to 10: red up to 6, green from 9. */
export function Score({ value }: { value: number | null | undefined }) {
    if (!value) return <span className="fc-none">—</span>;
    const tone = value <= 6 ? "late" : value >= 9 ? "ok" : "due";
    return <span className={`fc-state ${tone}`}>{value}</span>;
}
