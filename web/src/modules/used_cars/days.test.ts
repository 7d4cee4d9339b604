import { describe, expect, it } from "vitest";
import { inDays } from "./days";

describe("the time in a step", () => {
    it("is told in days with one decimal, and in hours below half a day", () => {
        expect(inDays(0)).toEqual({ key: "hours", n: "0" });
        expect(inDays(59)).toEqual({ key: "hours", n: "1" });
        expect(inDays(11 * 60)).toEqual({ key: "hours", n: "11" });
        expect(inDays(12 * 60)).toEqual({ key: "days", n: "0.5" });
        expect(inDays(1440)).toEqual({ key: "days", n: "1" });
        expect(inDays(2 * 1440 + 360)).toEqual({ key: "days", n: "2.3" });
        expect(inDays(45 * 1440)).toEqual({ key: "days", n: "45" });
    });
});
