import type { Plugin } from "vite";
import { answer } from "./server.ts";

/** `vite --mode mock`: the page with made-up answers, for working on the kit without the program. */
export function mockApi(): Plugin {
    const use: NonNullable<Plugin["configureServer"]> = (server) => {
        server.middlewares.use((request, response, next) => {
            if (!request.url?.startsWith("/api/")) return next();
            answer(request, response);
        });
    };
    return { name: "forecourt-mock-api", configureServer: use, configurePreviewServer: use as never };
}
