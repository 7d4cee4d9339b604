import type { ViewAnswer } from "@/api/typed";

export type ListRecord = ViewAnswer<"checklists.list_record">;
export type ListDraft = NonNullable<ListRecord["draft"]>;
export type CheckList = ListDraft["list"];
export type ListItem = CheckList["items"][number];
export type ListDifference = ListDraft["differences"][number];
export type ListLine = ViewAnswer<"checklists.list_lines">["rows"][number];
