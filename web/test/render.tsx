import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactElement } from "react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { vi } from "vitest";
import sample from "../mock/openapi.sample.json";
import { setContract } from "../src/api/contract";
import { ThemeProvider } from "../src/app/theme";
import { startWords } from "../src/words/i18n";
import { contractOf } from "../tools/contract_of.mjs";

/** Shows an element inside everything the shell would give it, with the sample API's description. */
export async function show(element: ReactElement, path = "/") {
    setContract(contractOf(sample));
    await startWords("zh");
    const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    const router = createMemoryRouter([{ path: "*", element }], { initialEntries: [path] });
    return {
        router,
        ...render(
            <QueryClientProvider client={client}>
                <ThemeProvider>
                    <RouterProvider router={router} />
                </ThemeProvider>
            </QueryClientProvider>,
        ),
    };
}

export interface Call {
    method: string;
    path: string;
    query: URLSearchParams;
    body: Record<string, unknown> | undefined;
    key: string | undefined;
}

/** Answers the page's calls by "METHOD /path"; a function may answer differently each time. */
export function answer(replies: Record<string, unknown | ((call: Call) => unknown)>) {
    const calls: Call[] = [];
    vi.stubGlobal(
        "fetch",
        vi.fn(async (input: string, init: RequestInit = {}) => {
            const url = new URL(input, "http://test");
            const headers = (init.headers ?? {}) as Record<string, string>;
            const call: Call = {
                method: init.method ?? "GET",
                path: url.pathname,
                query: url.searchParams,
                body: typeof init.body === "string" ? JSON.parse(init.body) : undefined,
                key: headers["Idempotency-Key"],
            };
            calls.push(call);
            const found = replies[`${call.method} ${call.path}`];
            const reply = typeof found === "function" ? await found(call) : found;
            if (reply === undefined) return new Response("{}", { status: 404 });
            const { status = 200, body = reply } = reply as { status?: number; body?: unknown };
            return new Response(JSON.stringify(body), { status });
        }),
    );
    return calls;
}
