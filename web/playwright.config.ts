import { existsSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, devices } from "@playwright/test";

const here = import.meta.dirname;
// Two ports in a row; another pair lets a second checkout run beside this one.
const mockPort = Number(process.env.FORECOURT_E2E_PORT ?? 18491);
const programPort = mockPort + 1;
const journeys = existsSync(join(here, "e2e/journey"));

const browser = { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } };
const launchOptions = existsSync("/usr/bin/chromium") ? { executablePath: "/usr/bin/chromium" } : {};

/**
 * kit: the page built with made-up answers, under the program's content security policy.
 * journey: the page out of the program itself, on a demonstration store made for the run; pages: all of it.
 */
export default defineConfig({
    testDir: "e2e",
    outputDir: "test-results",
    fullyParallel: true,
    workers: 2,
    forbidOnly: !!process.env.CI,
    retries: 0,
    timeout: 60_000,
    expect: { timeout: 15_000 },
    reporter: [["list"], ["./e2e/last_words.ts"]],
    // A click that finds nothing fails by itself, long before its test would.
    use: {
        actionTimeout: 30_000,
        locale: "zh-CN",
        timezoneId: "Asia/Shanghai",
        launchOptions,
        screenshot: "only-on-failure",
    },
    projects: [
        {
            name: "kit",
            testMatch: "kit/*.spec.ts",
            use: { ...browser, baseURL: `http://127.0.0.1:${mockPort}` },
        },
        ...(journeys
            ? [
                  {
                      name: "journey",
                      testMatch: "journey/*.spec.ts",
                      testIgnore: "journey/pages.spec.ts",
                      timeout: 300_000,
                      use: { ...browser, baseURL: `http://127.0.0.1:${programPort}` },
                  },
                  // Afterwards: it opens so many pages that the journeys beside it would starve.
                  {
                      name: "pages",
                      testMatch: "journey/pages.spec.ts",
                      timeout: 600_000,
                      dependencies: ["journey"],
                      use: { ...browser, baseURL: `http://127.0.0.1:${programPort}` },
                  },
              ]
            : []),
    ],
    webServer: [
        {
            command: `npx vite build --mode mock --outDir dist-mock && npx vite preview --mode mock --outDir dist-mock --host 127.0.0.1 --strictPort --port ${mockPort}`,
            url: `http://127.0.0.1:${mockPort}/favicon.svg`,
            timeout: 300_000,
        },
        ...(journeys
            ? [
                  {
                      command: `node e2e/serve.mjs ${programPort}`,
                      url: `http://127.0.0.1:${programPort}/readyz`,
                      timeout: 300_000,
                  },
              ]
            : []),
    ],
});
