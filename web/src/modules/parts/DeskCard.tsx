import { useView } from "@/kit";
import { Shortages, ToPick } from "./DeskLists";

/** The parts desk on Today. */
export default function DeskCard() {
    const { data } = useView("parts.desk", {}, { also: ["workshop"] });
    if (!data) return null;
    return (
        <div className="pt-desk">
            <ToPick rows={data.to_pick} />
            <Shortages rows={data.shortages} />
        </div>
    );
}
