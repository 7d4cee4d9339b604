/** What a field holds; decides its input in forms and its look in lists. */
export type FieldKind =
    | "text"
    | "integer"
    | "number"
    | "flag"
    | "money"
    | "quantity"
    | "instant"
    | "date"
    | "id"
    | "enum"
    | "vin"
    | "plate"
    | "phone"
    | "file"
    | "object"
    | "list"
    | "any";

/** One field of an action's input or of a view's output, as generated from openapi.json. */
export interface FieldSpec {
    name: string;
    kind: FieldKind;
    required?: boolean;
    /** kind enum: the type's name, as used in words ("DealState.open"). */
    enum_type?: string;
    values?: string[];
    /** kind id: which object it points to. */
    object?: string;
    /** kind object: its fields. */
    fields?: FieldSpec[];
    /** kind list: what one item is. */
    item?: FieldSpec;
    /** kind text: always sent, "" when nothing was typed. */
    may_be_empty?: boolean;
    max_length?: number;
    min?: number;
    max?: number;
}

export interface ActionSpec {
    input: FieldSpec[];
    needs?: string;
    refuses?: string[];
}

export interface ViewSpec {
    params: FieldSpec[];
    /** The fields of one row for lists, of the answer itself for records. */
    fields: FieldSpec[];
    list?: boolean;
    /** Answers a file. */
    download?: boolean;
    needs?: string;
}

export interface Contract {
    actions: Record<string, ActionSpec>;
    views: Record<string, ViewSpec>;
}

let loaded: Contract | undefined;

/** Loads the generated table once; the shell waits for it before the first page. */
export async function loadContract(): Promise<void> {
    if (loaded) return;
    const { contract } = await import("./actions.generated");
    loaded = contract as Contract;
}

/** For tests: put a table in place without the generated one. */
export function setContract(contract: Contract): void {
    byName.clear();
    loaded = contract;
}

/** Every field of the contract by its name: what a value in an event most likely is. */
const byName = new Map<string, FieldSpec[]>();

function indexFields(fields: FieldSpec[]) {
    for (const spec of fields) {
        if (spec.kind === "object") indexFields(spec.fields ?? []);
        if (spec.kind === "list" && spec.item) indexFields(spec.item.fields ?? []);
        const same = byName.get(spec.name) ?? [];
        if (same.length < 40) same.push(spec);
        byName.set(spec.name, same);
    }
}

/** The fields of this name anywhere in the contract. */
export function fieldsNamed(name: string): FieldSpec[] {
    if (byName.size === 0 && loaded) {
        for (const view of Object.values(loaded.views)) indexFields(view.fields);
        for (const action of Object.values(loaded.actions)) indexFields(action.input);
    }
    return byName.get(name) ?? [];
}

/** The input of an action, or undefined if the program does not offer it. */
export function findAction(name: string): ActionSpec | undefined {
    return loaded?.actions[name];
}

/** The description of a view, or undefined if the program does not offer it. */
export function findView(name: string): ViewSpec | undefined {
    return loaded?.views[name];
}
