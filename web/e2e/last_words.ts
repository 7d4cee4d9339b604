import type { FullResult, Reporter, TestCase, TestResult } from "@playwright/test/reporter";

const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");

/** Says at the very end what each failed test met, in few lines: a long log is often cut in the middle. */
export default class LastWords implements Reporter {
    private readonly said: string[] = [];

    onTestEnd(test: TestCase, { status, errors, attachments }: TestResult) {
        if (status === test.expectedStatus || status === "skipped") return;
        this.said.push(`${test.location.file.split("/").pop()}: ${test.title}`);
        for (const { message = "" } of errors) {
            const lines = message.replace(colours, "").split("\n");
            this.said.push(
                ...lines
                    .filter((line) => line.trim() !== "")
                    .slice(0, 8)
                    .map((line) => `    ${line}`),
            );
        }
        for (const { name, body } of attachments)
            if (name === "alerts" && body) this.said.push(`    the page said: ${body.toString()}`);
    }

    onEnd(_: FullResult) {
        if (this.said.length > 0) console.log(`\n${this.said.join("\n")}`);
    }
}
