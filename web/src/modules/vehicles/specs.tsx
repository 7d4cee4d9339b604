import { firstWord } from "@/words/i18n";

/** The specification as the maker gave it, whether it comes as an object or as its text. */
export function specsOf(specs: unknown): [string, string][] {
    let table: unknown = specs;
    if (typeof specs === "string")
        try {
            table = JSON.parse(specs);
        } catch {
            return [];
        }
    if (!table || typeof table !== "object") return [];
    return Object.entries(table as Record<string, unknown>).map(([name, value]) => [
        firstWord([`spec.${name}`, `field.${name}`, name]),
        typeof value === "string" ? firstWord([`spec.${name}.${value}`, value]) : String(value),
    ]);
}

/** Label and value of every specification in a grid. */
export function Specs({ specs }: { specs: unknown }) {
    return (
        <dl className="fc-facts">
            {specsOf(specs).map(([label, value]) => (
                <div key={label}>
                    <dt>{label}</dt>
                    <dd>{value}</dd>
                </div>
            ))}
        </dl>
    );
}
