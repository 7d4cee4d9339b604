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
    loaded = contract;
}

/** The input of an action, or undefined if the program does not offer it. */
export function findAction(name: string): ActionSpec | undefined {
    return loaded?.actions[name];
}

/** The description of a view, or undefined if the program does not offer it. */
export function findView(name: string): ViewSpec | undefined {
    return loaded?.views[name];
}
