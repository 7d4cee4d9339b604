/** One wrong field of a refused input; `path` is a JSON pointer such as `/lines/0/price`. */
export interface FieldProblem {
    path: string;
    message: string;
}

/** The body of an application/problem+json answer. */
export interface ProblemBody {
    type?: string;
    title?: string;
    status?: number;
    detail?: string;
    code?: string;
    errors?: FieldProblem[];
    /** Incident number of an unexpected failure, to be read out to support. */
    incident?: string;
}

/** Thrown by every call that did not succeed. `status` 0 means that no answer came. */
export class Problem extends Error {
    readonly status: number;
    readonly code: string;
    readonly title: string;
    readonly detail: string;
    readonly errors: FieldProblem[];
    readonly incident?: string;

    constructor(status: number, body: ProblemBody) {
        super(body.detail || body.title || body.code || `HTTP ${status}`);
        this.name = "Problem";
        this.status = status;
        this.code = body.code ?? "";
        this.title = body.title ?? "";
        this.detail = body.detail ?? "";
        this.errors = body.errors ?? [];
        this.incident = body.incident;
    }

    /** What is wrong with one field of the input, or with anything inside of it. */
    at(field: string): string | undefined {
        return this.errors.find(({ path }) => namePath(path)[0] === field)?.message;
    }

    /** No answer came, or the server asked to try later: the same call may be repeated with its key. */
    get mayRetry(): boolean {
        return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
    }
}

/** Splits `/lines/0/price` into the name path a form uses: ["lines", 0, "price"]. */
export function namePath(pointer: string): (string | number)[] {
    return pointer
        .split("/")
        .filter((part) => part !== "")
        .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
        .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
