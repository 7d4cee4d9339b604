import type { Picker } from "@/app/module";
import { useView } from "./useView";

interface Person {
    id: number;
    name: string;
}

/**
 * The people of a role, for a field that asks for a colleague: `options={{ consultant_id: peopleOf("sales")
 * }}`.
 */
export function peopleOf(role: string): Picker {
    return { view: "access.people", params: { role }, label: (row: Person) => row.name };
}

/** The people of a role in this store. */
export function usePeople(role: string): Person[] {
    const { data } = useView("access.people", { role });
    return (data as { rows: Person[] } | undefined)?.rows ?? [];
}

/** Names of the sales team by id, for rows that carry only the id. */
export function useSalesNames(): (id: number | null | undefined) => string {
    const people = [...usePeople("sales"), ...usePeople("sales_manager"), ...usePeople("gm")];
    return (id) => people.find((one) => one.id === id)?.name ?? "";
}
