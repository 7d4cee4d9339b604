import type { paths } from "./schema.generated";

/** "deals.approve_quote" -> "/api/deals/approve_quote" */
type PathOf<Name extends string> = Name extends `${infer Module}.${infer Rest}`
    ? `/api/${Module}/${Rest}`
    : never;
type Answer<Operation> = Operation extends {
    responses: { 200: { content: { "application/json": infer Body } } };
}
    ? Body
    : // biome-ignore lint/suspicious/noExplicitAny: a view the generated schema does not know yet
      any;

/** What a view answers, from openapi.json; `any` for a name the schema does not have. */
export type ViewAnswer<Name extends string> =
    PathOf<Name> extends keyof paths
        ? paths[PathOf<Name>] extends { get: infer Operation }
            ? Answer<Operation>
            : never
        : // biome-ignore lint/suspicious/noExplicitAny: see above
          any;

/** What an action answers. */
export type ActionAnswer<Name extends string> =
    PathOf<Name> extends keyof paths
        ? paths[PathOf<Name>] extends { post: infer Operation }
            ? Answer<Operation>
            : never
        : // biome-ignore lint/suspicious/noExplicitAny: see above
          any;

/** What an action takes. */
export type ActionInput<Name extends string> =
    PathOf<Name> extends keyof paths
        ? paths[PathOf<Name>] extends {
              post: { requestBody: { content: { "application/json": infer Body } } };
          }
            ? Body
            : Record<string, unknown>
        : Record<string, unknown>;

/** One row of a list view. */
export type Row<Name extends string> =
    ViewAnswer<Name> extends { rows: (infer One)[] }
        ? unknown extends One
            ? // biome-ignore lint/suspicious/noExplicitAny: a view the generated schema does not know yet
              any
            : One
        : Record<string, unknown>;
