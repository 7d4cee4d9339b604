import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { gallery, mockApi, sampleContract } from "./mock/plugin.ts";
import { words } from "./tools/words_plugin.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Tests and the mock have the kit's words and some of their own: the modules' words may change. */
function wordPlaces(mode: string): string[] {
    return mode === "mock" || mode === "test"
        ? [here("../words/ui.json"), here("./mock/words")]
        : [here("../words")];
}

export default defineConfig(({ mode }) => ({
    plugins: [
        react(),
        words(wordPlaces(mode)),
        gallery(mode === "mock"),
        ...(mode === "mock" ? [mockApi(), sampleContract()] : []),
    ],
    resolve: { alias: { "@": here("./src") } },
    server: {
        port: 18490,
        fs: { allow: [here("..")] },
        proxy: mode === "mock" ? undefined : { "/api": process.env.FORECOURT_URL ?? "http://127.0.0.1:8080" },
    },
    build: {
        // Inlined images would need data: in more places of the content security policy.
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 900,
        rolldownOptions: {
            output: {
                codeSplitting: {
                    groups: [
                        { name: "react", test: /node_modules\/(react|react-dom|scheduler|react-router)\// },
                        { name: "i18n", test: /node_modules\/(i18next|react-i18next)\// },
                    ],
                },
            },
        },
    },
    test: {
        environment: "jsdom",
        setupFiles: [here("./test/setup.ts")],
        include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"],
        testTimeout: 20000,
        css: false,
    },
}));
