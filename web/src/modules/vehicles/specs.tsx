import { firstWord } from "@/words/i18n";
import "./compare.css";

/** The specification as the maker gave it, whether it comes as an object or as its text. */
export function specTable(specs: unknown): Record<string, unknown> {
    let table: unknown = specs;
    if (typeof specs === "string")
        try {
            table = JSON.parse(specs);
        } catch {
            return {};
        }
    return table && typeof table === "object" ? (table as Record<string, unknown>) : {};
}

export function specName(name: string): string {
    return firstWord([`spec.${name}`, `field.${name}`, name]);
}

export function specValue(name: string, value: unknown): string {
    return typeof value === "string" ? firstWord([`spec.${name}.${value}`, value]) : String(value);
}

export function specsOf(specs: unknown): [string, string][] {
    return Object.entries(specTable(specs)).map(([name, value]) => [specName(name), specValue(name, value)]);
}

const groups: [string, string[]][] = [
    ["body", ["body", "length_mm", "width_mm", "height_mm", "wheelbase_mm", "boot_l", "kerb_kg"]],
    [
        "power",
        [
            "engine",
            "power_kw",
            "torque_nm",
            "transmission",
            "zero_to_100_s",
            "max_kmh",
            "fuel_l_100km",
            "energy_kwh_100km",
            "tank_l",
            "battery_kwh",
            "range_ev_km",
            "range_total_km",
            "charge_dc_min",
        ],
    ],
    ["chassis", ["drive", "suspension_front", "suspension_rear", "front_brakes", "rear_brakes"]],
    ["comfort", ["airbags", "screen_in", "cruise"]],
];

/** The names of specifications in the groups people look for them in; what nobody knows comes last. */
export function specGroups(names: string[]): [string, string[]][] {
    const known = new Set(groups.flatMap(([, list]) => list));
    const found = groups.map(([group, list]): [string, string[]] => [
        group,
        list.filter((one) => names.includes(one)),
    ]);
    return [...found, ["other", names.filter((one) => !known.has(one))] as [string, string[]]].filter(
        ([, list]) => list.length > 0,
    );
}

/** Label and value of every specification, group by group. */
export function Specs({ specs }: { specs: unknown }) {
    const table = specTable(specs);
    return (
        <>
            {specGroups(Object.keys(table)).map(([group, names]) => (
                <section key={group} className="fc-spec-group">
                    <h3>{firstWord([`spec_group.${group}`, group])}</h3>
                    <dl className="fc-facts">
                        {names.map((name) => (
                            <div key={name}>
                                <dt>{specName(name)}</dt>
                                <dd>{specValue(name, table[name])}</dd>
                            </div>
                        ))}
                    </dl>
                </section>
            ))}
        </>
    );
}
