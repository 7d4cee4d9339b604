import type { Contract } from "../src/api/contract.ts";
export function contractOf(document: unknown): Contract;
