import type { ViewAnswer } from "@/api/typed";

export type ProcessRecord = ViewAnswer<"standards.process_record">;
export type Standard = ProcessRecord["standard"];
export type Milestone = Standard["milestones"][number];
export type Draft = NonNullable<ProcessRecord["draft"]>;
export type Difference = Draft["differences"][number];
export type ProcessMap = ViewAnswer<"standards.process_map">;
export type MapStep = ProcessMap["steps"][number];
export type TwoWords = Milestone["title"];
