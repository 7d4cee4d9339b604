import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import type { Plugin } from "vite";
import { contractOf } from "../tools/contract_of.mjs";
import { answer } from "./server.ts";

/** What the program sends with the page; the browser tests run under it, so that a breach shows. */
const policy = (nonce: string) =>
    [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        `style-src 'self' 'nonce-${nonce}'`,
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ].join("; ");

function api(request: IncomingMessage, response: ServerResponse, next: () => void) {
    if (!request.url?.startsWith("/api/")) return next();
    answer(request, response);
}

/** `virtual:gallery`: the kit's gallery as one more module with the mock, nothing in the program. */
export function gallery(withMock: boolean): Plugin {
    const name = "virtual:gallery";
    const path = join(import.meta.dirname, "gallery/index.tsx");
    return {
        name: "forecourt-gallery",
        resolveId: (id) => (id === name ? `\0${name}` : undefined),
        load(id) {
            if (id !== `\0${name}`) return undefined;
            if (!withMock) return "export const gallery = [];";
            return `import * as pages from ${JSON.stringify(path)}; export const gallery = [pages];`;
        },
    };
}

/**
 * The gallery's forms and lists are drawn from the mock's own sample, as its answers are: what the program
 * offers goes its own way and would change them.
 */
export function sampleContract(): Plugin {
    const sample = join(import.meta.dirname, "openapi.sample.json");
    return {
        name: "forecourt-sample-contract",
        enforce: "pre",
        load(id) {
            if (!id.split("?")[0]!.endsWith("/src/api/actions.generated.ts")) return undefined;
            this.addWatchFile(sample);
            const contract = contractOf(JSON.parse(readFileSync(sample, "utf8")));
            return { code: `export const contract = ${JSON.stringify(contract)};`, map: null };
        },
    };
}

/** `vite --mode mock`: the page with made-up answers, for working on the kit without the program. */
export function mockApi(): Plugin {
    return {
        name: "forecourt-mock-api",
        configureServer(server) {
            server.middlewares.use(api);
        },
        configurePreviewServer(server) {
            const index = join(server.config.root, server.config.build.outDir, "index.html");
            server.middlewares.use(api);
            server.middlewares.use((request, response, next) => {
                if (!request.headers.accept?.includes("text/html")) return next();
                const nonce = Math.random().toString(36).slice(2);
                response.setHeader("Content-Type", "text/html; charset=utf-8");
                response.setHeader("Content-Security-Policy", policy(nonce));
                response.end(readFileSync(index, "utf8").replaceAll("__CSP_NONCE__", nonce));
            });
        },
    };
}
