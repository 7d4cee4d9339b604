import { expect, it } from "vitest";
import { withinPlan } from "./plan";

it("keeps a place on the plan with its whole width", () => {
    expect(withinPlan(995, 172, 860)).toBe(900);
    expect(withinPlan(-40, 172, 860)).toBe(100);
    expect(withinPlan(504, 172, 860)).toBe(500);
});

it("keeps at least the middle on a plan that is not drawn", () => {
    expect(withinPlan(1200)).toBe(1000);
    expect(withinPlan(-3)).toBe(0);
});

it("does not refuse a plan smaller than its place", () => {
    expect(withinPlan(700, 172, 100)).toBe(700);
});
